"""The result of the gate for people and for programs."""

from io import StringIO
from typing import Any

from coranto.gate.floors import missed
from coranto.gate.result import GateResult


def as_json(result: GateResult) -> dict[str, Any]:
    """`{"rows": [{"id", "set", "value", "n", "seconds", "floor"}], "skipped": [...], "notes": [...]}`."""
    rows = [
        {
            "id": row.id,
            "set": row.set,
            "value": round(row.value, 6),
            "n": row.n,
            "seconds": row.seconds,
            "floor": row.floor,
        }
        for row in result.rows
    ]
    return {"rows": rows, "skipped": list(result.skipped), "notes": list(result.notes)}


def table(result: GateResult) -> str:
    """The result as a table of plain text: scores, floors, what was skipped and what to know."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    low = {(row.id, row.set) for row in missed(result)}
    grid = Table("score", "set", box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("value", "n", "seconds", "floor"):
        grid.add_column(head, justify="right")
    for row in result.rows:
        floor = "" if row.floor is None else f"{row.floor:.3f}{' MISSED' if (row.id, row.set) in low else ''}"
        grid.add_row(row.id, row.set, f"{row.value:.3f}", f"{row.n:,}", f"{row.seconds:.1f}", floor)
    console = Console(file=StringIO(), width=110, color_system=None, highlight=False, markup=False)
    with console.capture() as shown:
        if result.rows:
            console.print(grid)
        for name in result.skipped:
            console.print(f"skipped: {name}")
        for note in result.notes:
            console.print(f"note: {note}")
    return "\n".join(line.rstrip() for line in shown.get().rstrip().split("\n"))
