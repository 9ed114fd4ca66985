"""The names of one unit by rules and lists, with what the encoder sees in it."""

from collections.abc import Callable, Sequence

from coranto.reading.encoder.decode import KINDS, NameSeen, NamesSeen
from coranto.reading.names.found import Found
from coranto.reading.names.kinds import LOUD
from coranto.reading.names.lists import common
from coranto.reading.names.runs import Piece
from coranto.reading.names.tokens import Unit
from coranto.types.reading import NameKind

_STANDS = 0.96  # a reading of the rules that the encoder does not touch
_ADDED = 0.9  # the chance of a name that the rules do not see
_SHARE = 0.4  # what the encoder says of an unsure reading against what the rules say
_LEAST = 0.45  # of both together, for a name
_CUT = 0.95  # the chance of a name with other ends than those of an unsure reading
_OWN = frozenset(("person", "organisation", "place", "facility", "event"))


def blended(
    found: Sequence[Found], unit: Unit, seen: NamesSeen, words: Callable[[Unit, Piece], str]
) -> list[Found]:
    """`found` with its unsure readings weighed against the encoder's, and the names it adds. What lists, titles and
    grammar are sure of stands as it is."""
    own = [one for one in seen.spans if one.kind in _OWN and _written(unit, one)]
    stand = [one.piece for one in found if _stands(one)]
    cut = [one for one in own if one.sure >= _CUT and not any(_meet(piece, one.span) for piece in stand)]
    out = []
    for one in found:
        other = next((new for new in cut if _meet(one.piece, new.span)), None)
        if _stands(one):
            out.append(one)
        elif other is None or other.span == one.piece[:2]:
            out.append(_weighed(one, seen))
    taken = [one.piece for one in out if one.sure > 0]
    for other in own:
        if other.sure >= _ADDED and not any(_meet(piece, other.span) for piece in taken):
            piece = Piece(*other.span, None, False, other.span[0] == 0)
            out.append(Found(unit, piece, words(unit, piece), other.kind, other.sure))
    return sorted(out, key=_place)


def _weighed(one: Found, seen: NamesSeen) -> Found:
    """An unsure reading and the encoder's of the same words, each for its share."""
    chances = seen.chances[one.piece.start : one.piece.end].mean(axis=0).tolist()
    both: dict[NameKind, float] = {kind: _SHARE * chance for kind, chance in zip(KINDS, chances, strict=True)}
    both[one.kind] += (1 - _SHARE) * one.sure
    best = max((kind for kind in KINDS if kind in _OWN), key=both.__getitem__)
    return one._replace(kind=best, sure=both[best] if both[best] >= _LEAST else 0.0)


def _place(one: Found) -> tuple[int, int]:
    return one.piece.start, one.piece.end


def _meet(piece: Piece, span: tuple[int, int]) -> bool:
    return piece.start < span[1] and span[0] < piece.end


def _stands(one: Found) -> bool:
    return one.piece.entry is not None or one.sure >= _STANDS or one.sure == LOUD or one.kind == "group"


def _written(unit: Unit, other: NameSeen) -> bool:
    """Whether the words have a capital, and are not one plain word at the head of the sentence."""
    tokens = unit.tokens[other.span[0] : other.span[1]]
    if not any(token.shape in "Ci" for token in tokens):
        return False
    return not (len(tokens) == 1 and other.span[0] == 0 and tokens[0].low in common() and other.sure < _STANDS)
