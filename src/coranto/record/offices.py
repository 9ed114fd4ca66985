"""Offices held, as the press reported them: dated spells with the variants of their titles."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from coranto.data import rows, words
from coranto.parts import register
from coranto.record.bearer import most
from coranto.record.bearers import Cast, cast
from coranto.record.names import role_key
from coranto.record.source import Source, cites, published
from coranto.record.tenure import took_office
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
        since = min((day for day in map(took_office, found.members[key]) if day), default="")
        named = _named(spells)
        ranks = {spell: named.pop(spell) for spell in sorted(named) if len(named) > 1 and _is_rank(named[spell])}
        own = [_office(found, key, spell, seen) for spell, seen in sorted(named.items())]
        made.extend(_completed(own, since, [office for seen in ranks.values() for _, office in seen]))
    return [office for office in made if office is not None]


@cache
def _ranks() -> frozenset[str]:
    return frozenset(rank.casefold() for row in rows("ranks") for rank in row.get("ranks", ()))


def _is_rank(seen: Sequence[tuple[Source, OfficeMention]]) -> bool:
    """Whether the title is a military rank and no office ("Admiral")."""
    return all(not office.organisation and office.title.casefold() in _ranks() for _, office in seen)


def _completed(own: list[Office | None], since: str, ranks: Sequence[OfficeMention]) -> list[Office | None]:
    """The offices with the person's rank; the current one with the day that the text says it is held since."""
    rank = most(office.rank or office.title for office in ranks)
    made = [replace(one, rank=one.rank or rank) if one else None for one in own]
    current = [at for at, one in enumerate(made) if one and one.status == "current"]
    one = made[current[0]] if len(current) == 1 else None
    if since and one is not None:
        made[current[0]] = replace(one, since=since)
    return made


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
        rank=most(office.rank for _, office in seen if office.rank.casefold() in _ranks() - {title.casefold()}),
        variants=tuple(sorted({office.title for _, office in seen} - {title})),
        articles=tuple(dict.fromkeys(source.article.id for source, _ in seen)),
        cites=quoted,
    )


def _ident(fact: Office) -> str:
    return fact.id
