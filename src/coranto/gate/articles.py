"""Scores of the article room: text, date, title, authors and outlet of real pages."""

from collections.abc import Callable, Sequence
from typing import Any

from coranto.gate.authorless import authorless
from coranto.gate.material import dump_page, html_page, said, trimmed_page
from coranto.gate.metrics.counts import f1_of, ratio
from coranto.gate.metrics.text import person_key, same_day, text_f1, text_scores, title_key
from coranto.gate.outlets import is_outlet
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Article, Page

_WRITERS = ("reporter", "contributor", "organisation")
Pair = tuple[dict[str, Any], Article | None]


def html_scores(work: Work) -> list[Score]:
    """Scores of the set's HTML pages, cleaned; a refused page is an empty answer."""
    cleaned = _clean(work, html_page)
    scores = _texts("articles.text_f1", cleaned)
    scores += _share("articles.date_acc", cleaned, "date", _date_right)
    scores += _share("articles.title_acc", cleaned, "title", _title_right)
    scores += _share("articles.outlet_acc", cleaned, "publisher", _outlet_right)
    return scores + _authors(cleaned) + authorless(cleaned)


def dump_scores(work: Work) -> list[Score]:
    """Scores of the same pages rendered to text, cleaned as text/plain."""
    if not any(said(row, "text") for row in work.corpus.rows):
        return []
    return _texts("articles.dump_f1", _clean(work, dump_page))


def trimmed_scores(work: Work) -> list[Score]:
    """Scores of the main parts of the same pages, rendered to text."""
    if not any(said(row, "text") for row in work.corpus.rows):
        return []
    return _texts("articles.dump_trimmed_f1", _clean(work, trimmed_page))


def _clean(work: Work, make: Callable[[dict[str, Any]], Page]) -> list[Pair]:
    clean = door("article", "clean")
    cleaned: list[Pair] = []
    for row in work.corpus.rows:
        if not said(row, "html"):
            work.broken("no html")
            continue
        answer = work.attempt(clean, make(row))
        cleaned.append((row, answer if isinstance(answer, Article) else None))
    refused = sum(article is None for _, article in cleaned)
    if refused:
        work.notes["pages refused (scored as empty)"] += refused
    return cleaned


def _texts(ident: str, cleaned: Sequence[Pair]) -> list[Score]:
    """Text F1 of the set and, where rows have a page type, of its articles and its forum pages."""
    by_part: dict[str, list[tuple[float, float]]] = {}
    for row, article in cleaned:
        if gold := said(row, "text"):
            page = text_scores(gold, article.text if article is not None else "")
            for part in ("", said(row, "page_type")):
                by_part.setdefault(part, []).append(page)
            if not said(row, "page_type"):
                by_part[""].pop()
    return [Score(ident, text_f1(pages), len(pages), f"{part}s" if part else "") for part, pages in by_part.items()]


def _share(ident: str, cleaned: Sequence[Pair], key: str, right: Callable[[str, Article], bool]) -> list[Score]:
    """The share of rows with a gold value whose article has it; rows without one are not counted."""
    asked = [(said(row, key), article) for row, article in cleaned if said(row, key)]
    good = sum(article is not None and right(gold, article) for gold, article in asked)
    return [Score(ident, ratio(good, len(asked)), len(asked))] if asked else []


def _date_right(gold: str, article: Article) -> bool:
    return same_day(gold, article.published.value)


def _title_right(gold: str, article: Article) -> bool:
    return title_key(gold) == title_key(article.title)


def _outlet_right(gold: str, article: Article) -> bool:
    return is_outlet(gold, article.outlet)


def _authors(cleaned: Sequence[Pair]) -> list[Score]:
    """Micro F1 over sets of names of the rows that name authors (an empty list of gold says nothing)."""
    right = predicted = gold = n = 0
    for row, article in cleaned:
        wanted = _named(row.get("authors"))
        if not wanted:
            continue
        byline = article.byline if article is not None else ()
        found = {person_key(line.name) for line in byline if line.role in _WRITERS} - {""}
        n += 1
        right += len(wanted & found)
        predicted += len(found)
        gold += len(wanted)
    return [Score("articles.author_f1", f1_of(right, predicted, gold), n)] if n else []


def _named(authors: object) -> set[str]:
    names = authors if isinstance(authors, list) else []
    return {person_key(name) for name in names if isinstance(name, str)} - {""}
