"""Resolving what counts from a time told before: two days later, the year-earlier period, the quarter."""

import re
from datetime import date

from coranto.reading.times.ground import Anchor, Found, Ground, explicit, open_date, reference
from coranto.reading.times.resolve import Resolver, lookup
from coranto.reading.times.spans import about_mod, amount, duration_value, lasting, unit_code
from coranto.reading.times.values import of_day, step

OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
_ENDED = re.compile(r"\s(?:ended|ending)\s(?:on\s)?(?P<mo>[a-z]{3,9})\.?\s\d{1,2}(?:,?\s(?P<y>(?:19|20)\d\d))?\b")
_SENTENCE = 160  # characters looked back over
_MONTHS = re.compile(r"\b(?:two|three|four|five|six|eight|nine|ten|eleven|twelve|\d\d?)[ -]months?\b|\bhalf\b")
_ROUGH = {"F": "W", "WE": "W"}
_FINER = {"Y": "M", "M": "D", "W": "D"}


def period(day: date, shift: int, unit: str) -> str | None:
    """The week, month, year ... `shift` units from that of a day."""
    unit = "W" if unit == "F" else unit
    moved = step(day, shift, unit)
    return of_day(moved, unit) if moved else None


def counted(day: date, count: float, unit: str) -> str | None:
    """The value `count` units (negative is earlier) from a day, as fine as the unit: a day for days."""
    moved = step(day, count, unit)
    unit = _ROUGH.get(unit, unit)
    return of_day(moved, unit if count == int(count) else _FINER.get(unit, unit)) if moved else None


def span_ago(match: re.Match[str], ground: Ground) -> Found | None:
    """Two days ago (from publication); three weeks later, a year earlier (from the day told last)."""
    ago = match["dir"] in ("ago", "from now", "hence")
    sign = -1 if match["dir"] in ("ago", "earlier", "before") else 1
    unit, count = unit_code(match["unit"]), amount(match["num"])
    if count is None:
        return reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "Y" and count == 1 and sign < 0 and ground.trail.quarter:
        if ground.day and _of_months(match):
            return Found(type="DATE", value=str(ground.day.year - 1), confidence=0.6)
        return _year_before(ground.trail.quarter, 0.6)
    mod = about_mod(match["about"])
    if unit.startswith("T"):
        return lasting(duration_value(count, unit), mod)
    named = None if ago else ground.told(unit)
    base = named or ground.day
    value = counted(base, sign * count, unit) if base else None
    if value is None:
        return open_date(OPEN.get(unit, "XXXX"), mod)
    anchor: Anchor = "narrative" if named else "publication"
    return Found(type="DATE", value=value, mod=mod, anchor=anchor, confidence=0.8 if ago else 0.6)


def _of_months(match: re.Match[str]) -> bool:
    """Whether the words of the sentence before tell of several months or of half a year: no quarter is compared."""
    before = match.string[max(0, match.start() - _SENTENCE) : match.start()].rpartition(". ")[2]
    return _MONTHS.search(before) is not None


def _year_before(quarter: str, confidence: float) -> Found:
    year, _, rest = quarter.partition("-")
    return Found(type="DATE", value=f"{int(year) - 1}-{rest}", anchor="narrative", confidence=confidence)


def year_ago(match: re.Match[str], ground: Ground) -> Found | None:
    """The year-earlier period: that of the quarter told last."""
    if match["num"]:
        return lasting(duration_value(amount(match["num"]), "M"))
    if ground.trail.quarter:
        return _year_before(ground.trail.quarter, 0.7)
    return Found(type="DATE", value=str(ground.day.year - 1), confidence=0.5) if ground.day else open_date("XXXX")


def _ending(ended: re.Match[str], ground: Ground) -> str | None:
    """The quarter that ends with a month: in the year told, else the last one that has ended."""
    month = lookup("month", "number").get(ended["mo"])
    if month is None or (ground.day is None and not ended["y"]):
        return None
    year = int(ended["y"]) if ended["y"] else 0
    if ground.day is not None and not year:
        year = ground.day.year - (int(month) > ground.day.month)
    return f"{year}-Q{(int(month) + 2) // 3}"


def the_quarter(match: re.Match[str], ground: Ground) -> Found | None:
    """The quarter: the one told last, else the one that ended last; the 1988 period: that quarter of 1988."""
    told = ground.trail.quarter
    if told:
        value = f"{match['y'] or told[:4]}{told[4:]}"
        return Found(type="DATE", value=value, anchor="narrative", confidence=0.7)
    if match["period"]:
        return explicit(match["y"]) if match["y"] else None
    ended = None if match["y"] else _ENDED.match(match.string, match.end())
    ending = _ending(ended, ground) if ended else None
    if ended and ending:
        return Found(type="DATE", value=ending, anchor="self" if ended["y"] else "publication", confidence=0.8)
    last = period(ground.day, -1, "Q") if ground.day else None
    return Found(type="DATE", value=last, confidence=0.5) if last else open_date("XXXX-QX")


def day_beside(match: re.Match[str], ground: Ground) -> Found | None:
    """The day after (the talks), the week before (the vote): of an event whose day is not known here."""
    return open_date(OPEN[unit_code(match["unit"])])


def and_day(match: re.Match[str], ground: Ground) -> Found | None:
    """April 24 and 25: the second day is of the month of the first."""
    day = int(re.sub(r"\D", "", match["d"]))
    first = ground.trail.day
    if first is None:
        return open_date(f"XXXX-XX-{day:02d}")
    try:
        value = first.replace(day=day, year=int(match["y"] or first.year))
    except ValueError:
        return None
    return Found(type="DATE", value=value.isoformat(), anchor="narrative") if value > first else None


NARRATIVE: dict[str, Resolver] = {
    "span_ago": span_ago, "span_after": span_ago, "year_ago": year_ago, "the_quarter": the_quarter,
    "day_beside": day_beside, "and_day": and_day,
}  # fmt: skip
