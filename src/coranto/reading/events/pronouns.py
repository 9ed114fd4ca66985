"""Whom "he", "their", "the two sides" and "we" in quotes mean in one sentence, by rules of salience."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coranto.data import rows
from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.groups import slot
from coranto.reading.events.memory import Kind, Memory, Party, distinct
from coranto.types import Entity

_SUBJECT = {"he": "he", "she": "she"}
_OBJECT = {"him": "he", "her": "she"}
_OWNER = {"his": "he", "her": "she"}
_SPEAKER = frozenset({"i", "we", "my", "our", "me", "us"})
_TOLD = frozenset({"told", "tells", "asked", "telling"})
_MEN = frozenset({"leaders", "presidents", "men", "ministers", "statesmen"})
BOTH = frozenset({"sides", "countries", "nations", "militaries", "armies", "navies", "presidents", "leaders",
                  "ministers", "neighbours", "neighbors", "governments", "delegations", "officials",
                  "states", "men", "powers", "capitals"})  # fmt: skip
_ANAPHORS = BOTH | _SPEAKER | {*_SUBJECT, *_OBJECT, *_OWNER, "it", "its", "they", "their"}


@cache
def _genders() -> dict[str, str]:
    return {name: row["pronoun"] for row in rows("given-gender") for name in row["names"].split()}


def _gender(entity: Entity) -> str:
    """The pronoun that a person's given name takes, as far as it is known."""
    first = entity.identifier_text.lower().split()[:1]
    found = _genders().get(first[0], "") if first else ""
    return found.removeprefix("title-")


class Sentence:
    """The persons of one sentence, and what its pronouns mean in the order they stand."""

    def __init__(self, one: Scan, taken: dict[int, Party], memory: Memory) -> None:
        self.one = one
        self.taken = taken
        self.memory = memory
        persons = [party for party in distinct(taken[at] for at in sorted(taken)) if party.kind == "person"]
        self.persons: list[Party] = persons

    def heads(self, before: int) -> list[Party]:
        """Persons before a word that no preposition governs and no possessive follows."""
        return [party for party in self.persons if party.last <= before and not self._under(party)]

    def _under(self, party: Party) -> bool:
        """Whether a preposition or a verb governs the person, or a possessive follows."""
        after = self.one.low[party.last : party.last + 1]
        if after in (("'s",), ("'",)) or slot(self.one, party.first) != "":
            return True
        return not _TOLD.isdisjoint(self.one.low[max(party.first - 4, 0) : party.first])

    def add(self, party: Party) -> None:
        """Takes a resolved pronoun in as a person."""
        self.persons.append(party)
        self.persons.sort(key=_place)

    def subject(self, at: int, pronoun: str) -> tuple[Entity, float] | None:
        """Who is meant by "he", "she" or an owner at word `at`, and how sure that is."""
        here = _fitting(self.heads(at), pronoun)
        if here:
            others = {entity.identifier_id for entity in _fitting(self._before(at), pronoun)}
            return here[0], 0.9 if len(others) == 1 else 0.7
        recent = [entity for entity in self.memory.recent if _fits(entity, pronoun)]
        if recent:
            return recent[0], 0.85 if len(recent) == 1 else 0.7
        rest = _fitting(self._before(at), pronoun)
        return (rest[-1], 0.6) if rest else None

    def object(self, at: int, pronoun: str) -> tuple[Entity, float] | None:
        """Who is meant by "him" or "her" at word `at`: nobody who acts in the same clause."""
        heads = self.heads(at)
        actor = heads[-1].entity.identifier_id if heads else ""
        here = [one for one in _fitting(self._before(at)[::-1], pronoun) if one.identifier_id != actor]
        if here:
            return here[0], 0.85 if len({entity.identifier_id for entity in here}) == 1 else 0.7
        recent = (one for one in self.memory.recent if _fits(one, pronoun) and one.identifier_id != actor)
        return next(((entity, 0.65) for entity in recent), None)

    def _before(self, at: int) -> list[Party]:
        return [party for party in self.persons if party.last <= at]

    def plural(self, at: int) -> tuple[Entity, ...]:
        """The two persons that "they" can mean at word `at`: the sentence's own, else those of the text."""
        own = {party.entity.identifier_id: party.entity for party in self._before(at)}
        if len(own) == 2:
            return tuple(own.values())
        crowd = any(self.taken[on].kind != "person" for on in self.taken if on < at)
        return () if own or crowd else self.memory.duo

    def thing(self, at: int) -> Entity | None:
        """The state or body that "it" and "its" at word `at` mean."""
        for party in distinct(self.taken[on] for on in sorted(self.taken) if on < at):
            if party.kind in ("country", "body") and not self._under(party):
                return party.entity
        return self.memory.body if not any(on < at for on in self.taken) else None

    def owner(self, at: int) -> Entity | None:
        """The state or body that "its" at word `at` means: one just named, else the one that heads the sentence."""
        for on in range(at - 1, max(at - 9, -1), -1):
            party = self.taken.get(on)
            if party is not None and party.kind in ("country", "body", "people"):
                return party.entity
        return self.thing(at)

    def speaker(self, at: int) -> Entity | None:
        """Who speaks of himself at word `at` inside quotation marks."""
        offset = self.one.starts[at]
        for said in self.memory.speech:
            if said.speaker is not None and any(start <= offset < end for start, end in said.quoted):
                return self.memory.people.get(said.speaker.id)
        return None


