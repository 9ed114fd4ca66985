"""The repair pass: stories that grew apart in the stream and are one happening, by average link."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from coranto.story.agreement import compare
from coranto.story.similar import Idf
from coranto.story.state import day_of
from coranto.types import Slots

_ALIKE = 0.2
_TITLE = 0.3
_PER_DAY = 0.03
_DAYS = 2
_MEMBERS = 8
_TERMS = 20
_SHARED = 2
_POSTED = 200
_NEVER = 36_500


class _Stories:
    """Dated stories with their first and last articles, as vectors under the idf of all that are given."""

    def __init__(self, members: Iterable[tuple[Slots, str]]) -> None:
        self.members: dict[str, list[Slots]] = defaultdict(list)
        self._idf = Idf(_NEVER)
        for slots, story in sorted(members, key=_moment):
            if day_of(slots.when):
                self.members[story].append(slots)
                self._idf.add(day_of(slots.when), slots.article, [term for term, _ in slots.terms])
        for held in self.members.values():
            del held[1 : 1 + max(0, len(held) - _MEMBERS)]
        self._vectors = {
            one.article: self._idf.scaled(dict(one.terms)) for held in self.members.values() for one in held
        }

    def pairs(self) -> list[tuple[str, str]]:
        """Stories that share several of their most telling terms, the earlier first."""
        postings: dict[str, list[str]] = defaultdict(list)
        for story, held in self.members.items():
            terms = {term for one in held for term in self._telling(one)}
            for term in sorted(terms):
                postings[term].append(story)
        shared: Counter[tuple[str, str]] = Counter()
        for found in postings.values():
            if len(found) <= _POSTED:
                shared.update(combinations(found, 2))
        return sorted(pair for pair, count in shared.items() if count >= _SHARED)

    def _telling(self, slots: Slots) -> list[str]:
        vector = self._vectors[slots.article]
        return sorted(vector, key=lambda term: (-vector[term], term))[:_TERMS]

    def link(self, one: str, two: str) -> float:
        """The mean likeness over all pairs of their articles; 0 when days or lead events forbid it."""
        left, right = self.members[one], self.members[two]
        days = [[day_of(slots.when) for slots in held] for held in (left, right)]
        if max(min(days[0]), min(days[1])) - min(max(days[0]), max(days[1])) > _DAYS:
            return 0.0
        events = [[event for slots in held for event in slots.events] for held in (left, right)]
        if compare(*events).veto:
            return 0.0
        return sum(self._near(here, there) for here in left for there in right) / (len(left) * len(right))

    def _near(self, one: Slots, two: Slots) -> float:
        left, right = self._vectors[one.article], self._vectors[two.article]
        text = sum(weight * right[term] for term, weight in left.items() if term in right)
        gap = abs(day_of(one.when) - day_of(two.when))
        return text + _TITLE * self._idf.overlap(one.title, two.title) - _PER_DAY * gap


def repair(members: Iterable[tuple[Slots, str]], pinned: Sequence[tuple[str, str]] = ()) -> Mapping[str, str]:
    """Which stories are part of another one: absorbed story to the one that keeps its id, the earlier.

    `members` are slots with their stories over a few days, in any order: the answer is a function of the set.
    `pinned` are pairs of stories that a person keeps apart. No chains: what is absorbed absorbs nothing.
    """
    stories = _Stories(members)
    apart = {frozenset(pair) for pair in pinned}
    linked = [(stories.link(*pair), pair) for pair in stories.pairs() if frozenset(pair) not in apart]
    into: dict[str, str] = {}
    for _, pair in sorted((-score, pair) for score, pair in linked if score >= _ALIKE):
        keeps, goes = sorted(pair, key=lambda one: _moment((stories.members[one][0], one)))
        if keeps not in into and goes not in into and goes not in into.values():
            into[goes] = keeps
    return into


def _moment(member: tuple[Slots, str]) -> tuple[str, str]:
    return member[0].when, member[0].article
