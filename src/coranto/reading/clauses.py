"""One sentence as words with offsets, and the word classes that mark off its clauses."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from coranto.data import rows

_TOKEN = re.compile(r"([^\W_]+(?:[.’'/\-–](?![sS]\b)[^\W_]+)*|['’][sS]\b|[^\w\s]|_)")
_LONGEST = 2000  # a longer "sentence" is a list or a broken page: what stands beyond is not read


class Scan(NamedTuple):
    """Words and marks of one sentence: as written, in lower case, and with offsets into the whole string;
    `capitals` are the indices of those with a capital."""

    text: str
    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.ends[-1] if self.ends else 0

    def at(self, offset: int) -> int:
        """The index of the first word that ends after `offset`; the number of words when there is none."""
        return bisect_right(self.ends, offset)


def scan(text: str, start: int, end: int) -> Scan:
    """The words and marks of `text[start:end]`, up to the longest a sentence can be; a possessive 's is a word."""
    pieces = _TOKEN.split(text[start : min(end, start + _LONGEST)])  # white space and words by turns
    offsets = tuple(accumulate(map(len, pieces), initial=start))
    words = tuple(pieces[1::2])
    capitals = tuple([at for at, word in enumerate(words) if word[0].isupper()])
    return Scan(text, words, tuple(map(_low, words)), offsets[1:-1:2], offsets[2::2], capitals)


@lru_cache(maxsize=16_384)  # a language has few words that come again and again
def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def loud(one: Scan) -> bool:
    """Whether nearly all longer words begin with a capital, as in a headline."""
    high = sum([len(one.words[at]) > 3 for at in one.capitals])
    return 10 * high > 8 * len([word for word in one.words if len(word) > 3])


@cache
def grammar(kind: str) -> frozenset[str]:
    """The closed word class `kind` of `data/grammar.toml`."""
    return frozenset(word for row in rows("grammar") if row["kind"] == kind for word in row["words"].split())


def nominal(one: Scan, first: int, last: int, *, base: bool) -> bool:
    """Whether the words `first:last`, which could be a noun or a verb, stand as a noun."""
    before = one.low[first - 1] if first else ""
    after = one.low[last] if last < len(one.low) else ""
    if not before or before in grammar("mark"):
        return not _opens_phrase(one, last)
    if before == "to":
        return not base
    if before in grammar("modal") or before in grammar("pronoun") or before.endswith("n't") or before == "not":
        return False
    if before in grammar("determiner") or before in ("'s", "'") or before in grammar("preposition"):
        return True
    if before in ("and", "or", "but"):
        return after in grammar("preposition") or after in grammar("mark")
    if before.endswith("ly") or before in grammar("relative"):
        return False
    if _named(one, first - 1) or before.endswith("s"):
        return not (_agrees(before, base=base, named=_named(one, first - 1)) and _opens_phrase(one, last))
    return True


def _agrees(before: str, *, base: bool, named: bool) -> bool:
    plural = before.endswith("s") and not named
    return named or plural == base


def _named(one: Scan, index: int) -> bool:
    return one.words[index][:1].isupper()


def _opens_phrase(one: Scan, index: int) -> bool:
    """Whether an object could begin here: a determiner, a name, a number or a plain word that is no preposition."""
    if index >= len(one.low):
        return False
    word = one.low[index]
    if word == "to":
        return (
            index + 1 < len(one.low)
            and not _named(one, index + 1)
            and one.low[index + 1] not in grammar("determiner")
        )
    verbal = word in grammar("chain") or word in grammar("light") or word.endswith("ed")
    if verbal and not _named(one, index):
        return False
    return word not in grammar("mark") and word not in grammar("preposition") and word not in grammar("finite")


def participle(one: Scan, first: int, last: int) -> bool:
    """Whether an -ing word `first:last` that could be a noun ("meeting") stands as a verb form."""
    before = one.low[first - 1] if first else ""
    after = one.low[last] if last < len(one.low) else ""
    if before in grammar("be") or before in ("while", "when", "not"):
        return True
    if before in ("after", "before", "by", "without", "of"):
        return after in ("with",) or (last < len(one.low) and _named(one, last))
    return False
