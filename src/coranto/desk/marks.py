"""An article's text with marks: which words a fact, a name or a quotation stands on."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coranto.types import Article, Block, Reading

_DASH = re.compile(r"[-–—•*·] +")


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
        if statement.sentence < 0:
            continue
        who = statement.speaker.name if statement.speaker else "unnamed"
        chain = " ← ".join(link.actor for link in statement.chain)
        found += [Mark(start=a, end=b, kind="said", note=f"{who} · {chain}") for a, b in statement.content]
    for event in reading.events:
        if event.sentence >= 0:
            note = f"{event.event.lower()} · {event.modality} · {event.date or 'date unknown'}"
            found.append(Mark(start=event.start, end=event.end, kind="event", note=note))
    for time in reading.times:
        if time.sentence >= 0:
            found.append(
                Mark(start=time.start, end=time.end, kind="time", note=f"{time.type.lower()} {time.value}")
            )
    return tuple(found)


def paragraphs(article: Article, marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's blocks with every sentence cut into runs at the borders of the marks; a part's label that the
    text itself begins with is marked as `label`, a dash before a dek or bullet as `dash`."""
    blocks = {block.start: block for block in article.blocks}
    ordered = sorted([*marks, *_labels(article)], key=_place)
    starts = [mark.start for mark in ordered]
    longest = max((mark.end - mark.start for mark in ordered), default=0)
    out: list[list[Line]] = []
    heads: list[tuple[str, str]] = []
    last = -1
    for sentence in article.sentences:
        if sentence.paragraph != last:
            last = sentence.paragraph
            out.append([])
            block = blocks.get(sentence.start) or _block_at(article, sentence.start)
            heads.append((block.kind, block.label) if block else ("body", ""))
        near = ordered[bisect_left(starts, sentence.start - longest) : bisect_left(starts, sentence.end)]
        runs = _runs(article.text, sentence.start, sentence.end, near)
        out[-1].append(Line(index=sentence.index, runs=runs))
    return [Paragraph(kind=k, label=label, lines=tuple(ls)) for (k, label), ls in zip(heads, out, strict=True)]


def _labels(article: Article) -> list[Mark]:
    found: list[Mark] = []
    for block in article.blocks:
        dash = _DASH.match(article.text, block.start, block.end) if block.kind in ("dek", "bullet") else None
        if dash:
            found.append(Mark(start=dash.start(), end=dash.end(), kind="dash"))
        label = block.label.strip().rstrip(":")
        end = block.start + len(label)
        if label and article.text[block.start : end].casefold() == label.casefold():
            found.append(Mark(start=block.start, end=end + (article.text[end : end + 1] == ":"), kind="label"))
    return found


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.kind


def _block_at(article: Article, at: int) -> Block | None:
    return next((block for block in article.blocks if block.start <= at < block.end), None)


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Run, ...]:
    near = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in near:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    runs = []
    for a, b in pairwise(sorted(cuts)):
        over = [mark for mark in near if mark.start <= a and mark.end >= b]
        kinds = tuple(sorted({mark.kind for mark in over}))
        note = " | ".join(dict.fromkeys(mark.note for mark in over if mark.note))
        runs.append(Run(text=text[a:b], kinds=kinds, note=note))
    return tuple(runs)


def piece(text: str, mark: tuple[int, int] | None) -> tuple[str, str, str]:
    """A text cut at one mark: what stands before, in and behind it."""
    start, end = mark or (0, 0)
    return text[:start], text[start:end], text[end:]
