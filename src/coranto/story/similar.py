"""Similarity of weighted terms under the idf of the recent stream."""

import math
from collections import deque
from collections.abc import Iterable, Mapping

_FLOOR = 60
_STEP = 1.05
_CAP = 5


class Idf:
    """How telling a term is among the happenings of the last days: ln of how rare it is there.

    A function of the window's articles, the undated ones and their stories alone. A story counts
    with at most `_CAP` of its articles, so that the most told of all happenings keeps its own words telling.
    `levels[n]` is the weight of a term that n have, at least 0.1; among few all terms weigh nearly alike.
    """

    def __init__(self, days: int) -> None:
        self._days = days
        self._queue: deque[tuple[int, str, tuple[str, ...]]] = deque()
        self._told: dict[str, dict[str, int]] = {}
        self._sizes: dict[str, int] = {}
        self._all: dict[str, int] = {}
        self._total = 0
        self._step = -1
        self.counts: dict[str, int] = {}
        self.levels: list[float] = []
        self._level()

    def add(self, day: int, story: str, terms: Iterable[str]) -> None:
        """Counts an article of that day (0 = undated: counted for good) and story."""
        kept = tuple(terms)
        if day:
            self._queue.append((day, story, kept))
        size = self._sizes[story] = self._sizes.get(story, 0) + 1
        self._total += size <= _CAP
        told = self._told.setdefault(story, {})
        for term in kept:
            self._all[term] = self._all.get(term, 0) + 1
            count = told[term] = told.get(term, 0) + 1
            if count <= _CAP:
                self.counts[term] = self.counts.get(term, 0) + 1
        self._level()

    def expire(self, day: int) -> None:
        """Forgets what is older than the days before that day."""
        while self._queue and self._queue[0][0] < day - self._days:
            self._forget(*self._queue.popleft()[1:])
        self._level()

    def _forget(self, story: str, terms: tuple[str, ...]) -> None:
        size = self._sizes[story] = self._sizes[story] - 1
        self._total -= size < _CAP
        told = self._told[story]
        for term in terms:
            self._all[term] -= 1
            if not self._all[term]:
                del self._all[term]
            count = told[term] = told[term] - 1
            if count < _CAP:
                left = self.counts[term] = self.counts[term] - 1
                if not left:
                    del self.counts[term]
            if not count:
                del told[term]
        if not size:
            del self._sizes[story], self._told[story]

    def _level(self) -> None:
        """Renews the levels when the number of articles has grown or shrunk by a twentieth."""
        total = max(_FLOOR, self._total)
        step = math.ceil(math.log(total) / math.log(_STEP))
        if step != self._step:
            self._step = step
            most = _STEP**step
            self.levels = [max(0.1, math.log((most + 1.0) / (count + 0.5))) for count in range(int(most) + 2)]

    @property
    def size(self) -> int:
        """How many articles there are in the window."""
        return len(self._queue)

    def told(self, term: str) -> int:
        """How many articles of the window have a term."""
        return self._all.get(term, 0)

    def of(self, term: str) -> float:
        """The weight of a term."""
        return self.levels[self.counts.get(term, 0)]

    def scaled(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Terms times their idf, as a vector of length one."""
        levels, counts = self.levels, self.counts
        vector = {term: weight * levels[counts.get(term, 0)] for term, weight in terms.items()}
        length = math.sqrt(sum([weight * weight for weight in vector.values()]))
        return {term: weight / length for term, weight in vector.items()} if length else {}

    def cosine(self, vector: Mapping[str, float], terms: Mapping[str, float]) -> float:
        """The cosine of a vector of length one and of terms that are not yet scaled."""
        levels, counts = self.levels, self.counts
        shared = sum([vector[term] * terms[term] * levels[counts.get(term, 0)] for term in vector if term in terms])
        if not shared:
            return 0.0
        return shared / math.sqrt(
            sum([(weight * levels[counts.get(term, 0)]) ** 2 for term, weight in terms.items()])
        )

    def overlap(self, one: tuple[str, ...], two: tuple[str, ...]) -> float:
        """The cosine of two titles as sets of stems."""
        both = set(two).intersection(one)
        if not both:
            return 0.0
        shared = sum([self.of(term) ** 2 for term in sorted(both)])
        lengths = sum([self.of(term) ** 2 for term in one]) * sum([self.of(term) ** 2 for term in two])
        return shared / math.sqrt(lengths)
