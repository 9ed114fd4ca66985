"""Scores of the story room: grouping of dated articles, and storylines."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import log, sqrt
from typing import Any

from coranto.gate.material import article_of, day_of, jittered, said
from coranto.gate.metrics.clusters import ari, b3_f1, pair_f1
from coranto.gate.metrics.counts import ratio
from coranto.gate.ordered import reading_of, stories, tell
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Article, Slots

_SUGGESTED = 20
_BACK = 90
_DOCUMENT = re.compile(r"(\d+)_\d+([a-z]+)\.xml")
_GLUED = re.compile(r" ([.,;:?!)\]%]|n't\b|'\w{0,2}\b)")


def story_scores(work: Work) -> list[Score]:
    """B³ F1, pair F1 and ARI of the stories of dated articles, taken in order of time."""
    return _grouped(work, list(work.corpus.rows), "")


def jittered_scores(work: Work) -> list[Score]:
    """The same with each date moved by up to a day, so that the date alone cannot tell the stories apart."""
    return _grouped(work, [jittered(row) for row in work.corpus.rows], "jittered")


def document_scores(work: Work) -> list[Score]:
    """The same for the documents of ECB+ (Cybulska and Vossen 2014), without dates and titles; the stories are its
    seminal events, two of one kind to a topic. Documents are put together from the contexts of the mentions."""
    return _grouped(work, documents(work.corpus.rows), "docs")


def documents(mentions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per document of mentions: its longest context as text, its topic and part (`2 ecbplus`) as story."""
    texts: dict[str, str] = {}
    for row in mentions:
        tokens = row.get("mention_context")
        text = _GLUED.sub(r"\1", " ".join(map(str, tokens))) if isinstance(tokens, list) else ""
        ident = said(row, "doc_id")
        texts[ident] = max(texts.get(ident, ""), text, key=len)
    named = [(_DOCUMENT.fullmatch(ident), ident, text) for ident, text in texts.items()]
    return [{"id": ident, "text": text, "story": f"{name[1]} {name[2]}"} for name, ident, text in named if name]


def _grouped(work: Work, rows: Sequence[dict[str, Any]], part: str) -> list[Score]:
    usable, articles = usable_of(rows)
    if not usable:
        work.broken("no story or text")
        return []
    chosen = stories(work, tell(work, articles))
    gold = [said(row, "story") for row in usable]
    predicted = [chosen.get(article.id, article.id) for article in articles]
    return [
        Score("stories.b3_f1", b3_f1(gold, predicted), len(gold), part),
        Score("stories.pair_f1", pair_f1(gold, predicted), len(gold), part),
        Score("stories.ari", ari(gold, predicted), len(gold), part),
    ]


def usable_of(rows: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[Article]]:
    """The rows that have a story and a text, and their articles."""
    usable = [row for row in rows if said(row, "story") and said(row, "text")]
    return usable, [article_of(row) for row in usable]


def storyline_scores(work: Work) -> list[Score]:
    """Of the events whose storyline has an earlier event within 90 days: the share with one of it among the
    20 suggestions. Suggestions are the earlier events whose slots are most alike."""
    events = sorted(
        (row for row in work.corpus.rows if day_of(said(row, "date")) and said(row, "text")),
        key=lambda row: (said(row, "date"), said(row, "id")),
    )
    slotted = [_slots(work, row) for row in events]
    suggester = Suggester()
    found = n = 0
    for at, row in enumerate(events):
        day, path = day_of(said(row, "date")) or date.min, _path(row)
        if path and suggester.holds(path, day):
            n += 1
            found += path in suggester.suggest(slotted[at], day)
        suggester.add(slotted[at], day, path)
    return [Score("stories.storyline_recall20", ratio(found, n), n)] if n else []


def _slots(work: Work, row: dict[str, Any]) -> dict[str, float]:
    article = article_of({key: row[key] for key in ("id", "date", "text") if key in row})
    slots = work.attempt(door("story", "slots"), article, reading_of(work, article))
    if not isinstance(slots, Slots):
        return {}
    terms = dict(slots.terms)
    heaviest = max(terms.values(), default=1.0)
    return terms | {f"actor:{actor}": heaviest for actor in slots.actors}


Path = tuple[str, ...]


def _path(row: dict[str, Any]) -> Path:
    path = row.get("path")
    return tuple(map(str, path)) if isinstance(path, list) else ()


class Suggester:
    """Earlier events with their storylines; the most alike by cosine of terms weighted by rarity so far."""

    def __init__(self) -> None:
        self._events: list[tuple[dict[str, float], date, Path]] = []
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._days: defaultdict[Path, list[date]] = defaultdict(list)

    def add(self, terms: dict[str, float], day: date, path: Path) -> None:
        """Remembers an event; they come in order of time."""
        for term in terms:
            self._postings[term].append(len(self._events))
        self._events.append((terms, day, path))
        self._days[path].append(day)

    def holds(self, path: Path, day: date) -> bool:
        """Whether an event of this storyline came within the 90 days before."""
        return any((day - earlier).days <= _BACK for earlier in self._days.get(path, ())[-1:])

    def suggest(self, terms: dict[str, float], day: date) -> set[Path]:
        """The storylines of the events most like this one."""
        scores: defaultdict[int, float] = defaultdict(float)
        for term, weight in terms.items():
            rarity = self._rarity(term)
            for at in self._postings.get(term, ()):
                scores[at] += weight * self._events[at][0][term] * rarity * rarity
        recent = [(score / self._norm(at), at) for at, score in scores.items() if self._near(at, day)]
        return {self._events[at][2] for _, at in sorted(recent, reverse=True)[:_SUGGESTED]}

    def _near(self, at: int, day: date) -> bool:
        return (day - self._events[at][1]).days <= _BACK

    def _rarity(self, term: str) -> float:
        return log((len(self._events) + 1) / (len(self._postings.get(term, ())) + 0.5))

    def _norm(self, at: int) -> float:
        return sqrt(sum((weight * self._rarity(term)) ** 2 for term, weight in self._events[at][0].items())) or 1.0
