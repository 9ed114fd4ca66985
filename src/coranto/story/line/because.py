"""Why a storyline is suggested, in words that a person can check, and why one may be taken without asking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coranto.story.line.case import folded, spelled
from coranto.story.line.gist import COUNTRY, PERSON, Gist
from coranto.story.line.themes import countries_of_words, country_names, titles

MARGIN = 5.0
MEMBERS = 3
_SHARED = 5
_MOST = 0.5
_REASONS = 6
_TELLING = 1.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a story and a storyline compare: each feature of `data/storyline_weights.toml` by name, their weighted
    sum, the storyline's nearest stories with their cosines, all its stories of the time looked at, and the words
    by which the story looks back on one of them, with that one."""

    line: str
    features: Mapping[str, float]
    total: float
    near: Sequence[tuple[float, Gist]]
    members: Sequence[Gist]
    lookback: tuple[str, Gist] | None = None


def reasons(query: Gist, one: Likeness, idf: Mapping[str, float]) -> tuple[str, ...]:
    """Why a story may belong to a storyline, the strongest kind of reason first."""
    found = [_edition(query, one.members), f'it looks back: "{one.lookback[0]}"' if one.lookback else ""]
    found += [_parties(query, one.members), _persons(query, one.members)]
    found += [_places(query, one.members), _words(query, one, idf), _theme(query, one.members)]
    found.append(_days(query, one.members))
    return tuple(reason for reason in found if reason)[:_REASONS]


def accepted(query: Gist, one: Likeness, margin: float) -> str:
    """Why a suggestion may be taken without asking: the same series and its edition before this one, a look back
    on one of its stories of the same two countries or person, or three stories and a score far above the next
    storyline's. Empty for all others."""
    for series, ordinal in sorted(query.editions):
        before = {number for member in one.members for name, number in member.editions if name == series}
        if ordinal and before & {ordinal, ordinal - 1} and _known(query, one.members):
            return f"edition {ordinal} of the {series}, told after edition {max(before & {ordinal, ordinal - 1})}"
    if one.lookback and _bound(query, one.lookback[1]):
        return f'it says so: "{one.lookback[0]}"'
    if margin >= MARGIN and len(one.members) >= MEMBERS:
        return f"far likelier than any other, by {len(one.members)} earlier stories"
    return ""


def _bound(query: Gist, earlier: Gist) -> bool:
    """Whether two stories share two countries, or a person."""
    countries = set(query.countries) & set(earlier.countries)
    return len(countries) > 1 or bool(set(query.persons) & set(earlier.persons))


def _known(query: Gist, members: Sequence[Gist]) -> bool:
    """Whether a storyline shares a country or person with a story, or none of the two names any."""
    mine = {*query.countries, *query.persons}
    theirs = {name for member in members for name in (*member.countries, *member.persons)}
    return bool(mine & theirs) or not mine or not theirs


def _edition(query: Gist, members: Sequence[Gist]) -> str:
    for series, ordinal in sorted(query.editions):
        numbers = sorted({number for member in members for name, number in member.editions if name == series})
        if numbers:
            told = ", ".join(str(number) for number in numbers if number)
            mine = f", here {ordinal}" if ordinal else ""
            return f"the same series of meetings: {series}" + (f" ({told}{mine})" if told else "")
    return ""


def _parties(query: Gist, members: Sequence[Gist]) -> str:
    """The countries of a story that at least half of a storyline is about, or some of it."""
    main = [code for code in query.countries[:2] if _having(COUNTRY + code, members) >= _MOST * len(members)]
    if len(main) == 2:
        return f"the same two parties: {' and '.join(sorted(map(_name, main)))}"
    some = [code for code in query.countries if _having(COUNTRY + code, members)]
    if not some:
        return ""
    count = _having(COUNTRY + some[0], members)
    return f"about {_name(some[0])}" + (f", as {count} of its {len(members)} stories" if len(members) > 1 else "")


def _persons(query: Gist, members: Sequence[Gist]) -> str:
    shared = [person for person in query.persons if _having(PERSON + person, members)]
    return (
        f"the same people: {', '.join(spelled(person, query.words.values()) for person in shared[:3])}"
        if shared
        else ""
    )


def _places(query: Gist, members: Sequence[Gist]) -> str:
    shared = sorted(query.places.intersection(*[frozenset().union(*[one.places for one in members])]))
    return f"the same place: {', '.join(shared[:2])}" if shared else ""


def _words(query: Gist, one: Likeness, idf: Mapping[str, float]) -> str:
    """The rarest words that a story shares with the nearest ones."""
    near = [story for _, story in one.near[:3]]
    known = {folded(part) for person in query.persons for part in person.split()}
    shared = [
        term
        for term, word in query.words.items()
        if any(term in story.weights for story in near)
        and idf.get(term, 0.0) >= _TELLING
        and term not in countries_of_words()
        and folded(word) not in known
    ]
    shared.sort(key=lambda term: (-idf.get(term, 0.0), term))
    return f"words in common: {', '.join(query.words[term] for term in shared[:_SHARED])}" if shared else ""


def _theme(query: Gist, members: Sequence[Gist]) -> str:
    if not query.themes:
        return ""
    code = min(query.themes, key=lambda one: (-query.themes[one], one))
    count = sum(code in member.themes for member in members)
    return f"on the same theme: {titles()[code]}" if count >= _MOST * len(members) else ""


def _days(query: Gist, members: Sequence[Gist]) -> str:
    days = [query.day - one.day for one in members if one.day and query.day >= one.day]
    if not query.day or not days:
        return ""
    return f"its latest story is {min(days)} days older" if min(days) > 1 else "its latest story is of these days"


def _having(term: str, members: Sequence[Gist]) -> int:
    return sum(term in member.weights for member in members)


def _name(code: str) -> str:
    return country_names().get(code) or code
