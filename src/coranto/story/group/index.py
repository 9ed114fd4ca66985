"""The story index: to which open story an article belongs, given the ones before it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from coranto.data import rows
from coranto.parts import register
from coranto.settings import StoryOptions
from coranto.story.group.agreement import Agreement, compare
from coranto.story.group.postings import Postings
from coranto.story.group.repair import Repair
from coranto.story.group.similar import Idf, Terms
from coranto.story.group.state import Open, day_of, meetings, terms_of
from coranto.types import Assignment, CopyEdge, EventSlot, Join, Slots
from coranto.types.ids import digest

_CANDIDATES = 12
_CLOSE = 3
_COPY_JOINS = ("same_text", "version_of")
_COPY_SHARE = 0.3
_UNDATED_SIMILAR = 0.45
_UNDATED_SAME = 0.72
_UNDATED_TITLE = 0.5
_UNDATED_LIKELY = 0.1
_UNDATED_NEAR = 0.3
_UNDATED_NEAR_TITLE = 0.35
_UNDATED_DAYS = 2
_UNDATED_JOIN = 0.45
_NEVER = 36_500
_MOST_GAP = 30
_ENCOUNTER_GAP = 2
_ENCOUNTER_SPAN = 7
_ENCOUNTER_JOINS = 0.4
_MAINLY = 2
_FORMULA = 4
_MAIN = 6
_RARE = 0.01
_RARE_FLOOR = 8
_RARE_SHARED = 2
_TELLING = 24


Key = TypeVar("Key")


@cache
def weights() -> Mapping[str, float]:
    """The weights of the score, by name."""
    return {str(row["name"]): float(row["weight"]) for row in rows("story_weights")}


@dataclass(frozen=True, slots=True)
class Match:
    """How well an article fits one story: likeness to its centre or articles (`similar`), to its articles and
    their titles, days between; `since` is the first day of one that is about the same meeting."""

    story: str
    score: float
    similar: float
    member: float
    title: float
    gap: int
    agreement: Agreement
    features: Mapping[str, float]
    since: int = 0


class StoryIndex:
    """Open stories, found by their rare terms, by copies and by the events they lead with.

    `add` is a function of the slots added before, in order of `(when, article)`; a story closes
    `window_days` after its last article. Cost is flat: 20 postings lists, at most 12 candidates. Undated
    articles come last and are matched by what they tell, never by time.
    """

    def __init__(self, options: StoryOptions | None = None) -> None:
        self._options = options or StoryOptions()
        self._idf = Idf(self._options.window_days)
        self._stories: dict[str, Open] = {}
        self._of: dict[str, str] = {}
        self._postings = Postings()
        self._editions: dict[str, dict[str, None]] = {}
        self._day = 0
        self._repair = Repair(self._idf)
        self._near: tuple[str, ...] = ()
        self._joins: tuple[Join, ...] = ()

    def __len__(self) -> int:
        return len(self._stories)

    def __contains__(self, story: str) -> bool:
        """Whether a story is open."""
        return story in self._stories

    def restore(self, members: Iterable[tuple[Slots, str]], joins: Iterable[Join] = ()) -> None:
        """Takes articles with their stories again, in order, those of the open stories and of the window; and the
        joins in force: those of the open stories, of what these are told under, and of stories kept apart."""
        for slots, story in members:
            self._advance(slots)
            self._put(slots, story, terms_of(slots))
        self._repair.restore(joins)

    def add(self, slots: Slots, edges: Sequence[CopyEdge] = ()) -> Assignment:
        """The story of an article, with the reasons; then the story has it."""
        self._advance(slots)
        self._near = ()
        terms = terms_of(slots)
        assignment = self._by_copy(slots, edges) or self._by_score(slots, terms)
        self._put(slots, assignment.story, terms)
        self._joins = self._repair.review(slots.article, assignment.story, self._near)
        return assignment

    def put(self, slots: Slots, story: str, reason: str) -> Assignment:
        """A person's choice: the article in that story of the stream, opened if need be; nothing else moves."""
        self._advance(slots)
        self._put(slots, story, terms_of(slots))
        self._joins = ()
        return Assignment(article=slots.article, story=story, score=1.0, reasons=(reason,))

    def joins(self) -> tuple[Join, ...]:
        """The joins that the last `add` or `keep_apart` made or undid, in order."""
        return self._joins

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Takes pairs of stories that a person keeps apart: never told under one, nor through a third."""
        self._joins = self._repair.keep_apart(pairs)

    def expire(self, when: str) -> None:
        """Closes the stories whose last article is older than the window before `when` (an ISO time)."""
        limit = day_of(when) - self._options.window_days
        gone = [one for one in self._stories.values() if one.last and one.last < limit]
        self._postings.drop([story.id for story in gone])
        for story in gone:
            self._close(story)
        self._idf.expire(day_of(when))

    def _advance(self, slots: Slots) -> None:
        day = day_of(slots.when)
        if day > self._day:
            self._day = day
            self.expire(slots.when)

    def _close(self, story: Open) -> None:
        del self._stories[story.id]
        self._repair.close(story.id)
        for one in story.events:
            _drop(self._editions, _key(one), story.id)
        for article in story.articles:
            self._of.pop(article, None)

    def _put(self, slots: Slots, ident: str, terms: Terms) -> None:
        story = self._stories.get(ident)
        if story is None:
            story = self._stories[ident] = Open(ident)
        story.take(slots, terms)
        self._repair.take(slots, ident, terms)
        self._of[slots.article] = ident
        self._postings.put(ident, terms)
        for one in story.events:
            if _key(one):
                self._editions.setdefault(_key(one), {})[ident] = None
        self._idf.add(day_of(slots.when), ident, terms)

    def _by_copy(self, slots: Slots, edges: Sequence[CopyEdge]) -> Assignment | None:
        """The story of the article that this one is a copy of."""
        usable = [one for one in edges if one.kind in _COPY_JOINS and one.share >= _COPY_SHARE]
        for edge in sorted(usable, key=_strongest):
            other = edge.parent if edge.child == slots.article else edge.child
            story = self._of.get(other)
            if story is not None and not slots.hub:
                reason = f"{edge.kind} of {other}: {edge.share:.0%} of its narration"
                return Assignment(article=slots.article, story=story, score=1.0, reasons=(reason,))
        return None

    def _by_score(self, slots: Slots, terms: Terms) -> Assignment:
        matches = self._matches(slots, terms)
        near = self._repair.near()
        self._near = tuple([one.story for one in matches if one.similar >= near or one.since])
        fitting = [one for one in matches if self._fits(slots, one)]
        if fitting:
            best = fitting[0]
            reasons = _reasons(slots, self._stories[best.story], best)
            return Assignment(article=slots.article, story=best.story, score=round(best.score, 4), reasons=reasons)
        reasons = ("no open story is near enough",)
        vetoed = [one for one in matches if one.agreement.veto and one.score >= self._options.join]
        if vetoed:
            reasons = (f"near {vetoed[0].story}, but {vetoed[0].agreement.veto}",)
        return Assignment(article=slots.article, story=digest("sto", slots.article), score=0.0, reasons=reasons)

    def _fits(self, slots: Slots, match: Match) -> bool:
        if match.agreement.veto and not match.since:
            return False
        if not day_of(slots.when):
            return self._fits_undated(slots, match)
        if match.since:
            return match.score >= min(_ENCOUNTER_JOINS, self._options.join)
        return match.score >= self._options.join and not self._formula(slots, match)

    def _formula(self, slots: Slots, match: Match) -> bool:
        """Whether an article is alike only by the formulas of its outlet: the story has several of that outlet
        already, and the article shares no lead event, person or word with them that is rare in the stream."""
        story = self._stories[match.story]
        if story.outlets[slots.outlet] < _FORMULA or match.agreement.shared or match.agreement.likely:
            return False
        if _surnames(slots.actors[:_MAIN]) & _surnames(story.actors):
            return False
        rare = max(_RARE_FLOOR, _RARE * self._idf.size)
        shared = [term for term, _ in slots.terms[:_TELLING] if term in story.centre]
        return sum([self._idf.told(term) <= rare for term in shared]) < _RARE_SHARED

    def _fits_undated(self, slots: Slots, match: Match) -> bool:
        """Beside a story with a day, likeness of the beat is not enough: events or titles must agree too."""
        if match.agreement.same or (match.agreement.likely and match.similar >= _UNDATED_LIKELY):
            return True
        story = self._stories[match.story]
        if not story.last:
            return match.score >= _UNDATED_JOIN and not match.agreement.other_occasion
        if slots.interval is not None:
            first, last = slots.interval.start.toordinal(), slots.interval.last.toordinal()
            if first > story.last + _UNDATED_DAYS or last < story.first - _UNDATED_DAYS:
                return False
        known = match.title >= _UNDATED_NEAR_TITLE and bool(_surnames(slots.actors) & _surnames(story.actors))
        if known and match.similar >= _UNDATED_NEAR:
            return True
        agrees = match.agreement.shared > 0 or match.title >= _UNDATED_TITLE
        return match.similar >= (_UNDATED_SIMILAR if agrees else _UNDATED_SAME)

    def _matches(self, slots: Slots, terms: Terms) -> list[Match]:
        """How well the article fits the nearest open stories, best first."""
        vector = self._idf.scaled(terms)
        asked = self._idf.asked(vector)
        candidates = [self._stories[ident] for ident in self._candidates(slots, vector)]
        near = [(self._idf.cosine(asked, story.centre), story) for story in candidates]
        near.sort(key=_nearest)
        keyed = [one for one in near[_CLOSE:] if one[1].events and any(map(_key, one[1].events))]
        found = [self._match(slots, asked, one) for one in near[:_CLOSE] + keyed]
        found.sort(key=_best)
        return found

    def _candidates(self, slots: Slots, vector: Mapping[str, float]) -> list[str]:
        found = self._postings.nearest(vector)
        for one in slots.events:
            if one.lead and _key(one):
                found.extend(list(self._editions.get(_key(one), ()))[-_CANDIDATES:])
        return list(dict.fromkeys(found))

    def _match(self, slots: Slots, asked: Mapping[str, float], near: tuple[float, Open]) -> Match:
        centre, story = near
        day = day_of(slots.when)
        # The centre of one article is that article; the mean, not the nearest, so that no chains are made.
        member = self._idf.mean_with(asked, self._repair.texts(story.id)) if story.size > 1 else centre
        title = self._idf.overlaps(slots.title, [one[2] for one in story.members])
        gap = min(_MOST_GAP, _gap(day, story)) if day and story.last else 0
        agreement = compare(slots.events, story.events)
        features = {
            "centre": centre,
            "member": member,
            "title": title,
            "actors": _shared(slots.actors, story.actors),
            "encounter": _encounter(slots, story, day),
            "slots": min(1.0, agreement.shared + (2.0 if agreement.same or agreement.likely else 0.0)),
            "gap": -float(gap),
            "other_occasion": -float(agreement.other_occasion),
        }
        weight = weights()
        total = sum([weight[name] * value for name, value in features.items()]) - weight["bias"]
        since = story.first if features["encounter"] else 0
        score = 1.0 / (1.0 + math.exp(-total))
        return Match(story.id, score, max(centre, member), member, title, gap, agreement, features, since)


@register("story.place.v2")
def place(
    slots: Slots,
    neighbours: Iterable[tuple[Slots, str]],
    edges: Sequence[CopyEdge] = (),
    options: StoryOptions | None = None,
) -> Assignment:
    """The story of an undated article among its neighbours (with their stories), of whatever time they are."""
    index = StoryIndex(replace(options or StoryOptions(), window_days=_NEVER))
    index.restore(sorted(neighbours, key=_moment))
    return index.add(slots, edges)


def _moment(member: tuple[Slots, str]) -> tuple[str, str]:
    return member[0].when, member[0].article


def _gap(day: int, story: Open) -> int:
    return max(0, day - story.last, story.first - day)


def _drop(postings: dict[Key, dict[str, None]], key: Key, ident: str) -> None:
    held = postings.get(key)
    if held is not None:
        held.pop(ident, None)
        if not held:
            del postings[key]


def _strongest(edge: CopyEdge) -> tuple[float, str, str]:
    return -edge.share, edge.parent, edge.child


def _nearest(near: tuple[float, Open]) -> tuple[float, str]:
    return -near[0], near[1].id


def _best(match: Match) -> tuple[bool, float, float, str]:
    return not match.agreement.same, match.since or _NEVER * 100, -match.score, match.story


def _surnames(actors: Iterable[str]) -> set[str]:
    """The last names of the persons among actors."""
    return {one.rpartition(" ")[2] for one in actors if not (len(one) == 3 and one.isupper())}


def _shared(actors: tuple[str, ...], known: Mapping[str, int]) -> float:
    """The part of the article's main persons that the story has; countries meet in too many stories to tell."""
    main = [one for one in actors if not (len(one) == 3 and one.isupper())][:4]
    return sum(one in known for one in main) / max(2, len(main))


