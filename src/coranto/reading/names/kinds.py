"""What kind of name a piece of a capital run is."""

from coranto.reading.names.lists import common, east_surnames, given, heads, kind_words, role_words
from coranto.reading.names.places import city_of, demonyms, land_of
from coranto.reading.names.runs import PARTICLES, Piece
from coranto.reading.names.tokens import Token
from coranto.types.reading import NameKind

_IN = frozenset(
    ("in", "near", "at", "outside", "inside", "across", "from", "to", "toward", "towards", "around", "into")
)
_SURE_IN = frozenset(("in", "near", "outside", "inside", "across", "into"))
SAYS = frozenset(
    ("said", "says", "told", "added", "who", "noted", "explained", "argued", "stressed", "wrote", "has", "had",
     "was", "is", "stated", "asked", "revealed", "warned", "claimed", "recalled", "continued", "insisted", "also")
)  # fmt: skip
_BIG_CITY = 100_000
_PLURAL = 6  # letters; shorter ones may be places, "Queens"
LOUD = 0.97  # a city in capitals that opens a dateline
_DATELINE = frozenset((",", "(", "—", "–", "/", "-", "--"))
_INFLECTED = ("ing", "ed", "ly", "ers", "ists", "ees", "ors", "ians", "ment", "tion", "able", "less", "ness")


def is_acronym(text: str) -> bool:
    """Two to six capitals, with or without points, perhaps with a digit or an ampersand."""
    bare = text.replace(".", "").replace("-", "")
    return 2 <= len(bare) <= 7 and bare[:1].isalpha() and bare.isupper() and bare.isalnum()


def is_common(text: str) -> bool:
    """Whether the word is plain English in lower case."""
    return text.lower() in common()


def guess(tokens: tuple[Token, ...], piece: Piece) -> tuple[NameKind | None, float]:
    """The kind of an unlisted piece and how sure that is (0..1); None where it is no name."""
    words = [token.text for token in tokens[piece.start : piece.end]]
    capitals = [token.text for token in tokens[piece.start : piece.end] if token.shape in "Ci"]
    if (
        not capitals
        or all(len(word) == 1 for word in capitals)
        or _are_letters(tokens[piece.start : piece.end])
        or (len(words) == 1 and words[0] in kind_words("not", "alone"))
    ):
        return None, 0.0
    if "-" in words:  # set apart, "Suk - yeol"
        words = " ".join(words).replace(" - ", "-").split()
    if len(words) > 1:
        kind, sure = _by_parts(words)
        if kind or sure:
            return kind, sure
    if piece.titled and _could_be_person(words):
        return "person", 0.9
    if len(capitals) == 1:
        return _single(tokens, piece, capitals[0])
    return _several(words, capitals)


def _are_letters(found: tuple[Token, ...]) -> bool:
    """Whether all are single letters that blanks keep apart, "U. S."."""
    apart = len(found) > 1 and found[0].end < found[1].start
    return apart and all(len(token.text.removesuffix(".")) == 1 for token in found)


def _by_parts(words: list[str]) -> tuple[NameKind | None, float]:
    """By the word that heads the name: ministry, airport, forum, province, treaty. Sure above 0 with no
    kind means: surely no name of ours."""
    last = words[-1]
    if words[0] in given() and any(word in PARTICLES for word in words[1:-1]) and not _head_before_of(words):
        return None, 0.0  # "Mark van Dam" is no dam
    before_of = _head_before_of(words)
    if before_of in heads() and before_of not in ("Group", "Gas"):
        return "organisation", 0.9
    for kind in ("document", "event"):
        if last in kind_words(kind, "last") and last not in ("Church", "Fund", "Congress", "Plan", "Code", "Book"):
            return ("event", 0.8) if kind == "event" else (None, 0.9)
    if last in kind_words("facility", "last"):
        if last == "Park" and words[0] in given():
            return "person", 0.6
        return "facility", 0.8
    if last in kind_words("place", "last") and not (words[0] in given() and len(words) == 2 and last in _NAMELIKE):
        return "place", 0.8
    if last in heads():
        return "organisation", 0.85
    if words[0] in kind_words("place", "first") and not is_common(last) and words[0] not in ("La", "El", "San"):
        return "place", 0.7
    if any(word in heads() for word in words[:-1]) and any(word in ("of", "for", "&") for word in words):
        return "organisation", 0.7
    return None, 0.0


