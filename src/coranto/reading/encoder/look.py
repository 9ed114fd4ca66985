"""One look of the encoder at an article: what it sees in each unit, for names, speech and events to weigh."""

from dataclasses import dataclass

from coranto.parts import register
from coranto.reading.encoder.decode import EventSeen, FrameSeen, NameSeen, events_seen, frames_seen, names_seen
from coranto.reading.encoder.inputs import WORDS, Span, line
from coranto.reading.encoder.session import Encoder, encoder, softmax
from coranto.reading.names.tokens import Token, Unit, is_plain, tokens, units
from coranto.types import Article

PART = "reading.encoder.v1"
CUE, TRIGGER = 0.3, 0.3  # the least chances of what is handed on; who uses it may ask for more


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder sees in one unit, in spans of its words."""

    unit: Unit
    names: tuple[NameSeen, ...]
    frames: tuple[FrameSeen, ...]
    events: tuple[EventSeen, ...]

    def chars(self, span: Span) -> Span:
        """The characters of a span of words; an empty span for none."""
        if span[0] >= span[1]:
            return 0, 0
        return self.unit.tokens[span[0]].start, self.unit.tokens[span[1] - 1].end


@register(PART)
def look(article: Article, model: Encoder | None = None) -> tuple[Seen, ...]:
    """What the encoder (by default the shipped one) sees in each unit of an article that has words, in order. The
    lines of one article are read together and with no others, so it sees the same whatever is read beside it."""
    known = model or encoder()
    cut = [unit for unit in units(article) if unit.tokens]
    read = known.read([line(unit.tokens[:WORDS], unit.plain) for unit in cut])
    stances = known.classes["stance"]
    return tuple(
        Seen(
            unit,
            tuple(names_seen(one, known.classes["names"])),
            tuple(frames_seen(one, stances, CUE)),
            tuple(events_seen(one, known.classes, TRIGGER)),
        )
        for unit, one in zip(cut, read, strict=True)
    )


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
