"""An article in the terminal with all that was read in it: marks in colour, and their notes below each sentence."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from coranto.types import Article, Reading
from coranto.types.codec import to_data

STYLES = {
    "names": "cyan", "times": "yellow", "offices": "underline", "occasions": "green", "figures": "blue",
    "statements": "italic", "cues": "bold magenta", "events": "bold red",
}  # fmt: skip
"""The kinds of marks, each with its style; the later ones lie over the earlier. Cues go with statements."""
KINDS = tuple(kind for kind in STYLES if kind != "cues")
_TITLE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was read at one place: spans to mark by kind of mark, and a line that says what it means."""

    kind: str
    sentence: int
    spans: tuple[tuple[str, int, int], ...]
    line: str


def noted(article: Article, reading: Reading, kinds: Collection[str] = KINDS) -> tuple[Noted, ...]:
    """All that was read, of some kinds, in the order of the text; the title (sentence -1) first."""
    found = [one for kind in KINDS if kind in kinds for one in _NOTES[kind](article, reading)]
    return tuple(sorted(found, key=lambda one: (one.sentence, min(span[1] for span in one.spans))))


def show_marked(
    console: Console, article: Article, reading: Reading, kinds: Collection[str] = KINDS, *, notes: bool = True
) -> None:
    """The head of the article, then its sentences with their marks in colour, each with its notes below it."""
    found = noted(article, reading, kinds)
    console.print(_coloured(article.title, 0, found, _TITLE, "bold"))
    console.print(Text(_head(article, reading), style="dim"))
    _notes(console, found, _TITLE, notes)
    paragraph = None
    for sentence in article.sentences:
        if notes or sentence.paragraph != paragraph:
            console.print()
        paragraph = sentence.paragraph
        words = article.text[sentence.start : sentence.end]
        line = _coloured(words, sentence.start, found, sentence.index)
        console.print(line, end="\n" if notes else " ")
        _notes(console, found, sentence.index, notes)
    legend = Text("\n")
    for kind in (kind for kind in STYLES if kind in kinds or (kind == "cues" and "statements" in kinds)):
        legend.append(kind, style=STYLES[kind]).append("  ")
    console.print(legend)


def marked_data(article: Article, reading: Reading) -> dict[str, object]:
    """The article and its reading as JSON."""
    return {"article": to_data(article), "reading": to_data(reading)}


def _head(article: Article, reading: Reading) -> str:
    who = ", ".join(one.name for one in article.byline)
    credit = ", ".join(dict.fromkeys(one.agency for one in article.credits))
    parts = [
        article.outlet or "outlet unknown", article.published.value or "undated", who,
        f"credit {credit}" if credit else "", article.kind, article.lang, article.completeness.verdict,
        *article.flags, *reading.flags,
    ]  # fmt: skip
    return " · ".join(part for part in parts if part)


def _notes(console: Console, found: tuple[Noted, ...], sentence: int, wanted: bool) -> None:
    for one in found:
        if wanted and one.sentence == sentence:
            console.print(Text.assemble(("    " + one.kind[:-1].ljust(10), STYLES[one.kind]), (one.line, "dim")))


def _coloured(words: str, start: int, found: tuple[Noted, ...], sentence: int, style: str = "") -> Text:
    text = Text(words, style=style)
    ranks = list(STYLES)
    spans = [span for one in found if one.sentence == sentence for span in one.spans]
    for kind, a, b in sorted(spans, key=lambda span: ranks.index(span[0])):
        text.stylize(STYLES[kind], max(0, a - start), max(0, b - start))
    return text


def _times(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.times:
        days = f"{one.interval.start} to before {one.interval.end}" if one.interval else "no days"
        line = f"{one.text!r} {one.type} {one.value} {one.mod}: {days}, by {one.anchor} ({one.confidence:.2f})"
        yield _noted("times", one.sentence, one.start, one.end, line)


def _names(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.names:
        full = f" of {one.full!r}" if one.full != one.text else ""
        line = f"{one.text!r} {one.kind}{full} {one.code} {' '.join(one.sector)} ({one.confidence:.2f})"
        yield _noted("names", one.sentence, one.start, one.end, line)


def _offices(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.offices:
        who = one.person or (f"{one.holder} (from the article)" if one.holder else "nobody named")
        since = f" since {one.since}" if one.since else ""
        line = f"{one.text!r} {one.title} {one.organisation} {one.code}: {who}, {one.status}{since}"
        yield _noted("offices", one.sentence, one.start, one.end, line)


def _occasions(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.occasions:
        number = f" no. {one.occasion.ordinal}" if one.occasion.ordinal else ""
        line = f"{one.text!r} {one.occasion.series}{number} {one.place} {' '.join(one.hosts)}"
        yield _noted("occasions", one.sentence, one.start, one.end, line)


def _figures(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.figures:
        line = f"{one.text!r} {one.mod} {one.value:g} {one.unit} {one.of} {one.what}"
        yield _noted("figures", one.sentence, one.start, one.end, line)


def _statements(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.statements:
        who = f"{one.speaker.name} ({one.speaker.via})" if one.speaker else "unnamed"
        chain = " ← ".join(link.actor for link in one.chain)
        line = f"{who} {one.stance} {one.kind} by {one.cue!r} [{one.rule}] {chain} ({one.confidence:.2f})"
        spans = [("statements", a, b) for a, b in one.content]
        spans += [("cues", *one.cue_span)] if one.cue_span else []
        yield Noted(
            kind="statements", sentence=one.sentence, line=" ".join(line.split()),
            spans=tuple(spans or [("statements", one.start, one.end)]),
        )  # fmt: skip


def _events(article: Article, reading: Reading) -> Iterator[Noted]:
    for one in reading.events:
        actor = ", ".join(entity.code or entity.identifier_text for entity in one.actor) or "?"
        other = ", ".join(entity.code or entity.identifier_text for entity in one.recipient) or "?"
        when = f"{one.date or 'date unknown'} ({one.date_basis})"
        line = (
            f"{one.event_text!r} {one.event} {one.mode} {one.modality}: {actor} → {other}, {when}, {one.voice}"
            f" [{one.coder}] ({one.confidence:.2f})"
        )
        yield _noted("events", one.sentence, one.start, one.end, line)


def _noted(kind: str, sentence: int, start: int, end: int, line: str) -> Noted:
    return Noted(kind=kind, sentence=sentence, spans=((kind, start, end),), line=" ".join(line.split()))


_NOTES = {
    "names": _names, "times": _times, "offices": _offices, "occasions": _occasions, "figures": _figures,
    "statements": _statements, "events": _events,
}  # fmt: skip
