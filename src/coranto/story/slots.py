"""The slots of an article: what grouping needs of it, and nothing more."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from coranto.data import rows
from coranto.parts import register
from coranto.story.stems import shown, stem, stems, weighted
from coranto.types import Article, Dated, Entity, EventMention, EventSlot, Interval, OccasionMention, Reading, Slots

_TERMS = 60
_TITLE_BOOST = 1.5
_OPENING = 3
_OPENING_CHARS = 350
_OPENING_BOOST = 0.75
_SHOWN = 24
_ACTORS = 12
_LEAD = 6
"""How many sentences, besides the title, tell what an article is about."""
_EVENTS = 24
_LEAD_CHARS = 700
_LEADERS = 4
ENCOUNTER = "encounter"
"""The family of the slot that says which two leaders meet in an article; it has persons and no parties."""
_BACK = re.compile(
    r"\b(?:(?:last|previous|earlier|preceding)\s+(?:week|month|year|round|meeting|talks?|session|edition|visit|summit)"
    r"|(?:follows?|followed|comes? after|days? after|weeks? after)\b)[^.\n]{0,60}",
    re.IGNORECASE,
)
_ROUNDED = ("city", "point")
_TAKES_TWO = frozenset({"meet", "visit", "phone", "exercise", "patrol"})
_HUBS = ("live", "roundup")


def interval_of(dated: Dated) -> Interval | None:
    """The days an article may be of, or None when that is unknown."""
    if dated.start and dated.end and dated.start < dated.end:
        return Interval(dated.start, dated.end)
    try:
        day = date.fromisoformat(dated.value[:10])
    except ValueError:
        return None
    return Interval(day, day + timedelta(days=1))


def _codes(entities: tuple[Entity, ...]) -> Iterator[str]:
    return (one.code for one in entities if one.code)


def _persons(entities: tuple[Entity, ...]) -> Iterator[str]:
    return (one.identifier_id for one in entities if one.person and one.identifier_id)


def actors(reading: Reading) -> tuple[str, ...]:
    """Country codes and person keys, most mentioned first."""
    counts: Counter[str] = Counter()
    for name in reading.names:
        if name.kind == "person" and name.key:
            counts[name.key] += 1
        if name.code:
            counts[name.code] += 1
    for event in reading.events:
        counts.update(_codes((*event.actor, *event.recipient)))
    ranked = sorted(counts.items(), key=_commonest)
    return tuple(name for name, _ in ranked[:_ACTORS])


def _commonest(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _is_lead(sentence: int) -> bool:
    return sentence < _LEAD


def _parties(event: EventMention, main: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of an event; one that takes two and names one has the main pair, if that holds it."""
    codes = tuple(sorted(set(_codes((*event.actor, *event.recipient)))))
    if len(codes) == 1 and event.family in _TAKES_TWO and len(main) == 2 and codes[0] in main:
        return main
    return codes


def _event_slot(event: EventMention, main: tuple[str, ...]) -> EventSlot:
    parties = (*event.actor, *event.recipient)
    place = event.place
    return EventSlot(
        family=event.family or event.event,
        parties=_parties(event, main),
        persons=tuple(sorted(set(_persons(parties)))),
        interval=event.interval if event.modality in ("actual", "planned") else None,
        series=event.occasion.series if event.occasion else "",
        ordinal=event.occasion.ordinal if event.occasion else 0,
        place=place.resolved_place if place and place.resolution in _ROUNDED else "",
        lead=_is_lead(event.sentence) and event.modality == "actual",
    )


def _occasion_slot(mention: OccasionMention, parties: tuple[str, ...], persons: tuple[str, ...]) -> EventSlot:
    return EventSlot(
        family="occasion",
        parties=parties,
        persons=persons,
        interval=mention.interval,
        series=mention.occasion.series,
        ordinal=mention.occasion.ordinal,
        place=mention.place,
        lead=_is_lead(mention.sentence),
    )


def _events(reading: Reading, named: tuple[str, ...], lead: str) -> tuple[EventSlot, ...]:
    """The events of an article, those of its lead first; an occasion's parties are the article's main actors."""
    countries = tuple(sorted([name for name in named if len(name) == 3 and name.isupper()][:2]))
    persons = tuple(sorted([name for name in named if not (len(name) == 3 and name.isupper())][:4]))
    found = [
        _event_slot(event, countries)
        for event in reading.events
        if event.actor or event.recipient or event.occasion
    ]
    found = (_encounters(reading, lead) if len(countries) > 1 else []) + found
    found += [_occasion_slot(one, countries, persons) for one in reading.occasions if one.occasion.series]
    unique = list(dict.fromkeys(found))
    unique.sort(key=_lead_first)
    return tuple(unique[:_EVENTS])


def _lead_text(article: Article) -> str:
    """The title and the first sentences."""
    body = [article.text[one.start : one.end] for one in article.sentences[:_LEAD]]
    return "\n".join([article.title, *(body or [article.text[:_LEAD_CHARS]])])


@cache
def _encounter_stems() -> frozenset[str]:
    return frozenset(stem(word) for row in rows("story_encounters") for word in row["words"])


def _encounters(reading: Reading, lead: str) -> list[EventSlot]:
    """Slots for the meetings of two leaders that an article of two countries is about: two of the persons it names
    most, both in its lead with a word for a meeting, and one at least known as of some country."""
    counts: Counter[str] = Counter()
    foreign: set[str] = set()
    leading: set[str] = set()
    for name in reading.names:
        if name.kind == "person" and name.key:
            last = name.key.rpartition(" ")[2]
            counts[last] += 1
            if name.code:
                foreign.add(last)
            if _is_lead(name.sentence):
                leading.add(last)
    main = [one for one, _ in sorted(counts.items(), key=_commonest)[:_LEADERS] if one in leading]
    if len(main) < 2 or not foreign or not _encounter_stems().intersection(stems(lead)):
        return []
    return [
        EventSlot(family=ENCOUNTER, parties=(), persons=tuple(sorted((one, two))), lead=True)
        for one, two in combinations(main, 2)
        if one in foreign or two in foreign
    ]


def _lead_first(slot: EventSlot) -> bool:
    return not slot.lead


def _boosts(title: list[str], article: Article) -> dict[str, float]:
    """What the words of the title and of the opening sentences count more: what is new stands there."""
    opening = article.sentences[:_OPENING]
    end = opening[-1].end if opening else _OPENING_CHARS
    opened = dict.fromkeys(stems(article.text[:end][:_LEAD_CHARS]), _OPENING_BOOST)
    boosts = dict(opened)
    for term in title:
        boosts[term] = _TITLE_BOOST + (_OPENING_BOOST if term in opened else 0.0)
    return boosts


@register("story.slots.v2")
def slots(article: Article, reading: Reading) -> Slots:
    """What grouping needs of one article. An empty reading leaves the terms alone to tell."""
    title = stems(article.title)
    named = actors(reading)
    terms = weighted(_boosts(title, article), article.text, _TERMS)
    words = shown(f"{article.title}\n{article.text}", [term for term, _ in terms[:_SHOWN]])
    return Slots(
        article=article.id,
        outlet=article.outlet,
        when=article.moment,
        interval=interval_of(article.published),
        terms=terms,
        shown=words,
        title=tuple(dict.fromkeys(title)),
        actors=named,
        events=_events(reading, named, _lead_text(article)),
        back=tuple(dict.fromkeys(match.group().strip() for match in _BACK.finditer(article.text)))[:6],
        hub=article.kind in _HUBS,
    )
