"""Resolving relative expressions, durations and sets."""

import re
from datetime import date, timedelta

from coranto.reading.figures.numbers import number
from coranto.reading.times.grammar import rules
from coranto.reading.times.ground import Anchor, Found, Ground, open_date, reference
from coranto.reading.times.resolve import (
    CALENDAR,
    Resolver,
    clock_value,
    edge_mod,
    lookup,
    month_number,
    month_value,
    season_value,
    weekday_number,
)
from coranto.reading.times.values import interval_of, of_day, step
from coranto.types import Interval
from coranto.types.reading import TimexType

_BACK = ("last", "previous", "past", "latest")
_AHEAD = ("next", "coming", "following")
_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
_MOD = (
    ("LESS_THAN", "nearly almost less under"), ("EQUAL_OR_MORE", "least"), ("EQUAL_OR_LESS", "most up"),
    ("MORE_THAN", "more over"), ("APPROX", "about around roughly approximately some estimated"),
)  # fmt: skip


def unit_code(word: str) -> str:
    """The ISO 8601 letter of a unit: `D` for days, `TM` for minutes."""
    code = lookup("unit", "code")[word]
    return f"T{code}" if word.rstrip("s") in ("second", "minute", "hour") else code


def about_mod(text: str | None) -> str:
    """LESS_THAN for "nearly", MORE_THAN for "over" ..."""
    words = (text or "").split()
    return next((mod for mod, names in _MOD if any(word in names.split() for word in words)), "")


def amount(text: str | None) -> float | None:
    """A number of units; None for "several" and the like."""
    if text is None:
        return 1.0
    squeezed = " ".join(text.split())
    return 2.0 if "couple" in squeezed else number(squeezed)


_LARGE = {"DE": (10, "Y"), "CE": (100, "Y"), "F": (2, "W"), "Q": (3, "M"), "WE": (2, "D")}


def duration_value(count: float | None, unit: str) -> str:
    """`P3D`, `PT16H`, `P2Y6M`, `PXY`; large units in years."""
    if count is None:
        return f"PX{unit}" if not unit.startswith("T") else f"PTX{unit[1:]}"
    factor, unit = _LARGE.get(unit, (1, unit))
    whole = count * factor
    if whole == int(whole):
        return f"PT{int(whole)}{unit[1:]}" if unit.startswith("T") else f"P{int(whole)}{unit}"
    smaller = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "W": (7, "D"), "M": (30, "D")}
    times, below = smaller.get(unit, (1, unit))
    if unit == "Y" and whole > 1:
        return f"P{int(whole)}Y{round((whole - int(whole)) * 12)}M"
    return duration_value(float(round(whole * times)), below)


def _lasting(value: str, mod: str = "") -> Found:
    return Found(type="DURATION", value=value, mod=mod, anchor="none", confidence=0.8)


def weekday(match: re.Match[str], ground: Ground) -> Found | None:
    """Wednesday: the last one, the next one where the words look ahead, and publication's tomorrow."""
    wanted = weekday_number(match["wd"])
    if match["plural"]:
        return Found(type="SET", value=f"XXXX-WXX-{wanted}", anchor="none", confidence=0.6)
    part = f"T{lookup('daypart', 'code')[match['part']]}" if match["part"] else ""
    mod = edge_mod(match["edge"])
    if ground.day is None:
        found = open_date(f"XXXX-WXX-{wanted}{part}", mod)
        return found if not part else Found(type="TIME", value=found.value, anchor="none", confidence=0.3)
    ahead = (wanted - ground.day.isoweekday()) % 7
    slip = ahead == 1 and ground.tense != "future" and ground.exact
    days = ahead if ground.tense == "future" or ahead == 0 or slip else ahead - 7
    day = step(ground.day, days, "D")
    return None if day is None else Found(
        type="TIME" if part else "DATE", value=f"{day.isoformat()}{part}", mod=mod, slip=slip,
        confidence=0.4 if slip else 0.9,
    )  # fmt: skip


