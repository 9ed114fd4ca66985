"""Pages without an author in the gold: the share for which no person is invented."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from coranto.gate.material import said
from coranto.gate.metrics.counts import ratio
from coranto.gate.metrics.text import person_key
from coranto.gate.result import Score
from coranto.types import Article


@cache
def _printed() -> dict[str, list[str]]:
    """The names that a page prints as its author's, by the id of its row, where the gold has none all the same."""
    raw = files(__package__).joinpath("authorless.json").read_text(encoding="utf-8")
    printed: dict[str, list[str]] = json.loads(raw)["printed"]
    return printed


def authorless(cleaned: Sequence[tuple[dict[str, Any], Article | None]]) -> list[Score]:
    """Of rows with an empty list of authors: the share whose article names no person that its page does not print
    as author (organisations may stand), and as `strict` the share whose article names no person at all."""
    asked = [(row, _persons(article)) for row, article in cleaned if row.get("authors") == []]
    if not asked:
        return []
    good = sum(named <= {person_key(one) for one in _printed().get(said(row, "id"), ())} for row, named in asked)
    none = sum(not named for _, named in asked)
    ident = "articles.no_author_acc"
    return [
        Score(ident, ratio(good, len(asked)), len(asked)),
        Score(ident, ratio(none, len(asked)), len(asked), "strict"),
    ]


def _persons(article: Article | None) -> set[str]:
    """The keys of the persons that an article names as makers; a refused page names nobody."""
    byline = article.byline if article is not None else ()
    return {person_key(one.name) for one in byline if one.role != "organisation"}
