"""The record of the units that changed: a unit is a storyline, or a story outside of any."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coranto import copies, reading, record
from coranto.flow.line import dated
from coranto.flow.rows import event_row, figure_row, statement_row, story_row, storyline_row
from coranto.settings import Settings
from coranto.store import Archive, FactRow
from coranto.types import Dated, Interval, Lineage, Reading, Reference
from coranto.types.record import Occasion, Office, Person

Report = Callable[[str, int, int], None]
OWNED = ("story", "storyline", "event", "statement", "figure")
SHARED = (("person", Person, record.combine_persons), ("office", Office, record.combine_offices),
          ("occasion", Occasion, record.combine_occasions))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with all that its facts are made of; `found` dates articles that print no date."""

    id: str
    sources: tuple[record.Source, ...]
    lineages: dict[str, Lineage]
    found: dict[str, Dated]


def settle(archive: Archive, settings: Settings, report: Report) -> None:
    """Make the facts of every dirty unit anew, each in a transaction of its own."""
    units = archive.dirty()
    for done, ident in enumerate(units):
        report("record", done, len(units))
        unit = load(archive, ident, settings)
        facts, shared = make(archive, unit)
        with archive.write():
            archive.put_article_facts(_article_facts(unit))
            archive.replace_facts(ident, OWNED, facts)
            _share(archive, ident, shared)
            archive.clean_dirty(ident)
    report("record", len(units), len(units))


def load(archive: Archive, ident: str, settings: Settings) -> Unit:
    """A unit's sources in order, with lineage per story and with dates found for undated pages."""
    stories = archive.unit_stories(ident)
    sources: list[record.Source] = []
    lineages: dict[str, Lineage] = {}
    for one in stories:
        made, traced = _story_sources(archive, one)
        sources.extend(made)
        lineages.update(traced)
    ready, found = _date(sources, settings)
    return Unit(id=ident, sources=record.ordered(ready), lineages=lineages, found=found)


def _story_sources(archive: Archive, ident: str) -> tuple[list[record.Source], dict[str, Lineage]]:
    members = archive.members(ident)
    articles = {member: archive.article_of(member) for member in members}
    readings = {member: archive.reading_of(member) for member in members}
    edges = [edge for member in members for edge in archive.edges_of(member) if edge.parent in articles]
    traced = {one.article: one for one in copies.lineage(articles, readings, edges)}
    made: list[record.Source] = []
    for member in members:
        family, _, storyline = archive.group_of(member)
        made.append(
            record.Source(
                article=articles[member],
                reading=readings[member],
                story=ident,
                storyline=storyline,
                family=family,
                origins=traced[member].origins,
                when=archive.moment_of(member),
            )
        )
    return made, traced


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
        again = reading.read(source.article, reference_of(guess), settings.reading)
        ready.append(replace(source, reading=_same_ids(again)))
    return ready, found


def _same_ids(read: Reading) -> Reading:
    return read


def reference_of(guess: Dated) -> Reference:
    """What relative times of a page with this date are read against."""
    if guess.start is None or guess.end is None or guess.start >= guess.end:
        return Reference()
    best = guess.value[:10]
    day = date.fromisoformat(best) if len(best) == 10 else None
    return Reference(interval=Interval(guess.start, guess.end), best=day)


def make(archive: Archive, unit: Unit) -> tuple[list[FactRow], dict[str, list[Person | Office | Occasion]]]:
    """The unit's own facts, and its pieces of the facts that units share."""
    if not unit.sources:
        return [], {kind: [] for kind, _, _ in SHARED}
    sources = record.resolve(unit.sources)
    outlets = {source.article.id: source.article.outlet for source in sources}
    facts = [event_row(event, unit.id, outlets) for event in record.merge_events(sources)]
    facts += [statement_row(one, unit.id, outlets) for one in record.merge_statements(sources)]
    facts += [figure_row(one, unit.id, sources) for one in record.figures(sources)]
    stories = _stories(archive, unit, sources)
    facts += [story_row(one, unit.id, outlets) for one in stories]
    if unit.id.startswith("lin-"):
        facts.append(storyline_row(_storyline(archive, unit, stories), unit.id))
    shared: dict[str, list[Person | Office | Occasion]] = {
        "person": list(record.persons(sources)),
        "office": list(record.offices(sources)),
        "occasion": list(record.occasions(sources)),
    }
    return facts, shared
