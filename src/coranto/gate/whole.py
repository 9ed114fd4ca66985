"""Scores of the verdict whether a text is whole: on pages cut at known places, and their whole twins."""

import json
from functools import cache
from importlib.resources import files

from coranto.gate.cuts import Cut, build
from coranto.gate.material import said
from coranto.gate.metrics.counts import ratio
from coranto.gate.result import Score
from coranto.gate.work import Work, door
from coranto.types import Article

_SAID_CUT = ("truncated", "teaser")
_STEMS = {"pages/outlets": "outlets", "pages/wcxb": "wcxb"}


@cache
def cuts() -> tuple[Cut, ...]:
    """The cuts of `cuts.json`, each before its twin; `training/whole/choose.py` chose them."""
    rows = json.loads(files("coranto.gate").joinpath("cuts.json").read_text(encoding="utf-8"))
    return tuple(Cut(**row) for row in rows)


def whole_scores(work: Work) -> list[Score]:
    """The share of right verdicts over cut pages and whole twins, and one less the share of twins called cut.

    "Truncated" and "teaser" say that a page is cut; "unknown" and a refusal do not.
    """
    rows = {said(row, "id"): row for row in work.corpus.rows}
    clean = door("article", "clean")
    right: dict[bool, list[bool]] = {True: [], False: []}
    for cut in cuts():
        if _STEMS.get(cut.set) != work.corpus.name or cut.id not in rows:
            continue
        page = build(rows[cut.id], cut)
        if page is None:
            work.broken(f"no place for the cut of {cut.id}")
            continue
        answer = work.attempt(clean, page)
        verdict = answer.completeness.verdict if isinstance(answer, Article) else "refused"
        if verdict in ("unknown", "refused"):
            work.notes[f"{'whole' if cut.whole else 'cut'} pages {verdict}"] += 1
        right[cut.whole].append((verdict in _SAID_CUT) != cut.whole)
    both = [*right[True], *right[False]]
    if not both:
        return []
    return [
        Score("articles.whole_acc", ratio(sum(both), len(both)), len(both)),
        Score("articles.whole_false_cut", ratio(sum(right[True]), len(right[True])), len(right[True])),
    ]
