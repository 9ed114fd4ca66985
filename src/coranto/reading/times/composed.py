"""Resolving expressions that hold another: a clock time or part of a named day, days counted from one."""

import re
from dataclasses import replace

from coranto.reading.times.grammar import rules
from coranto.reading.times.ground import Found, Ground, open_date
from coranto.reading.times.narrative import NARRATIVE, OPEN, counted
from coranto.reading.times.periods import PERIODS
from coranto.reading.times.relative import RELATIVE
from coranto.reading.times.resolve import CALENDAR, Resolver, clock_value, lookup
from coranto.reading.times.spans import SPANS, about_mod, amount, unit_code
from coranto.reading.times.values import interval_of, of_day

_DAYS = ("month_day", "day_month", "weekday", "today", "holiday")


def _day(text: str, ground: Ground) -> Found | None:
    """The day that the words inside an expression name."""
    for name in _DAYS:
        inner = rules()[name].fullmatch(text)
        if inner:
            return RESOLVERS[name](inner, ground)
    return None


def _at(found: Found | None, clock: str) -> Found | None:
    if found is None or not clock:
        return None
    return replace(found, type="TIME", value=f"{found.value.partition('T')[0]}T{clock}", interval=None)


def clock_day(match: re.Match[str], ground: Ground) -> Found | None:
    """5 p.m. Tuesday, 9 a.m. EST, Nov. 6: the clock time of a resolved day."""
    return _at(_day(match["day"], ground), clock_value(match["clock"]))


def part_day(match: re.Match[str], ground: Ground) -> Found | None:
    """The night of Friday, the morning of May 3, the early hours of Thursday."""
    part = "MO" if match["hours"] else lookup("daypart", "code")[match["part"]]
    return _at(_day(match["day"], ground), part)


def span_from(match: re.Match[str], ground: Ground) -> Found | None:
    """Two days after May 3, the day before Christmas: counted from the day named."""
    first, count, unit = _day(match["day"], ground), amount(match["num"]), unit_code(match["unit"])
    if first is None or count is None:
        return None
    days, mod = interval_of(first.value), about_mod(match["about"])
    sign = -1 if match["dir"] == "before" else 1
    value = None if days is None or unit.startswith("T") else counted(days.start, sign * count, unit)
    return replace(first, type="DATE", value=value, mod=mod, interval=None) if value else open_date(OPEN["D"], mod)


def week_of(match: re.Match[str], ground: Ground) -> Found | None:
    """The week of March 6: the calendar week of a resolved day."""
    first = _day(match["day"], ground)
    days = interval_of(first.value) if first else None
    return replace(first, value=of_day(days.start, "W")) if first and days else first


RESOLVERS: dict[str, Resolver] = {
    **CALENDAR, **PERIODS, **RELATIVE, **NARRATIVE, **SPANS, "clock_day": clock_day, "part_day": part_day,
    "span_from": span_from, "week_of": week_of,
}  # fmt: skip
