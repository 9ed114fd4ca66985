"""Actors as people write them: the names of countries, the code behind a name."""

from functools import cache
from typing import Any

from coranto.data import rows

_OTHERS = {"EUR": "European Union", "UNO": "United Nations", "IGO": "International organisations",
           "NGO": "Non-governmental organisations", "ISM": "Islamist groups", "MNC": "Companies"}  # fmt: skip


@cache
def _countries() -> dict[str, dict[str, Any]]:
    return {row["iso3"]: row for row in rows("countries")}


@cache
def _codes() -> dict[str, str]:
    """Every name of a country, folded, with its code; the first row that has a name keeps it."""
    found: dict[str, str] = {}
    for code, row in _countries().items():
        for name in (row["name"], *row.get("names", ())):
            found.setdefault(name.casefold(), code)
    return found


def is_code(name: str) -> bool:
    """Whether this has the form of an actor's code, such as `CHN`."""
    return len(name) == 3 and name.isascii() and name.isalpha()


def code_of(name: str) -> str:
    """The code of a country that is named or coded so; empty for anybody else."""
    if is_code(name):
        return name.upper()
    return _codes().get(" ".join(name.casefold().split()), "")


def called(name: str) -> str:
    """A code as the country's name, any other name as it is."""
    code = name.upper() if is_code(name) else ""
    row = _countries().get(code)
    return str(row["name"]) if row else _OTHERS.get(code, name)


def words_of(name: str) -> tuple[str, ...]:
    """Folded words by which texts speak of an actor: a country's names, peoples and adjectives, else the
    name and, of a name of several words, the last."""
    row = _countries().get(code_of(name))
    if row is None:
        folded = name.casefold()
        last = folded.split()[-1:] or [folded]
        return tuple(dict.fromkeys((folded, *last)))
    told = (row["name"], *row.get("names", ()), *row.get("demonyms", ()), *row.get("people", ()),
            *row.get("capitals", ()), *row.get("metonyms", ()))  # fmt: skip
    return tuple(dict.fromkeys(word.casefold() for word in told))


FILTERS = {"called": called}
