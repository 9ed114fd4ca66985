"""Time expressions of a text: where they stand, their TIMEX3 values and the days they mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from coranto.parts import register
from coranto.reading.times.composed import RESOLVERS
from coranto.reading.times.grammar import followers, rules, scanner
from coranto.reading.times.ground import Found, Ground, Trail, open_date
from coranto.reading.times.guards import keeps
from coranto.reading.times.tense import Direction, direction
from coranto.reading.times.values import granularity_of, interval_of, part_of
from coranto.text.normal import straight
from coranto.text.sentences import sentences as split_sentences
from coranto.types import TITLE, Article, Interval, Reference, Time

_TENSED = frozenset(("bare_month", "month_day", "day_month", "day_range", "cross_range", "month_range", "weekday",
                     "weekend", "quarter", "season", "part_day", "span_from", "holiday", "clock_day",
                     "rel_name"))  # fmt: skip
_TO_DO = re.compile(r"\sto\s[a-z]{3,}")  # headlines put the future as "X to visit Y"
_YEARS = (1000, 9900)
_ASCII_LOWER = {code: code + 32 for code in range(65, 91)}
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?=$|T|/)")


class _Hit(NamedTuple):
    rule: str
    match: re.Match[str]
    start: int
    end: int
    tense: Direction


@lru_cache(maxsize=2)  # the title and the text of one article
def lowered(text: str) -> str:
    """Lower-case text with plain quotes and dashes; every offset stays."""
    lower = straight(text).lower()
    return lower if len(lower) == len(text) else straight(text).translate(_ASCII_LOWER)


@lru_cache(maxsize=2)  # times and figures of one article ask for the hits of the same title and text
def _hits(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, _Hit], ...]:
    return tuple(_scan(text, spans))


def _scan(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, _Hit]]:
    lower, starts = lowered(text), [start for start, _ in spans]
    for rule, match in matches(lower):
        start, end = match.start() + len(match.groupdict().get("lead") or ""), match.end()
        index = max(bisect_right(starts, start) - 1, 0)
        if not spans or not spans[index][0] <= start < spans[index][1] or not keeps(rule, text, start, end):
            continue
        tense = direction(lower, start, end, spans[index]) if rule in _TENSED else ""
        yield index, _Hit(rule, match, start, end, tense)


def matches(lower: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each rule that matches, in order, and what may only follow another rule's match."""
    patterns, after, reached = rules(), followers(), 0
    for found in scanner().finditer(lower):
        if found.start() < reached:
            continue
        rule = (found.lastgroup or "").removeprefix("rule_")
        match = patterns[rule].match(lower, found.start())  # no end: a rule may look at what follows it
        if match is None:
            continue
        yield rule, match
        then = after.get(rule)
        more = patterns[then].match(lower, match.end()) if then else None
        if then and more:
            yield then, more
            reached = more.end()


def time_spans(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where the time expressions of a text stand, without resolving them."""
    return tuple((hit.start, hit.end) for _, hit in _hits(text, tuple(spans)))


def _days(reference: Reference) -> list[date | None]:
    """The day to resolve against; both ends where the reference is wide; None where there is none."""
    if reference.interval is None or not _YEARS[0] < reference.interval.start.year < _YEARS[1]:
        return [None]
    if reference.interval.days == 1:
        return [reference.interval.start]
    return [reference.interval.start, reference.interval.last]


def _resolve(hit: _Hit, grounds: list[Ground]) -> Found | None:
    answers = []
    for ground in grounds:
        ground.tense = hit.tense
        answers.append(RESOLVERS[hit.rule](hit.match, ground))
    first = answers[0]
    if first is None or all(answer is not None and answer.value == first.value for answer in answers):
        return first
    return RESOLVERS[hit.rule](hit.match, Ground(day=None, tense=hit.tense)) or open_date("XXXX-XX-XX")


def _remember(found: Found, grounds: list[Ground]) -> None:
    if found.type not in ("DATE", "TIME") or found.slip:
        return
    told = _DATE.match(found.value)
    for ground in grounds:
        trail = ground.trail
        if told and told[3]:
            trail.day = date(int(told[1]), int(told[2]), int(told[3]))
        if told:
            trail.month = trail.day if told[3] else date(int(told[1]), int(told[2]), 1)
        if found.value[:4].isdigit() and "/" not in found.value:
            trail.year = found.value[:4]
            if "-Q" in found.value and found.confidence > 0.7 and not _is_ahead(found.value, ground):
                trail.quarter = found.value


def _is_ahead(quarter: str, ground: Ground) -> bool:
    """Whether a quarter begins after the ground's day: no later words compare with it."""
    days = interval_of(quarter)
    return days is not None and ground.day is not None and days.start > ground.day


def _time(text: str, sentence: int, hit: _Hit, found: Found) -> Time:
    interval = None
    if not found.slip and found.type in ("DATE", "TIME"):
        interval = found.interval or interval_of(found.value)
        interval = part_of(interval, found.mod) if interval else None
    return Time(
        sentence=sentence, start=hit.start, end=hit.end, text=text[hit.start : hit.end], type=found.type,
        value=found.value, interval=interval, granularity=granularity_of(found.value), mod=found.mod,
        anchor=found.anchor, confidence=found.confidence,
    )  # fmt: skip


def times_in(
    text: str, reference: Reference, sentences: Sequence[tuple[int, int]] | None = None
) -> tuple[Time, ...]:
    """The time expressions of a text in order; `sentence` counts `sentences` (offset pairs; split here if None).

    Relative ones are read against `reference`: where it is wide, only when both of its ends agree; where it
    is empty they keep X in their value and have no interval.
    """
    spans = [(start, end) for start, end, _ in split_sentences(text)] if sentences is None else sentences
    return _timed(text, reference, spans, range(len(spans)))


def _timed(
    text: str, reference: Reference, spans: Sequence[tuple[int, int]], numbers: Sequence[int]
) -> tuple[Time, ...]:
    """The times of `spans`, whose sentences are called `numbers`."""
    days = _days(reference)
    grounds = [Ground(day=day, exact=len(days) == 1, trail=Trail()) for day in days]
    out = []
    for index, hit in _hits(text, tuple(spans)):
        if (
            numbers[index] == TITLE
            and hit.rule in _TENSED
            and _TO_DO.search(hit.match.string, max(0, hit.start - 120), hit.start)
        ):
            hit = hit._replace(tense="future")
        found = _resolve(hit, grounds)
        if found is None:
            continue
        _remember(found, grounds)
        out.append(_time(text, numbers[index], hit, found))
    return tuple(out)


@register("reading.times.v2")
def times(article: Article, reference: Reference) -> tuple[Time, ...]:
    """The time expressions of an article's title (sentence `TITLE`), then of its sentences."""
    head = _timed(article.title, reference, [(0, len(article.title))], [TITLE]) if article.title else ()
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    numbers = [sentence.index for sentence in article.sentences]
    return (*head, *_timed(article.text, reference, spans, numbers))


def time_flags(article: Article, reference: Reference, found: Sequence[Time]) -> tuple[str, ...]:
    """`weekday_after_publication` when the text tells of a weekday that is the day after publication."""
    del article
    slips = (
        one
        for one in found
        if one.type in ("DATE", "TIME") and one.interval is None and one.anchor == "publication"
    )
    if reference.interval is None or not any(_is_next_day(one, reference.interval) for one in slips):
        return ()
    return ("weekday_after_publication",)


def _is_next_day(one: Time, interval: Interval) -> bool:
    return one.value.partition("T")[0] == interval.end.isoformat()
