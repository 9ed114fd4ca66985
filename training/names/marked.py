"""The marked names of the training sets, as texts with a function that tells the class of a span."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sentences.marks import parse

from coranto.gate.names import _find, _joined

Label = Callable[[int, int], str | None]
Word = tuple[str, str]
KINDS = {
    "PER": "person", "LOC": "place", "ORG": "organisation", "MISC": "other", "person": "person",
    "location": "place", "group": "organisation", "corporation": "organisation", "product": "other",
    "creative-work": "other", "politician": "person", "country": "place", "organisation": "organisation",
    "politicalparty": "organisation", "election": "other", "event": "other", "misc": "other",
}  # fmt: skip
_NAMES = frozenset("PLOXGVD")
_OWN = {"P": "person", "L": "place", "O": "organisation"}
_SENTENCES = Path(__file__).parent.parent / "sentences" / "names"
_GUM = {"person": "person", "place": "place", "organization": "organisation"}
_PART = re.compile(r"\([^()]*\)?|[^()]*\)")
FILES = {
    "wikigold": "wikigold.conll", "wnut": "wnut17_train.conll", "wnut-dev": "wnut17_dev.conll",
    "crossner": "crossner_politics_train.txt", "crossner-dev": "crossner_politics_dev.txt",
}  # fmt: skip


def texts(folder: Path) -> Iterator[tuple[str, str, Label]]:
    """(set, text, label) of every sentence of the sets in `folder`; EWT tells names from words, not their kind."""
    yield from (("own", text, label) for text, label in _own())
    for name, file in FILES.items():
        for sentence in _bio(folder / "names" / f"{file}.gz"):
            text, places = _joined(sentence)
            yield name, text, _of_spans(sentence, places)
    for text, sentence in _with_text(folder / "names" / "uner_pud.iob2.gz"):
        places = _find(text, sentence)
        if places is None:
            text, places = _joined(sentence)
        yield "pud", text, _of_spans(sentence, places)
    for text, rows in _trees(folder / "gum" / "gum.conllu.gz"):
        found = _find(text, [(row[1], "") for row in rows])
        if found is not None:
            yield "gum", text, _of_mentions(rows, found)
    for text, rows in _trees(folder / "ewt" / "train.conllu.gz"):
        found = _find(text, [(row[1], "") for row in rows])
        if found is not None:
            yield "ewt", text, _of_tags(rows, found)


def _own() -> Iterator[tuple[str, Label]]:
    """The sentences written for this project."""
    for file in sorted(_SENTENCES.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                sentence = parse(line)
                spans = {(m.start, m.end): _OWN.get(m.tag, "other") for m in sentence.marks if m.tag in _NAMES}
                yield sentence.text, _in(spans)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as source:
        for line in source:
            yield line.rstrip("\n")
    yield ""


def _bio(path: Path) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    for line in _lines(path):
        cells = line.split("\t") if "\t" in line else line.split()
        if len(cells) > 1:
            sentence.append((cells[0], cells[-1]))
        elif not line.startswith("#") and sentence:
            yield sentence
            sentence = []


def _with_text(path: Path) -> Iterator[tuple[str, list[Word]]]:
    text, sentence = "", list[Word]()
    for line in _lines(path):
        cells = line.split("\t")
        if line.startswith("# text = "):
            text = line[9:]
        elif line and not line.startswith("#"):
            sentence.append((cells[1], cells[2]))
        elif not line and sentence:
            yield text, sentence
            sentence = []


def _trees(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    text, rows = "", list[list[str]]()
    for line in _lines(path):
        cells = line.split("\t")
        if line.startswith("# text = "):
            text = line[9:]
        elif line and cells[0].isdigit():
            rows.append(cells)
        elif not line and rows:
            yield text, rows
            rows = []


def _of_spans(sentence: list[Word], places: list[tuple[int, int]]) -> Label:
    spans: dict[tuple[int, int], str] = {}
    start, kind, last = 0, "", 0
    for (begin, end), (_, tag) in zip([*places, (0, 0)], [*sentence, ("", "O")], strict=True):
        prefix, _, name = tag.partition("-")
        found = KINDS.get(name, "")
        if found and prefix == "I" and found == kind:
            last = end
            continue
        if kind:
            spans[start, last] = kind
        start, last, kind = begin, end, found

    return _in(spans)


def _in(spans: dict[tuple[int, int], str]) -> Label:
    def label(begin: int, end: int) -> str:
        if (begin, end) in spans:
            return spans[begin, end]
        return "cut" if any(a < end and begin < b for a, b in spans) else "none"

    return label


def _of_tags(rows: list[list[str]], places: list[tuple[int, int]]) -> Label:
    def label(begin: int, end: int) -> str:
        inside = [n for n, (a, b) in enumerate(places) if a < end and b > begin]
        if not any(rows[n][3] == "PROPN" for n in inside):
            return "none"
        around = [n for n in (inside[0] - 1, inside[-1] + 1) if 0 <= n < len(rows)]
        return "cut" if any(rows[n][3] == "PROPN" and rows[n][1][0].isupper() for n in around) else "name"

    return label


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """(first, after, type) of the entities of a GUM sentence."""
    found: list[tuple[int, int, str]] = []
    opened: list[tuple[int, str, str]] = []
    for n, row in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in _PART.findall(entity[1]) if entity else ():
            cells = part.strip("()").split("-")
            if part.startswith("("):
                opened.append((n, cells[0], cells[1] if len(cells) > 1 else ""))
            if part.endswith(")"):
                at = next((k for k in reversed(range(len(opened))) if opened[k][1] == cells[0]), None)
                if at is not None:
                    start, _, kind = opened.pop(at)
                    found.append((start, n + 1, kind))
    return found


def _of_mentions(rows: list[list[str]], places: list[tuple[int, int]]) -> Label:
    mentions = _mentions(rows)

    def label(begin: int, end: int) -> str | None:
        inside = [n for n, (a, b) in enumerate(places) if a < end and b > begin]
        if not any(rows[n][3] == "PROPN" for n in inside):
            return "none"
        around = [one for one in mentions if one[0] <= inside[0] and one[1] > inside[-1]]
        if not around:
            return "other"
        first, after, kind = min(around, key=lambda one: one[1] - one[0])
        if not any(not first <= int(rows[n][6]) - 1 < after for n in inside):
            return "other" if len(inside) == 1 else None
        beside = [n for n in (inside[0] - 1, inside[-1] + 1) if first <= n < after]
        return "cut" if any(rows[n][3] == "PROPN" for n in beside) else _GUM.get(kind, "other")

    return label
