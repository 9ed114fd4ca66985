"""The record of the units that changed: a unit is a storyline, or a story outside of any."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coranto import copies, reading, record, story
from coranto.flow.beside import cut_beside
from coranto.flow.line import article_keys, dated
from coranto.flow.rows import actor_keys, event_row, figure_row, shared_row, statement_row, story_row, storyline_row
from coranto.settings import Settings
from coranto.store import Archive, FactRow
from coranto.types import (
    Completeness,
    CopyEdge,
    Dated,
    Event,
    Interval,
    Lineage,
    Occasion,
    Office,
    Person,
    Reference,
    Slots,
    Statement,
    Story,
    Storyline,
    StorylineLink,
)
from coranto.types.codec import from_json, to_json
from coranto.types.ids import digest

Report = Callable[[str, int, int], None]
_LEADS = 60
_DAY = len("2023-10-30")
OWNED = ("story", "storyline", "event", "statement", "figure")
Shared = Person | Office | Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with all that its facts are made of; `found` dates articles that print no date, `cut` holds those that
    copies show to be cut."""

    id: str
    sources: tuple[record.Source, ...]
    lineages: dict[str, Lineage]
    found: dict[str, Dated]
    cut: dict[str, Completeness]


def settle(archive: Archive, settings: Settings, report: Report) -> None:
    """Make the facts of every dirty unit anew, each in a transaction of its own."""
    units = archive.dirty()
    for done, ident in enumerate(units):
        report("record", done, len(units))
        unit = load(archive, ident, settings)
        made = make(archive, unit)
        with archive.write():
            archive.put_article_facts(_article_facts(unit))
            archive.replace_facts(ident, OWNED, made.facts)
            _share(archive, ident, made.shared)
            for article, keys in made.keys.items():
                archive.replace_keys(article, keys)
            archive.clean_dirty(ident)
    report("record", len(units), len(units))


def load(archive: Archive, ident: str, settings: Settings) -> Unit:
    """A unit's sources in order, with lineage per story and with dates found for undated pages."""
    stories = archive.unit_stories(ident)
    sources: list[record.Source] = []
    lineages: dict[str, Lineage] = {}
    edges: list[CopyEdge] = []
    for one in stories:
        made, traced, copied = _story_sources(archive, one)
        sources.extend(made)
        lineages.update(traced)
        edges.extend(copied)
    cut = cut_beside({one.article.id: one.article for one in sources}, edges)
    ready, found = _date(sources, settings)
    return Unit(id=ident, sources=record.ordered(ready), lineages=lineages, found=found, cut=cut)


def _story_sources(archive: Archive, ident: str) -> tuple[list[record.Source], dict[str, Lineage], list[CopyEdge]]:
    members = archive.members(ident)
    articles = {member: archive.article_of(member) for member in members}
    readings = {member: archive.reading_of(member) for member in members}
    edges = [edge for member in members for edge in archive.edges_of(member) if edge.parent in articles]
    traced = {one.article: one for one in copies.lineage(articles, readings, edges)}
    made: list[record.Source] = []
    for member in members:
        group = archive.group_of(member)
        made.append(
            record.Source(
                article=articles[member],
                reading=readings[member],
                story=ident,
                storyline=group.storyline,
                family=group.family,
                origins=traced[member].origins,
                when=archive.moment_of(member),
            )
        )
    return made, traced, edges


def _date(sources: Sequence[record.Source], settings: Settings) -> tuple[list[record.Source], dict[str, Dated]]:
    """Undated pages dated from their siblings, and read again against that date."""
    ready: list[record.Source] = []
    found: dict[str, Dated] = {}
    for source in sources:
        if dated(source.article):
            ready.append(source)
            continue
        siblings = [other for other in sources if dated(other.article)]
        guess = record.date_page(source, siblings)
        if guess is None or guess.start is None or guess.end is None:
            ready.append(source)
            continue
        found[source.article.id] = guess
        again = reading.read_again(source.article, source.reading, reference_of(guess), settings.reading)
        dated_now = replace(source.article, published=guess)
        ready.append(replace(source, article=dated_now, reading=again, when=guess.start.isoformat()))
    return ready, found