def _key(event: EventSlot) -> str:
    """The key by which a story is found by one of its lead events, or ""."""
    if event.family == "encounter":
        return "+".join(event.persons)
    return f"{event.series} {event.ordinal}" if event.series and event.ordinal else ""


def _encounter(slots: Slots, story: Open, day: int) -> float:
    """1 when the article is about the same meeting of two leaders as the story, in the days of it, else 0."""
    if not day or not story.last or _gap(day, story) > _ENCOUNTER_GAP or day - story.first > _ENCOUNTER_SPAN:
        return 0.0
    return float(any(_MAINLY * story.meetings[one] >= story.size for one in meetings(slots.events)))


def _reasons(slots: Slots, story: Open, match: Match) -> tuple[str, ...]:
    """Why, in words."""
    shared = [word for (term, _), word in zip(slots.terms, slots.shown, strict=False) if term in story.centre][:6]
    out = [f"text alike ({match.member:.2f}), on {', '.join(shared)}" if shared else "text unlike"]
    if match.title >= 0.2:
        out.append(f"titles alike ({match.title:.2f})")
    if day_of(slots.when) and story.last:
        out.append(f"{match.gap} days apart" if match.gap else "of the same days")
    else:
        out.append("no day to compare")
    agreement = match.agreement
    if agreement.shared:
        out.append(f"{agreement.shared} lead events agree in parties and time or persons")
    same = agreement.same or agreement.likely
    return (same, *out) if same else tuple(out)


register("story.index.v2")(StoryIndex.add)
