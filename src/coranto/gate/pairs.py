"""Scores of PLOVER codes of marked pairs (PLV) and of conflict against cooperation (PLV, AW)."""

from collections.abc import Callable, Sequence
from typing import Any

from coranto.gate.material import said
from coranto.gate.metrics.counts import macro_f1
from coranto.gate.result import Score
from coranto.gate.work import Work, both_ways, door
from coranto.types.reading import EVENTS, QUAD

_YIELD = ("CONCEDE", "RETREAT")
ROOTS = (*(event for event in EVENTS if event not in _YIELD), "YIELD")
"""The 15 labels of PLV: CONCEDE and RETREAT are one, YIELD."""


def plover_scores(work: Work) -> list[Score]:
    """Macro F1 of the root, the quad class and the conflict flag of each marked pair; by rules alone too."""
    rows = [
        row for row in work.corpus.rows if said(row, "gold_root") in ROOTS and said(row, "gold_penta") in "1234"
    ]
    _note_rest(work, len(rows))
    roots, quads = [said(row, "gold_root") for row in rows], [said(row, "gold_penta") for row in rows]
    scores: list[Score] = []
    for part, ask in both_ways(door("reading", "code_pair")):
        coded = _codes(work, rows, ask)
        found = [quad_of(code) for code in coded]
        scores += _score("plover_root_f1", roots, [root_of(code) for code in coded], part)
        scores += _score("plover_quad_f1", quads, found, part)
        scores += _score("plover_binary_f1", [_side(quad) for quad in quads], [_side(quad) for quad in found], part)
    return scores


def binary_scores(work: Work) -> list[Score]:
    """Macro F1 of the conflict flag; by rules alone too."""
    rows = [row for row in work.corpus.rows if said(row, "gold_binary") in ("0", "1")]
    _note_rest(work, len(rows))
    gold = [said(row, "gold_binary") for row in rows]
    scores: list[Score] = []
    for part, ask in both_ways(door("reading", "code_pair")):
        scores += _score("binary_f1", gold, [_side(quad_of(code)) for code in _codes(work, rows, ask)], part)
    return scores


def _note_rest(work: Work, kept: int) -> None:
    if len(work.corpus.rows) > kept:
        work.notes["rows set aside: no gold label"] += len(work.corpus.rows) - kept


def _codes(work: Work, rows: Sequence[dict[str, Any]], ask: Callable[..., object]) -> list[str]:
    """The PLOVER code of each pair, empty where there is none."""
    coded: list[str] = []
    for row in rows:
        source, target = (_bare(said(row, side)) for side in ("source", "target"))
        coded.append(event_of(work.attempt(ask, said(row, "sentence"), source, target)))
    return coded


def _bare(actor: str) -> str:
    """The words of a marked actor: AW writes the role before a colon (`Org:the words`)."""
    role, colon, words = actor.partition(":")
    return words if colon and role.isalpha() and words else actor


def event_of(answer: object) -> str:
    """The code in a door's answer: a mention, a code, or a tuple that begins with one; empty for none."""
    if isinstance(answer, tuple):
        answer = answer[0] if answer else ""
    code = answer if isinstance(answer, str) else getattr(answer, "event", "")
    return code if code in QUAD or code == "YIELD" else ""


def root_of(code: str) -> str:
    """The label of PLV for a PLOVER code."""
    return "YIELD" if code in _YIELD else code


def quad_of(code: str) -> str:
    """The quad class of a code as a string, empty for none."""
    return "2" if code == "YIELD" else str(QUAD.get(code, ""))


def _side(quad: str) -> str:
    """`1` conflict, `0` cooperation, empty for none."""
    return {"1": "0", "2": "0", "3": "1", "4": "1"}.get(quad, "")


def _score(name: str, gold: Sequence[str], predicted: Sequence[str], part: str) -> list[Score]:
    labels = ROOTS if name == "plover_root_f1" else ("1", "2", "3", "4") if name == "plover_quad_f1" else ("0", "1")
    return [Score(f"reading.{name}", macro_f1(gold, predicted, labels), len(gold), part)] if gold else []
