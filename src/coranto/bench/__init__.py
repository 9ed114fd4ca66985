"""Room: bench. Speed and memory by stage, side by side with peers, and a curve that must stay flat."""

from coranto.bench.bench import run
from coranto.bench.plot import plot, write_plot
from coranto.bench.result import BenchResult, Peer, Point, Stage
from coranto.bench.table import as_json, table

__all__ = ["BenchResult", "Peer", "Point", "Stage", "as_json", "plot", "run", "table", "write_plot"]
