"""How likely each day of a window is the day of publication, given one time that a text tells of."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from coranto.article.dates.told import Told
from coranto.data import rows

Days = NDArray[np.float64]
Spans = tuple[tuple[date, date | None], ...]
_LEAST = 1e-7
"""The least chance of a day, so that one mistaken time doesn't rule it out."""
_FIRST, _LAST = date(1850, 1, 1), date(2180, 1, 1)
_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS, _MONTH = 12, 30


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are weighed, as ordinals, half-open."""

    first: int
    last: int

    @classmethod
    def of_years(cls, first: int, last: int) -> "Window":
        """The window of some years, the last one with them, as far as the calendar goes."""
        start, end = max(_FIRST, date(first, 1, 1)), min(_LAST, date(last + 1, 1, 1))
        return cls(start.toordinal(), max(start, end).toordinal())

    @property
    def days(self) -> NDArray[np.int64]:
        """Its days."""
        return np.arange(self.first, self.last, dtype=np.int64)

    @property
    def months(self) -> NDArray[np.int64]:
        """The month of each day, counted from year 0."""
        return _calendar()[0][self.first - _FIRST.toordinal() : self.last - _FIRST.toordinal()]

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The number of each day in its month."""
        return _calendar()[1][self.first - _FIRST.toordinal() : self.last - _FIRST.toordinal()]


@cache
def _calendar() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    days = np.arange(_FIRST.toordinal() - _EPOCH, _LAST.toordinal() - _EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    numbers = (days - months.astype("datetime64[D]")).astype(np.int64) + 1
    return months.astype(np.int64) + 1970 * _MONTHS, numbers


def chances(window: Window, told: Told, near: str = "") -> Days:
    """The chance of each day of the window, up to a factor that is the same for all days. `near` says that the text
    is fresh news: the weekday `stands` with a full date, or `may` be named bare elsewhere."""
    kind, lean = told.kind, told.lean
    if told.unit:
        return _beside(window, told)
    if kind == "day":
        day = date.fromordinal(_ordinal(told.year, told.month, told.day))
        plain = around(window, day, "dayweek" if day.weekday() == told.weekday else kind, lean)
        if not near:
            return plain
        voted = around(window, day, "voted", lean)
        return voted if near == "stands" else (plain + voted) / 2
    if kind == "month":
        return _steps(window.months - (told.year * _MONTHS + told.month - 1), kind, lean)
    if kind == "year":
        return _steps(window.months // _MONTHS - told.year, kind, lean)
    if kind == "bare":
        return _turned(window.months % _MONTHS - (told.month - 1), _MONTHS, kind, lean)
    if kind == "monthday" and told.weekday < 0:
        return _turned(window.numbers - told.day, _MONTH, kind, "")
    return _each(window, told, kind, lean)


def around(window: Window, day: date, kind: str, lean: str) -> Days:
    """The same around one known day."""
    return _steps(window.days - day.toordinal(), kind, lean)


def era(window: Window) -> Days:
    """How many pages there are of each day, beside other days: the web is young."""
    years = window.months // _MONTHS
    chance = np.ones(len(years))
    for row in rows("page-dating", "era"):
        chance[years < row["before"]] = row["share"]
    return chance


def spells(window: Window, spans: Spans) -> Days:
    """The chance of each day when something holds in some spans of days: most of it inside; a span that had not
    ended when the rows were written (`until`) fades after that day."""
    days, wrong = window.days, number("solver", "mistaken")
    until = rows("page-dating", "solver")[0]["until"].toordinal()
    inside = np.zeros(len(days))
    for start, end in spans:
        held = days >= start.toordinal()
        if end is not None:
            inside[held & (days < end.toordinal())] = 1.0
        else:
            last = max(until, start.toordinal())
            inside[held] = np.exp2(-np.maximum(days[held] - last, 0) / number("solver", "fade"))
    outside = inside == 0
    if outside.all() or not outside.any():
        return np.full(len(days), 1.0)
    chance: Days = np.where(outside, wrong / outside.sum(), (1 - wrong) * inside / inside.sum())
    return chance + _LEAST / len(days)


def _ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day; of one that its month lacks, that of a day near it."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return date(year, month, 28).toordinal()


def _steps(apart: NDArray[np.int64], kind: str, lean: str) -> Days:
    """The chance of each distance."""
    table, far = _table(kind, lean)
    chance: Days = table.take(apart + far + 1, mode="clip")
    return chance


def _turned(apart: NDArray[np.int64], turn: int, kind: str, lean: str) -> Days:
    """The chance of a distance that is known but for whole turns, such as that of a month without its year."""
    return _steps(apart - turn, kind, lean) + _steps(apart, kind, lean) + _steps(apart + turn, kind, lean)


def _each(window: Window, told: Told, kind: str, lean: str) -> Days:
    """The chance of each day around every day of the calendar that a date without a year or month may mean."""
    chance = np.full(window.last - window.first, _LEAST)
    table, far = _table(kind, lean)
    for day in _meant(window, told):
        a, b = max(window.first, day - far), min(window.last, day + far + 1)
        if a < b:
            chance[a - window.first : b - window.first] += table[a - day + far + 1 : b - day + far + 1]
    return chance


def _meant(window: Window, told: Told) -> list[int]:
    """The days of the window, and of a year around it, that a date may mean; its weekday rules out the others."""
    first, last = window.first // 366 - 1, window.last // 365 + 2
    years = (told.year,) if told.year else range(max(1, first), last)
    months = (told.month,) if told.month else range(1, _MONTHS + 1)
    days = []
    for year in years:
        for month in months:
            try:
                day = date(year, month, told.day)
            except ValueError:
                continue
            if told.weekday in (-1, day.weekday()):
                days.append(day.toordinal())
    return days


def _beside(window: Window, told: Told) -> Days:
    """The days that a word beside a date or year leaves ("yesterday, 3 May"; "next year, 2024")."""
    sure = number("solver", "sure")
    if told.unit == "year":
        return np.where(
            window.months // _MONTHS == told.year + told.shift, sure / 365, (1 - sure) / len(window.days)
        )
    chance = np.full(window.last - window.first, (1 - sure) / (window.last - window.first))
    for day in _meant(window, told):
        if window.first <= day + told.shift < window.last:
            chance[day + told.shift - window.first] = sure
    return chance


@cache
def _table(kind: str, lean: str) -> tuple[Days, int]:
    """The chance per step of each distance from `-far` to `far`, with the least chance at both ends."""
    found = [row for row in rows("page-dating", "spread") if row["kind"] == kind]
    row = next((one for one in found if one["lean"] == lean), found[0])
    far: int = row["far"]
    table = np.full(2 * far + 3, _LEAST)
    for (start, end), mass in zip(pairwise((-far, *row["edges"], far + 1)), row["mass"], strict=True):
        table[start + far + 1 : end + far + 1] += mass / (end - start)
    return table, far


@cache
def number(table: str, name: str) -> float:
    """A number of the solver, by its table and name."""
    return float(rows("page-dating", table)[0][name])
