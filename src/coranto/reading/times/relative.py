"""Resolving relative expressions: weekdays, days, periods, parts of days."""

import re
from datetime import date, timedelta

from coranto.reading.times.ground import Anchor, Found, Ground, open_date
from coranto.reading.times.narrative import OPEN, period
from coranto.reading.times.resolve import (
    Resolver,
    edge_mod,
    lookup,
    month_number,
    month_value,
    season_value,
    weekday_number,
)
from coranto.reading.times.spans import duration_value, lasting, unit_code
from coranto.reading.times.values import interval_of, of_day, step
from coranto.types import Interval
from coranto.types.reading import TimexType

_BACK = ("last", "previous", "past", "latest")
_AHEAD = ("next", "coming", "following")


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
    day = (ground.trail.day or ground.day) if match["rel"].startswith("the") else ground.day
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
        year -= month >= now or month == now - 1  # that one is told as "last month"
    elif sign > 0:
        year += month <= now
    return Found(type="DATE", value=f"{year}-{month:02d}", mod=mod)


def rel_unit(match: re.Match[str], ground: Ground) -> Found | None:
    """Last week, this year, next month, the same day, the previous year, the past decade."""
    rel, unit, edge = " ".join(match["rel"].split()), unit_code(match["unit"]), match["edge"]
    if rel in ("the past", "past", "this past", "the last"):
        return lasting(duration_value(1.0, unit))
    told = rel in ("the same", "that", "the previous", "the following", "the next") or unit == "D"
    named = ground.told(unit) if told else None
    base = named or ground.day
    if base is None or (rel in ("the same", "that") and named is None):
        return open_date(OPEN.get(unit, "XXXX"), edge_mod(edge))
    value = period(base, _sign(rel), unit)
    anchor: Anchor = "narrative" if named else "publication"
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
        return open_date(OPEN.get(unit, "XXXX"), edge_mod(match["edge"]))
    value = of_day(ground.day, unit)
    return Found(
        type="DATE", value=value, mod=edge_mod(match["edge"]), confidence=0.7,
        interval=_cut(value, match["edge"], ground.day),
    )  # fmt: skip


def weekend(match: re.Match[str], ground: Ground) -> Found | None:
    """The weekend: the one past, or the coming one where the words look ahead."""
    if ground.day is None:
        return open_date(OPEN["WE"])
    back = 7 if ground.tense != "future" and ground.day.isoweekday() < 6 else 0
    return Found(type="DATE", value=of_day(ground.day - timedelta(days=back), "WE"), confidence=0.7)


def rel_part(match: re.Match[str], ground: Ground) -> Found | None:
    """This morning, yesterday evening, last night, that night, the morning."""
    part = f"T{lookup('daypart', 'code')[match['part']]}"
    rel = " ".join((match["rel"] or "").split())
    told = rel in ("that", "the same", "the previous", "the following", "the next")
    base = ground.trail.day if told or match["the"] else (ground.trail.day or ground.day) if not rel else ground.day
    if base is None or (not rel and match.string.startswith(" of ", match.end())):
        return Found(type="TIME", value=f"XXXX-XX-XX{part}", anchor="none", confidence=0.3)
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1, "the previous": -1, "the following": 1, "the next": 1}
    day = step(base, shift.get(rel, 0), "D")
    anchor: Anchor = "narrative" if told or not rel else "publication"
    return (
        None
        if day is None
        else Found(type="TIME", value=day.isoformat() + part, anchor=anchor, mod=edge_mod(match["edge"]))
    )


RELATIVE: dict[str, Resolver] = {
    "weekday": weekday, "today": today, "rel_name": rel_name, "rel_unit": rel_unit, "edge_the": edge_the,
    "weekend": weekend, "rel_part": rel_part,
}  # fmt: skip
