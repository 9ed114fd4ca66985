"""Resolving calendar expressions: dates, months, seasons, feasts, clock times."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from coranto.data import rows
from coranto.reading.times.ground import Found, Ground, explicit, open_date, reference

Resolver = Callable[[re.Match[str], Ground], "Found | None"]
_DIGITS = re.compile(r"\d+")
_LATER_YEAR = re.compile(r",?\s(?:and|or)\s\d{1,2},?\s((?:1[5-9]|20)\d\d)\b")  # "April 24 and 25, 1986"
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s?([ap])?")


@cache
def lookup(table: str, field: str) -> dict[str, str]:
    """Each name of a table of `data/times.toml` with the value of its field."""
    return {name: str(row[field]) for row in rows("times", table) for name in row["names"]}


def month_number(text: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return int(lookup("month", "number")[text.rstrip(".")])


def weekday_number(text: str) -> int:
    """1 (Monday) to 7 for a weekday's name or abbreviation."""
    return int(lookup("weekday", "number")[text.rstrip(".")])


def edge_mod(text: str | None) -> str:
    """START, MID or END for "early", "mid-", "by the end of"; nothing for "later"."""
    words = text or ""
    if "mid" in words:
        return "MID"
    if re.search(r"early|beginning|start", words):
        return "START"
    return "END" if re.search(r"late\b|end\b", words) else ""


def _whole(text: str) -> int:
    found = _DIGITS.search(text)
    return int(found.group()) if found else 0


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def relative_year(word: str | None, ground: Ground) -> int | None:
    """The year that "last", "this", "next" or "that" year is, None when unknown."""
    if word == "that":
        return int(ground.trail.year) if ground.trail.year else None
    if ground.day is None:
        return None
    return ground.day.year + {"last": -1, "next": 1}.get(word or "", 0)


def nearest_year(month: int, day: int, ground: Ground) -> int | None:
    """The year that makes a month and day nearest to the ground's day; tense weighs the other side less."""
    if ground.day is None:
        return None
    best: tuple[float, int] | None = None
    for year in (ground.day.year - 1, ground.day.year, ground.day.year + 1):
        try:
            ahead = (date(year, month, day) - ground.day).days
        except ValueError:
            continue
        against = (ahead > 0 and ground.tense == "past") or (ahead < 0 and ground.tense == "future")
        cost = abs(ahead) * (3.0 if against else 1.2 if ahead > 0 else 1.0)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


def iso(match: re.Match[str], ground: Ground) -> Found | None:
    """2023-10-31, with or without a clock time."""
    value = _date(int(match["y"]), int(match["mo"]), int(match["d"]))
    if value is None:
        return None
    if match["clock"]:
        return Found(type="TIME", value=f"{value}T{match['clock']}", anchor="self", confidence=1.0)
    return explicit(value)


def month_day(match: re.Match[str], ground: Ground) -> Found | None:
    """Oct. 31; October 31, 2023; 31 October."""
    month, day = month_number(match["mo"]), _whole(match["d"])
    groups = match.groupdict()
    later = None if match["y"] else _LATER_YEAR.match(match.string, match.end())
    told = later[1] if later else match["y"]
    if told:
        value = _date(int(told), month, day)
        return explicit(value) if value else None
    if _date(2000, month, day) is None:
        return None
    year = relative_year(groups.get("last"), ground) if groups.get("last") else nearest_year(month, day, ground)
    value = _date(year, month, day) if year else None
    return Found(type="DATE", value=value) if value else open_date(f"XXXX-{month:02d}-{day:02d}")


