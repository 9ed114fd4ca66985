"""Frames inside frames of one sentence: the carriers of each, and which frames are no more than carriers."""

from coranto.reading.speech.chains import carrier_of
from coranto.reading.speech.lines import Frame, Line
from coranto.reading.speech.media import is_agency, is_bare_medium, is_medium

Step = tuple[str, tuple[int, int], str]


def holds(outer: Frame, inner: Frame) -> bool:
    """Whether the cue of one frame stands in the content of another."""
    return any(start <= inner.cue[0] and inner.cue[1] <= end for start, end in outer.content)


def stacked(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames with the speakers of those that hold them as carriers; an agency that only brings what another
    says is no frame of its own."""
    own = [list(frame.carriers) for frame in found]
    kept = []
    for frame in found:
        over = [(_size(other), at) for at, other in enumerate(found) if other is not frame and holds(other, frame)]
        steps: list[Step] = []
        for _, at in sorted(over):
            steps += [*told(line, found[at]), *own[at], *_step(line, found[at])]
        frame.carriers = steps + frame.carriers
        brings = any(other is not frame and _brings(frame, other) for other in found)
        phrase = line.text[slice(*frame.subject)]
        if not (brings and (frame.rule == "according" or _lists(phrase) or frame.relation)):
            kept.append(frame)
    return kept


def _is_bare(phrase: str) -> bool:
    """Whether a phrase is a paper of nobody: "a report" that a newspaper carries."""
    words = phrase.lower().split()
    return len(words) < 3 and words[-1] in ("report", "reports", "statement", "statements")


def _lists(phrase: str) -> bool:
    """Whether a phrase names a listed agency as such."""
    return is_medium(phrase) and bool(carrier_of(phrase))


def _size(frame: Frame) -> int:
    return -sum(end - start for start, end in frame.content)


def _brings(frame: Frame, other: Frame) -> bool:
    """Whether a frame holds another, or is one whose words another is cited for."""
    return holds(frame, other) or any(span == frame.subject for _, span, _ in other.carriers)


def _step(line: Line, frame: Frame) -> list[Step]:
    """The speaker of a frame as a link; none where nobody is named."""
    phrase = line.text[slice(*frame.subject)]
    if not phrase.strip() or (frame.rule == "according" and frame.carriers and _is_bare(phrase)):
        return []
    if frame.relation:
        return [(phrase, frame.subject, frame.relation)]
    if is_medium(phrase) or (frame.rule == "according" and (is_agency(phrase) or is_bare_medium(phrase))):
        return [(phrase, frame.subject, "reports")]
    return [(phrase, frame.subject, "statement" if frame.rule == "according" else "says")]


def told(line: Line, frame: Frame) -> list[Step]:
    """The medium that a speaker told it to: "told Reuters"."""
    phrase = line.text[slice(*frame.addressee)]
    return [(phrase, frame.addressee, "reports")] if phrase and (is_medium(phrase) or is_agency(phrase)) else []
