"""Sentences to learn from, with what each says of the heads; what a set does not say is left open."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from encoder.labels import BIO, CLASSES, NAMES, RELATIONS

from coranto.reading.encoder.inputs import WORDS, Line, Span, line
from coranto.reading.events.triggers import trigger_words
from coranto.reading.names.tokens import Token, is_plain, tokens
from coranto.reading.speech.cues import forms, media


class Row(NamedTuple):
    """What stands in `relation` to the words `of` (a cue, a trigger): the words `to`."""

    relation: int
    of: frozenset[int]
    to: frozenset[int]


@dataclass(slots=True)
class Example:
    """One line and its labels. `allowed[head][word]` are the classes that a label allows, missing where it says
    nothing; `heads` are the words that words depend on, by word; `event` is that of the marked pair, or -1."""

    set: str
    line: Line
    allowed: dict[str, dict[int, tuple[int, ...]]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    heads: dict[int, int] = field(default_factory=dict)
    event: int = -1
    weight: float = 1.0

    def say(self, head: str, word: int, *classes: str) -> None:
        """Label a word."""
        known = CLASSES[head]
        self.allowed.setdefault(head, {})[word] = tuple(known.index(one) for one in classes)

    def relate(self, relation: str, of: Iterable[int], to: Iterable[int]) -> None:
        """Label all words as standing in a relation to `of` or not."""
        rows = frozenset(of)
        if rows:
            self.rows.append(Row(RELATIONS.index(relation), rows, frozenset(to)))


class Words:
    """The words of a text and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = tokens(text)[:WORDS]
        self.plain = is_plain(self.tokens)

    def example(self, name: str, source: Span = (0, 0), target: Span = (0, 0)) -> Example:
        """A bare example of these words."""
        return Example(name, line(self.tokens, self.plain, source, target))

    def within(self, *spans: Span) -> list[int]:
        """The words that share a character with any of the spans."""
        return [n for n, t in enumerate(self.tokens) if any(t.start < b and a < t.end for a, b in spans)]

    def range(self, start: int, end: int) -> Span:
        """The words of a span, half open; (0, 0) for none."""
        found = self.within((start, end))
        return (found[0], found[-1] + 1) if found else (0, 0)


def bio(example: Example, head: str, words: int, spans: Iterable[list[int]]) -> None:
    """Label all words of a sentence as beginning, going on, or outside of spans."""
    for n in range(words):
        example.say(head, n, "-")
    for span in spans:
        for n in span:
            example.say(head, n, BIO[1] if n == span[0] else BIO[2])


def named(example: Example, spans: Iterable[tuple[list[int], tuple[str, ...]]], outside: Iterable[int]) -> None:
    """Label names: each span with the kinds it may be of, the words `outside` as none."""
    for n in outside:
        example.say("names", n, "-")
    for span, kinds in spans:
        for n in span:
            prefix = "b-" if n == span[0] else "i-"
            classes = tuple(prefix + kind if kind != "-" else "-" for kind in kinds)
            example.say("names", n, *(one for one in classes if one in NAMES))


def nowhere(example: Example, words: Words, *heads: str) -> None:
    """Label the words that no lexicon has as a cue or a trigger as none, in sentences that were not labelled for
    them: few are one, and a model that only sees sentences full of statements sees them everywhere."""
    for head in heads:
        for n, token in enumerate(words.tokens):
            if token.low not in _lexicon(head):
                example.say(head, n, "-")


@cache
def _lexicon(head: str) -> frozenset[str]:
    return frozenset(forms()) | media() if head == "cue" else trigger_words()
