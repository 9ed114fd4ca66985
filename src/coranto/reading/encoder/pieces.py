"""Word pieces of the vocabulary that the encoder was trained with (BERT's, uncased: Devlin and others 2019)."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

PAD, UNKNOWN, FIRST, LAST = 0, 100, 101, 102
_MOST = 12  # pieces of one word: what goes on is an address or a run of marks
_LONGEST = 100
_PARTS = re.compile(r"[^\W_]+|\S")


@cache
def vocabulary() -> dict[str, int]:
    """The number of each piece, read once per process."""
    raw = files("coranto.data").joinpath("models", "encoder-vocab.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(raw.splitlines())}


@lru_cache(maxsize=32_768)  # a language has few words that come again and again
def pieces(word: str) -> tuple[int, ...]:
    """The pieces of a word, at least one and at most twelve."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join([c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn"])
    found = [number for part in _PARTS.findall(plain) for number in _greedy(part)]
    return tuple(found[:_MOST]) or (UNKNOWN,)


def _greedy(part: str) -> list[int]:
    known = vocabulary()
    if (whole := known.get(part)) is not None:
        return [whole]
    if len(part) > _LONGEST:
        return [UNKNOWN]
    found, start = [], 0
    while start < len(part):
        for end in range(len(part), start, -1):
            number = known.get(("##" if start else "") + part[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return [UNKNOWN]
    return found