def today(match: re.Match[str], ground: Ground) -> Found | None:
    """Today, yesterday, tonight, overnight."""
    word = " ".join(match["word"].split())
    part = {"tonight": "TNI", "overnight": "TNI"}.get(word, "")
    if ground.day is None:
        return Found(type="TIME" if part else "DATE", value=f"XXXX-XX-XX{part}", anchor="none", confidence=0.3)
    shift = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}.get(word, 0)
    day = step(ground.day, shift, "D")
    return (
        None
        if day is None
        else Found(type="TIME" if part else "DATE", value=day.isoformat() + part, mod=edge_mod(match["edge"]))
    )


def _sign(rel: str) -> int:
    return -1 if rel.endswith(_BACK) else 1 if rel.endswith(_AHEAD) else 0


def rel_name(match: re.Match[str], ground: Ground) -> Found | None:
    """Last Friday, next March, this summer, the previous Monday."""
    sign, mod = _sign(match["rel"]), edge_mod(match["edge"])
    if match["se"]:
        return season_value(match["se"], sign, ground, mod)
    if match["mo"]:
        return _named_month(month_number(match["mo"]), sign, ground, mod)
    day = _told_day(ground) if match["rel"].startswith("the") else ground.day
    wanted = weekday_number(match["wd"])
    part = f"T{lookup('daypart', 'code')[match['part']]}" if match["part"] else ""
    if day is None:
        return open_date(f"XXXX-WXX-{wanted}{part}", mod)
    ahead = (wanted - day.isoweekday()) % 7
    if sign == 0 and match["rel"] == "this":
        ahead = wanted - day.isoweekday()
        shifted = step(day, ahead, "D")
    else:
        shifted = step(day, (ahead or 7) if sign > 0 else ahead - 7, "D")
    anchor: Anchor = "narrative" if match["rel"].startswith("the") else "publication"
    if shifted is None:
        return None
    kind: TimexType = "TIME" if part else "DATE"
    return Found(type=kind, value=shifted.isoformat() + part, mod=mod, anchor=anchor, confidence=0.8)


def _named_month(month: int, sign: int, ground: Ground, mod: str) -> Found:
    if ground.day is None:
        return month_value(month, ground, mod)
    year, now = ground.day.year, ground.day.month
    if sign < 0:
        year -= month >= now
    elif sign > 0:
        year += month <= now
    return Found(type="DATE", value=f"{year}-{month:02d}", mod=mod)


def _told_day(ground: Ground) -> date | None:
    return ground.trail.day or ground.day


def _period(day: date, shift: int, unit: str) -> str | None:
    moved = step(day, shift, "W" if unit == "F" else unit)
    return of_day(moved, "W" if unit == "F" else unit) if moved else None


def rel_unit(match: re.Match[str], ground: Ground) -> Found | None:
    """Last week, this year, next month, the same day, the previous year, the past decade."""
    rel, unit, edge = " ".join(match["rel"].split()), unit_code(match["unit"]), match["edge"]
    if rel in ("the past", "past", "this past", "the last"):
        return _lasting(duration_value(1.0, unit))
    told = rel in ("the same", "that", "the previous", "the following", "the next") or unit == "D"
    if told and rel == "that" and unit == "Y" and ground.trail.year:
        return Found(type="DATE", value=ground.trail.year, mod=edge_mod(edge), anchor="narrative", confidence=0.8)
    base = _told_day(ground) if told else ground.day
    if base is None or (rel in ("the same", "that") and ground.trail.day is None):
        return open_date(_OPEN.get(unit, "XXXX"), edge_mod(edge))
    value = _period(base, _sign(rel), unit)
    anchor: Anchor = "narrative" if told and ground.trail.day else "publication"
    return None if value is None else Found(
        type="DATE", value=value, mod=edge_mod(edge), anchor=anchor, confidence=0.7 if told else 0.9,
        interval=_cut(value, edge, ground.day) if rel == "this" else None,
    )  # fmt: skip


