"""Event mentions: what each sentence says that somebody did, coded as PLOVER codes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol, TypeVar

from coranto.parts import register
from coranto.reading.clauses import Scan, grammar, loud, scan
from coranto.reading.encoder.look import PART as LOOK
from coranto.reading.events.coding import Coded, analyse
from coranto.reading.events.context import contexts, scale, sizes
from coranto.reading.events.dates import Spot, When, at_occasion, spots, when, where
from coranto.reading.events.filled import completed, located
from coranto.reading.events.groups import groups
from coranto.reading.events.memory import Memory, known_people
from coranto.reading.events.modality import FORCE, recast
from coranto.reading.events.parties import parties
from coranto.reading.events.past import foreseen, looks_back
from coranto.reading.events.triggers import can_act, find
from coranto.reading.events.unlisted import unlisted
from coranto.reading.events.voice import Voices
from coranto.reading.events.worth import without_self, worth
from coranto.reading.names.places import place_of
from coranto.types import TITLE, Article, Entity, EventMention, Interval, OccasionMention, Reading
from coranto.types.ids import digest
from coranto.types.reading import QUAD, Modality

PART = "reading.events.v2"
_LOOK_BACK = timedelta(days=45)
_VERBAL = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_MEETING = frozenset({"meet", "visit", "phone"})
_VIOLENT = frozenset({"military", "terrorism"})
_LONGEST = 6000


class _Placed(Protocol):
    @property
    def sentence(self) -> int: ...


M = TypeVar("M", bound=_Placed)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence (or the title) with the mentions that stand in it."""

    index: int
    text: str
    start: int
    end: int
    paragraph: int


@register(PART)
def events(article: Article, reading: Reading) -> tuple[EventMention, ...]:
    """The event mentions of an article, in order, from its names, offices, times, occasions and statements; with
    those that only the encoder sees (`reading.sights`).

    A mention needs a coded or named party; a date out of reach stays unknown. The title's come first.
    """
    memory, shelf = Memory(people=known_people(reading.names, reading.offices)), _Shelf(article, reading)
    found: list[EventMention] = []
    for unit in _units(article):
        memory.speech = shelf.voices.near(unit.index, unit.start)
        found.extend(_sentence(article, unit, shelf, memory))
    return tuple(_linked(list(foreseen(found, reading.reference)), reading))


def _units(article: Article) -> Iterator[_Unit]:
    if article.title:
        yield _Unit(TITLE, article.title, 0, len(article.title), -1)
    for sentence in article.sentences:
        yield _Unit(sentence.index, article.text, sentence.start, sentence.end, sentence.paragraph)


class _Shelf:
    """Mentions of a reading by sentence, and the contexts of each paragraph."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.sights = _by_sentence(reading.sights)
        self.names = _by_sentence(reading.names)
        self.offices = _by_sentence(reading.offices)
        self.times = _by_sentence(reading.times)
        self.occasions = _by_sentence(_dated(reading.occasions))
        self.voices = Voices(reading.statements)
        self.reference = reading.reference
        home = place_of(article.dateline, "") if article.dateline else None
        self.home = home.country_code if home is not None else ""
        self._spans = _paragraphs(article)
        self._contexts: dict[int, tuple[str, ...]] = {}

    def context(self, unit: _Unit) -> tuple[str, ...]:
        """Contexts of the unit's paragraph."""
        if unit.paragraph not in self._contexts:
            start, end = self._spans.get(unit.paragraph, (unit.start, unit.end))
            text = unit.text[start : min(end, start + _LONGEST)]
            self._contexts[unit.paragraph] = contexts(text)
        return self._contexts[unit.paragraph]


def _paragraphs(article: Article) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for one in article.sentences:
        spans[one.paragraph] = (spans.get(one.paragraph, (one.start, 0))[0], one.end)
    return spans


def _by_sentence(items: Sequence[M]) -> dict[int, list[M]]:
    out: dict[int, list[M]] = {}
    for item in items:
        out.setdefault(item.sentence, []).append(item)
    return out


def _dated(occasions: Sequence[OccasionMention]) -> tuple[OccasionMention, ...]:
    """Occasions, with the days that another mention of the same edition gives."""
    days: dict[tuple[str, int], Interval] = {}
    for item in occasions:
        if item.interval is not None:
            days.setdefault((item.occasion.series, item.occasion.ordinal), item.interval)
    return tuple(
        replace(item, interval=item.interval or days.get((item.occasion.series, item.occasion.ordinal)))
        for item in occasions
    )


