"""Resolving durations and sets: how long, how often."""

import re

from coranto.reading.figures.numbers import number
from coranto.reading.times.ground import Found, Ground
from coranto.reading.times.resolve import Resolver, lookup, month_number, weekday_number

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
    if unit == "TH" and whole > 1:
        return f"PT{int(whole)}H{round((whole - int(whole)) * 60)}M"
    return duration_value(float(round(whole * times)), below)


def lasting(value: str, mod: str = "") -> Found:
    return Found(type="DURATION", value=value, mod=mod, anchor="none", confidence=0.8)


def rel_span(match: re.Match[str], ground: Ground) -> Found | None:
    """The past two months, the first nine months: durations."""
    return lasting(duration_value(amount(match["num"]), unit_code(match["unit"])))


def the_year(match: re.Match[str], ground: Ground) -> Found | None:
    """The year (ended June 30): a span of a year; the full year, beside quarters: that of the one told last."""
    if "full" in match.group() and ground.trail.quarter:
        return Found(type="DATE", value=ground.trail.quarter[:4], anchor="narrative", confidence=0.6)
    return lasting("P1Y")


def recent_span(match: re.Match[str], ground: Ground) -> Found | None:
    """Recent years, the coming weeks, the days before the vote."""
    return lasting(duration_value(None, unit_code(match["unit"] or match["unit2"])))


def duration(match: re.Match[str], ground: Ground) -> Found | None:
    """Three days, a week, two-year, nearly forty years, a year and a half."""
    if match["one"] and match["unit"] == "second":
        return None
    count = amount(match["num"])
    if match["half"] and count is not None:
        count += 0.5
    return lasting(duration_value(count, unit_code(match["unit"])), about_mod(match["about"]))


def bare_span(match: re.Match[str], ground: Ground) -> Found | None:
    """(For) decades, (within) weeks or months."""
    return lasting(duration_value(None, unit_code(match["unit"])))


def long_span(match: re.Match[str], ground: Ground) -> Found | None:
    """Day-long, decades-long, centuries."""
    if match["unit2"]:
        return lasting(duration_value(None, unit_code(match["unit2"])))
    plural = match.group().split("-")[0].endswith("s")
    return lasting(duration_value(None if plural else 1.0, unit_code(match["unit"])))


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


def adverb_set(match: re.Match[str], ground: Ground) -> Found | None:
    """Daily, annually."""
    return _set(lookup("adverb", "value")[match["word"]])


SPANS: dict[str, Resolver] = {
    "the_year": the_year, "rel_span": rel_span, "recent_span": recent_span, "duration": duration,
    "bare_span": bare_span, "long_span": long_span, "every": every, "times_per": times_per,
    "adverb_set": adverb_set,
}  # fmt: skip
