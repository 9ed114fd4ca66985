"""A name before its bearer is known, and which of those that were read are none or stand in another's way."""

from functools import cache
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.runs import PARTICLES, Piece
from coranto.reading.names.tokens import Unit
from coranto.types.reading import NameKind

_SETTLED = 0.9


class Found(NamedTuple):
    """A name before its bearer is known."""

    unit: Unit
    piece: Piece
    text: str
    kind: NameKind
    sure: float


def apart(found: list[Found]) -> list[Found]:
    """Of two names that cross ("South Carolina", "Carolina Republican") the surer one; one inside another stays."""
    kept: list[Found] = []
    widest: Found | None = None
    place = 0
    for one in found:
        new = widest is None or one.unit is not widest.unit or one.piece.start >= widest.piece.end
        if widest is not None and not new and (_crosses(widest, one) or one.piece[:2] == widest.piece[:2]):
            if one.sure <= widest.sure:
                continue
            del kept[place]
            new = True
        if widest is None or new or one.piece.end > widest.piece.end:
            widest, place = one, len(kept)
        kept.append(one)
    return kept


def _crosses(first: Found, second: Found) -> bool:
    return first.piece.start < second.piece.start < first.piece.end < second.piece.end


def without_low(found: list[Found], cut: tuple[Unit, ...]) -> list[Found]:
    """Without the words at the head of a sentence that the article also writes in lower case ("Herring boats")."""
    asked = {_low(one) for one in found if _may_be_low(one)}
    low = asked & {token.text for unit in cut for token in unit.tokens} if asked else asked
    return [one for one in found if not (_may_be_low(one) and _low(one) in low)] if low else found


def is_headline(one: Found) -> bool:
    """Whether what looks like a person is a headline in the text: "Anna Smith Sues Mayor Over Trees"."""
    if one.kind != "person" or one.piece.end - one.piece.start < 3:
        return False
    inner = one.unit.tokens[one.piece.start + 1 : one.piece.end]
    return any(token.shape == "C" and token.low in _function_words() for token in inner)


@cache
def _function_words() -> frozenset[str]:
    return words("function-words") - PARTICLES


def _may_be_low(one: Found) -> bool:
    free = one.piece.entry is None and one.kind == "person" and one.sure < _SETTLED
    return free and one.piece.first and one.piece.end == one.piece.start + 1


def _low(one: Found) -> str:
    return one.unit.tokens[one.piece.start].low
