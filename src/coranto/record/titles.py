"""A short neutral sentence for an event, put together from who, what and where."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from coranto.data import rows
from coranto.record.countries import country_name
from coranto.types import Entity, Place

SHOWN = 4
"""Parties named in a title; the others are counted."""


@cache
def _phrases() -> dict[str, dict[str, Any]]:
    return {row.get("family") or row["event"]: row for row in rows("record-titles")}


def label(entity: Entity) -> str:
    """`Ingrid Dahl (NOR)` for a person, `Norway` for a country, else the words used."""
    if entity.person and entity.identifier_text:
        return f"{entity.identifier_text} ({entity.code})" if entity.code else entity.identifier_text
    if entity.code and country_name(entity.code) != entity.code:
        return country_name(entity.code)
    return entity.identifier_text or entity.entity_text


def _listed(entities: Sequence[Entity]) -> str:
    names = list(dict.fromkeys(map(label, entities)))
    if len(names) > SHOWN:
        names = [*names[: SHOWN - 1], f"{len(names) - SHOWN + 1} others"]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def title(
    event: str, family: str, sides: tuple[Sequence[Entity], Sequence[Entity]], *, place: Place | None, words: str
) -> str:
    """The title of an event of this type and family; `words` are the trigger, for when no party is known."""
    actors, recipients = sides
    phrase = _phrases().get(family) or _phrases().get(event) or {"verb": words, "verbs": words}
    where = f", {place.resolved_place or place.extracted_place}" if place else ""
    if family == "meet" and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    who, whom = _listed(actors), _listed(recipients)
    if not who:
        said = words[:1].upper() + words[1:]
        return f"{said}: {whom}{where}" if whom else f"{said}{where}"
    several = len(set(map(label, actors))) > 1
    if not (whom or several or phrase.get("alone")):
        return f"{who}: {words}{where}"
    if family == "visit":
        whom = " and ".join(dict.fromkeys(country_name(one.code) or label(one) for one in recipients))
    link = f" {phrase['link']}" if whom and phrase.get("link") else ""
    return f"{who} {_verb(phrase, several, bool(whom))}{link} {whom}".rstrip() + where


def _verb(phrase: dict[str, Any], several: bool, aimed: bool) -> str:
    """The verb in number; "each other" only where the parties stand side by side."""
    verbs = str(phrase["verbs"])
    if not several:
        return str(phrase["verb"])
    return verbs.removesuffix(" each other") if aimed else verbs
