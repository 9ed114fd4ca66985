"""Precision, recall and F1 from counts."""

from collections.abc import Iterable, Sequence


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 when both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ratio(part: float, whole: float) -> float:
    """`part / whole`; 0 when there is no whole, so that an empty answer earns nothing."""
    return part / whole if whole else 0.0


def f1_of(right: float, predicted: float, gold: float) -> float:
    """Micro F1 from the number right, predicted and gold; 0 when nothing is right."""
    return f1(ratio(right, predicted), ratio(right, gold))


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of none."""
    return sum(values) / len(values) if values else 0.0


def macro_f1(gold: Sequence[str], predicted: Sequence[str], labels: Iterable[str]) -> float:
    """Mean F1 over those of `labels` that occur in `gold`; a prediction outside of them is simply wrong."""
    scores: list[float] = []
    for label in labels:
        if label not in gold:
            continue
        right = sum(1 for g, p in zip(gold, predicted, strict=True) if g == p == label)
        scores.append(f1_of(right, sum(p == label for p in predicted), sum(g == label for g in gold)))
    return mean(scores)
