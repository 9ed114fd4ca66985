"""Words of an article as names see them: shape by shape, unit (title or sentence) by unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from coranto.types import TITLE, Article, Sentence

_TOKEN = re.compile(
    r"(?P<a>(?:[A-Z]\.){2,}(?:[A-Z]\b\.?)?"  # U.S., D.P.R.K.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|Jr|Sr|Fr|Inc|Corp|"
    r"Ltd|Co|Bros|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No)\.(?=\s))"
    r"|(?P<i>[A-Z]\.(?=\s?[A-Z]))"
    r"|(?P<s>['’][sS]\b|(?<=s)['’](?=\s))"
    r"|(?P<w>[^\W_]+(?:(?:['’](?![sS]\b)|[-‑&.](?=[^\W_]))[^\W_]+)*)"
    r"|(?P<p>\S)"
)
_LINE = re.compile(r"(?<![,;:.?!\"”'’\s-])[ \t]*\n\s*(?=[A-Z0-9])")
_LOW_LINE = re.compile(r"[^\s]\n[a-z]")
_SHORT_LINE, _LONG_LINE = 45, 200
_PREFIXED = re.compile(r"(?:al|el|ul|an|ar|as|ash|at|az|ad|bin|d|l|ibn)[-‑'’][A-ZÀ-Þ]")


class Token(NamedTuple):
    """A word or mark. `shape`: C capital, l lower, n number, i initial, s possessive, p mark."""

    text: str
    start: int
    end: int
    shape: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens of the title, of one sentence or of a line in it; `plain` is False where capitals say nothing."""

    sentence: int
    tokens: tuple[Token, ...]
    plain: bool


def _shape(group: str, text: str) -> str:
    if group in "isp":
        return group
    first = text[0]
    if first.isupper() or _PREFIXED.match(text):
        return "C"
    return "n" if first.isdigit() else "l"


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens between two offsets, in order; linear time."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(match.group(), match.start(), match.end(), _shape(match.lastgroup or "p", match.group()))


def is_plain(found: tuple[Token, ...]) -> bool:
    """Whether capitals mark names here: not in Title Case headlines nor in lines of capitals."""
    long = [token for token in found if token.shape in "Cl" and len(token.text) > 3]
    high = sum(token.shape == "C" for token in long)
    loud = sum(token.text.isupper() for token in long)
    closed = found[-1].text in '.?!”"' if found else False
    return not (len(long) > 3 and ((high >= 0.75 * len(long) and not closed) or loud > 0.6 * len(long)))


def units(article: Article) -> tuple[Unit, ...]:
    """The title, then every sentence."""
    return _units(article.title, article.text, article.sentences)


@lru_cache(maxsize=1)  # names, offices and speech of one article ask for the same units
def _units(title: str, text: str, sentences: tuple[Sentence, ...]) -> tuple[Unit, ...]:
    out = []
    if title:
        found = tuple(tokens(title))
        out.append(Unit(TITLE, found, is_plain(found)))
    longest = _SHORT_LINE if _is_wrapped(text) else _LONG_LINE
    for sentence in sentences:
        for start, end in _runs(text, sentence.start, sentence.end, longest):
            found = tuple(tokens(text, start, end))
            out.append(Unit(sentence.index, found, is_plain(found)))
    return tuple(out)


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken at a width: many then begin in lower case."""
    low = len(_LOW_LINE.findall(text))
    return 4 * low > len(_LINE.findall(text))


def _runs(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A sentence cut where a short line ends without a mark: captions, places, run-in headings."""
    begun = start
    for match in _LINE.finditer(text, start, end):
        if match.start() - begun < longest and match.end() < end:
            yield begun, match.start()
            begun = match.end()
    yield begun, end
