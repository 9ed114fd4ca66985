"""Which open stories share telling terms with an article."""

from array import array
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import islice

_QUERY_TERMS = 20
_POSTED = 40
_POSTED_PER_STORY = 160
_LOOKED_AT = 400
_CANDIDATES = 12


class Postings:
    """The open stories of each term, of the heaviest 40 of an article and at most 160 of a story.

    A look-up takes the 20 heaviest terms of an article, the rarest first, until 400 stories are looked at.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._stories: dict[int, str] = {}
        self._terms: dict[int, set[str]] = {}
        self._lists: dict[str, array[int]] = {}
        self._next = 0

    def __len__(self) -> int:
        """How many terms have a story."""
        return len(self._lists)

    def put(self, story: str, terms: Iterable[str]) -> None:
        """Notes that a story has an article with these terms, heaviest first."""
        number = self._numbers.get(story)
        if number is None:
            number = self._numbers[story] = self._next
            self._stories[number] = story
            self._terms[number] = set()
            self._next += 1
        posted = self._terms[number]
        for term in islice(terms, _POSTED):
            if term not in posted and len(posted) < _POSTED_PER_STORY:
                posted.add(term)
                if term in self._lists:
                    self._lists[term].append(number)
                else:
                    self._lists[term] = array("q", (number,))

    def drop(self, stories: Iterable[str]) -> None:
        """Forgets stories; many at once cost little more than one."""
        gone = {self._numbers.pop(story) for story in stories}
        terms: dict[str, None] = {}
        for number in sorted(gone):
            del self._stories[number]
            terms.update(dict.fromkeys(self._terms.pop(number)))
        for term in terms:
            self._shorten(term, gone)

    def _shorten(self, term: str, gone: AbstractSet[int]) -> None:
        left = [number for number in self._lists[term] if number not in gone]
        if left:
            self._lists[term] = array("q", left)
        else:
            del self._lists[term]

    def nearest(self, vector: Mapping[str, float]) -> list[str]:
        """Up to 12 stories by the sum of the squared weights of the terms they share with a vector, best first."""
        heaviest = sorted([(-weight, term) for term, weight in vector.items()])[:_QUERY_TERMS]
        known = sorted([(len(self._lists[term]), term) for _, term in heaviest if term in self._lists])
        counts: dict[int, float] = {}
        left = _LOOKED_AT
        for length, term in known:
            left -= length
            if left < 0:
                break
            weight = vector[term] ** 2
            for number in self._lists[term]:
                counts[number] = counts.get(number, 0.0) - weight
        if not counts:
            return []
        least = sorted(counts.values())[:_CANDIDATES][-1]
        near = [(count, self._stories[number]) for number, count in counts.items() if count <= least]
        return [story for _, story in sorted(near)[:_CANDIDATES]]
