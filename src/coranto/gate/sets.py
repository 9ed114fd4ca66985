"""Reads the public sets of a folder: any folder with the same file names, packed or not."""

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coranto.types.ids import digest_bytes

_NAME = re.compile(r"^(?P<stem>(?P<base>.+?)(?:_(?:train|dev|test))?)\.(?P<kind>jsonl|json|tsv|iob2)(?:\.gz)?$")

Item = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """One file of a set: `name` is its stem (`PLV_train`), `rows` its whole rows, `broken` how many were not
    readable, `digest` of the decompressed bytes."""

    name: str
    rows: tuple[Item, ...]
    broken: int
    digest: str


def find(folder: Path, place: str) -> tuple[Path, ...]:
    """The files of a set such as `events/PLV`: unsuffixed or `_train`, `_dev`, `_test`, one per stem."""
    under, _, base = place.rpartition("/")
    home = folder / under
    if not home.is_dir():
        return ()
    found: dict[str, Path] = {}
    for path in sorted(home.iterdir()):
        match = _NAME.match(path.name)
        if match is not None and match["base"] == base and path.is_file():
            found.setdefault(match["stem"], path)
    return tuple(found.values())


def load(path: Path, sample: int | None = None) -> Corpus:
    """The rows of one file, at most `sample` of them; a file that cannot be read has one broken row."""
    match = _NAME.match(path.name)
    stem, kind = (match["stem"], match["kind"]) if match else (path.name, "jsonl")
    try:
        raw = path.read_bytes()
        body = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    except (OSError, EOFError, zlib.error):
        return Corpus(name=stem, rows=(), broken=1, digest="")
    rows: list[Item] = []
    broken = 0
    for row in _READERS[kind](body.decode("utf-8", "replace")):
        if row is None:
            broken += 1
        else:
            rows.append(row)
    return Corpus(name=stem, rows=tuple(rows[:sample]), broken=broken, digest=digest_bytes(body))


def _jsonl(text: str) -> Iterator[Item | None]:
    for line in text.split("\n"):
        if line.strip():
            yield _object(line)


def _object(line: str) -> Item | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _json(text: str) -> Iterator[Item | None]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        rows = [None]
    for row in rows if isinstance(rows, list) else [rows]:
        yield row if isinstance(row, dict) else None


def _tsv(text: str) -> Iterator[Item | None]:
    # some sentences open a quotation mark that they never close, so quoting is read only where it pairs up
    quoted = list(csv.reader(io.StringIO(text), delimiter="\t", strict=False))
    plain = [line.split("\t") for line in text.splitlines()]
    lines = quoted if _even(quoted) and (len(quoted) == len(plain) or not _even(plain)) else plain
    if not lines:
        return
    head = lines[0]
    for line in lines[1:]:
        if line:
            yield dict(zip(head, line, strict=True)) if len(line) == len(head) else None


def _even(lines: list[list[str]]) -> bool:
    return bool(lines) and all(len(line) == len(lines[0]) for line in lines if line)


def _iob2(text: str) -> Iterator[Item | None]:
    """Documents of tagged sentences: `{"id", "sentences": [{"text", "tokens": [[form, tag], ...]}]}`."""
    document: Item = {"id": "", "sentences": []}
    for block in re.split(r"\n\s*\n", text):
        opened, sentence = _sentence(block)
        if opened is not None:
            if document["sentences"]:
                yield document
            document = {"id": opened, "sentences": []}
        if sentence["tokens"]:
            document["sentences"].append(sentence)
    if document["sentences"]:
        yield document


def _sentence(block: str) -> tuple[str | None, Item]:
    opened: str | None = None
    text = ""
    tokens: list[list[str]] = []
    for line in block.split("\n"):
        if line.startswith("# newdoc id ="):
            opened = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) >= 3:
                tokens.append([cells[1], cells[2]])
    return opened, {"text": text, "tokens": tokens}


_READERS = {"jsonl": _jsonl, "json": _json, "tsv": _tsv, "iob2": _iob2}
