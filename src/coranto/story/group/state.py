"""What a story index keeps of one open story: bounded, whatever the number of its articles."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from sys import intern

from coranto.story.group.similar import Terms
from coranto.story.slots import ENCOUNTER
from coranto.types import EventSlot, Slots

_TERMS = 64
_MEMBERS = 8
_EVENTS = 32
_TITLE = 24
_ACTORS = 16


@lru_cache(maxsize=1024)
def day_of(when: str) -> int:
    """The day number of an ISO time, 0 when it has none; a month or year counts as its first day."""
    parts = (when[:10] + "-01-01").split("-")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])).toordinal()
    except ValueError:
        return 0


def terms_of(slots: Slots) -> Terms:
    """The terms of an article, interned: a window holds each stem once."""
    return Terms([(intern(term), weight) for term, weight in slots.terms])


class Open:
    """One open story: a centre, a few members, its actors and lead events."""

    __slots__ = ("actors", "articles", "centre", "events", "first", "id", "last", "meetings", "members", "outlets",
                 "size")  # fmt: skip

    def __init__(self, ident: str) -> None:
        self.id = ident
        self.size = 0
        self.articles: list[str] = []
        self.first = 0
        self.last = 0
        self.centre = Terms()
        self.members: list[tuple[str, Terms, tuple[str, ...]]] = []
        self.actors: Counter[str] = Counter()
        self.events: list[EventSlot] = []
        self.meetings: Counter[tuple[str, ...]] = Counter()
        self.outlets: Counter[str] = Counter()

    def take(self, slots: Slots, terms: Terms) -> None:
        """Adds an article with its terms."""
        day = day_of(slots.when)
        self.size += 1
        self.outlets[slots.outlet] += 1
        self.articles.append(slots.article)
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last, day)
        self._move(terms)
        self.members.append((slots.article, terms, slots.title))
        if len(self.members) > _MEMBERS:
            del self.members[1]
        self._actors(slots)

    def _move(self, terms: Terms) -> None:
        """Moves the centre; that of one article is the article's own terms."""
        if self.size == 1:
            self.centre = terms
            return
        centre = Terms(self.centre) if self.size == 2 else self.centre
        for term, weight in terms.items():
            centre[term] = centre.get(term, 0.0) + weight
        if len(centre) > 2 * _TERMS:
            heaviest = sorted([(-weight, term) for term, weight in centre.items()])[:_TERMS]
            centre = Terms([(term, -weight) for weight, term in heaviest])
        centre.changed()
        self.centre = centre

    def _actors(self, slots: Slots) -> None:
        self.actors.update(slots.actors)
        if len(self.actors) > 2 * _ACTORS:
            self.actors = Counter(dict(sorted(self.actors.items(), key=_heaviest)[:_ACTORS]))
        self.meetings.update(meetings(slots.events))
        leads = [one for one in slots.events if one.lead]
        room = _EVENTS - len(self.events)
        if leads and room > 0:
            known = set(self.events)
            self.events.extend([one for one in leads if one not in known][:room])


def meetings(events: Iterable[EventSlot]) -> set[tuple[str, ...]]:
    """The pairs of leaders that meet in an article."""
    return {one.persons for one in events if one.family == ENCOUNTER}


def _heaviest(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]
