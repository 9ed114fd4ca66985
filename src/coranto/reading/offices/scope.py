"""One unit of text with its names, as the rules of offices see it, and small words they share."""

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.tokens import Unit
from coranto.types import Name

WITH_PORTFOLIO = frozenset(("minister", "ministers", "secretary", "commissioner", "chief", "undersecretary"))
"""Roles that the words of what they are for make longer: "shipping minister", "fire chief"."""


_LONGEST = 20  # tokens of a name


class Here(NamedTuple):
    """One unit with its names by where they begin and end, and where its tokens begin."""

    unit: Unit
    text: str
    starts: dict[int, Name]
    ends: dict[int, Name]
    offsets: list[int]

    def at(self, offset: int) -> int:
        """The first token at `offset` or after it; how many there are when none is."""
        return bisect_left(self.offsets, offset)

    def covered(self, offset: int) -> Name | None:
        """The name that the character at `offset` is of."""
        token = bisect_right(self.offsets, offset) - 1
        for back in range(token, max(-1, token - _LONGEST), -1):
            name = self.starts.get(self.offsets[back])
            if name is not None:
                return name if offset < name.end else None
        return None


@cache
def portfolios() -> frozenset[str]:
    """Words of what a minister, secretary or commissioner is for, in lower case."""
    return words("portfolios")
