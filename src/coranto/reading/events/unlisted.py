"""Events that no row of the lexicon names, from what the encoder sees."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.reading.clauses import Scan, nominal
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Party
from coranto.reading.events.triggers import Action, Form, Relation, Trigger, actions
from coranto.reading.offices.roles import Roles
from coranto.types import EventSight

LEAST, ROOT = 0.6, 0.5  # the chance of a trigger, and of the event it names
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})


def unlisted(
    one: Scan, triggers: Sequence[Trigger], found: Sequence[Party], seen: Sequence[EventSight]
) -> Iterator[tuple[Coded, float]]:
    """The events of a sentence that the encoder sees beside the words of `triggers`, with parties that are known,
    and how sure each is."""
    taken = {at for trigger in triggers for at in range(trigger.first, trigger.last)}
    for event in seen:
        words = range(one.at(event.start), one.at(max(event.start, event.end - 1)) + 1)
        if event.chance < LEAST or event.event_chance < ROOT or not taken.isdisjoint(words):
            continue
        actor, recipient = (_parties(found, one, side) for side in (event.actor, event.recipient))
        if actor or recipient:
            trigger = _trigger(one, event, words)
            who = Roles(actor, tuple(party for party in recipient if party not in actor), event.chance, -1)
            yield Coded(trigger, who, event.event, "", event.modality), round(event.chance * event.event_chance, 2)


def _parties(found: Sequence[Party], one: Scan, spans: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """The parties that stand in the spans."""
    out: list[Party] = []
    for start, end in spans:
        first, last = one.at(start), one.at(max(start, end - 1)) + 1
        inside = [party for party in found if party.first < last and first < party.last]
        out += [party for party in inside if party not in out]
    return tuple(out)


def _trigger(one: Scan, event: EventSight, words: range) -> Trigger:
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
