"""Facts as rows of the archive: when they stand, and the keys they are found by."""

from collections.abc import Iterable, Mapping

from coranto.store import FactRow
from coranto.types import Cite, Entity, Event, Figure, Occasion, Office, Person, Statement, Story, Storyline
from coranto.types.codec import to_json


def actor_keys(entities: Iterable[Entity]) -> set[str]:
    """The keys that actors are found by: their codes, names and ids."""
    keys: set[str] = set()
    for entity in entities:
        if entity.code:
            keys.add(f"actor:{entity.code}")
        for name in (entity.identifier_text, entity.identifier_id):
            if name:
                keys.add(f"actor:{name.casefold()}")
    return keys


def _cite_keys(cites: Iterable[Cite], outlets: Mapping[str, str]) -> set[str]:
    keys: set[str] = set()
    for cite in cites:
        keys.add(f"article:{cite.article}")
        if outlet := outlets.get(cite.article):
            keys.add(f"outlet:{outlet.casefold()}")
    return keys


def _group_keys(stories: Iterable[str], storyline: str) -> set[str]:
    keys = {f"story:{story}" for story in stories if story}
    return keys | {f"storyline:{storyline}"} if storyline else keys


def event_row(event: Event, unit: str, outlets: Mapping[str, str]) -> FactRow:
    """An event at its own date, or at its first report where the date is unknown."""
    keys = actor_keys((*event.actor, *event.recipient)) | _cite_keys(event.cites, outlets)
    keys |= _group_keys(event.stories, event.storyline)
    keys |= {f"event:{event.event}", f"family:{event.family}", f"modality:{event.modality}"}
    if event.occasion:
        keys.add(f"occasion:{event.occasion.series}")
    if event.event_loc:
        keys.add(f"place:{(event.event_loc.resolved_place or event.event_loc.extracted_place).casefold()}")
    when = event.date or event.first_reported
    return FactRow(id=event.id, kind="event", unit=unit, moment=when, body=to_json(event), keys=tuple(sorted(keys)))


def statement_row(statement: Statement, unit: str, outlets: Mapping[str, str]) -> FactRow:
    """A statement at its date, found by its speaker, its story and its words."""
    keys = _cite_keys(statement.cites, outlets) | _group_keys(
        statement.stories, unit if unit.startswith("lin-") else ""
    )
    keys.add(f"stance:{statement.stance}")
    speaker = statement.speaker
    if speaker:
        for name in (speaker.name, speaker.id):
            if name:
                keys |= {f"speaker:{name.casefold()}", f"actor:{name.casefold()}"}
        if speaker.country:
            keys |= {f"speaker:{speaker.country}", f"actor:{speaker.country}"}
    words = " ".join((*statement.content, *(wording.text for wording in statement.wordings)))
    return FactRow(id=statement.id, kind="statement", unit=unit, moment=statement.date, body=to_json(statement),
                   keys=tuple(sorted(keys)), words=words)  # fmt: skip


def figure_row(figure: Figure, unit: str, moments: Mapping[str, str]) -> FactRow:
    """A figure at the time of the first article that gives it."""
    told = sorted(moments.get(cite.article, "") for cite in figure.cites)
    keys = {f"article:{cite.article}" for cite in figure.cites} | _group_keys([figure.story], "")
    return FactRow(id=figure.id, kind="figure", unit=unit, moment=told[0] if told else "", body=to_json(figure),
                   keys=tuple(sorted(keys)))  # fmt: skip


def story_row(story: Story, unit: str, outlets: Mapping[str, str]) -> FactRow:
    """A story at the time of its last article."""
    keys = {f"actor:{actor.casefold() if len(actor) != 3 else actor}" for actor in story.actors}
    keys |= {f"article:{ident}" for ident in story.articles}
    keys |= {f"outlet:{outlets[ident].casefold()}" for ident in story.articles if outlets.get(ident)}
    keys |= _group_keys([story.id], story.storyline)
    return FactRow(
        id=story.id, kind="story", unit=unit, moment=story.last, body=to_json(story), keys=tuple(sorted(keys))
    )


def storyline_row(storyline: Storyline, unit: str) -> FactRow:
    """A storyline at the time of its last article."""
    keys = {f"story:{ident}" for ident in storyline.stories}
    return FactRow(id=storyline.id, kind="storyline", unit=unit, moment=storyline.last, body=to_json(storyline),
                   keys=tuple(sorted(keys)))  # fmt: skip


def shared_row(kind: str, fact: Person | Office | Occasion, moment: str) -> FactRow:
    """A person, office or occasion, at the time of the newest article that names it."""
    keys = {f"article:{ident}" for ident in fact.articles}
    if isinstance(fact, Person):
        keys |= {f"actor:{name.casefold()}" for name in (fact.name, *fact.aliases)}
    if isinstance(fact, Office):
        keys |= {f"actor:{fact.name.casefold()}", f"person:{fact.person}"}
    if isinstance(fact, (Person, Office)) and fact.code:
        keys.add(f"actor:{fact.code}")
    if isinstance(fact, Occasion):
        keys.add(f"occasion:{fact.series}")
    return FactRow(id=fact.id, kind=kind, unit="", moment=moment, body=to_json(fact),
                   keys=tuple(sorted(keys)))  # fmt: skip
