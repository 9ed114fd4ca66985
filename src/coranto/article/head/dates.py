"""Dates that a page's own markup states: ISO and its neighbours, with what each rests on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_tz

from coranto.article.dates.find import find_dates
from coranto.types import Dated, Evidence
from coranto.types.article import Known

_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:\s{0,3}[T,]?\s{0,3}([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s{0,2}(Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d|[+-](?:0\d|1[0-4])(?!\d))?)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
_URL = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_URL_PLAIN = re.compile(r"(?<!\d)(20[012]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
# RFC 822: a weekday or none, the day, the month in three letters
_COMMA_DAY = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d")
_MONTH = re.compile(r"[^\W\d_]{3}")
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A date as the page has it: the words, the rule that took them, and where they stand."""

    words: str
    rule: str
    where: str
    known: Known = "metadata"


def dated(candidates: Iterable[Stated], captured: str) -> Dated:
    """The first candidate that is a date and not after the capture, as a `Dated`; else an empty one."""
    bound = day_of(captured)
    for stated in candidates:
        found = _parse(stated)
        if found.start is None or found.start.year < _FIRST_YEAR:
            continue
        # clocks east of the capture's zone may be a day ahead
        if bound is not None and found.start > bound + timedelta(days=1):
            continue
        return found
    return Dated()


def day_of(words: str) -> date | None:
    """The day that begins an ISO string, if it does."""
    match = _ISO.match(words.strip())
    return _day(*match.group(1, 2, 3)) if match else None


def address(url: str) -> list[Stated]:
    """The date in a web address such as `/2024/05/03/`, if there is one."""
    path = url.partition("://")[2].partition("?")[0]
    match = _URL.search(path) or _URL_PLAIN.search(path.partition("/")[2])
    if match is None:
        return []
    words = "-".join(part.zfill(2) for part in match.group(1, 2, 3))
    return [Stated(words=words, rule="address", where="url", known="address")]


def _parse(stated: Stated) -> Dated:
    words = stated.words.strip()[:120]
    if match := _ISO.search(words):
        day = _day(*match.group(1, 2, 3))
        return _made(stated, day, match.group(4, 5, 6, 7)) if day else Dated()
    if match := _DAY_FIRST.search(words):
        day = _day(*match.group(3, 2, 1))
        return _made(stated, day, (None, None, None, None)) if day else Dated()
    return _mail_style(stated, words) if _COMMA_DAY.match(words) else _in_words(stated, words)


def _in_words(stated: Stated, words: str) -> Dated:
    """A date as people write it ("March 27, 2025"), which must have its year and its month in letters."""
    found = next(iter(find_dates(words)), None)
    if found is None or found.yearless or not _MONTH.search(found.text):
        return _mail_style(stated, words)
    if found.clock is None:
        return _made(stated, found.day, (None, None, None, None))
    hours = found.zone if isinstance(found.zone, float) else None
    zone = "" if hours is None else f"{'+-'[hours < 0]}{int(abs(hours)):02}:{int(abs(hours) % 1 * 60):02}"
    return _made(stated, found.day, (f"{found.clock[0]:02}", f"{found.clock[1]:02}", None, zone))


def _mail_style(stated: Stated, words: str) -> Dated:
    try:
        parts = parsedate_tz(words)
    except (ValueError, IndexError, TypeError):
        return Dated()
    if parts is None or not 1900 < parts[0] < 2200:
        return Dated()
    day = _day(str(parts[0]), str(parts[1]), str(parts[2]))
    if day is None:
        return Dated()
    offset = parts[9]
    zone = "" if offset is None else f"{'+-'[offset < 0]}{abs(offset) // 3600:02}:{abs(offset) % 3600 // 60:02}"
    clock = (f"{parts[3]:02}", f"{parts[4]:02}", f"{parts[5]:02}", zone)
    return _made(stated, day, clock if ":" in words else (None, None, None, None))


def _made(stated: Stated, day: date, clock: tuple[str | None, ...]) -> Dated:
    hour, minute, second, zone = clock
    evidence = (Evidence(rule=stated.rule, text=stated.words.strip()[:120], where=stated.where),)
    # midnight to the second, without a local zone, is how programs write a mere day
    utc = (zone or "Z").upper() in ("Z", "+00:00", "+0000")
    mere_day = utc and (hour, minute, second or "00") == ("00", "00", "00")
    zoned = _zone(zone or "")
    clock_known = hour is not None and minute is not None and not mere_day
    return Dated(
        value=f"{day.isoformat()}T{(hour or '').zfill(2)}:{minute}{zoned}" if clock_known else day.isoformat(),
        start=day,
        end=day + timedelta(days=1),
        precision="minute" if clock_known else "day",
        known=stated.known,
        zone="stated" if clock_known and zoned else "",
        evidence=evidence,
    )


def _zone(zone: str) -> str:
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone.replace(":", "")
    return f"{digits[:3]}:{digits[3:5] or '00'}" if digits else ""


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
