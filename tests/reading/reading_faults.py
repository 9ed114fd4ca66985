"""What must hold of any reading of any text, whatever is read in it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from coranto.types import TITLE, Article, Name, Reading

_KINDS = ("times", "names", "offices", "statements", "events", "occasions", "figures")
_APART = ("times", "names", "figures")


def faults(article: Article, reading: Reading) -> Iterator[str]:
    """Each broken promise in words: spans that are not their words, disorder, overlap, parts outside the text."""
    for kind in _KINDS:
        mentions = getattr(reading, kind)
        places = [(one.sentence, one.start) for one in mentions]
        if places != sorted(places):
            yield f"{kind} are out of order"
        for one in mentions:
            yield from (f"{kind}: {fault}: {one}" for fault in _spans(article, one))
    for kind in _APART:
        yield from (f"{kind} overlap: {one} {other}" for one, other in _overlaps(getattr(reading, kind)))
    yield from _ties(reading)


def _overlaps(mentions: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Mentions that share words; a name may stand inside a longer one (Chad in Lake Chad), never across its end."""
    for one, other in pairwise(mentions):
        if one.sentence != other.sentence or other.start >= one.end:
            continue
        inside = other.end <= one.end and (other.start, other.end) != (one.start, one.end)
        if not (isinstance(one, Name) and inside):
            yield one, other


def _spans(article: Article, one: Any) -> Iterator[str]:
    text = article.title if one.sentence == TITLE else article.text
    said = one.event_text if hasattr(one, "event_text") else one.text
    if not 0 <= one.start < one.end <= len(text):
        yield "outside the text"
    elif text[one.start : one.end] != said:
        yield f"says {text[one.start : one.end]!r}"
    inner = [*getattr(one, "content", ()), *getattr(one, "quoted", ())]
    if getattr(one, "cue_span", None):
        inner.append(one.cue_span)
    if any(not 0 <= start < end <= len(text) for start, end in inner):
        yield "a part outside the text"
    if one.sentence != TITLE and not any(cut.index == one.sentence for cut in article.sentences):
        yield "in no sentence"


def _ties(reading: Reading) -> Iterator[str]:
    """Ids that point at nothing in the same reading."""
    statements = {one.id for one in reading.statements}
    events = {one.id for one in reading.events}
    keys = {one.key for one in reading.names}
    for event in reading.events:
        if not statements.issuperset(event.attributed_to):
            yield f"an unknown statement: {event}"
        if event.at and event.at not in events:
            yield f"at an unknown event: {event}"
    for office in reading.offices:
        if office.person and office.person not in keys:
            yield f"an unknown person: {office}"


def told(reading: Reading) -> tuple[Iterable[Any], ...]:
    """What was read, kind by kind, without what names the article."""
    return (
        [(one.text, one.type, one.value) for one in reading.times],
        [(one.text, one.kind, one.full) for one in reading.names],
        [(one.text, one.title) for one in reading.offices],
        [(one.text, one.cue, one.kind) for one in reading.statements],
        [(one.event_text, one.event, one.mode) for one in reading.events],
        [(one.text, one.series) if hasattr(one, "series") else one.text for one in reading.occasions],
        [(one.text, one.value) for one in reading.figures],
    )
