"""A token classifier in a folder, as Optimum exports it: an ONNX model, its labels, its vocabulary or tokenizer."""

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

import numpy as np

from coranto.errors import ConfigError, PartError
from coranto.reading.encoder.cutters import Cutter, Pieces, Tokenizer, WordPieces
from coranto.reading.encoder.decode import NamesSeen
from coranto.reading.encoder.labels import Labels, labels_of
from coranto.reading.encoder.pieces import Vocabulary, numbered
from coranto.reading.encoder.session import Scores, session
from coranto.reading.names.tokens import Unit, tokens

_MODEL, _CONFIG, _WORDS, _TOKENIZER = "model.onnx", "config.json", "vocab.txt", "tokenizer.json"
_TOLD = "tokenizer_config.json"
_WINDOW = 512  # pieces of a line at most; sentences have far fewer
_TRIAL = ("Ana Torres met him in Lima.", "Nobody came.")
_EXPORT = "optimum-cli export onnx --task token-classification --model NAME FOLDER makes one"


class Classifier:
    """A loaded model. `ident` is the digest of its files."""

    def __init__(self, folder: Path) -> None:
        self._at = folder
        if not folder.is_dir():
            raise ConfigError(f"reading.names_model: there is no folder {folder}; {_EXPORT}")
        config = _json(folder / _CONFIG)
        self._labels = _labels(folder, config)
        self._cutter = _cutter(folder, config)
        self._session = self._opened()
        self._inputs = self._known_inputs()
        self._seen = lru_cache(maxsize=4096)(self._read)  # many lines of online news are copies
        self.ident = _digest(folder)
        self.names([Unit(n, tokens(text), True) for n, text in enumerate(_TRIAL)])

    def names(self, units: Sequence[Unit]) -> list[NamesSeen]:
        """What the model says of each line, which goes through it alone: the scales of a model of whole numbers are
        those of a pass, so that it would hang on the lines beside it."""
        return [self._seen(self._cutter.cut(unit.tokens)) for unit in units]

    def _read(self, line: Pieces) -> NamesSeen:
        return self._labels.names(self._scores(line.ids)[0], line.first)

    def _scores(self, line: Sequence[int]) -> Scores:
        """The scores of each piece, [1, pieces, labels]."""
        ids = np.array([line], np.int64)
        whole = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        try:
            found: Scores = self._session.run(None, {name: whole[name].astype(t) for name, t in self._inputs})[0]
        except Exception as error:  # the runtime has its own for each thing that can be wrong with a model
            raise ConfigError(f"reading.names_model: {self._at / _MODEL} can't be run: {error}") from error
        if found.shape != (*ids.shape, self._labels.many):
            raise ConfigError(
                f"reading.names_model: {self._at / _MODEL} gives scores of shape {found.shape} where the labels of"
                f" {_CONFIG} ask for {(*ids.shape, self._labels.many)}: it is no token classifier, or not theirs"
            )
        return found

    def _opened(self) -> Any:
        path = _there(self._at / _MODEL)
        try:
            return session(str(path))
        except Exception as error:  # as above
            raise ConfigError(f"reading.names_model: {path} is no ONNX model that can be run: {error}") from error

    def _known_inputs(self) -> list[tuple[str, type[np.signedinteger[Any]]]]:
        """The inputs that the model asks for, with the type of each."""
        asked = self._session.get_inputs()
        known = ("input_ids", "attention_mask", "token_type_ids")
        if others := [one.name for one in asked if one.name not in known]:
            raise ConfigError(
                f"reading.names_model: {self._at / _MODEL} asks for {', '.join(others)}; only models that take"
                f" {', '.join(known)} can be used"
            )
        return [(one.name, np.int32 if one.type == "tensor(int32)" else np.int64) for one in asked]


def _there(path: Path) -> Path:
    if not path.is_file():
        raise ConfigError(f"reading.names_model: {path.parent} has no {path.name}; {_EXPORT}")
    return path


def _text(path: Path) -> str:
    try:
        return _there(path).read_text(encoding="utf-8")
    except (ValueError, OSError) as error:
        raise ConfigError(f"reading.names_model: {path} can't be read: {error}") from error


def _json(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(_text(path))
    except ValueError as error:
        raise ConfigError(f"reading.names_model: {path} is no JSON: {error}") from error
    if not isinstance(told, dict):
        raise ConfigError(f"reading.names_model: {path} holds no object with named fields")
    return told


def _labels(folder: Path, config: dict[str, Any]) -> Labels:
    told = config.get("id2label")
    if not isinstance(told, dict) or not told:
        raise ConfigError(f"reading.names_model: {folder / _CONFIG} has no id2label, which names the labels")
    return labels_of(str(folder / _CONFIG), told)


def _cutter(folder: Path, config: dict[str, Any]) -> Cutter:
    told = _json(folder / _TOLD) if (folder / _TOLD).is_file() else {}
    lengths = (told.get("model_max_length"), config.get("max_position_embeddings"))
    window = int(min([_WINDOW, *(one for one in lengths if isinstance(one, int | float) and one > 0)]))
    if (folder / _WORDS).is_file():
        return _word_pieces(folder / _WORDS, told, window)
    if (folder / _TOKENIZER).is_file():
        return Tokenizer(_tokenizer(folder / _TOKENIZER), window)
    raise ConfigError(f"reading.names_model: {folder} has neither {_WORDS} nor {_TOKENIZER}; {_EXPORT}")


def _word_pieces(path: Path, told: dict[str, Any], window: int) -> WordPieces:
    known = numbered(_text(path))
    marks = {name: _mark(told.get(f"{name}_token"), f"[{name.upper()}]") for name in ("unk", "cls", "sep")}
    if missing := [mark for mark in marks.values() if mark not in known]:
        raise ConfigError(f"reading.names_model: {path} has no {', '.join(missing)}: it lists no word pieces")
    lower = bool(told.get("do_lower_case", True))
    bare = told.get("strip_accents")
    pieces = Vocabulary(known, known[marks["unk"]], lower, lower if bare is None else bool(bare))
    return WordPieces(pieces, (known[marks["cls"]], known[marks["sep"]]), window)


def _mark(told: Any, usual: str) -> str:
    """A mark as a tokenizer's settings tell it: plain, or an object with its content."""
    content = told.get("content") if isinstance(told, dict) else told
    return content if isinstance(content, str) else usual


def _tokenizer(path: Path) -> Any:
    try:
        from tokenizers import Tokenizer as Read
    except ImportError as error:
        raise PartError(
            f"reading.names_model: {path} is read with the package tokenizers, which is not installed:"
            " pip install 'coranto[models]'"
        ) from error
    try:
        return Read.from_file(str(path))
    except Exception as error:  # the package raises plain ones
        raise ConfigError(f"reading.names_model: {path} can't be read: {error}") from error


def _digest(folder: Path) -> str:
    """16 hexadecimal digits over all files that make the model what it is."""
    whole = blake2b(digest_size=8)
    files = [*folder.glob(f"{_MODEL}*"), *(folder / name for name in (_CONFIG, _WORDS, _TOKENIZER, _TOLD))]
    for path in sorted(one for one in files if one.is_file()):
        with path.open("rb") as file:
            whole.update(path.name.encode() + file_digest(file, blake2b).digest())
    return whole.hexdigest()