def _place(party: Party) -> int:
    return party.first


def _fits(entity: Entity, pronoun: str) -> bool:
    return _gender(entity) in ("", pronoun)


def _fitting(parties: list[Party], pronoun: str) -> list[Entity]:
    return [party.entity for party in parties if _fits(party.entity, pronoun)]


def anaphors(one: Scan, taken: dict[int, Party], memory: Memory) -> Iterator[Party]:
    """The parties that the pronouns of a sentence stand for, and "the two sides"; two for a plural one."""
    places = [at for at, word in enumerate(one.low) if word in _ANAPHORS and at not in taken]
    if not places:
        return
    scene = Sentence(one, taken, memory)
    for at in places:
        word = one.low[at]
        if word in _SUBJECT or word in _OBJECT or word in _OWNER:
            found = _person(scene, at)
            if found is not None:
                scene.add(found)
                yield found
        elif word in _SPEAKER:
            speaker = scene.speaker(at)
            if speaker is not None:
                yield _again(one, (at, at + 1), speaker, "person", 0.85)
        elif word in ("it", "its"):
            body = scene.owner(at) if word == "its" else scene.thing(at)
            if body is not None and (word == "its" or _acts(one, at)):
                yield _again(one, (at, at + 1), body, "country", 0.7)
        elif word in ("they", "their"):
            for meant in scene.plural(at) if scene.speaker(at) is None else ():
                yield _again(one, (at, at + 1), meant, "pair", 0.8)
        elif word in BOTH and at and one.low[at - 1] in ("two", "both"):
            yield from _both(one, at, memory)


def _acts(one: Scan, at: int) -> bool:
    return at + 1 < len(one.low) and one.low[at + 1] in grammar("finite")


def _person(scene: Sentence, at: int) -> Party | None:
    one, word = scene.one, scene.one.low[at]
    after = one.low[at + 1] if at + 1 < len(one.low) else ""
    owner = word == "his" or (word == "her" and after[:1].isalpha() and after not in grammar("closed"))
    if word in _SUBJECT or owner:
        found = scene.subject(at, _SUBJECT.get(word) or _OWNER[word])
    else:
        found = scene.object(at, _OBJECT[word])
    return _again(one, (at, at + 1), found[0], "person", found[1]) if found else None


def _both(one: Scan, at: int, memory: Memory) -> Iterator[Party]:
    """ "The two sides", "both presidents", "the two countries' foreign ministers"."""
    begin, stop, noun = at - 1, _owned(one, at), one.low[at]
    if stop == at + 1 and noun in _MEN and len(memory.duo) == 2:
        meant, sector = memory.duo, tuple[str, ...]()
    elif len(memory.pair) == 2:
        head = one.low[stop - 1] if stop > at + 1 else noun
        meant, sector = memory.pair, collective(head)
    else:
        return
    yield _again(one, (begin, begin + 1), _acting(meant[0], sector), "pair")
    yield _again(one, (begin + 1, stop), _acting(meant[1], sector), "pair")


@cache
def collectives() -> dict[str, tuple[str, ...]]:
    """Role nouns that can act for a country, with their sectors; several words are joined by hyphens."""
    return {noun: tuple(row["sector"]) for row in reversed(rows("collectives")) for noun in row["nouns"].split()}


def collective(noun: str) -> tuple[str, ...]:
    """The sectors of a role noun; none when it is no role."""
    return collectives().get(noun, ("GOV",) if noun == "state" else ())


def _owned(one: Scan, at: int) -> int:
    """The end of "countries' heads of state", "sides' foreign ministers"; `at + 1` when nothing is owned."""
    stop = at + 1
    if one.low[stop : stop + 1] != ("'",):
        return stop
    for end in range(stop + 1, min(stop + 5, len(one.low))):
        if one.low[end] in collectives() or one.low[end - 1 : end + 1] == ("of", "state"):
            stop = end + 1
        elif one.low[end] not in ("heads", "of", "foreign", "defence", "defense", "armed"):
            break
    return stop


def _acting(meant: Entity, sector: tuple[str, ...]) -> Entity:
    """The country `meant` as one of its sectors: "both militaries"."""
    if not sector:
        return meant
    key = " ".join((meant.code, *sector)).lower()
    return replace(meant, sector=sector, identifier_id=key, person=False)


def _again(one: Scan, span: tuple[int, int], meant: Entity, kind: Kind, sure: float = 1.0) -> Party:
    """The party `meant`, named again by the words `span`."""
    first, last = span
    start, end = one.starts[first], one.ends[last - 1]
    entity = replace(meant, entity_text=one.text[start:end], start=start, end=end)
    return Party(entity, first, last, kind, sure)
