"""What a time expression is resolved against, and what a resolution is."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from coranto.reading.times.tense import Direction
from coranto.types import Interval
from coranto.types.reading import TimexType

Anchor = Literal["self", "publication", "narrative", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A resolved expression; `interval` only where it is not simply that of `value`."""

    type: TimexType
    value: str
    mod: str = ""
    anchor: Anchor = "publication"
    confidence: float = 0.9
    interval: Interval | None = None
    slip: bool = False


@dataclass(slots=True)
class Trail:
    """What the text named before: the last day, the last year and the last quarter."""

    day: date | None = None
    year: str = ""
    quarter: str = ""


@dataclass(slots=True, kw_only=True)
class Ground:
    """One day to resolve against (None: undated), the tense around the expression, and the trail.

    `exact` says that the day is known and not an end of a longer interval.
    """

    day: date | None
    exact: bool = True
    tense: Direction = ""
    trail: Trail = field(default_factory=Trail)


def explicit(value: str, mod: str = "") -> Found:
    """A date that says all of itself."""
    return Found(type="DATE", value=value, mod=mod, anchor="self", confidence=1.0)


def open_date(value: str, mod: str = "") -> Found:
    """A date with X where nothing is known."""
    return Found(type="DATE", value=value, mod=mod, anchor="none", confidence=0.3)


def reference(value: str) -> Found:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""
    return Found(type="DATE", value=value, anchor="none", confidence=0.5)
