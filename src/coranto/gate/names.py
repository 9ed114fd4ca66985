"""Scores of names: exact spans of persons, places and organisations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from coranto.gate.metrics.counts import f1_of
from coranto.gate.result import Score
from coranto.gate.work import Work, both_ways, door
from coranto.types import Name

_KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}
_TAGS = {"Person": "PER", "PER": "PER", "Organization": "ORG", "ORG": "ORG", "Location": "LOC", "LOC": "LOC"}
_NO_BLANK_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "’", "”"})
_NO_BLANK_AFTER = frozenset({"(", "[", "$", "“", "£", "€"})

Mark = tuple[int, int, str]
Tagged = tuple[str, str]


def name_scores(work: Work) -> list[Score]:
    """Micro F1 of exact (start, end, kind) over the documents of a set; by rules alone too."""
    found = (_names(work, part, ask) for part, ask in both_ways(door("reading", "names_in")))
    return [score for score in found if score is not None]


def _names(work: Work, part: str, ask: Callable[..., Iterable[Name]]) -> Score | None:
    right = predicted = gold = 0
    for row in work.corpus.rows:
        text, wanted = work.gold(document, row) or ("", set())
        if not text:
            continue
        answer: Iterable[Name] = work.attempt(ask, text) or ()
        found = {(n.start, n.end, _KINDS[n.kind]) for n in answer if n.kind in _KINDS and n.sentence >= 0}
        right += len(found & wanted)
        predicted += len(found)
        gold += len(wanted)
    counts = (right, predicted, gold)
    if not gold:
        return None
    return Score("reading.name_f1", f1_of(*counts), gold, part, counts=None if part else counts)


def document(row: dict[str, Any]) -> tuple[str, set[Mark]]:
    """The text of a row and its gold names. Rows have `tokens` with empty ones between paragraphs, or
    `sentences` with their own text."""
    if "sentences" in row:
        parts = [_placed(sentence["text"], _tagged(sentence["tokens"])) for sentence in row["sentences"]]
    else:
        parts = [_placed("", part) for part in _paragraphs(row["tokens"])]
    text = ""
    marks: set[Mark] = set()
    for part, spans in parts:
        text += "\n\n" if text else ""
        marks |= {(start + len(text), end + len(text), kind) for start, end, kind in spans}
        text += part
    return text, marks


def _tagged(tokens: Iterable[Any]) -> list[Tagged]:
    return [(str(token[0]), str(token[1])) for token in tokens if isinstance(token, list) and len(token) > 1]


def _paragraphs(tokens: Sequence[Any]) -> Iterator[list[Tagged]]:
    part: list[Tagged] = []
    for token in tokens:
        if isinstance(token, list) and len(token) > 1:
            part.append((str(token[0]), str(token[1])))
        elif part:
            yield part
            part = []
    if part:
        yield part


def _placed(text: str, tokens: Sequence[Tagged]) -> tuple[str, list[Mark]]:
    """The sentence's text and where its names stand; without a fitting text, the tokens are joined as print is."""
    spans = _find(text, tokens)
    if spans is None:
        text, spans = _joined(tokens)
    marks: list[Mark] = []
    inside = False
    for (start, end), (_, tag) in zip(spans, tokens, strict=True):
        prefix, _, name = tag.partition("-")
        kind = _TAGS.get(name, "")
        if kind and prefix == "I" and inside and marks[-1][2] == kind:
            marks[-1] = (marks[-1][0], end, kind)
        elif kind:
            marks.append((start, end, kind))
        inside = bool(kind)
    return text, marks


def _find(text: str, tokens: Sequence[Tagged]) -> list[tuple[int, int]] | None:
    spans: list[tuple[int, int]] = []
    at = 0
    for form, _ in tokens:
        start = text.find(form, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(form)
        spans.append((start, at))
    return spans


def _joined(tokens: Sequence[Tagged]) -> tuple[str, list[tuple[int, int]]]:
    text, before = "", ""
    spans: list[tuple[int, int]] = []
    for form, _ in tokens:
        if text and form not in _NO_BLANK_BEFORE and before not in _NO_BLANK_AFTER:
            text += " "
        spans.append((len(text), len(text) + len(form)))
        text += form
        before = form
    return text, spans
