"""The names of one unit by rules and lists, with what the encoder sees in it."""

from collections.abc import Callable, Sequence

from coranto.reading.encoder.decode import NameSeen
from coranto.reading.names.found import Found
from coranto.reading.names.kinds import LOUD
from coranto.reading.names.lists import common
from coranto.reading.names.runs import Piece
from coranto.reading.names.tokens import Unit

_STANDS = 0.9  # a reading of the rules that the encoder does not touch
_ADDED = 0.6  # the chance of a name that the rules do not see
_TURNED = 0.7  # the chance of another kind or other ends than those of an unsure reading
_KINDS = frozenset(("person", "organisation", "place", "facility", "event"))


def blended(
    found: Sequence[Found], unit: Unit, seen: Sequence[NameSeen], words: Callable[[Unit, Piece], str]
) -> list[Found]:
    """`found` without the unsure names that the encoder takes for none or cuts otherwise, with those it adds. What
    lists, titles and grammar are sure of stands as it is."""
    own = [one for one in seen if one.kind in _KINDS]
    out = []
    for one in found:
        over = [other for other in own if _meet(one.piece, other)]
        if _stands(one) or not over:
            out.append(one if _stands(one) else one._replace(sure=0.0))
            continue
        best = max(over, key=_sure)
        if best.span == one.piece[:2]:
            turned = best.kind != one.kind and best.sure >= _TURNED
            out.append(one._replace(kind=best.kind, sure=best.sure) if turned else _backed(one, best))
        elif best.sure < _TURNED:
            out.append(one)
    taken = [one.piece for one in out if one.sure > 0]
    for other in own:
        if other.sure >= _ADDED and _written(unit, other) and not any(_meet(piece, other) for piece in taken):
            piece = Piece(*other.span, None, False, other.span[0] == 0)
            out.append(Found(unit, piece, words(unit, piece), other.kind, other.sure))
    return sorted(out, key=_place)


def _place(one: Found) -> tuple[int, int]:
    return one.piece.start, one.piece.end


def _sure(one: NameSeen) -> float:
    return one.sure


def _meet(piece: Piece, other: NameSeen) -> bool:
    return piece.start < other.span[1] and other.span[0] < piece.end


def _stands(one: Found) -> bool:
    return one.piece.entry is not None or one.sure >= _STANDS or one.sure == LOUD or one.kind == "group"


def _backed(one: Found, best: NameSeen) -> Found:
    return one._replace(sure=max(one.sure, best.sure)) if best.kind == one.kind else one


def _written(unit: Unit, other: NameSeen) -> bool:
    """Whether the words have a capital, and are not one plain word at the head of the sentence."""
    tokens = unit.tokens[other.span[0] : other.span[1]]
    if not any(token.shape in "Ci" for token in tokens):
        return False
    return not (len(tokens) == 1 and other.span[0] == 0 and tokens[0].low in common() and other.sure < _STANDS)
