"""Suggestions: the storylines that a story may belong to, ranked, with a score and reasons.

Likeness to single stories of before finds the true storyline first in less than half of the cases. Here whole
storylines are scored, by all that their stories of the last 90 days tell, later ones counting more. What is
suggested is for a person to confirm, but for the few that `accepted` gives a reason for.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from coranto.data import rows
from coranto.parts import register
from coranto.story.line.because import Likeness, accepted, reasons
from coranto.story.line.gist import COUNTRY, PERSON, Gist, at_home, gist
from coranto.story.line.lookback import meant
from coranto.types import Slots

DAYS = 90
MOST = 20
_LOOKED_AT = 3000
_NEAR = 400
_LINES = 60
_MEMBERS = 24
_FEW = 60
_FADE = 45.0
_FRESH = 7.0
_DOUBT = 0.5
_SPARSE = 2.0
_LEAST = 0.05
_MIDDLE = 12.0
_WIDTH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A story of before: the storyline that it is told in (its own id where it is in none) and its articles'
    slots."""

    line: str
    story: str
    slots: tuple[Slots, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A storyline (or a story that is in none) that a story may belong to.

    `score` 0..1; `reasons` in words, the weightiest first; `stories` the nearest of it, at most three;
    `accepted` why it may be taken without asking, empty where a person should say.
    """

    line: str
    score: float
    reasons: tuple[str, ...]
    stories: tuple[str, ...]
    accepted: str = ""


@cache
def weights() -> Mapping[str, float]:
    """The weights of the score, by name."""
    return {str(row["name"]): float(row["weight"]) for row in rows("storyline_weights")}


@dataclass(frozen=True, slots=True)
class _Held:
    """An earlier story in the index."""

    line: str
    gist: Gist
    day: int
    length: float


class Lines:
    """Storylines by their stories, which come in order of time, and what each may be suggested for.

    Cost is flat: at most 3000 postings, 400 stories, 60 storylines of 24 stories each are looked at.
    """

    def __init__(self) -> None:
        self._held: list[_Held] = []
        self._start = 0
        self._day = 0
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._lines: defaultdict[str, list[int]] = defaultdict(list)
        self._told: Counter[str] = Counter()
        self._homes: dict[str, str] = {}

    def add(self, earlier: Earlier) -> None:
        """Remembers a story; one without a date counts as of the day of the one before it."""
        one = gist(earlier.story, earlier.slots)
        self._advance(one.day)
        at = len(self._held)
        # its length under the rarities of its own time, which is soon told and near enough
        length = math.sqrt(sum([(weight * self._idf(term)) ** 2 for term, weight in one.weights.items()]))
        self._held.append(_Held(earlier.line, one, one.day or self._day, length or 1.0))
        self._lines[earlier.line].append(at)
        for term in one.weights:
            self._postings[term].append(at)
            self._told[term] += 1
        if len(one.countries) == 1:
            self._homes.update(dict.fromkeys(one.persons, one.countries[0]))

    def suggest(self, slots: Sequence[Slots], most: int = MOST) -> tuple[Suggestion, ...]:
        """The storylines that a story with these slots may belong to, the likeliest first, each once."""
        query = gist("", slots)
        if not query.countries:
            query = at_home(query, self._homes)
        self._advance(query.day)
        idf = {term: self._idf(term) for term in query.weights}
        found = [self._likeness(query, idf, line, near) for line, near in self._near(query, idf).items()]
        found.sort(key=_likeliest)
        second = found[1].total if len(found) > 1 else 0.0
        margin = found[0].total - second if found else 0.0
        return tuple(
            Suggestion(
                line=one.line,
                score=round(1.0 / (1.0 + math.exp((_MIDDLE - one.total) / _WIDTH)), 3),
                reasons=reasons(query, one, idf),
                stories=tuple(story.story for _, story in one.near[:3]),
                accepted=accepted(query, one, margin if at == 0 else 0.0),
            )
            for at, one in enumerate(found[:most])
        )

    def _advance(self, day: int) -> None:
        """Forgets what is older than 90 days before a day."""
        self._day = max(self._day, day)
        while self._start < len(self._held) and self._held[self._start].day < self._day - DAYS:
            old = self._held[self._start]
            self._start += 1
            for term in old.gist.weights:
                self._told[term] -= 1
                if term.startswith(PERSON) and not self._told[term]:
                    self._homes.pop(term.removeprefix(PERSON), None)
                _cut(self._postings, term, self._start)
            _cut(self._lines, old.line, self._start)

    def _idf(self, term: str) -> float:
        size = max(_FEW, len(self._held) - self._start)
        return max(_LEAST, math.log((size + 1) / (self._told[term] + 0.5)))

    def _near(self, query: Gist, idf: Mapping[str, float]) -> dict[str, list[tuple[float, Gist]]]:
        """The nearest stories by cosine, by storyline, of the storylines with the nearest."""
        scores: defaultdict[int, float] = defaultdict(float)
        left = _LOOKED_AT
        for term in sorted(query.weights, key=lambda one: (self._told[one], one)):
            known, weight = self._postings.get(term, ()), query.weights[term] * idf[term] ** 2
            for at in known[-left:] if left > 0 else ():
                if at >= self._start:
                    scores[at] += weight * self._held[at].gist.weights[term]
            left -= len(known)
        length = math.sqrt(sum([(weight * idf[term]) ** 2 for term, weight in query.weights.items()])) or 1.0
        ranked = sorted(scores, key=lambda at: (-scores[at], -at))[:_NEAR]
        lines: dict[str, list[tuple[float, Gist]]] = {}
        for at in ranked:
            held = self._held[at]
            lines.setdefault(held.line, []).append((scores[at] / (length * held.length), held.gist))
        for near in lines.values():
            near.sort(key=_nearest)
        kept = sorted(lines, key=lambda line: (-sum(cosine for cosine, _ in lines[line][:3]), line))[:_LINES]
        return {line: lines[line] for line in kept}

    def _likeness(
        self, query: Gist, idf: Mapping[str, float], line: str, near: Sequence[tuple[float, Gist]]
    ) -> Likeness:
        """How a story and a storyline compare."""
        day = query.day or self._day
        members = [self._held[at] for at in self._lines[line][-_MEMBERS:] if at >= self._start]
        fading = [(one.gist, math.exp(-max(0, day - one.day) / _FADE)) for one in members]
        newest = min(max(0, day - one.day) for one in members)
        shares = _shares(query, fading)
        lookback = meant(query, [one for one, _ in fading])
        features = {
            "nearest": near[0][0],
            "near": sum(cosine for cosine, _ in near[:3]),
            "words": self._words(query, shares, sum(weight for _, weight in fading)),
            **_actors(query, shares, idf),
            "fresh": math.exp(-newest / _FRESH),
            "theme": _theme(query, fading),
            "place": float(any(query.places & one.places for one, _ in fading)),
            "occasion": float(any(_series(query) & _series(one) for one, _ in fading)),
            "lookback": float(lookback is not None),
        }
        weight = weights()
        total = sum(weight[name] * value for name, value in features.items() if name != "stranger")
        total -= weight["stranger"] * features["stranger"]
        return Likeness(line, features, total, near, [one for one, _ in fading], lookback)

    def _words(self, query: Gist, shares: Mapping[str, float], total: float) -> float:
        """How much more often a storyline has the words of a story than all stories do, as a mean log."""
        size = max(_FEW, len(self._held) - self._start)
        likely = (total + _DOUBT) / (total + _SPARSE)
        lifts = [
            math.log1p(likely * shares[term] / ((self._told[term] + 0.5) / (size + 1))) for term in query.weights
        ]
        return sum(lifts) / len(lifts) if lifts else 0.0


def _shares(query: Gist, fading: Sequence[tuple[Gist, float]]) -> dict[str, float]:
    """For each term of a story the part of a storyline that has it, later stories counting more."""
    total = sum(weight for _, weight in fading) + _DOUBT
    return {term: sum([weight for one, weight in fading if term in one.weights]) / total for term in query.weights}


def _actors(query: Gist, shares: Mapping[str, float], idf: Mapping[str, float]) -> dict[str, float]:
    """Features of the countries and persons that both have."""
    countries = [COUNTRY + code for code in query.countries]
    return {
        "country": max([idf[one] * shares[one] for one in countries], default=0.0),
        "stranger": float(bool(countries) and not any(shares[one] for one in countries)),
        "person": float(any(shares[PERSON + person] for person in query.persons)),
    }


def _theme(query: Gist, fading: Sequence[tuple[Gist, float]]) -> float:
    """How much of a storyline is about the themes of a story."""
    total = sum(weight for _, weight in fading) + _DOUBT
    return sum(
        part * sum([weight for one, weight in fading if code in one.themes]) / total
        for code, part in query.themes.items()
    )


def _series(one: Gist) -> set[str]:
    return {series for series, _ in one.editions}


def _cut(postings: dict[str, list[int]], key: str, start: int) -> None:
    """Forgets what lies before `start`, when that is half of a list or all of it."""
    held = postings[key]
    if held[-1] < start:
        del postings[key]
    elif held[len(held) // 2] < start:
        postings[key] = [at for at in held if at >= start]


def _nearest(near: tuple[float, Gist]) -> tuple[float, str]:
    return -near[0], near[1].story


def _likeliest(one: Likeness) -> tuple[float, str]:
    return -one.total, one.line


def _in_time(earlier: Earlier) -> tuple[str, str]:
    return min((one.when for one in earlier.slots if one.when), default=""), earlier.story


@register("story.suggest.v1")
def suggest(slots: Sequence[Slots], earlier: Iterable[Earlier], most: int = MOST) -> tuple[Suggestion, ...]:
    """The storylines among earlier stories that a story may belong to, the likeliest first, each once.

    A function of the set of earlier stories; those older than 90 days before the story (or, where it has no
    date, before the newest of them) do not count. Storylines that share no word, country or person are left out.
    """
    lines = Lines()
    for one in sorted(earlier, key=_in_time):
        lines.add(one)
    return lines.suggest(slots, most)
