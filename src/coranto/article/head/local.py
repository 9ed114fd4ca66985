"""The day of a publication where its outlet is: markup gives a moment in UTC, the page prints the day there."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from coranto.article.dates.find import Found
from coranto.article.dates.find import dated as printed_dated
from coranto.types import Dated, Evidence

Line = tuple[str, Found]
_WEST, _EAST = timedelta(hours=-10), timedelta(hours=13)
_MONTH = re.compile(r"[^\W\d_]{3}")
_QUARTER = timedelta(minutes=15)
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_OWN = ("published", "")
# words beside a date in a line that is of the date: a weekday, an hour, a few minutes to read
_BESIDE = 16


def localised(first: Dated, lines: Iterable[Line], address: Dated) -> Dated:
    """A moment given in UTC as the day that the page's clock or address has it, which is that of the outlet.

    A printed time that is whole quarters of an hour off tells the zone; an address a day off tells the least.
    """
    moment = _moment(first)
    if moment is None:
        return first
    for line, found in lines:
        if found.clock is None or found.label not in _OWN or found.zone is not None:
            continue
        printed = datetime(found.day.year, found.day.month, found.day.day, *found.clock, tzinfo=UTC)
        off = printed - moment
        if off and printed.date() != moment.date() and _WEST <= off <= _EAST and not off % _QUARTER:
            return _moved(first, moment, off, f"line {line[:80]!r}")
    off = _least(moment, address.start)
    return _moved(first, moment, off, "url") if off else first


def migrated(first: Dated, last: Dated, lines: Iterable[Line], zone: str) -> Dated:
    """The date that the page prints, where its markup knows only when it was moved: a later moment that is that of
    the last change too."""
    told = list(lines)
    stated = first.evidence[0].rule if first.evidence else ""
    if stated != "metadata" or first.start is None or (last.start is not None and last.start != first.start):
        return first
    if any(abs(found.day - first.start) <= _DAY for _, found in told):
        return first
    for line, found in told:
        bare = len(line) - len(found.text) <= _BESIDE and _MONTH.search(found.text)
        if found.label in _OWN and bare and found.day < first.start:
            return printed_dated(found, zone, known="printed", where=f"line {line[:80]!r}")
        break
    return first


def _moment(first: Dated) -> datetime | None:
    """The moment of a date that has a clock time in UTC or without a zone."""
    if first.precision != "minute":
        return None
    made = datetime.fromisoformat(first.value)
    if made.tzinfo is None:
        return made.replace(tzinfo=UTC)
    return made if made.utcoffset() == timedelta(0) else None


def _least(moment: datetime, day: date | None) -> timedelta:
    """The least offset in whole hours that puts a moment on a day beside its own; zero where none does."""
    if day is None or abs(day - moment.date()) != _DAY:
        return timedelta(0)
    off = -_HOUR * (moment.hour + 1) if day < moment.date() else _HOUR * (24 - moment.hour)
    return off if _WEST <= off <= _EAST else timedelta(0)


def _moved(first: Dated, moment: datetime, off: timedelta, where: str) -> Dated:
    local = moment.astimezone(timezone(off))
    told = Evidence(rule="local day", text=local.date().isoformat(), where=where)
    return replace(
        first,
        value=local.isoformat(timespec="minutes"),
        start=local.date(),
        end=local.date() + _DAY,
        zone="assumed",
        evidence=(*first.evidence, told),
    )
