"""Days and intervals of days."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `start` up to and not including `end`. Raises `ValueError` when it holds no day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"an interval must hold at least one day: {self.start} .. {self.end}")

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def meet(self, other: "Interval") -> "Interval | None":
        """The days they share, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start < end else None


def day(value: date) -> Interval:
    """The interval of one day."""
    return Interval(value, value + timedelta(days=1))
