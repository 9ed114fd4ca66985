"""Scores of the story room: grouping of articles."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from coranto.gate.material import article_of, jittered, said
from coranto.gate.metrics.clusters import ari, b3_f1, pair_f1
from coranto.gate.ordered import stories, tell
from coranto.gate.result import Score
from coranto.gate.work import Work
from coranto.types import Article

_DOCUMENT = re.compile(r"(\d+)_\d+([a-z]+)\.xml")
_GLUED = re.compile(r" ([.,;:?!)\]%]|n't\b|'\w{0,2}\b)")


def story_scores(work: Work) -> list[Score]:
    """B³ F1, pair F1 and ARI of the stories of dated articles, taken in order of time."""
    return _grouped(work, list(work.corpus.rows), "")


def jittered_scores(work: Work) -> list[Score]:
    """The same with each date moved by up to a day, so that the date alone cannot tell the stories apart."""
    return _grouped(work, [jittered(row) for row in work.corpus.rows], "jittered")


def document_scores(work: Work) -> list[Score]:
    """The same for the documents of ECB+ (Cybulska and Vossen 2014), without dates and titles; the stories are its
    seminal events, two of one kind to a topic. Documents are put together from the contexts of the mentions."""
    return _grouped(work, documents(work.corpus.rows), "docs")


def documents(mentions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per document of mentions: its longest context as text, its topic and part (`2 ecbplus`) as story."""
    texts: dict[str, str] = {}
    for row in mentions:
        tokens = row.get("mention_context")
        text = _GLUED.sub(r"\1", " ".join(map(str, tokens))) if isinstance(tokens, list) else ""
        ident = said(row, "doc_id")
        texts[ident] = max(texts.get(ident, ""), text, key=len)
    named = [(_DOCUMENT.fullmatch(ident), ident, text) for ident, text in texts.items()]
    return [{"id": ident, "text": text, "story": f"{name[1]} {name[2]}"} for name, ident, text in named if name]


def _grouped(work: Work, rows: Sequence[dict[str, Any]], part: str) -> list[Score]:
    usable, articles = usable_of(rows)
    if not usable:
        work.broken("no story or text")
        return []
    chosen = stories(work, tell(work, articles))
    gold = [said(row, "story") for row in usable]
    predicted = [chosen.get(article.id, article.id) for article in articles]
    return [
        Score("stories.b3_f1", b3_f1(gold, predicted), len(gold), part),
        Score("stories.pair_f1", pair_f1(gold, predicted), len(gold), part),
        Score("stories.ari", ari(gold, predicted), len(gold), part),
    ]


def usable_of(rows: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[Article]]:
    """The rows that have a story and a text, and their articles."""
    usable = [row for row in rows if said(row, "story") and said(row, "text")]
    return usable, [article_of(row) for row in usable]
