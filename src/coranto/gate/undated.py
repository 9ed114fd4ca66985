"""Scores of dating pages that print no date: pages of the sets with their dates of publication taken out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from statistics import median
from typing import Any

from coranto.data import rows
from coranto.gate.material import day_of, dump_page, rendered, said
from coranto.gate.metrics.counts import ratio
from coranto.gate.metrics.text import same_day
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.text.normal import squeeze
from coranto.types import Article, Page
from coranto.types.ids import digest, digest_bytes

NARROW = 14
_EVERY = 3
"""Of the pages of one story every third is taken: they tell of the same days."""
_LONG, _DATELINE = 140, 90
_LATER = (20, 900)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FULL = re.compile(r"(?<!\d)(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d)(?!\d)")
_EAST = re.compile(r"(?<!\d)\d{1,2}\s?[월月]\s?\d{1,2}\s?[일日]")
_PAGE = re.compile(
    r"(?i)https?://|www\.|©|\(c\)|copyright|\b(?:ago|today|updated|posted|published)\b|\d{1,2}[:.]\d\d\b"
)
_AGENCY = re.compile(r"^[^\n]{0,90}?(?:[—–]|\s--?\s|\)\s?[:-])")


@dataclass(frozen=True, slots=True)
class Case:
    """A page without its date, the day it was published on, and its handles: `day`, `known`, `year` or none."""

    page: Page
    gold: date
    handle: str
    form: str


def undated_scores(work: Work) -> list[Score]:
    """How often an interval is given and holds the day, how narrow it is; of each form of the pages."""
    clean = door("article", "clean")
    answers: dict[str, list[tuple[Case, Article | None]]] = {}
    for case in cases(work.corpus.name, work.corpus.rows):
        answer = work.attempt(clean, case.page)
        answers.setdefault(case.form, []).append((case, answer if isinstance(answer, Article) else None))
    return [score for form, pairs in answers.items() for score in _scores(work, form, pairs)]


def dump_date_scores(work: Work) -> list[Score]:
    """The share of HTML pages, rendered whole to text and without their address, with the right day."""
    clean = door("article", "clean")
    right = asked = 0
    for row in work.corpus.rows:
        if not said(row, "html") or not said(row, "date"):
            continue
        answer = work.attempt(clean, replace(dump_page(row), url=""))
        asked += 1
        right += isinstance(answer, Article) and same_day(said(row, "date"), answer.published.value)
    return [Score("articles.dump_date_acc", ratio(right, asked), asked)] if asked else []


def cases(name: str, items: Sequence[dict[str, Any]]) -> Iterator[Case]:
    """The cases of a set: of HTML pages the gold text, that with a day of capture, and the page rendered; of
    text pages every third."""
    for item in items if "html" in (items[0] if items else {}) else items[::_EVERY]:
        gold = day_of(said(item, "date") or said(item, "seen"))
        if gold is None:
            continue
        if said(item, "html"):
            told = f"{said(item, 'title')}\n\n" + "\n\n".join(map(str, item.get("paragraphs") or ()))
            text, _ = stripped(told, told)
            handle = handle_of(text)
            yield _case(item, text, gold, (handle, ""))
            yield _captured(_case(item, text, gold, (handle, "captured")))
            text, _ = stripped(rendered(said(item, "html")), told)
            yield _case(item, text, gold, (handle, "page"))
        else:
            text, first = stripped(said(item, "text"), "")
            handle = handle_of("\n".join(line for line in text.split("\n") if _is_sentence(line)))
            yield _case(item, text, first if first and first <= gold else gold, (handle, ""))


def _case(item: dict[str, Any], text: str, gold: date, kind: tuple[str, str]) -> Case:
    body = text.encode("utf-8", "replace")
    page = Page(
        id=digest("page", digest_bytes(body)), path=str(item.get("id", "")), media="text/plain", body=body,
        charset="utf-8",
    )  # fmt: skip
    return Case(page, gold, *kind)


def _captured(case: Case) -> Case:
    """The case with a day of capture, by a fixed hash some weeks to years after its date."""
    number = int.from_bytes(blake2b(case.page.path.encode("utf-8", "replace"), digest_size=4).digest(), "big")
    low, high = _LATER
    seen = case.gold + timedelta(days=low + number % (high - low))
    return replace(case, page=replace(case.page, captured=seen.isoformat()))


def stripped(text: str, told: str) -> tuple[str, date | None]:
    """A text without the lines that tell when it was published, and the first full date of those lines.

    A line goes that is no line of `told` (of any text, where that is empty), is short or no sentence, and holds a
    date, a year, a clock time, a URL, or a word of page dates; so does the date of a dateline.
    """
    kept: list[str] = []
    first = None
    known = squeeze(told).casefold()
    for line in text.split("\n"):
        inside = bool(known) and len(line) > 30 and squeeze(line).casefold() in known
        if line and not inside and not (_is_sentence(line) and not known) and _dates_page(line):
            first = first or _day_in(line)
            continue
        kept.append(_without_dateline(line))
    return "\n".join(kept), first


def _is_sentence(line: str) -> bool:
    return len(line) > _LONG or (len(line) > _DATELINE and line.rstrip().endswith((".", "”", '"', "。")))


def _dates_page(line: str) -> bool:
    return bool(_PAGE.search(line) or _YEAR.search(line) or _named_day().search(line) or _EAST.search(line))


def _without_dateline(line: str) -> str:
    """A line without the day in the dateline it opens with."""
    head = _AGENCY.match(line)
    if head is None:
        return line
    cut = re.sub(r",?\s*(?:(?:19|20)\d\d)?\s*", " ", _named_day().sub("", head.group()), count=0)
    return (cut if _named_day().search(head.group()) else head.group()) + line[head.end() :]


def _day_in(line: str) -> date | None:
    """The first date with a month's name and a year in a line."""
    found = _named_day().search(line)
    year = _YEAR.search(line, found.end()) if found else None
    if found is None or year is None or year.start() - found.end() > 3:
        return None
    number = re.search(r"\d{1,2}", found.group())
    words = re.findall(r"[^\W\d_]+", found.group().casefold())
    month = next((_months()[word] for word in words if word in _months()), 0)
    return day_of(f"{year.group()}-{month:02d}-{int(number.group()):02d}") if number and month else None


