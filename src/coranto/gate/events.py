"""Scores of whether a sentence is seen to tell an event at all, on our own held-out sentences."""

from collections.abc import Callable, Iterable
from typing import Any

from coranto.gate.metrics.counts import f1_of
from coranto.gate.result import Score
from coranto.gate.work import Work, both_ways, door
from coranto.types import EventMention


def found_scores(work: Work) -> list[Score]:
    """F1 of the sentences that tell an event, found where the reading has any mention of one; and the share of the
    triggers found that name the gold event."""
    return [score for part, ask in both_ways(door("reading", "events_in")) for score in _found(work, part, ask)]


def _found(work: Work, set_: str, ask: Callable[..., Iterable[EventMention]]) -> list[Score]:
    right = predicted = gold = named = matched = 0
    for row in work.corpus.rows:
        text, wanted = work.gold(_gold, row) or ("", [])
        if not text:
            continue
        answer = tuple(work.attempt(ask, text) or ())
        right += bool(answer) and bool(wanted)
        predicted += bool(answer)
        gold += bool(wanted)
        for start, end, event in wanted:
            beside = [one for one in answer if one.start < end and start < one.end]
            matched += bool(beside)
            named += any(one.event == event for one in beside)
    scores = [Score("reading.event_found_f1", f1_of(right, predicted, gold), gold, set_)]
    return [*scores, Score("reading.event_named_acc", named / matched, matched, set_)] if matched else scores


def _gold(row: dict[str, Any]) -> tuple[str, list[tuple[int, int, str]]]:
    return str(row["text"]), [(one["start"], one["end"], one["event"]) for one in row["events"]]