def _cut(value: str, edge: str | None, day: date | None) -> Interval | None:
    """ "Earlier this year" ends with the ground's day, "later this year" begins with it."""
    whole = interval_of(value)
    if not edge or not whole or day is None or not whole.start <= day < whole.end:
        return None
    if edge.startswith("earlier"):
        return Interval(whole.start, day + timedelta(days=1))
    return Interval(day, whole.end) if edge.startswith("later") else None


def edge_the(match: re.Match[str], ground: Ground) -> Found | None:
    """The end of the month, later in the year."""
    unit = unit_code(match["unit"])
    if ground.day is None:
        return open_date(_OPEN.get(unit, "XXXX"), edge_mod(match["edge"]))
    value = of_day(ground.day, unit)
    return Found(
        type="DATE", value=value, mod=edge_mod(match["edge"]), confidence=0.7,
        interval=_cut(value, match["edge"], ground.day),
    )  # fmt: skip


def weekend(match: re.Match[str], ground: Ground) -> Found | None:
    """The weekend: the one past, or the coming one where the words look ahead."""
    if ground.day is None:
        return open_date(_OPEN["WE"])
    back = 7 if ground.tense != "future" and ground.day.isoweekday() < 6 else 0
    return Found(type="DATE", value=of_day(ground.day - timedelta(days=back), "WE"), confidence=0.7)


def rel_part(match: re.Match[str], ground: Ground) -> Found | None:
    """This morning, yesterday evening, last night, that night, the morning."""
    part = f"T{lookup('daypart', 'code')[match['part']]}"
    rel = " ".join((match["rel"] or "").split())
    told = rel in ("that", "the same", "the previous", "the following", "the next")
    base = ground.trail.day if told or not rel else ground.day
    if base is None:
        return Found(type="TIME", value=f"XXXX-XX-XX{part}", anchor="none", confidence=0.3)
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1, "the previous": -1, "the following": 1, "the next": 1}
    day = step(base, shift.get(rel, 0), "D")
    anchor: Anchor = "narrative" if told or not rel else "publication"
    return (
        None
        if day is None
        else Found(type="TIME", value=day.isoformat() + part, anchor=anchor, mod=edge_mod(match["edge"]))
    )


def span_ago(match: re.Match[str], ground: Ground) -> Found | None:
    """Two days ago (from publication); three weeks later, a year earlier (from the day told last)."""
    ago = match["dir"] in ("ago", "from now", "hence")
    sign = -1 if match["dir"] in ("ago", "earlier", "before") else 1
    unit, count = unit_code(match["unit"]), amount(match["num"])
    if count is None:
        return reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "Y" and count == 1 and sign < 0 and ground.trail.quarter:
        year, _, rest = ground.trail.quarter.partition("-")
        return Found(type="DATE", value=f"{int(year) - 1}-{rest}", anchor="narrative", confidence=0.6)
    mod = about_mod(match["about"])
    if unit.startswith("T"):
        return _lasting(duration_value(count, unit), mod)
    base = ground.day if ago else _told_day(ground)
    moved = step(base, sign * count, unit) if base else None
    if moved is None:
        return open_date(_OPEN.get(unit, "XXXX"), mod)
    unit = {"F": "W", "WE": "W"}.get(unit, unit)
    unit = unit if count == int(count) else {"Y": "M", "M": "D", "W": "D"}.get(unit, unit)
    anchor: Anchor = "publication" if ago or ground.trail.day is None else "narrative"
    return Found(type="DATE", value=of_day(moved, unit), mod=mod, anchor=anchor, confidence=0.8 if ago else 0.6)


def year_ago(match: re.Match[str], ground: Ground) -> Found | None:
    """The year-earlier period: that of the quarter told last."""
    if ground.trail.quarter:
        year, _, rest = ground.trail.quarter.partition("-")
        return Found(type="DATE", value=f"{int(year) - 1}-{rest}", anchor="narrative", confidence=0.7)
    return Found(type="DATE", value=str(ground.day.year - 1), confidence=0.5) if ground.day else open_date("XXXX")


