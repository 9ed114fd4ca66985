"""One unit of text with its names, as the rules of offices see it, and small words they share."""

from functools import cache
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.tokens import Token, Unit
from coranto.types import Name

WITH_PORTFOLIO = frozenset(("minister", "ministers", "secretary", "commissioner", "chief", "undersecretary"))
"""Roles that the words of what they are for make longer: "shipping minister", "fire chief"."""


class Here(NamedTuple):
    """One unit with its names by where they begin and end."""

    unit: Unit
    text: str
    starts: dict[int, Name]
    ends: dict[int, Name]


@cache
def portfolios() -> frozenset[str]:
    """Words of what a minister, secretary or commissioner is for, in lower case."""
    return words("portfolios")


def index(tokens: tuple[Token, ...], offset: int) -> int:
    """The first token at `offset` or after it; how many there are when none is."""
    return next((n for n, token in enumerate(tokens) if token.start >= offset), len(tokens))
