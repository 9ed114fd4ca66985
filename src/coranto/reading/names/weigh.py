"""What a capital run is by learned weights: a linear model over its traits (`data/models/names.json`).

Weights are whole numbers of 1/`scale`, so that sums are exact on every machine. `training/names/train.py` writes them.
"""

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from coranto.reading.names.runs import Piece
from coranto.reading.names.tokens import Token
from coranto.reading.names.traits import traits
from coranto.types.reading import NameKind

_STANDS, _SURE = 0.75, 0.1  # a sure reading of the rules stands unless the weights all but rule it out
_LEANS = 0.25  # an unsure one needs this much of them
_NAMED, _LEAST = 0.5, 0.4  # what the weights alone call a name
_UNLIKELY = 0.02
_LOW = 0.2  # below what is shown: a name only where the article says more of it


class Weights(NamedTuple):
    """A weight of every class for each trait; `base` is where the sums begin."""

    classes: tuple[str, ...]
    scale: int
    base: tuple[int, ...]
    by_trait: dict[str, tuple[int, ...]]

    def chances(self, found: list[str]) -> dict[str, float]:
        """The chance of each class, adding up to 1."""
        known = [self.by_trait[one] for one in found if one in self.by_trait]
        sums = [sum(column) for column in zip(self.base, *known, strict=True)]
        most = max(sums)
        powers = [exp((one - most) / self.scale) for one in sums]
        whole = sum(powers)
        return {name: power / whole for name, power in zip(self.classes, powers, strict=True)}


@cache
def weights() -> Weights:
    """The shipped weights, read once per process."""
    raw = files("coranto.data").joinpath("models", "names.json").read_text(encoding="utf-8")
    data = json.loads(raw)
    by_trait = {trait: tuple(row) for trait, row in data["weights"].items()}
    return Weights(tuple(data["classes"]), int(data["scale"]), tuple(data["base"]), by_trait)


_KINDS: tuple[NameKind, ...] = ("person", "place", "organisation")


def weighed(
    tokens: tuple[Token, ...], piece: Piece, kind: NameKind | None, sure: float
) -> tuple[NameKind | None, float]:
    """The kind of a piece and how sure that is, by what the rules say (`kind`, `sure`) and by the weights."""
    if kind in ("event", "facility", "group") or (piece.entry and piece.entry.kind in ("demonym", "group")):
        return kind, sure
    chance = weights().chances(traits(tokens, piece, kind, sure))
    if kind is not None and chance[kind] >= (_SURE if sure >= _STANDS else _LEANS):
        return kind, max(sure, 0.25)
    best = max(_KINDS, key=chance.__getitem__)
    named = sum([chance[one] for one in _KINDS])
    if named > _NAMED and chance[best] > _LEAST:
        return best, chance[best]
    if kind is None and (sure == 0 or named < _UNLIKELY):
        return None, 0.3
    return best, _LOW
