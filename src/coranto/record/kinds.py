"""Kinds of happening by the words that name them: verbs, their nominals and their near synonyms."""

from functools import cache

from coranto.data import rows
from coranto.record.overlap import stem


@cache
def _groups() -> dict[str, tuple[str, bool]]:
    """For each stem the first group that holds it: the group's key and whether it is light."""
    found: dict[str, tuple[str, bool]] = {}
    for row in rows("happenings"):
        for word in row["words"]:
            found.setdefault(_key(word), (stem(row["words"][0]), bool(row.get("light", False))))
    return found


def _key(words: str) -> str:
    return " ".join(map(stem, words.split()))


def kind_of(lemma: str, text: str = "") -> tuple[str, bool]:
    """The kind of happening that a trigger names, and whether it is too light to stand alone.

    By all its words where they are one in the rows ("passed away"), else by its lemma.
    """
    whole = _groups().get(_key(text)) if " " in text else None
    own = stem(lemma)
    return whole or _groups().get(own, (own, False))
