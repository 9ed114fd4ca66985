"""Statements that no cue of the lists brings in, from what the encoder sees."""

from collections.abc import Sequence

from coranto.reading.encoder.look import FrameSight
from coranto.reading.speech.cues import Cue, Hit
from coranto.reading.speech.lines import Frame, Line, Span

LEAST = 0.9
_SAME = 0.6  # the share of two contents that makes them one
RULE = "encoder"


def unlisted(line: Line, found: Sequence[Frame], seen: Sequence[FrameSight]) -> list[Frame]:
    """The statements of a line that the encoder sees and the rules have not found: another cue, and no content
    that is one of theirs."""
    frames = (_frame(line, one) for one in seen if one.chance >= LEAST)
    return [one for one in frames if one is not None and not any(_same(one, other) for other in found)]


def _frame(line: Line, one: FrameSight) -> Frame | None:
    """The frame, where it stands in the line."""
    content = [span for span in one.content if _within(line, span)]
    if not _within(line, one.cue) or not content:
        return None
    words = line.text[one.cue[0] : one.cue[1]].lower()
    at = next((n for n, token in enumerate(line.tokens) if token.start >= one.cue[0]), 0)
    cue = Cue(words, one.stance, "that", True, False, False, False)
    subject = one.source if _within(line, one.source) else (0, 0)
    return Frame(subject, one.cue, content, Hit(at, at + 1, cue), RULE, sure=one.chance)


def _within(line: Line, span: Span) -> bool:
    return span[0] < span[1] and line.start <= span[0] and span[1] <= line.end


def _same(frame: Frame, other: Frame) -> bool:
    if other.cue[0] < frame.cue[1] and frame.cue[0] < other.cue[1]:
        return True
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in frame.content for c, d in other.content)
    whole = max(sum(b - a for a, b in frame.content), sum(b - a for a, b in other.content))
    return common >= _SAME * whole
