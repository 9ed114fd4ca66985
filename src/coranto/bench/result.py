"""What a run of the bench gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the line: `articles` went through in `cpu` seconds (median of `repeats`), at
    `per_second` articles per CPU-second; `peak_mb` is the most memory held meanwhile, in MiB, with what was
    held before (0 where the system does not tell)."""

    name: str
    articles: int
    cpu: float
    per_second: float
    peak_mb: float
    repeats: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """CPU seconds per article of the ordered half with `live` articles in its windows, of them `copies` and
    `stories`, and the `kilobytes` (of 1,024) that both keep per live article."""

    live: int
    seconds: float
    copies: float = 0.0
    stories: float = 0.0
    kilobytes: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another way of doing a stage's work on the same input in the same run; `ratio` is the stage's speed
    over the peer's. The peaks are the most memory held by either, in MiB, with what was held before (0 where it
    was not measured)."""

    name: str
    stage: str
    articles: int
    per_second: float
    stage_per_second: float
    ratio: float
    peak_mb: float = 0.0
    stage_peak_mb: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchResult:
    """All of a run; `skipped` says what could not be measured and why."""

    stages: tuple[Stage, ...]
    curve: tuple[Point, ...] = ()
    peers: tuple[Peer, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def flatness(self) -> float | None:
        """Cost per article at the most live articles over that at the fewest; None with fewer than two points."""
        if len(self.curve) < 2 or not self.curve[0].seconds:
            return None
        return self.curve[-1].seconds / self.curve[0].seconds