@cache
def _months() -> dict[str, int]:
    return {name: row["month"] for row in rows("months") for name in row["names"] if len(name) > 2}


@cache
def _named_day() -> re.Pattern[str]:
    """A day of a month that is called by its name."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    return re.compile(rf"(?i)\b(?:{day}\s(?:de\s|of\s)?(?:{names})\b|(?:{names})\b\.?\s{day}(?![\d:]))")


def handle_of(text: str) -> str:
    """What a text gives to date it by: `day` for a day of a month, with or without a year; `known` for an edition,
    an anniversary or an event that the rows of data date; `year` for a year alone; else nothing."""
    if _named_day().search(text) or _FULL.search(text) or _EAST.search(text):
        return "day"
    lines = text.split("\n")
    if any(
        all(any(w in line for w in entry.split("|")) for entry in names) for names in _known() for line in lines
    ):
        return "known"
    return "year" if _YEAR.search(text) else ""


@cache
def _known() -> tuple[tuple[str, ...], ...]:
    tables = (("anniversaries", "edition"), ("anniversaries", "row"))
    return tuple(tuple(row["all"]) for name, table in tables for row in rows(name, table))


def _scores(work: Work, form: str, pairs: Sequence[tuple[Case, Article | None]]) -> list[Score]:
    spans = [(case, _span(article)) for case, article in pairs]
    given = [(case, span) for case, span in spans if span is not None]
    handled = [(case, span) for case, span in spans if case.handle in ("day", "known")]
    inside = sum(start <= case.gold < end for case, (start, end) in given)
    widths = [float((span[1] - span[0]).days) if span else float("inf") for _, span in handled]
    narrow = sum(width <= NARROW for width in widths)
    name = f"of {form or 'text'}"
    for kind in ("day", "known", "year", ""):
        of_kind = [(case, span) for case, span in spans if case.handle == kind]
        found = [(case, span) for case, span in of_kind if span is not None]
        held = sum(start <= case.gold < end for case, (start, end) in found)
        wide = median([(span[1] - span[0]).days for _, span in found]) if found else 0
        note = f"pages {name} with handle {kind or 'none'}: {len(found)} given, {held} inside, median days {wide:g}"
        work.notes[note] += len(of_kind)
    return [
        Score("articles.undated_inside", ratio(inside, len(given)), len(given), form),
        Score("articles.undated_given", ratio(len(given), len(spans)), len(spans), form),
        Score("articles.undated_narrow", ratio(narrow, len(handled)), len(handled), form),
    ]


def _span(article: Article | None) -> tuple[date, date] | None:
    """The interval of an article that has both bounds."""
    if article is None or article.published.start is None or article.published.end is None:
        return None
    return article.published.start, article.published.end
