"""Scores of the article room where an outlet's pages are cleaned together, so that what it repeats is known."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from coranto.gate.material import dump_page, html_page, page_of, said, trimmed_page
from coranto.gate.metrics.text import shingles, text_f1, text_scores
from coranto.gate.result import Score
from coranto.gate.sets import Item
from coranto.gate.work import Work, door
from coranto.text.normal import squeeze
from coranto.types import Article, Page

_FIVE = 5
_HALF = 0.5
_WORD = re.compile(r"\w")
Make = Callable[[Item], Page]
_AS_TEXT: tuple[tuple[str, Make], ...] = (
    ("articles.dump_f1", dump_page),
    ("articles.dump_trimmed_f1", trimmed_page),
)


def sibling_scores(work: Work) -> list[Score]:
    """Scores of the pages of outlets that have two pages or more in the set, each outlet's cleaned together."""
    groups = _by_outlet(work.corpus.rows)
    return [
        score
        for ident, make in (("articles.text_f1", html_page), *_AS_TEXT)
        for score in _together(work, ident, [[(row, make(row)) for row in group] for group in groups])
    ]


def five_scores(work: Work) -> list[Score]:
    """Scores of every page rendered to text, cleaned beside four pages made of it: its own furniture around the
    texts of the four articles that follow it in the set."""
    rows = [row for row in work.corpus.rows if said(row, "text") and said(row, "html")]
    if len(rows) < _FIVE:
        return []
    scores = []
    for ident, make in _AS_TEXT:
        pages = [make(row) for row in rows]
        groups = [
            [(row, page), *_made(row, page, _following(rows, at))]
            for at, (row, page) in enumerate(zip(rows, pages, strict=True))
        ]
        scores += _together(work, ident, groups, "five")
    return scores


def _by_outlet(rows: Sequence[Item]) -> list[list[Item]]:
    """The rows of each outlet with two or more, in order of the set."""
    groups: dict[str, list[Item]] = {}
    for row in rows:
        if said(row, "publisher") and said(row, "html") and said(row, "text"):
            groups.setdefault(said(row, "publisher"), []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def _following(rows: Sequence[Item], at: int) -> list[Item]:
    return [rows[(at + step) % len(rows)] for step in range(1, _FIVE)]


def _made(row: Item, page: Page, others: Sequence[Item]) -> list[tuple[Item, Page]]:
    """Pages with the furniture of a row's page around the texts of other rows; they carry no gold."""
    lines = page.body.decode().split("\n")
    gold, paragraphs = shingles(said(row, "text")), {squeeze(one) for one in said(row, "text").split("\n")}
    own = [_of(line, gold, paragraphs) for line in lines]
    first = own.index(True) if True in own else 0
    pages: list[tuple[Item, Page]] = []
    for other in others:
        told = [said(other, "title") if line == said(row, "title") else line for line in lines]
        text = [line for line, mine in zip(told, own, strict=True) if not mine]
        text.insert(sum(not mine for mine in own[:first]), said(other, "text"))
        pages.append(({}, page_of("\n".join(text), "text/plain", row)))
    return pages


def _of(line: str, gold: Any, paragraphs: set[str]) -> bool:
    """Whether a line of a page is of its gold text: a paragraph of it, or most of its runs of four words are."""
    own = shingles(line)
    return line in paragraphs or (
        len(_WORD.findall(line)) > 20 and sum((own & gold).values()) >= _HALF * sum(own.values())
    )


def _together(
    work: Work, ident: str, groups: Sequence[Sequence[tuple[Item, Page]]], part: str = "siblings"
) -> list[Score]:
    """The text F1 of the rows with gold, each group of pages cleaned together."""
    clean = door("article", "clean_all")
    pages: list[tuple[float, float]] = []
    for group in groups:
        answers = work.attempt(clean, [page for _, page in group]) or [None] * len(group)
        for (row, _), answer in zip(group, answers, strict=True):
            if gold := said(row, "text"):
                pages.append(text_scores(gold, answer.text if isinstance(answer, Article) else ""))
    return [Score(ident, text_f1(pages), len(pages), part)] if pages else []
