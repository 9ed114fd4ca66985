"""Room: reading. What the sentences of one article mention: names, times, offices, speech, events, figures.

`read` is the main door; `times_in`, `names_in`, `speech_in`, `events_in`, `code_pair` take plain strings: the gate
scores them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from coranto.parts import register
from coranto.reading.encoder.look import NOTHING, Sights, look
from coranto.reading.encoder.look import PART as LOOK
from coranto.reading.encoder.own import PART as OWN
from coranto.reading.encoder.own import own_names, own_part
from coranto.reading.events.coding import code_pair
from coranto.reading.events.find import events as _events
from coranto.reading.figures.find import figures as _figures
from coranto.reading.names.find import bare_article, names_in
from coranto.reading.names.find import names as _names
from coranto.reading.occasions.find import occasions as _occasions
from coranto.reading.offices.find import offices as _offices
from coranto.reading.offices.past import with_past
from coranto.reading.offices.since import with_since
from coranto.reading.speech.find import speech as _speech
from coranto.reading.speech.find import speech_in
from coranto.reading.times.find import time_flags, times_in
from coranto.reading.times.find import times as _times
from coranto.settings import ReadingOptions
from coranto.types import Article, EventMention, Interval, OfficeMention, Reading, Reference, Sentence

__all__ = [
    "LOOK",
    "OWN",
    "asked",
    "code_pair",
    "events_in",
    "names_in",
    "read",
    "read_again",
    "reference_of",
    "speech_in",
    "times_in",
]

PART = "reading.read.v1"
_PARTS = (
    "reading.times.v2", "reading.names.v3", "reading.offices.v3", "reading.occasions.v1", "reading.figures.v1",
    "reading.speech.v2", "reading.events.v2",
)  # fmt: skip
_LEXICONS = frozenset({"en", ""})
_LONGEST_TEXT = 250_000  # characters; what goes on is a dump or a trap, and costs seconds
_LONGEST_SENTENCE = 20_000  # as many without an end are a table or a list
_WORD = 200


class _Placed(Protocol):
    @property
    def sentence(self) -> int: ...
    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=_Placed)


@register(PART)
def read(
    article: Article,
    reference: Reference | None = None,
    options: ReadingOptions = ReadingOptions(),  # noqa: B008
) -> Reading:
    """All mentions of an article, each kind in order of sentence and place. Never raises, unless the model that
    `options.names_model` names can't be used.

    Relative times count from `reference`, by default the article's publication date. Beyond
    `options.max_sentences`, 250 000 characters of text or 20 000 of one sentence nothing is read (flag
    `read_in_part`). Where no lexicon fits the language, offices, statements, events and occasions are left out
    (flag `language_not_read`).
    """
    against = reference or reference_of(article)
    cut, flags = _cut(article, options)
    english = article.lang.partition("-")[0].lower() in _LEXICONS
    seen = look(cut) if english and options.model else NOTHING
    seen = own_names(cut, options.names_model, seen) if options.names_model else seen
    used = (PART, *_PARTS, *asked(options))
    reading = Reading(article=article.id, reference=against.interval, part=used)
    reading = replace(reading, times=_sorted(_times(cut, against)), names=_sorted(_names(cut, seen)))
    flags += time_flags(cut, against, reading.times)
    if not english:
        return replace(reading, flags=(*flags, "language_not_read"))
    return replace(_deeper(cut, reading, seen), flags=flags)


def asked(options: ReadingOptions) -> tuple[str, ...]:
    """The parts that read only where the options ask for them: the encoder, and a user's own model with its digest
    or version. Raises as `read` does where that can't be used."""
    encoder = (LOOK,) if options.model else ()
    return (*encoder, own_part(options.names_model)) if options.names_model else encoder


def _deeper(article: Article, reading: Reading, seen: Sights) -> Reading:
    """The reading with all that rests on names and times."""
    found = _held(article, reading)
    reading = replace(
        reading,
        offices=found,
        occasions=_sorted(_occasions(article, reading.times)),
        statements=_sorted(_speech(article, reading.names, found, seen)),
        figures=_sorted(_figures(article)),
        sights=seen.events,
    )
    return replace(reading, events=_sorted(_events(article, reading)))


def _held(article: Article, reading: Reading) -> tuple[OfficeMention, ...]:
    """The offices, with what dates say of them."""
    found = with_since(article, _sorted(_offices(article, reading.names)), reading.times, reading.reference)
    return with_past(found, reading.names, reading.reference)


def events_in(text: str, *, model: bool = True) -> tuple[EventMention, ...]:
    """The events of a plain text without a date; by rules alone without the model."""
    return read(bare_article(text), options=ReadingOptions(model=model)).events


def read_again(article: Article, before: Reading, reference: Reference, options: ReadingOptions) -> Reading:
    """A reading of the same article against another date: what does not hang on the date is kept as it was."""
    cut, _ = _cut(article, options)
    flags = tuple(flag for flag in before.flags if flag in ("read_in_part", "language_not_read"))
    reading = replace(before, reference=reference.interval, times=_sorted(_times(cut, reference)), events=())
    reading = replace(reading, flags=flags + time_flags(cut, reference, reading.times))
    if "language_not_read" in flags:
        return reading
    reading = replace(reading, offices=_held(cut, reading), occasions=_sorted(_occasions(cut, reading.times)))
    return replace(reading, events=_sorted(_events(cut, reading)))


def _sorted(mentions: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(mentions, key=_place))


def _place(mention: _Placed) -> tuple[int, int]:
    return mention.sentence, mention.start


def _cut(article: Article, options: ReadingOptions) -> tuple[Article, tuple[str, ...]]:
    """The article without what is too long to read, and the flag that says so."""
    text, title = article.text[:_LONGEST_TEXT], article.title[:_LONGEST_SENTENCE]
    sentences = tuple(
        _short(one, text) for one in article.sentences[: max(options.max_sentences, 0)] if one.start < _LONGEST_TEXT
    )
    if (sentences, text, title) == (article.sentences, article.text, article.title):
        return article, ()
    return replace(article, sentences=sentences, text=text, title=title), ("read_in_part",)


def _short(sentence: Sentence, text: str) -> Sentence:
    """The sentence, or as much of it as is read, up to the end of a word."""
    stop = min(sentence.start + _LONGEST_SENTENCE, len(text))
    if sentence.end <= stop:
        return sentence
    space = text.rfind(" ", max(sentence.start, stop - _WORD) + 1, stop)
    return replace(sentence, end=space if space > 0 else stop)


def reference_of(article: Article) -> Reference:
    """The publication days of an article as the reference of its relative times; empty when it is undated."""
    published = article.published
    if published.start is None or published.end is None or published.end <= published.start:
        return Reference()
    days = Interval(published.start, published.end)
    return Reference(interval=days, best=_best(published.value, days))


def _best(value: str, days: Interval) -> date:
    """The likeliest day: the one the value names when it lies in the interval, else the first."""
    try:
        named = date.fromisoformat(value[:10])
    except ValueError:
        return days.start
    return named if days.start <= named < days.end else days.start
