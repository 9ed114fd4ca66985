"""Role phrases and ranks as token sequences, from the data rows."""

from functools import cache

from coranto.data import rows
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
    found = _listed("roles", "nouns")
    gone = {
        f"ex-{first}": tuple((f"ex-{key[0]}", *key[1:]) for key, _ in listed) for first, listed in found.items()
    }
    return found | {first: tuple((key, found[first[3:]][n][1]) for n, key in enumerate(keys))
                    for first, keys in gone.items()}  # fmt: skip


@cache
def ranks() -> dict[str, tuple[Listed, ...]]:
    """Military ranks by first word, longest first."""
    return _listed("ranks", "ranks")


def match(table: dict[str, tuple[Listed, ...]], found: tuple[Token, ...], at: int) -> tuple[int, tuple[str, ...]]:
    """The longest listed phrase at token `at`: its end (0 when none) and sectors."""
    for key, sector in table.get(found[at].low, ()):
        stop = at + len(key)
        if stop == at + 1 or tuple([one.low for one in found[at:stop]]) == key:
            return stop, sector
    return 0, ()


def plain_title(text: str) -> str:
    """A title in one spelling and lower case: "vice chairman", "defense minister"."""
    words = [_SPELLING.get(word, word) for word in text.lower().split()]
    return " ".join(words)
