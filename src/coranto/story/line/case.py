"""The case a headline is about: a person and what befell them, or a court's dealing with it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from coranto.data import rows
from coranto.story.line.themes import is_person
from coranto.story.stems import stem
from coranto.text.normal import ascii_fold
from coranto.types import Slots

_NAMED = 6
_DOUBLE = re.compile(r"(.)\1")


def folded(word: str) -> str:
    """A word with its doubled letters single and y as i, as keys of persons have it."""
    return _DOUBLE.sub(r"\1", ascii_fold(word).replace("y", "i"))


def spelled(person: str, words: Iterable[str]) -> str:
    """The name that a person's key stands for, spelled as some words of the text have it."""
    known = {folded(word): word for word in words if word[:1].isupper()}
    return " ".join(known.get(folded(part), part.title()) for part in person.split())


@cache
def _case_words(side: str) -> frozenset[str]:
    return frozenset(stem(word) for row in rows("case_words") for word in row[side])


def case_of(slots: Slots) -> str:
    """The key of the person whose case the title is about, "" where it is about none.

    The person must be among those that the text names most, with more than one name, and a word for a case must
    stand right beside the name.
    """
    title = slots.title
    for person in [one for one in slots.actors[:_NAMED] if is_person(one)]:
        parts = person.split()
        if len(parts) > 1 and _beside(title, [(folded(stem(part)), part) for part in parts]):
            return person
    return ""


def _beside(title: Sequence[str], parts: Sequence[tuple[str, str]]) -> bool:
    """Whether the last of a person's names stands in a title with a word for a case right before or after."""
    names = {name for pair in parts for name in pair}
    for at, word in enumerate(title):
        if folded(word) not in parts[-1]:
            continue
        before = at - 1
        while before >= 0 and folded(title[before]) in names:
            before -= 1
        if _case_words("before").intersection(title[max(0, before) : before + 1]):
            return True
        if _case_words("after").intersection(title[at + 1 : at + 2]):
            return True
    return False
