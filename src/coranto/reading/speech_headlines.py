"""Headlines that speak: "X: Y", "Y: X", "Y, X says", "X says Y"."""

import re

from coranto.reading.speech_cues import forms
from coranto.reading.speech_lines import Frame, Line

_TAIL = re.compile(
    r"^(?P<content>.{12,}?), (?:(?P<cue1>\w+) (?P<who1>[^,:]{2,60})|(?P<who2>[^,:]{2,60}?) (?P<cue2>\w+))$"
)
_COLON = re.compile(r"^(?P<who>[A-Z][^:,]{1,40}): (?P<content>\S.{8,})$")
_CUES = frozenset(
    ("say", "says", "said", "tells", "warns", "claims", "reports", "reveals", "announces", "insists", "told")
)


def headline_frames(line: Line) -> list[Frame]:
    """The statement a headline makes by its form; empty where it makes none or a plain one."""
    text = line.text
    match = _TAIL.match(text)
    if match:
        one = "1" if match.group("cue1") and match.group("cue1").lower() in _CUES else "2"
        cue = match.group(f"cue{one}")
        if cue and cue.lower() in _CUES and cue.lower() in forms():
            return [
                Frame(match.span(f"who{one}"), match.span(f"cue{one}"), [match.span("content")], None, "headline")
            ]
    match = _COLON.match(text)
    if match and len(match.group("who").split()) <= 4 and match.group("content")[0] in "'‘“\"":
        return [
            Frame(
                match.span("who"),
                (match.end("who"), match.end("who") + 1),
                [match.span("content")],
                None,
                "headline",
            )
        ]
    return []
