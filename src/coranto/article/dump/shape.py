"""What each line of a page looks like on its own: columns of numbers for the model, a short shape for the rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np

from coranto.article.dump import chars as c
from coranto.article.dump.chars import Bools, Chars, Floats, Words, among, chars_of, hash_words
from coranto.article.dump.cues import GROUPS, Cues, all_cues
from coranto.article.lang import function_words

_STOP = re.compile(r"""[.!?。！？؟।]["'”’»)\]]*(?:\s*\([^()]{1,20}\))?$""")
_DOTS = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[-–—•*·▪►◆■●○◇]\s?|\d{1,2}[.)]\s)")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d[年月日년월일]")
_ADDRESS = re.compile(r"@|https?:|www\.|\.com\b")
_DIGITS = re.compile(r"\d{1,40}")
# what forum programs print around posts: counters, "said:", "3 days ago", badges, answer and comment lines
_THREAD = re.compile(
    r"#?\s?\d{1,4}$|.{0,40}\b(?:said|wrote|schrieb|a écrit|escribió):$|.{0,80}\bago\W{0,3}$|[-–] \S{2,24}$"
    r"|(?:asked|answered|commented|edited|modified|posted|viewed|joined|replied|last edited|quote|reply|permalink"
    r"|upvote|report|like|score|re:|topic|thread|post|answers?|comments?|author|status|rank|gender|age|registered"
    r"|registriert|antworten|zitat|zitieren|citer|répondre|citar|responder)\b(?=.{0,60}\d)"
    r"|(?:reply|quote|permalink|upvote|report|like|toggle signature|top|op|re:.{0,70})$",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\b(?:badges?|posts?|messages|beiträge|threads|replies|answers|votes?|views)\W{0,3}\d"
    r"|\d\s?(?:posts|replies|answers|votes)\b",
    re.IGNORECASE,
)
_THREAD_LONG, _MANY, _COMMON = 90, 3, 20
OWN = (
    "size", "words", "closed", "dots", "colon", "asks", "commas", "upper_first", "lower_first", "digit_first",
    "quote_first", "sign_first", "capital", "stop", "common", "digits", "bullet", "day", "clock", "address", "bars",
    "shout", "quotes", "han", "hangul", "word_size", "stops", "density", "open", "repeats", "alike", "thread",
    "ends", *GROUPS,
)  # fmt: skip
AT = {name: at for at, name in enumerate(OWN)}


class Shape(NamedTuple):
    """What one line looks like on its own. `chars` counts a sign of Han or kana three times, of Hangul twice;
    `stop` is its share of function words, `mark` tells lines that forum programs print between posts."""

    chars: int
    sentence: bool
    cues: Cues
    stop: float = 0.0
    han: float = 0.0
    capital: float = 0.0
    mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The lines of a page: `own` of shape (lines, len(OWN)), then what the context is made of."""

    own: Floats
    chars: Floats
    sentence: Bools
    mark: Bools
    score: Floats
    letters: Chars
    content: Bools
    cues: tuple[Cues, ...]

    def each(self) -> list[Shape]:
        """The short shapes."""
        columns = (self.own[:, AT[name]].tolist() for name in ("stop", "han", "capital"))
        sizes = self.chars.astype(np.int64).tolist()
        return [
            Shape(size, sentence, found, stop, han, capital, mark)
            for size, sentence, found, mark, stop, han, capital in zip(
                sizes, self.sentence.tolist(), self.cues, self.mark.tolist(), *columns, strict=True
            )
        ]


def shape(text: str) -> Shape:
    """The shape of one line."""
    return shapes_of([text]).each()[0]


def shapes_of(texts: Sequence[str]) -> Shapes:
    """The shapes of the lines of a page (at least one). Linear time."""
    letters = chars_of([text or " " for text in texts])
    cues = tuple(all_cues(texts, letters))
    length = (letters.ends - letters.starts).astype(np.float64)
    han, hangul = letters.count(c.HAN), letters.count(c.HANGUL)
    count = np.maximum(letters.per_line(np.ones(len(letters.line))), 1.0)
    known = among(letters.word, _known())
    size = np.array([min(len(text), 20_000) for text in texts], dtype=np.float64) + 2 * han + hangul
    stop = letters.per_line(known) / count
    common = _common(letters, size)
    closed, dots = _endings(texts)
    density = letters.per_line(common) / count
    sentence = closed & ((size >= 60) | ((size >= 30) & (np.maximum(stop, density) >= 0.25)))
    grouped = np.array([bool(one.groups) for one in cues])
    first, digits = letters.kinds[letters.starts], letters.count(c.DIGIT)
    thread = np.array([_is_thread(text, some) for text, some in zip(texts, (digits > 0).tolist(), strict=True)])
    day = _marked(texts, digits > 0, _DAY)
    repeats, alike = _repeats(texts)
    own = np.column_stack([
        np.log1p(size), np.log1p(count), closed, dots, _ends(letters, ":："), _ends(letters, "?!？！"),
        np.minimum(letters.count(c.COMMA), 8), (first & c.UPPER) != 0, (first & c.LOWER) != 0,
        (first & c.DIGIT) != 0, (first & c.QUOTE) != 0, (first & (c.LETTER | c.DIGIT | c.QUOTE)) == 0,
        letters.per_line(letters.capital) / count, stop, density, digits / length, _marked(texts, None, _BULLET),
        day, _marked(texts, digits > 3, _CLOCK), _address(texts, letters), np.minimum(letters.count(c.BAR), 6),
        (letters.count(c.UPPER) > 0) & (letters.count(c.LOWER) == 0), np.minimum(letters.count(c.QUOTE), 6),
        han / length, hangul / length, letters.per_line(letters.size) / count, np.minimum(letters.count(c.STOP), 8),
        letters.count(c.STOP) / length, ~closed & _ends(letters, ",，、-–—("), repeats, alike, thread,
        _cue_columns(cues),
    ]).astype(np.float64)  # fmt: skip
    member = own[:, AT["member"]] > 0
    mark = thread | member | ((size < 60) & ~closed & day)
    score = _likeness(size, sentence, np.maximum(stop, density), grouped)
    content = ~known & ~common & ((letters.size > 3) | letters.han)
    return Shapes(
        own=own, chars=size, sentence=sentence, mark=mark, score=score, letters=letters, content=content, cues=cues
    )


@cache
def _known() -> Words:
    return hash_words(function_words())


def _common(letters: Chars, size: Floats) -> Bools:
    """The words that a page's own long lines use most: its function words, whatever its language."""
    long = letters.word[size[letters.line] >= 80] if len(letters.word) else letters.word
    values, counts = np.unique(long, return_counts=True)
    many = np.argsort(-counts, kind="stable")[:_COMMON]
    return among(letters.word, np.sort(values[many][counts[many] >= _MANY]))


