"""Scores of datelines and credits on passages: our own, and places in the pages of other sets, held by offsets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coranto.gate.metrics.counts import f1_of
from coranto.gate.result import Score
from coranto.gate.sets import Item
from coranto.gate.work import Work, door

_ARTICLES = ("The ", "the ")
Marks = set[tuple[object, ...]]


@dataclass(slots=True)
class _Tally:
    """Counts of right, predicted and gold marks, in all and by part of the set."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, part: str, found: Marks, gold: Marks) -> None:
        for name in ("", part):
            held = self.counts.setdefault(name, [0, 0, 0])
            held[0] += len(found & gold)
            held[1] += len(found)
            held[2] += len(gold)

    def scores(self, ident: str) -> Iterator[Score]:
        for part, (right, predicted, gold) in self.counts.items():
            yield Score(ident, f1_of(right, predicted, gold), gold, part)


def credit_scores(work: Work) -> list[Score]:
    """Micro F1 of the parts of datelines (place, day) and of credits (who, how, equal span) on passages."""
    credits_in = door("article", "credits_in")
    datelines, given = _Tally(), _Tally()
    pages = _Pages(work)
    for row in work.corpus.rows:
        text, outlet = pages.passage(row)
        if not text:
            continue
        margin = row["where"] == "margin"
        asked = ("", text) if margin else (text, "")
        answer = work.attempt(credits_in, *asked, outlet, row["where"] == "forum")
        part = "pages" if "set" in row else "own"
        datelines.add(part, _opened(answer) if answer else set(), _opening(row))
        given.add(part, _credited(answer, text) if answer else set(), _credits(row, text))
    return [*datelines.scores("articles.dateline_f1"), *given.scores("articles.credit_f1")]


class _Pages:
    """The passages of a set; the pages they are in are read once, and those not there are noted."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.sets: dict[str, dict[str, Item]] = {}

    def passage(self, row: Item) -> tuple[str, str]:
        """The text of a passage and the outlet or address of its page; empty where its page is not there."""
        if "text" in row:
            return row["text"], row.get("outlet", "")
        page = self._page(row["set"], str(row["page"]))
        if page is None:
            self.work.broken(f"{row['set']} is not there")
            return "", ""
        whole = " ".join(str(page[name]) for name in row["field"].split())
        return whole[row["start"] : row["end"]], str(page.get("outlet") or page.get("url") or "")

    def _page(self, place: str, ident: str) -> Item | None:
        if place not in self.sets:
            self.sets[place] = {str(row.get("id")): row for row in self.work.beside(place)}
        return self.sets[place].get(ident)


def _opening(row: Item) -> Marks:
    """The gold place and day of a passage."""
    marks: Marks = {("place", *span) for span in row.get("places", ())}
    return marks | ({("date", *row["date"])} if "date" in row else set())


def _opened(answer: Any) -> Marks:
    found = answer[0]
    if found is None:
        return set()
    marks: Marks = {("place", *span) for span in found.places}
    return marks | ({("date", *found.date)} if found.date else set())


def _credits(row: Item, text: str) -> Marks:
    """The gold credits of a passage."""
    return {(one["agency"], one["kind"], *_bare(text, one["start"], one["end"])) for one in row.get("credits", ())}


def _credited(answer: Any, text: str) -> Marks:
    return {(one.agency, one.kind, *_bare(text, one.start, one.end)) for one in answer[1]}


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the article it may begin with."""
    skip = next((len(word) for word in _ARTICLES if text.startswith(word, start)), 0)
    return start + skip, end
