"""Stems of words, and the weighted terms of a text."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from coranto.data import rows
from coranto.data import words as listed
from coranto.text.normal import ascii_fold

_WORD = re.compile(r"[^\W_]+")
_COUNTRY = 0.75
_CHARS = 12_000
"""How much of a text is counted: stories are told at the top."""
_ENDINGS = (
    ("ization", "ize", 5), ("isation", "ize", 5), ("fulness", "", 4), ("iveness", "", 4), ("ational", "", 4),
    ("ements", "", 4), ("ement", "", 4), ("ations", "", 4), ("ation", "", 4), ("ments", "", 4),
    ("ingly", "", 4), ("ities", "", 4), ("ment", "", 4), ("tions", "t", 4), ("sions", "s", 4),
    ("ness", "", 4), ("edly", "", 4), ("tion", "t", 4), ("sion", "s", 4), ("ance", "", 4),
    ("ence", "", 4), ("able", "", 4), ("ible", "", 4), ("ers", "", 3), ("ors", "", 4),
    ("aries", "ar", 3), ("ary", "ar", 3), ("ies", "y", 2), ("ied", "y", 2), ("ing", "", 3),
    ("ity", "", 4), ("ive", "", 4), ("ous", "", 4), ("est", "", 4), ("er", "", 4),
    ("or", "", 4), ("ed", "", 3), ("ly", "", 4), ("es", "", 3), ("s", "", 3),
    ("e", "", 3), ("y", "", 4),
)  # fmt: skip
"""Endings that are taken off, what stands for them, and how many letters must be left; the first that fits."""


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a word, "" for a word that tells nothing: English endings off, case and accents folded."""
    folded = ascii_fold(word)
    if folded in listed("story-stop-words") or len(folded) < 2:
        return ""
    if not folded.isalpha() or not folded.isascii() or len(folded) <= 3:
        return folded
    if folded.endswith(("ss", "us", "is")):
        return folded
    for ending, instead, left in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= left:
            return _single(folded[: len(folded) - len(ending)]) + instead
    return folded


def _single(root: str) -> str:
    """A root without the doubled consonant that an ending made."""
    return root[:-1] if len(root) > 4 and root[-1] == root[-2] and root[-1] not in "aeioulsz" else root


def stems(text: str) -> list[str]:
    """The stems of the telling words of a text, in order."""
    return [one for one in map(stem, _WORD.findall(text)) if one]


@cache
def _country_words() -> frozenset[str]:
    """Stems of the names of countries, their people and capitals."""
    kinds = ("names", "demonyms", "people", "capitals")
    found = {one for row in rows("countries") for one in stems(row["name"])}
    found.update(
        one for row in rows("countries") for kind in kinds for name in row.get(kind, ()) for one in stems(name)
    )
    return frozenset(found)


def shown(text: str, terms: list[str]) -> tuple[str, ...]:
    """For each term the first word of the text with that stem, else the term itself."""
    first: dict[str, str] = {}
    for word in _WORD.findall(text[:_CHARS]):
        first.setdefault(stem(word), word)
    return tuple(first.get(term, term) for term in terms)


def weighted(boosts: Mapping[str, float], text: str, most: int) -> tuple[tuple[str, float], ...]:
    """The heaviest terms with their weights: 1 + ln of the count, and the boost of some stems on top of that."""
    counts: Counter[str] = Counter(stems(text[:_CHARS]))
    weights = {term: 1.0 + math.log(count) for term, count in counts.items()}
    for term, boost in boosts.items():
        weights[term] = weights.get(term, 0.0) + boost
    # Who takes part is told by the actors; the same countries meet in many stories.
    for term in _country_words().intersection(weights):
        weights[term] *= _COUNTRY
    ranked = sorted(weights.items(), key=_heaviest)
    return tuple((term, round(weight, 4)) for term, weight in ranked[:most])


def _heaviest(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]
