"""The ordered half of the line over a list of articles: copies, families, stories."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coranto.gate.material import no_reading
from coranto.gate.work import NoDoorError, Work, door
from coranto.settings import ReadingOptions
from coranto.types import Article, Assignment, CopyEdge, Join, Print, Reading, Slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article with its reading and its print."""

    article: Article
    reading: Reading
    print: Print


def tell(work: Work, articles: Iterable[Article], *, read: bool = True) -> list[Told]:
    """Articles read and fingerprinted, in the order of their time, undated ones last; without the reading room, or
    with `read` off, their readings are empty."""
    fingerprint = door("copies", "fingerprint")
    told: list[Told] = []
    for article in articles:
        reading = reading_of(work, article) if read else no_reading(article)
        print_ = work.attempt(fingerprint, article, reading)
        if isinstance(print_, Print):
            told.append(Told(article=article, reading=reading, print=print_))
    return sorted(told, key=_moment)


def _moment(one: Told) -> tuple[bool, str, str]:
    return not one.print.when, one.print.when, one.article.id


def reading_of(work: Work, article: Article) -> Reading:
    """The reading of an article by rules alone, for the sets are large and the stories hang little on the rest; an
    empty one where the room is not there (which is noted)."""
    try:
        read = door("reading", "read")
    except NoDoorError as error:
        work.notes[f"read nothing: {error}"] += 1
        return no_reading(article)
    answer = work.attempt(read, article, None, ReadingOptions(model=False))
    return answer if isinstance(answer, Reading) else no_reading(article)


def trace(work: Work, told: Sequence[Told]) -> dict[str, tuple[CopyEdge, ...]]:
    """The copy edges of each article to those before it."""
    index, align = door("copies", "CopyIndex")(), door("copies", "align")
    before: dict[str, Told] = {}
    edges: dict[str, tuple[CopyEdge, ...]] = {}
    for one in told:
        found: list[CopyEdge] = []
        for candidate in work.attempt(index.add, one.print) or ():
            parent = before.get(candidate.parent)
            if parent is None:
                continue
            edge = work.attempt(align, one.article, parent.article, candidate, one.print, parent.print)
            if isinstance(edge, CopyEdge):
                found.append(edge)
        edges[one.article.id] = tuple(found)
        before[one.article.id] = one
    return edges


def families(work: Work, told: Sequence[Told], edges: dict[str, tuple[CopyEdge, ...]]) -> dict[str, str]:
    """The family of each article."""
    family_of = door("copies", "family_of")
    hubs = {one.article.id for one in told if one.print.hub}
    known: dict[str, str] = {}
    for one in told:
        ident = one.article.id
        known[ident] = work.attempt(family_of, ident, edges.get(ident, ()), known, hubs) or ident
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The story of the stream that an article went to, and what the repair pass joined or parted then."""

    article: str
    when: str
    story: str
    joins: tuple[Join, ...] = ()


def placed(work: Work, told: Sequence[Told]) -> Iterator[Placed]:
    """Where the articles go, taken in the order given."""
    slots_of, index = door("story", "slots"), door("story", "StoryIndex")()
    edges = trace(work, told)
    for one in told:
        slots = work.attempt(slots_of, one.article, one.reading)
        if not isinstance(slots, Slots):
            continue
        assignment = work.attempt(index.add, slots, edges.get(slots.article, ()))
        if isinstance(assignment, Assignment):
            yield Placed(article=slots.article, when=slots.when, story=assignment.story, joins=index.joins())


def stories(work: Work, told: Sequence[Told]) -> dict[str, str]:
    """The story that each article is told under after all of them have come, in the order given."""
    found = list(placed(work, told))
    ends = door("story", "roots")([join for one in found for join in one.joins])
    return {one.article: ends.get(one.story, one.story) for one in found}
