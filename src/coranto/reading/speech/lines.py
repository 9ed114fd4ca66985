"""A sentence as speech sees it, and a statement in the making."""

import re
from dataclasses import dataclass, field

from coranto.reading.names.tokens import Token
from coranto.reading.speech.cues import Hit
from coranto.reading.speech.quotes import Quoted

Span = tuple[int, int]
_SURELY = 200
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’/-]+){0,3}|[A-Z][A-Za-z.'’ ]{1,30}(?=, [A-Z][a-z]{2,8}\.? \d| ?\([A-Z]))"
    r"(?:, [A-Z][A-Za-z.]{1,14}){0,2}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,?"
    r"\s*(?:\([^()\n]{2,40}\))?\s*[-–—]{1,2}\s"
)
_LONGEST = 200  # characters of a dateline
_AFTER_PLACE = re.compile(r"\s{0,3}(?::|[-–—]{1,2})\s+(?=[A-Z“\"‘])")
_DAY_WORDS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow")
)


def is_long(text: str, mark: Quoted, words: int) -> bool:
    """Whether a quoted run has more than so many spaces; not counted to the end of a very long one."""
    return text.count(" ", mark.start, min(mark.end, mark.start + _SURELY)) > words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence (or the title) as speech sees it: `marks` are the quoted runs that touch it, `after` the one
    that follows on it, `before` a question or call right before it."""

    sentence: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    marks: tuple[Quoted, ...]
    tags: str = ""
    plain: bool = True
    after: Quoted | None = None
    before: Quoted | None = None

    def word(self, at: int) -> str:
        """Token `at` in lower case."""
        return self.tokens[at].low

    def inside(self, at: int) -> bool:
        """Whether token `at` stands in a quoted run of more than three words."""
        if not self.marks:
            return False
        start = self.tokens[at].start
        return any(q.start < start < q.end and is_long(self.text, q, 2) for q in self.marks)


@dataclass(slots=True)
class Frame:
    """A statement in the making; subject and cue in character offsets (empty span: none). `carriers` stand before
    the subject, outermost first; `relation` is that of the subject to whom it cites; `sure` is the chance of a
    frame that the encoder alone sees."""

    subject: Span
    cue: Span
    content: list[Span]
    hit: Hit | None
    rule: str
    lemma: str = ""
    carriers: list[tuple[str, Span, str]] = field(default_factory=list)
    addressee: Span = (0, 0)
    medium: Span = (0, 0)
    relation: str = ""
    sure: float = 0.0


def past_dateline(text: str, tokens: tuple[Token, ...], place: str = "") -> tuple[Token, ...]:
    """The tokens behind a dateline such as "OSLO, March 12 (Reuters) --", or the article's own `place` and a colon
    or dash ("OSLO: Talks ..."); all where there is none."""
    start = tokens[0].start
    match = _DATELINE.match(text, start, start + _LONGEST)
    if match is None and place and text.startswith(place, start):
        match = _AFTER_PLACE.match(text, start + len(place))
    if match is None:
        return tokens
    return tuple(token for token in tokens if token.start >= match.end()) or tokens


def time_of(line: Line, frame: Frame) -> str:
    """The day the sentence gives for the saying: a day word outside of what is said, with its preposition."""
    for at, token in enumerate(line.tokens):
        if token.low not in _DAY_WORDS:
            continue
        if any(start <= token.start < end for start, end in [frame.subject, *frame.content]):
            continue
        first = at
        while first and line.word(first - 1) in ("on", "late", "early", "last"):
            first -= 1
        return line.text[line.tokens[first].start : token.end]
    return ""


def chars(line: Line, start: int, stop: int) -> Span:
    """The character offsets of tokens `start..stop`; an empty span where there are none."""
    if start >= stop:
        at = line.tokens[min(start, len(line.tokens) - 1)].start
        return at, at
    return line.tokens[start].start, line.tokens[stop - 1].end


def sentence_stop(line: Line) -> int:
    """Index of the first closing mark of the sentence."""
    stop = len(line.tokens)
    while stop and line.tokens[stop - 1].text in ".!?…" and not line.inside(stop - 1):
        stop -= 1
    return stop
