"""Parties of one sentence: who could act in it, from names, offices, role nouns, pronouns and "the two sides"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.context import tails
from coranto.reading.events.memory import Kind, Memory, Party, distinct, remember
from coranto.reading.events.pronouns import BOTH, anaphors, collectives
from coranto.reading.names.places import land_of
from coranto.types import Entity, Name, OfficeMention

_STATE = ("country", "metonym", "bloc", "capital", "demonym", "people")
_COLLECTIVE_REACH = 5


def parties(
    one: Scan, names: Iterable[Name], offices: Iterable[OfficeMention], memory: Memory
) -> tuple[Party, ...]:
    """The parties of a sentence in order; no word belongs to two. `memory` is brought up to date."""
    taken: dict[int, Party] = {}
    listed = tuple(names)
    for party in _offices(one, offices, memory):
        _place(taken, party)
    for party in _names(one, tuple(name for name in listed if not _land_as_person(name)), memory):
        _place(taken, party)
    for party in (*_collectives(one, taken), *_adjectives(one, taken), *_surnames(one, taken)):
        _place(taken, party)
    _drop_dateline(one, taken)
    again = tuple(anaphors(one, dict(taken), memory))
    for party in again:
        _place(taken, party)
    twice = [party for party in again if party.kind == "pair" and taken.get(party.first) is not party]
    named = distinct(taken[at] for at in sorted(taken))
    found = _merged(one, tuple(sorted((*named, *twice), key=_first)))
    remember(found, _heads(one, found), memory)
    return found


def _drop_dateline(one: Scan, taken: dict[int, Party]) -> None:
    """Takes out the place that a sentence is written from: "LIMA — ", "OSLO (Agency) - "."""
    party = taken.get(0)
    after = one.low[party.last : party.last + 1] if party else ()
    if party and after in (("—",), ("–",), ("(",), ("-",)) and (after == ("—",) or one.words[0].isupper()):
        for at in range(party.first, party.last):
            taken.pop(at, None)


def _first(party: Party) -> int:
    return party.first


def _heads(one: Scan, found: tuple[Party, ...]) -> tuple[Entity, ...]:
    """The persons that could be subjects of a sentence: no preposition or verb governs them."""
    return tuple(
        party.entity
        for party in found
        if party.entity.person and (not party.first or one.low[party.first - 1] not in grammar("preposition"))
    )


def _merged(one: Scan, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "Russian Defense Minister Shoigu", "Kenyan President Ruto": the adjective gives its country."""
    out: list[Party] = []
    for party in found:
        before = out[-1] if out else None
        if before is not None and party.kind in ("person", "body") and _titled(one, before, party):
            out.pop()
            code = party.entity.code or before.entity.code * (before.kind != "person")
            if before.kind == "country" and not party.entity.office:
                code = before.entity.code
            party = party._replace(first=before.first, entity=replace(party.entity, code=code))
        out.append(party)
    return tuple(out)


def _titled(one: Scan, before: Party, party: Party) -> bool:
    """Whether `before` only leads up to `party`: an adjective, "his", or a role noun without a name."""
    gap = one.words[before.last : party.first]
    if before.kind == "country" and gap in (("'s",), ("’s",)):
        return party.kind == "person"
    if any(not word[:1].isalpha() or _closed(word.lower()) for word in gap):
        return False
    if one.low[before.last - 1] in ("his", "her"):
        return len(gap) <= 2
    if before.kind == "people":
        return len(gap) <= 4 and party.kind == "person"
    return (
        before.kind == "body" and party.kind == "person" and not gap and one.low[before.last - 1] in collectives()
    )


def _land_as_person(name: Name) -> bool:
    return name.kind == "person" and land_of(name.text) is not None


def _place(taken: dict[int, Party], party: Party) -> None:
    span = range(party.first, party.last)
    if party.first < party.last and not any(at in taken for at in span):
        taken.update(dict.fromkeys(span, party))


