"""Rows, not code: outlets, agencies, countries, cue verbs, actions, role nouns.

Each `*.toml` holds one array of tables; adding an outlet or a verb is a row here and a golden, no Python.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def rows(name: str, table: str = "row") -> tuple[dict[str, Any], ...]:
    """All tables `[[row]]` (or `[[table]]`) of `data/<name>.toml`, in file order."""
    return tuple(_tables(name).get(table, ()))


@cache
def _tables(name: str) -> dict[str, Any]:
    return tomli.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The lines of `data/<name>.txt` without comments and blanks."""
    raw = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in raw.splitlines())
    return frozenset(line for line in lines if line)
