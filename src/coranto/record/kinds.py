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
            found.setdefault(stem(word), (stem(row["words"][0]), bool(row.get("light", False))))
    return found


def kind_of(lemma: str) -> tuple[str, bool]:
    """The kind of happening that a trigger's lemma names, and whether it is too light to stand alone."""
    own = stem(lemma)
    return _groups().get(own, (own, False))