def _sentence(article: Article, unit: _Unit, shelf: _Shelf, memory: Memory) -> Iterator[EventMention]:
    one = scan(unit.text, unit.start, unit.end)
    names = shelf.names.get(unit.index, ())
    before = memory.copy()
    found = parties(one, names, shelf.offices.get(unit.index, ()), memory)
    named = _named(one, unit, shelf)
    triggers = find(one, named) if found and can_act(one) else ()
    sights = shelf.sights.get(unit.index, ())
    if not triggers and not sights:
        return
    violent = not _VIOLENT.isdisjoint(shelf.context(unit))
    mentions, near = [], spots(one, names)
    for bare in map(without_self, analyse(one, groups(one, found), triggers)):
        place = where(one, bare.trigger.first, near, "")
        code = place.country_code if place is not None and place.country_code else shelf.home
        coded = located(completed(one, bare, before), code)
        sure = worth(one, coded, violent=violent)
        if sure:
            mentions.append(_placed(_mention(article, unit, one, coded, shelf), one, coded, near, sure))
    for bare, sure in unlisted(one, mentions, found, sights):
        coded = located(without_self(bare), shelf.home)
        mention = replace(_mention(article, unit, one, coded, shelf), coder=LOOK)
        mentions.append(_placed(mention, one, coded, near, sure))
    yield from (mention for mention in mentions if not any(_covers(other, mention) for other in mentions))


def _placed(mention: EventMention, one: Scan, coded: Coded, near: tuple[Spot, ...], sure: float) -> EventMention:
    """The mention with where it was and how sure it is."""
    place = where(one, coded.trigger.first, near, _code(mention.actor + mention.recipient))
    return replace(mention, confidence=sure, place=place)


def _named(one: Scan, unit: _Unit, shelf: _Shelf) -> frozenset[int]:
    """Words inside the names of bodies, persons and occasions: "Shanghai Cooperation Organization"."""
    spans = [
        (name.start, name.end)
        for name in shelf.names.get(unit.index, ())
        if name.kind in ("organisation", "person", "event", "facility") and " " in name.text
    ]
    inside = {at for start, end in spans for at in range(one.at(start), one.at(end - 1) + 1)}
    if unit.index == TITLE or loud(one):
        return frozenset(inside)
    return frozenset(inside | {at for at in one.capitals if at and _inner(one, at)})


def _inner(one: Scan, at: int) -> bool:
    """Whether a capital at word `at` is no sentence's first: only a name has one there."""
    before = one.low[at - 1]
    if before in ("“", '"', "‘"):
        return at > 1 and one.low[at - 2] not in (":", ",", ".", "-", "—", "–", "•")
    return before not in (":", "-", "—", "–", "•", ".")


def _covers(other: EventMention, mention: EventMention) -> bool:
    """Whether `other` tells the same as `mention` and more (or as much, and earlier)."""
    if other is mention or (other.event, other.family, other.modality) != (
        mention.event,
        mention.family,
        mention.modality,
    ):
        return False
    if other.interval != mention.interval and mention.interval is not None:
        return False
    actors, recipients = _keys(mention.actor), _keys(mention.recipient)
    if not (actors <= _keys(other.actor) and recipients <= _keys(other.recipient)):
        return False
    same = actors == _keys(other.actor) and recipients == _keys(other.recipient)
    return other.start < mention.start if same else True


