"""The result of the bench for people and for programs."""

from dataclasses import asdict
from io import StringIO
from typing import Any

from coranto.bench.result import BenchResult


def as_json(result: BenchResult) -> dict[str, Any]:
    """`{"stages": [...], "curve": [...], "flatness": ..., "peers": [...], "skipped": [...]}`."""
    return {**asdict(result), "flatness": result.flatness, "skipped": list(result.skipped)}


def table(result: BenchResult) -> str:
    """The result as tables of plain text."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    def grid(*heads: str) -> Table:
        made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for at, head in enumerate(heads):
            made.add_column(head, justify="right" if at else "left")
        return made

    stages = grid("stage", "articles", "CPU s", "articles per CPU s", "peak MiB")
    for stage in result.stages:
        stages.add_row(
            stage.name,
            f"{stage.articles:,}",
            f"{stage.cpu:.2f}",
            f"{stage.per_second:,.0f}",
            f"{stage.peak_mb:,.0f}",
        )
    curve = grid(
        "live articles", "CPU ms per article", "copies", "stories", "articles per CPU s", "KiB per article"
    )
    for point in result.curve:
        spent = (f"{seconds * 1000:.2f}" for seconds in (point.seconds, point.copies, point.stories))
        rate = 1.0 / point.seconds if point.seconds else 0.0
        curve.add_row(f"{point.live:,}", *spent, f"{rate:,.0f}", f"{point.kilobytes:.1f}")
    peers = grid(
        "peer", "for stage", "articles", "its per CPU s", "ours per CPU s", "ours / its", "its MiB", "ours MiB"
    )
    for peer in result.peers:
        peers.add_row(
            peer.name, peer.stage, f"{peer.articles:,}", f"{peer.per_second:,.0f}", f"{peer.stage_per_second:,.0f}",
            f"{peer.ratio:.2f}", f"{peer.peak_mb:,.0f}", f"{peer.stage_peak_mb:,.0f}",
        )  # fmt: skip
    console = Console(file=StringIO(), width=110, color_system=None, highlight=False, markup=False)
    with console.capture() as shown:
        for some, there in ((stages, result.stages), (curve, result.curve), (peers, result.peers)):
            if there:
                console.print(some)
        if result.flatness is not None:
            ends = f"{result.curve[-1].live:,} live articles against {result.curve[0].live:,}"
            console.print(f"flatness: {result.flatness:.2f} (1 is flat), the cost at {ends}")
        for name in result.skipped:
            console.print(f"skipped: {name}")
    return "\n".join(line.rstrip() for line in shown.get().rstrip().split("\n"))
