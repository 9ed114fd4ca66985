"""Scores of the copies room: labelled pairs among real pages of one summit."""

from collections.abc import Mapping, Sequence
from typing import Any

from coranto.gate.material import said, text_page
from coranto.gate.metrics.counts import f1, ratio
from coranto.gate.ordered import tell, trace
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Article


def pair_scores(work: Work) -> list[Score]:
    """Precision, recall and F1 of "one depends on the other" over the labelled pairs; the pages are cleaned,
    read and traced as a run does it, and a pair with a refused page counts as not found."""
    pages = work.beside("copies/helsinki")
    labelled = [row for row in work.corpus.rows if row.get("label") in (0, 1)]
    if not pages or not labelled:
        work.broken("pairs without their pages")
        return []
    articles = _articles(work, pages)
    edges = trace(work, tell(work, articles.values()))
    linked = {
        frozenset((edge.child, edge.parent))
        for found in edges.values()
        for edge in found
        if edge.kind != "shares_quote_only"
    }
    gold = [row["label"] == 1 for row in labelled]
    said_so = [_linked(row, articles, linked) for row in labelled]
    return scores(gold, said_so)


def _articles(work: Work, pages: Sequence[dict[str, Any]]) -> dict[str, Article]:
    clean = door("article", "clean")
    articles: dict[str, Article] = {}
    for row in pages:
        answer = work.attempt(clean, text_page(row))
        if isinstance(answer, Article):
            articles[said(row, "id")] = answer
    if len(articles) < len(pages):
        work.notes["pages refused"] += len(pages) - len(articles)
    return articles


def _linked(row: dict[str, Any], articles: Mapping[str, Article], linked: set[frozenset[str]]) -> bool:
    one, other = articles.get(said(row, "a")), articles.get(said(row, "b"))
    if one is None or other is None:
        return False
    # two captures of the very same words are one article
    return one.id == other.id or frozenset((one.id, other.id)) in linked


def scores(gold: Sequence[bool], predicted: Sequence[bool]) -> list[Score]:
    """Precision, recall and F1 of yes and no."""
    right = sum(g and p for g, p in zip(gold, predicted, strict=True))
    precision, recall = ratio(right, sum(predicted)), ratio(right, sum(gold))
    return [
        Score("copies.pair_precision", precision, len(gold)),
        Score("copies.pair_recall", recall, len(gold)),
        Score("copies.pair_f1", f1(precision, recall), len(gold)),
    ]
