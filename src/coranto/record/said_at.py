"""Words that were said at a meeting take its days: the promise in the sentence after "they met on Monday"."""

from collections.abc import Sequence
from dataclasses import replace

from coranto.types import Entity, EventMention
from coranto.types.reading import QUAD

BEFORE = 5
"""Sentences back to the meeting at which something undated was said."""
AFTER = 2
"""Sentences ahead, for leads that tell the words before the meeting."""
SPAN = 14
"""Days that a meeting's date may span to date what was said at it."""
_VERBAL = (1, 3)


def grounded(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The mentions; an undated verbal one gets the days (and the id, `at`) of the meeting it was said at.

    That is the one the reading names, else the nearest dated meeting of all its parties just before it, else just
    after. Only promises, demands and the like: what was done is never dated so.
    """
    known = {mention.id: mention for mention in mentions}
    meetings = [one for one in mentions if one.family == "meet" and one.interval and one.interval.days <= SPAN]
    return tuple(_grounded(mention, known.get(mention.at), meetings) for mention in mentions)


def _grounded(mention: EventMention, at: EventMention | None, meetings: Sequence[EventMention]) -> EventMention:
    verbal = QUAD.get(mention.event) in _VERBAL and mention.event != "CONSULT"
    if mention.interval is not None or mention.modality == "planned" or not verbal:
        return mention
    where = at if at is not None and at.interval is not None else _nearest(mention, meetings)
    if where is None:
        return mention
    return replace(
        mention,
        interval=where.interval,
        date=where.date,
        date_granularity=where.date_granularity,
        date_basis="relative-to-event",
        date_reason=f"said at: {where.event_text}, {where.date_text}".rstrip(", "),
        at=where.id,
    )


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
