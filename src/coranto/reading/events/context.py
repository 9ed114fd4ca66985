"""What goes with an event's type: contexts of its paragraph, its score, and how many were hurt or held."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from coranto.data import rows

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NUMBER = (
    r"(\d{1,3}(?:,\d{3})+|\d{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
)
_NOUN = r"(?:\s+(?!and\b|or\b|but\b)[\w’'-]{1,20}){0,3}?"
_HURT = {
    "killed": r"(?:killed|dead|died|deaths?)",
    "injured": r"(?:injured|wounded|hurt)",
    "arrested": r"(?:arrested|detained)",
}
_AFTER = {
    name: re.compile(rf"\b{_NUMBER}{_NOUN}\s+(?:were\s+|was\s+|have been\s+)?{word}\b")
    for name, word in _HURT.items()
}
_BEFORE = {
    name: re.compile(rf"\b(?:{word})\s+(?:at least\s+|more than\s+|about\s+|some\s+)?{_NUMBER}\b")
    for name, word in (("killed", "kill(?:ed|s|ing)"), ("injured", "injur(?:ed|es|ing)|wound(?:ed|s|ing)"),
                       ("arrested", "arrest(?:ed|s|ing)|detain(?:ed|s|ing)"))
}  # fmt: skip
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@cache
def _contexts() -> tuple[dict[str, tuple[tuple[str, int], ...]], frozenset[str]]:
    """The contexts of each term with their weights, and the second words of terms of two, joined by hyphens."""
    terms: dict[str, tuple[tuple[str, int], ...]] = {}
    for row in rows("contexts"):
        for words, weight in ((row["strong"], 2), (row.get("plain", ""), 1)):
            for word in words.split():
                terms[word] = (*terms.get(word, ()), (row["context"], weight))
    return terms, tails(terms)


def tails(terms: Iterable[str]) -> frozenset[str]:
    """What follows any hyphen in the terms."""
    return frozenset(term[at + 1 :] for term in terms for at, char in enumerate(term) if char == "-")


@cache
def _order() -> dict[str, int]:
    return {row["context"]: at for at, row in enumerate(rows("contexts"))}


def contexts(paragraph: str) -> tuple[str, ...]:
    """PLOVER contexts of a paragraph, the best supported first, three at most."""
    terms, seconds = _contexts()
    found: dict[str, int] = {}
    words = _WORD.findall(paragraph.lower())
    told = [word for word in words if word in terms]
    told += [f"{before}-{word}" for before, word in pairwise(words) if word in seconds]
    for term in told:
        for name, weight in terms.get(term, ()):
            found[name] = found.get(name, 0) + weight
    order = _order()
    ranked = sorted((-score, order[name], name) for name, score in found.items() if score > 1)
    return tuple(name for _, _, name in ranked[:3])


@cache
def _scales() -> dict[str, tuple[float, dict[str, float]]]:
    return {row["event"]: (row["scale"], row.get("modes", {})) for row in rows("scales")}


def scale(event: str, mode: str) -> float:
    """PLOVER's score of a type and mode, from -10 to +10; 0 for an unknown type."""
    score, modes = _scales().get(event, (0.0, {}))
    return float(modes.get(mode, score))


def sizes(sentence: str) -> tuple[tuple[str, float], ...]:
    """Exact counts of killed, injured and arrested that a sentence gives."""
    low = sentence.lower()
    out = []
    for name in _HURT:
        match = _BEFORE[name].search(low) or _AFTER[name].search(low)
        value = _value(match[1]) if match else None
        if value is not None:
            out.append((name, value))
    return tuple(out)


def _value(text: str) -> float | None:
    if text in _SMALL:
        return float(_SMALL.index(text))
    digits = text.replace(",", "")
    return float(digits) if digits.isdecimal() else None
