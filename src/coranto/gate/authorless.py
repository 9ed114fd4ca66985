"""Pages that name no author: the share for which no person is invented."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from coranto.gate.metrics.counts import ratio
from coranto.gate.result import Score
from coranto.types import Article


@cache
def _printed() -> frozenset[str]:
    """Ids of rows without a gold author whose page prints one, so that they cannot tell an invented one."""
    raw = files(__package__).joinpath("authorless.json").read_text(encoding="utf-8")
    return frozenset(json.loads(raw)["ids"])


def authorless(cleaned: Sequence[tuple[dict[str, Any], Article | None]]) -> list[Score]:
    """Of rows with an empty list of authors: the share whose article names no person (organisations may stand)."""
    asked = [article for row, article in cleaned if row.get("authors") == [] and row.get("id") not in _printed()]
    good = sum(not any(one.role != "organisation" for one in article.byline) for article in asked if article)
    # a refused page names nobody
    good += sum(article is None for article in asked)
    return [Score("articles.no_author_acc", ratio(good, len(asked)), len(asked))] if asked else []
