"""What changed between two versions of one article, word by word.

Words that stand once in both versions fix what corresponds (patience diff, Cohen 2003), longer runs before single
words; small gaps between them are compared by `difflib`. Time is bounded whatever the texts are.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from coranto.types import TITLE, Article, Sentence, VersionDiff, WordChange

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_RUNS = (12, 4, 1)
_GAP_STEPS = 60_000
_ALL_STEPS = 6_000_000
_SHORT = 3

Span = tuple[int, int, int, int]
"""Half-open word numbers of a stretch: first and end in the old version, first and end in the new."""


def _anchors(old: Sequence[str], new: Sequence[str], gap: Span, run: int) -> list[tuple[int, int]]:
    """Pairs of places where a run of words begins that stands once in each side of a gap, rising on both sides."""
    left, right = _once(old, gap[0], gap[1], run), _once(new, gap[2], gap[3], run)
    pairs = [(at, right[words]) for words, at in left.items() if words in right]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        place = bisect_left(tails, there)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(there)
            ends.append(number)
        else:
            tails[place], ends[place] = there, number
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _once(words: Sequence[str], first: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """The runs of words that stand only once, with their places, in order."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(first, end - run + 1):
        key = tuple(words[at : at + run])
        found[key] = -1 if key in found else at
    return {key: at for key, at in found.items() if at >= 0}


def _grown(old: Sequence[str], new: Sequence[str], gap: Span, run: int) -> Iterator[Span]:
    """The equal stretches of a gap that grow from its anchors, in order, none overlapping."""
    here, there = gap[0], gap[2]
    for left, right in _anchors(old, new, gap, run):
        if left < here or right < there:
            continue
        first, second = left, right
        while first > here and second > there and old[first - 1] == new[second - 1]:
            first, second = first - 1, second - 1
        end, stop = left, right
        while end < gap[1] and stop < gap[3] and old[end] == new[stop]:
            end, stop = end + 1, stop + 1
        yield first, end, second, stop
        here, there = end, stop


def _gaps(whole: Span, equal: Sequence[Span]) -> list[Span]:
    """What of a stretch lies between its equal parts, empty stretches left out."""
    edges = [(whole[0], whole[0], whole[2], whole[2]), *equal, (whole[1], whole[1], whole[3], whole[3])]
    found = [(one[1], two[0], one[3], two[2]) for one, two in pairwise(edges)]
    return [gap for gap in found if gap[0] < gap[1] and gap[2] < gap[3]]


def _steps(old: Sequence[str], new: Sequence[str], gap: Span) -> int:
    """At most how many steps `difflib` takes over a gap."""
    left, right = Counter(old[gap[0] : gap[1]]), Counter(new[gap[2] : gap[3]])
    pairs = sum(count * right[word] for word, count in left.items() if word in right)
    return (1 + pairs) * min(gap[1] - gap[0], gap[3] - gap[2])


def _rest(old: Sequence[str], new: Sequence[str], gaps: Sequence[Span]) -> Iterator[Span]:
    """The equal stretches of the last gaps, as far as the steps allowed reach."""
    left = _ALL_STEPS
    for gap in gaps:
        steps = _steps(old, new, gap)
        if steps > min(_GAP_STEPS, left):
            continue
        left -= steps
        matcher = SequenceMatcher(None, old[gap[0] : gap[1]], new[gap[2] : gap[3]], autojunk=False)
        for one, two, size in matcher.get_matching_blocks():
            if size:
                yield gap[0] + one, gap[0] + one + size, gap[2] + two, gap[2] + two + size


def _equal(old: Sequence[str], new: Sequence[str]) -> list[Span]:
    """All equal stretches of two versions, in order, neighbours joined."""
    whole = (0, len(old), 0, len(new))
    found: list[Span] = []
    for run in _RUNS:
        found += [one for gap in _gaps(whole, found) for one in _grown(old, new, gap, run)]
        found.sort()
    found += list(_rest(old, new, _gaps(whole, found)))
    joined: list[Span] = []
    for one in sorted(found):
        if joined and joined[-1][1] == one[0] and joined[-1][3] == one[2]:
            joined[-1] = (joined[-1][0], one[1], joined[-1][2], one[3])
        else:
            joined.append(one)
    return joined


def _kept(old: Sequence[str], equal: Sequence[Span], ends: tuple[int, int]) -> list[Span]:
    """The equal stretches that are worth showing: not a lone short word or mark between two replaced passages."""
    kept: list[Span] = []
    for at, one in enumerate(equal):
        before = kept[-1] if kept else (0, 0, 0, 0)
        after = equal[at + 1] if at + 1 < len(equal) else (ends[0], ends[0], ends[1], ends[1])
        lone = one[1] - one[0] == 1 and len(old[one[0]]) <= _SHORT
        around = (one[0] - before[1], one[2] - before[3], after[0] - one[1], after[2] - one[3])
        if not (lone and min(around) > 1):
            kept.append(one)
    return kept


def _sentence(sentences: Sequence[Sentence], starts: Sequence[int], at: int) -> int:
    number = bisect_right(starts, at) - 1
    return sentences[number].index if 0 <= number < len(sentences) else 0


class _Side:
    """One version: its words with their offsets, and the sentences they stand in."""

    def __init__(self, text: str, sentences: Sequence[Sentence] | None) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = [match.group() for match in found]
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]
        self._sentences = sentences
        self._firsts = [one.start for one in sentences or ()]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The offsets of some words; where there are none, those of the place between two."""
        if first < end:
            return self._starts[first], self._ends[end - 1]
        at = self._ends[first - 1] if first else 0
        return at, at

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset."""
        return TITLE if self._sentences is None else _sentence(self._sentences, self._firsts, at)


def _change(old: _Side, new: _Side, span: Span) -> WordChange:
    here, there = old.span(span[0], span[1]), new.span(span[2], span[3])
    return WordChange(
        op="changed" if span[0] < span[1] and span[2] < span[3] else "removed" if span[0] < span[1] else "added",
        old=old.text[here[0] : here[1]], new=new.text[there[0] : there[1]],
        old_start=here[0], old_end=here[1], new_start=there[0], new_end=there[1],
        old_sentence=old.sentence(here[0]), new_sentence=new.sentence(there[0]),
    )  # fmt: skip


def _changes(old: _Side, new: _Side) -> tuple[WordChange, ...]:
    ends = len(old.words), len(new.words)
    equal = _kept(old.words, _equal(old.words, new.words), ends)
    found: list[WordChange] = []
    here = there = 0
    for one in (*equal, (ends[0], ends[0], ends[1], ends[1])):
        if here < one[0] or there < one[2]:
            found.append(_change(old, new, (here, one[0], there, one[2])))
        if one[0] < one[1]:
            found.append(replace(_change(old, new, one), op="same"))
        here, there = one[1], one[3]
    return tuple(found)


def diff(old: Article, new: Article) -> VersionDiff:
    """What the later version keeps, adds, removes and changes: of the title, then of the text, in reading order.

    Offsets point into the versions' own titles and texts. Linear up to sorting on texts without many repeated
    words; where they repeat without end, a gap counts as changed whole.
    """
    return VersionDiff(
        old=old.id,
        new=new.id,
        title=_changes(_Side(old.title, None), _Side(new.title, None)),
        text=_changes(_Side(old.text, old.sentences), _Side(new.text, new.sentences)),
    )
