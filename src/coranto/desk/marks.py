"""An article's text with marks: which words a fact, a name or a quotation stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coranto.types import TITLE, Article, Block, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to mark: `kind` is said, event, time, name or cited; `note` says why, in a few words."""

    start: int
    end: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text with the marks that cover all of it."""

    text: str
    kinds: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence as runs; `index` is its number in the article."""

    index: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of the article: its kind, the part it begins, its sentences."""

    kind: str
    label: str
    lines: tuple[Line, ...]


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """The marks of a reading in the text: quotations, event triggers and times."""
    found: list[Mark] = []
    for statement in reading.statements:
        if statement.sentence == TITLE:
            continue
        who = statement.speaker.name if statement.speaker else "unnamed"
        chain = " ← ".join(link.actor for link in statement.chain)
        found += [Mark(start=a, end=b, kind="said", note=f"{who} · {chain}") for a, b in statement.content]
    for event in reading.events:
        if event.sentence != TITLE:
            note = f"{event.event} · {event.modality} · {event.date or 'date unknown'}"
            found.append(Mark(start=event.start, end=event.end, kind="event", note=note))
    for time in reading.times:
        if time.sentence != TITLE:
            found.append(Mark(start=time.start, end=time.end, kind="time", note=f"{time.type} {time.value}"))
    return tuple(found)


def paragraphs(article: Article, marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's blocks with every sentence cut into runs at the borders of the marks."""
    blocks = {block.start: block for block in article.blocks}
    ordered = sorted(marks, key=_place)
    out: list[list[Line]] = []
    heads: list[tuple[str, str]] = []
    last = -1
    for sentence in article.sentences:
        if sentence.paragraph != last:
            last = sentence.paragraph
            out.append([])
            block = blocks.get(sentence.start) or _block_at(article, sentence.start)
            heads.append((block.kind, block.label) if block else ("body", ""))
        runs = _runs(article.text, sentence.start, sentence.end, ordered)
        out[-1].append(Line(index=sentence.index, runs=runs))
    return [Paragraph(kind=k, label=label, lines=tuple(ls)) for (k, label), ls in zip(heads, out, strict=True)]


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.kind


def _block_at(article: Article, at: int) -> Block | None:
    return next((block for block in article.blocks if block.start <= at < block.end), None)


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Run, ...]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in near:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    edges = sorted(cuts)
    runs = []
    for a, b in pairwise(edges):
        over = [mark for mark in near if mark.start <= a and mark.end >= b]
        kinds = tuple(sorted({mark.kind for mark in over}))
        note = " | ".join(dict.fromkeys(mark.note for mark in over if mark.note))
        runs.append(Run(text=text[a:b], kinds=kinds, note=note))
    return tuple(runs)
