"""Who speaks: the phrase before a cue as a person, an office, an organisation, a metonym or somebody unnamed."""

import re
from dataclasses import replace
from functools import cache

from coranto.data import rows
from coranto.reading.names.clusters import organisation_key
from coranto.reading.names.places import land_of
from coranto.reading.names.tokens import tokens
from coranto.reading.offices.find import country_before
from coranto.reading.offices.words import match, roles
from coranto.reading.speech.chains import carrier_of
from coranto.reading.speech.cues import word_set
from coranto.reading.speech.media import is_medium
from coranto.reading.speech.pronouns import ALL, Gender, resolve
from coranto.types import Name, OfficeMention, Speaker

_PAPER = re.compile(
    r"(?:the |an? )?(?:[a-z]+ )?(?:statements?|reports?|press release|readout|spokesperson)"
    r" (?:from|by|of|issued by|released by) (?:the )?"
)
_LEAD = re.compile(r"[\s\-–—•*|/]+")
_VOICES = word_set("voices") | word_set("voice_papers")
_PEOPLE = tuple(sorted(word_set("people_endings")))
_NOT_HEAD = frozenset(
    ("of", "for", "to", "with", "against", "on", "by", "from", "at", "behind", "near", "in", "about", "with")
)


@cache
def _bodies() -> dict[str, str]:
    """Common nouns for bodies that speak, with the sector they speak for."""
    return {word: row["sector"] for row in rows("bodies") for word in row["nouns"]}


def _speaks(word: str) -> bool:
    """Whether a common noun, a quantifier or a paper can speak or hold a view."""
    word = word.strip(",")
    return word in _bodies() or word in _VOICES or word.endswith(_PEOPLE)


