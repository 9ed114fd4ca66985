"""The gold set of datelines and credits: well formed, varied, and answered."""

import json
from collections import Counter
from pathlib import Path

import pytest

import coranto.gate
from coranto.gate.credits import credit_scores
from coranto.gate.sets import load
from coranto.gate.work import Work
from coranto.types.article import CreditKind

PATH = Path(coranto.gate.__file__).parent / "own" / "credits.jsonl"
ROWS = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
DATA = Path(__file__).parents[3] / "shared" / "data" / "dev"
FLOORS = {"articles.dateline_f1": 0.95, "articles.credit_f1": 0.95}


def scored(folder, rows):
    corpus = load(PATH)
    work = Work(folder, type(corpus)(name="credits", rows=tuple(rows), broken=0, digest=""))
    return {score.id: score.value for score in credit_scores(work) if not score.set}


def test_the_set_is_large_varied_and_has_look_alikes():
    own = [row for row in ROWS if "text" in row]
    nothing = [row for row in ROWS if not row.keys() & {"places", "date", "credits", "makers"}]
    assert len(ROWS) >= 400 and len(own) >= 250
    assert len(nothing) >= len(ROWS) / 4
    assert len({row["lang"] for row in own}) >= 20
    given = Counter(one["kind"] for row in ROWS for one in row.get("credits", ()))
    assert all(given[kind] >= 8 for kind in ("dateline", "agency", "source", "inputs", "relay", "photo"))
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_spans_lie_in_their_passages():
    for row in ROWS:
        size = len(row["text"]) if "text" in row else row["end"] - row["start"]
        spans = [*row.get("places", ()), *([row["date"]] if "date" in row else ())]
        spans += [(one["start"], one["end"]) for one in row.get("credits", ())]
        assert all(0 <= start < end <= size for start, end in spans), row["id"]
        assert all(one["kind"] in CreditKind.__args__ for one in row.get("credits", ()))


def test_passages_of_pages_are_held_by_offsets_alone():
    for row in ROWS:
        if "set" in row:
            assert not row.keys() & {"text", "outlet"}, row["id"]


def test_our_own_passages_are_answered(tmp_path):
    got = scored(tmp_path, [row for row in ROWS if "text" in row])
    assert all(got[ident] >= floor for ident, floor in FLOORS.items()), got


def test_passages_of_pages_are_answered():
    if not DATA.is_dir():
        pytest.skip("the sets of pages are not here")
    got = scored(DATA, [row for row in ROWS if "set" in row])
    assert all(got[ident] >= floor for ident, floor in FLOORS.items()), got


def test_pages_that_are_not_there_are_noted(tmp_path):
    row = next(row for row in ROWS if "set" in row)
    work = Work(tmp_path, type(load(PATH))(name="credits", rows=(row,), broken=0, digest=""))
    assert credit_scores(work) == []
    assert sum(work.notes.values()) == 1