def _offices(one: Scan, offices: Iterable[OfficeMention], memory: Memory) -> Iterator[Party]:
    for office in offices:
        if not office.text or office.end <= office.start or office.end > one.end:
            continue
        key = office.person or office.holder
        known = memory.people.get(key)
        words = known.identifier_text if known else key or office.text
        entity = Entity(
            entity_text=office.text, start=office.start, end=office.end,
            code=office.code or (known.code if known else ""),
            sector=office.sector or (known.sector if known else ()),
            identifier_id=key or f"{office.code} {office.title}".strip().lower(), identifier_text=words,
            office=office.title, person=bool(key),
        )  # fmt: skip
        yield Party(entity, one.at(office.start), one.at(office.end - 1) + 1, "person")


def _names(one: Scan, names: tuple[Name, ...], memory: Memory) -> Iterator[Party]:
    for name in names:
        if name.kind in ("event", "facility") or name.end <= name.start or name.end > one.end:
            continue
        kind: Kind = "body"
        code, sector, office = name.code, name.sector, ""
        if "\n" in name.text:
            continue
        if name.kind == "person":
            kind = "person"
            known = memory.people.get(name.key)
            if known is not None:
                code, sector, office = code or known.code, sector or known.sector, known.office
        elif name.kind in ("place", "group"):
            land = land_of(name.text)
            code = code or (land.code if land else "")
            stands = land is not None and land.kind in _STATE and bool(code)
            kind = "country" if stands else "place" if name.kind == "place" else "group"
            if land is not None and land.kind in ("demonym", "people"):
                kind = "people"
        entity = Entity(
            entity_text=name.text, start=name.start, end=name.end, code=code, sector=sector,
            identifier_id=name.key, identifier_text=name.full, office=office, person=name.kind == "person",
        )  # fmt: skip
        yield Party(entity, one.at(name.start), one.at(name.end - 1) + 1, kind)


def _collectives(one: Scan, taken: dict[int, Party]) -> Iterator[Party]:
    """ "the Chinese and Russian militaries", "Israel's army", "Kenyan police": one party for each country."""
    known = collectives()
    heads = _collective_heads()
    for at in [at for at, word in enumerate(one.low) if word in heads]:
        word = one.low[at]
        joined = f"{one.low[at - 1]}-{word}" if at else word
        sector = known.get(joined) or known.get(word)
        if sector is None or (at in taken and taken[at].kind != "people"):
            continue
        if (word in BOTH and at and one.low[at - 1] in ("two", "both")) or _modifier(one, at):
            continue
        lands = _lands_before(one, at, taken)
        for begin, end, code in lands:
            text = one.text[one.starts[begin] : one.ends[at]] if len(lands) == 1 else ""
            stop = at if len(lands) == 1 or begin == lands[-1][0] else end - 1
            if begin == lands[-1][0] and len(lands) > 1:
                text = one.text[one.starts[begin] : one.ends[at]]
            shown = text or one.text[one.starts[begin] : one.ends[end - 1]]
            for covered in range(begin, stop + 1):
                taken.pop(covered, None)
            yield Party(_plain(one, begin, shown, code, sector), begin, stop + 1, "body")
        if not lands and at not in taken:
            yield Party(_plain(one, at, one.words[at], "", sector), at, at + 1, "body")


@cache
def _collective_heads() -> frozenset[str]:
    """The words that a collective can end in."""
    return tails(collectives()).union(collectives())


def _modifier(one: Scan, at: int) -> bool:
    """Whether a singular role noun only describes the next noun: "official talks", "rebel positions"."""
    if one.low[at].endswith(("s", "y", "men")) or at + 1 >= len(one.low):
        return False
    after = one.low[at + 1]
    plain = after.isalpha() and after == one.words[at + 1] and not _closed(after) and after not in grammar("closed")
    return (
        plain
        and not after.endswith(("ed", "ly"))
        and after not in grammar("light")
        and after not in grammar("stop")
    )


def _plain(one: Scan, first: int, shown: str, code: str, sector: tuple[str, ...]) -> Entity:
    start = one.starts[first]
    key = " ".join((code, *sector)).lower() if code else shown.lower()
    return Entity(
        entity_text=shown, start=start, end=start + len(shown), code=code, sector=sector,
        identifier_id=key, identifier_text=shown,
    )  # fmt: skip


