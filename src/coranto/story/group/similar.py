"""Similarity of weighted terms under the idf of the recent stream."""

import math
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter, mul

_FLOOR = 60
_STEP = 1.05
_CAP = 5
_EXACT = 256
_COARSE = 2
"""Up to so many articles the weights are renewed with every one, beyond that when they have grown by two steps."""


class Weights(dict[str, float]):
    """The weight of each term; one that is not there has the weight of a term that none has."""

    __slots__ = ("unseen",)

    def __init__(self) -> None:
        super().__init__()
        self.unseen = 0.0

    def __missing__(self, term: str) -> float:
        return self.unseen


class Terms(dict[str, float]):
    """Weighted terms of a text or a story, with the length they have for as long as the weights stand."""

    __slots__ = ("_age", "_length")

    def __init__(self, terms: Iterable[tuple[str, float]] | Mapping[str, float] = ()) -> None:
        super().__init__(terms)
        self._age = -1
        self._length = 0.0

    def changed(self) -> None:
        """To be called after the terms were changed."""
        self._age = -1

    def length(self, weights: Weights, age: int) -> float:
        """The length of the terms times their weights, which are those of that age."""
        if self._age != age:
            self._length = _length(self, weights)
            self._age = age
        return self._length


class Sum:
    """The sum of texts as vectors of length one: its product with another is the sum of all their cosines.

    The weights of the terms are left out of it, once for each side, until the product is taken.
    """

    __slots__ = ("_age", "_counted", "_total", "texts")

    def __init__(self) -> None:
        self.texts: list[Terms] = []
        self._total: dict[str, float] = {}
        self._counted = 0
        self._age = -1

    def add(self, text: Terms) -> None:
        """Adds a text."""
        self.texts.append(text)

    def drop(self, at: int) -> None:
        """Takes a text out."""
        del self.texts[at]
        self._age = -1

    def total(self, weights: Weights, age: int) -> Mapping[str, float]:
        """Terms by the lengths of their texts, under the weights of that age."""
        if self._age != age:
            self._total, self._counted, self._age = {}, 0, age
        total = self._total
        for text in self.texts[self._counted :]:
            length = text.length(weights, age)
            if total:
                for term, weight in text.items():
                    total[term] = total.get(term, 0.0) + weight / length
            else:
                total = self._total = {term: weight / length for term, weight in text.items()}
        self._counted = len(self.texts)
        return total


