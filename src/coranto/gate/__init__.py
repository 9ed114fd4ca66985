"""Room: gate. Quality scores of the rooms on public sets, and the floors under them."""

from coranto.gate.floors import FLOORS, missed, write_floors
from coranto.gate.gate import run
from coranto.gate.result import GateResult, Row
from coranto.gate.table import as_json, table

__all__ = ["FLOORS", "GateResult", "Row", "as_json", "missed", "run", "table", "write_floors"]
