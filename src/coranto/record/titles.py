"""A short neutral sentence for an event, put together from who, what, at which occasion and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from coranto.data import rows
from coranto.record.countries import country_name
from coranto.record.phrases import Deed, clause, deed, edition_words, held
from coranto.record.reports import Report, party
from coranto.record.source import string
from coranto.types import Entity, Occurrence, Place
from coranto.types.reading import QUAD

SHOWN = 4
"""Parties named in a title; the others are counted."""
LOOKED = 40
"""Reports whose words are tried."""
_VERBAL = (1, 3)
"""PLOVER quads of words: where they were said is no part of the title."""
_FORCE = 4
"""The PLOVER quad of material conflict."""
_OF = re.compile(r"^[a-z]+ (?:of|on|against|in) ")
_SHORT = 2
_FIXED = ("meet", "visit", "phone", "exercise", "patrol", "statement")
"""Families whose title is put the same way whatever the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a title is made of: the event's kind, its sides, where and at what, and its reports, best first."""

    event: str
    family: str
    actors: Sequence[Entity]
    recipients: Sequence[Entity]
    place: Place | None = None
    occasion: Occurrence | None = None
    reports: Sequence[Report]


@cache
def _phrases() -> dict[str, dict[str, Any]]:
    return {row.get("family") or row["event"]: row for row in rows("record-titles")}


def label(entity: Entity) -> str:
    """`Ingrid Dahl (NOR)` for a person, `Norway` for a country, else the words used."""
    if entity.person and entity.identifier_text:
        return f"{entity.identifier_text} ({entity.code})" if entity.code else entity.identifier_text
    if entity.code and country_name(entity.code) != entity.code:
        return country_name(entity.code)
    return (entity.identifier_text or entity.entity_text).strip(" -–—,;:")


def _listed(entities: Sequence[Entity]) -> str:
    names = [name for name in dict.fromkeys(map(label, entities)) if name]
    if len(names) > SHOWN:
        names = [*names[: SHOWN - 1], f"{len(names) - SHOWN + 1} others"]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def title(heading: Heading) -> str:
    """The title of an event: by its occasion, its words, or the phrase of its family or type."""
    spot = heading.place
    where = (spot.resolved_place or spot.extracted_place) if spot else ""
    ways = (_by_occasion, _by_words, _by_noun, _by_phrase)
    for way in ways:
        said = way(heading)
        if said and way is _by_words and QUAD.get(heading.event) in _VERBAL and heading.family != "sign":
            return said
        if said:
            return f"{said}, {where}" if where and where.casefold() not in said.casefold() else said
    words = heading.reports[0].mention.event_text
    return f"{words[:1].upper()}{words[1:]}"


def _several(heading: Heading) -> bool:
    """Whether the verb stands in the plural: several actors, or one in the plural ("dockers")."""
    names = set(map(label, heading.actors))
    first = heading.actors[0]
    return len(names) > 1 or (not (first.person or first.code) and min(names).endswith("s"))


def _by_occasion(heading: Heading) -> str:
    """A round, a summit: what the parties hold, where the trigger is the occasion and no two persons are named."""
    parties = (*heading.actors, *heading.recipients)
    words = next((words for words in map(held, heading.reports[:LOOKED]) if words), "")
    if heading.family != "meet" or not words or not parties:
        return ""
    if len({one.code for one in parties if one.person}) > 1:
        return ""
    return f"{_listed(parties)} {'hold' if len(set(map(label, parties))) > 1 else 'holds'} the {words}"


def _by_words(heading: Heading) -> str:
    """What the text says they did, for the kinds of event whose phrase would say too little."""
    if heading.family in _FIXED or not heading.actors:
        return ""
    sides = {party(one) for one in heading.actors}
    for report in heading.reports[:LOOKED]:
        done = deed(report) if {party(one) for one in report.mention.actor} & sides else None
        if done is not None and report.actors >= {one for one in sides if one}:
            return f"{_listed(heading.actors)} {_done(done, several=_several(heading))}"
    return ""


def _by_noun(heading: Heading) -> str:
    """Material conflict told by a noun: `Norway: seizure of a trawler`, for "coerces" says nothing."""
    if QUAD.get(heading.event) != _FORCE or heading.family in _FIXED or not heading.actors:
        return ""
    sides = {party(one) for one in heading.actors}
    for report in heading.reports[:LOOKED]:
        words = _words(report)
        if report.actors >= sides and _OF.search(words) and len(words.split()) > _SHORT:
            return f"{_listed(heading.actors)}: {words}"
    return ""


def _done(done: Deed, *, several: bool) -> str:
    if done.ready:
        return f"{'are' if several else 'is'} ready to {done.verb} {done.rest}".rstrip()
    return f"{done.verb if several else third_person(done.verb)} {done.rest}".rstrip()


def third_person(verb: str) -> str:
    """The third person singular of a verb, its particles after it: `turns down`."""
    first, blank, rest = verb.partition(" ")
    if first == "have":
        form = "has"
    elif first == "be":
        form = "is"
    elif first.endswith(("s", "sh", "ch", "x", "z", "o")):
        form = f"{first}es"
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        form = f"{first[:-1]}ies"
    else:
        form = f"{first}s"
    return f"{form}{blank}{rest}"


def _by_phrase(heading: Heading) -> str:
    actors, recipients = heading.actors, heading.recipients
    phrase = _phrases().get(heading.family) or _phrases().get(heading.event)
    if heading.family == "meet" and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    who, whom = _listed(actors), _listed(recipients)
    several = len(set(map(label, actors))) > 1
    if not who or phrase is None or not (whom or several or phrase.get("alone")):
        return _alone(heading, who, whom)
    if heading.family == "visit":
        whom = " and ".join(dict.fromkeys(country_name(one.code) or label(one) for one in recipients))
    link = f" {phrase['link']}" if whom and phrase.get("link") else ""
    said = f"{who} {_verb(phrase, several, bool(whom))}{link} {whom}".rstrip()
    return f"{said}{_at(heading)}" if heading.family == "meet" else said


def _at(heading: Heading) -> str:
    """` at the 10th Northern Fair`, for a meeting at a numbered occasion with a name of its own."""
    occasion = heading.occasion
    if occasion is None or not occasion.ordinal:
        return ""
    name = edition_words(occasion.name)
    return f" at the {ordinal(occasion.ordinal)} {name}" if name[:1].isupper() else ""


def ordinal(number: int) -> str:
    """`22nd`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _alone(heading: Heading, who: str, whom: str) -> str:
    """One known side and the text's words for what it did: `Norway: visit of inspectors to the harbour`."""
    report = heading.reports[0]
    mention = report.mention
    if who and heading.family == "meet" and heading.occasion is not None:
        return f"{who} attends{_at(heading).removeprefix(' at')}" if _at(heading) else f"{who}: {_words(report)}"
    known = who or whom
    said = _words(report)
    if not known:
        return f"{said[:1].upper()}{said[1:]}"
    return f"{known}: {said}" if mention.event_text else known


def _words(report: Report) -> str:
    mention = report.mention
    whole = string(report.source.article, mention.sentence)
    return clause(whole, mention.start, mention.date_text) or mention.event_text


def _verb(phrase: dict[str, Any], several: bool, aimed: bool) -> str:
    """The verb in number; "each other" only where the parties stand side by side."""
    verbs = str(phrase["verbs"])
    if not several:
        return str(phrase["verb"])
    return verbs.removesuffix(" each other") if aimed else verbs
