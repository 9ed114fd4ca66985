"""Statements as they read well: the words without their grammar's leftovers, near-equal records folded."""

import re
from typing import Any

from coranto.desk.words import bare, clip, upper
from coranto.text.tokens import words

_LEAD = re.compile(r"^(?:that|if|whether)\s+", re.IGNORECASE)
_TAIL = re.compile(r"[,;:]+(?=[\"”’']*$)")
_QUOTES = "\"“”„«»‘’'"
_NEAR = 0.8


def spoken(statement: dict[str, Any], size: int = 460) -> str:
    """The words of a statement for reading: no leading "that", no stray dash or trailing comma, a capital.

    Only what stands around the words goes; `content` and the wordings keep the text as printed.
    """
    return tidy(" … ".join(statement["content"]), size)


def tidy(text: str, size: int = 460) -> str:
    """A wording for reading, cut at `size` characters."""
    text = bare(" ".join(text.split()))
    text = _TAIL.sub("", _LEAD.sub("", text))
    at = next((index for index, letter in enumerate(text) if letter not in _QUOTES), 0)
    return clip(text[:at] + upper(text[at:]), size)


def speaker(statement: dict[str, Any]) -> str:
    """Who speaks, or an empty string where nobody is named."""
    return bare((statement["speaker"] or {}).get("name") or "")


def grouped(statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Statements as `{"lead", "near"}`: those with a speaker first, and below each the records of the same
    speaker that say nearly the same; nothing is left out."""
    groups: list[dict[str, Any]] = []
    for one in sorted(statements, key=_unnamed):
        tokens = frozenset(word.casefold() for word in words(" ".join(one["content"])))
        home = next((group for group in groups if _near(group, one, tokens)), None)
        if home is None:
            groups.append({"lead": one, "near": [], "tokens": tokens})
        else:
            home["near"].append(one)
    return groups


def _unnamed(statement: dict[str, Any]) -> bool:
    return not speaker(statement)


def _near(group: dict[str, Any], one: dict[str, Any], tokens: frozenset[str]) -> bool:
    if speaker(group["lead"]).casefold() != speaker(one).casefold():
        return False
    held: frozenset[str] = group["tokens"]
    return len(held & tokens) >= _NEAR * max(1, min(len(held), len(tokens)))


def cue(statement: dict[str, Any]) -> str:
    """The verb of saying, for reading between speaker and words."""
    return str(statement["cue"]).strip().lower() or "said"


FILTERS = {"cue": cue, "spoken": spoken, "speaker": speaker, "tidy": tidy}
