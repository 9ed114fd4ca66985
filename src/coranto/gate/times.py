"""Scores of time expressions, as TempEval-3 has them."""

from collections.abc import Iterable
from typing import Any

from coranto.gate.material import day_of, said
from coranto.gate.metrics.counts import f1_of
from coranto.gate.metrics.spans import match_overlaps
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Reference, Time
from coranto.types.time import day


def time_scores(work: Work) -> list[Score]:
    """Relaxed F1 (spans that overlap, one to one) and value F1 (and the same TIMEX3 value), micro; also for
    each collection that the rows name."""
    ask = door("reading", "times_in")
    tallies: dict[str, list[int]] = {}
    documents: dict[str, int] = {}
    for row in work.corpus.rows:
        gold = work.gold(_gold, row)
        if gold is None:
            continue
        published = day_of(said(row, "dct"))
        reference = Reference(interval=day(published), best=published) if published else Reference()
        answer: Iterable[Time] = work.attempt(ask, said(row, "text"), reference) or ()
        counted = compare(gold, [(time.start, time.end, time.value) for time in answer])
        for part in {"", said(row, "set")}:
            tally = tallies.setdefault(part, [0, 0, 0, 0])
            tally[:] = [a + b for a, b in zip(tally, counted, strict=True)]
            documents[part] = documents.get(part, 0) + 1
    return [score for part in sorted(tallies) for score in _scores(part, tallies[part])]


def _scores(part: str, tally: list[int]) -> list[Score]:
    overlapping, valued, predicted, gold = tally
    return [
        Score("reading.time_relaxed_f1", f1_of(overlapping, predicted, gold), gold, part),
        Score("reading.time_value_f1", f1_of(valued, predicted, gold), gold, part),
    ]


Timex = tuple[int, int, str]


def _gold(row: dict[str, Any]) -> list[Timex]:
    if not said(row, "text"):
        raise ValueError("no text")
    return [(int(time["start"]), int(time["end"]), str(time["value"])) for time in row["timex"]]


def compare(gold: list[Timex], predicted: list[Timex]) -> tuple[int, int, int, int]:
    """How many overlap, how many of those have the same value, how many are predicted, how many gold."""
    pairs = match_overlaps([(a, b) for a, b, _ in gold], [(a, b) for a, b, _ in predicted])
    valued = sum(gold[g][2].upper() == predicted[p][2].upper() for g, p in pairs.items())
    return len(pairs), valued, len(predicted), len(gold)
