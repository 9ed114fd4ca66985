"""The table of floors that stands in docs/8, made from `src/coranto/gate/floors.json`."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "src" / "coranto" / "gate" / "floors.json"
PAGE = ROOT / "docs" / "8-gate-and-bench.md"
OPENS, ENDS = "<!-- floors -->\n", "<!-- /floors -->"


def floors():
    """The floors, by id and set."""
    return sorted(json.loads(FLOORS.read_text(encoding="utf-8"))["floors"], key=lambda row: (row["id"], row["set"]))


def table():
    """The floors as a table: one row an id, its sets side by side."""
    rows = {}
    for floor in floors():
        rows.setdefault(floor["id"], []).append(f"{floor['set']} {floor['value']:.3f}")
    lines = ["| row | floor on each set |", "|---|---|"]
    lines += [f"| `{ident}` | {' · '.join(cells)} |" for ident, cells in rows.items()]
    return "\n".join(lines) + "\n"


def with_table(text):
    """The page with the table of now between its marks."""
    before, _, rest = text.partition(OPENS)
    return before + OPENS + table() + ENDS + rest.partition(ENDS)[2]
