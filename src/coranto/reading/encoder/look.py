"""One look of the encoder at an article: what it sees there, for names, speech and events to weigh."""

from dataclasses import dataclass, field

from coranto.parts import register
from coranto.reading.encoder.decode import EventSeen, FrameSeen, NameSeen, events_seen, frames_seen, names_seen
from coranto.reading.encoder.inputs import WORDS, Span, line
from coranto.reading.encoder.session import Encoder, encoder, softmax
from coranto.reading.names.tokens import Token, Unit, is_plain, tokens, units
from coranto.types import Article, EventSight
from coranto.types.reading import Stance

PART = "reading.encoder.v1"
CUE, TRIGGER = 0.3, 0.3  # the least chances of what is handed on; who uses it may ask for more


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
    they stand in; the rest are characters."""

    names: dict[tuple[int, int], tuple[NameSeen, ...]] = field(default_factory=dict)
    frames: tuple[FrameSight, ...] = ()
    events: tuple[EventSight, ...] = ()

    def names_of(self, unit: Unit) -> tuple[NameSeen, ...] | None:
        """The names of a unit, None where it was not looked at."""
        return self.names.get(_key(unit))


NOTHING = Sights()


@register(PART)
def look(article: Article, model: Encoder | None = None) -> Sights:
    """What the encoder (by default the shipped one) sees in an article. Its lines are read together and with no
    others, so it sees the same whatever is read beside it."""
    known = model or encoder()
    cut = [unit for unit in units(article) if unit.tokens]
    read = known.read([line(unit.tokens[:WORDS], unit.plain) for unit in cut]) if cut else []
    stances = known.classes["stance"]
    names, frames, events = {}, list[FrameSight](), list[EventSight]()
    for unit, one in zip(cut, read, strict=True):
        names[_key(unit)] = tuple(names_seen(one, known.classes["names"]))
        frames += [_frame(unit, frame) for frame in frames_seen(one, stances, CUE)]
        events += [_event(unit, event) for event in events_seen(one, known.classes, TRIGGER)]
    return Sights(names, tuple(frames), tuple(events))


def _key(unit: Unit) -> tuple[int, int]:
    return unit.sentence, unit.tokens[0].start if unit.tokens else -1


def _chars(unit: Unit, span: Span) -> Span:
    return (unit.tokens[span[0]].start, unit.tokens[span[1] - 1].end) if span[0] < span[1] else (0, 0)


def _frame(unit: Unit, seen: FrameSeen) -> FrameSight:
    return FrameSight(
        sentence=unit.sentence, cue=_chars(unit, seen.cue), stance=seen.stance, source=_chars(unit, seen.source),
        content=tuple(_chars(unit, span) for span in seen.content), chance=round(seen.sure, 3),
    )  # fmt: skip


def _event(unit: Unit, seen: EventSeen) -> EventSight:
    start, end = _chars(unit, seen.trigger)
    return EventSight(
        sentence=unit.sentence, start=start, end=end, event=seen.event, mode=seen.mode, modality=seen.modality,
        actor=tuple(_chars(unit, span) for span in seen.actor),
        recipient=tuple(_chars(unit, span) for span in seen.recipient),
        chance=round(seen.sure, 3), event_chance=round(seen.event_sure, 3),
    )  # fmt: skip


def pair_chances(text: str, source: Span, target: Span, model: Encoder | None = None) -> dict[str, float]:
    """The chance of each of PLOVER's events between the two spans of characters of a sentence."""
    known = model or encoder()
    found = tokens(text)[:WORDS]
    asked = line(found, is_plain(found), _words(found, source), _words(found, target))
    chances = softmax(known.read([asked])[0].event)
    return dict(zip(known.events, map(float, chances), strict=True))


def _words(found: tuple[Token, ...], span: Span) -> Span:
    inside = [n for n, token in enumerate(found) if token.start < span[1] and span[0] < token.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
