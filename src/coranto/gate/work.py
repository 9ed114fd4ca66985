"""What a scorer is given: one corpus, the sets beside it, and careful calls of the rooms' doors."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from coranto.errors import CorantoError
from coranto.gate.sets import Corpus, find, load

T = TypeVar("T")

# what a defect of a room raises; the gate counts it as an empty answer and says so
_DEFECTS = (
    ArithmeticError, AssertionError, AttributeError, CorantoError, LookupError, NameError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip


class NoDoorError(CorantoError):
    """A room or a door of it is not there; the message names it."""


def door(room: str, name: str) -> Callable[..., Any]:
    """The door `name` of `coranto.<room>`. Raises `NoDoorError` when the room cannot be imported or lacks it."""
    try:
        found = getattr(import_module(f"coranto.{room}"), name, None)
    except ImportError as error:
        raise NoDoorError(f"coranto.{room} cannot be imported: {error}") from error
    if not callable(found):
        raise NoDoorError(f"coranto.{room}.{name} is not there")
    return found  # type: ignore[no-any-return]


def both_ways(ask: Callable[..., T]) -> tuple[tuple[str, Callable[..., T]], ...]:
    """A door of the reading as it stands, and by rules alone (the part `rules` of a set's scores)."""
    return ("", ask), ("rules", partial(ask, model=False))


@dataclass(slots=True)
class Work:
    """One run of one scorer. `corpus` is the set to score; `digests` of all files that the score stands on."""

    folder: Path
    corpus: Corpus
    sample: int | None = None
    digests: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def beside(self, place: str) -> tuple[dict[str, Any], ...]:
        """All rows of another set that belongs to this one, without a limit; its digest joins the score's."""
        rows: list[dict[str, Any]] = []
        for path in find(self.folder, place):
            other = load(path)
            self.digests.append(other.digest)
            self.notes[f"broken rows in {other.name}"] += other.broken
            rows += other.rows
        return tuple(rows)

    def attempt(self, ask: Callable[..., T], *values: object) -> T | None:
        """The answer of a door, or None where it raised, which is noted and scored as an empty answer."""
        try:
            return ask(*values)
        except _DEFECTS as error:
            where = getattr(ask, "__qualname__", "a door")
            self.notes[f"{where} raised {type(error).__name__}: {str(error)[:80]}"] += 1
            return None

    def gold(self, parse: Callable[..., T], *values: object) -> T | None:
        """What `parse` makes of a row's gold, or None where the row is malformed, which is noted."""
        try:
            return parse(*values)
        except _DEFECTS:
            self.broken("malformed")
            return None

    def broken(self, why: str) -> None:
        """Notes a row that cannot be scored."""
        self.notes[f"rows set aside: {why}"] += 1
