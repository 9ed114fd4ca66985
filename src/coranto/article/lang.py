"""A small identifier of languages: the script, and for shared scripts the function words."""

import re
from collections import Counter
from functools import cache

from coranto.data import rows

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
)
_SAMPLE = 20_000


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for row in rows("languages"):
        for word in row["words"]:
            out.setdefault(word, []).append(row["code"])
    return {word: tuple(codes) for word, codes in out.items()}


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages that are known."""
    return frozenset(_by_word())


def identify(text: str, fallback: str = "") -> str:
    """The ISO 639-1 code of the language most of the text is in, or `fallback` where nothing tells it."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    for code, pattern in _SCRIPTS:
        share = len(pattern.findall(sample)) / letters
        if share > (0.08 if code == "ja" else 0.3):
            return code
    scores: Counter[str] = Counter()
    known = _by_word()
    for word in _WORD.findall(sample.lower()):
        codes = known.get(word, ())
        for code in codes:
            scores[code] += 10 // len(codes)
    if not scores:
        return fallback
    return min(scores, key=lambda code: (-scores[code], code))
