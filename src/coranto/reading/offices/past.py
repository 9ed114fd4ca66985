"""Offices that are over though no word before the name says so: by the years of known holders, and by what the rest
of the article says of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from coranto.data import rows
from coranto.reading.offices.holder import statuses
from coranto.text.normal import ascii_fold
from coranto.types import Interval, Name, OfficeMention

_ROLES = {
    "president": "president",
    "prime minister": "government",
    "premier": "government",
    "chancellor": "government",
    "pope": "pope",
    "king": "crown",
    "queen": "crown",
    "secretary of state": "secretary",
    "secretary-general": "secretary",
    "secretary general": "secretary",
}
_LONG = date(1990, 1, 1)  # nobody who left before is in office on a page of the web
_EVER = date.max


def with_past(
    found: Sequence[OfficeMention], names: Iterable[Name], published: Interval | None
) -> tuple[OfficeMention, ...]:
    """The offices; those that end before the article is published, or that it elsewhere calls former, are so."""
    full = {name.key: _folded(name.full) for name in names if name.kind == "person"}
    day = published.start if published and published.start else _LONG
    over = {(one.person, one.title) for one in found if one.person and one.status == "former" and _is_called(one)}
    return tuple(
        replace(one, status="former", sector=_elite(one.sector))
        if one.person
        and one.status == "current"
        and not one.since
        and ((one.person, one.title) in over or _ended(one, full.get(one.person, "")) < day)
        else one
        for one in found
    )


def _is_called(one: OfficeMention) -> bool:
    """Whether a word before the office calls it over; that somebody "was president" may be told of any time."""
    return any(statuses().get(word.rstrip("-")) == "former" for word in one.text.lower().split())


def _elite(sector: tuple[str, ...]) -> tuple[str, ...]:
    return sector if "ELI" in sector else ("ELI", *sector)


def _ended(one: OfficeMention, full: str) -> date:
    """The day on which a known holder of this name left such an office for the last time."""
    if one.organisation or not full:
        return _EVER
    if one.title in _titles():
        left = _gone().get(full)
        if left is not None:
            return left
    role = _ROLES.get(one.title, "")
    words = full.split()
    for at in range(len(words) if role else 0):
        left = _spells().get((role, " ".join(words[at:])))
        if left is not None:
            return left
    return _EVER


@cache
def _spells() -> dict[tuple[str, str], date]:
    """The last day of each known holder, by role and name; holders in office have none."""
    out: dict[tuple[str, str], date] = {}
    for row in rows("known-offices"):
        last = max(spell[1] if len(spell) > 1 else _EVER for spell in row["spells"])
        for name in row["names"]:
            key = row["role"], _folded(name)
            out[key] = max(out.get(key, date.min), last)
    return out


@cache
def _gone() -> dict[str, date]:
    """The day on which each holder of `past` left, by the forms of the name."""
    return {_folded(name): row["until"] for row in rows("known-offices", "past") for name in row["names"]}


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for row in rows("known-offices", "past-titles") for word in row["words"])


def _folded(text: str) -> str:
    return ascii_fold(text).lower().removeprefix("the ")
