"""Words that were said at a meeting take its days: the promise in the sentence after "they met on Monday"."""

from collections.abc import Sequence, Set
from dataclasses import replace

from coranto.types import Entity, EventMention, Reading
from coranto.types.reading import QUAD

BEFORE = 5
"""Sentences back to the meeting at which something undated was said."""
AFTER = 2
"""Sentences ahead, for leads that tell the words before the meeting."""
SPAN = 14
"""Days that a meeting's date may span to date what was said at it."""
MONTH = 31
"""Days that a visit's date may span to date a meeting that its own sentence tells."""
_VERBAL = (1, 3)


def grounded(reading: Reading) -> tuple[EventMention, ...]:
    """The event mentions; an undated verbal one gets the days (and the id, `at`) of the meeting it was said at.

    That is the one the reading names, else the nearest dated meeting of all its parties, and of its speaker if he
    met anybody, just before it, else just after. Only promises, demands and the like: never what was done.
    An undated meeting of somebody whose dated visit its own sentence tells takes the days of the visit.
    """
    mentions = reading.events
    known = {mention.id: mention for mention in mentions}
    speakers = {one.id: one.speaker.id for one in reading.statements if one.speaker is not None}
    meetings = [one for one in mentions if one.family == "meet" and one.interval and one.interval.days <= SPAN]
    visits = [one for one in mentions if one.family == "visit" and one.interval and one.interval.days <= MONTH]
    made = []
    for mention in mentions:
        if mention.family == "meet":
            made.append(_on_visit(mention, visits))
        else:
            said_by = {speakers.get(said, "") for said in mention.attributed_to} - {""}
            made.append(_grounded(mention, known.get(mention.at), _with(said_by, meetings)))
    return tuple(made)


def _with(people: Set[str], meetings: Sequence[EventMention]) -> Sequence[EventMention]:
    """The meetings that one of these people took part in, all where there is none."""
    theirs = [one for one in meetings if any(entity.identifier_id in people for entity in one.actor)]
    return theirs or meetings


def _on_visit(mention: EventMention, visits: Sequence[EventMention]) -> EventMention:
    if mention.interval is not None or mention.modality not in ("actual", "background"):
        return mention
    people = {entity.identifier_id for entity in mention.actor if entity.person and entity.identifier_id}
    for visit in visits:
        visitors = {entity.identifier_id for entity in visit.actor}
        if visit.sentence == mention.sentence and visit.start < mention.start and people & visitors:
            return _dated_by(mention, visit, "on the visit")
    return mention


def _dated_by(mention: EventMention, where: EventMention, why: str) -> EventMention:
    return replace(
        mention,
        interval=where.interval,
        date=where.date,
        date_granularity=where.date_granularity,
        date_basis="relative-to-event",
        date_reason=f"{why}: {where.event_text}, {where.date_text}".rstrip(", "),
        at=where.id,
    )


def _grounded(mention: EventMention, at: EventMention | None, meetings: Sequence[EventMention]) -> EventMention:
    verbal = QUAD.get(mention.event) in _VERBAL and mention.event != "CONSULT"
    if mention.interval is not None or mention.modality == "planned" or not verbal:
        return mention
    where = at if at is not None and at.interval is not None else _nearest(mention, meetings)
    return mention if where is None else _dated_by(mention, where, "said at")


def _nearest(mention: EventMention, meetings: Sequence[EventMention]) -> EventMention | None:
    fits = [one for one in meetings if 0 <= _ahead(mention, one) <= BEFORE or -AFTER <= _ahead(mention, one) < 0]
    same = [one for one in fits if _parties(mention) and _parties(mention) <= _parties(one)]
    return min(same, key=lambda one: (_ahead(mention, one) < 0, abs(_ahead(mention, one)), one.start), default=None)


def _ahead(mention: EventMention, meeting: EventMention) -> int:
    """How many sentences the mention stands after the meeting; the title stands before the first sentence."""
    return mention.sentence - meeting.sentence


def _parties(mention: EventMention) -> frozenset[str]:
    entities: tuple[Entity, ...] = (*mention.actor, *mention.recipient)
    return frozenset(
        entity.code or entity.identifier_id for entity in entities if entity.code or entity.identifier_id
    )
