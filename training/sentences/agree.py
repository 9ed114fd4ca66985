"""How far two labellings of the same sentences agree.

`python training/sentences/agree.py KIND SECOND_FILE [-v]`: KIND is events, frames, names or one of the folders in
them (`names/also`); the first labels are the lines of the same text in the batches of that kind. With -v the marks
that only one of the two has are printed.

Events are paired where their triggers overlap, the widest overlap first. Event, modality, trigger and parties are
compared on the pairs; the mode on the pairs that agree on the event. Marks of frames and names are the same where
tag, span and fields are; numbers are passed over.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import marks

Pair = tuple[marks.Sentence, marks.Sentence]


def pairs(kind: str, second: Path) -> tuple[list[Pair], list[str]]:
    """The sentences of a file beside those of the same text in the batches, and the texts that no batch has."""
    firsts = {(s := marks.parse(line)).text: s for _, _, line in marks.lines(Path(__file__).parent / kind)}
    found: list[Pair] = []
    missing: list[str] = []
    for line in second.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            sentence = marks.parse(line)
            if sentence.text in firsts:
                found.append((firsts[sentence.text], sentence))
            else:
                missing.append(sentence.text)
    return found, missing


def paired(one: Iterable[marks.Event], two: Iterable[marks.Event]) -> list[tuple[marks.Event, marks.Event]]:
    """The events of two labellings of one sentence whose triggers overlap, each used once."""
    ranked = sorted(
        ((min(a.trigger[1], b.trigger[1]) - max(a.trigger[0], b.trigger[0]), i, j, a, b)
         for i, a in enumerate(one) for j, b in enumerate(two)),
        key=lambda row: (-row[0], row[1], row[2]),
    )  # fmt: skip
    out: list[tuple[marks.Event, marks.Event]] = []
    left: set[int] = set()
    right: set[int] = set()
    for overlap, i, j, a, b in ranked:
        if overlap > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((a, b))
    return out


def f1(same: int, one: int, two: int) -> str:
    """The harmonic mean of both shares, with the counts."""
    return f"{2 * same / (one + two) if one + two else 1.0:.3f}  ({same} of {one} and {two})"


def share(same: int, of: int) -> str:
    """A share, with the counts."""
    return f"{same / of if of else 1.0:.3f}  ({same} of {of})"


def event_rows(sentences: list[Pair]) -> list[tuple[str, str]]:
    """The figures of labelled events."""
    both = [(marks.events(one), marks.events(two)) for one, two in sentences]
    matched = [pair for one, two in both for pair in paired(one, two)]
    alike = [(a, b) for a, b in matched if a.event == b.event]
    rows = [
        ("has an event or none", share(sum(bool(a) == bool(b) for a, b in both), len(both))),
        ("events found, F1", f1(len(matched), sum(len(a) for a, _ in both), sum(len(b) for _, b in both))),
        ("event", share(len(alike), len(matched))),
        ("mode, where the event agrees", share(sum(a.mode == b.mode for a, b in alike), len(alike))),
        ("modality", share(sum(a.modality == b.modality for a, b in matched), len(matched))),
        ("exact trigger", share(sum(a.trigger == b.trigger for a, b in matched), len(matched))),
    ]
    sides = {
        "sources, F1 of spans": [(set(a.sources), set(b.sources)) for a, b in matched],
        "targets, F1 of spans": [(set(a.targets), set(b.targets)) for a, b in matched],
        "parties without side, F1": [({*a.sources, *a.targets}, {*b.sources, *b.targets}) for a, b in matched],
    }
    for name, spans in sides.items():
        same = sum(len(a & b) for a, b in spans)
        rows.append((name, f1(same, sum(len(a) for a, _ in spans), sum(len(b) for _, b in spans))))
    return rows


def mark_rows(sentences: list[Pair]) -> list[tuple[str, str]]:
    """The figures of marks by tag, span and fields; without fields; and by tag."""

    def row(name: str, tags: str, fields: bool) -> tuple[str, str]:
        one, two = (
            {(i, m.tag, m.start, m.end, m.fields if fields else ())
             for i, pair in enumerate(sentences) for m in pair[side].marks if m.tag in tags}
            for side in (0, 1)
        )  # fmt: skip
        return name, f1(len(one & two), len(one), len(two))

    tags = "".join(sorted({m.tag for pair in sentences for s in pair for m in s.marks}))
    wholes = [row("marks, F1", tags, False), row("marks with fields, F1", tags, True)]
    return wholes + [row(f"  {tag}", tag, False) for tag in tags]


def main(arguments: list[str]) -> int:
    """Prints the table; 1 where a sentence is in no batch."""
    if len(arguments) < 2 or arguments[0] not in marks.FOLDERS:
        print(__doc__)
        return 2
    kind, second = arguments[0], Path(arguments[1])
    sentences, missing = pairs(kind, second)
    print(f"{kind}: {len(sentences)} sentences")
    for name, figure in event_rows(sentences) if kind.startswith("events") else mark_rows(sentences):
        print(f"{name:32}{figure}")
    for text in missing:
        print(f"in no batch: {text}")
    if "-v" in arguments:
        for one, two in sentences:
            if gone := set(one.marks) ^ set(two.marks):
                print(f"\n{one.text}")
                for mark in sorted(gone, key=lambda mark: (mark.start, mark.tag)):
                    side = "first" if mark in one.marks else "second"
                    label = " ".join((f"{mark.tag}{mark.number}", *mark.fields))
                    print(f"  {side:7}{label}: {one.text[mark.start : mark.end]}")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
