"""Scores exported encoders on sentences held out of their training: the int8 file beside the float one.

    PYTHONPATH=src:training python training/encoder/score.py src/coranto/data/models/encoder.onnx [FLOAT.onnx ...]
    PYTHONPATH=src:training python training/encoder/score.py --confusions src/coranto/data/models/encoder.onnx

The sentences are those that `train.py` holds out, and `events/held`, which it never sees.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from encoder.examples import Example
from encoder.labels import CLASSES, EVENTS, RELATIONS
from encoder.own import FOLDER, event_examples, own_examples

from coranto.reading.encoder.session import Encoder, Read

_SPANS = ("names", "office", "cue", "trigger")
_WORDS = ("root", "modality", "mode", "stance")
Counts = Counter[tuple[str, str]]


def held() -> dict[str, list[Example]]:
    """The held-out sentences by where they are from."""
    apart = [example for _, example in event_examples(FOLDER / "events" / "held")]
    return {"own": [one for _, one in own_examples(held=True)], "apart": apart}


def count(model: Encoder, examples: Sequence[Example]) -> Counts:
    """What is right, said and wanted, by head."""
    counts: Counts = Counter()
    for example in examples:
        read = model.read(example.line)
        if example.event >= 0:
            counts["event", "right"] += int(read.event.argmax()) == example.event
            counts["event", "of"] += 1
            continue
        for head in _SPANS:
            if len(example.allowed.get(head, ())) == len(example.line.first):
                _add(counts, head, _spans(_said(read, head), head), _spans(_gold(example, head), head))
        for head in _WORDS:
            for word, classes in example.allowed.get(head, {}).items():
                counts[head, "right"] += int(read.heads[head][word].argmax()) in classes
                counts[head, "of"] += 1
        for row in example.rows:
            name = RELATIONS[row.relation]
            scores = read.relations[name][sorted(row.of)].mean(axis=0)
            _add(counts, name, set(np.flatnonzero(scores > 0).tolist()), set(row.to))
    return counts


def _add(counts: Counts, head: str, said: set[object], wanted: set[object]) -> None:
    counts[head, "right"] += len(said & wanted)
    counts[head, "said"] += len(said)
    counts[head, "wanted"] += len(wanted)


def _said(read: Read, head: str) -> list[str]:
    return [CLASSES[head][n] for n in read.heads[head].argmax(axis=1)]


def _gold(example: Example, head: str) -> list[str]:
    return [CLASSES[head][example.allowed[head][n][0]] for n in sorted(example.allowed[head])]


def _spans(tags: Sequence[str], head: str) -> set[object]:
    """(first word, word after, kind) of each span."""
    out: set[object] = set()
    start = -1
    for n, tag in enumerate([*tags, "-"]):
        if start >= 0 and not tag.startswith("i"):
            out.add((start, n, tags[start][2:]))
            start = -1
        if tag.startswith("b"):
            start = n
    return out


def rows(counts: Counts) -> Iterator[tuple[str, float]]:
    """F1 of spans and of the words in relations, accuracy of classes."""
    for head in dict.fromkeys(head for head, _ in counts):
        of = counts[head, "of"] or (counts[head, "said"] + counts[head, "wanted"]) / 2
        yield head, counts[head, "right"] / max(of, 1)


def confusions(model: Encoder, examples: Sequence[Example]) -> Counter[tuple[str, str, str]]:
    """How often each label of a word, or event of a marked pair, was taken for which: (head, label, said)."""
    out: Counter[tuple[str, str, str]] = Counter()
    for example in examples:
        read = model.read(example.line)
        if example.event >= 0:
            said = int(read.event.argmax())
            out["event", EVENTS[example.event], EVENTS[said]] += 1
            continue
        for head in ("names", *_WORDS):
            for word, classes in example.allowed.get(head, {}).items():
                said = int(read.heads[head][word].argmax())
                wanted = said if said in classes else classes[0]
                out[head, _bare(CLASSES[head][wanted]), _bare(CLASSES[head][said])] += 1
    return out


def _bare(label: str) -> str:
    return label[2:] if label[:2] in ("b-", "i-") else label


def _tell_confusions(path: str) -> None:
    """The confusions that came three times or more, most frequent first."""
    model = Encoder(Path(path).read_bytes(), Path(path).with_suffix(".json").read_text(encoding="utf-8"))
    for name, examples in held().items():
        for (head, label, said), times in confusions(model, examples).most_common():
            if label != said and times >= 3:
                print(f"| {name} | {head} | {label} | {said} | {times} |")


def main() -> None:
    """The command line."""
    if sys.argv[1] == "--confusions":
        _tell_confusions(sys.argv[2])
        return
    notes = Path(sys.argv[1]).with_suffix(".json").read_text(encoding="utf-8")
    models = [Encoder(Path(path).read_bytes(), notes) for path in sys.argv[1:]]
    for name, examples in held().items():
        found = [dict(rows(count(model, examples))) for model in models]
        for head in found[0]:
            print(f"| {name} | {head} | " + " | ".join(f"{one[head]:.3f}" for one in found) + " |")


if __name__ == "__main__":
    main()
