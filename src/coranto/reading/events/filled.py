"""What a sentence leaves out and its surroundings give: the other side of a meeting, the country of "police"."""

from dataclasses import replace

from coranto.reading.clauses import Scan
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Memory, Party
from coranto.reading.events.worth import sides
from coranto.types import Entity

_LOCAL = frozenset({"COP", "JUD", "CVL", "OPP", "LAB", "MED", "REF", "UAF", "LEG"})
_FOUND = 0.85
_ASSUMED = 0.6
_DEFINITE = frozenset({"the", "their", "this", "his", "her", "its", "two-day", "three-day"})


def located(coded: Coded, code: str) -> Coded:
    """The action with the country of its place for police, courts and crowds that are named without one."""
    if not code:
        return coded
    who = coded.roles
    return coded._replace(
        roles=who._replace(actor=_settled(who.actor, code), recipient=_settled(who.recipient, code))
    )


def _settled(parties: tuple[Party, ...], code: str) -> tuple[Party, ...]:
    return tuple(_local(party, code) if _homeless(party) else party for party in parties)


def _homeless(party: Party) -> bool:
    entity = party.entity
    return party.kind == "body" and not entity.code and bool(entity.sector) and entity.sector[0] in _LOCAL


def _local(party: Party, code: str) -> Party:
    key = " ".join((code, *party.entity.sector)).lower()
    return party._replace(entity=replace(party.entity, code=code, identifier_id=key), sure=min(party.sure, _FOUND))


def completed(one: Scan, coded: Coded, memory: Memory) -> Coded:
    """The meeting with both sides where its sentence names one and the text before named the two together."""
    who, trigger = coded.roles, coded.trigger
    if trigger.action.relation != "=" or trigger.form != "noun" or len(sides(who.actor)) != 1:
        return coded
    if _DEFINITE.isdisjoint(one.low[max(trigger.first - 3, 0) : trigger.first]):
        return coded
    other = _other(who.actor[0], memory)
    if other is None:
        return coded
    at = who.actor[0]
    extra = Party(replace(other, entity_text=at.entity.entity_text, start=at.entity.start, end=at.entity.end),
                  at.first, at.last, at.kind, _ASSUMED)  # fmt: skip
    return coded._replace(roles=who._replace(actor=(*who.actor, extra)))


def _other(known: Party, memory: Memory) -> Entity | None:
    """Who was last named together with `known`: the other of two persons, or of two countries."""
    entity = known.entity
    if entity.person:
        rest = [one for one in memory.duo if one.identifier_id != entity.identifier_id]
        return rest[0] if len(rest) == 1 and len(memory.duo) == 2 else None
    rest = [one for one in memory.pair if one.code != entity.code]
    return rest[0] if entity.code and len(rest) == 1 and len(memory.pair) == 2 else None
