"""Editions of an occasion that a page looks back on: "the previous round was held in Turku in 2019"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coranto.record.phrases import word_set
from coranto.record.source import Source, cites
from coranto.types import Cite, Interval, OccasionMention, Occurrence, Sentence, Time

NEAR = 4
"""Sentences around a numbered edition in which "the last round" is one of its series."""
YEAR = 366
_HEAD = re.compile(r"^(?:the )?[\w-]+ (\w+)")
_IN = re.compile(r"\bin ([A-Z][\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One time an article names an edition, or the series alone; `exact` when the dates are the edition's own."""

    source: Source
    occasion: Occurrence
    spot: tuple[int, int, int]
    interval: Interval | None
    place: str = ""
    exact: bool = False

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where it stands."""
        return cites(self.source.article, [self.spot])


def looked_back(mentions: Sequence[tuple[Source, OccasionMention]]) -> list[Held]:
    """The dated earlier editions that sentences near a numbered one speak of, without their numbers."""
    found: dict[tuple[str, int], Held] = {}
    for source, mention in mentions:
        if not mention.occasion.ordinal or mention.sentence < 0:
            continue
        for sentence in source.article.sentences[max(0, mention.sentence - NEAR) : mention.sentence + NEAR + 1]:
            held = _held(source, mention, sentence)
            if held is not None:
                found.setdefault((source.article.id, held.spot[1]), held)
    return list(found.values())


def _held(source: Source, mention: OccasionMention, sentence: Sentence) -> Held | None:
    head = _HEAD.match(mention.text)
    if head is None:
        return None
    text = source.article.text[sentence.start : sentence.end]
    earlier = "|".join(sorted(word_set("earlier")))
    match = re.search(rf"\b(?:{earlier}) {re.escape(head.group(1))}\b", text, re.IGNORECASE)
    time = _year(source, sentence) if match else None
    if match is None or time is None:
        return None
    places = {
        name.text for name in source.reading.names if name.sentence == sentence.index and name.kind == "place"
    }
    spot = next((found.group(1) for found in _IN.finditer(text) if found.group(1) in places), "")
    return Held(
        source=source,
        occasion=Occurrence(name=mention.occasion.name, series=mention.occasion.series),
        spot=(sentence.index, sentence.start + match.start(), sentence.start + match.end()),
        interval=time.interval,
        place=spot,
    )


def _year(source: Source, sentence: Sentence) -> Time | None:
    """The one date of a sentence that lies within a year."""
    dated = [
        time
        for time in source.reading.times
        if time.sentence == sentence.index and time.interval is not None and time.interval.days <= YEAR
    ]
    return dated[0] if len({time.value for time in dated}) == 1 else None
