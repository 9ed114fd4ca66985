"""Whether the words around a time expression look ahead or back."""

import re
from functools import cache
from typing import Literal, cast

from coranto.data import rows

Direction = Literal["past", "future", ""]

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_LEFT, _RIGHT = 140, 80
_NEGATED = 8  # words before "could" in which a "neither" counts
_PARTICIPLES = frozenset(("scheduled", "expected", "planned", "due", "slated"))
_PASSIVE = frozenset(("be", "is", "are", "being"))  # "is heard in May" may be to come
_OWNED = re.compile(r"'s\s{1,2}([a-z]+)(?:\s{1,2}([a-z]+))?")
_OBJECT = frozenset(("a", "an", "the", "his", "her", "its", "their", "that", "it", "them", "him", "no"))
_NONE = frozenset(("neither", "nor", "none", "nobody", "no"))
_MONTH_BEFORE = frozenset(
    ("in", "of", "since", "last", "and", "between", "by", "till", "early", "late", "mid", "to")
)
_MONTH_AFTER = frozenset(("and", "of", "or", "to", ""))


@cache
def _cues() -> dict[str, tuple[Direction, bool]]:
    """By word, or two words, the direction and whether it is a weak one."""
    return {
        word: (cast(Direction, row["direction"]), bool(row.get("weak")))
        for row in rows("tense")
        for word in row["words"]
    }


def _cue(words: list[str], at: int) -> tuple[Direction, bool]:
    """What the word at a place says: its direction, and whether weakly."""
    word, cues = words[at], _cues()
    after = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    found = cues.get(f"{word} {after}") or cues.get(word) or _by_ending(word)
    if (found[0] == "past" and before in _PASSIVE) or (found[0] == "future" and before == "to"):
        return "", False  # the verb before decides: "was to open", "plans to start"
    if word in _PARTICIPLES and before == "been" and "had" in words[max(0, at - 3) : at]:
        return "past", False
    if word == "could" and not _NONE.isdisjoint(words[max(0, at - _NEGATED) : at]):
        return "past", False  # "neither could be reached"
    if word == "may" and (after.isdigit() or after in _MONTH_AFTER or before in _MONTH_BEFORE):
        return "", False
    return found


def _by_ending(word: str) -> tuple[Direction, bool]:
    if word.endswith("'ll"):
        return "future", False
    return ("past" if len(word) > 3 and word.endswith("ed") and not word.startswith("un") else ""), False


def direction(text: str, start: int, end: int, within: tuple[int, int]) -> Direction:
    """`future`, `past` or nothing: what the nearest cue before `start` says, else the first after `end`.

    `text` is lower-case; only a window inside the sentence `within` is looked at. A weak cue speaks only where
    no other does.
    """
    left = _TOKEN.findall(text, max(within[0], start - _LEFT), start)
    right = _TOKEN.findall(text, end, min(within[1], end + _RIGHT))
    if _acts(left, right) or _done(text, end):
        return "past"
    weak: Direction = ""
    for at in range(len(left) - 1, -1, -1):
        told, weakly = _cue(left, at)
        if told and not weakly:
            return told
        weak = weak or told
    for at in range(len(right)):
        told, weakly = _cue(right, at)
        if told and not weakly:
            return told
        weak = weak or told
    return weak or ("future" if left[-1:] == ["by"] else "")


def _acts(left: list[str], right: list[str]) -> bool:
    """Whether a verb of the past with its object follows at once: "the ministry on Sunday issued a warning"."""
    planned = any(word in _PARTICIPLES for word in left[-3:])
    return len(right) > 1 and right[1] in _OBJECT and not planned and _cue(right, 0) == ("past", False)


def _done(text: str, end: int) -> bool:
    """Whether the time owns what has happened: "Wednesday's ruling"."""
    owned = _OWNED.match(text, end)
    return owned is not None and not _happened().isdisjoint(owned.groups(""))


@cache
def _happened() -> frozenset[str]:
    return frozenset(word for row in rows("tense", "happened") for word in row["words"])
