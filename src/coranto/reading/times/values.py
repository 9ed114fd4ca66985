"""TIMEX3 values: the days they stand for, their granularity, and how to step from one to another."""

import re
from calendar import monthrange
from datetime import date, timedelta

from coranto.types import Interval
from coranto.types.reading import Granularity
from coranto.types.time import day as one_day

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?$"
)
_ORDER: tuple[tuple[str, Granularity], ...] = (
    ("day", "day"), ("month", "month"), ("weekday", "day"), ("week", "week"), ("quarter", "quarter"),
    ("half", "half"), ("season", "season"), ("year", "year"),
)  # fmt: skip


def granularity_of(value: str) -> Granularity:
    """How fine a value is: `2023-10` is a month, `2023-W44` a week, `199` a decade; also for X forms."""
    head, _, clock = value.partition("T")
    if clock and not value.startswith("P"):
        return "daypart" if clock[:2].isalpha() else "minute" if ":" in clock else "hour"
    if head.endswith("-WE"):
        return "unknown"
    if re.fullmatch(r"\d{3}|\d{2}", head):
        return "decade" if len(head) == 3 else "century"
    shape = (
        head.partition("/")[0].replace("XXXX", "2000").replace("WXX", "W01").replace("XX", "01").replace("X", "1")
    )
    match = _VALUE.match(shape)
    if match is None:
        return "unknown"
    return next((kind for group, kind in _ORDER if match.group(group)), "unknown")


def interval_of(value: str) -> Interval | None:
    """The days of a DATE or TIME value, None for durations, references and values with an X."""
    if "/" in value:
        first, _, second = value.partition("/")
        begin, finish = interval_of(first), interval_of(second)
        return _between(begin.start, finish.end) if begin and finish else None
    head = value.partition("T")[0]
    try:
        if re.fullmatch(r"\d{3}", head) and int(head) < 999:
            return Interval(date(max(int(head), 1) * 10, 1, 1), date(int(head) * 10 + 10, 1, 1))
        if re.fullmatch(r"\d{2}", head) and 0 < int(head) < 99:
            return Interval(date(int(head) * 100, 1, 1), date(int(head) * 100 + 100, 1, 1))
        match = _VALUE.match(head)
        return _calendar(match) if match else None
    except (ValueError, OverflowError):
        return None


def _between(start: date, end: date) -> Interval | None:
    return Interval(start, end) if start < end else None


def _calendar(match: re.Match[str]) -> Interval:
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"] or "")
    if match["day"]:
        return one_day(date(year, int(match["month"]), int(match["day"])))
    first, count = 1, 12
    if match["month"]:
        first, count = int(match["month"]), 1
    elif match["quarter"]:
        first, count = int(match["quarter"]) * 3 - 2, 3
    elif match["half"]:
        first, count = int(match["half"]) * 6 - 5, 6
    elif match["season"]:
        first, count = SEASONS[match["season"]], 3
    start = date(year, first, 1)
    return Interval(start, month_start(start, count))


def _week(year: int, week: int, weekday: str) -> Interval:
    monday = date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return Interval(monday + timedelta(days=5), monday + timedelta(days=7))
    if weekday:
        return one_day(monday + timedelta(days=int(weekday) - 1))
    return Interval(monday, monday + timedelta(days=7))


def month_start(day: date, months: int) -> date:
    """The first day of the month `months` after that of `day`. Raises `ValueError` outside years 1 to 9999."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_shift(day: date, months: int) -> date:
    """The same day `months` later, or that month's last. Raises `ValueError` outside years 1 to 9999."""
    first = month_start(day, months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def of_day(day: date, unit: str) -> str:
    """The value of the week, month, quarter, year ... (ISO letter) in which a day lies."""
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    shapes = {
        "D": day.isoformat(),
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }
    return shapes[unit]


_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def step(day: date, count: float, unit: str) -> date | None:
    """The day `count` units (ISO letters; negative is earlier) from `day`, None beyond the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        return month_shift(day, round(count * _MONTHS[unit]))
    except (ValueError, OverflowError):
        return None


def part_of(interval: Interval, mod: str) -> Interval:
    """The first, middle or last third (mod START, MID, END) of an interval, a day of slack on each side."""
    if mod not in ("START", "MID", "END") or interval.days < 3:
        return interval
    third = interval.days // 3
    low, high = {"START": (0, third + 1), "MID": (third - 1, 2 * third + 1), "END": (2 * third - 1, interval.days)}[
        mod
    ]
    return Interval(interval.start + timedelta(days=low), min(interval.start + timedelta(days=high), interval.end))
