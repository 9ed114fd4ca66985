"""Editions of occasions whose days are known, and anniversaries counted from a known year."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from coranto.data import rows
from coranto.types import Dated, Evidence

_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[- ](?:founding |birth )?anniversary\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|coming) year\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this year|today|this week|this month|this year's|marks?|marking|celebrat\w+)\b", re.IGNORECASE
)
_LAST = re.compile(r"\blast year\b", re.IGNORECASE)
_EDITION = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FUTURE = re.compile(
    r"\b(?:will|by|until|target|goal|plan(?:s|ned)?|expected|scheduled|next|ahead of|before|due|aims?"
    r"|would|could|upcoming|forecast)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|said|held|met|visited|told|took|signed|carried|attended|began|[a-z]{3,}ed)\b"
)
_WEEKDAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_BACK = re.compile(
    r"\b(?:last month|last year|earlier this year|months ago|years ago|at that time|when .{0,40} was attending)\b",
    re.IGNORECASE,
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def _editions() -> tuple[tuple[int, tuple[str, ...], date, date], ...]:
    return tuple((r["number"], tuple(r["all"]), r["start"], r["end"]) for r in rows("anniversaries", "edition"))


def edition_in(told: Sequence[str], reasons: list[Evidence]) -> Dated | None:
    """The span in which a page must lie that reports from an edition whose days are known."""
    for sentence in told[:12]:
        if _BACK.search(sentence) or FUTURE.search(sentence.partition(",")[0]):
            continue
        for found in _EDITION.finditer(sentence):
            number = int(found[1]) if found[1] else _ORDINALS.index(found[2].lower()) + 1
            near = sentence[found.start() : found.end() + 90]
            for known, names, start, end in _editions():
                if known != number or not all(name in near for name in names):
                    continue
                reasons.append(Evidence(rule=f"edition held {start} to {end - timedelta(days=1)}", text=near[:100]))
                return _edition_span(told, sentence, start, end, reasons)
    return None


def _edition_span(told: Sequence[str], sentence: str, start: date, end: date, reasons: list[Evidence]) -> Dated:
    weekday = _WEEKDAY.search(sentence)
    if weekday:
        reach = [start + timedelta(days=n) for n in range((end - start).days)]
        day = next((d for d in reach if _DAYS[d.weekday()] == weekday[1]), None)
        if day is not None:
            reasons.append(
                Evidence(
                    rule=f"{weekday[1]} within the edition is {day}; pages follow within six days", text=weekday[1]
                )
            )
            stop = day + timedelta(days=7)
            if any("this week" in one for one in told[:6]):
                stop = day - timedelta(days=day.weekday()) + timedelta(days=7)
            return Dated(value=day.isoformat()[:7], start=day, end=stop, precision="interval")
    return Dated(value=start.isoformat()[:7], start=start, end=start + timedelta(days=31), precision="month")


def anniversary_in(told: Sequence[str], reasons: list[Evidence]) -> int | None:
    """The year in which a page lies that tells of an anniversary this, next or last year."""
    for sentence in told:
        found = _ANNIVERSARY.search(sentence)
        row = _row(sentence) if found else None
        if found is None or row is None:
            continue
        year = int(row["year"]) + int(found[1])
        shift = (
            -1 if _NEXT.search(sentence) else 1 if _LAST.search(sentence) else 0 if _THIS.search(sentence) else None
        )
        if shift is None:
            continue
        reasons.append(Evidence(rule=f"anniversary counted from {row['year']}", text=sentence[:160]))
        return year + shift
    return None


def _row(sentence: str) -> dict[str, Any] | None:
    for row in rows("anniversaries"):
        if all(any(word in sentence for word in entry.split("|")) for entry in row["all"]):
            return row
    return None
