"""The encoder itself: one ONNX session per process, on one thread; lines go through it in lots of like length."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.reading.encoder.inputs import Line, batch

LOT = 8  # lines of one pass
Scores = NDArray[np.float32]


class Read(NamedTuple):
    """The scores of one line: of each head [words, classes], of each relation [words, words], of the events of the
    marked pair [events]."""

    heads: dict[str, Scores]
    relations: dict[str, Scores]
    event: Scores


class Encoder:
    """A loaded model. `classes` are those of each head, `events` those of a marked pair."""

    def __init__(self, model: bytes, notes: str) -> None:
        import onnxruntime as ort  # heavy: only who reads with the model loads it

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # work is spread over processes
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        told = json.loads(notes)
        self.classes: dict[str, list[str]] = told["words"]
        self.relations: list[str] = told["relations"]
        self.events: list[str] = told["event"]
        self._ends = np.cumsum([len(classes) for classes in self.classes.values()])[:-1]

    def read(self, lines: Sequence[Line]) -> list[Read]:
        """What the model says of each line, in their order. Lots are made of these lines alone, by their length:
        scales of the whole numbers are those of a lot, so the lines of one article are read together."""
        order = sorted(range(len(lines)), key=lambda n: (len(lines[n].ids), n))
        out: dict[int, Read] = {}
        for at in range(0, len(order), LOT):
            lot = order[at : at + LOT]
            names = ("ids", "shapes", "bits", "first")
            given = dict(zip(names, batch([lines[n] for n in lot]), strict=True))
            words, relations, event = self._session.run(None, given)
            for k, n in enumerate(lot):
                out[n] = self._read(len(lines[n].first), words[k], relations[k], event[k])
        return [out[n] for n in range(len(lines))]

    def _read(self, size: int, words: Scores, relations: Scores, event: Scores) -> Read:
        heads = dict(zip(self.classes, np.split(words[:size], self._ends, axis=-1), strict=True))
        pairs = dict(zip(self.relations, relations[:, :size, :size], strict=True))
        return Read(heads, pairs, event)


@cache
def encoder() -> Encoder:
    """The shipped model, loaded once per process."""
    folder = files("coranto.data").joinpath("models")
    notes = folder.joinpath("encoder.json").read_text(encoding="utf-8")
    return Encoder(folder.joinpath("encoder.onnx").read_bytes(), notes)


def softmax(scores: Scores) -> Scores:
    """Chances along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return found
