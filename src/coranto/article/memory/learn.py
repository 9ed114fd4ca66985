"""The memory of a batch of pages, for use without an archive."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coranto.article.draft import Draft
from coranto.article.memory.recall import Recall, recall
from coranto.article.memory.sheet import Sheet, sheet_of
from coranto.types import Page

BESIDE = 8
"""How many pages of an outlet count on either side of a page in time: what an outlet repeats changes as it rebuilds
its pages, and each page's cost stays the same however many there are."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The sheets of pages, by outlet and time; the same for the same pages in any order."""

    sheets: tuple[Sheet, ...] = ()

    def beside(self, sheet: Sheet) -> Sequence[Sheet]:
        """The pages of its outlet nearest to a page in time, itself left out."""
        at = bisect_left(self.sheets, sheet.place, key=_place)
        after = at + (at < len(self.sheets) and self.sheets[at].place == sheet.place)
        near = (*self.sheets[max(0, at - BESIDE) : at], *self.sheets[after : after + BESIDE])
        return [one for one in near if one.outlet == sheet.outlet]

    def recall(self, sheet: Sheet) -> Recall:
        """What the pages beside a page say of its lines."""
        return recall(sheet, self.beside(sheet))


def learn(drafts: Iterable[tuple[Draft, Page]]) -> Memory:
    """The memory of pages by their first cleaning; the same page twice is one."""
    sheets = {one.place: one for one in (sheet_of(draft, page) for draft, page in drafts)}
    return Memory(tuple(sheets[place] for place in sorted(sheets)))


def _place(sheet: Sheet) -> tuple[str, str, str]:
    return sheet.place
