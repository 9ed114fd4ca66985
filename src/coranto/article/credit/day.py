"""The day that a dateline prints: it is a date by its place, so small letters and no year are no hindrance."""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache

from coranto.article.dates.find import Found, find_dates
from coranto.data import rows

_DAY = re.compile(r"\d{1,2}")
_EAST = re.compile(r"(\d{1,2})[月월]\s?(\d{1,2})[日일]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_AHEAD = timedelta(days=1)


@cache
def _months() -> dict[str, int]:
    return {name: row["month"] for row in rows("months") for name in row["names"]}


@cache
def date_pattern() -> re.Pattern[str]:
    """What a dateline's date looks like: month names of many languages with a day, or numbers."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?:{month})(?![^\W\d_])(?:\.(?!\s?[/A-ZÀ-ÞА-Я]))?"
    first = rf"\d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?[\s-]?(?:de |of )?{month}(?:[\s,-]{{1,2}}(?:de )?\d{{4}}(?!\d))?"
    second = rf"{month}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s\d{{4}}(?!\d))?"
    numbers = r"\d{1,2}\.\s?\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}"
    return re.compile(rf"(?:{first}|{second}|{numbers})", re.IGNORECASE)


def is_month(text: str) -> bool:
    """Whether a text is the name of a month and nothing else."""
    return text.casefold() in _months()


def printed_day(printed: str, near: date | None) -> Found | None:
    """The day of a dateline's date; one without a year is the last such day that is not after `near`, the day of
    capture, and is not known without it."""
    known = find_dates(printed, near)
    if known:
        return known[0]
    plain = unicodedata.normalize("NFKC", printed)
    month, day = _parts(plain)
    made = _last(near, month, day) if near is not None and month and day else None
    if made is None:
        return None
    return Found(
        day=made, clock=None, zone=None, label="", start=0, end=len(printed), text=printed, yearless=True
    )  # fmt: skip


def _parts(plain: str) -> tuple[int, int]:
    """Month and day of a date without a year, 0 where it does not say."""
    east = _EAST.search(plain)
    if east is not None:
        return int(east[1]), int(east[2])
    day = _DAY.search(plain)
    words = (_months().get(word.casefold(), 0) for word in _WORD.findall(plain))
    return next((month for month in words if month), 0), int(day[0]) if day else 0


def _last(near: date, month: int, day: int) -> date | None:
    """The last such day up to the day after `near`."""
    for year in range(near.year, near.year - 5, -1):
        try:
            made = date(year, month, day)
        except ValueError:
            continue
        if made <= near + _AHEAD:
            return made
    return None
