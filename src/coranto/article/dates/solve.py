"""The days on which a page was most likely published: evidence weighed day by day, hard bounds kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from coranto.article.dates.spread import Days, Window, number


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that a text says of its day of publication: its kind, the chance that it gives each day of the
    window, the rule and words that it is, and how far it counts beside others that say the same."""

    kind: str
    chance: Days
    rule: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The days `[start, end)` that hold most of the weight, the best one, and the clues that speak for it most."""

    start: date
    end: date
    best: date
    clues: tuple[Clue, ...]

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.end - self.start).days


def solve(window: Window, clues: Sequence[Clue], low: date | None, high: date | None) -> Answer | None:
    """The shortest run of days with most of the weight of all clues, none before `low`, none from `high` on.

    None where the bounds leave no day of the window.
    """
    score = np.zeros(window.last - window.first)
    for clue in clues:
        score += np.log(clue.chance) * clue.weight
    first = max(window.first, low.toordinal()) if low else window.first
    last = min(window.last, high.toordinal()) if high else window.last
    if first >= last:
        return None
    part = score[first - window.first : last - window.first]
    mass = np.exp(part - part.max())
    start, end = _shortest(mass, number("solver", "close"))
    if end - start > number("solver", "few"):
        start, end = _shortest(mass, number("solver", "mass"))
    best = int(np.argmax(part))
    strongest = _strongest(clues, first + best - window.first)
    return Answer(
        date.fromordinal(first + start), date.fromordinal(first + end), date.fromordinal(first + best), strongest
    )


def shared(clues: Sequence[Clue]) -> list[Clue]:
    """The clues with their weights: n of one kind repeat one another and weigh as `n ** power` of them."""
    count = Counter(clue.kind for clue in clues)
    return [
        replace(clue, weight=clue.weight * count[clue.kind] ** (number("power", clue.kind) - 1)) for clue in clues
    ]


def _shortest(mass: NDArray[np.float64], share: float) -> tuple[int, int]:
    """The shortest half-open run that holds `share` of the mass; the earliest of equals."""
    total = np.concatenate(([0.0], np.cumsum(mass)))
    starts = np.arange(len(mass))
    ends = np.searchsorted(total, total[:-1] + share * total[-1] - 1e-12)
    fits = ends <= len(mass)
    lengths = np.where(fits, ends - starts, len(mass) + 1)
    at = int(np.argmin(lengths))
    return at, int(ends[at])


def _strongest(clues: Sequence[Clue], at: int, most: int = 6) -> tuple[Clue, ...]:
    """The clues that raise the chance of a day most above their own mean, strongest first."""
    told = [(float(np.log(clue.chance[at] / clue.chance.mean())), -n) for n, clue in enumerate(clues)]
    ranked = sorted(range(len(clues)), key=lambda n: told[n], reverse=True)
    return tuple(clues[n] for n in ranked if told[n][0] > 0 and clues[n].rule)[:most]
