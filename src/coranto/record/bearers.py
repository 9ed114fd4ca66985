"""Who bears which name: the persons of many articles, clustered by their names, offices and stories."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from coranto.record.bearer import Bearer, most
from coranto.record.names import name_tokens, plural_role, short_of
from coranto.record.nationality import country_by_vote
from coranto.record.source import Source, ordered
from coranto.text.normal import ascii_fold
from coranto.types import Name, OfficeMention
from coranto.types.ids import digest

DOMINANT = 3
"""How many times more often one of several namesakes must be named to own the short name."""
Spot = tuple[str, str]
"""An article id and a `Name.key` in it."""


@dataclass(slots=True)
class Cast:
    """All bearers, grouped into persons.

    `key_of` says which person a bearer is, `members` the bearers of each; `bodies` the countries of organisations.
    """

    key_of: dict[Spot, str] = field(default_factory=dict)
    members: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def put(self, bearer: Bearer, key: str) -> None:
        """Make the bearer one of the person `key`."""
        self.key_of[bearer.source.article.id, bearer.key] = key
        self.members[key].append(bearer)

    def ident(self, key: str) -> str:
        """The id of a person."""
        return digest("per", key)

    def full(self, key: str) -> str:
        """The fullest form of the name: most words, then most often, then first in the alphabet."""
        forms = Counter(bearer.full for bearer in self.members[key])
        return min(forms, key=lambda form: (-len(name_tokens(form)), -forms[form], form))

    def code(self, key: str) -> str:
        """The country of a person (see `country_by_vote`)."""
        if key not in self.codes:
            self.codes[key] = country_by_vote(self.members[key], self.bodies)
        return self.codes[key]


def cast(sources: Sequence[Source]) -> Cast:
    """The persons of all sources. Full names first, then short ones by story, storyline and office."""
    found = Cast(bodies=_bodies(sources))
    bearers = [bearer for source in ordered(sources) for bearer in _bearers(source)]
    index = _Index()
    for bearer in (one for one in bearers if len(one.tokens) > 1):
        key = index.same_full(bearer) or " ".join(bearer.tokens)
        found.put(bearer, key)
        index.add(bearer, key)
    for bearer in (one for one in bearers if len(one.tokens) == 1):
        found.put(bearer, index.full_of_short(bearer) or _lone_key(bearer))
    return found


def _bodies(sources: Sequence[Source]) -> dict[str, str]:
    """The country of each organisation whose country some article gives, by folded name."""
    votes: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        for name in source.reading.names:
            if name.kind == "organisation" and name.code:
                votes[ascii_fold(name.full)].append(name.code)
        for office in source.reading.offices:
            if office.organisation and office.code:
                votes[ascii_fold(office.organisation)].append(office.code)
    return {body: most(votes[body]) for body in sorted(votes)}


def _spoken_for(source: Source) -> dict[Spot, tuple[str, ...]]:
    """For each speaker's id and name the countries whose will he states: "Dahl said Norway is ready to ..."."""
    said_by = {one.id: one.speaker for one in source.reading.statements if one.speaker}
    speakers = {ident: (speaker.id, speaker.name) for ident, speaker in said_by.items() if speaker.id}
    found: dict[Spot, list[str]] = defaultdict(list)
    for event in source.reading.events:
        codes = {entity.code for entity in event.actor}
        if event.modality == "willing" and len(codes) == 1:
            for said in event.attributed_to:
                found[speakers.get(said, ("", ""))].extend(codes - {""})
    return {speaker: tuple(codes) for speaker, codes in found.items() if speaker[0]}


def _coded(source: Source) -> dict[str, tuple[str, ...]]:
    """For each person the countries of the event parties that his name stands in or ends."""
    ends = {(name.sentence, name.end): name.key for name in source.reading.names if name.kind == "person"}
    found: dict[str, list[str]] = defaultdict(list)
    for event in source.reading.events:
        for entity in (*event.actor, *event.recipient):
            key = ends.get((event.sentence, entity.end), "")
            if entity.code and key:
                found[key].append(entity.code)
    return {key: tuple(codes) for key, codes in found.items()}


