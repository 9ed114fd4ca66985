"""Folding of text for comparison, with a map back to the original offsets."""

import re
import unicodedata
from dataclasses import dataclass

_PLAIN = (
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
     "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)  # fmt: skip
_QUOTES = str.maketrans(_PLAIN)
_DROP = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `offsets[i]` is where folded character `i` begins in the original."""

    text: str
    offsets: tuple[int, ...]


def straight(text: str) -> str:
    """Text with typographic quotes, dashes and odd spaces made plain; every offset stays."""
    if text.isascii():
        return text
    for odd, plain in _PLAIN.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text


# where a decomposed text holds nothing else, these are all of its combining marks
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u0300-\u036f\u2000-\u20cf\u2100-\u22ff]")
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]")


def ascii_fold(text: str) -> str:
    """Lower-case text without diacritics and with plain quotes, for keys; offsets are lost."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    if not _BEYOND_LATIN.search(plain):
        return _ACCENTS.sub("", plain).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def squeeze(text: str) -> str:
    """Text without invisible characters, with each run of white space as one blank, trimmed."""
    return " ".join((text if text.isascii() else _DROP.sub("", text)).split())


def fold(text: str) -> Folded:
    """Case-folded text without diacritics, with plain quotes and single blanks, and its offset map."""
    out: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        if _DROP.match(char):
            continue
        if char.isspace():
            if out and out[-1] != " ":
                out.append(" ")
                offsets.append(at)
            continue
        for piece in ascii_fold(char):
            out.append(piece)
            offsets.append(at)
    return Folded("".join(out), tuple(offsets))
