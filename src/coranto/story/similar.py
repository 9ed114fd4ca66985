"""Similarity of weighted terms under the idf of the recent stream."""

import math
from collections import Counter, deque
from collections.abc import Iterable, Mapping

_FLOOR = 60


class Idf:
    """How telling a term is among the articles of the last days: ln of the share that has it.

    A function of those articles alone; undated ones are not counted.
    """

    def __init__(self, days: int) -> None:
        self._days = days
        self._queue: deque[tuple[int, tuple[str, ...]]] = deque()
        self._counts: Counter[str] = Counter()

    def add(self, day: int, terms: Iterable[str]) -> None:
        """Counts an article of that day (0 = undated: not counted)."""
        if day:
            kept = tuple(terms)
            self._queue.append((day, kept))
            self._counts.update(kept)

    def expire(self, day: int) -> None:
        """Forgets what is older than the days before that day."""
        while self._queue and self._queue[0][0] < day - self._days:
            _, terms = self._queue.popleft()
            self._counts.subtract(terms)
            for term in terms:
                if not self._counts[term]:
                    del self._counts[term]

    def of(self, term: str) -> float:
        """The weight of a term, at least 0.1; among few articles every term counts nearly alike."""
        total = max(_FLOOR, len(self._queue))
        return max(0.1, math.log((total + 1.0) / (self._counts[term] + 0.5)))


def scaled(terms: Mapping[str, float], idf: Mapping[str, float]) -> dict[str, float]:
    """Terms times their idf, as a vector of length one."""
    vector = {term: weight * idf[term] for term, weight in terms.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    small, large = (one, two) if len(one) < len(two) else (two, one)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


class Table(dict[str, float]):
    """Idf values, looked up once for each term."""

    def __init__(self, idf: Idf) -> None:
        super().__init__()
        self._idf = idf

    def __missing__(self, term: str) -> float:
        value = self[term] = self._idf.of(term)
        return value
