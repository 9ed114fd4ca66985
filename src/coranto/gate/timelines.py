"""Scores of timelines: which days of a long story matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from coranto.gate.material import article_of, day_of, said
from coranto.gate.metrics.counts import f1_of, mean
from coranto.gate.ordered import Told, families, tell, trace
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Reference, Time
from coranto.types.time import day

_NAME = "tl17-"


def timeline_scores(work: Work) -> list[Score]:
    """Mean date F1 over the reference timelines. The days that most independent articles of the topic mention
    are chosen, as many as the reference has, between its first and last day (as Ghalandari and Ifrim 2020)."""
    by_topic: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in work.beside("stories/t17"):
        by_topic[said(row, "topic")].append(row)
    mentions: dict[str, Counter[date]] = {}
    values: list[float] = []
    for row in work.corpus.rows:
        topic = topic_of(said(row, "name"))
        gold = _days(row.get("timeline"))
        if not gold or topic not in by_topic:
            work.broken("a timeline without days or articles")
            continue
        if topic not in mentions:
            mentions[topic] = _mentions(work, by_topic[topic])
        values.append(date_f1(gold, rank_days(mentions[topic], gold)))
    return [Score("stories.timeline_date_f1", mean(values), len(values))] if values else []


def topic_of(name: str) -> str:
    """The topic in a timeline's name: `egypt` of `tl17-egypt/one.txt`."""
    return name.partition("/")[0].removeprefix(_NAME)


def _days(timeline: object) -> set[date]:
    names = timeline if isinstance(timeline, dict) else {}
    return {found for name in names if (found := day_of(str(name))) is not None}


def _mentions(work: Work, rows: Sequence[dict[str, Any]]) -> Counter[date]:
    """How many families of articles mention each day."""
    told = tell(work, [article_of(row) for row in rows], read=False)
    kin = families(work, told, trace(work, told))
    seen: set[tuple[str, date]] = set()
    for one in told:
        seen |= {(kin[one.article.id], found) for found in _mentioned(work, one)}
    return Counter(found for _, found in sorted(seen))


def _mentioned(work: Work, one: Told) -> set[date]:
    """The days that an article's time expressions name; its own day counts as one mention."""
    published = one.article.published.start
    reference = Reference(interval=day(published), best=published) if published else Reference()
    times: Iterable[Time] = work.attempt(door("reading", "times_in"), one.article.text, reference) or ()
    named = {time.interval.start for time in times if time.interval is not None and time.interval.days == 1}
    return named | {published} if published else named


def rank_days(mentions: Counter[date], gold: set[date]) -> list[date]:
    """As many days as the reference has, within its span, most mentioned first, earlier ones first among equals."""
    within = [found for found in mentions if min(gold) <= found <= max(gold)]
    return sorted(within, key=lambda found: (-mentions[found], found))[: len(gold)]


def date_f1(gold: set[date], chosen: Sequence[date]) -> float:
    """F1 of the chosen days."""
    return f1_of(len(gold & set(chosen)), len(chosen), len(gold))