def reference_of(guess: Dated) -> Reference:
    """What relative times of a page with this date are read against."""
    if guess.start is None or guess.end is None or guess.start >= guess.end:
        return Reference()
    best = guess.value[:10]
    day = date.fromisoformat(best) if len(best) == 10 else None
    return Reference(interval=Interval(guess.start, guess.end), best=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The unit's own facts, its pieces of shared ones, and the keys that its articles are found by."""

    facts: Sequence[FactRow]
    shared: dict[str, Sequence[Shared]]
    keys: dict[str, tuple[str, ...]]


def make(archive: Archive, unit: Unit) -> Made:
    """All that the record makes of a unit."""
    if not unit.sources:
        return Made(facts=(), shared=dict.fromkeys(COMBINE, ()), keys={})
    sources = record.resolve(unit.sources)
    outlets = {source.article.id: source.article.outlet for source in sources}
    events = record.merge_events(sources)
    statements = record.merge_statements(sources)
    facts = [event_row(event, unit.id, outlets) for event in events]
    facts += [statement_row(one, unit.id, outlets) for one in statements]
    moments = {source.article.id: source.when for source in sources}
    facts += [figure_row(one, unit.id, moments) for one in record.figures(sources)]
    stories = [_led(one, events, statements) for one in _stories(unit, sources)]
    facts += [story_row(one, unit.id, outlets) for one in stories]
    if unit.id.startswith("lin-"):
        facts.append(storyline_row(_storyline(archive, unit, stories), unit.id))
    shared: dict[str, Sequence[Shared]] = {
        "person": record.persons(sources),
        "office": record.offices(sources),
        "occasion": record.occasions(sources),
    }
    return Made(facts=facts, shared=shared, keys=_keys(sources, events, unit.cut))


def _keys(
    sources: Sequence[record.Source], events: Sequence[Event], cut: Container[str]
) -> dict[str, tuple[str, ...]]:
    """The keys of articles: of their own pages, of their groups, and of the actors of events that they tell."""
    keys: dict[str, set[str]] = {}
    for source in sources:
        article = source.article
        own = keys[article.id] = {*article_keys(article, source.reading), f"story:{source.story}"}
        if article.id in cut:
            own.add("is:truncated")
        if source.storyline:
            own.add(f"storyline:{source.storyline}")
        if source.family != digest("fam", article.id):
            own.add("is:copy")
        if article.published.known == "inferred":
            own.add("is:inferred-date")
    for event in events:
        actors = actor_keys((*event.actor, *event.recipient))
        for cite in event.cites:
            keys[cite.article] |= actors
    return {ident: tuple(sorted(found)) for ident, found in keys.items()}


def _article_facts(unit: Unit) -> Iterable[tuple[str, bytes | None, bytes, bytes | None]]:
    for source in unit.sources:
        ident = source.article.id
        guess, cut = unit.found.get(ident), unit.cut.get(ident)
        lineage = to_json(unit.lineages[ident])
        yield ident, to_json(guess) if guess else None, lineage, to_json(cut) if cut else None


def _share(archive: Archive, unit: str, shared: dict[str, Sequence[Shared]]) -> None:
    """Store a unit's pieces of persons, offices and occasions, and make anew those that changed."""
    for kind, combine in COMBINE.items():
        pieces = [(fact.id, to_json((_last(archive, fact), fact))) for fact in shared[kind]]
        for ident in archive.replace_pieces(unit, kind, pieces):
            held = archive.pieces(kind, ident)
            if not held:
                archive.drop_fact(ident)
                continue
            archive.put_fact(shared_row(kind, *combine(held)))


def _last(archive: Archive, fact: Shared) -> str:
    """The time of the newest article of a fact's piece; it belongs to the piece, because it places the fact."""
    return max(archive.moments_of(fact.articles), default="")


def _person(pieces: Sequence[bytes]) -> tuple[Shared, str]:
    held = [from_json(piece, tuple[str, Person]) for piece in pieces]
    return record.combine_persons([fact for _, fact in held]), max(moment for moment, _ in held)


def _office(pieces: Sequence[bytes]) -> tuple[Shared, str]:
    held = [from_json(piece, tuple[str, Office]) for piece in pieces]
    return record.combine_offices([fact for _, fact in held]), max(moment for moment, _ in held)


def _occasion(pieces: Sequence[bytes]) -> tuple[Shared, str]:
    held = [from_json(piece, tuple[str, Occasion]) for piece in pieces]
    return record.combine_occasions([fact for _, fact in held]), max(moment for moment, _ in held)


COMBINE: dict[str, Callable[[Sequence[bytes]], tuple[Shared, str]]] = {
    "person": _person,
    "office": _office,
    "occasion": _occasion,
}
"""The kinds of fact that units share, and how their pieces become one."""


def _when(unit: Unit, source: record.Source) -> str:
    """When an article is from: by its page, by its siblings, or by what its text lets infer."""
    found = unit.found.get(source.article.id, source.article.published)
    return found.value if not source.when or source.article.id in unit.found else source.when


def _stories(unit: Unit, sources: Sequence[record.Source]) -> list[Story]:
    """The unit's stories with titles and briefs."""
    members: dict[str, list[story.Member]] = {}
    for one in sources:
        members.setdefault(one.story, []).append(
            story.Member(
                article=one.article,
                reading=one.reading,
                when=_when(unit, one),
                family=one.lineage,
                origins=one.origins,
            )
        )
    line = unit.id if unit.id.startswith("lin-") else ""
    return [story.compose(ident, _timed(members[ident]), storyline=line) for ident in sorted(members)]


def _timed(members: Sequence[story.Member]) -> list[story.Member]:
    """The members of a story; a page known only to a month or year bounds no story whose other pages are dated."""
    if not any(len(one.when) >= _DAY for one in members):
        return list(members)
    return [one if len(one.when) >= _DAY else replace(one, when="") for one in members]


def _led(one: Story, events: Sequence[Event], statements: Sequence[Statement]) -> Story:
    """A story with its most widely told events and statements."""
    own = sorted((event for event in events if one.id in event.stories), key=_widest)
    said = sorted((statement for statement in statements if one.id in statement.stories), key=_loudest)
    return replace(
        one,
        leads=tuple(event.id for event in own[:_LEADS]),
        voices=tuple(statement.id for statement in said[:_LEADS]),
        event_count=len(own),
        statement_count=len(said),
    )


def _widest(event: Event) -> tuple[int, int, str]:
    return -event.counts.origins, -event.counts.articles, event.id


def _loudest(statement: Statement) -> tuple[bool, int, str]:
    return not (statement.speaker and statement.speaker.name), -len(statement.articles), statement.id


def _storyline(archive: Archive, unit: Unit, stories: Sequence[Story]) -> Storyline:
    told = [(one, [archive.slots_of(ident) for ident in one.articles]) for one in stories]
    said = story.lookbacks(told)
    links = [_link(archive, one, slots, said.get(one.id, "")) for one, slots in told]
    when = [one.first for one in stories if one.first]
    ordered = sorted(stories, key=_in_time)
    key = next((one.key for one in links if one.key), "")
    return Storyline(
        id=unit.id,
        key=key,
        title=ordered[0].title if key.startswith("hand:") else _line_title(unit, key, told[0][1]),
        first=min(when, default=""),
        last=max((one.last for one in stories if one.last), default=""),
        stories=tuple(one.id for one in ordered),
        links=tuple(links),
    )


def _line_title(unit: Unit, key: str, slots: Sequence[Slots]) -> str:
    """The title of a storyline; an occasion has the name that most of its articles give it."""
    series = key.removeprefix("occasion:")
    named = [
        one.occasion.name.strip()
        for source in unit.sources
        for one in source.reading.occasions
        if one.occasion.series == series
    ]
    if series == key or not any(named):
        return story.line_title(key, slots)
    name = min(named, key=lambda one: (-named.count(one), -len(one), one))
    return name[:1].upper() + name[1:]


def _link(archive: Archive, one: Story, slots: Sequence[Slots], said: str) -> StorylineLink:
    """Why a story stands in its storyline, with what it looks back on."""
    chosen = archive.link_of(one.id)
    if chosen is not None:
        return StorylineLink(story=one.id, key=chosen[0], reasons=(f"a person's choice ({chosen[1]})",))
    none = StorylineLink(story=one.id, key="")  # placed by an older part of this line
    found = next(iter(story.link(one.id, slots)), none)
    return replace(found, reasons=(*found.reasons, said)) if said else found


def _in_time(one: Story) -> tuple[bool, str, str]:
    return not one.first, one.first, one.id
