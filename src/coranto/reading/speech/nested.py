"""Statements inside statements: what a quotation says that others say, and the chains of both."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coranto.reading.speech.cues import forms
from coranto.reading.speech.lines import Frame, Line
from coranto.reading.speech.nouns import naming
from coranto.reading.speech.pronouns import SAME
from coranto.reading.speech.quotes import Quoted
from coranto.types import StatementMention

_SELF = frozenset(("i", "we", "you", "they", "it", "one", "this", "that", "who", "which", "there", "what"))
_CLAUSE = ("that ", "to ", "whether ")
_THAT = len("that ")
_LEAST = 5
_REACH = 12  # how many statements before one are asked whether they hold it


@cache
def acts() -> frozenset[str]:
    """The first words of all cues."""
    return frozenset((*forms(), *naming()))


def within_quotes(line: Line) -> Iterator[Line]:
    """The quoted runs of a sentence as sentences of their own, without their marks."""
    for mark in line.marks:
        inside = [n for n, token in enumerate(line.tokens) if mark.start < token.start and token.end < mark.end]
        if len(inside) < _LEAST or not any(token.text in acts() for token in line.tokens[inside[0] : inside[-1]]):
            continue
        first, last = inside[0], inside[-1] + 1
        tokens, tags = line.tokens[first:last], line.tags[first:last]
        marks: tuple[Quoted, ...] = ()
        yield Line(line.sentence, tokens[0].start, tokens[-1].end, line.text, tokens, marks, tags, line.plain)


def tells_of_others(line: Line, frame: Frame) -> bool:
    """Whether a frame inside a quotation has a subject other than the one who speaks, and a plain cue of saying or
    thinking: one that needs no support, or that takes a clause or an infinitive here."""
    if frame.hit is None or frame.rule not in ("preposed", "infinitive", "noun"):
        return False
    words = line.text[frame.subject[0] : frame.subject[1]].split()
    if not words or (len(words) == 1 and words[0].lower() in _SELF):
        return False
    if not (frame.hit.cue.weak or frame.hit.cue.strict):
        return True
    start, end = frame.content[0]
    return line.text[start:end].startswith(_CLAUSE)


def nested(found: tuple[StatementMention, ...]) -> tuple[StatementMention, ...]:
    """The statements, each that stands in another's content with that one's chain before its own; what speakers say
    of their own saying or thinking ("she said she hoped") is no second statement."""
    out = list(found)
    own: set[int] = set()
    for at, one in enumerate(out):
        holder = None
        for back in range(max(0, at - _REACH), at):
            if out[back].sentence >= 0 and one.sentence >= 0 and _holds(out[back], one):
                holder = out[back]
        for ahead in range(at + 1, min(at + 3, len(out))):
            if holder is None and one.sentence >= 0 and _holds(out[ahead], one):
                holder = out[ahead]
        if holder is not None and _own(holder, one):
            own.add(at)
        elif holder is not None and holder.chain and one.chain and holder.speaker is not None:
            actors = {link.actor for link in one.chain[:-1]}
            if holder.chain[-1].actor not in actors:
                out[at] = replace(one, chain=(*holder.chain, one.chain[-1]))
    return tuple(one for at, one in enumerate(out) if at not in own)


def _own(holder: StatementMention, one: StatementMention) -> bool:
    """Whether a statement inside another is of the same speaker, who is a pronoun in it: the same bearer, or right
    where the content begins."""
    speaker, outer = one.speaker, holder.speaker
    if speaker is None or outer is None:
        return False
    word = one.text[speaker.start - one.start : speaker.end - one.start].lower()
    if word not in SAME:
        return False
    opens = any(0 <= speaker.start - start <= _THAT for start, _ in holder.content)
    return opens or (speaker.name == outer.name and speaker.name.lower() != word)


def _holds(outer: StatementMention, inner: StatementMention) -> bool:
    """Whether cue and speaker of one stand in the content of the other."""
    span = inner.cue_span
    speaker = inner.speaker
    if span is None or speaker is None or outer.cue_span == span:
        return False
    start, end = min(span[0], speaker.start), max(span[1], speaker.end)
    return any(low <= start and end <= high for low, high in outer.content)