def day_range(match: re.Match[str], ground: Ground) -> Found | None:
    """October 29-31, 29 to 31 October 2023: one value with a slash."""
    month = month_number(match["mo"] or match["mo2"])
    first, last = _whole(match["a"] or match["a2"]), _whole(match["b"] or match["b2"])
    if first >= last or _date(2000, month, last) is None:
        return None
    year = int(match["y"]) if match["y"] else nearest_year(month, first, ground)
    if year is None:
        return open_date(f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    low, high = _date(year, month, first), _date(year, month, last)
    if low is None or high is None:
        return None
    return explicit(f"{low}/{high}") if match["y"] else Found(type="DATE", value=f"{low}/{high}")


def cross_range(match: re.Match[str], ground: Ground) -> Found | None:
    """May 30 - June 2, 30 May - 2 June 2023: one value with a slash."""
    months = month_number(match["mo"] or match["mo3"]), month_number(match["mo2"] or match["mo4"])
    days = _whole(match["a"] or match["a2"]), _whole(match["b"] or match["b2"])
    if months[0] == months[1] or _date(2000, months[0], days[0]) is None:
        return None
    year = int(match["y"]) if match["y"] else nearest_year(months[1], days[1], ground)
    if year is None:
        return open_date(f"XXXX-{months[0]:02d}-{days[0]:02d}/XXXX-{months[1]:02d}-{days[1]:02d}")
    low, high = _date(year - (months[0] > months[1]), months[0], days[0]), _date(year, months[1], days[1])
    if low is None or high is None:
        return None
    return explicit(f"{low}/{high}") if match["y"] else Found(type="DATE", value=f"{low}/{high}")


def month_range(match: re.Match[str], ground: Ground) -> Found | None:
    """August-December 2023; June-August: one value with a slash."""
    first, last = month_number(match["a"] or match["a2"]), month_number(match["b"] or match["b2"])
    if first >= last:
        return None
    if match["y"]:
        return explicit(f"{match['y']}-{first:02d}/{match['y']}-{last:02d}")
    found = month_value(last, ground)
    return replace(found, value=f"{found.value[:4]}-{first:02d}/{found.value}")


def slashed(match: re.Match[str], ground: Ground) -> Found | None:
    """10/31/2023, month first."""
    year = int(match["y"])
    year += 0 if year > 99 else 1900 if year >= 50 else 2000
    value = _date(year, int(match["mo"]), int(match["d"]))
    return explicit(value) if value else None


def month_year(match: re.Match[str], ground: Ground) -> Found | None:
    """Mid-October 2023; March last year."""
    month, mod = month_number(match["mo"]), edge_mod(match["edge"])
    if match["y"]:
        return explicit(f"{match['y']}-{month:02d}", mod)
    year = relative_year(match["last"], ground)
    return Found(type="DATE", value=f"{year}-{month:02d}", mod=mod) if year else open_date(f"XXXX-{month:02d}", mod)


def month_value(month: int, ground: Ground, mod: str = "") -> Found:
    """A month without a year: the last one, the next one where the words look ahead."""
    if ground.day is None:
        return open_date(f"XXXX-{month:02d}", mod)
    year, now = ground.day.year, ground.day.month
    if ground.tense == "future":
        year += month < now
    elif month > now and not (ground.tense == "" and month - now <= 2):
        year -= 1
    return Found(type="DATE", value=f"{year}-{month:02d}", mod=mod, confidence=0.8)


def bare_month(match: re.Match[str], ground: Ground) -> Found | None:
    """October, mid-October."""
    return month_value(month_number(match["mo"]), ground, edge_mod(match["edge"]))


def season_value(word: str, shift: int, ground: Ground, mod: str = "") -> Found:
    """The season that began last (shift -1 the one before, 1 the next)."""
    code, first = lookup("season", "code")[word], int(lookup("season", "first")[word])
    if ground.day is None:
        return open_date(f"XXXX-{code}", mod)
    year = ground.day.year
    if shift > 0 or (shift == 0 and ground.tense == "future"):
        year += ground.day.month >= first + 3
    elif ground.day.month < first or (shift < 0 and ground.day.month < first + 3):
        year -= 1
    return Found(type="DATE", value=f"{year}-{code}", mod=mod, confidence=0.6)


def season(match: re.Match[str], ground: Ground) -> Found | None:
    """The summer of 2023, the winter."""
    if match["y"]:
        return explicit(f"{match['y']}-{lookup('season', 'code')[match['se']]}", edge_mod(match["edge"]))
    return season_value(match["bare"], 0, ground, edge_mod(match["edge"] or match["edge3"]))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's method)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    rest = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def _feast(name: str, year: int) -> date:
    row = next(row for row in rows("times", "holiday") if name in row["names"])
    if "easter" in row:
        return _easter(year) + timedelta(days=row["easter"])
    if "day" in row:
        return date(year, row["month"], row["day"])
    if row["nth"] > 0:
        first = date(year, row["month"], 1)
        return first + timedelta(days=(row["weekday"] - first.isoweekday()) % 7 + 7 * (row["nth"] - 1))
    last = date(year, row["month"] + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - row["weekday"]) % 7)


def holiday(match: re.Match[str], ground: Ground) -> Found | None:
    """Christmas Day, Thanksgiving: the nearest one."""
    if ground.day is None or not 2 < ground.day.year < 9998:
        return open_date("XXXX-XX-XX")
    sample = _feast(match["name"], ground.day.year)
    year = nearest_year(sample.month, min(sample.day, 28), ground) or ground.day.year
    return Found(type="DATE", value=_feast(match["name"], year).isoformat(), confidence=0.7)


def clock_value(text: str) -> str:
    """`17:00` for "5 p.m.", `12:00` for "noon"; empty when it is no time of day."""
    named = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(text)
    found = _CLOCK.match(text)
    if named or not found:
        return named or ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def clock(match: re.Match[str], ground: Ground) -> Found | None:
    """5 p.m., 17:30, noon: on the day named last, else on the day of publication."""
    value = clock_value(match["clock"])
    if not value:
        return None
    day, anchor = (ground.trail.day, "narrative") if ground.trail.day else (ground.day, "publication")
    if day is None:
        return Found(type="TIME", value=f"XXXX-XX-XXT{value}", anchor="none", confidence=0.3)
    return Found(
        type="TIME",
        value=f"{day.isoformat()}T{value}",
        anchor="narrative" if anchor == "narrative" else "publication",
        confidence=0.6,
    )


def vague(match: re.Match[str], ground: Ground) -> Found | None:
    """Now, recently, the future."""
    return reference(lookup("vague", "value")[match["name"]])


CALENDAR: dict[str, Resolver] = {
    "iso": iso, "month_day": month_day, "day_month": month_day, "day_range": day_range, "month_range": month_range,
    "slashed": slashed, "cross_range": cross_range, "month_year": month_year, "bare_month": bare_month,
    "season": season, "holiday": holiday, "clock": clock, "vague": vague,
}  # fmt: skip