_NAMELIKE = frozenset(
    ("Hill", "Lake", "Rivers", "Hills", "Street", "Forest", "Ridge", "Town", "Beach", "Falls", "Coast")
)


def _head_before_of(words: list[str]) -> str:
    for at, word in enumerate(words):
        if word in ("of", "for", "on") and at:
            return words[at - 1]
    return ""


def _could_be_person(words: list[str]) -> bool:
    return (
        len(words) <= 5
        and not words[0].isdigit()
        and words[-1] not in heads()
        and not (len(words) == 1 and (is_common(words[0]) and words[0] not in given()))
        and not any(word in ("of", "for", "&", "and") for word in words)
        and not all(is_common(word) for word in words if word not in given())
    ) or (len(words) == 2 and words[0] in given())


def _single(tokens: tuple[Token, ...], piece: Piece, word: str) -> tuple[NameKind | None, float]:
    before = tokens[piece.start - 1].text.lower() if piece.start else ""
    after = tokens[piece.end].text.lower() if piece.end < len(tokens) else ""
    if word.isupper() and len(word) > 3 and city_of(word.capitalize()):  # "BERGEN, March 12 (Nordhav) --"
        return "place", LOUD if piece.first and after in _DATELINE else 0.6
    if is_acronym(word):
        return ("organisation", 0.6)
    if not piece.first and word in kind_words("organisation", "alone"):
        return "organisation", 0.8
    if word.endswith("s") and len(word) > _PLURAL and word[:-1].lower() in role_words():
        return None, 0.0  # "Journalists"
    if is_common(word) or word.lower() in role_words() or not word[-1].isalpha() or "." in word:
        return None, 0.3
    if len(word) < 3 and word not in east_surnames():
        return None, 0.2
    city = city_of(word)
    if before in _SURE_IN or (city and before in _IN):
        return "place", 0.75
    if word in given():
        return "person", 0.55
    if city and city.population > _BIG_CITY and word not in east_surnames():
        return "place", 0.6
    if after in SAYS and not (piece.first and word.endswith(_INFLECTED)):
        return "person", 0.5
    return ("place", 0.45) if city and not piece.first else ("organisation", 0.2)


def _eastern(words: list[str]) -> bool:
    """Whether what stands after a family name are given names: "Zhang Wei", "Nguyen Van Duc"."""
    if not is_common(words[1]):
        return True
    return len(words) == 3 and not is_common(words[0]) and not is_common(words[2])


def _several(words: list[str], capitals: list[str]) -> tuple[NameKind | None, float]:
    text = " ".join(words)
    if land_of(text) or city_of(text):
        return "place", 0.9
    if text.isupper() and city_of(text.title()):
        return "place", 0.9
    if (
        text.isupper()
        and len(words) > 2
        and not any(word in ".&" or word.capitalize() in given() for word in words)
    ):
        return None, 0.0  # "LOCAL PRESS LOVES MOE"
    plain = sum(is_common(word) for word in capitals)
    if words[0] in given() or any(word in PARTICLES for word in words[1:-1]):
        return ("person", 0.9) if plain < len(capitals) or len(capitals) == 2 else (None, 0.2)
    if words[0] in east_surnames() and len(words) <= 3 and _eastern(words):
        return "person", 0.85
    if any(is_acronym(word) and len(word) > 2 for word in capitals):
        return "organisation", 0.5
    if words[0] in demonyms():
        return (None, 0.2) if plain else ("organisation", 0.4)
    if plain == 0 and len(capitals) <= 4:
        return "person", 0.7
    if plain == 1 and len(capitals) in (2, 3) and is_common(capitals[-1]) is False:
        return ("person", 0.4) if not is_common(capitals[0]) else ("organisation", 0.3)
    if plain < len(capitals):
        return "organisation", 0.35
    return None, 0.3
