"""Countries by their codes, adjectives and seats of government, for titles of events and sides of origins."""

from functools import cache

from coranto.data import rows
from coranto.text.normal import ascii_fold


@cache
def _names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("countries")}


@cache
def codes() -> frozenset[str]:
    """All ISO 3166 alpha-3 codes."""
    return frozenset(_names())


def country_name(code: str) -> str:
    """The English name of an ISO 3166 alpha-3 code, or the code itself."""
    return _names().get(code, code)


@cache
def demonyms() -> dict[str, str]:
    """Folded single-word adjectives of countries, each with its code."""
    return {ascii_fold(word): row["iso3"] for row in rows("countries") for word in row.get("demonyms", ())}


@cache
def _seats() -> dict[str, str]:
    return {ascii_fold(word): row["iso3"] for row in rows("countries") for word in row.get("capitals", ())}


@cache
def _labels() -> dict[str, str]:
    found = dict(demonyms())
    for row in rows("countries"):
        for word in (row["name"], *row.get("names", ()), *row.get("metonyms", ()), *row.get("capitals", ())):
            found.setdefault(ascii_fold(word), row["iso3"])
    return found


def words_of_countries() -> dict[str, str]:
    """Folded names, adjectives, metonyms and seats of government of countries, each with its code."""
    return _labels()


def country_of(text: str) -> str:
    """The code of the country that the first words of a label name ("Chinese defence ministry"), or nothing."""
    tokens = [token.removesuffix("'s") for token in ascii_fold(text).split()]
    for at in range(min(len(tokens), 3)):
        for width in (3, 2, 1):
            code = _labels().get(" ".join(tokens[at : at + width]))
            if code:
                return code
    return ""


def seat_of(place: str) -> str:
    """The code of the country whose seat of government the place is, or nothing."""
    return _seats().get(ascii_fold(place), "")
