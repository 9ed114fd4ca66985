"""Word pieces as BERT cuts them (Devlin and others 2019), and the vocabulary the encoder was trained with."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

PAD, UNKNOWN, FIRST, LAST = 0, 100, 101, 102
_MOST = 12  # pieces of one word: what goes on is an address or a run of marks
_LONGEST = 100
_PARTS = re.compile(r"[^\W_]+|\S")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The number of each piece, that of what has none, and what is done to a word first: `lower` case, marks taken
    off its letters (`bare`)."""

    known: dict[str, int]
    unknown: int
    lower: bool = True
    bare: bool = True

    def pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, at least one and at most twelve."""
        plain = word.lower() if self.lower else word
        if self.bare and not plain.isascii():
            plain = "".join([c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn"])
        found = [number for part in _PARTS.findall(plain) for number in self._greedy(part)]
        return tuple(found[:_MOST]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        if (whole := self.known.get(part)) is not None:
            return [whole]
        if len(part) > _LONGEST:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.known.get(("##" if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def numbered(listed: str) -> dict[str, int]:
    """The number of each piece of a file with one a line; a piece may be a mark that other rules end a line at."""
    return {piece: number for number, piece in enumerate(listed.removesuffix("\n").split("\n"))}


@cache
def vocabulary() -> dict[str, int]:
    """The number of each piece of the encoder, read once per process."""
    return numbered(files("coranto.data").joinpath("models", "encoder-vocab.txt").read_text(encoding="utf-8"))


@lru_cache(maxsize=32_768)  # a language has few words that come again and again
def pieces(word: str) -> tuple[int, ...]:
    """The encoder's pieces of a word, which take no account of case."""
    return Vocabulary(vocabulary(), UNKNOWN).pieces(word)
