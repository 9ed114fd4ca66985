"""Words of an article as names see them: shape by shape, unit (title or sentence) by unit."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from coranto.data import words
from coranto.types import TITLE, Article, Sentence

_TOKEN = re.compile(
    r"([A-Za-z0-9]++(?![\w'’‑&.-])"  # most words, quickly
    r"|(?:(?:then|ex|anti|pro|non)-)?(?:[A-Z]\.){2,}(?:[A-Z]\b\.?)?"  # U.S., D.P.R.K., then-U.S.
    r"|(?:Then|Ex|Anti|Pro|Non)-(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|Jr|Sr|Fr|Inc|Corp|"
    r"Ltd|Co|Bros|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No)\.(?=\s)"
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|['’][sS]\b"
    r"|[^\W_]+(?:(?:['’](?![sS]\b)|[-‑&](?=[^\W_])|(?!(?<=[a-z]{3})\.[A-Z][a-z])\.(?=[^\W_]))[^\W_]+)*"
    r"|\S)"
)
_GAP = re.compile(r"\n\s*+")
_GOES_ON = frozenset(",;:.?!\"”'’-")
_new = tuple.__new__  # quicker than `Token()`
_SHORT_LINE, _LONG_LINE = 45, 200
_PREFIXED = re.compile(r"(?:al|el|ul|an|ar|as|ash|at|az|ad|bin|d|l|ibn)[-‑'’][A-ZÀ-Þ]")


class Token(NamedTuple):
    """A word or mark. `shape`: C capital, l lower, n number, i initial, s possessive, p mark."""

    text: str
    start: int
    end: int
    shape: str
    low: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens of the title, of one sentence or of a line in it; `plain` is False where capitals say nothing."""

    sentence: int
    tokens: tuple[Token, ...]
    plain: bool


@lru_cache(maxsize=16_384)  # a language has few words that come again and again
def _known(text: str) -> tuple[str, str, str]:
    """The text, its shape and its lower case."""
    return text, _shape(text), text.lower()


def _is_tied(text: str) -> bool:
    """Whether a hyphen makes a name a mere part of a plain word: "Oslo-born", "Anti-Moe", "R-Ohio"."""
    head, _, tail = text.partition("-")
    return text.rpartition("-")[2] in words("hyphen-tails") or (
        tail[:1].isupper() and head in words("hyphen-heads")
    )


def _shape(text: str) -> str:
    first = text[0]
    if not first.isalnum():
        return "p" if len(text) == 1 else "s"
    if len(text) == 2 and text[1] == ".":
        return "i"
    if "-" in text and _is_tied(text):
        return "l"
    if first.isupper() or _PREFIXED.match(text):
        return "C"
    return "n" if first.isdigit() else "l"


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens between two offsets, in order; linear time."""
    part = text[start:end]
    pieces = _TOKEN.split(part)  # white space and tokens by turns
    offsets = list(accumulate(map(len, pieces), initial=start))
    each = zip(map(_known, pieces[1::2]), offsets[1::2], offsets[2::2], strict=False)
    found = [_new(Token, (word, at, stop, shape, low)) for (word, shape, low), at, stop in each]
    if "s'" in part or "s’" in part:
        return tuple(_owned(one, text, offsets[-1]) for one in found)
    return tuple(found)


def _owned(one: Token, text: str, stop: int) -> Token:
    """The token, a mark as in "workers' rights" as a possessive."""
    if one.text not in ("'", "’") or one.start == 0 or one.end >= stop:
        return one
    owns = text[one.start - 1] == "s" and text[one.end].isspace()
    return one._replace(shape="s") if owns else one


def is_plain(found: tuple[Token, ...], title: bool = False) -> bool:
    """Whether capitals mark names here: not in Title Case headlines nor in lines of capitals. A `title` may ask."""
    long = [one for one in found if len(one.text) > 3 and one.shape in "Cl"]
    if len(long) <= 3:
        return True
    high = [one.shape for one in long].count("C")
    loud = sum([one.text.isupper() for one in long])
    ended = found[-1].text in ('.”"' if title else '.?!”"')
    return not ((high >= 0.75 * len(long) and not ended) or loud > 0.6 * len(long))


def units(article: Article) -> tuple[Unit, ...]:
    """The title, then every sentence."""
    return _units(article.title, article.text, article.sentences)


@lru_cache(maxsize=1)  # names, offices and speech of one article ask for the same units
def _units(title: str, text: str, sentences: tuple[Sentence, ...]) -> tuple[Unit, ...]:
    out = []
    if title:
        found = tokens(title)
        out.append(Unit(TITLE, found, is_plain(found, title=True)))
    breaks, wrapped = _breaks(text)
    longest = _SHORT_LINE if wrapped else _LONG_LINE
    for sentence in sentences:
        for start, end in _runs(breaks, sentence.start, sentence.end, longest):
            found = tokens(text, start, end)
            out.append(Unit(sentence.index, found, is_plain(found)))
    return tuple(out)


def _breaks(text: str) -> tuple[list[tuple[int, int]], bool]:
    """The white space around each line feed that a capital or digit follows and no mark goes before; and whether
    lines are broken at a width: many then begin in lower case."""
    out, low, free = [], 0, 1
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        after = text[end : end + 1]
        if "a" <= after <= "z":
            if end == start + 1 and start >= free and not text[max(start - 2, 0) : start].isspace():
                low, free = low + 1, start + 3
        elif "A" <= after <= "Z" or "0" <= after <= "9":
            while start and text[start - 1] in " \t":
                start -= 1
            if not start or not (text[start - 1] in _GOES_ON or text[start - 1].isspace()):
                out.append((start, end))
    return out, 4 * low > len(out)


def _runs(breaks: list[tuple[int, int]], start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A sentence cut where a short line ends without a mark: captions, places, run-in headings."""
    begun = start
    for at in range(bisect_left(breaks, (start, 0)), len(breaks)):
        stop, after = breaks[at]
        if after >= end:
            break
        if stop - begun < longest:
            yield begun, stop
            begun = after
    yield begun, end
