"""One look of the encoder at an article: what it sees there, for names, speech and events to weigh."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from coranto.parts import register
from coranto.reading.encoder.decode import EventSeen, FrameSeen, NamesSeen, events_seen, frames_seen, names_seen
from coranto.reading.encoder.inputs import WORDS, Line, Span, line
from coranto.reading.encoder.session import encoder, softmax
from coranto.reading.names.tokens import Token, Unit, is_plain, tokens, units
from coranto.types import Article, EventSight
from coranto.types.reading import Stance

PART = "reading.encoder.v1"
CUE, TRIGGER = 0.05, 0.3  # the least chances of what is handed on; who uses it may ask for more


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameSight:
    """A statement as the encoder sees it: where cue, source (an empty span for none) and content stand."""

    sentence: int
    cue: Span
    stance: Stance
    source: Span
    content: tuple[Span, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class Sights:
    """What the encoder sees in an article. Names are spans of words, by sentence and first character of the unit
    they stand in; the rest are characters. `asked` says whether statements and events were looked for."""

    names: dict[tuple[int, int], NamesSeen] = field(default_factory=dict)
    frames: tuple[FrameSight, ...] = ()
    events: tuple[EventSight, ...] = ()
    asked: bool = False

    def names_of(self, unit: Unit) -> NamesSeen | None:
        """The names of a unit, None where it was not looked at."""
        return self.names.get(_key(unit))

    def with_names(self, cut: Sequence[Unit], names: Sequence[NamesSeen]) -> "Sights":
        """The same with other names: those of each of the units."""
        return replace(self, names={_key(unit): one for unit, one in zip(cut, names, strict=True)})


NOTHING = Sights()


@register(PART)
def look(article: Article) -> Sights:
    """What the encoder sees in an article. A line that was seen in another article is not looked at again."""
    names, frames, events = {}, list[FrameSight](), list[EventSight]()
    for unit in units(article):
        own = list[NamesSeen]()
        for at in range(0, len(unit.tokens), WORDS):
            part = unit.tokens[at : at + WORDS]
            seen = _seen(line(part, unit.plain))
            own.append(seen.names)
            frames += [_frame(unit.sentence, part, frame) for frame in seen.frames]
            events += [_event(unit.sentence, part, event) for event in seen.events]
        if own:
            names[_key(unit)] = own[0] if len(own) == 1 else _joined(own)
    return Sights(names, tuple(frames), tuple(events), asked=True)


def _joined(parts: list[NamesSeen]) -> NamesSeen:
    """The names of a long unit from those of its parts, of `WORDS` words each."""
    spans = [
        one._replace(span=(one.span[0] + n * WORDS, one.span[1] + n * WORDS))
        for n, part in enumerate(parts)
        for one in part.spans
    ]
    return NamesSeen(tuple(spans), np.concatenate([part.chances for part in parts]))


class _Seen(NamedTuple):
    """What is seen in one line, in spans of words."""

    names: NamesSeen
    frames: tuple[FrameSeen, ...]
    events: tuple[EventSeen, ...]


@lru_cache(maxsize=4096)  # two thirds of the lines of online news are copies
def _seen(asked: Line) -> _Seen:
    known = encoder()
    read = known.read(asked)
    return _Seen(
        names_seen(read, known.classes["names"]),
        tuple(frames_seen(read, known.classes["stance"], CUE)),
        tuple(events_seen(read, known.classes, TRIGGER)),
    )


def _key(unit: Unit) -> tuple[int, int]:
    return unit.sentence, unit.tokens[0].start if unit.tokens else -1


def _chars(part: tuple[Token, ...], span: Span) -> Span:
    return (part[span[0]].start, part[span[1] - 1].end) if span[0] < span[1] else (0, 0)


def _frame(sentence: int, part: tuple[Token, ...], seen: FrameSeen) -> FrameSight:
    return FrameSight(
        sentence=sentence, cue=_chars(part, seen.cue), stance=seen.stance, source=_chars(part, seen.source),
        content=tuple(_chars(part, span) for span in seen.content), chance=round(seen.sure, 3),
    )  # fmt: skip


def _event(sentence: int, part: tuple[Token, ...], seen: EventSeen) -> EventSight:
    start, end = _chars(part, seen.trigger)
    return EventSight(
        sentence=sentence, start=start, end=end, event=seen.event, mode=seen.mode, modality=seen.modality,
        actor=tuple(_chars(part, span) for span in seen.actor),
        recipient=tuple(_chars(part, span) for span in seen.recipient),
        chance=round(seen.sure, 3), event_chance=round(seen.event_sure, 3),
    )  # fmt: skip


def pair_chances(text: str, source: Span, target: Span) -> dict[str, float]:
    """The chance of each of PLOVER's events between the two spans of characters of a sentence."""
    known = encoder()
    found = tokens(text)[:WORDS]
    asked = line(found, is_plain(found), _words(found, source), _words(found, target))
    chances = softmax(known.read(asked).event)
    return dict(zip(known.events, map(float, chances), strict=True))


def _words(found: tuple[Token, ...], span: Span) -> Span:
    inside = [n for n, token in enumerate(found) if token.start < span[1] and span[0] < token.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
