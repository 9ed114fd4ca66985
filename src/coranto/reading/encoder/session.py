"""The encoder itself: one ONNX session per process, on one thread; lines go through it one by one."""

import json
import os
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.reading.encoder.inputs import Line, batch

_SILENT = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
_INPUTS = ("ids", "shapes", "bits", "first")
Scores = NDArray[np.float32]


class Read(NamedTuple):
    """The scores of one line: of each head [words, classes], of each relation [words, words], of the events of the
    marked pair [events]."""

    heads: dict[str, Scores]
    relations: dict[str, Scores]
    event: Scores


def session(model: bytes | str) -> Any:
    """The ONNX session of a model, given whole or by its path: on one thread, which sleeps where it waits; nothing
    is told to anybody."""
    for switch in _SILENT:
        os.environ[switch] = "1"  # from 1.29 on the library reports its use to its makers unless told not to before
    import onnxruntime as ort  # heavy: only who reads with a model loads it

    ort.disable_telemetry_events()

    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # work is spread over processes
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Encoder:
    """A loaded model. `classes` are those of each head, `events` those of a marked pair."""

    def __init__(self, model: bytes, notes: str) -> None:
        self._session = session(model)
        told = json.loads(notes)
        self.classes: dict[str, list[str]] = told["words"]
        self.relations: list[str] = told["relations"]
        self.events: list[str] = told["event"]
        self._ends = np.cumsum([len(classes) for classes in self.classes.values()])[:-1]

    def read(self, asked: Line) -> Read:
        """What the model says of a line. Lines go alone: the scales of whole numbers are those of a pass, and what
        is seen of a line would hang on those beside it; on one thread a pass of several is hardly quicker."""
        given = dict(zip(_INPUTS, batch([asked]), strict=True))
        words, relations, event = self._session.run(None, given)
        heads = dict(zip(self.classes, np.split(words[0], self._ends, axis=-1), strict=True))
        return Read(heads, dict(zip(self.relations, relations[0], strict=True)), event[0])


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
