"""What a person's corrections come to: groups of articles that are one story, and groups that are not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from coranto.types import Correction


@dataclass(frozen=True, slots=True)
class Pins:
    """Groups of articles that a person put together, each in order; an article is in one of them at most."""

    groups: tuple[tuple[str, ...], ...] = ()
    corrections: tuple[str, ...] = ()
    apart: tuple[frozenset[int], ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)

    def group_of(self, article: str) -> int | None:
        """The number of the group of an article, or None."""
        return self.numbers.get(article)

    def apart_from(self, group: int) -> list[int]:
        """The groups that a person keeps apart from one, in order."""
        return sorted(self.apart[group])

    def why(self, article: str) -> str:
        """The id of the correction that put an article where it is."""
        return self.corrections[self.numbers[article]]


def pins_of(corrections: Iterable[Correction], now_of: Callable[[str, str], str]) -> Pins:
    """The groups that hold: of several corrections of an article the last one counts, undone ones do not.

    `now_of(article, page)` gives the id by which an article is held today, or "" when it is gone.
    """
    numbers: dict[str, int] = {}
    names: list[str] = []
    apart: list[frozenset[int]] = []
    for one in corrections:
        if one.undone or one.kind == "link":
            continue
        pages = dict(one.pages)
        first = len(names)
        mine = frozenset(range(first, first + len(one.groups)))
        for number, members in enumerate(one.groups, start=first):
            names.append(one.id)
            apart.append(mine - {number})
            held = (now_of(article, pages.get(article, "")) for article in members)
            numbers.update({article: number for article in held if article})
    groups: list[list[str]] = [[] for _ in names]
    for article in sorted(numbers):
        groups[numbers[article]].append(article)
    return Pins(tuple(map(tuple, groups)), tuple(names), tuple(apart), numbers)


def links_of(
    corrections: Iterable[Correction], now_of: Callable[[str, str], str]
) -> list[tuple[str, int, str, str]]:
    """`(article, number, key, correction)`: the storylines in which a person wants the stories of articles, by the
    last link of each that is not undone."""
    found: dict[str, tuple[int, str, str]] = {}
    for number, one in enumerate(corrections):
        if one.undone or one.kind != "link":
            continue
        pages = dict(one.pages)
        held = (now_of(article, pages.get(article, "")) for group in one.groups for article in group)
        found.update({article: (number, one.key, one.id) for article in held if article})
    return [(article, *found[article]) for article in sorted(found)]
