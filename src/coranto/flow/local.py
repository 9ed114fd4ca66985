"""The per-page half on this machine: a pool of processes, results in the order of the input."""

import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Generic, Self, TypeVar

from coranto.flow.line import Seen, Taken, Task, look, take
from coranto.settings import Settings
from coranto.types import Page, Refusal

_FEW, _FEW_ASKED = 48, 12
_CHUNK = 6
T = TypeVar("T")
R = TypeVar("R")


def workers(settings: Settings) -> int:
    """How many processes to use: the setting, or one per core that this process may use."""
    if settings.flow.workers > 0:
        return settings.flow.workers
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def safely_look(page: Page, settings: Settings) -> Seen:
    """`look`, with a bug in it reported as a refusal of this page alone."""
    try:
        return look(page, settings)
    except Exception as error:  # a bug on one page must not lose the other ten thousand; it is shown and counted
        return _unseen(page, _told(error))


def safely_take(task: Task, settings: Settings) -> Taken:
    """`take`, with a bug in it reported as a refusal of this page alone."""
    try:
        return take(task, settings)
    except Exception as error:  # as above
        return _untaken(task, _told(error))


def _told(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.name}, line {place.lineno}). Please report this page."


def _unseen(page: Page, detail: str) -> Seen:
    return Seen(page=page.id, path=page.path, url=page.url, refusal=_crash(page.path, detail))


def _untaken(task: Task, detail: str) -> Taken:
    return Taken(page=task.page, path=task.path, url=task.url, refusal=_crash(task.path, detail))


def _crash(path: str, detail: str) -> Refusal:
    return Refusal(part="flow.line.v1", reason="crashed", detail=detail, subject=path)


def _all(work: Callable[[T, Settings], R], items: Sequence[T], settings: Settings) -> list[R]:
    return [work(item, settings) for item in items]


def _warm() -> None:
    """Load the rooms once per process, before the first page."""
    from coranto import article, reading  # noqa: F401


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore interrupts, so that processes started meanwhile ignore them for good."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


@dataclass(slots=True)
class Crew:
    """The workers of one run, started when they are first needed and kept to its end. A context."""

    settings: Settings
    pool: ProcessPoolExecutor | None = None

    @property
    def size(self) -> int:
        """How many they are."""
        return workers(self.settings)

    @property
    def few(self) -> int:
        """How many items are none of their business: starting them takes as long as some dozens of pages. Fewer
        where somebody asked for workers."""
        return _FEW_ASKED if self.settings.flow.workers else _FEW

    def submit(self, work: Callable[[], R]) -> Future[R]:
        """Give them something to do."""
        if self.pool is None:
            self.pool = ProcessPoolExecutor(self.size, mp_context=get_context("spawn"), initializer=_warm)
        with _deaf():  # workers start in here; Ctrl+C is for this process alone, which then ends them
            return self.pool.submit(work)

    def close(self) -> None:
        """End them; the next work starts others."""
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
            self.pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(slots=True)
class _Line(Generic[T, R]):
    """Chunks of items at work, in order; survives the death of a worker, and `crashed` makes the result of the item
    that it died of."""

    crew: Crew
    work: Callable[[T, Settings], R]
    crashed: Callable[[T, str], R]
    running: deque[tuple[Sequence[T], Future[list[R]]]] = field(default_factory=deque)

    def submit(self, items: Sequence[T]) -> None:
        """Give a chunk to the workers."""
        self.running.append((items, self.crew.submit(partial(_all, self.work, items, self.crew.settings))))

    def next(self) -> list[R]:
        """The results of the oldest chunk; if a worker died, of this chunk item by item."""
        items, future = self.running.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
            return [self._alone(item) for item in items]

    def _restart(self) -> None:
        waiting = [items for items, _ in self.running]
        self.crew.close()
        self.running.clear()
        for items in waiting:
            self.submit(items)

    def _alone(self, item: T) -> R:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_warm) as one:
            try:
                return one.submit(self.work, item, self.crew.settings).result()
            except BrokenProcessPool:
                detail = "The process that read this page died (memory, or a fault in a library)."
                return self.crashed(item, detail)


def look_at(pages: Iterable[Page], crew: Crew) -> Iterator[Seen]:
    """`look` over many pages, in their order; a few are looked at in this process, more by the crew."""
    return _spread(pages, _Line(crew, safely_look, _unseen))


def take_all(tasks: Iterable[Task], crew: Crew) -> Iterator[Taken]:
    """`take` over many pages, in their order; a few are taken in this process, more by the crew."""
    return _spread(tasks, _Line(crew, safely_take, _untaken))


def _spread(items: Iterable[T], line: _Line[T, R]) -> Iterator[R]:
    stream = iter(items)
    first = list(islice(stream, line.crew.few + 1))
    if len(first) <= line.crew.few or line.crew.size == 1:
        for item in chain(first, stream):
            yield line.work(item, line.crew.settings)
        return
    rest = chain(first, stream)
    while chunk := list(islice(rest, _CHUNK)):
        line.submit(chunk)
        while len(line.running) >= 3 * line.crew.size:
            yield from line.next()
    while line.running:
        yield from line.next()
