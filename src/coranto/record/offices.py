"""Offices held, as the press reported them: dated spells with the variants of their titles."""

from collections.abc import Sequence

from coranto.data import words
from coranto.parts import register
from coranto.record.bearers import Cast, cast, most
from coranto.record.names import role_key
from coranto.record.source import Source, cites, published
from coranto.types import Office, OfficeMention
from coranto.types.ids import digest

Spells = dict[tuple[str, str], list[tuple[Source, OfficeMention]]]
"""Mentions of one office by the words of its title and its status."""


@register("record.offices.v1")
def offices(sources: Sequence[Source]) -> tuple[Office, ...]:
    """Offices as reported: one spell per person, title and status; `since` and `until` the days it is printed."""
    return tuple(sorted(held_offices(cast(sources)), key=_ident))


def held_offices(found: Cast) -> list[Office]:
    """The offices of a cast, unsorted."""
    made: list[Office | None] = []
    for key in sorted(found.members):
        spells: Spells = {}
        for bearer in found.members[key]:
            for office in bearer.offices:
                role = " ".join(sorted(role_key(office.title))) or office.title.casefold()
                if office.title.casefold() not in words("role-relations"):
                    spells.setdefault((role, office.status), []).append((bearer.source, office))
        made.extend(_office(found, key, spell, seen) for spell, seen in sorted(_named(spells).items()))
    return [office for office in made if office is not None]


def _named(spells: Spells) -> Spells:
    """Spells that are printed beside the name; short titles without it join the one they are part of."""
    kept = {spell: list(seen) for spell, seen in spells.items() if any(office.person for _, office in seen)}
    for spell, seen in sorted(spells.items()):
        if spell in kept:
            continue
        fits = [k for k in sorted(kept) if set(spell[0].split()) <= set(k[0].split()) and spell[1:] == k[1:]]
        if fits:
            kept[fits[0]].extend(seen)
    return kept


def _office(
    found: Cast, person: str, spell: tuple[str, str], seen: list[tuple[Source, OfficeMention]]
) -> Office | None:
    quoted = tuple(c for source, o in seen for c in cites(source.article, [(o.sentence, o.start, o.end)]))
    if not quoted:
        return None
    days = sorted(days.start.isoformat() for source, _ in seen if (days := published(source)))
    title = most(office.title for _, office in seen if office.person) or seen[0][1].title
    ident = found.ident(person)
    return Office(
        id=digest("off", ident, *spell),
        person=ident,
        name=found.full(person),
        title=title,
        organisation=most(office.organisation for _, office in seen),
        code=most(office.code for _, office in seen) or found.code(person),
        sector=next((office.sector for _, office in seen if office.sector), ()),
        status=spell[1],
        since=min((o.since for _, o in seen if o.since[:4].isdigit()), default="") or (days[0] if days else ""),
        until=days[-1] if days else "",
        variants=tuple(sorted({office.title for _, office in seen} - {title})),
        articles=tuple(dict.fromkeys(source.article.id for source, _ in seen)),
        cites=quoted,
    )


def _ident(fact: Office) -> str:
    return fact.id
