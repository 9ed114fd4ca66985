"""Pages with gold text as the models of HTML lines see them: views, labels, weights."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head.head import head
from coranto.article.head.markup import fields
from coranto.article.html.features import View, view
from coranto.article.html.kind import kind_of
from coranto.article.html.known import known_of
from coranto.article.html.posts import posted, posts
from coranto.article.html.walk import walk
from coranto.text.tokens import words
from coranto.types import Page

Row = dict[str, Any]
_HEAVIEST = 120
_FORUM = 2.0
"""Forum pages are few among the annotations: each counts for two."""


def rows(path: Path) -> Iterator[Row]:
    """The pages of a file of gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for raw in file:
            yield json.loads(raw)


def seen(row: Row) -> View:
    """A page as the features see it."""
    tree = LexborHTMLParser(row["html"])
    page = Page(id="", path="", media="text/html", body=row["html"].encode(), url=row.get("url", ""))
    known = head(tree, page, row["html"])
    forum = kind_of(tree, known, page) == "forum"
    told, walked = known_of(known, forum), walk(tree)
    said = posts(tree, fields("posts", "select")) if forum else []
    return view(walked, replace(told, posts=posted(said)))


def grams(tokens: list[str], size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `size` words with their counts."""
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def labels(view: View, gold: str) -> NDArray[np.int64]:
    """1 for each line half of whose four-word runs are in the gold text; a shorter one must be a line of it."""
    known = grams(words(gold.lower()))
    lines = {" ".join(words(one)) for one in gold.lower().split("\n")}
    out = []
    for line in view.walked.lines:
        tokens = words(line.text.lower())
        own = grams(tokens)
        if own:
            out.append(int((own & known).total() >= 0.5 * own.total()))
        else:
            out.append(int(bool(tokens) and " ".join(tokens) in lines))
    return np.array(out, dtype=np.int64)


def weights(view: View, gold: str, forum: bool) -> NDArray[np.float64]:
    """How much each line matters to the score of its page: by its words, each page the same."""
    size = [min(len(words(line.text)) + 2, _HEAVIEST) for line in view.walked.lines]
    total = len(words(gold)) + 60
    return np.array(size, dtype=np.float64) / total * 100 * (_FORUM if forum else 1.0)
