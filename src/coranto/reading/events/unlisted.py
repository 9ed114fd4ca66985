"""Events that no row of the lexicon names, from what the encoder sees."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.reading.clauses import Scan, nominal
from coranto.reading.encoder.decode import EventSeen
from coranto.reading.encoder.look import Seen
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Party
from coranto.reading.events.triggers import Action, Form, Relation, Trigger, actions
from coranto.reading.offices.roles import Roles

LEAST, ROOT = 0.6, 0.5  # the chance of a trigger, and of the event it names
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})


def unlisted(
    one: Scan, triggers: Sequence[Trigger], found: Sequence[Party], seen: Sequence[Seen]
) -> Iterator[tuple[Coded, float]]:
    """The events of a sentence that the encoder sees beside the words of `triggers`, with parties that are known,
    and how sure each is."""
    taken = {at for trigger in triggers for at in range(trigger.first, trigger.last)}
    for sight in seen:
        for event in sight.events:
            start, end = sight.chars(event.trigger)
            words = range(one.at(start), one.at(max(start, end - 1)) + 1)
            if event.sure < LEAST or event.event_sure < ROOT or not taken.isdisjoint(words) or not words:
                continue
            actor, recipient = (_parties(found, one, sight, side) for side in (event.actor, event.recipient))
            if actor or recipient:
                trigger = _trigger(one, event, words)
                who = Roles(actor, tuple(party for party in recipient if party not in actor), event.sure, -1)
                yield Coded(trigger, who, event.event, "", event.modality), round(event.sure * event.event_sure, 2)


def _parties(found: Sequence[Party], one: Scan, sight: Seen, spans: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """The parties that stand in the spans; of one span the first, which its name or office makes."""
    out: list[Party] = []
    for span in spans:
        start, end = sight.chars(span)
        first, last = one.at(start), one.at(max(start, end - 1)) + 1
        inside = [party for party in found if party.first < last and first < party.last]
        out += [party for party in inside if party not in out]
    return tuple(out)


def _trigger(one: Scan, event: EventSeen, words: range) -> Trigger:
    first, last = words.start, min(words.stop, len(one.low))
    noun = nominal(one, first, last, base=True)
    word = one.low[first]
    form: Form = "noun" if noun else "ing" if word.endswith("ing") else "s" if word.endswith("s") else "past"
    relation: Relation = "=" if event.event in _TOGETHER and event.mode != "visit" else ">"
    lemma = " ".join(one.low[first:last])
    action = Action(
        lemma, "noun" if noun else "verb", event.event, event.mode, family(event.event, event.mode), relation, (),
        frozenset(), frozenset(), "",
    )  # fmt: skip
    return Trigger(action, first, last, form)


@cache
def _families() -> dict[tuple[str, str], str]:
    votes: dict[tuple[str, str], Counter[str]] = {}
    for action in actions():
        for mode in {action.mode, ""}:
            votes.setdefault((action.event, mode), Counter())[action.family] += 1
    return {key: counter.most_common(1)[0][0] for key, counter in votes.items()}


def family(event: str, mode: str) -> str:
    """What most rows of the lexicon with this event and mode may merge with."""
    known = _families()
    return known.get((event, mode)) or known.get((event, "")) or event.lower()
