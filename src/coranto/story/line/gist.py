"""The gist of a story: what it is about, as one bounded vector, for comparing it with those of weeks before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from coranto.story.group.agreement import topic_of
from coranto.story.group.state import day_of
from coranto.story.line.themes import counted, countries_of_words, is_country, is_person
from coranto.types import EventSlot, Slots

_ARTICLES = 8
_TERMS = 32
_WEIGHED = 12
_COUNTRIES = 4
_PERSONS = 8
_LOOKBACKS = 4
COUNTRY = "country:"
PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Gist:
    """What a story is about. `weights` are its terms, countries (`country:NOR`) and persons (`person:ida berg`),
    of mean weight 1; `themes` parts that sum to 1; `day` 0 where no article is dated; `words` show terms."""

    story: str
    day: int
    weights: Mapping[str, float]
    countries: tuple[str, ...]
    persons: tuple[str, ...]
    themes: Mapping[str, float]
    places: frozenset[str]
    editions: frozenset[tuple[str, int]]
    events: tuple[EventSlot, ...]
    words: Mapping[str, str]
    back: tuple[str, ...]


def gist(story: str, slots: Sequence[Slots]) -> Gist:
    """The gist of a story by its first articles, at most eight."""
    some = slots[:_ARTICLES]
    terms = _terms(some)
    countries = _ranked(some, is_country)[:_COUNTRIES]
    known = countries_of_words()
    told = [known[term] for term in terms if term in known]
    countries = tuple(dict.fromkeys((*countries, *told)))[:_COUNTRIES]
    persons = _ranked(some, is_person)[:_PERSONS]
    events = tuple(dict.fromkeys(event for one in some for event in one.events))
    days = [day for one in some if (day := day_of(one.when))]
    themes = counted(terms)
    total = sum(themes.values())
    return Gist(
        story=story,
        day=min(days, default=0),
        weights={
            **terms,
            **{COUNTRY + code: 1.0 for code in countries},
            **{PERSON + person: 1.0 for person in persons},
        },
        countries=countries,
        persons=persons,
        themes={code: count / total for code, count in themes.items()},
        places=frozenset(event.place for event in events if event.lead and event.place),
        editions=frozenset((one.series, one.ordinal) for one in events if one.lead and topic_of(one.series)),
        events=events,
        words={term: word for one in some for (term, _), word in zip(one.terms, one.shown, strict=False)},
        back=tuple(dict.fromkeys(phrase for one in some for phrase in one.back))[:_LOOKBACKS],
    )


def _terms(some: Sequence[Slots]) -> dict[str, float]:
    """The heaviest terms of the articles together, the heaviest twelve of mean weight 1."""
    sums: dict[str, float] = {}
    for one in some:
        for term, weight in one.terms:
            sums[term] = sums.get(term, 0.0) + weight
    ranked = sorted(sums.items(), key=_heaviest)[:_TERMS]
    mean = sum(weight for _, weight in ranked[:_WEIGHED]) / max(1, len(ranked[:_WEIGHED]))
    return {term: weight / mean for term, weight in ranked} if mean else {}


def _ranked(some: Sequence[Slots], kind: Callable[[str], bool]) -> tuple[str, ...]:
    """The actors of a kind that most articles name, and name early."""
    counts: dict[str, float] = {}
    for one in some:
        for at, actor in enumerate(filter(kind, one.actors)):
            counts[actor] = counts.get(actor, 0.0) + 1 / (1 + at)
    return tuple(name for name, _ in sorted(counts.items(), key=_heaviest))


def _heaviest(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def at_home(one: Gist, homes: Mapping[str, str]) -> Gist:
    """A gist that names no country, with those that its persons were last told of alone."""
    countries = tuple(dict.fromkeys(homes[person] for person in one.persons if person in homes))
    weights = {**one.weights, **{COUNTRY + code: 1.0 for code in countries}}
    return replace(one, countries=countries, weights=weights)
