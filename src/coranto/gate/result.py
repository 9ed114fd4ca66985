"""What a run of the gate gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One score: `id` such as `articles.text_f1` on `set`, `value` 0..1 over `n` items, in wall `seconds`.

    `floor` is the least value that passes, None where no floor holds for this corpus; `corpus` the digest
    of the decompressed files the score stands on.
    """

    id: str
    set: str
    value: float
    n: int
    seconds: float
    floor: float | None = None
    corpus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """All scores of a run; `skipped` names the sets and doors that were not there; `notes` say what else a
    reader must know (broken rows, answers that raised, set aside items); `sample` is the limit per set."""

    rows: tuple[Row, ...]
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sample: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """What a scorer found: a lasting row id, its value over `n` items, the part of the set where it is only a
    part, and the counts (right, predicted, gold) where the scores of several sets may be pooled."""

    id: str
    value: float
    n: int
    set: str = ""
    counts: tuple[int, int, int] | None = None