def _lands_before(one: Scan, at: int, taken: dict[int, Party]) -> list[tuple[int, int, str]]:
    """Countries named in the phrase that the noun `at` heads: first word, end and code of each, in order."""
    found: list[tuple[int, int, str]] = []
    plain, back = 0, at - 1
    while back >= 0 and at - back <= _COLLECTIVE_REACH + 2 * len(found):
        word = one.low[back]
        named = taken.get(back)
        land = land_of(one.words[back]) if named is None and one.words[back][:1].isupper() else None
        if plain and _bare_country(one, back, named):
            break
        if named is not None and named.kind in ("country", "people") and named.entity.code:
            found.insert(0, (named.first, named.last, named.entity.code))
            back = named.first
        elif land and land.code and land.kind != "region":
            found.insert(0, (back, back + 1, land.code))
        elif (word in ("'s", "'") and back and not found) or (
            word in ("and", ",") and found and back and _lands(one, back - 1)
        ):
            pass
        elif not found and word.isalpha() and plain < 3 and not _closed(word) and not word.endswith("ed"):
            plain += 1
        else:
            break
        back -= 1
    return found


def _bare_country(one: Scan, at: int, named: Party | None) -> bool:
    """Whether a country's name stands at `at` without 's: then the words after it are no adjectives of it."""
    if one.low[at + 1] in ("'s", "'"):
        return False
    if named is not None:
        return named.kind == "country"
    land = land_of(one.words[at]) if one.words[at][:1].isupper() else None
    return land is not None and land.kind != "demonym"


def _lands(one: Scan, at: int) -> bool:
    land = land_of(one.words[at]) if one.words[at][:1].isupper() else None
    return land is not None and land.kind == "demonym"


@cache
def _closed_words() -> frozenset[str]:
    kinds = ("determiner", "preposition", "modal", "be", "have", "pronoun", "relative", "boundary", "say")
    return frozenset().union(*(grammar(kind) for kind in kinds)) | {"and", "or", "but", "not"}


def _closed(word: str) -> bool:
    return word in _closed_words()


def _adjectives(one: Scan, taken: dict[int, Party]) -> Iterator[Party]:
    """Adjectives and country names that no name covers, and "China-Russia" written as one word."""
    for at in one.capitals:
        if at in taken:
            continue
        word = one.words[at]
        land = land_of(word)
        if land and land.code and land.kind in _STATE:
            kind: Kind = "people" if land.kind in ("demonym", "people") else "country"
            yield Party(_land(one, at, word, land.code, land.name), at, at + 1, kind)


def _surnames(one: Scan, taken: dict[int, Party]) -> Iterator[Party]:
    """Persons that only a country names: "France's Macron"."""
    for at in [back + 2 for back in sorted(taken)] if "'s" in one.low else ():
        if at >= len(one.words) or one.low[at - 1] != "'s" or taken[at - 2].kind != "country" or at in taken:
            continue
        owner, word = taken[at - 2], one.words[at]
        if _surname(one, at):
            entity = _land(one, at, word, owner.entity.code, word)
            yield Party(replace(entity, identifier_id=word.lower(), person=True), at, at + 1, "person")


def _surname(one: Scan, at: int) -> bool:
    """Whether the word can be a surname alone: no role, month or day, no word of organisations, no longer name."""
    word, follows = one.low[at], one.words[at + 1][:1] if at + 1 < len(one.words) else ""
    if not one.words[at][:1].isupper() or not one.words[at][1:].islower() or follows.isupper():
        return False
    return word not in collectives() and word not in grammar("calendar") and word not in grammar("institution")


def _land(one: Scan, at: int, shown: str, code: str, name: str) -> Entity:
    return Entity(
        entity_text=shown, start=one.starts[at], end=one.starts[at] + len(shown), code=code,
        identifier_id=name.lower(), identifier_text=name,
    )  # fmt: skip
