"""The per-page half on this machine: a pool of processes, results in the order of the input."""

import os
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread

from coranto.flow.line import Taken, take
from coranto.settings import Settings
from coranto.types import Page, Refusal

_FEW = 12
_CHUNK = 6


def workers(settings: Settings) -> int:
    """How many processes to use: the setting, or one per core that this process may use."""
    if settings.flow.workers > 0:
        return settings.flow.workers
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def safely(page: Page, settings: Settings) -> Taken:
    """`take`, with a bug in it reported as a refusal of this page alone."""
    try:
        return take(page, settings)
    except Exception as error:  # a bug on one page must not lose the other ten thousand; it is shown and counted
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__}: {error} ({place.name}, line {place.lineno}). Please report this page."
        return _crashed(page, detail)


def _crashed(page: Page, detail: str) -> Taken:
    refusal = Refusal(part="flow.line.v1", reason="crashed", detail=detail, subject=page.path)
    return Taken(page=page.id, path=page.path, url=page.url, refusal=refusal)


def _take_all(pages: Sequence[Page], settings: Settings) -> list[Taken]:
    return [safely(page, settings) for page in pages]


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
class _Pool:
    """A pool that survives the death of a worker."""

    settings: Settings
    size: int
    running: deque[tuple[Sequence[Page], Future[list[Taken]]]] = field(default_factory=deque)
    pool: ProcessPoolExecutor | None = None

    def submit(self, pages: Sequence[Page]) -> None:
        """Give a chunk to the workers."""
        if self.pool is None:
            self.pool = ProcessPoolExecutor(self.size, mp_context=get_context("spawn"), initializer=_warm)
        with _deaf():  # workers start in here; Ctrl+C is for this process alone, which then ends them
            self.running.append((pages, self.pool.submit(_take_all, pages, self.settings)))

    def next(self) -> list[Taken]:
        """The results of the oldest chunk; if a worker died, of this chunk page by page."""
        pages, future = self.running.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            self._restart()
            return [self._alone(page) for page in pages]

    def _restart(self) -> None:
        waiting = [pages for pages, _ in self.running]
        self.close()
        self.running.clear()
        for pages in waiting:
            self.submit(pages)

    def _alone(self, page: Page) -> Taken:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_warm) as one:
            try:
                return one.submit(safely, page, self.settings).result()
            except BrokenProcessPool:
                return _crashed(page, "The process that read this page died (memory, or a fault in a library).")

    def close(self) -> None:
        """End the workers."""
        if self.pool is not None:
            self.pool.shutdown(wait=True, cancel_futures=True)
            self.pool = None


def take_pages(pages: Iterable[Page], settings: Settings) -> Iterator[Taken]:
    """`take` over many pages, in their order; a few pages are read in this process, more by a pool."""
    stream = iter(pages)
    first = list(islice(stream, _FEW + 1))
    size = workers(settings)
    if len(first) <= _FEW or size == 1:
        for page in chain(first, stream):
            yield safely(page, settings)
        return
    pool = _Pool(settings, size)
    try:
        rest = chain(first, stream)
        while chunk := list(islice(rest, _CHUNK)):
            pool.submit(chunk)
            while len(pool.running) >= 3 * size:
                yield from pool.next()
        while pool.running:
            yield from pool.next()
    finally:
        pool.close()
