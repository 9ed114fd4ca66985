"""Whether a sentence looks back at an event, or forward to it, rather than telling it as news."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.coding import Coded
from coranto.types import EventMention, Interval

_WINDOW = 3
_MEETING = ("meet", "visit")


def looks_back(one: Scan, coded: Coded) -> bool:
    """Whether the words around a trigger make it background: habits, earlier rounds, standing agreements."""
    trigger = coded.trigger
    before = one.low[max(trigger.first - _WINDOW, 0) : trigger.first]
    if trigger.form == "noun":
        if not grammar("earlier").isdisjoint(before):
            return True
        if trigger.action.lemma in grammar("standing") and coded.roles.verb < 0:
            return True
    habit = one.low[max(coded.roles.verb - 1, 0) : trigger.first] if coded.roles.verb >= 0 else before
    return not grammar("habit").isdisjoint((*before, *habit)) or _counted(one, trigger.last) or _lasting(one)


def _counted(one: Scan, last: int) -> bool:
    """ "met twice", "spoken several times": a count of many, not one."""
    after = one.low[last : last + 10]
    return any(word in ("twice", "times") for word in after)


def _lasting(one: Scan) -> bool:
    return any(
        first in ("for", "over", "the") and second in ("years", "decades") for first, second in pairwise(one.low)
    )


def foreseen(found: Sequence[EventMention], reference: Interval | None) -> Iterator[EventMention]:
    """The mentions, those of an undated meeting that the article elsewhere says is still to come marked planned."""
    ahead = [_who(one) for one in found if one.family in _MEETING and _future(one, reference)]
    done = [_who(one) for one in found if one.family in _MEETING and _happened(one)]
    for one in found:
        open_ = (
            one.modality == "actual" and one.interval is None and one.family in _MEETING and one.event == "CONSULT"
        )
        if open_ and _undone(one) and _among(one, ahead) and not _among(one, done):
            yield replace(one, event="AGREE", of="CONSULT", mode="", quad_code=1, modality="planned")
        else:
            yield one


def _who(one: EventMention) -> frozenset[str]:
    parties = one.actor + one.recipient
    return frozenset(entity.identifier_id if entity.person else entity.code for entity in parties)


def _among(one: EventMention, pairs: Sequence[frozenset[str]]) -> bool:
    mine = _who(one)
    return any(len(mine & pair) > 1 or mine == pair for pair in pairs)


def _future(one: EventMention, reference: Interval | None) -> bool:
    dated = one.interval is not None and reference is not None and one.interval.start >= reference.end
    return dated or one.modality == "planned"


def _happened(one: EventMention) -> bool:
    """Whether a past verb tells the meeting: no plan of it is left."""
    return one.modality == "actual" and not _undone(one)


def _undone(one: EventMention) -> bool:
    """Whether the trigger is a noun or -ing form, which says nothing of the time."""
    return not one.event_text.lower().endswith(("ed", "met", "meet", "meets", "down", "flew", "held", "arrives"))
