"""Bounds for a page without a date, from handles in its text: editions of known occasions, anniversaries, years."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from coranto.article.dates.find import find_dates
from coranto.data import rows
from coranto.text.normal import straight
from coranto.text.sentences import sentences
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
_YEAR = re.compile(
    r"(?:\b(?:in|since|of|from|until|late|early|mid|during)[ -]|[A-Za-z]-)((?:19|20)\d\d)\b(?!\s?(?:votes"
    r"|people|km|miles))"
)
_FUTURE = re.compile(
    r"\b(?:will|by|until|target|goal|plan(?:s|ned)?|expected|scheduled|next|ahead of|before|due|aims?"
    r"|would|could|upcoming|forecast)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|held|met|visited|told|took|signed|carried|attended|began|[a-z]{3,}ed)\b"
)
_WEEKDAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_BACK = re.compile(
    r"\b(?:last month|last year|earlier this year|months ago|years ago|at that time|when .{0,40} was attending)\b",
    re.IGNORECASE,
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SENTENCES = 200


def infer(text: str, captured: date | None) -> Dated:
    """An interval with its evidence, or an empty `Dated` whose bounds are what is known at most.

    `captured` is the last possible day. An interval that is empty gives no bounds but its reasons.
    """
    told = [straight(text[a:b]) for a, b, _ in list(sentences(text[:60_000]))[:_SENTENCES]]
    reasons: list[Evidence] = []
    edition = _edition(told, reasons)
    low = _latest_past(told, reasons)
    high = captured + timedelta(days=1) if captured else None
    if captured:
        reasons.append(Evidence(rule="not after capture", text=captured.isoformat()))
    year = _anniversary(told, reasons)
    if edition is not None and (low is None or low < edition.end):  # type: ignore[operator]
        return _with(edition, reasons, low, high)
    if year is not None:
        return _bounded(date(year, 1, 1), date(year + 1, 1, 1), low, high, reasons)
    if low is not None and _names_its_year(told, low.year):
        return _bounded(date(low.year, 1, 1), date(low.year + 1, 7, 1), low, high, reasons)
    if low is None and high is None:
        return Dated()
    empty = low is not None and high is not None and low >= high
    return Dated(start=None if empty else low, end=None if empty else high, known="none", evidence=tuple(reasons))


def told_day(text: str) -> date | None:
    """The latest full date that a text tells of in the past tense, or None."""
    told = [straight(text[a:b]) for a, b, _ in list(sentences(text[:60_000]))[:_SENTENCES]]
    days = [
        found.day
        for sentence in told
        if _PAST.search(sentence) and not _FUTURE.search(sentence)
        for found in find_dates(sentence)
        if not found.yearless
    ]
    return max(days, default=None)


def _bounded(start: date, end: date, low: date | None, high: date | None, reasons: Sequence[Evidence]) -> Dated:
    start = max(start, low) if low else start
    end = min(end, high) if high else end
    if start >= end:
        return Dated(known="none", evidence=(*reasons, Evidence(rule="the bounds contradict each other")))
    return Dated(
        value=str(start.year), start=start, end=end, precision="year", known="inferred", evidence=tuple(reasons)
    )


def _with(edition: Dated, reasons: Sequence[Evidence], low: date | None, high: date | None) -> Dated:
    start = max(edition.start, low) if edition.start and low and low < (edition.end or low) else edition.start
    end = min(edition.end, high) if edition.end and high else edition.end
    if start is None or end is None or start >= end:
        return Dated(known="none", evidence=(*reasons, Evidence(rule="the bounds contradict each other")))
    return Dated(
        value=edition.value,
        start=start,
        end=end,
        precision=edition.precision,
        known="inferred",
        evidence=tuple(reasons),
    )


@cache
def _editions() -> tuple[tuple[int, tuple[str, ...], date, date], ...]:
    return tuple((r["number"], tuple(r["all"]), r["start"], r["end"]) for r in rows("anniversaries", "edition"))


def _edition(told: Sequence[str], reasons: list[Evidence]) -> Dated | None:
    """The span in which a page must lie that reports from an edition whose days are known."""
    for sentence in told[:12]:
        if _BACK.search(sentence) or _FUTURE.search(sentence.partition(",")[0]):
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


def _anniversary(told: Sequence[str], reasons: list[Evidence]) -> int | None:
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


def _latest_past(told: Sequence[str], reasons: list[Evidence]) -> date | None:
    """The latest day or year that the text tells of in the past tense."""
    best: date | None = None
    quote = ""
    for sentence in told:
        if _FUTURE.search(sentence) or not _PAST.search(sentence):
            continue
        for found in find_dates(sentence):
            if not found.yearless and (best is None or found.day > best):
                best, quote = found.day, found.text
        for match in _YEAR.finditer(sentence):
            day = date(int(match[1]), 1, 1)
            if best is None or day > best:
                best, quote = day, match.group()
    if best is not None:
        reasons.append(Evidence(rule="told as past", text=quote))
    return best


def _names_its_year(told: Sequence[str], year: int) -> bool:
    """Whether something is named after that year ("Name-2023"), so that the page lies in it or soon after."""
    return any(re.search(rf"[A-Za-z]-{year}\b", sentence) for sentence in told)
