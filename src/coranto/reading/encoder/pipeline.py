"""An installed spaCy pipeline as a model for names."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

import numpy as np

from coranto.errors import ConfigError, PartError
from coranto.reading.encoder.cutters import laid
from coranto.reading.encoder.decode import KINDS, NameSeen, NamesSeen
from coranto.reading.encoder.inputs import Span
from coranto.reading.encoder.labels import kind_of, none_known
from coranto.reading.names.tokens import Unit

_SURE = 0.8  # spaCy tells no chances
_NAMING = frozenset(("tok2vec", "transformer", "ner"))
_IDLE = frozenset(("tagger", "parser", "senter", "morphologizer", "attribute_ruler", "lemmatizer"))


class Pipeline:
    """A loaded pipeline. `ident` is its name with its version."""

    def __init__(self, name: str) -> None:
        self._read = _loaded(name)
        labels = [label for part in self._read.pipe_labels.values() for label in part]
        if not any(map(kind_of, labels)):
            raise none_known(f"the pipeline {name}", labels)
        if set(self._read.pipe_names) <= _NAMING | _IDLE:  # in others rules may ask for what these find
            for part in _IDLE.intersection(self._read.pipe_names):
                self._read.disable_pipe(part)
        self.ident = f"{name}-{self._read.meta.get('version', '')}"

    def names(self, units: Sequence[Unit]) -> list[NamesSeen]:
        """What the pipeline says of each line."""
        lines = [laid(unit.tokens) for unit in units]
        read = self._read.pipe([text for text, _ in lines])
        return [_names(doc, spans) for doc, (_, spans) in zip(read, lines, strict=True)]


def _names(doc: Any, spans: Sequence[Span]) -> NamesSeen:
    """The entities of a line as whole words; one that is less than a word is none."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    chances = np.zeros((len(spans), len(KINDS)), np.float32)
    out = []
    for found in doc.ents:
        span = bisect_left(starts, found.start_char), bisect_right(ends, found.end_char)
        kind = kind_of(found.label_)
        if kind and span[0] < span[1]:
            chances[span[0] : span[1], KINDS.index(kind)] = _SURE
            out.append(NameSeen(span, kind, _SURE))
    return NamesSeen(tuple(out), chances)


def _loaded(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise PartError(
            "reading.names_model: it is read with spaCy, which is not installed: pip install 'coranto[spacy]'"
        ) from error
    if not spacy.util.is_package(name):
        raise PartError(
            f"reading.names_model: no spaCy pipeline {name!r} is installed: python -m spacy download {name}"
        )
    try:
        return spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ConfigError(f"reading.names_model: the pipeline {name} can't be loaded: {error}") from error
