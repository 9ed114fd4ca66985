"""The date of an undated article, from dated articles of its story or storyline. Never a guess."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from coranto.data import rows
from coranto.parts import register
from coranto.record.judge import gap
from coranto.record.reports import Report, reports
from coranto.record.source import Source, ordered, published, sentence_text
from coranto.text.normal import ascii_fold
from coranto.types import Dated, Evidence, Interval
from coranto.types.article import Precision

NARROW = 3
"""Days that a sibling's date may span to be an anchor."""
SLACK = 31
"""Days by which the siblings' answer may lie outside what the page's own text lets infer."""
LEAD = 3
"""Sentences from the top in which an event without a time word is still the news of the page."""
_BARE_MONTH = re.compile(r"XXXX-(0[1-9]|1[0-2])$")
_NAMED_YEAR = re.compile(r"[^\W\d_][-–' ]((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Days on which the page may have been published, and what says so; `firm` with an occasion or time word."""

    interval: Interval
    rule: str
    text: str
    where: str
    firm: bool


@register("record.dates.v1")
def date_page(undated: Source, siblings: Sequence[Source]) -> Dated | None:
    """The days between which an undated article was published, inferred, with its evidence; None when nothing says.

    An event or occasion that a dated sibling dates, together with the page's own words for when ("Monday",
    "this week"), bounds the publication; else years and bare months in the text give the year.
    """
    known = [one for one in ordered(siblings) if published(one) and one.article.id != undated.article.id]
    anchors = [*_events(undated, known), *_occasions(undated, known)]
    found = _narrowed(anchors)
    own = published(undated)
    if found is None:
        return _by_content(undated) if own is None else None
    interval, used = found
    if own is not None and gap(own, interval) > SLACK:
        return None
    return _dated(_best(interval, known, undated), interval, used)


def _dated(best: date, interval: Interval, used: Sequence[Anchor]) -> Dated:
    precision: Precision = "day" if interval.days == 1 else "week" if interval.days <= 7 else "interval"
    evidence = tuple(Evidence(rule=one.rule, text=one.text, where=one.where) for one in used)
    return Dated(
        value=best.isoformat(),
        start=interval.start,
        end=interval.end,
        precision=precision,
        known="inferred",
        evidence=evidence,
    )


def _best(interval: Interval, known: Sequence[Source], undated: Source) -> date:
    """The day on which most of the story's other pages stand inside the interval, else its first day."""
    days = [days.start for one in known if one.story == undated.story and (days := published(one))]
    inside = sorted(day for day in days if interval.start <= day < interval.end)
    return max(inside, key=inside.count) if inside else interval.start


def _narrowed(anchors: Sequence[Anchor]) -> tuple[Interval, list[Anchor]] | None:
    """What the anchors leave together. Firm ones go first; loose ones that contradict each other give nothing."""
    firm = sorted({one for one in anchors if one.firm}, key=_narrowness)
    loose = sorted({one for one in anchors if not one.firm}, key=_narrowness)
    used: list[Anchor] = []
    interval: Interval | None = None
    for one in (*firm, *loose):
        meet = one.interval if interval is None else interval.meet(one.interval)
        if meet is None:
            if not used[0].firm or one.firm:
                return None
            continue
        interval = meet
        used.append(one)
    return (interval, used) if interval is not None else None


def _narrowness(anchor: Anchor) -> tuple[int, str, str, str]:
    return (anchor.interval.days, anchor.interval.start.isoformat(), anchor.rule, anchor.where)


def _events(undated: Source, known: Sequence[Source]) -> list[Anchor]:
    """Anchors from events that a sibling dates to a day or two."""
    own = [one for one in reports([undated]) if _is_news(one)]
    theirs = [one for one in reports(known) if _is_news(one) and _narrow(one)]
    found = []
    for mine in own:
        same = [other for other in theirs if _same_event(mine, other)]
        for other in same:
            anchor = _anchor(undated, mine.mention.sentence, mine.mention.start, _days(other))
            if anchor is not None:
                found.append(anchor)
    return found


def _is_news(report: Report) -> bool:
    return report.kind == "actual" and report.mention.modality not in ("background", "negated")


def _narrow(report: Report) -> bool:
    interval = report.mention.interval
    return interval is not None and interval.days <= NARROW


def _days(report: Report) -> Interval:
    interval = report.mention.interval
    if interval is None:  # excluded by `_narrow`
        raise ValueError("an undated report can't anchor a page")
    return interval


def _same_event(mine: Report, other: Report) -> bool:
    """Same family and parties, and the same edition, or the same persons on every side that both name."""
    if mine.mention.family != other.mention.family or mine.parties != other.parties or not mine.parties:
        return False
    ours, theirs = mine.mention.occasion, other.mention.occasion
    if ours and theirs and ours.series == theirs.series:
        return not (ours.ordinal and theirs.ordinal and ours.ordinal != theirs.ordinal)
    shared = mine.persons & other.persons
    return len(shared) >= 2 or bool(shared and shared == mine.persons and len(mine.parties) == 1)


def _occasions(undated: Source, known: Sequence[Source]) -> list[Anchor]:
    """Anchors from editions of occasions that a sibling dates."""
    dated = {
        (mention.occasion.series, mention.occasion.ordinal): mention.interval
        for source in known
        for mention in source.reading.occasions
        if mention.interval is not None and mention.occasion.ordinal and mention.interval.days <= 14
    }
    found = []
    for mention in undated.reading.occasions:
        interval = dated.get((mention.occasion.series, mention.occasion.ordinal))
        if interval is not None:
            anchor = _anchor(undated, mention.sentence, mention.start, interval)
            if anchor is not None:
                found.append(anchor)
    return found


def _anchor(undated: Source, sentence: int, start: int, days: Interval) -> Anchor | None:
    """What the time words of a sentence say of the day of publication, when its event was on one of `days`."""
    text = sentence_text(undated.article, sentence, start)
    folded = f" {ascii_fold(text)} "
    where = f"sentence {sentence}"
    for row in rows("page-dating"):
        for words in row["words"]:
            if re.search(rf"\b{words}\b", folded):
                return Anchor(interval=_says(row["says"], days), rule=words, text=text, where=where, firm=True)
    for name, number in _weekdays():
        if re.search(rf"\b{name}\b", folded):
            fits = [day for day in _each(days) if day.weekday() == number]
            if not fits:
                return None
            interval = Interval(fits[0], fits[-1] + timedelta(days=7))
            return Anchor(interval=interval, rule=f"weekday {name}", text=text, where=where, firm=True)
    if sentence >= LEAD:
        return None
    interval = Interval(days.start, days.end + timedelta(days=6))
    return Anchor(interval=interval, rule="news of the lead", text=text, where=where, firm=False)


def _each(days: Interval) -> Iterable[date]:
    return (days.start + timedelta(days=step) for step in range(days.days))


@cache
def _weekdays() -> tuple[tuple[str, int], ...]:
    """Full names of weekdays with Monday as 0."""
    return tuple((row["names"][0], int(row["number"]) - 1) for row in rows("times", "weekday"))


def _says(kind: str, days: Interval) -> Interval:
    start, last = days.start, days.last
    monday = last + timedelta(days=7 - last.weekday())
    first = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return {
        "same-day": days,
        "next-day": Interval(start + timedelta(days=1), days.end + timedelta(days=1)),
        "same-week": Interval(start, monday),
        "next-week": Interval(monday, monday + timedelta(days=7)),
        "same-month": Interval(start, first),
        "next-month": Interval(first, after),
    }[kind]


def _by_content(undated: Source) -> Dated | None:
    """The year that the text itself gives: its latest year, with the last bare month before the page."""
    years = _years(undated)
    if not years:
        return None
    year, text = max(years)
    months = sorted(
        int(match.group(1)) for time in undated.reading.times if (match := _BARE_MONTH.match(time.value))
    )
    start = date(year, months[-1] if months else 1, 1)
    evidence = [Evidence(rule="latest year in the text", text=text, where="text")]
    if months:
        evidence.append(Evidence(rule="latest month without a year", text=start.strftime("%m"), where="text"))
    return Dated(
        value=f"{year:04d}", start=start, end=date(year + 1, 1, 1), precision="year", known="inferred",
        evidence=tuple(evidence),
    )  # fmt: skip


def _years(undated: Source) -> list[tuple[int, str]]:
    """Years that happenings of the text are put in: its dates, and years that end a name ("Fair-2021")."""
    found = [
        (time.interval.last.year, time.text)
        for time in undated.reading.times
        if time.interval is not None and time.interval.days <= 366 and time.anchor in ("self", "narrative")
    ]
    article = undated.article
    found.extend((int(match.group(1)), match.group()) for match in _NAMED_YEAR.finditer(article.text[:200_000]))
    return [(year, text) for year, text in found if 1900 < year < 2200]
