"""The repair pass: stories that grew apart in the stream and are one happening, joined by average link."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coranto.story.group.agreement import compare
from coranto.story.group.similar import Idf, Sum, Terms
from coranto.story.group.state import day_of, meetings
from coranto.types import EventSlot, Join, Slots

_ALIKE = 0.2
_LAPSE = 0.05
"""Joined when as alike as the first, parted when less by the second, so that what lies between stays as it is."""
_NEAR = 0.15
_NEARER = 0.2
_DENSER = 0.06
_SPARSE = 60
"""Among more articles the nearest stranger is nearer: for each e-fold of a window of so many more is asked."""
_ONE_MEETING = 0.02
_SEVERAL = 5
_TITLE = 0.4
_PER_DAY = 0.03
_DAYS = 2
_KEPT = 8
_GROUP = 6


def roots(joins: Iterable[Join]) -> Mapping[str, str]:
    """The story that each joined story is told under, from all joins and partings in order."""
    into: dict[str, str] = {}
    for join in joins:
        if join.keeps:
            into[join.goes] = join.keeps
        else:
            into.pop(join.goes, None)
    return {goes: _end(into, goes) for goes in into}


def _end(into: Mapping[str, str], story: str) -> str:
    seen = {story}
    while into.get(story, story) not in seen:
        story = into[story]
        seen.add(story)
    return story


@dataclass(frozen=True, slots=True)
class _Told:
    """What a link is measured on besides words: the day of an article (0 = none) and its lead events."""

    day: int
    events: tuple[EventSlot, ...]


class _Part:
    """An open story of the stream: the moment that orders it, its first and last articles, and their outlet ("" is
    the unknown one), None when they are of several."""

    __slots__ = ("kept", "moment", "outlet", "texts", "titles")

    def __init__(self, slots: Slots) -> None:
        self.moment = (not slots.when, slots.when, slots.article)
        self.outlet: str | None = slots.outlet
        self.kept: list[_Told] = []
        self.texts = Sum()
        self.titles = Sum()

    def take(self, slots: Slots, terms: Terms) -> None:
        self.outlet = self.outlet if self.outlet == slots.outlet else None
        self.kept.append(_Told(day_of(slots.when), tuple([one for one in slots.events if one.lead])))
        self.texts.add(terms)
        self.titles.add(Terms(dict.fromkeys(slots.title, 1.0)))
        if len(self.kept) > _KEPT:
            del self.kept[1]
            self.texts.drop(1)
            self.titles.drop(1)


class Repair:
    """Which open stories are told under which, given the articles before: a layer over the stream's stories.

    A story that is joined keeps its articles; `into` says what it is told under, and the earlier of two always
    keeps. What is told under a story that has closed is settled: others may join it, it goes nowhere else.
    A link is the mean over all pairs of kept articles (at most 8 of a story, 6 stories of a group); without a day
    on both sides there is none.
    """

    def __init__(self, idf: Idf) -> None:
        self._idf = idf
        self._parts: dict[str, _Part] = {}
        self._into: dict[str, str] = {}
        self._under: dict[str, dict[str, None]] = {}
        self._apart: dict[str, set[str]] = {}

    def near(self) -> float:
        """How alike an article must be to a story's centre or its articles for the two stories to be compared."""
        return max(_NEAR, self._asked() - _NEARER)

    def take(self, slots: Slots, story: str, terms: Terms | None = None) -> None:
        """Notes that the stream has put an article, with its terms, in a story."""
        if story not in self._parts:
            self._parts[story] = _Part(slots)
        self._parts[story].take(slots, Terms(slots.terms) if terms is None else terms)

    def texts(self, story: str) -> Sum:
        """The kept articles of an open story."""
        return self._parts[story].texts

    def close(self, story: str) -> None:
        """Forgets a story that has closed, and what it was told under where nothing open needs it."""
        self._parts.pop(story, None)
        while story in self._into and not self._needed(story):
            keeps = self._into.pop(story)
            self._drop(story, keeps)
            story = keeps

    def _needed(self, story: str) -> bool:
        return story in self._parts or story in self._apart or bool(self._under.get(story))

    def restore(self, joins: Iterable[Join]) -> None:
        """Takes the joins in force again, in order; those that nothing open needs are left out."""
        for join in joins:
            if join.keeps:
                self._set(join.goes, join.keeps)
        for story in [one for one in self._into if one not in self._parts]:
            self.close(story)

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> tuple[Join, ...]:
        """Takes pairs of stories that a person keeps apart; the joins that this undoes."""
        undone: list[Join] = []
        for one, two in pairs:
            if one == two:
                continue
            self._apart.setdefault(one, set()).add(two)
            self._apart.setdefault(two, set()).add(one)
            while _end(self._into, one) == _end(self._into, two):
                goes = one if one in self._into else two
                undone.append(self._part(goes, "", 0.0, "kept apart by a person"))
        return tuple(undone)

    def review(self, article: str, story: str, near: Sequence[str]) -> tuple[Join, ...]:
        """What the coming of an article to a story changes: its own joins, and those with stories near to it."""
        done = [*self._partings(article, story)]
        for other in near:
            join = self._joining(article, story, other) if other in self._parts else None
            if join is not None:
                done.append(join)
        return tuple(done)

    def _partings(self, article: str, story: str) -> Iterator[Join]:
        """The joins of a story, up and down, whose link has grown weak."""
        down = [one for one in self._group(story)[1:] if self._into[one] == story]
        up = [story] if self._into.get(story) in self._parts else []
        for goes in up + down:
            below = self._group(goes)
            rest = [one for one in self._group(self._head(goes)) if one not in below]
            score, why = self._link(below, rest)
            if score < self._asked(below, rest) - _LAPSE:
                yield self._part(goes, article, score, why)

    def _joining(self, article: str, story: str, other: str) -> Join | None:
        heads = sorted((self._head(story), self._head(other)), key=self._moment)
        keeps, goes = heads
        if keeps == goes or goes in self._into or self._kept_apart(keeps, goes):
            return None
        groups = self._group(keeps), self._group(goes)
        if self._one_outlet(one for group in groups for one in group):
            return None
        score, why = self._link(*groups)
        if score < self._asked(*groups):
            return None
        self._set(goes, keeps)
        return Join(article=article, goes=goes, keeps=keeps, score=round(score, 4), reasons=(why,))

    def _one_outlet(self, stories: Iterable[str]) -> bool:
        """Whether all articles are of one outlet: then they are alike by its formulas, which tells nothing."""
        outlets = {self._parts[one].outlet for one in stories}
        return len(outlets) == 1 and None not in outlets

    def _kept_apart(self, one: str, two: str) -> bool:
        if not self._apart:
            return False
        left, right = _end(self._into, one), _end(self._into, two)
        return (
            any(
                {_end(self._into, first), _end(self._into, second)} == {left, right}
                for first, others in self._apart.items()
                for second in others
            )
            or left == right
        )

    def _asked(self, left: Sequence[str] = (), right: Sequence[str] = ()) -> float:
        """How alike two groups must be among the articles of these days; next to nothing when both tell mainly of
        one meeting of two leaders, whose words fill the days."""
        if self._meetings(left) & self._meetings(right):
            return _ONE_MEETING
        return _ALIKE + _DENSER * math.log(max(_SPARSE, self._idf.size) / _SPARSE)

    def _meetings(self, stories: Sequence[str]) -> set[tuple[str, ...]]:
        """The pairs of leaders whose meeting most articles of a group are about, when it has several."""
        kept = [told for one in stories for told in self._parts[one].kept]
        if len(kept) < _SEVERAL:
            return set()
        counts = Counter(pair for told in kept for pair in meetings(told.events))
        return {pair for pair, count in counts.items() if 2 * count >= len(kept)}

    def _moment(self, story: str) -> tuple[bool, str, str]:
        return self._parts[story].moment

    def _head(self, story: str) -> str:
        """The open story at the top of a story's group."""
        while self._into.get(story) in self._parts:
            story = self._into[story]
        return story

    def _group(self, head: str) -> list[str]:
        """A story and the open ones told under it, the first of them."""
        found = [head]
        for one in found:
            found += sorted([under for under in self._under.get(one, ()) if under in self._parts], key=self._moment)
            if len(found) >= _GROUP:
                break
        return found[:_GROUP]

    def _set(self, goes: str, keeps: str) -> None:
        self._into[goes] = keeps
        self._under.setdefault(keeps, {})[goes] = None

    def _drop(self, goes: str, keeps: str) -> None:
        held = self._under[keeps]
        del held[goes]
        if not held:
            del self._under[keeps]

    def _part(self, goes: str, article: str, score: float, why: str) -> Join:
        self._drop(goes, self._into.pop(goes))
        return Join(article=article, goes=goes, keeps="", score=round(score, 4), reasons=(why,))

    def _link(self, left: Sequence[str], right: Sequence[str]) -> tuple[float, str]:
        """The mean likeness over all pairs of articles of two groups, and why in words; 0 when it is forbidden."""
        some, others = [self._parts[one] for one in left], [self._parts[one] for one in right]
        here = [told for one in some for told in one.kept]
        there = [told for one in others for told in one.kept]
        gap = _span(here, there)
        if gap is None or gap > _DAYS:
            return 0.0, "no day to compare" if gap is None else f"{gap} days apart"
        text = self._idf.mean_cosine([one.texts for one in some], [one.texts for one in others])
        title = self._idf.mean_cosine([one.titles for one in some], [one.titles for one in others])
        score = text + _TITLE * title - _PER_DAY * _mean_gap(here, there)
        if score >= self._asked(left, right) - _LAPSE:
            veto = compare(_events(here), _events(there)).veto
            if veto:
                return 0.0, veto
        return score, f"articles alike ({text:.2f} on average), titles {title:.2f}"


def _events(told: Sequence[_Told]) -> list[EventSlot]:
    return list(dict.fromkeys(event for one in told for event in one.events))


def _days(told: Sequence[_Told]) -> list[int]:
    return [one.day for one in told if one.day]


def _span(here: Sequence[_Told], there: Sequence[_Told]) -> int | None:
    """How many days lie between two groups; None when one has no day."""
    left, right = _days(here), _days(there)
    return max(0, max(min(left), min(right)) - min(max(left), max(right))) if left and right else None


def _mean_gap(here: Sequence[_Told], there: Sequence[_Told]) -> float:
    left, right = _days(here), _days(there)
    return sum([abs(one - two) for one in left for two in right]) / (len(left) * len(right))
