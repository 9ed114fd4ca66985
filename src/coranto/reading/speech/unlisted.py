"""Statements that no cue of the lists brings in, from what the encoder sees."""

from collections.abc import Sequence

from coranto.reading.encoder.decode import FrameSeen
from coranto.reading.encoder.look import Seen
from coranto.reading.speech.cues import Cue, Hit
from coranto.reading.speech.lines import Frame, Line, Span

LEAST = 0.5
_SAME = 0.6  # the share of two contents that makes them one
RULE = "encoder"


def unlisted(line: Line, found: Sequence[Frame], seen: Sequence[Seen]) -> list[Frame]:
    """The statements of a line that the encoder sees and the rules have not found: another cue, and no content
    that is one of theirs."""
    out = []
    for sight in seen:
        for one in sight.frames:
            if one.sure < LEAST:
                continue
            frame = _frame(line, sight, one)
            if frame is not None and not any(_same(frame, other) for other in found):
                out.append(frame)
    return out


def _frame(line: Line, sight: Seen, one: FrameSeen) -> Frame | None:
    """The frame, where it stands in the line."""
    cue, subject = sight.chars(one.cue), sight.chars(one.source)
    content = [span for span in map(sight.chars, one.content) if _within(line, span)]
    if not _within(line, cue) or not content:
        return None
    words = line.text[cue[0] : cue[1]].lower()
    at = next((n for n, token in enumerate(line.tokens) if token.start >= cue[0]), 0)
    hit = Hit(at, at + one.cue[1] - one.cue[0], Cue(words, one.stance, "that", True, False, False, False))
    placed = subject if _within(line, subject) else (0, 0)
    return Frame(placed, cue, content, hit, RULE, sure=one.sure)


def _within(line: Line, span: Span) -> bool:
    return span[0] < span[1] and line.start <= span[0] and span[1] <= line.end


def _same(frame: Frame, other: Frame) -> bool:
    if other.cue[0] < frame.cue[1] and frame.cue[0] < other.cue[1]:
        return True
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in frame.content for c, d in other.content)
    whole = max(sum(b - a for a, b in frame.content), sum(b - a for a, b in other.content))
    return common >= _SAME * whole
