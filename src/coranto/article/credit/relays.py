"""Relays: where an article says it came out first, and whom a post of a forum repeats."""

import re
from collections.abc import Iterator
from functools import cache

from coranto.article.credit.givers import ALL, giver_at, listed
from coranto.article.credit.leads import any_in, leads, lowered, one_of, phrases_of
from coranto.article.credit.names import Name
from coranto.article.credit.places import is_place
from coranto.article.credit.spot import Spot, spot
from coranto.article.dates.find import find_dates
from coranto.data import rows

_FAR = 160
_NEAR = 60
_VERB = 14
_LICENCE = re.compile(r"[^.\n]{0,30}?\b(?:under|with)\b[^.\n]{0,60}?\b(?:from|by)\s+", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:first|originally|republished|initialement|originalmente|zuerst|eerder)\b[^.\n]{0,30}$", re.IGNORECASE
)
_RUN = re.compile(r"\s?(?P<name>(?:The\s)?[A-Z][\w'’&.-]{1,24}(?:\s(?:of\s|the\s)?[A-Z][\w'’&.-]{0,24}){0,4})")


def relays(text: str, start: int, stop: int, margin: bool) -> Iterator[Spot]:
    """The outlet that a paragraph says the article came out in first."""
    low = lowered(text, start, stop)
    if not (any_in(low, "relay", "leads") or any_in(low, "relay", "alone")):
        return
    for lead in _relayed().finditer(text, start, stop):
        found = _relayed_by(text, lead.end(), stop)
        if found is not None:
            yield spot(found, "relay", margin)
            return


@cache
def _relayed() -> re.Pattern[str]:
    lead, subject, alone = (one_of(phrases_of("relay", key)) for key in ("leads", "subjects", "alone"))
    told = rf"(?<!\w)(?:{subject})(?:\s[^\s.]{{1,20}}){{0,3}}?\s(?:{lead})(?!\w)"
    return re.compile(rf"{told}|(?:^|(?<=[\n(*.]\s)|(?<=[\n(*]))(?:{alone})(?!\w)[:：]?", re.IGNORECASE)


def _relayed_by(text: str, at: int, stop: int) -> Name | None:
    """The name behind a relay's words, also behind "under a Creative Commons licence from"."""
    found, _ = listed(text, at, min(stop, at + _FAR), ALL)
    if found:
        return found[0]
    if _FIRST.search(text, max(0, at - 40), at):
        return _unlisted(text, at, stop)
    licence = _LICENCE.match(text, at, min(stop, at + _FAR))
    held = listed(text, licence.end(), min(stop, licence.end() + _FAR), ALL)[0] if licence else []
    return held[0] if held else None


def _unlisted(text: str, at: int, stop: int) -> Name | None:
    """An outlet that no row has, by the shape of its name: capitals, and no day, month or place."""
    run = _RUN.match(text, at, min(stop, at + _NEAR))
    name = run["name"].rstrip(".'’") if run else ""
    if run is None or is_place(name) or find_dates(f"{name} 1") or name.lower() in _never():
        return None
    return Name(name, "agency", run.start("name"), run.start("name") + len(name))


@cache
def _never() -> frozenset[str]:
    """Words in capitals behind "published on" that name no outlet: days and months."""
    months = (name for row in rows("months") for name in row["names"])
    return frozenset((*months, *phrases_of("relay", "never")))


def repeated(text: str, start: int, stop: int) -> Iterator[Spot]:
    """Whom a post of a forum says at its opening that it repeats."""
    opening = (start, min(stop, start + _FAR))
    lead = next(leads("forum", "leads", text, opening), None)
    if lead is not None and lead.start() == start:
        found, _ = listed(text, lead.end(), min(stop, lead.end() + _NEAR), ALL)
        yield from (spot(one, "relay", False) for one in found[:1])
        return
    told = giver_at(text, start, min(stop, start + _NEAR), ALL)
    if told is None:
        return
    tail = next(leads("forum", "tails", text, (told.end, min(stop, told.end + _VERB))), None)
    if tail is not None and not text[told.end : tail.start()].strip():
        yield spot(told, "relay", False)