def _keys(entities: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(entity.identifier_id or entity.code for entity in entities)


def _mention(article: Article, unit: _Unit, one: Scan, coded: Coded, shelf: _Shelf) -> EventMention:
    trigger, action = coded.trigger, coded.trigger.action
    start, end = one.starts[trigger.first], one.ends[trigger.last - 1]
    occasion = at_occasion(one, trigger.first, shelf.occasions.get(unit.index, ()))
    said = coded.event in _VERBAL and coded.modality == "willing"
    day = when(one, trigger.first, shelf.times.get(unit.index, ()), occasion, words=said)
    if coded.modality == "actual" and coded.trigger.form in ("past", "participle") and _later(day, shelf.reference):
        day = When(reason=f'"{day.text}" would lie after the publication')
    actor, recipient = _entities(coded)
    how = _modality(coded, day, shelf.reference, one)
    if how == "planned" and coded.modality != how:
        event, of = recast(coded.event, how)
        coded = coded._replace(event=event, of=of or coded.of, modality=how)
    mode = action.mode if coded.event == action.event else ""
    voice, sources = shelf.voices.of(unit.index, start)
    return EventMention(
        id=digest("evm", article.id, unit.index, start, coded.event), article=article.id, sentence=unit.index,
        start=start, end=end, event_text=unit.text[start:end], lemma=action.lemma, event=coded.event,
        family=_family(coded), mode=mode, context=shelf.context(unit), of=coded.of, quad_code=QUAD[coded.event],
        event_scale=scale(coded.event, mode), actor=actor, recipient=recipient, modality=how, voice=voice,
        date=day.date, interval=day.interval, date_granularity=day.granularity, date_text=day.text,
        date_basis=day.basis, date_reason=day.reason, attributed_to=sources, coder=PART,
        occasion=occasion.occasion if occasion else None,
        size=sizes(unit.text[unit.start : unit.end]) if action.family in ("fight", "arrest", "protest") else (),
    )  # fmt: skip


def _later(day: When, reference: Interval | None) -> bool:
    return day.interval is not None and reference is not None and day.interval.start >= reference.end


def _entities(coded: Coded) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Actors and recipients; an agreement or refusal of something shared has the first side as its actor."""
    actor = tuple(party.entity for party in coded.roles.actor)
    recipient = tuple(party.entity for party in coded.roles.recipient)
    if (
        coded.trigger.action.relation == "="
        and coded.of
        and coded.modality in ("willing", "negated")
        and not recipient
    ):
        return actor[:1], actor[1:]
    return actor, recipient


def _family(coded: Coded) -> str:
    """What the mention may merge with: a planned visit with the visit, a willingness with agreements."""
    if coded.modality == "willing" and coded.event == "AGREE":
        return "agree"
    if coded.event in ("REJECT", "THREATEN", "REQUEST", "ACCUSE") and coded.event != coded.trigger.action.event:
        return {"REJECT": "reject", "THREATEN": "threaten", "REQUEST": "demand"}.get(coded.event, "accuse")
    if coded.of and coded.trigger.action.event in FORCE:
        return {"AGREE": "agree", "CONCEDE": "concede", "RETREAT": "withdraw"}.get(coded.event, "threaten")
    return coded.trigger.action.family


def _modality(coded: Coded, day: When, reference: Interval | None, one: Scan) -> Modality:
    """Background where the sentence looks back: an old date, "the previous round", a past perfect."""
    if coded.modality != "actual":
        return coded.modality
    if day.interval is not None and reference is not None:
        if day.interval.end <= reference.start - _LOOK_BACK:
            return "background"
        if day.interval.start >= reference.end and coded.trigger.form in ("noun", "base", "s"):
            return "planned"
    if looks_back(one, coded):
        return "background"
    open_ = day.interval is None or reference is None or day.interval.start >= reference.start
    return "planned" if open_ and _announced(one, coded) else "actual"


def _announced(one: Scan, coded: Coded) -> bool:
    """Whether a meeting is named in the clause of what will be: "will speak after their meeting"."""
    if coded.trigger.form != "noun" or coded.trigger.action.family not in _MEETING:
        return False
    before = one.low[max(coded.trigger.first - 20, 0) : coded.trigger.first]
    at = max((index for index, word in enumerate(before) if word in ("will", "'ll")), default=-1)
    return at >= 0 and grammar("say").isdisjoint(before[at:]) and grammar("relative").isdisjoint(before[at:])


def _code(entities: tuple[Entity, ...]) -> str:
    return next((entity.code for entity in entities if entity.code), "")


def _linked(found: list[EventMention], reading: Reading) -> Iterator[EventMention]:
    """The mentions, those that are words (AGREE, REQUEST ...) linked to the meeting at which they fell."""
    meetings = _by_sentence([one for one in found if one.family in _MEETING])
    speakers = {one.id: one.speaker.id for one in reading.statements if one.speaker and one.speaker.id}
    for mention in found:
        if mention.event not in _VERBAL or mention.family in _MEETING:
            yield mention
            continue
        own = {entity.identifier_id for entity in mention.actor}
        codes = {entity.code for entity in mention.actor + mention.recipient if entity.code}
        order = (
            mention.sentence - 3,
            mention.sentence - 2,
            mention.sentence + 1,
            mention.sentence - 1,
            mention.sentence,
        )
        near = [one for sentence in order for one in meetings.get(sentence, ())]
        speaker = {speakers[key] for key in mention.attributed_to if key in speakers}
        place = next((one for one in reversed(near) if _fits(one, own | speaker, codes, mention)), None)
        yield replace(mention, at=place.id) if place else mention


def _fits(meeting: EventMention, persons: set[str], codes: set[str], mention: EventMention) -> bool:
    if meeting.modality == "planned" or (meeting.sentence < 0) != (mention.sentence < 0):
        return False
    there = meeting.actor + meeting.recipient
    if any(entity.identifier_id in persons for entity in there):
        return True
    if abs(meeting.sentence - mention.sentence) > 1 or meeting.modality == "background":
        return False
    return any(entity.code in codes for entity in there if entity.code)
