"""A bar while `read` works, and the table at its end."""

from types import TracebackType
from typing import Any, Protocol

from rich import progress as bars
from rich.console import Console
from rich.table import Table

from coranto.store import Archive

_STAGES = {
    "pages": "looking at pages",
    "articles": "reading articles",
    "stories": "grouping stories",
    "undated pages": "placing undated pages",
    "record": "merging the record",
}
_COUNTED = ("article", "family", "story", "storyline", "event", "statement", "person", "occasion", "figure")


class Ran(Protocol):
    """What a run of `read` tells of itself."""

    pages: int
    known: int
    articles: int
    seconds: float

    @property
    def refused(self) -> int:
        """How many pages were refused, now or before."""

    @property
    def reasons(self) -> dict[str, int]:
        """How many were refused, by reason."""


class Progress:
    """A context that shows one bar a stage on a terminal, and nothing elsewhere."""

    def __init__(self, console: Console) -> None:
        self._bars = bars.Progress(
            bars.TextColumn("{task.description:<20}"),
            bars.BarColumn(),
            bars.MofNCompleteColumn(),
            bars.TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._tasks: dict[str, bars.TaskID] = {}

    def report(self, stage: str, done: int, total: int) -> None:
        """Move the bar of a stage; a total of 0 is an unknown one."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(_STAGES.get(stage, stage), total=total or None)
        self._bars.update(self._tasks[stage], completed=done, total=total or None)

    def __enter__(self) -> "Progress":
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()


def summary_data(ran: Ran, archive: Archive) -> dict[str, Any]:
    """What a run did and what the archive now holds."""
    held = archive.counts()
    seconds = max(ran.seconds, 1e-9)
    return {
        "pages": ran.pages,
        "known": ran.known,
        "articles": ran.articles,
        "refusals": dict(sorted(ran.reasons.items())),
        "archive": {name: held.get(name, 0) for name in _COUNTED},
        "seconds": round(ran.seconds, 2),
        "articles_per_second": round(ran.articles / seconds, 1),
    }


def summary_table(data: dict[str, Any]) -> Table:
    """The table that `read` prints at its end."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    known = f" ({data['known']} known before)" if data["known"] else ""
    table.add_row("pages read", f"{data['pages']}{known}")
    table.add_row("new articles", str(data["articles"]))
    for reason, many in data["refusals"].items():
        table.add_row(f"refused: {reason}", str(many))
    plural = {"family": "families", "story": "stories", "person": "people"}
    for name, many in data["archive"].items():
        table.add_row(f"{plural.get(name, name + 's')} in the archive", str(many))
    table.add_row("seconds", f"{data['seconds']:.1f}")
    table.add_row("articles per second", f"{data['articles_per_second']:.1f}")
    return table
