"""The interval in which a page without a date was published, from all that its text tells, with its reasons."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import numpy as np

from coranto.article.dates.find import find_dates
from coranto.article.dates.fresh import Fresh, freshness
from coranto.article.dates.known import Known, known_in
from coranto.article.dates.named import FUTURE, PAST, anniversary_in, edition_in
from coranto.article.dates.periods import first_day, newest_first, telling
from coranto.article.dates.solve import Answer, Clue, shared, solve
from coranto.article.dates.spread import Window, around, chances, era, number, spells
from coranto.article.dates.told import Told, told_times
from coranto.article.lang import identify
from coranto.text.normal import straight
from coranto.text.sentences import sentences
from coranto.types import Dated, Evidence
from coranto.types.article import Precision

_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}\.$")
_READ, _SENTENCES, _CLUES = 60_000, 200, 80
_BACK, _AHEAD = 15, 30
_ONE_DAY = timedelta(days=1)
_YEAR, _NARROW, _MONTH, _WEEK = 366, 62, 31, 7


def infer(text: str, captured: date | None, lang: str = "") -> Dated:
    """An interval that was inferred, with its evidence; or what is known at most, where that says too little.

    `text` opens with the title; `captured` is the last possible day. Bounds that contradict each other give no
    interval but their reasons.
    """
    told, lang = split(text), lang or identify(text, "en")
    times = [one for sentence in told for one in told_times(sentence, lang)]
    reasons: list[Evidence] = []
    edition = edition_in(told, reasons)
    low = _earliest(times, reasons)
    high = captured + _ONE_DAY if captured else None
    if captured:
        reasons.append(Evidence(rule="not after capture", text=captured.isoformat()))
    year = anniversary_in(told, reasons)
    if edition is not None and edition.end is not None and (low is None or low < edition.end):
        return _within(edition, (low, high), reasons)
    if year is not None:
        low, high = _latest(low, date(year, 1, 1)), _latest(high, date(year + 1, 1, 1), min)
    if low and high and low >= high:
        return Dated(known="none", evidence=(*reasons, Evidence(rule="the bounds contradict each other")))
    answer = _weighed(told, lang, times, (low, high, captured))
    most = _NARROW if year is not None else number("solver", "told" if low and high else "widest")
    if answer is not None and answer.days <= most:
        return _dated(answer, reasons)
    if year is not None and low and high:
        return Dated(
            value=str(year), start=low, end=high, precision="year", known="inferred", evidence=tuple(reasons)
        )
    return Dated(start=low, end=high, known="none", evidence=tuple(reasons))


def _latest(one: date | None, other: date, choose: Callable[[date, date], date] = max) -> date:
    return other if one is None else choose(one, other)


def _weighed(
    told: Sequence[str], lang: str, times: Sequence[Told], bounds: tuple[date | None, date | None, date | None]
) -> Answer | None:
    """The days that all clues of the text make most likely, within bounds and beside the day of capture."""
    low, high, captured = bounds
    known = known_in(told, lang)
    window = _window(times, known, captured)
    fresh = freshness(told, lang, times)
    return solve(window, _clues(window, times, (known, fresh), captured), low, high) if window else None


def split(text: str) -> list[str]:
    """The sentences of a text that are read for its dates; the full stop of "6. Mai" ends none."""
    joined: list[str] = []
    for a, b, _ in list(sentences(text[:_READ]))[:_SENTENCES]:
        sentence = straight(text[a:b])
        if joined and _ORDINAL.search(joined[-1]):
            joined[-1] += f" {sentence}"
        else:
            joined.append(sentence)
    return joined


def told_day(text: str) -> date | None:
    """The latest full date that a text tells of in the past tense, or None."""
    days = [
        found.day
        for sentence in split(text)
        if PAST.search(sentence) and not FUTURE.search(sentence)
        for found in find_dates(sentence)
        if not found.yearless
    ]
    return max(days, default=None)


def _earliest(times: Sequence[Told], reasons: list[Evidence]) -> date | None:
    """The latest day or year that the text tells of in the past tense: the page is no older."""
    days = [(first_day(one), one.text) for one in times if one.year and one.firm and one.shift >= 0]
    best = max(days, default=None)
    if best is not None:
        reasons.append(Evidence(rule="told as past", text=best[1]))
    return best[0] if best else None


def _window(times: Sequence[Told], known: Sequence[Known], captured: date | None) -> Window | None:
    """The days that are weighed: some decades around the latest year that the text names; None without any."""
    years = [one.year for one in times if one.year and one.lean != "future"]
    years += [one.spans[-1][0].year for one in known]
    years += [captured.year] if captured else []
    if not years or not (times or known):
        return None
    base = min(max(years), captured.year) if captured else max(years)
    return Window.of_years(base - _BACK, min(base + _AHEAD, captured.year) if captured else base + _AHEAD)


def _clues(
    window: Window, times: Sequence[Told], named: tuple[Sequence[Known], Fresh], captured: date | None
) -> list[Clue]:
    """All that speaks for some days more than for others."""
    known, fresh = named
    own = telling(times, (one.spans[0][0].year for one in known if one.kind == "event"))[:_CLUES]
    clues = [
        Clue(_kind(one), chances(window, one, fresh.near(one)), _rule(one), one.text, weight)
        for one, weight in newest_first(own)
    ]
    for one in known[:_CLUES]:
        clues.append(_of_known(window, one, fresh))
    if captured is not None:
        age = np.maximum(captured.toordinal() - window.days, 0)
        clues.append(
            Clue("capture", 1 / (age + number("solver", "young")), "not long before capture", captured.isoformat())
        )
    clues.append(Clue("web", era(window), "", ""))
    return shared(clues)


def _kind(told: Told) -> str:
    """The kind of clue that a time is; times with a year weigh by their order, not by their number."""
    return "beside" if told.unit else "dated" if told.year else told.kind


def _rule(told: Told) -> str:
    tense = f" told as {told.lean}" if told.lean else ""
    names = {"yearless": "day without a year", "monthday": "day of a month", "bare": "month without a year"}
    return f"{names.get(told.kind, told.kind)}{tense}"


def _of_known(window: Window, known: Known, fresh: Fresh) -> Clue:
    """The clue of an office, an event or a word that is no older than a day."""
    if known.kind == "event":
        start, end = known.spans[0]
        if known.day is not None:
            rule = f"event of {start}, told beside its day"
            return Clue("named", around(window, known.day, "named", known.lean), rule, known.text)
        last = (end or start) - _ONE_DAY
        day, lean = fresh.fits(start, end or start + _ONE_DAY) if known.lead else (None, "")
        if day is not None:
            rule = f"event of {start}, in the lead with its weekday"
            return Clue("named", around(window, day, "voted", lean), rule, known.text)
        kind = "topic" if known.lead and fresh.fresh else "event"
        chance = np.maximum(around(window, start, kind, ""), around(window, last, kind, ""))
        return Clue("event", chance, f"event of {start}", known.text)
    rule = "in office from" if known.kind == "office" else "not before"
    since = " or ".join(str(start) for start, _ in known.spans)
    return Clue(known.kind, spells(window, known.spans), f"{rule} {since}", known.text)


def _within(edition: Dated, bounds: tuple[date | None, date | None], reasons: Sequence[Evidence]) -> Dated:
    """The span of an edition within hard bounds."""
    low, high = bounds
    start = max(edition.start, low) if edition.start and low else edition.start
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


def _dated(answer: Answer, reasons: Sequence[Evidence]) -> Dated:
    """An answer as a date that says it is inferred: the best day as far as the interval lets it be told."""
    days, best = answer.days, answer.best.isoformat()
    precision: Precision = (
        "day" if days == 1 else "week" if days <= _WEEK else "month" if days <= _MONTH else "year"
    )
    value = best if days <= _WEEK else best[:7] if days <= _NARROW else best[:4] if days <= _YEAR else ""
    told = tuple(Evidence(rule=clue.rule, text=clue.text) for clue in answer.clues)
    return Dated(
        value=value, start=answer.start, end=answer.end, known="inferred",
        precision=precision if days <= _YEAR else "interval", evidence=tuple(dict.fromkeys((*told, *reasons))),
    )  # fmt: skip
