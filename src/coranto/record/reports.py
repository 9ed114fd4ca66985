"""Event mentions as merging sees them: who, on which side, when, where, in what words; and their block keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from coranto.record.kinds import kind_of
from coranto.record.overlap import squashed, stems
from coranto.record.said_at import grounded
from coranto.record.source import Source, ordered, sentence_text
from coranto.text.normal import ascii_fold
from coranto.types import Entity, EventMention, Interval

Class = str
"""`actual` (also looked back on, or denied) or `planned` (also hypothetical)."""
LONGEST = 400
"""Days above which an interval says too little to make a block key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One event mention with what merging compares.

    `actors` and `recipients` are country codes, or person and organisation keys where no country is known;
    `people` the persons by country; `place` a folded place name; `rank` orders reports by source and position.
    """

    source: Source
    mention: EventMention
    rank: tuple[int, bool, int, int]
    actors: frozenset[str]
    recipients: frozenset[str]
    people: Mapping[str, frozenset[str]]
    place: str
    country: str
    words: frozenset[str]
    wording: str
    trigger: str

    @property
    def parties(self) -> frozenset[str]:
        """All countries (or keys), whatever their side."""
        return self.actors | self.recipients

    @property
    def persons(self) -> frozenset[str]:
        """All named persons."""
        return frozenset(person for some in self.people.values() for person in some)

    @property
    def kind(self) -> Class:
        """What may merge: what happened with what happened, plans with plans."""
        mention = self.mention
        if mention.modality in ("planned", "hypothetical"):
            return "planned"
        return "planned" if mention.modality == "willing" and mention.event != "AGREE" else "actual"


def party(entity: Entity) -> str:
    """What stands for an entity in a block: its country, else its key, else nothing."""
    return entity.code or entity.identifier_id


def _parties(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(key for key in map(party, entities) if key)


def _people(entities: Iterable[Entity]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entity in entities:
        if entity.person and entity.identifier_id:
            found.setdefault(entity.code, set()).add(entity.identifier_id)
    return MappingProxyType({code: frozenset(found[code]) for code in sorted(found)})


def reports(sources: Sequence[Source]) -> list[Report]:
    """The reports of all sources: articles by time, and within one the most telling mention first."""
    made = []
    for order, source in enumerate(ordered(sources)):
        own = [_report(source, mention, order) for mention in grounded(source.reading)]
        made.extend(sorted(own, key=_telling))
    return made


def _telling(report: Report) -> tuple[bool, int, bool, tuple[int, bool, int, int], str]:
    mention = report.mention
    vague = mention.interval is None or mention.interval.days > 1
    return (vague, -len(report.persons), not report.parties, report.rank, mention.id)


def _report(source: Source, mention: EventMention, order: int) -> Report:
    entities = (*mention.actor, *mention.recipient)
    sentence = sentence_text(source.article, mention.sentence, mention.start)
    place = mention.place
    if place is not None and place.extracted_place and place.extracted_place in mention.date_text:
        place = None  # "March" is a town too
    return Report(
        source=source,
        mention=mention,
        rank=(order, mention.sentence < 0, mention.sentence, mention.start),
        actors=_parties(mention.actor),
        recipients=_parties(mention.recipient),
        people=_people(entities),
        place=ascii_fold(place.resolved_place or place.extracted_place) if place else "",
        country=place.country_code if place else "",
        words=_stems(sentence),
        wording=_squashed(sentence),
        trigger=kind_of(mention.lemma or mention.event_text)[0],
    )


@cache
def _stems(sentence: str) -> frozenset[str]:
    return stems(sentence)


@cache
def _squashed(sentence: str) -> str:
    return squashed(sentence)


def months(interval: Interval | None) -> tuple[str, ...]:
    """The months that an interval touches, `2023-10`; none when it is unknown or longer than a year or so."""
    if interval is None or interval.days > LONGEST:
        return ()
    first, last = interval.start, interval.last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    turns = (divmod(first.year * 12 + first.month - 1 + step, 12) for step in range(count))
    return tuple(date(year, month + 1, 1).isoformat()[:7] for year, month in turns)


def keys(report: Report) -> tuple[str, ...]:
    """The block keys of a report: only reports that share one are compared."""
    family, source = report.mention.family, report.source
    together = "+".join(sorted(report.parties))
    spans = [f"m:{month}" for month in months(report.mention.interval)]
    if source.storyline:
        spans.append(f"l:{source.storyline}")
    who = [together, *sorted(report.persons)] if together else sorted(report.persons)
    found = [f"{family}|{one}|{span}" for one in who for span in spans]
    found.append(f"{family}|s:{source.story or source.article.id}")
    occasion = report.mention.occasion
    if occasion and occasion.series and occasion.ordinal:
        found.append(f"{family}|o:{occasion.series}|{occasion.ordinal}")
    return tuple(dict.fromkeys(found))


def event_keys(source: Source) -> tuple[str, ...]:
    """The block keys of an article's event mentions, sorted: sources that share none never share an event.

    Call it with a resolved source (see `resolve`): keys name persons by their ids.
    """
    found = (key for mention in grounded(source.reading) for key in keys(_report(source, mention, 0)))
    return tuple(sorted(set(found)))
