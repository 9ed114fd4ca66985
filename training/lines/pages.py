"""Annotated pages as lines with labels: each page in the forms in which pages of text reach us."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from degrade import (
    about,
    bulleted,
    cut,
    eastern,
    ended,
    foreign,
    parted,
    plain,
    repeated,
    with_other,
    with_teasers,
    wrapped,
)
from render import Row, body_of, render, without_gaps

from coranto.article.dump.chars import Bools
from coranto.article.dump.text import Line, read_lines
from coranto.text.tokens import words

MAX_SEEN = 1500
MORE = 3
"""How many of the odder forms of a page are taken, of five."""
WRAPPED, TEASED, BANK, PARTED, ENDED = 0.12, 0.3, 40, 0.3, 0.12


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a page: its lines, which of them are of the article, and what the markup says each is."""

    site: str
    forum: bool
    lines: list[Line]
    wanted: Bools
    kinds: list[str]


def grams(text: str, size: int = 4) -> set[tuple[str, ...]]:
    """The runs of `size` lower-case words of a text."""
    tokens = [word.lower() for word in words(text)]
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def marked(rows: list[Row], gold: str) -> list[Row]:
    """The lines with those marked that are of the gold text: half of their four-word runs are in it, or all of a
    short one that stands among such lines."""
    known = grams(gold)
    paragraphs = {" ".join(words(p.lower())) for p in gold.split("\n")}
    runs = [grams(row.text) for row in rows]
    sure = [bool(own) and len(own & known) >= 0.5 * len(own) for own in runs]
    first = next((at for at, wanted in enumerate(sure) if wanted), len(rows)) - 2
    last = len(rows) - next((at for at, wanted in enumerate(reversed(sure)) if wanted), len(rows)) + 1
    return [
        replace(row, wanted=True)
        if wanted or (not own and first <= at <= last and " ".join(words(row.text.lower())) in paragraphs)
        else row
        for at, (row, own, wanted) in enumerate(zip(rows, runs, sure, strict=True))
    ]


@dataclass(slots=True)
class Others:
    """What earlier pages lend to a page: the lines of the last one, and headlines with the articles they open."""

    rows: list[Row] = field(default_factory=list)
    bank: list[tuple[str, str]] = field(default_factory=list)

    def add(self, row: dict[str, Any]) -> None:
        """Takes over a page."""
        self.rows = render(body_of(row["html"]))
        opening = next((text for text in row["text"].split("\n") if len(text) > 80), "")
        if row["title"] and opening:
            self.bank = [*self.bank[-BANK:], (" ".join(row["title"].split()), " ".join(opening.split()))]


def forms(row: dict[str, Any], others: Others, rng: random.Random) -> Iterator[tuple[list[Row], str]]:
    """The lines of the forms of one page, and the tongue to put them in ("" for its own)."""
    body = body_of(row["html"])
    whole = marked(render(body), row["text"])
    if not whole:
        return
    any_of = [whole, marked(render(body, links=True), row["text"])] if rng.random() < 0.5 else [whole]
    yield without_gaps(whole), ""
    yield plain(about(whole, rng), rng), ""
    more = [
        (bulleted(plain(rng.choice(any_of), rng), rng), ""),
        (rng.choice((cut, repeated))(plain(rng.choice(any_of), rng), rng), ""),
        (with_other(plain(rng.choice((whole, about(whole, rng))), rng), others.rows, rng), ""),
        (plain(rng.choice((whole, about(whole, rng), *any_of)), rng), "foreign"),
        (plain(rng.choice((whole, about(whole, rng))), rng), rng.choice(("foreign", "eastern"))),
    ]
    yield from rng.sample(more, MORE)
    if rng.random() < 0.3:
        title = [Row(row["title"], "title")] if rng.random() < 0.5 and row["title"] else []
        yield (
            [
                *title,
                *(Row(" ".join(text.split()), wanted=True) for text in row["text"].split("\n") if text.strip()),
            ],
            "",
        )


def read(rows: list[Row]) -> tuple[list[Line], list[Row]]:
    """The lines as the cleaner reads them, and the row that each begins with."""
    raw: list[str] = []
    owner: list[Row] = []
    for row in rows:
        raw += ["", row.text] if row.gap else [row.text]
        owner += [row, row] if row.gap else [row]
    lines = read_lines("\n".join(raw))[:MAX_SEEN]
    return lines, [owner[line.number - 1] for line in lines]


def pages_of(row: dict[str, Any], others: Others, site: str, rng: random.Random) -> Iterator[Form]:
    """All forms of one page."""
    for own, tongue in forms(row, others, rng):
        rows = parted(own, rng) if rng.random() < PARTED else own
        rows = ended(rows, rng) if rng.random() < ENDED else rows
        rows = with_teasers(rows, others.bank, rng) if rng.random() < TEASED else rows
        lines, owner = read(wrapped(rows, rng) if rng.random() < WRAPPED else rows)
        if not lines:
            continue
        if tongue:
            texts = (foreign if tongue == "foreign" else eastern)([line.text for line in lines], rng)
            lines = [replace(line, text=text) for line, text in zip(lines, texts, strict=True)]
        kinds = ["link" if one.link and one.kind in ("p", "bullet", "head") else one.kind for one in owner]
        forum = row.get("page_type") == "forum"
        yield Form(site, forum, lines, np.array([one.wanted for one in owner]), kinds)
