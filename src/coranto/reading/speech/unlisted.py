"""Statements that no cue of the lists brings in, from what the encoder sees."""

from collections.abc import Mapping, Sequence

from coranto.reading.encoder.look import FrameSight
from coranto.reading.speech.cues import Cue, Hit
from coranto.reading.speech.lines import Frame, Line, Span
from coranto.types import StatementMention

LEAST = 0.9  # the chance of a statement that the rules do not find
UNSURE = 0.6  # the confidence of a statement of the rules that the encoder may deny
_SAME = 0.6  # the share of two contents that makes them one
RULE = "encoder"


def unlisted(line: Line, found: Sequence[Frame], seen: Sequence[FrameSight]) -> list[Frame]:
    """The statements of a line that the encoder sees and the rules have not found: another cue, and no content
    that is one of theirs."""
    frames = (_frame(line, one) for one in seen if one.chance >= LEAST)
    return [one for one in frames if one is not None and not any(_same(one, other) for other in found)]


def by_sentence(seen: Sequence[FrameSight]) -> dict[int, list[FrameSight]]:
    """What is seen in each sentence."""
    out: dict[int, list[FrameSight]] = {}
    for sight in seen:
        out.setdefault(sight.sentence, []).append(sight)
    return out


def backed(found: Sequence[StatementMention], sights: Mapping[int, Sequence[FrameSight]]) -> list[StatementMention]:
    """The statements without those that the rules are unsure of, mostly attitudes, and at whose cue the encoder
    sees hardly a chance of one."""
    return [one for one in found if one.confidence > UNSURE or one.rule == RULE or _is_seen(one, sights)]


def _is_seen(one: StatementMention, sights: Mapping[int, Sequence[FrameSight]]) -> bool:
    if one.cue_span is None:
        return True
    start, end = one.cue_span
    return any(sight.cue[0] < end and start < sight.cue[1] for sight in sights.get(one.sentence, ()))


def _frame(line: Line, one: FrameSight) -> Frame | None:
    """The frame, where it stands in the line."""
    content = [_with_that(line, span) for span in one.content if _within(line, span)]
    if not _within(line, one.cue) or not content or all(_quoted(line, span) for span in content):
        return None  # what stands in quotation marks alone is left to the rules
    words = line.text[one.cue[0] : one.cue[1]].lower()
    at = next((n for n, token in enumerate(line.tokens) if token.start >= one.cue[0]), 0)
    cue = Cue(words, one.stance, "that", True, False, False, False)
    subject = one.source if _within(line, one.source) else (0, 0)
    return Frame(subject, one.cue, content, Hit(at, at + 1, cue), RULE, sure=one.chance)


def _with_that(line: Line, span: Span) -> Span:
    """The content with the "that" which brings it in."""
    before = next((token for token in reversed(line.tokens) if token.end <= span[0]), None)
    return (before.start, span[1]) if before is not None and before.low == "that" else span


def _quoted(line: Line, span: Span) -> bool:
    return any(mark.start <= span[0] and span[1] <= mark.end for mark in line.marks)


def _within(line: Line, span: Span) -> bool:
    return span[0] < span[1] and line.start <= span[0] and span[1] <= line.end


def _same(frame: Frame, other: Frame) -> bool:
    if other.cue[0] < frame.cue[1] and frame.cue[0] < other.cue[1]:
        return True
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in frame.content for c, d in other.content)
    whole = max(sum(b - a for a, b in frame.content), sum(b - a for a, b in other.content))
    return common >= _SAME * whole
