"""Fits the weights of the signs of a cut: `fit.py DATA` cuts the pages of train/pages, reads them, prints the rows.

DATA is the folder with `train/`. Each page is cut twice in ways that a hash of its id chooses, and stands beside
its whole twin. Logistic regression that is drawn toward the weights of the rows as they stand; rows with
`fixed = true` keep theirs, and no sign changes its side.
"""

import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from choose import FORMS, KINDS, cut_of, draw, twin_of, usable

from coranto.article import draft_dump, draft_html
from coranto.article.draft import Draft
from coranto.article.lang import identify
from coranto.article.whole.ends import ends_of
from coranto.article.whole.signs import signs_of
from coranto.article.whole.verdict import signs_known
from coranto.gate.cuts import Cut, build
from coranto.gate.material import said
from coranto.gate.sets import find, load
from coranto.settings import ArticleOptions

OPTIONS = ArticleOptions(guard=False)
PULL = 5.0
STEPS, RATE = 4000, 0.05
NOT_SIGNS = ("any", "doubt", "closed")
WHOLE_COUNTS = 3.0
FOLDS = 5


def cuts(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[Cut, dict[str, Any]]]:
    """Two cuts of each page and its twin for each."""
    for at, row in enumerate(sorted(rows, key=lambda row: draw(1 << 60, row["id"]))):
        for turn in (0, 1):
            kind = KINDS[(at + 5 * turn) % len(KINDS)]
            form = FORMS[(at + turn + at // len(KINDS)) % len(FORMS)]
            if usable(row) and (cut := cut_of("pages/wcxb", row, kind, form)) is not None:
                yield cut, row
                yield twin_of(cut, row), row


def drafts(folder: Path) -> Iterator[tuple[Cut, Draft]]:
    """The drafts of the pages, cut and whole."""
    for cut, row in cuts(load(find(folder / "train", "pages/wcxb")[0]).rows):
        page = build(row, cut)
        if page is None:
            continue
        draft = draft_html(page, OPTIONS) if page.media == "text/html" else draft_dump(page, OPTIONS)
        if isinstance(draft, Draft):
            yield cut, draft


def names_of(draft: Draft) -> set[str]:
    """The names of the signs of a draft."""
    ends = ends_of(draft)
    lang = identify("\n".join(ends.running), draft.lang)
    return {sign.name for sign in signs_of(draft, ends, lang)}


def fit(names: list[str], matrix: Any, cut: Any) -> Any:
    """Weights of the columns and of `any`, by gradient descent with momentum; the last is that of `any`."""
    known = signs_known()
    start = np.array([known[name]["weight"] for name in names] + [known["any"]["weight"]])
    free = np.array([not known[name].get("fixed") for name in [*names, "any"]])
    columns = np.hstack([matrix, np.ones((len(matrix), 1))])
    shares = np.where(cut, 1.0, WHOLE_COUNTS)
    weights, push = start.copy(), np.zeros_like(start)
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
        slope = columns.T @ (shares * (chances - cut)) + PULL * (weights - start)
        push = 0.9 * push - RATE * slope / len(matrix)
        weights = weights + push * free
        weights = np.where(np.sign(weights) == -np.sign(start), 0.0, weights)
    return weights


def unseen(names: list[str], matrix: Any, cut: Any, sites: Sequence[str]) -> Any:
    """The sums of each row by weights that were fitted without the pages of its site."""
    fold = np.array([draw(FOLDS, site, "fold") for site in sites])
    sums = np.zeros(len(cut))
    for one in range(FOLDS):
        rest, here = fold != one, fold == one
        weights = fit(names, matrix[rest], cut[rest])
        sums[here] = matrix[here] @ weights[:-1] + weights[-1]
    return sums


def main() -> None:
    if len(sys.argv) > 2:
        found = [(cut, draft) for cut, _, draft in pickle.loads(Path(sys.argv[2]).read_bytes())]
    else:
        found = list(drafts(Path(sys.argv[1])))
    found = [(cut, draft) for cut, draft in found if isinstance(draft, Draft) and draft.pieces]
    names = sorted(set(signs_known()) - set(NOT_SIGNS))
    given = [names_of(draft) for _, draft in found]
    matrix = np.array([[float(name in one) for name in names] for one in given])
    cut = np.array([float(not one.whole) for one, _ in found])
    weights = fit(names, matrix, cut)
    for name, weight in zip([*names, "any"], weights, strict=True):
        print(f"{name:20} {weight:6.2f}  was {signs_known()[name]['weight']:6.2f}")
    rows = {row["id"]: row for row in load(find(Path(sys.argv[1]) / "train", "pages/wcxb")[0]).rows}
    sites = [urlsplit(said(rows[one.id], "url")).hostname or one.id for one, _ in found]
    for told, sums in (
        ("seen", matrix @ weights[:-1] + weights[-1]),
        ("unseen", unseen(names, matrix, cut, sites)),
    ):
        for edge in (-0.5, 0.0, 0.1, 0.2, 0.3, 0.5):
            over = sums > edge
            print(f"{told}, over {edge}: cut {over[cut > 0].mean():.3f}, whole {over[cut == 0].mean():.3f}")


if __name__ == "__main__":
    main()