def _bearers(source: Source) -> list[Bearer]:
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in source.reading.names:
        if name.kind == "person" and name_tokens(name.full or name.text):
            groups[name.key].append(name)
    offices: dict[str, list[OfficeMention]] = defaultdict(list)
    for office in source.reading.offices:
        offices[office.person or office.holder].append(office)
    spoken, coded = _spoken_for(source), _coded(source)
    made = (_bearer(source, key, names, offices.get(key, [])) for key, names in sorted(groups.items()))
    return [replace(one, spoken_for=(*coded.get(one.key, ()), *_own(one, spoken))) for one in made]


def _own(bearer: Bearer, spoken: Mapping[Spot, tuple[str, ...]]) -> list[str]:
    return [code for (ident, name), codes in spoken.items() if bearer.is_meant(ident, name) for code in codes]


def _bearer(source: Source, key: str, names: list[Name], offices: list[OfficeMention]) -> Bearer:
    full = plural_role(most(name.full for name in names) or names[0].text)
    code = most(name.code for name in names) or most(office.code for office in offices)
    sector = next((name.sector for name in names if name.sector), ())
    return Bearer(
        source=source, key=key, full=full, tokens=name_tokens(full), code=code,
        sector=sector or next((office.sector for office in offices if office.sector), ()),
        names=tuple(names), offices=tuple(offices),
    )  # fmt: skip


def _lone_key(bearer: Bearer) -> str:
    """A single name is one person inside a country and office, else only inside its story."""
    roles = sorted(" ".join(sorted(role)) for role in bearer.roles if role)
    scope = bearer.source.story or bearer.source.article.id
    return " ".join((bearer.tokens[0], bearer.code, roles[0] if roles else scope))


def _compatible(left: str, right: str) -> bool:
    return not left or not right or left == right


class _Index:
    """Full names seen so far, by first and last word."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[tuple[Bearer, str]]] = defaultdict(list)
        self.known: set[str] = set()

    def add(self, bearer: Bearer, key: str) -> None:
        self.known.add(key)
        for word in {bearer.tokens[0], bearer.tokens[-1]}:
            self.by_word[word].append((bearer, key))

    def same_full(self, bearer: Bearer) -> str:
        """The person whose name differs by a middle word alone, in one storyline and not of another country."""
        if " ".join(bearer.tokens) in self.known:
            return " ".join(bearer.tokens)
        fits = {
            key
            for other, key in self.by_word.get(bearer.tokens[-1], ())
            if (short_of(bearer.tokens, other.tokens) or short_of(other.tokens, bearer.tokens))
            and _compatible(bearer.code, other.code)
            and _near(bearer.source, other.source) > 0
        }
        return fits.pop() if len(fits) == 1 else ""

    def full_of_short(self, bearer: Bearer) -> str:
        """The one person a single name can stand for: in the story; else, with office or country, further off."""
        namesakes = self.by_word.get(bearer.tokens[0], [])
        fits = [(other, key) for other, key in namesakes if _compatible(bearer.code, other.code)]
        for level in (3, 2, 1, 0):
            near = [(other, key) for other, key in fits if _near(bearer.source, other.source) >= level]
            if level <= 1:
                near = [(other, key) for other, key in near if _shares_role(bearer, other)]
            keys = {key for _, key in near}
            if len(keys) > 1:
                sharing = [(other, key) for other, key in near if _shares_role(bearer, other)]
                keys = {key for _, key in sharing}
                keys = keys if len(keys) == 1 else _dominant(sharing or near)
            if len(keys) == 1:
                return keys.pop()
        here = [(other, key) for other, key in namesakes if _near(bearer.source, other.source) > 1]
        return _dominant(here).pop() if here and not fits and _dominant(here) else ""


def _dominant(near: Sequence[tuple[Bearer, str]]) -> set[str]:
    """The one person of whom the pages speak many times more than of all others of that name, if any."""
    weights: Counter[str] = Counter()
    for other, key in near:
        weights[key] += len(other.names)
    best = min(weights, key=lambda key: (-weights[key], key))
    return {best} if weights[best] >= DOMINANT * (weights.total() - weights[best]) else set()


def _near(left: Source, right: Source) -> int:
    if left.article.id == right.article.id:
        return 3
    if left.story and left.story == right.story:
        return 2
    return int(bool(left.storyline) and left.storyline == right.storyline)


def _shares_role(left: Bearer, right: Bearer) -> bool:
    if left.code and right.code and left.code != right.code:
        return False
    return any(role and role in _roles(right) for role in left.roles)


def _roles(bearer: Bearer) -> Set[frozenset[str]]:
    return set(bearer.roles)
