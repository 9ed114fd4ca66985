"""Persons across articles: event entities and speakers get the id, fullest name and office of a person."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from coranto.parts import register
from coranto.record.bearer import Bearer, most
from coranto.record.bearers import Cast, cast
from coranto.record.holders import Holders
from coranto.record.ministries import Ministries
from coranto.record.names import name_tokens, short_of
from coranto.record.nationality import countries_in
from coranto.record.offices import held_offices
from coranto.record.source import Source, cites, ordered
from coranto.text.normal import ascii_fold
from coranto.types import Cite, Entity, EventMention, Link, OfficeMention, Person, Speaker, StatementMention


@register("record.people.v3")
def resolve(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources, in order, with actors, recipients and speakers resolved to persons.

    `identifier_id` (`Speaker.id`) becomes the person's id, `identifier_text` (`Speaker.name`) the fullest form of
    the name over all articles; office, country and sectors are filled where they were empty. A role without a
    name is looked up in its article, its story, its storyline, then the spells printed about that date.
    """
    found = cast(sources)
    holders = Holders(found)
    return tuple(_resolved(source, found, holders) for source in ordered(sources))


def _resolved(source: Source, found: Cast, holders: Holders) -> Source:
    desk = _Desk(source, found, holders)
    reading = replace(
        source.reading,
        events=tuple(map(desk.event, source.reading.events)),
        statements=tuple(map(desk.statement, source.reading.statements)),
    )
    return replace(source, reading=reading)


class _Desk:
    """Resolves what one article mentions."""

    def __init__(self, source: Source, found: Cast, holders: Holders) -> None:
        self.source, self.found, self.holders = source, found, holders
        self.people = [
            (name_tokens(name.full), found.key_of[source.article.id, name.key])
            for name in source.reading.names
            if (source.article.id, name.key) in found.key_of and name_tokens(name.full)
        ]
        self.bare = [office for office in source.reading.offices if not office.person]
        self.ministries = Ministries(source)

    def event(self, mention: EventMention) -> EventMention:
        """The mention with its entities resolved."""
        entity = partial(self.entity, sentence=mention.sentence)
        return replace(
            mention, actor=tuple(map(entity, mention.actor)), recipient=tuple(map(entity, mention.recipient))
        )

    def statement(self, mention: StatementMention) -> StatementMention:
        """The mention with its speaker resolved."""
        speaker = self.speaker(mention.speaker, mention.sentence) if mention.speaker else None
        code = speaker.country if speaker else ""
        chain = tuple(
            self.link(link, code, mention.start if mention.sentence >= 0 else -1) for link in mention.chain
        )
        return replace(mention, speaker=speaker, chain=chain)

    def link(self, link: Link, code: str, at: int) -> Link:
        """The link with a ministry under its one name; one that a person speaks for is of his country."""
        known = self.text_of(link.cite)
        name, _ = self.ministries.named(link.actor, "" if known >= 0 else code, known if known >= 0 else at)
        return replace(link, actor=name) if name else link

    def text_of(self, cite: Cite | None) -> int:
        """Where a link's words stand in the article's text, -1 when they do not."""
        return cite.start if cite is not None and cite.sentence >= 0 else -1

    def entity(self, entity: Entity, sentence: int) -> Entity:
        """The entity as a person, or as it was."""
        key = self.found.key_of.get((self.source.article.id, entity.identifier_id), "")
        key = key or self.named(sentence, (entity.start, entity.end))
        if not key:
            key = self.role(entity.office, entity.code, sentence, (entity.start, entity.end))
        if not key:
            return entity
        bearer = self.nearest(key)
        return replace(
            entity,
            identifier_id=self.found.ident(key),
            identifier_text=self.found.full(key),
            code=self.found.code(key) or (entity.code if entity.code in countries_in(entity.entity_text) else ""),
            sector=entity.sector or bearer.sector,
            office=entity.office or _title(bearer),
            person=True,
        )

    def speaker(self, speaker: Speaker, sentence: int) -> Speaker:
        """The speaker as a person, or as it was."""
        key = self.found.key_of.get((self.source.article.id, speaker.id), "")
        key = key or self.named(sentence, (speaker.start, speaker.end)) or self.surnamed(speaker.name)
        if not key:
            key = self.role(speaker.office, speaker.country, sentence, (speaker.start, speaker.end))
        if not key:
            return self.organisation(speaker, sentence)
        bearer = self.nearest(key)
        return replace(
            speaker,
            id=self.found.ident(key),
            name=self.found.full(key),
            country=self.found.code(key) or speaker.country,
            sector=speaker.sector or bearer.sector,
            office=speaker.office or _title(bearer),
        )

    def organisation(self, speaker: Speaker, sentence: int) -> Speaker:
        """The speaker as a ministry under its one name, or as it was."""
        at = speaker.start if sentence >= 0 else -1
        name, code = self.ministries.named(speaker.organisation or speaker.name, speaker.country, at)
        if not name:
            return speaker
        return replace(speaker, id=ascii_fold(name), name=name, organisation=name, country=code, via="organisation")

    def named(self, sentence: int, span: tuple[int, int]) -> str:
        """The person key of the one person whose name ends the words of an entity ("the mayor, Ada Berg")."""
        ends = {
            name.key
            for name in self.source.reading.names
            if name.kind == "person" and name.sentence == sentence and span[0] <= name.start and name.end == span[1]
        }
        return self.found.key_of.get((self.source.article.id, ends.pop()), "") if len(ends) == 1 else ""

    def surnamed(self, name: str) -> str:
        """The person key of the one person of this article that a bare surname can stand for."""
        tokens = name_tokens(name)
        if len(tokens) != 1 or not name[:1].isupper():
            return ""
        fits = {key for full, key in self.people if short_of(tokens, full)}
        return fits.pop() if len(fits) == 1 else ""

    def role(self, title: str, code: str, sentence: int, span: tuple[int, int]) -> str:
        """The person key of a role without a name: by the office mention that covers it, else by its title."""
        for office in self.bare:
            if office.sentence == sentence and office.start < span[1] and span[0] < office.end:
                return self._held(office)
        if not title:
            return ""
        office = OfficeMention(sentence=sentence, start=span[0], end=span[1], text=title, title=title, code=code)
        return self._held(office)

    def _held(self, office: OfficeMention) -> str:
        inside = self.found.key_of.get((self.source.article.id, office.holder), "")
        return inside or self.holders.holder(self.source, office)[0]

    def nearest(self, key: str) -> Bearer:
        """This article's own bearer of the person where it has one, else the first one with an office."""
        members = self.found.members[key]
        own = [bearer for bearer in members if bearer.source.article.id == self.source.article.id]
        ranked = [*own, *members]
        return next((bearer for bearer in ranked if bearer.offices), ranked[0])