def _cue_columns(cues: Sequence[Cues]) -> Floats:
    """Whether each line ends an article, and which groups of cues it holds."""
    out = np.zeros((len(cues), 1 + len(GROUPS)))
    for at, one in enumerate(cues):
        if one.groups:
            out[at, 0] = one.ends
            for group in one.groups:
                out[at, 1 + GROUPS.index(group)] = 1.0
    return out


def _likeness(size: Floats, sentence: Bools, stop: Floats, grouped: Bools) -> Floats:
    """How much a line is like a sentence of an article, in characters won or lost."""
    rest = np.where((size >= 120) & (stop >= 0.2), 60.0, np.where(size < 60, -30.0, -20.0))
    found = np.where(sentence, np.minimum(size, 400.0), rest)
    return np.where(grouped & (size < 200), -60.0, found)


def _endings(texts: Sequence[str]) -> tuple[Bools, Bools]:
    """Which lines end a sentence, and which break off with dots."""
    tails = [text[-40:] for text in texts]
    dots = np.array([_DOTS.search(tail) is not None for tail in tails])
    return np.array([_STOP.search(tail) is not None for tail in tails]) & ~dots, dots


def _ends(letters: Chars, signs: str) -> Bools:
    found: Bools = np.isin(letters.codes[letters.ends - 1], [ord(sign) for sign in signs])
    return found


def _marked(texts: Sequence[str], asked: Bools | None, pattern: re.Pattern[str]) -> Bools:
    """Which of the asked lines hold a pattern."""
    if asked is None:
        return np.array([pattern.match(text) is not None for text in texts])
    return np.array(
        [ask and pattern.search(text[:2000]) is not None for text, ask in zip(texts, asked, strict=True)]
    )


def _address(texts: Sequence[str], letters: Chars) -> Bools:
    """Which lines hold a mail or web address: all of them have one of two signs."""
    signs = (letters.codes == ord("@")) | (letters.codes == ord("."))
    return _marked(texts, np.add.reduceat(signs, letters.starts, dtype=np.int64) > 0, _ADDRESS)


def _is_thread(text: str, digits: bool) -> bool:
    if len(text) >= _THREAD_LONG:
        return False
    return _THREAD.match(text) is not None or (digits and _COUNTER.search(text) is not None)


def _repeats(texts: Sequence[str]) -> tuple[Floats, Floats]:
    """How often each line stands in the page (up to 4), and how many differ from it in figures alone (12)."""
    counts: dict[str, int] = {}
    masks = [_DIGITS.sub("0", text[:80]) for text in texts]
    masked: dict[str, int] = {}
    for text, mask in zip(texts, masks, strict=True):
        counts[text] = counts.get(text, 0) + 1
        masked[mask] = masked.get(mask, 0) + 1
    same = np.array([min(counts[text], 4) for text in texts], dtype=np.float64)
    return same, np.array([min(masked[mask], 12) for mask in masks], dtype=np.float64)
