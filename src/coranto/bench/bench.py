"""Runs the bench over input files."""

from collections.abc import Sequence
from pathlib import Path

from coranto.bench.curve import flatness
from coranto.bench.peers import peers
from coranto.bench.result import BenchResult
from coranto.bench.stages import Bench, run_stages
from coranto.errors import UsageError

SIZES = (2000, 5000, 10000, 20000)


def run(
    inputs: Sequence[Path], *, sizes: Sequence[int] = SIZES, limit: int | None = None, repeats: int = 3
) -> BenchResult:
    """Speed and memory of each stage over the pages of `inputs`, the curve at `sizes` live articles, peers.

    At most `limit` pages of each input are taken (default: what the largest size needs). Cleaning, reading,
    store and record run once, the cheaper stages `repeats` times with the median kept. Raises `UsageError`
    without inputs or for one that does not exist.
    """
    paths = [Path(path) for path in inputs]
    missing = [str(path) for path in paths if not path.exists()]
    if not paths or missing:
        raise UsageError(
            f"The bench needs files of pages to read; not found: {', '.join(missing) or 'none given'}."
        )
    bench = Bench(inputs=paths, limit=limit or max(sizes, default=1000) + 1000, repeats=repeats)
    run_stages(bench)
    curve = flatness(bench, sizes) if bench.slots and bench.prints else ()
    beside = peers(bench) if bench.articles else ()
    return BenchResult(
        stages=tuple(bench.stages), curve=curve, peers=beside, skipped=tuple(dict.fromkeys(bench.skipped))
    )
