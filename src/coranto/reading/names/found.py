"""A name before its bearer is known, and which of those that were read are none or stand in another's way."""

from functools import cache
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.clusters import SUFFIXES, People, folded
from coranto.reading.names.kinds import SAYS
from coranto.reading.names.lists import common, given, kind_words
from coranto.reading.names.places import demonyms, land_of
from coranto.reading.names.runs import PARTICLES, Piece
from coranto.reading.names.tokens import Unit
from coranto.types.reading import NameKind

_SETTLED = 0.9
_PAIR = 2
_ADDRESS = 40  # tokens of an address on the net
_DOLLARS = frozenset(("US", "U.S.", "NT", "HK", "A", "AU", "C", "CA", "NZ", "S", "TT", "BZ", "EC"))


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


def is_no_name(one: Found) -> bool:
    """Whether the words are part of something written: an address on the net, a sum of money ("US$5")."""
    tokens, at = one.unit.tokens, one.piece.end
    if at < len(tokens) and tokens[at].text == "$" and one.text in _DOLLARS:
        return True
    at = one.piece.start
    while at > max(0, one.piece.start - _ADDRESS) and tokens[at - 1].end == tokens[at].start:
        at -= 1
        if tokens[at].low.startswith("www.") or [two.text for two in tokens[at : at + 3]] == [":", "/", "/"]:
            return True
    return False


def is_headline(one: Found) -> bool:
    """Whether what looks like a person is a headline in the text: "Anna Smith Sues Mayor Over Trees"."""
    if one.kind != "person" or one.piece.end - one.piece.start < 3:
        return False
    inner = one.unit.tokens[one.piece.start + 1 : one.piece.end]
    return any(token.shape == "C" and token.low in _function_words() for token in inner)


@cache
def _function_words() -> frozenset[str]:
    return words("function-words") - PARTICLES


def trimmed(one: Found, people: People) -> Found:
    """A person without the words that are of no name: a headline or label around a name that the article has
    elsewhere ("Republican Anna Moe", "Anna Moe Sues Mayor"), the name once more, a word that opens the sentence."""
    size = one.piece.end - one.piece.start
    if one.kind != "person" or size < 2:
        return one
    tokens = one.unit.tokens[one.piece.start : one.piece.end]
    words_ = [token.text for token in tokens]
    if size > 2 and size % 2 == 0 and words_[: size // 2] == words_[size // 2 :]:
        return _part(one, 0, size // 2)
    if size > _PAIR and words_[-1] == words_[-2]:
        return _part(one, 0, size - 1)
    if _opened(one) and _is_known(words_[1], one, people):
        return trimmed(_part(one, 1, size), people)
    if size == _PAIR and (only := _acted(one, people)):
        return _part(one, only - 1, only)
    for length in range(size - 1, 1, -1):
        for at in range(size - length + 1):
            known = people.count[" ".join(words_[at : at + length])]
            if known and _are_no_name(one.unit, words_[:at], words_[at + length :]):
                return _part(one, at, at + length)
    return one


def _is_known(word: str, one: Found, people: People) -> bool:
    """Whether a word stands for a person of the article without the words that this name has around it."""
    return people.full(word) not in ("", one.text) or people.count[word] > 0


def _part(one: Found, first: int, stop: int) -> Found:
    start = one.piece.start
    piece = one.piece._replace(start=start + first, end=start + stop)
    begin = one.unit.tokens[start].start
    text = one.text[one.unit.tokens[piece.start].start - begin : one.unit.tokens[piece.end - 1].end - begin]
    return one._replace(piece=piece, text=text)


def _opened(one: Found) -> bool:
    """Whether the first of two words only opens the sentence: "Will Moe sign?", "So Moe signs"."""
    first, tokens = one.unit.tokens[one.piece.start].text, one.unit.tokens
    if not one.piece.first:
        return False
    asks = first in kind_words("opener", "asks") and (tokens[-1].text == "?" or not one.unit.plain)
    return asks or first in kind_words("opener", "says")


def _acted(one: Found, people: People) -> int:
    """Which of two words, 1 or 2, is the surname of somebody the article names, the other a participle:
    "Contradicting Moe", "Moe Departing"; 0 for none."""
    for at, other in ((1, 2), (2, 1)):
        token, name = (one.unit.tokens[one.piece.start + n - 1] for n in (other, at))
        stem = token.low.removesuffix("ing")
        acts = stem != token.low and not {stem, f"{stem}e", stem[:-1]}.isdisjoint(common())
        if acts and token.text not in given() and _is_known(name.text, one, people):
            return at
    return 0


def _are_no_name(unit: Unit, before: list[str], after: list[str]) -> bool:
    """Whether words around a name are none: a label before it, a headline after it."""
    label = all(word in _labels() or (_is_plain(word) and word not in given()) for word in before)
    if not label or not after:
        return label
    loud = not unit.plain and folded(after[0]) not in SUFFIXES
    return after[0] not in given() and (loud or any(map(_is_plain, after)))


def tells_two(one: Found, people: People) -> bool:
    """Whether a run of capitals names two persons of the article: "Will Moe Spare Sato"."""
    if one.kind != "person" or one.piece.titled or one.piece.end - one.piece.start <= _PAIR:
        return False
    words_ = [token.text for token in one.unit.tokens[one.piece.start : one.piece.end]]
    if "-" in words_ or not any(_is_plain(word) and word not in given() for word in words_):
        return False
    fulls = {word: people.full(word) for word in words_}
    return sum(full != "" and _other(full, word, one, people) for word, full in fulls.items()) > 1


def _other(full: str, word: str, one: Found, people: People) -> bool:
    """Whether the bearer of a word is not whom the whole run would name."""
    return people.count[full] > 1 if full == word else full not in one.text


def _is_plain(word: str) -> bool:
    low = word.lower()
    return low in common() or low.removesuffix("s") in common()


@cache
def _labels() -> frozenset[str]:
    return frozenset(demonyms()) | kind_words("not", "alone") | {"US", "UK", "EU", "UN"}


def is_pair(one: Found, people: People) -> bool:
    """Whether a hyphen ties two names into a word that is no bearer's: "the Moe-Sato summit", "Finnish-Irish"."""
    last = one.unit.tokens[one.piece.end - 1].text
    parts = last.split("-")
    if one.kind != "person" or len(parts) != _PAIR or not all(part[:1].isupper() for part in parts):
        return False
    if parts[0].lower() in PARTICLES:  # "Al-Tamimi"
        return False
    known = [_names(part, last, people) for part in parts]
    return all(known) or (any(known) and _describes(one))


def _describes(one: Found) -> bool:
    """Whether the run stands like an adjective before a noun: "the Moe-Sato summit"."""
    tokens, piece = one.unit.tokens, one.piece
    led = piece.first or tokens[piece.start - 1].low in _function_words() or not piece.start
    after = tokens[piece.end] if piece.end < len(tokens) else None
    return led and after is not None and after.shape == "l" and after.low in common() and after.low not in SAYS


def _names(part: str, whole: str, people: People) -> bool:
    if part in demonyms() or land_of(part) is not None or land_of(f"{part}.") is not None:
        return True
    full = people.full(part)
    return bool(full) and whole not in full


def _may_be_low(one: Found) -> bool:
    free = one.piece.entry is None and one.kind == "person" and one.sure < _SETTLED
    return free and one.piece.first and one.piece.end == one.piece.start + 1


def _low(one: Found) -> str:
    return one.unit.tokens[one.piece.start].low
