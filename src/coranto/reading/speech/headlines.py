"""Headlines that speak: "X: Y", "Y: X", "Y, X says"."""

import re

from coranto.reading.speech.cues import forms, word_set
from coranto.reading.speech.lines import Frame, Line
from coranto.types import Name

_TAIL = re.compile(r"^(?P<content>.{12,}?), (?P<one>[^,:]{2,80})$")
_COLON = re.compile(r"^(?P<who>[A-Z][^:,?!“”\"‘]{1,60}): (?P<content>\S.{8,})$", re.DOTALL)
_AFTER = re.compile(r"^(?P<content>.{15,}): (?P<who>[A-Z][^:,?!“”\"‘]{1,40})$")
_CUES = frozenset(
    ("say", "says", "said", "tells", "warns", "claims", "reports", "reveals", "announces", "insists", "told")
)
# Labels before a colon that are no speakers.
_LABELS = word_set("labels")
_LONGEST = 400
_NEAR = 4_000  # how far around a line its label is looked for again


def headline_frames(line: Line, known: tuple[Name, ...] = ()) -> list[Frame]:
    """The statement a headline makes by its form; empty where it makes none or a plain one.

    `known` are its names.
    """
    text = line.text[line.start : line.end]
    text = text.rstrip(" .")
    if len(text) > _LONGEST:
        return []
    match = _TAIL.match(text)
    if match and (line.sentence < 0 or not line.plain):
        one, at = match.group("one"), match.start("one")
        first, last = one.partition(" ")[0], one.rpartition(" ")[2]
        if last.lower() in _CUES and len(one) > len(last):
            who = (at, at + len(one) - len(last) - 1)
            return [_frame(line, match, who, (match.end("one") - len(last), match.end("one")))]
        if first.lower() in _CUES and len(one) > len(first):
            return [_frame(line, match, (at + len(first) + 1, match.end("one")), (at, at + len(first)))]
    match = _COLON.match(text)
    if match and _speaks(line, match, known):
        return [_frame(line, match, match.span("who"), (match.end("who"), match.end("who") + 1))]
    match = _AFTER.match(text)
    if match and _named(line, *match.span("who")):
        return [_frame(line, match, match.span("who"), (match.start("who") - 2, match.start("who") - 1))]
    return []


def _frame(line: Line, match: re.Match[str], who: tuple[int, int], cue: tuple[int, int]) -> Frame:
    shift = line.start
    spans = [(start + shift, end + shift) for start, end in (who, cue, match.span("content"))]
    return Frame(spans[0], spans[1], [spans[2]], None, "headline")


def _speaks(line: Line, match: re.Match[str], known: tuple[Name, ...]) -> bool:
    """Whether what stands before the colon is somebody: a name of few words, and no label."""
    words = match.group("who").split()
    if len(words) > 7 or words[0].lower() in _LABELS or any(word in forms() for word in words):
        return False
    if _ends_in_name(line, match.end("who"), known) and len(match.group("content").split()) > 3:
        return True
    if match.group("content")[0] in "'‘“\"" and len(words) <= 5:
        return True
    return _named(line, *match.span("who")) and sum(tag in "VX" for tag in line.tags) > 0


def transcript_frame(line: Line, known: tuple[Name, ...]) -> Frame | None:
    """ "RUIZ: We will open it": a line that begins with a speaker in capitals, or a person's name, and a colon."""
    match = _COLON.match(line.text[line.start : min(line.end, line.start + _LONGEST)])
    if match is None or len(match.group("who").split()) > 4:
        return None
    who = match.group("who")
    again = (
        line.text.count(f"\n{who}:", max(0, line.start - _NEAR), line.start + _NEAR) > 1
        and len(who) > 3
        and not any(char.isdigit() for char in who)
    )
    end = line.start + len(who)
    person = any(name.kind == "person" and name.start <= line.start and name.end == end for name in known)
    if not person and not (who.isupper() and again):
        return None
    return _frame(line, match, match.span("who"), (match.end("who"), match.end("who") + 1))


def _ends_in_name(line: Line, at: int, known: tuple[Name, ...]) -> bool:
    """Whether a person or body is named right before an offset of the line."""
    shift = at + line.start
    return any(name.end == shift and name.kind in ("person", "organisation") for name in known)


def _named(line: Line, start: int, end: int) -> bool:
    """Whether the words between two offsets of the line are all capitals and at most five."""
    shift = line.start
    inside = [
        (token, tag)
        for token, tag in zip(line.tokens, line.tags, strict=True)
        if start + shift <= token.start and token.end <= end + shift
    ]
    return (
        0 < len(inside) <= 5
        and all(token.shape in "Ci" for token, _ in inside)
        and any(tag == "M" for _, tag in inside)
    )
