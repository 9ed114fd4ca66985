"""Fingerprints of narration: winnowed shingles (Schleimer, Wilkerson, Aiken 2003)."""

import re
from functools import lru_cache
from hashlib import blake2b

from coranto.copies.hubs import is_hub
from coranto.copies.narration import masked, stretches
from coranto.parts import register
from coranto.types import Article, Print, Reading

SHINGLE = 8
"""Words in a shingle."""
_WINDOW = 6
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_LEAVE = pow(_BASE, SHINGLE, 1 << 64)
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    body = word.lower().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(body, digest_size=8).digest(), "big")


def shingles(words: list[str]) -> list[int]:
    """The 64-bit rolling hash of every run of `SHINGLE` words, the same in every process."""
    hashes = list(map(_hash, words))
    value = 0
    for one in hashes[:SHINGLE]:
        value = (value * _BASE + one) & _MASK
    if len(hashes) < SHINGLE:
        return []
    rolled = [value]
    for gone, come in zip(hashes, hashes[SHINGLE:], strict=False):
        value = (value * _BASE + come - gone * _LEAVE) & _MASK
        rolled.append(value)
    return rolled


def winnow(rolled: list[int]) -> list[int]:
    """The least hash of every window, each once, in order: any shared run of 13 words shares one."""
    if len(rolled) <= _WINDOW:
        return [min(rolled)] if rolled else []
    return list(dict.fromkeys(map(min, *(rolled[at:] for at in range(_WINDOW)))))


@register("copies.print.v2")
def fingerprint(article: Article, reading: Reading) -> Print:
    """The fingerprints of an article's narration. Linear in its length."""
    words: list[str] = []
    starts: list[int] = []
    for start, end in stretches(article.text, masked(article, reading)):
        for match in _WORD.finditer(article.text, start, end):
            words.append(match.group())
            starts.append(match.start())
    rolled = shingles(words)
    first = dict(zip(reversed(rolled), range(len(rolled) - 1, -1, -1), strict=True))
    chosen = winnow(rolled)
    return Print(
        article=article.id,
        outlet=article.outlet,
        when=article.moment,
        words=len(words),
        hashes=tuple(chosen),
        starts=tuple(starts[first[one]] for one in chosen),
        hub=is_hub(article, len(words)),
    )