class Voices:
    """The names and offices of an article, and the speakers so far."""

    def __init__(self, names: tuple[Name, ...], offices: tuple[OfficeMention, ...]) -> None:
        """Indexes mentions by sentence."""
        self.names = list(names)
        self.by_sentence: dict[int, list[Name]] = {}
        for name in names:
            self.by_sentence.setdefault(name.sentence, []).append(name)
        self.offices: dict[int, list[OfficeMention]] = {}
        for office in offices:
            self.offices.setdefault(office.sentence, []).append(office)
        self.held: dict[str, OfficeMention] = {}
        for office in offices:
            holder = office.person or office.holder
            if (
                holder
                and office.title != "counterpart"
                and (holder not in self.held or _weight(office) > _weight(self.held[holder]))
            ):
                self.held[holder] = office
        self.full = {name.key: name for name in names}
        self.last: list[Speaker] = []
        self.gender = Gender()

    def within(self, sentence: int, start: int, end: int) -> list[Name]:
        """The names inside a span."""
        return [n for n in self.by_sentence.get(sentence, ()) if start <= n.start and n.end <= end]

    def first_actor(self, sentence: int, before: int) -> tuple[int, int]:
        """The first person or organisation of a sentence before an offset; an empty span when none."""
        for name in self.by_sentence.get(sentence, ()):
            if name.end <= before and name.kind in ("person", "organisation"):
                return name.start, name.end
        return 0, 0

    def able(self, sentence: int, text: str, span: tuple[int, int]) -> bool:
        """Whether a phrase is somebody who can speak: it has a name, a pronoun, a role or a body in it."""
        start, end = span
        words = text[start:end].lower().replace("’", "'").split()
        if not words:
            return False
        heads = [
            n for n in self.within(sentence, start, end) if not self._dependent(text[start:end], n.start - start)
        ]
        if words[0] in ALL or heads:
            return True
        return any(_speaks(word) for word in words) or bool(_role_sector(text[start:end]))

    def is_person(self, sentence: int, span: tuple[int, int]) -> bool:
        """Whether a person is named inside a span."""
        return any(name.kind == "person" for name in self.within(sentence, *span))

    def place(self, sentence: int, text: str, taken: list[tuple[int, int]]) -> str:
        """The place a sentence gives for the saying: "in Oslo", outside of the speaker and of what is said."""
        for name in self.by_sentence.get(sentence, ()):
            if name.kind not in ("place", "facility") or any(a <= name.start < b for a, b in taken):
                continue
            if text[max(0, name.start - 9) : name.start].split(" ")[-2:-1] in (["in"], ["at"], ["from"]):
                return name.full
        return ""

    def who(self, sentence: int, phrase: str, span: tuple[int, int]) -> str:
        """The fullest name of whom a phrase means, without making them the last speaker."""
        match = _PAPER.match(phrase)
        cut = match.end() if match else 0
        return self._found(sentence, span[0] + cut, span[1], phrase[cut:]).name

    def speaker(self, sentence: int, text: str, span: tuple[int, int]) -> Speaker | None:
        """The speaker that the phrase `span` of `text` stands for, or None for an empty phrase."""
        start, end = span
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        phrase = text[start:end]
        if not phrase.strip():
            return None
        found = self._found(sentence, start, end, phrase)
        found = replace(found, start=start, end=end)
        self.last.append(found)
        return found

    def _found(self, sentence: int, start: int, end: int, phrase: str) -> Speaker:
        word = phrase.strip().lower()
        if word in ("who", "which"):
            before = [n for n in self.by_sentence.get(sentence, ()) if n.end <= start]
            if before and before[-1].kind in ("person", "organisation"):
                return replace(self._person(before[-1]), via="pronoun")
            return Speaker(name=phrase, via="pronoun")
        if word in ALL:
            known = resolve(word, (sentence, start), self._near(sentence), self.last, self.gender)
            return replace(known, via="pronoun") if known else Speaker(name=phrase, via="pronoun")
        heads = [n for n in self.within(sentence, start, end) if not self._dependent(phrase, n.start - start)]
        person = next((n for n in heads if n.kind == "person"), None)
        if person:
            return self._person(person)
        office = next((o for o in self.offices.get(sentence, ()) if start <= o.start and o.end <= end + 1), None)
        if office is None:
            office = next((o for o in self.offices.get(sentence, ()) if o.start < end and start < o.end), None)
        if office and not office.person:
            return self._office(office, phrase)
        return self._body(heads, phrase)

    def _near(self, sentence: int) -> list[Name]:
        return [name for at in range(sentence - 4, sentence + 1) for name in self.by_sentence.get(at, ())]

    def _dependent(self, phrase: str, at: int) -> bool:
        """Whether the name hangs on a preposition or stands in the possessive ("a spokesman for Trump")."""
        before = phrase[:at].split()
        owner = re.match(r"[^\s]*(?:['’]s)?", phrase[at:])
        if owner and owner.group().endswith(("'s", "’s")):
            return True
        return any(word.lower() in _NOT_HEAD for word in before[-3:]) and not any(
            word.rstrip(",").endswith(("Commission", "Ministry", "Department", "Staff")) for word in before[-2:]
        )

    def _person(self, person: Name) -> Speaker:
        medium = carrier_of(person.full) if is_medium(person.full) else ""
        if medium:
            return Speaker(name=medium, id=person.key, organisation=medium, sector=("MED",), via="organisation")
        office = self.held.get(person.key)
        return Speaker(
            name=person.full,
            id=person.key,
            office=office.title if office else "",
            organisation=office.organisation if office else "",
            country=person.code or (office.code if office else ""),
            sector=office.sector if office else person.sector,
            via="named",
        )

    def _office(self, office: OfficeMention, phrase: str) -> Speaker:
        holder = self.full.get(office.holder)
        return Speaker(
            name=holder.full if holder else phrase,
            id=office.holder,
            office=office.title,
            organisation=office.organisation,
            country=office.code or country_before(phrase),
            sector=office.sector,
            via="office" if holder else "unnamed",
        )

    def _body(self, heads: list[Name], phrase: str) -> Speaker:
        """An organisation, a country or capital that speaks, or people without a name."""
        body = next((n for n in heads if n.kind == "organisation"), None)
        land = land_of(phrase)
        words = [word for word in phrase.lower().replace("’", "'").split() if word.isalpha()]
        if body and not land:
            lone = country_before(phrase) and not country_before(body.full)
            return Speaker(
                name=phrase if lone else body.full,
                id=body.key,
                organisation=body.full,
                country=body.code,
                sector=body.sector,
                via="organisation",
            )
        if land and land.kind not in ("people", "demonym"):
            return Speaker(
                name=land.name if land.kind == "bloc" else phrase,
                id=body.key if body else "",
                country=land.code,
                sector=body.sector if body and body.sector else ("GOV",),
                organisation=phrase,
                via="organisation" if land.kind == "bloc" else "metonym",
            )
        sector = next((_bodies()[word] for word in reversed(words) if word in _bodies()), "")
        if sector:
            return Speaker(
                name=phrase,
                id=organisation_key(phrase, country_before(phrase)),
                organisation=phrase,
                country=country_before(phrase),
                sector=(sector,),
                via="organisation",
            )
        return Speaker(name=phrase, country=country_before(phrase), sector=_role_sector(phrase), via="unnamed")


def _weight(office: OfficeMention) -> tuple[bool, bool, int]:
    """Which office mention tells most of its holder."""
    return office.title != office.rank.lower(), bool(office.organisation or office.code), len(office.title)


def _role_sector(phrase: str) -> tuple[str, ...]:
    """The sectors of the first role noun in a phrase, its plural included."""
    found = tuple(tokens(phrase))
    for at, token in enumerate(found):
        stop, sector = match(roles(), found, at)
        if stop:
            return sector
        single = token.low.removesuffix("s")
        for key, plural in roles().get(single, ()):
            if len(key) == 1:
                return plural
    return ()
