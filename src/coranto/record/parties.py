"""The actors and recipients of an event out of those of its mentions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from coranto.record.bearer import most
from coranto.record.reports import Report, party
from coranto.types import Entity

LEAST = 0.4
"""The share of lineages that must name a party, when there are several."""

Named = list[tuple[Report, Entity]]


def sides(reports: Sequence[Report]) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Actors and recipients, each once: persons rather than bare countries, in order of the fullest mention."""
    order = sorted(reports, key=_fullness)
    actors = _side([(report, entity) for report in order for entity in report.mention.actor])
    recipients = _side([(report, entity) for report in order for entity in report.mention.recipient])
    known = {_key(entity) for entity in actors}
    return actors, tuple(entity for entity in recipients if _key(entity) not in known)


def _fullness(report: Report) -> tuple[int, int, tuple[int, bool, int, int]]:
    return (-len(report.persons), -len(report.parties), report.rank)


def _key(entity: Entity) -> str:
    return entity.identifier_id if entity.person and entity.identifier_id else party(entity)


def _side(named: Named) -> tuple[Entity, ...]:
    groups: dict[str, Named] = defaultdict(list)
    for report, entity in named:
        if _key(entity):
            groups[_key(entity)].append((report, entity))
    lineages = {report.source.lineage for report, _ in named}
    strong = {
        key: found
        for key, found in groups.items()
        if len({report.source.lineage for report, _ in found}) >= LEAST * len(lineages)
    }
    kept = [_one(found) for found in strong.values()]
    personal = {entity.code for entity in kept if entity.person}
    coded = any(entity.code for entity in kept)
    return tuple(entity for entity in kept if entity.person or not _empty(entity, personal, coded))


def _empty(entity: Entity, personal: set[str], coded: bool) -> bool:
    """Whether others say more: a bare country beside its person, a common noun beside a country."""
    return entity.code in personal if entity.code else coded and entity.entity_text.islower()


def _one(found: Named) -> Entity:
    """The entity of the first mention with what others fill in."""
    entities = [entity for _, entity in found]
    first = entities[0]
    return replace(
        first,
        code=most(entity.code for entity in entities),
        office=first.office or most(entity.office for entity in entities),
        sector=first.sector or next((entity.sector for entity in entities if entity.sector), ()),
    )
