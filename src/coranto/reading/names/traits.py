"""What a capital run shows of itself and of the words around it, as short strings that weights are learned for."""

from functools import lru_cache

from coranto.data import words
from coranto.reading.names.lists import common, east_surnames, given, heads, kind_words, role_words
from coranto.reading.names.places import city_of, demonyms, land_of
from coranto.reading.names.runs import Piece
from coranto.reading.names.tokens import Token

_CITY_SIZES = (50_000, 200_000, 1_000_000)
_NONE = Token("", 0, 0, "p", "")


@lru_cache(maxsize=16_384)  # the same words come again and again in one article
def word_class(word: str) -> str:
    """The lists that know a capital word, a letter each, then how it is written."""
    plain = word.replace("'", "").replace("’", "").capitalize()
    low = word.lower()
    marks = [
        ("g", plain in given()),
        ("G", plain in words("given-census")),
        ("f", plain in words("family")),
        ("e", plain in east_surnames()),
        ("c", low in common()),
        ("h", word in heads()),
        ("d", word in demonyms()),
        ("r", low in role_words()),
        ("p", word in kind_words("place", "last")),
        ("b", word in kind_words("facility", "last")),
        ("t", city_of(plain) is not None),
        ("l", land_of(word) is not None),
    ]
    return "".join([letter for letter, holds in marks if holds]) + _written(word)


def _written(word: str) -> str:
    """How a word is written: A capitals, M capitals inside, 9 digits, & and -, I initial, . other points."""
    if len(word) == 2 and word[1] == ".":
        return "I"
    out = "A" if word.isupper() and len(word) > 1 else "M" if word[1:] != word[1:].lower() else ""
    out += "9" if any(char.isdigit() for char in word) else ""
    return out + "".join([mark for mark in "&-." if mark in word])


@lru_cache(maxsize=4096)
def _size(text: str) -> str:
    city = city_of(text)
    return str(sum(city.population > size for size in _CITY_SIZES)) if city else ""


def traits(tokens: tuple[Token, ...], piece: Piece, kind: str | None, sure: float) -> list[str]:
    """The traits of a piece; `kind` and `sure` are what the rules make of it."""
    inside = tokens[piece.start : piece.end]
    first, last = inside[0], inside[-1]
    before = tokens[piece.start - 1] if piece.start else _NONE
    back = tokens[piece.start - 2] if piece.start > 1 else _NONE
    after = tokens[piece.end] if piece.end < len(tokens) else _NONE
    ahead = tokens[piece.end + 1] if piece.end + 1 < len(tokens) else _NONE
    if after.text in "'’" and ahead.text == "s":  # a possessive that is set apart
        after, ahead = ahead._replace(text="'s", shape="s", low="'s"), _NONE
    elif after.shape == "s":
        after = after._replace(low="'s")
    size = min(len(inside), 5)
    head, tail = word_class(first.text), word_class(last.text)
    rule = f"{kind or '-'}{int(sure * 10)}"
    shown = piece.entry.kind if piece.entry else ""
    place = f"{'T' if piece.titled else ''}{'F' if piece.first else ''}"
    out = [
        f"r={rule}", f"s={place}", f"n={size}", f"rs={rule}{place}{size}", f"h={head}", f"t={tail}",
        f"ht={head},{tail},{size}" if size > 1 else f"h1={head}{place}", f"p={before.low}", f"q={after.low}",
        f"pp={back.low} {before.low}", f"qq={after.low} {ahead.low}", f"pn={before.low},{size}",
        f"pc={before.low},{tail}", f"qc={after.low},{tail}",
        f"a={first.low}", f"z={last.low}", f"x3={last.low[-3:]}", f"x2={last.low[-2:]}{size}",
        f"b3={first.low[:3]}", f"ps={_beside(before)}{_beside(after)}",
    ]  # fmt: skip
    if size > 1:
        text = " ".join([one.text for one in inside])
        out += [f"m={one.low}" for one in inside[1:-1]]
        land = land_of(text)
        out.append(f"w={land.kind if land else ''}{_size(text)}")
    else:
        out.append(f"w1={_size(last.text)}{head}")
    if shown:
        out += [f"e={shown}", f"ea={shown},{last.low}"]
    return out


def _beside(token: Token) -> str:
    """The form of a neighbour: its mark, else its shape, with the lists for a capital."""
    if token.shape == "p":
        return token.text or "0"
    return word_class(token.text) if token.shape == "C" else token.shape