class Idf:
    """How telling a term is among the happenings of the last days: ln of how rare it is there.

    A function of the window's articles, of the undated ones and of their stories alone. A story counts
    with at most `_CAP` of its articles, so that the most told of all happenings keeps its own words telling.
    `levels[n]` is the weight of a term that n have, at least 0.1; among few all terms weigh nearly alike.
    The weights are renewed with every day and step of the levels, and among few with every article; in between
    they stand still, so that lengths need not be taken again.
    """

    def __init__(self, days: int) -> None:
        self._days = days
        self._queue: deque[tuple[int, str, tuple[str, ...]]] = deque()
        self._held: dict[str, deque[tuple[str, ...]]] = {}
        self._told: dict[str, Counter[str]] = {}
        self._surplus: Counter[str] = Counter()
        self._total = 0
        self._step = -1
        self._day = 0
        self._fresh: list[tuple[str, ...]] = []
        self.age = 0
        self.counts: Counter[str] = Counter()
        self.levels: list[float] = []
        self.weights = Weights()
        self._renew()

    def add(self, day: int, story: str, terms: Iterable[str]) -> None:
        """Counts an article of that day (0 = undated: counted for good) and story."""
        kept = tuple(terms)
        if day:
            self._queue.append((day, story, kept))
        held = self._held.setdefault(story, deque())
        held.append(kept)
        if len(held) <= _CAP:
            self._total += 1
            self.counts.update(kept)
        else:
            told = self._told.get(story)
            if told is None:
                told = self._told[story] = Counter(chain.from_iterable(held))
            else:
                told.update(kept)
            self.counts.update([term for term in kept if told[term] <= _CAP])
            self._surplus.update([term for term in kept if told[term] > _CAP])
        self._fresh.append(kept)
        self._renew()

    def expire(self, day: int) -> None:
        """Forgets what is older than the days before that day."""
        while self._queue and self._queue[0][0] < day - self._days:
            self._forget(*self._queue.popleft()[1:])
        if day > self._day:
            self._day = day
            self._step = -1
        self._renew()

    def _forget(self, story: str, terms: tuple[str, ...]) -> None:
        held = self._held[story]
        held.remove(terms)
        self._total -= len(held) < _CAP
        told = self._told.get(story)
        for term in terms:
            counted = self.counts
            if told is not None:
                told[term] -= 1
                counted = self.counts if told[term] < _CAP else self._surplus
            counted[term] -= 1
            if not counted[term]:
                del counted[term]
        self._fresh.append(terms)
        if len(held) <= _CAP:
            self._told.pop(story, None)
        if not held:
            del self._held[story]

    def _renew(self) -> None:
        """Renews levels and weights with a new day, or when the number of articles has grown or shrunk by one step,
        of many by two; the weights alone with every article of few."""
        step = math.ceil(math.log(max(_FLOOR, self._total)) / math.log(_STEP))
        counts, weights = self.counts, self.weights
        many = max(self._total, len(self._queue)) > _EXACT
        if abs(step - self._step) >= (_COARSE if many else 1):
            self._step = step
            most = _STEP**step
            self.levels = [max(0.1, math.log((most + 1.0) / (count + 0.5))) for count in range(int(most) + 2)]
            levels = self.levels
            weights.clear()
            weights.unseen = levels[0]
            weights.update({term: levels[count] for term, count in counts.items()})
        elif many:
            return
        else:
            levels = self.levels
            for terms in self._fresh:
                for term in terms:
                    weights[term] = levels[counts.get(term, 0)]
        self._fresh.clear()
        self.age += 1

    @property
    def size(self) -> int:
        """How many articles there are in the window."""
        return len(self._queue)

    def told(self, term: str) -> int:
        """How many articles of the window have a term."""
        return self.counts.get(term, 0) + self._surplus.get(term, 0)

    def of(self, term: str) -> float:
        """The weight of a term."""
        return self.weights[term]

    def scaled(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Terms times their idf, as a vector of length one."""
        length = self.length(terms)
        weights = self.weights
        return {term: weight * weights[term] / length for term, weight in terms.items()} if length else {}

    def length(self, terms: Mapping[str, float]) -> float:
        """The length of terms times their idf."""
        return terms.length(self.weights, self.age) if isinstance(terms, Terms) else _length(terms, self.weights)

    def asked(self, vector: Mapping[str, float]) -> dict[str, float]:
        """A vector made ready for `cosine` and `mean_with`: times the weights once more, for what it meets."""
        weights = self.weights
        return {term: weight * weights[term] for term, weight in vector.items()}

    def cosine(self, asked: Mapping[str, float], terms: Terms) -> float:
        """The cosine of a vector of length one, made ready by `asked`, and of terms that are not yet scaled."""
        product = sum([asked[term] * terms[term] for term in filter(terms.__contains__, asked)])
        return product / terms.length(self.weights, self.age) if product else 0.0

    def mean_cosine(self, some: Iterable[Sum], others: Sequence[Sum]) -> float:
        """The mean of the cosines of all texts of some sums with all of others."""
        weights, age = self.weights, self.age
        product, pairs = 0.0, 0
        for one in some:
            left = one.total(weights, age)
            for other in others:
                right = other.total(weights, age)
                shared = filter(right.__contains__, left)
                product += sum([left[term] * right[term] * weights[term] ** 2 for term in shared])
                pairs += len(one.texts) * len(other.texts)
        return product / pairs if pairs else 0.0

    def mean_with(self, asked: Mapping[str, float], texts: Sum) -> float:
        """The mean of the cosines of a vector of length one, made ready by `asked`, with the texts of a sum."""
        total = texts.total(self.weights, self.age)
        product = sum([asked[term] * total[term] for term in filter(total.__contains__, asked)])
        return product / len(texts.texts) if texts.texts else 0.0

    def overlaps(self, one: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> float:
        """The greatest cosine of a title with others as sets of stems."""
        stems, weights = frozenset(one), self.weights
        near = [two for two in others if not stems.isdisjoint(two)]
        own = sum([weights[term] ** 2 for term in one]) if near else 0.0
        return max([self._overlap(stems, two) / math.sqrt(own) for two in near], default=0.0)

    def _overlap(self, stems: frozenset[str], two: tuple[str, ...]) -> float:
        squares = {term: self.weights[term] ** 2 for term in two}
        shared = sum([squares[term] for term in sorted(stems.intersection(two))])
        return shared / math.sqrt(sum(squares.values()))


def _length(terms: Mapping[str, float], weights: Weights) -> float:
    if len(terms) < 2:
        return sum([abs(weight * weights[term]) for term, weight in terms.items()])
    return math.hypot(*map(mul, terms.values(), itemgetter(*terms)(weights)))
