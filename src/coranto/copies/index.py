"""The index of recent fingerprints: which earlier articles share narration with a new one."""

from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from coranto.settings import CopiesOptions
from coranto.types import Print

_LOOKED_AT = 64
_TEMPLATE_LOOK = 64
_TEMPLATE_DAYS = 3
_FRAMED = 4
_FEWEST = min(_TEMPLATE_DAYS, _FRAMED)
_FRAME = 0.4
_CANDIDATES = 48
_WHOLE = 0.7
_ALIKE = 0.95
_COPIES_SHOWN = 16
"""Of a hundred pages of the very same words the first sixteen are parent enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An earlier article that shares `shared` fingerprints of narration: `hashes`, in the child's order."""

    parent: str
    shared: int
    hashes: tuple[int, ...] = ()


def day_of(when: str) -> int:
    """The proleptic day number of an ISO time, 0 when it has none; a month or year counts as its first day."""
    parts = (when[:10].split("T")[0] + "-01-01").split("-")
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])).toordinal()
    except ValueError:
        return 0


class CopyIndex:
    """Postings of fingerprints over a window of days.

    Its answers depend on the prints of the window alone, in the order they were added: an index made anew
    from them goes on in the same way. Memory grows with the window, never with the archive; a look-up
    reads at most 64 postings for a fingerprint. Undated prints stay.
    """

    def __init__(self, options: CopiesOptions | None = None) -> None:
        self._options = options or CopiesOptions()
        # Most fingerprints are of one article alone, whose number stands for the list of it.
        self._postings: dict[int, int | list[int]] = {}
        self._prints: dict[int, Print] = {}
        self._days: dict[int, int] = {}
        self._queue: deque[int] = deque()
        self._formulas: dict[int, bool] = {}
        self._frames: dict[tuple[int, ...], bool] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._prints)

    def restore(self, prints: Iterable[Print]) -> None:
        """Adds the prints of the window again, in order, without looking for candidates."""
        for one in prints:
            self._insert(one)

    def add(self, print_: Print) -> tuple[Candidate, ...]:
        """The earlier articles that share enough narration with this one, best first; then it is indexed."""
        if print_.when:
            self.expire(print_.when)
        found = self._candidates(print_)
        self._insert(print_)
        return found

    def expire(self, when: str) -> None:
        """Forgets the prints that are older than the window before `when` (an ISO time)."""
        limit = day_of(when) - self._options.window_days
        if self._queue and self._days[self._queue[0]] < limit:
            self._frames.clear()
        while self._queue and self._days[self._queue[0]] < limit:
            number = self._queue.popleft()
            gone = self._prints.pop(number)
            del self._days[number]
            for one in gone.hashes:
                self._leave(one, number)

    def _leave(self, one: int, number: int) -> None:
        """Takes an article out of the posting of a fingerprint."""
        left = self._postings.get(one)
        if not isinstance(left, list):
            self._postings.pop(one, None)
            return
        self._formulas.pop(one, None)
        left.remove(number)
        if len(left) == 1:
            self._postings[one] = left[0]

    def _insert(self, print_: Print) -> None:
        number = self._next
        self._next += 1
        self._prints[number] = print_
        self._days[number] = day_of(print_.when)
        if self._days[number]:
            self._queue.append(number)
        for one in print_.hashes:
            posting = self._postings.setdefault(one, number)
            if isinstance(posting, list):
                posting.append(number)
            elif posting != number:
                self._postings[one] = [posting, number]

    def _candidates(self, print_: Print) -> tuple[Candidate, ...]:
        known = list(filter(self._postings.__contains__, print_.hashes))
        formulas = set(filter(self._formula, known))
        telling = Counter(chain.from_iterable([self._seen(one) for one in known if one not in formulas]))
        near = {number for number, count in telling.items() if count >= self._options.shared}
        # A page that repeats nearly whole is a copy even where its words recur day after day.
        whole = max(self._options.shared, _WHOLE * len(print_.hashes))
        if not near and len(known) < whole:
            return ()
        every = Counter(chain.from_iterable(map(self._seen, known)))
        kept = [number for number, count in every.items() if number in near or count >= whole]
        kept.sort(key=every.__getitem__, reverse=True)
        alike = sum(every[number] >= _ALIKE * len(print_.hashes) for number in kept)
        surplus = max(0, alike - _COPIES_SHOWN)
        chosen = kept[: alike - surplus] + kept[alike:]
        plain = [set[int]() if telling[one] < self._options.shared else formulas for one in chosen]
        return tuple(
            self._candidate(print_, number, left) for number, left in zip(chosen[:_CANDIDATES], plain, strict=False)
        )

    def _candidate(self, print_: Print, number: int, left: Collection[int]) -> Candidate:
        """The candidate with the fingerprints shared, but for some `left` out."""
        parent = self._prints[number]
        own = frozenset(parent.hashes)
        shared = tuple(one for one in print_.hashes if one in own and one not in left)
        return Candidate(parent=parent.article, shared=len(shared), hashes=shared)

    def _seen(self, one: int) -> list[int]:
        posting = self._postings[one]
        return [posting] if isinstance(posting, int) else posting[:_LOOKED_AT]

    def _formula(self, one: int) -> bool:
        """Whether these words are a service's formulas or a feed's frame, as its earliest pages tell."""
        posting = self._postings[one]
        if isinstance(posting, int) or len(posting) < _FEWEST:
            return False
        known = self._formulas.get(one)
        if known is None:
            template = self._template(posting)
            known = template or self._furniture(posting)
            # Until an early page leaves the window, a template stays one, and a full list stays as it is.
            if template or len(posting) >= _TEMPLATE_LOOK:
                self._formulas[one] = known
        return known

    def _template(self, posting: list[int]) -> bool:
        """Whether these words recur on several days of one outlet, as formulas of a service do."""
        if len(posting) < _TEMPLATE_DAYS or self._days[posting[-1]] - self._days[posting[0]] < _TEMPLATE_DAYS - 1:
            return False
        days: dict[str, set[int]] = {}
        for number in posting[:_TEMPLATE_LOOK]:
            outlet = self._prints[number].outlet
            if outlet and self._days[number]:
                days.setdefault(outlet, set()).add(self._days[number])
        return any(len(seen) >= _TEMPLATE_DAYS for seen in days.values())

    def _furniture(self, posting: list[int]) -> bool:
        """Whether these words recur on pages of one outlet that have little else in common, as the frame of a feed
        does from its first day on."""
        if len(posting) < _FRAMED:
            return False
        seen = posting[:_TEMPLATE_LOOK]
        outlets = [self._prints[number].outlet for number in seen]
        outlet, count = Counter(outlets).most_common(1)[0]
        if not outlet or count < _FRAMED:
            return False
        pages = tuple([number for number, name in zip(seen, outlets, strict=True) if name == outlet][:_FRAMED])
        if pages not in self._frames:
            self._frames[pages] = self._unlike(pages)
        return self._frames[pages]

    def _unlike(self, pages: tuple[int, ...]) -> bool:
        """Whether no two of some pages share more than two fifths of the shorter one's fingerprints."""
        held = [frozenset(self._prints[number].hashes) for number in pages]
        return all(
            len(one & other) <= _FRAME * min(len(one), len(other))
            for at, one in enumerate(held)
            for other in held[at + 1 :]
        )
