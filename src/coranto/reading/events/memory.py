"""Who can be meant: one possible party of a sentence, and what an article has named so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, NamedTuple

from coranto.data import rows
from coranto.reading.names.places import land_of
from coranto.types import Entity, Name, OfficeMention, StatementMention

Kind = Literal["person", "body", "country", "place", "group", "people", "pair"]
_RECENT = 4


class Party(NamedTuple):
    """One possible actor at the words `first:last`; `sure` is below 1 where a pronoun had to be resolved."""

    entity: Entity
    first: int
    last: int
    kind: Kind
    sure: float = 1.0


@dataclass(slots=True)
class Memory:
    """Who was named last: what pronouns and "the two sides" can mean further on in an article.

    `recent` are persons, the likeliest first; `duo` the two persons last named together; `pair` the two countries.
    """

    recent: tuple[Entity, ...] = ()
    body: Entity | None = None
    pair: tuple[Entity, ...] = ()
    duo: tuple[Entity, ...] = ()
    people: dict[str, Entity] = field(default_factory=dict)
    speech: tuple[StatementMention, ...] = ()

    def copy(self) -> "Memory":
        """The memory as it is now."""
        return Memory(self.recent, self.body, self.pair, self.duo, self.people, self.speech)


def known_people(names: Iterable[Name], offices: Iterable[OfficeMention]) -> dict[str, Entity]:
    """Each person of an article by key, with the office and sectors that any sentence gives and the country most
    sentences give."""
    out: dict[str, Entity] = {}
    codes: dict[str, dict[str, int]] = {}
    for name in names:
        if name.kind != "person" or land_of(name.full) is not None:
            continue
        if name.key not in out:
            out[name.key] = Entity(
                entity_text=name.text, start=name.start, end=name.end, code=name.code, sector=name.sector,
                identifier_id=name.key, identifier_text=name.full, person=True,
            )  # fmt: skip
            codes[name.key] = {}
        given = codes[name.key]
        given[name.code] = given.get(name.code, 0) + bool(name.code)
    for office in offices:
        known = out.get(office.person or office.holder)
        if known is not None:
            given = codes[known.identifier_id]
            given[office.code] = given.get(office.code, 0) + 2 * bool(office.code)
            out[known.identifier_id] = replace(
                known, sector=known.sector or office.sector, office=known.office or office.title
            )
    return {key: replace(entity, code=_usual(codes[key]) or entity.code) for key, entity in out.items()}


def _usual(codes: dict[str, int]) -> str:
    """The code that is given most often, the first of equals; empty when none is."""
    best = max(codes.values(), default=0)
    return next((code for code, count in codes.items() if count == best), "") if best else ""


def distinct(parties: Iterable[Party]) -> list[Party]:
    """The parties without repetitions of one, in order."""
    return list({id(party): party for party in parties}.values())


def remember(found: tuple[Party, ...], subjects: tuple[Entity, ...], memory: Memory) -> None:
    """Brings `memory` up to date after a sentence with the parties `found` and the persons that head it."""
    codes: dict[str, Entity] = {}
    persons: dict[str, Entity] = {}
    for party in found:
        entity = party.entity
        if entity.person:
            persons.setdefault(entity.identifier_id, entity)
        elif party.kind in ("country", "body") and entity.code:
            memory.body = entity
        if entity.code:
            codes.setdefault(entity.code, entity)
    if len(codes) == 2 or (len(codes) > 2 and not memory.pair):
        memory.pair = tuple(country(entity) for entity in codes.values())[:2]
    if len(persons) == 2:
        memory.duo = tuple(persons.values())
    if persons:
        ranked = {entity.identifier_id: entity for entity in (*subjects, *persons.values(), *memory.recent)}
        memory.recent = tuple(ranked.values())[:_RECENT]


@cache
def _country_names() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in reversed(rows("countries"))}


def country(entity: Entity) -> Entity:
    """The country an entity stands for."""
    land = land_of(entity.identifier_text) if not entity.person else None
    name = land.name if land and land.code == entity.code else _country_names().get(entity.code, entity.code)
    return Entity(
        entity_text=entity.entity_text, start=entity.start, end=entity.end, code=entity.code,
        identifier_id=name.lower(), identifier_text=name,
    )  # fmt: skip
