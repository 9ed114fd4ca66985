"""Printed dates: found in a line, with their labels ("Published", "Updated", "Today") and clock times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coranto.data import rows
from coranto.text.normal import straight
from coranto.types import Dated, Evidence
from coranto.types.article import Known

_ISO = re.compile(
    r"\b((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d\d(?:\.\d{1,9})?)?\s?(Z\b"
    r"|[+-]\d\d:?\d\d)?)?"
)
_EAST = re.compile(
    r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|\b((?:19|20)\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})\b"
)
_NUMBERS = re.compile(r"\b(\d{1,2})([./-]) ?(\d{1,2})\2 ?((?:19|20)\d\d|\d\d)\b")
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})\b")
_CLOCK = re.compile(
    r"\b(2[0-3]|[01]?\d)(?:[:h](\d{2})(?::\d{2})?|\.(\d{2})(?=\s?(?:[ap]\.?m|Uhr|GMT|BST)))?\s?([ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\s?\(?(?:(?:GMT|UTC)\s?)?([+-])(\d{1,2}):?(\d{2})?\b")
_FIRST, _LAST = 1800, 2100
_DATE_LINE = 28
"""A line so short that "4.5.21" in it is its date and not a number of something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date in a line: its day, clock time (None without one), the zone's hours or IANA name, its label
    (`published`, `updated`, `capture`, `member` or empty) and its half-open offsets."""

    day: date
    clock: tuple[int, int] | None
    zone: float | str | None
    label: str
    start: int
    end: int
    text: str
    yearless: bool = False


@cache
def _months() -> dict[str, int]:
    return {name: row["month"] for row in rows("months") for name in row["names"]}


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?P<m>{names})\b\.?"
    year = r"(?P<y>(?:19|20)\d\d)\b"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    gap = r"[\s,/-]{1,3}(?:de |del |of )?"
    flags = re.IGNORECASE
    return (
        re.compile(rf"\b{day}{gap}{month}(?:{gap}{year})?", flags),
        re.compile(rf"\b{month}[\s-]{day}(?!\d|:\d|\.\d)(?:[\s,]{{1,3}}{year})?", flags),
        re.compile(rf"\b{year}\.?[\s,]{{1,2}}{month}\s{day}(?!\d)", flags),
    )


@cache
def _labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    out = []
    for row in rows("months", "label"):
        names = "|".join(sorted(map(re.escape, row["names"]), key=len, reverse=True))
        out.append(
            (
                re.compile(rf"(?:^|[\s|•·,;(/-])(?:{names})(?:\s(?:on|at|am|le|el|em|il))?\s?[:：|•·.,-]?\s*$"),
                row["role"],
            )
        )
    return tuple(out)


@cache
def _zones() -> tuple[re.Pattern[str], dict[str, float | str]]:
    known: dict[str, float | str] = {}
    for row in rows("clock_zones"):
        known |= dict.fromkeys(row["names"], row.get("zone", row.get("hours")))
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return re.compile(rf"\s?\(?({names})\b"), known


def label_before(text: str) -> str:
    """The role of the date label that a text ends with, or an empty string."""
    tail = straight(text[-48:]).casefold()
    return next((role for pattern, role in _labels() if pattern.search(tail)), "")


def find_dates(text: str, near: date | None = None, month_first: bool = False) -> list[Found]:
    """The dates of one line in order; `near` (the day of capture) gives yearless ones their year.

    `month_first` reads 10/11/2023 as October 11. Only the first 400 characters are looked at.
    """
    line = text[:400]
    taken: list[Found] = []
    last = 0
    for start, end, day, clock, zone, yearless in sorted(_days(line, near, month_first)):
        if start < last:
            continue
        if clock is None:
            clock, zone, start, end = _clock_near(line, start, end, last)
        label = label_before(line[last:start])
        taken.append(
            Found(
                day=day,
                clock=clock,
                zone=zone,
                label=label,
                start=start,
                end=end,
                text=text[start:end],
                yearless=yearless,
            )
        )
        last = end
    return taken


_Day = tuple[int, int, date, tuple[int, int] | None, float | str | None, bool]


def _days(line: str, near: date | None, month_first: bool) -> Iterator[_Day]:
    for m in _ISO.finditer(line):
        day = _day(m[1], m[2], m[3])
        if day:
            clock = (int(m[4]), int(m[5])) if m[4] and int(m[4]) < 24 and int(m[5]) < 60 else None
            yield m.start(), m.end(), day, clock, _hours(m[6]), False
    for m in _EAST.finditer(line):
        day = _day(m[1] or m[4], m[2] or m[5], m[3] or m[6])
        if day:
            yield m.start(), m.end(), day, None, None, False
    for m in _YEAR_FIRST.finditer(line):
        day = _day(m[1], m[2], m[3])
        if day:
            yield m.start(), m.end(), day, None, None, False
    for pattern in _named():
        for m in pattern.finditer(line):
            day = _named_day(m, near)
            if day:
                yield m.start(), m.end(), day, None, None, not m["y"]
    for m in _NUMBERS.finditer(line):
        day = _number_day(m, month_first)
        if day and (len(m[4]) == 4 or m[2] != "." or len(line) <= _DATE_LINE):
            yield m.start(), m.end(), day, None, None, False


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if _FIRST <= made.year < _LAST else None


def _named_day(m: re.Match[str], near: date | None) -> date | None:
    month = _months().get(m["m"].casefold(), 0)
    if not month:
        return None
    if m["y"]:
        return _day(m["y"], month, m["d"])
    if near is None or m["m"].islower():
        return None
    made = _day(near.year, month, m["d"])
    return _day(near.year - 1, month, m["d"]) if made and made > near + timedelta(days=1) else made


def _number_day(m: re.Match[str], month_first: bool) -> date | None:
    a, b, year = int(m[1]), int(m[3]), int(m[4])
    if len(m[4]) == 2:
        year += 2000
    if m[2] != "." and ((month_first and a <= 12) or (b > 12 >= a)):
        return _day(year, a, b)
    return _day(year, b, a)


def _hours(offset: str | None) -> float | None:
    if not offset:
        return None
    if offset == "Z":
        return 0.0
    digits = offset[1:].replace(":", "")
    return (int(digits[:2]) + int(digits[2:]) / 60) * (-1 if offset[0] == "-" else 1)


def _clock_near(
    line: str, start: int, end: int, floor: int
) -> tuple[tuple[int, int] | None, float | str | None, int, int]:
    """The clock time right after a date, or right before it, with the span that then holds both."""
    for m in _CLOCK.finditer(line, end, min(len(line), end + 28)):
        clock = _clock(m)
        if clock and re.fullmatch(
            r"[\s,|•·–—()-]*(?:at|um|à|a las|às|alle|kl\.?|klo|в|o|-)?\s*", line[end : m.start()], re.I
        ):
            zone, stop = _zone_after(line, m.end())
            return clock, zone, start, stop
    for m in _CLOCK.finditer(line, max(floor, start - 28), start):
        clock = _clock(m)
        zone, stop = _zone_after(line, m.end())
        weekday = r"[\s,|•·–—)-]*(?:on\s)?(?:[A-Za-z]{3,9},?\s+)?"
        if clock and stop <= start and re.fullmatch(weekday, line[stop:start]):
            return clock, zone, m.start(), end
    return None, None, start, end


def _clock(m: re.Match[str]) -> tuple[int, int] | None:
    hour, minute, half = int(m[1]), m[2] or m[3], (m[4] or "").lower()
    if minute is None and not half:
        return None
    if minute is not None and int(minute) > 59:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour, int(minute or 0)


def _zone_after(line: str, at: int) -> tuple[float | str | None, int]:
    pattern, known = _zones()
    offset = _OFFSET.match(line, at)
    if offset and int(offset[2]) <= 14:
        hours = int(offset[2]) + int(offset[3] or 0) / 60
        return (-hours if offset[1] == "-" else hours), offset.end()
    named = pattern.match(line, at)
    return (known[named[1]], named.end()) if named else (None, at)


def dated(found: Found, assumed: str = "", known: Known = "printed", where: str = "") -> Dated:
    """The `Dated` of a found date; `assumed` is the outlet's IANA zone, used where no zone is printed."""
    evidence = (
        Evidence(rule=f"{known} date{' ' + found.label if found.label else ''}", text=found.text, where=where),
    )
    end = found.day + timedelta(days=1)
    if found.clock is None:
        return Dated(
            value=found.day.isoformat(), start=found.day, end=end, precision="day", known=known, evidence=evidence
        )
    plain = datetime(found.day.year, found.day.month, found.day.day, *found.clock)
    offset = _offset(plain, found.zone if found.zone is not None else assumed)
    value = plain.isoformat(timespec="minutes") + offset
    zone = "stated" if offset and found.zone is not None else "assumed" if offset else ""
    return Dated(
        value=value, start=found.day, end=end, precision="minute", known=known,
        zone=zone, evidence=evidence,  # type: ignore[arg-type]
    )  # fmt: skip


def _offset(when: datetime, zone: float | str) -> str:
    """`+08:00` for a zone at that time, or an empty string where it is not known."""
    if isinstance(zone, float):
        made = when.replace(tzinfo=timezone(timedelta(hours=zone)))
    elif zone:
        try:
            made = when.replace(tzinfo=ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            return ""
    else:
        return ""
    return made.isoformat(timespec="minutes")[16:]


def day_of(value: str) -> date | None:
    """The day of an ISO date or time, or None."""
    found = _ISO.match(value.strip())
    return _day(found[1], found[2], found[3]) if found else None
