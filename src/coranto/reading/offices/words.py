"""Role phrases and ranks as token sequences, from the data rows."""

from functools import cache

from coranto.data import rows
from coranto.reading.names.lists import ungraded
from coranto.reading.names.tokens import Token, tokens

_SPELLING = {"defence": "defense", "vice-chairman": "vice chairman", "vice-president": "vice president",
             "councillor": "councilor", "advisor": "adviser", "vice-minister": "vice minister"}  # fmt: skip
Listed = tuple[tuple[str, ...], tuple[str, ...]]


def _listed(table: str, field: str) -> dict[str, tuple[Listed, ...]]:
    out: dict[str, list[Listed]] = {}
    for row in rows(table):
        for text in row[field]:
            key = tuple(token.low for token in tokens(f"{text} "))  # the blank lets "Col." end
            out.setdefault(key[0], []).append((key, tuple(row["sector"])))
    return {first: tuple(sorted(found, key=_longest)) for first, found in out.items()}


def _longest(item: Listed) -> int:
    return -len(item[0])


@cache
def roles() -> dict[str, tuple[Listed, ...]]:
    """Role phrases by first word, longest first, with sectors."""
    return _listed("roles", "nouns")


@cache
def ranks() -> dict[str, tuple[Listed, ...]]:
    """Military ranks by first word, longest first."""
    return _listed("ranks", "ranks")


def match(table: dict[str, tuple[Listed, ...]], found: tuple[Token, ...], at: int) -> tuple[int, tuple[str, ...]]:
    """The longest listed phrase at token `at`, without what a hyphen ties to it ("ex-president", "mayor-elect"):
    its end (0 when none) and sectors."""
    for first in dict.fromkeys((found[at].low, ungraded(found[at].low))):
        for key, sector in table.get(first, ()):
            stop = at + len(key)
            if stop == at + 1 or tuple([ungraded(one.low) for one in found[at + 1 : stop]]) == key[1:]:
                return stop, sector
    return 0, ()


def plain_title(text: str) -> str:
    """A title in one spelling and lower case: "vice chairman", "defense minister"."""
    words = [_SPELLING.get(word, word) for word in text.lower().split()]
    return " ".join(words)
