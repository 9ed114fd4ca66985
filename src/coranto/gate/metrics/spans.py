"""Character spans: exact and soft agreement, and the pairing of attributions."""

from collections.abc import Iterable, Mapping, Sequence

from coranto.gate.metrics.counts import f1, f1_of, ratio

Spans = tuple[tuple[int, int], ...]
Parts = Mapping[str, Spans]
"""The spans of an attribution by part: `source`, `cue`, `content`."""


def tidy(spans: Iterable[Sequence[int]], text: str) -> Spans:
    """Spans in order, trimmed of white space, those with only white space between them joined; empty ones
    and those outside of the text are dropped."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((int(span[0]), int(span[1])) for span in spans if len(span) == 2):
        start, end = max(start, 0), min(end, len(text))
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if end <= start:
            continue
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def size(spans: Spans) -> int:
    """How many characters they hold."""
    return sum(end - start for start, end in spans)


def shared(one: Spans, other: Spans) -> int:
    """How many characters two lists of disjoint spans have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def pair(gold: Sequence[Parts], predicted: Sequence[Parts]) -> dict[int, int]:
    """One gold attribution to one predicted, by best overlap: the mean over the parts of shared characters
    over all characters, best pairs first. Gives predicted index by gold index."""
    order = [(_reach(parts), at) for at, parts in enumerate(predicted)]
    candidates: list[tuple[float, int, int]] = []
    for g, wanted in enumerate(gold):
        low, high = _reach(wanted)
        for (start, end), p in order:
            if start < high and low < end and (likeness := _likeness(wanted, predicted[p])) > 0:
                candidates.append((-likeness, g, p))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in sorted(candidates):
        if g not in chosen and p not in taken:
            chosen[g] = p
            taken.add(p)
    return chosen


def _reach(parts: Parts) -> tuple[int, int]:
    spans = [span for some in parts.values() for span in some]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, 0)


def _likeness(one: Parts, other: Parts) -> float:
    likeness = 0.0
    for part in ("source", "cue", "content"):
        mine, theirs = one.get(part, ()), other.get(part, ())
        common = shared(mine, theirs)
        likeness += ratio(common, size(mine) + size(theirs) - common)
    return likeness / 3


class SpanTally:
    """Counts one part (source, cue or content) over all attributions; `exact` and `soft` give its F1.

    Exact: equal sets of spans. Soft (Johansson and Moschitti 2010): each predicted part is right by the
    share of its characters that the paired gold part has, each gold part found by the share predicted.
    """

    def __init__(self) -> None:
        self.gold = self.predicted = 0
        self.equal = 0
        self.right = self.found = 0.0

    def add(self, gold: Spans, predicted: Spans) -> None:
        """Counts a pair; either may be empty (nothing there, or nothing found)."""
        self.gold += bool(gold)
        self.predicted += bool(predicted)
        self.equal += bool(gold) and gold == predicted
        common = shared(gold, predicted)
        self.right += ratio(common, size(predicted))
        self.found += ratio(common, size(gold))

    @property
    def exact(self) -> float:
        """F1 of equal span sets."""
        return f1_of(self.equal, self.predicted, self.gold)

    @property
    def soft(self) -> float:
        """F1 of character overlap."""
        return f1(ratio(self.right, self.predicted), ratio(self.found, self.gold))


def match_overlaps(gold: Sequence[tuple[int, int]], predicted: Sequence[tuple[int, int]]) -> dict[int, int]:
    """One gold span to one predicted span that overlaps it, most shared characters first."""
    candidates: list[tuple[int, int, int]] = []
    for g, (start, end) in enumerate(gold):
        for p, (low, high) in enumerate(predicted):
            if (common := min(end, high) - max(start, low)) > 0:
                candidates.append((-common, g, p))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in sorted(candidates):
        if g not in chosen and p not in taken:
            chosen[g] = p
            taken.add(p)
    return chosen
