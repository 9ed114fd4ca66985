"""Themes: what parties deal with, told by the words of `data/story_themes.toml`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from coranto.data import rows, words
from coranto.story.stems import stem, stems

OTHER = "DIP"
"""The theme of what has no other."""
_PSEUDO = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


def is_country(actor: str) -> bool:
    """Whether an actor of the slots is a country's code."""
    return len(actor) == 3 and actor.isupper() and actor.isascii() and actor not in _PSEUDO


def is_person(actor: str) -> bool:
    """Whether an actor of the slots is a person's key; those are in small letters."""
    return not actor.isupper()


@cache
def theme_words() -> dict[str, tuple[str, ...]]:
    """The themes that a stem tells of."""
    found: dict[str, list[str]] = {}
    for row in rows("story_themes"):
        for word in row["words"]:
            found.setdefault(stem(word), []).append(row["code"])
    found.pop("", None)
    return {word: tuple(dict.fromkeys(codes)) for word, codes in found.items()}


@cache
def titles() -> dict[str, str]:
    """The titles of the themes by code, in order."""
    return {str(row["code"]): str(row["title"]) for row in rows("story_themes")}


def counted(terms: Iterable[str]) -> Counter[str]:
    """How many of these stems tell of each theme but the last."""
    telling = theme_words()
    return Counter(code for term in terms for code in telling.get(term, ()) if code != OTHER)


@cache
def country_names() -> dict[str, str]:
    """The names of the countries by code."""
    return {str(row["iso3"]): str(row["name"]) for row in rows("countries")}


@cache
def countries_of_words() -> dict[str, str]:
    """The country that a stem alone tells: "swiss", "kabul", "samoa"; none that several have, that is a person's
    first name as well, or that is in common use for something else."""
    found: dict[str, set[str]] = {}
    for row in rows("countries"):
        for name in _telling(row):
            alone = stems(name)
            if len(alone) == 1:
                found.setdefault(alone[0], set()).add(str(row["iso3"]))
    first = {stem(name) for name in words("given")}
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1 and word not in first}


def _telling(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (*row.get("demonyms", ()), *row.get("people", ()))
    for name in (row["name"], *row.get("names", ()), *row.get("capitals", ())):
        if not name.isupper() and name.casefold() not in words("common"):
            yield name
