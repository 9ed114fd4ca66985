"""The names that outlets go by, for sets whose gold names an outlet by a short handle such as `SZ`.

`outlet_names.json` holds facts: what the outlet behind a handle calls itself or is called, not what an answer was.
A handle without a row stands for itself.
"""

import json
from functools import cache
from importlib.resources import files

from coranto.gate.metrics.text import outlet_key


@cache
def _names() -> dict[str, list[str]]:
    raw = files(__package__).joinpath("outlet_names.json").read_text(encoding="utf-8")
    names: dict[str, list[str]] = json.loads(raw)
    return names


def is_outlet(gold: str, name: str) -> bool:
    """Whether a name is one that the outlet of a gold handle goes by."""
    return outlet_key(name) in {outlet_key(gold), *map(outlet_key, _names().get(gold, ()))}
