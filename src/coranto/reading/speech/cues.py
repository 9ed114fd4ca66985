"""Cues: verbs, phrases and nouns that bring in what somebody says; from `data/cues.toml`, inflected."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from coranto.data import rows
from coranto.reading.names.tokens import Token
from coranto.types.reading import Stance

_VOWELS = "aeiou"


class Cue(NamedTuple):
    """A form of a cue: lemma, stance, what it takes; `weak` needs support, `strict` a that or a
    quotation mark; `ing` a participle."""

    lemma: str
    stance: Stance
    takes: str
    weak: bool
    strict: bool
    ing: bool
    base: bool


class Hit(NamedTuple):
    """Tokens `start..end` of a unit are a form of a cue."""

    start: int
    end: int
    cue: Cue


def inflect(lemma: str) -> tuple[str, ...]:
    """Present, past and participle of a regular verb, behind its base; the first word of a phrase inflects."""
    verb, space, rest = lemma.partition(" ")
    tail = space + rest
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past, ing = verb + "ed", verb + "ing"
    if verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    return tuple(form + tail for form in (verb, third, past, ing))


@cache
def forms() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Cue forms by their first word, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for row in rows("cues"):
        lemma, weak = row["lemma"], row.get("weak", False)
        for form in dict.fromkeys(row.get("forms") or inflect(lemma)):
            key = tuple(form.split())
            cue = Cue(
                lemma,
                cast(Stance, row["stance"]),
                row["takes"],
                weak,
                row.get("strict", False),
                key[0].endswith("ing"),
                form == lemma,
            )
            found = out.setdefault(key[0], [])
            if all(known != key for known, _ in found):
                found.append((key, cue))
    return {first: tuple(sorted(found, key=_longest)) for first, found in out.items()}


def _longest(item: tuple[tuple[str, ...], Cue]) -> int:
    return -len(item[0])


@cache
def media() -> frozenset[str]:
    """Nouns of what a statement may stand in: statement, interview, tweet."""
    return frozenset(row["noun"] for row in rows("cues", "noun"))


@cache
def word_set(name: str) -> frozenset[str]:
    """The closed word set of that name; an empty one when there is none."""
    return frozenset(word for row in rows("speech-words") if row["name"] == name for word in row["words"])


def hits(tokens: tuple[Token, ...]) -> Iterator[Hit]:
    """Every cue form among the tokens, left to right, longest first, never overlapping."""
    lower = [token.low for token in tokens]
    known, free = forms(), 0
    for at, word in enumerate(lower):
        if word not in known or at < free:
            continue
        for key, cue in known[word]:
            if len(key) == 1 or tuple(lower[at : at + len(key)]) == key:
                free = at + len(key)
                yield Hit(at, free, cue)
                break