def _title(bearer: Bearer) -> str:
    named = [office.title for office in bearer.offices if office.person]
    return most(named) or most(office.title for office in bearer.offices)


@register("record.persons.v2")
def persons(sources: Sequence[Source]) -> tuple[Person, ...]:
    """Every person that the sources name, by id, with the first mention of each article as cite."""
    found = cast(sources)
    held: dict[str, list[str]] = {}
    for office in held_offices(found):
        held.setdefault(office.person, []).append(office.id)
    made = (_person(found, key, held) for key in sorted(found.members))
    return tuple(sorted((one for one in made if one is not None), key=_ident))


def _ident(fact: Person) -> str:
    return fact.id


def _person(found: Cast, key: str, held: dict[str, list[str]]) -> Person | None:
    members = found.members[key]
    quoted = tuple(cite for bearer in members for cite in _first_name(bearer))
    if not quoted:
        return None
    full = found.full(key)
    forms = {name.text for bearer in members for name in bearer.names} | {bearer.full for bearer in members}
    ident = found.ident(key)
    return Person(
        id=ident,
        name=full,
        aliases=tuple(sorted(forms - {full})),
        code=found.code(key),
        sector=next((bearer.sector for bearer in members if bearer.sector), ()),
        offices=tuple(held.get(ident, ())),
        articles=tuple(dict.fromkeys(bearer.source.article.id for bearer in members)),
        mentions=sum(len(bearer.names) for bearer in members),
        cites=quoted,
    )


def _first_name(bearer: Bearer) -> tuple[Cite, ...]:
    first = min(bearer.names, key=_place_of_name)
    return cites(bearer.source.article, [(first.sentence, first.start, first.end)])


def _place_of_name(name: object) -> tuple[bool, int, int]:
    sentence, start = getattr(name, "sentence", 0), getattr(name, "start", 0)
    return (sentence < 0, sentence, start)
