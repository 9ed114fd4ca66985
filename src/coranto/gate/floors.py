"""Floors: the least values that pass, beside the digest of the corpus they were measured on."""

import json
import math
from importlib.resources import files
from pathlib import Path
from typing import Any

from coranto.errors import ConfigError, UsageError
from coranto.gate.result import GateResult, Row

FLOORS = Path(str(files("coranto.gate").joinpath("floors.json")))
_SLACK = 0.0005

Key = tuple[str, str, str]
"""Row id, set, digest of the corpus."""


def _entries(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["floors"]
        return [{**entry, "value": float(entry["value"])} for entry in entries if all(map(entry.get, _KEY))]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"Floors {path} can't be read: {error!r}") from error


_KEY = ("id", "set", "corpus")


def floors_of(path: Path) -> dict[Key, float]:
    """The floors of a file by row id, set and corpus; none where there is no file.

    Raises `ConfigError` for a file that holds something else.
    """
    return {(entry["id"], entry["set"], entry["corpus"]): entry["value"] for entry in _entries(path)}


def missed(result: GateResult) -> tuple[Row, ...]:
    """The rows below their floor by more than rounding."""
    return tuple(row for row in result.rows if row.floor is not None and row.value < row.floor - _SLACK)


def write_floors(result: GateResult, path: Path | None = None, reason: str = "") -> tuple[str, ...]:
    """Raises floors to the values of a result, and gives back what changed, one line each.

    A value below its floor leaves the floor; with a `reason` the floor is lowered and the reason kept beside
    it. Raises `UsageError` for a result of a sample.
    """
    if result.sample is not None:
        raise UsageError("Floors are written from whole sets; run the gate again without a sample.")
    path = path or FLOORS
    kept: dict[Key, dict[str, Any]] = {(e["id"], e["set"], e["corpus"]): e for e in _entries(path)}
    changed: list[str] = []
    for row in result.rows:
        key = (row.id, row.set, row.corpus)
        old, value = kept.get(key), math.floor(row.value * 10_000) / 10_000
        if not row.corpus or (old is not None and (value == old["value"] or (value < old["value"] and not reason))):
            continue
        entry: dict[str, Any] = {"id": row.id, "set": row.set, "value": value, "corpus": row.corpus}
        if old is not None and value < old["value"]:
            entry["reason"] = reason
        kept[key] = entry
        before = "none" if old is None else f"{old['value']:.4f}"
        changed.append(f"{row.id} on {row.set}: {before} -> {value:.4f}")
    body = {"floors": [kept[key] for key in sorted(kept)]}
    path.write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return tuple(changed)
