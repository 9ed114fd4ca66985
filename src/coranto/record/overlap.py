"""How alike two pieces of wording are: stems of content words and the share they have in common."""

import re
from collections.abc import Iterable, Set
from functools import cache

from coranto.data import words as word_list
from coranto.text.normal import ascii_fold
from coranto.text.tokens import words

_POSSESSIVE = re.compile(r"'s?$")
# Longest first, so that "consultations" loses "ations" and not "s" alone.
_ENDINGS = (
    "ifications", "ification", "izations", "ization", "ations", "itions", "ational", "ation", "ition", "ments",
    "ement", "ment", "ities", "ings", "ing", "ness", "ances", "ance", "ences", "ence", "ions", "ion", "edly",
    "ated", "ates", "ate", "ised", "ized", "ise", "ize", "ally", "als", "al", "ers", "er", "ors", "or", "ed",
    "ies", "ly", "es", "e", "y", "s",
)  # fmt: skip
_SHORTEST = 3


@cache
def _common() -> frozenset[str]:
    return word_list("common-words")


def stem(word: str) -> str:
    """A rough stem that verbs share with their nominals: announce, announced, announcement."""
    folded = _POSSESSIVE.sub("", ascii_fold(word))
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            folded = folded[: -len(ending)]
            break
    if len(folded) > _SHORTEST and folded[-1] == folded[-2]:
        folded = folded[:-1]
    return folded


def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return stems_of(words(text))


def stems_of(tokens: Iterable[str]) -> frozenset[str]:
    """The stems of those tokens that are content words."""
    folded = (_POSSESSIVE.sub("", ascii_fold(token)) for token in tokens)
    return frozenset(stem(word) for word in folded if len(word) > 1 and word not in _common())


def share(left: Set[str], right: Set[str]) -> float:
    """What part of the smaller set stands in the larger one: 0..1, 0 for an empty set."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def jaccard(left: Set[str], right: Set[str]) -> float:
    """Common members by all members: 0..1."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def squashed(text: str) -> str:
    """The words of a text, folded, one blank between: equal for equal wording whatever the marks."""
    return " ".join(ascii_fold(word) for word in words(text))