def the_quarter(match: re.Match[str], ground: Ground) -> Found | None:
    """The quarter: the one told last, else the one that ended last."""
    if ground.trail.quarter:
        return Found(type="DATE", value=ground.trail.quarter, anchor="narrative", confidence=0.7)
    value = _period(ground.day, -1, "Q") if ground.day else None
    return Found(type="DATE", value=value, confidence=0.5) if value else open_date("XXXX-QX")


def rel_span(match: re.Match[str], ground: Ground) -> Found | None:
    """The past two months, the first nine months: durations."""
    return _lasting(duration_value(amount(match["num"]), unit_code(match["unit"])))


def the_year(match: re.Match[str], ground: Ground) -> Found | None:
    """The year (ended June 30): a span of a year."""
    return _lasting("P1Y")


def recent_span(match: re.Match[str], ground: Ground) -> Found | None:
    """Recent years, the coming weeks."""
    return _lasting(duration_value(None, unit_code(match["unit"])))


def duration(match: re.Match[str], ground: Ground) -> Found | None:
    """Three days, a week, two-year, nearly forty years, a year and a half."""
    if match["one"] and match["unit"] == "second":
        return None
    count = amount(match["num"])
    if match["half"] and count is not None:
        count += 0.5
    return _lasting(duration_value(count, unit_code(match["unit"])), about_mod(match["about"]))


def bare_span(match: re.Match[str], ground: Ground) -> Found | None:
    """(For) decades, (within) weeks or months."""
    return _lasting(duration_value(None, unit_code(match["unit"])))


def long_span(match: re.Match[str], ground: Ground) -> Found | None:
    """Day-long, decades-long, centuries."""
    if match["unit2"]:
        return _lasting(duration_value(None, unit_code(match["unit2"])))
    plural = match.group().split("-")[0].endswith("s")
    return _lasting(duration_value(None if plural else 1.0, unit_code(match["unit"])))


def _set(value: str) -> Found:
    return Found(type="SET", value=value, anchor="none", confidence=0.8)


def every(match: re.Match[str], ground: Ground) -> Found | None:
    """Every year, each Friday, every two weeks, every morning."""
    if match["wd"]:
        return _set(f"XXXX-WXX-{weekday_number(match['wd'].removesuffix('s'))}")
    if match["mo"]:
        return _set(f"XXXX-{month_number(match['mo']):02d}")
    if match["part"]:
        return _set(f"XXXX-XX-XXT{lookup('daypart', 'code')[match['part']]}")
    count = 2.0 if " other " in match.group() else amount(match["num"])
    return _set(duration_value(count, unit_code(match["unit"])))


def times_per(match: re.Match[str], ground: Ground) -> Found | None:
    """Twice a year, three times a week."""
    return _set(duration_value(1.0, unit_code(match["unit"])))


_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def adverb_set(match: re.Match[str], ground: Ground) -> Found | None:
    """Daily, annually."""
    return _set(_ADVERBS[match["word"]])


def clock_day(match: re.Match[str], ground: Ground) -> Found | None:
    """5 p.m. Tuesday, 9 a.m. EST, Nov. 6: the clock time of a resolved day."""
    value = clock_value(match["clock"])
    for name in ("month_day", "day_month", "weekday", "today"):
        inner = rules()[name].fullmatch(match["day"])
        found = RESOLVERS[name](inner, ground) if inner else None
        if found and value:
            head = found.value.partition("T")[0]
            return Found(
                type="TIME",
                value=f"{head}T{value}",
                anchor=found.anchor,
                slip=found.slip,
                confidence=found.confidence,
            )
    return None


RESOLVERS: dict[str, Resolver] = {
    **CALENDAR, "weekday": weekday, "today": today, "rel_name": rel_name, "rel_unit": rel_unit,
    "edge_the": edge_the, "weekend": weekend, "rel_part": rel_part, "span_ago": span_ago, "span_after": span_ago,
    "year_ago": year_ago, "the_quarter": the_quarter, "the_year": the_year, "rel_span": rel_span,
    "recent_span": recent_span, "duration": duration, "bare_span": bare_span, "long_span": long_span,
    "every": every, "times_per": times_per,
    "adverb_set": adverb_set, "clock_day": clock_day,
}  # fmt: skip
