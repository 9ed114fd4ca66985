"""Events that no row of the lexicon names, from what the encoder sees."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.reading.clauses import Scan, grammar, nominal
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Party
from coranto.reading.events.triggers import Action, Form, Relation, Trigger, actions
from coranto.reading.names.places import land_of
from coranto.reading.offices.roles import Roles
from coranto.text.normal import ascii_fold
from coranto.types import Entity, EventMention, EventSight

LEAST, ROOT, SURE = 0.6, 0.5, 0.5  # the chance of a trigger, of the event it names, and of both with its parties
_KNOWN, _STRANGE = 0.95, 0.8  # how far parties are trusted that names and offices make, and that no list knows
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})
_JOINS = frozenset({"and", "&", ",", "or"})
_LONG = 12  # words of a party that no list knows


def unlisted(
    one: Scan, told: Sequence[EventMention], found: Sequence[Party], seen: Sequence[EventSight]
) -> Iterator[tuple[Coded, float]]:
    """The events of a sentence that the encoder sees and no mention `told` has at their words, with their parties,
    and how sure each is. A party is what names and offices make of its words, else the words themselves."""
    for event in seen:
        if any(other.start < event.end and event.start < other.end for other in told):
            continue
        if event.chance < LEAST or event.event_chance < ROOT or event.end > one.end:
            continue
        actor, recipient = (_parties(found, one, side) for side in (event.actor, event.recipient))
        recipient = tuple(party for party in recipient if party not in actor)
        if any(_tells(other, event.event, actor + recipient) for other in told):
            continue
        known = any(_is_known(party) for party in actor + recipient)
        sure = round(event.chance * event.event_chance * (_KNOWN if known else _STRANGE), 2)
        if (actor or recipient) and sure >= SURE:
            words = range(one.at(event.start), one.at(max(event.start, event.end - 1)) + 1)
            who = Roles(actor, recipient, event.chance, -1)
            yield Coded(_trigger(one, event, words), who, event.event, "", event.modality), sure


def _tells(told: EventMention, event: str, parties: tuple[Party, ...]) -> bool:
    """Whether a mention of the sentence tells such an event of all the parties: "completed a joint patrol" is that
    patrol."""
    of = {entity.identifier_id for entity in told.actor + told.recipient}
    return told.event == event and all(party.entity.identifier_id in of for party in parties)


def _is_known(party: Party) -> bool:
    return bool(party.entity.code or party.entity.sector or party.entity.office or party.entity.person)


def _parties(found: Sequence[Party], one: Scan, spans: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """The parties that stand in the spans, of each the first and those joined to it, else what its words are."""
    out: list[Party] = []
    for start, end in spans:
        first, last = one.at(start), min(one.at(max(start, end - 1)) + 1, len(one.low))
        inside = [party for party in found if party.first < last and first < party.last]
        inside = [party for n, party in enumerate(inside) if n == 0 or one.low[party.first - 1] in _JOINS]
        if not inside and last - first <= _LONG and any(word.isalpha() for word in one.low[first:last]):
            inside = [_stranger(one, first, last)]
        out += [party for party in inside if party not in out]
    return tuple(out)


def _stranger(one: Scan, first: int, last: int) -> Party:
    """A party of words that no list knows, of the country that they name."""
    while first < last - 1 and one.low[first] in grammar("determiner"):
        first += 1
    start, end = one.starts[first], one.ends[last - 1]
    lands = (land_of(word) for word in one.words[first:last])
    code = next((land.code for land in lands if land and land.kind in ("country", "demonym")), "")
    text = one.text[start:end]
    key = ascii_fold(text).casefold()
    entity = Entity(entity_text=text, start=start, end=end, code=code, identifier_id=key, identifier_text=text)
    return Party(entity, first, last, "body")


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
