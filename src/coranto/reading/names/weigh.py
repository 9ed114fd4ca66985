"""What a capital run is by learned weights: a linear model over its traits (`data/models/names.json`).

Weights are whole numbers of 1/`scale`: sums are exact on every machine. `training/names/train.py` writes them.
"""

import json
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp
from typing import NamedTuple

from coranto.reading.names.kinds import LOUD
from coranto.reading.names.lists import common
from coranto.reading.names.runs import Piece
from coranto.reading.names.tokens import Token
from coranto.reading.names.traits import traits
from coranto.types.reading import NameKind

_STANDS, _SURE = 0.75, 0.1  # a sure reading of the rules stands unless the weights all but rule it out
_TITLED = 0.02  # so does, nearly always, a full name after a role
_LEANS = 0.25  # an unsure one needs this much of them
_NAMED, _LEAST = 0.5, 0.4  # what the weights alone call a name
_PLAIN = 0.85  # the same of a word of plain English, "the State"
_UNLIKELY = 0.02
_LOW = 0.2  # below what is shown: a name only where the article says more of it


_BITS = 32
_MASK, _HALF = (1 << _BITS) - 1, 1 << (_BITS - 1)


class Weights(NamedTuple):
    """The weights of each trait, one field of 32 bits for each class in one whole number, so that one addition adds
    them all; `base` is where the sums begin."""

    classes: tuple[str, ...]
    scale: int
    base: int
    by_trait: dict[str, int]

    def chances(self, found: list[str]) -> dict[str, float]:
        """The chance of each class, adding up to 1."""
        whole = self.base + sum(map(self.by_trait.get, found, repeat(0)))
        sums = [(whole >> _BITS * n & _MASK) for n in range(len(self.classes))]
        most = max(sums)
        scale = self.scale
        powers = [exp((one - most) / scale) for one in sums]
        total = sum(powers)
        return dict(zip(self.classes, [power / total for power in powers], strict=True))


def _packed(row: list[int]) -> int:
    return sum([value << _BITS * n for n, value in enumerate(row)])


@cache
def weights() -> Weights:
    """The shipped weights, read once per process."""
    raw = files("coranto.data").joinpath("models", "names.json").read_text(encoding="utf-8")
    data = json.loads(raw)
    by_trait = {trait: _packed(row) for trait, row in data["weights"].items()}
    base = _packed([value + _HALF for value in data["base"]])  # fields stay above 0
    return Weights(tuple(data["classes"]), int(data["scale"]), base, by_trait)


_KINDS: tuple[NameKind, ...] = ("person", "place", "organisation")


def weighed(
    tokens: tuple[Token, ...], piece: Piece, kind: NameKind | None, sure: float
) -> tuple[NameKind | None, float]:
    """The kind of a piece and how sure that is, by what the rules say (`kind`, `sure`) and by the weights."""
    if sure in (0, LOUD) or kind in ("event", "facility", "group") or (piece.entry and piece.entry.kind == "place"):
        return kind, sure
    if piece.end - piece.start > 2 and any(token.text == "-" for token in tokens[piece.start : piece.end]):
        return kind, sure  # no such run was learned from
    chance = weights().chances(traits(tokens, piece, kind, sure))
    if kind is not None and chance[kind] >= _least(piece, sure):
        return kind, max(sure, 0.25)
    best = max(_KINDS, key=chance.__getitem__)
    named = sum([chance[one] for one in _KINDS])
    plain = piece.end - piece.start == 1 and kind is None and tokens[piece.start].low in common()
    if named > _NAMED and chance[best] > (_PLAIN if plain else _LEAST):
        return best, chance[best]
    if kind is None and named < _UNLIKELY:
        return None, 0.3
    return best, _LOW


def _least(piece: Piece, sure: float) -> float:
    """The chance that a reading of the rules needs to stand."""
    if piece.titled and piece.end - piece.start > 1:
        return _TITLED
    return _SURE if sure >= _STANDS else _LEANS
