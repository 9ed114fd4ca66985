"""Times as pages give them, as spans of minutes: what is surely before what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

DAY = 24 * 60
"""Minutes of a day."""
_LENGTHS = (4, 7, 10)


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes from `start` up to and not including `end`, counted from the year 1."""

    start: int
    end: int


def span(when: str) -> Span | None:
    """The minutes that an ISO time may stand for: one for a clock time, all of its day for a date, all of it for a
    month, a year or an interval. None for what is no time. A clock time without zone counts as UTC."""
    first, slash, last = when.strip().partition("/")
    if slash:
        start, end = span(first), span(last)
        return Span(start.start, end.end) if start and end and start.start < end.end else None
    try:
        if len(first) in _LENGTHS:
            return _days(first)
        at = datetime.fromisoformat(first)
        if at.tzinfo is not None:
            at = at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    minute = at.toordinal() * DAY + at.hour * 60 + at.minute
    return Span(minute, minute + 1)


def _days(text: str) -> Span:
    year, month = int(text[:4]), int(text[5:7] or 1)
    if len(text) == len("2023-10-30"):
        first = date.fromisoformat(text).toordinal()
        return Span(first * DAY, (first + 1) * DAY)
    months = 12 if len(text) == len("2023") else 1
    behind = year * 12 + month - 1 + months
    return Span(date(year, month, 1).toordinal() * DAY, date(behind // 12, behind % 12 + 1, 1).toordinal() * DAY)
