"""Ages that a page prints instead of a date ("5 hours ago"), counted back from the moment of its capture."""

import re
from datetime import date, datetime, timedelta
from functools import cache

from coranto.data import rows
from coranto.types import Dated, Evidence
from coranto.types.article import Precision

_MOST = 400
_MONTH, _HALF_MONTH = timedelta(days=30), timedelta(days=16)
_ONE_DAY = timedelta(days=1)
_UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": _ONE_DAY,
    "week": timedelta(days=7),
    "month": _MONTH,
}


def aged(line: str, captured: str) -> Dated:
    """The days on which a page was published whose line gives its age, or an empty `Dated`.

    An age is rounded: "5 hours ago" may be up to one unit more, months half a month on both sides. A capture
    without a clock time only lets ages in days and more be counted.
    """
    moment, exact = _moment(captured)
    found = next((m for m in map(_match, _patterns(), [line] * len(_patterns())) if m), None)
    if moment is None or found is None:
        return Dated()
    unit, words = found
    number = int(re.sub(r"\D", "", words) or 1)
    if number > _MOST or (not exact and unit in ("minute", "hour")):
        return Dated()
    step = _UNITS[unit]
    slack = _HALF_MONTH if unit == "month" else step if unit != "day" else timedelta(0)
    first = (moment - number * step - slack).date()
    last = (moment - number * step + (slack if unit == "month" else timedelta(0))).date()
    return _dated(first, min(last, moment.date()), words, captured)


def _dated(first: date, last: date, words: str, captured: str) -> Dated:
    days = (last - first).days + 1
    reason = Evidence(rule="age counted back from capture", text=f"{words} | {captured[:16]}", where="page head")
    precision: Precision = "day" if days <= 2 else "week" if days <= 8 else "interval"
    value = last.isoformat() if days <= 8 else first.isoformat()[:7]
    return Dated(
        value=value, start=first, end=last + _ONE_DAY, precision=precision, known="printed",
        evidence=(reason,),
    )  # fmt: skip


def _moment(captured: str) -> tuple[datetime | None, bool]:
    """The moment of capture, and whether its clock time is known."""
    try:
        return datetime.fromisoformat(captured.strip()).replace(tzinfo=None), len(captured.strip()) > len(
            "2023-01-01"
        )
    except ValueError:
        return None, False


def _match(pattern: tuple[re.Pattern[str], str], line: str) -> tuple[str, str] | None:
    found = pattern[0].search(line[:160])
    return (pattern[1], found.group().strip()) if found else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The ages in words, each with its unit; `#` in a row stands for the number."""
    out = []
    for row in rows("page-dating", "age"):
        names = "|".join(re.escape(one).replace(r"\#", r"\d{1,3}") for one in row["words"])
        out.append((re.compile(rf"(?i)(?<![\d.,])(?:{names})"), row["unit"]))
    return tuple(out)
