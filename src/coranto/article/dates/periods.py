"""Of all times that a text tells of, those that say something of its day of publication by themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from coranto.article.dates.spread import number
from coranto.article.dates.told import Told

_SAME_STORY, _APART = 45, 62
"""Days around a date with a year in which one without belongs to it; days between the times of two periods."""


def telling(times: Sequence[Told], years: Iterable[int]) -> list[Told]:
    """One time for each period: the last told as past, the first told as to come.

    The other times of a period tell of the same thing and don't count again; a date without a year that stands with
    one of the same weeks takes its year; a year counts where no other time, and none of `years`, is of it.
    """
    own = [one for one in _attached(_unlike(times)) if not one.old]
    beside = [one for one in own if one.unit]
    days = [one for one in own if one.year and one.month and not one.unit]
    named = {one.year for one in days} | set(years)
    bare = [one for one in own if one.kind == "year" and not one.unit and one.year not in named]
    rest = [one for one in own if not one.year and not one.unit]
    return [*beside, *_periods(days), *bare, *_periods(rest)]


def newest_first(times: Sequence[Told]) -> list[tuple[Told, float]]:
    """The times with their weights: of those with a year the last day or month, the last year and the first one to
    come after these count fully, the others, which most texts tell of as well, together as `rest`."""
    dated = [one for one in times if one.year and not one.unit]
    past = [one for one in dated if one.lean != "future"]
    full = [
        max((one for one in past if bool(one.month) is exact), key=_order, default=None) for exact in (True, False)
    ]
    last = max((first_day(one) for one in past if one.lean == "past" or one.month), default=date.min)
    full.append(min((o for o in dated if o.lean == "future" and first_day(o) >= last), key=_order, default=None))
    rest = number("solver", "rest") / max(1, len(dated) - sum(one is not None for one in full))
    return [(one, 1.0 if not one.year or one.unit or one in full else rest) for one in times]


def first_day(told: Told) -> date:
    """The first day of a time; of one without a year that of a leap year."""
    try:
        return date(told.year or 2000, told.month or 1, told.day or 1)
    except ValueError:
        return date(told.year or 2000, told.month, 28)


def _unlike(times: Sequence[Told]) -> list[Told]:
    """The times without repeats, each as it is said most tellingly: beside a word, with a weekday, as past."""
    best: dict[tuple[int, int, int], Told] = {}
    for one in times:
        held = best.get((one.year, one.month, one.day))
        if held is None or _clearness(one) > _clearness(held):
            best[(one.year, one.month, one.day)] = one
    return list(best.values())


def _clearness(told: Told) -> tuple[bool, bool, bool, bool]:
    return (not told.old, bool(told.unit), told.weekday >= 0, told.lean == "past")


def _attached(times: Sequence[Told]) -> list[Told]:
    """The times, those without a year with the year of one that is told of the same weeks."""
    known = [one for one in times if one.year and one.month]
    out = []
    for one in times:
        if one.kind in ("yearless", "bare") and not one.unit and one.weekday < 0:
            near = [
                (_gap(one, other), other.year)
                for other in known
                if (other.lean == "future") is (one.lean == "future")
            ]
            gap, year = min(near, default=(_APART, 0))
            one = replace(one, year=year if gap <= _SAME_STORY else 0)
        out.append(one)
    return _unlike(out)


def _gap(told: Told, other: Told) -> int:
    """The days between a date without a year, put into the year of another, and that other."""
    return abs((first_day(replace(told, year=other.year)) - first_day(other)).days)


def _periods(times: Sequence[Told]) -> list[Told]:
    """The last time of each period that is not told as to come, and the first of each that is."""
    past = sorted((one for one in times if one.lean != "future"), key=_order)
    ahead = sorted((one for one in times if one.lean == "future"), key=_order, reverse=True)
    kept = []
    for run in (past, ahead):
        for n, one in enumerate(run):
            far = n + 1 == len(run) or abs((first_day(run[n + 1]) - first_day(one)).days) > _APART
            if far or (run[n + 1].kind != one.kind and one.day > 0):
                kept.append(one)
    return kept


def _order(told: Told) -> tuple[date, int]:
    return first_day(told), told.day
