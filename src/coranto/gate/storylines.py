"""Scores of storylines: the suggestions that the product itself makes, on dated events with known storylines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coranto.gate.material import article_of, day_of, said
from coranto.gate.metrics.counts import ratio
from coranto.gate.ordered import reading_of
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Slots

_BACK = 90
_NAMES = re.compile(r"[,;]")

Path = tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """What is counted: events with an earlier one of their storyline and those of them whose storyline was among
    the suggestions; events, suggestions taken without asking, those that can be judged and those that are right."""

    known: int = 0
    found: int = 0
    events: int = 0
    accepted: int = 0
    judged: int = 0
    right: int = 0
    last: dict[Path, date] = field(default_factory=dict)


def storyline_scores(work: Work) -> list[Score]:
    """Recall among 20 suggestions, and how many are taken without asking, how rightly.

    Events come in order of time; to each the earlier ones are offered under their storylines (each event that has
    none for itself), and 20 different storylines are suggested. Recall is of the events whose storyline, with the
    same path, has an earlier event within 90 days. A storyline that is taken is right where its name is one of
    those in the event's path: the storyline itself or one that holds it. Events without a path can't be judged.
    """
    lines, earlier = door("story", "Lines")(), door("story", "Earlier")
    tally = _Tally()
    for row, slots in _slotted(work):
        path, day = _path(row), day_of(said(row, "date")) or date.min
        suggested = work.attempt(lines.suggest, [slots]) or ()
        _count(tally, path, day, suggested)
        one = earlier(line=_key(path) or slots.article, story=slots.article, slots=(slots,))
        work.attempt(lines.add, one)
        if path:
            tally.last[path] = day
    if not tally.known:
        return []
    return [
        Score("stories.storyline_recall20", ratio(tally.found, tally.known), tally.known),
        Score("stories.storyline_accept_precision", ratio(tally.right, tally.judged), tally.judged),
        Score("stories.storyline_accept_share", ratio(tally.accepted, tally.events), tally.events),
    ]


def _count(tally: _Tally, path: Path, day: date, suggested: Iterable[Any]) -> None:
    lines = list(suggested)
    tally.events += 1
    if path in tally.last and (day - tally.last[path]).days <= _BACK:
        tally.known += 1
        tally.found += any(one.line == _key(path) for one in lines)
    taken = next((one for one in lines if one.accepted), None)
    if taken is not None:
        tally.accepted += 1
        tally.judged += bool(path)
        tally.right += bool(path) and right(taken.line, path)


def right(line: str, path: Path) -> bool:
    """Whether a storyline is one of those that an event belongs to, by the names of its last step."""
    named = {name for step in path for name in _names(step)}
    return bool(_names(line.rpartition("\n")[2]) & named)


def _names(step: str) -> set[str]:
    """The storylines that one step of a path names, several of them between commas."""
    return {name.strip().casefold() for name in _NAMES.split(step)}


def _slotted(work: Work) -> Iterable[tuple[dict[str, Any], Slots]]:
    """The events in order of time, with what the product keeps of each."""
    usable = [row for row in work.corpus.rows if day_of(said(row, "date")) and said(row, "text")]
    for row in sorted(usable, key=_moment):
        article = article_of({key: row[key] for key in ("id", "date", "text") if key in row})
        slots = work.attempt(door("story", "slots"), article, reading_of(work, article))
        if isinstance(slots, Slots):
            yield row, slots


def _moment(row: dict[str, Any]) -> tuple[str, str]:
    return said(row, "date"), said(row, "id")


def _path(row: dict[str, Any]) -> Path:
    path = row.get("path")
    return tuple(map(str, path)) if isinstance(path, list) else ()


def _key(path: Path) -> str:
    return "\n".join(path)
