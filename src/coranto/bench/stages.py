"""The stages of the line, one after another over the same articles, each measured alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from coranto.bench.measure import sees_children, timed
from coranto.bench.result import Stage
from coranto.errors import CorantoError
from coranto.settings import ArticleOptions
from coranto.types import Article, CopyEdge, Page, Print, Reading, Slots

T = TypeVar("T")

_STORED = 2000
# what a defect of a room raises on one page; the page is left out and that is said
_DEFECTS = (
    ArithmeticError, AssertionError, AttributeError, CorantoError, LookupError, NameError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip


class NotThereError(CorantoError):
    """A room or a door of it is not there."""


def door(room: str, name: str) -> Callable[..., Any]:
    """The door `name` of `coranto.<room>`. Raises `NotThereError` when the room cannot be imported or lacks it."""
    try:
        found = getattr(import_module(f"coranto.{room}"), name, None)
    except ImportError as error:
        raise NotThereError(f"coranto.{room} cannot be imported: {error}") from error
    if not callable(found):
        raise NotThereError(f"coranto.{room}.{name} is not there")
    return found  # type: ignore[no-any-return]


@dataclass(slots=True)
class Bench:
    """What has been made so far of the inputs; a stage works on what the one before it left."""

    inputs: Sequence[Path]
    limit: int
    repeats: int = 3
    pages: list[Page] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    prints: list[Print] = field(default_factory=list)
    slots: list[Slots] = field(default_factory=list)
    edges: dict[str, tuple[CopyEdge, ...]] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def measure(self, name: str, work: Callable[[], T], count: int, repeats: int | None = None) -> T:
        """Runs a stage, keeps its figures and gives back what it made."""
        times = self.repeats if repeats is None else repeats
        result, spent, peak = timed(work, times)
        self.add(name, count or (len(result) if isinstance(result, list) else 0), (spent, peak, times))
        return result

    def add(self, name: str, count: int, spent: tuple[float, float, int]) -> None:
        """Keeps the figures of a stage: CPU seconds, peak memory, repeats."""
        cpu, peak, repeats = spent
        speed = count / cpu if cpu else 0.0
        self.stages.append(
            Stage(name=name, articles=count, cpu=cpu, per_second=speed, peak_mb=peak, repeats=repeats)
        )


def attempt(ask: Callable[..., T], *values: object) -> T | None:
    """The answer of a door, or None where it raised."""
    try:
        return ask(*values)
    except _DEFECTS:
        return None


def run_stages(bench: Bench) -> None:
    """Runs all stages in order; a stage whose room is not there ends the line, which is said."""
    steps = (_page, _article, _reading, _print, _slots, _ordered, _stored)
    for step in steps:
        try:
            step(bench)
        except NotThereError as error:
            bench.skipped.append(f"{step.__name__.strip('_')} and what follows: {error}")
            return


def cleaner() -> Callable[[Page], object]:
    """The door that cleans; its guard works in a child process, and is off where a child's CPU time is not seen."""
    clean, options = door("article", "clean"), ArticleOptions(guard=sees_children())

    def cleaned(page: Page) -> object:
        return clean(page, options)

    return cleaned


def _page(bench: Bench) -> None:
    bench.pages = bench.measure("page", bench_pages(bench), 0)


def bench_pages(bench: Bench) -> Callable[[], list[Page]]:
    """A reader of the pages of the inputs, at most `limit` of each."""
    find = door("page", "find")

    def pages() -> list[Page]:
        return [page for path in bench.inputs for page in islice(_pages(find([str(path)])), bench.limit)]

    return pages


def _pages(found: Iterator[object]) -> Iterator[Page]:
    return (item for item in found if isinstance(item, Page))


def _article(bench: Bench) -> None:
    clean = cleaner()
    cleaned = bench.measure("article", lambda: [attempt(clean, page) for page in bench.pages], 0, 1)
    known: dict[str, Article] = {item.id: item for item in cleaned if isinstance(item, Article)}
    refused = len(cleaned) - len(known)
    if refused:
        bench.skipped.append(f"{refused:,} of {len(cleaned):,} pages: refused, of the same words, or raised")
    bench.articles = list(known.values())


def _reading(bench: Bench) -> None:
    read = door("reading", "read")
    answers = bench.measure("reading", lambda: [attempt(read, article) for article in bench.articles], 0, 1)
    both = [pair for pair in zip(bench.articles, answers, strict=True) if pair[1] is not None]
    if len(both) < len(answers):
        bench.skipped.append(f"{len(answers) - len(both):,} of {len(answers):,} readings raised")
    bench.articles = [article for article, _ in both]
    bench.readings = [reading for _, reading in both if reading is not None]


def _print(bench: Bench) -> None:
    fingerprint = door("copies", "fingerprint")
    both = list(zip(bench.articles, bench.readings, strict=True))
    bench.prints = bench.measure("print", lambda: [fingerprint(*pair) for pair in both], 0)


def _slots(bench: Bench) -> None:
    slots = door("story", "slots")
    both = list(zip(bench.articles, bench.readings, strict=True))
    bench.slots = bench.measure("slots", lambda: [slots(*pair) for pair in both], 0)


def by_time(bench: Bench) -> list[int]:
    """The places of the articles in order of time."""
    return sorted(range(len(bench.prints)), key=lambda at: (bench.prints[at].when, bench.prints[at].article))


def _ordered(bench: Bench) -> None:
    order = by_time(bench)
    bench.edges = bench.measure("copies", lambda: trace(bench, order), len(order))
    bench.measure("stories", lambda: group(bench, order), len(order))
    both = bench.stages[-2:]
    spent = sum(stage.cpu for stage in both), max(stage.peak_mb for stage in both), both[0].repeats
    bench.add("copies and stories", len(order), spent)


def trace(bench: Bench, order: Sequence[int]) -> dict[str, tuple[CopyEdge, ...]]:
    """The copy edges of all articles, in order."""
    index, align = door("copies", "CopyIndex")(), door("copies", "align")
    place = {print_.article: at for at, print_ in enumerate(bench.prints)}
    edges: dict[str, tuple[CopyEdge, ...]] = {}
    for at in order:
        mine = bench.articles[at], bench.prints[at]
        found = []
        for candidate in index.add(mine[1]):
            other = place[candidate.parent]
            found.append(align(mine[0], bench.articles[other], candidate, mine[1], bench.prints[other]))
        edges[mine[0].id] = tuple(edge for edge in found if edge is not None)
    return edges


def group(bench: Bench, order: Sequence[int]) -> list[str]:
    """The story of each article, in order."""
    index = door("story", "StoryIndex")()
    return [index.add(bench.slots[at], bench.edges[bench.slots[at].article]).story for at in order]


def _stored(bench: Bench) -> None:
    """The store and the record, through the flow in an archive of their own; at most 2,000 articles, in order."""
    archive_of, settings_of = door("store", "Archive"), door("settings", "Settings")
    row_of, grouped, settled = (
        door("flow.line", "row_of"),
        door("flow.order", "group"),
        door("flow.facts", "settle"),
    )
    both = list(zip(bench.articles, bench.readings, strict=True))[:_STORED]

    def silent(stage: str, done: int, total: int) -> None:
        return None

    with TemporaryDirectory() as folder, archive_of(Path(folder) / "bench.db") as archive:
        rows = [row_of(*pair) for pair in both]

        def keep() -> None:
            with archive.write():
                archive.put_articles(rows)

        bench.measure("store", keep, len(rows), 1)
        grouped(archive, settings_of(), silent)
        bench.measure("record", lambda: settled(archive, settings_of(), silent), len(rows), 1)
