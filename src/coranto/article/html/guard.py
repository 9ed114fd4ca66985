"""Work on foreign markup in a child process with a limit on its time and memory.

One child per process is kept and used again; when it runs over a limit or dies it is ended and the next
page gets a new one. It is a plain interpreter spoken to over pipes: nothing of the caller's main module
runs twice, and daemonic workers may have one too.
"""

import atexit
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from coranto.article.draft import Draft
from coranto.settings import ArticleOptions
from coranto.types import Page, Refusal
from coranto.types.refusal import Reason

_LENGTH = struct.Struct("<Q")
_START_SECONDS = 120.0
_PAGES = 5000
_CODE = "import sys; sys.path[:] = {path!r}; from coranto.article.html.child import serve; serve()"
_CPU_TIMED = hasattr(signal, "setitimer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why the child gave no answer."""

    reason: Reason
    detail: str


def send(pipe: IO[bytes], value: object) -> None:
    """Writes one value with its length before it."""
    raw = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(raw)))
    pipe.write(raw)
    pipe.flush()


def receive(pipe: IO[bytes]) -> object:
    """The next value of a pipe. Raises `EOFError` at its end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    raw = pipe.read(_LENGTH.unpack(head)[0])
    return pickle.loads(raw)


class _Child:
    """A running child; answers arrive in a queue, None when it has gone."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.pages = 0
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._pump, daemon=True)
        self._reader.start()

    def _pump(self) -> None:
        pipe = self._process.stdout
        with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            while pipe is not None:
                self._answers.put(receive(pipe))
        self._answers.put(None)

    def ready(self) -> bool:
        """Whether it has started."""
        with suppress(queue.Empty):
            return self._answers.get(timeout=_START_SECONDS) == "ready"
        return False

    def ask(self, page: Page, options: ArticleOptions) -> Draft | Refusal | Failed:
        """The answer for a page; the child must be dropped after a `Failed`."""
        self.pages += 1
        pipe = self._process.stdin
        # where the child counts its own processor time, the clock is only a backstop for a busy machine
        patience = options.seconds * 3 + 5 if _CPU_TIMED else options.seconds
        try:
            if pipe is not None:
                send(pipe, (page, options))
            answer = self._answers.get(timeout=patience)
        except queue.Empty:
            return _late(options)
        except OSError:
            answer = None
        if isinstance(answer, (Draft, Refusal, Failed)):
            return answer
        return self._death(options)

    def _death(self, options: ArticleOptions) -> Failed:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=5)
        code = self._process.returncode
        if _CPU_TIMED and code == -signal.SIGPROF:
            return _late(options)
        if os.name == "posix" and code in (-signal.SIGKILL, -signal.SIGABRT):
            return Failed(
                reason="out-of-memory", detail="The system ended the child that reads pages; see its memory."
            )
        return Failed(reason="crashed", detail=f"The child process that reads pages died (status {code}).")

    def close(self) -> None:
        """Ends the child and waits for it."""
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=5)
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _late(options: ArticleOptions) -> Failed:
    detail = f"Reading took more than {options.seconds:g} seconds; raise article.seconds if the page is sound."
    return Failed(reason="time-out", detail=detail)


_lock = threading.Lock()
_held: list[_Child] = []
_others: list[_Child] = []
"""Children of the process this one was forked from: not ours to end."""


def call(page: Page, options: ArticleOptions) -> Draft | Refusal | Failed:
    """What `coranto.article.html.read.read` gives for a page, in this process's child."""
    with _lock:
        child = _ours()
        if child is None:
            return Failed(reason="crashed", detail="The child process that reads pages could not be started.")
        answer = child.ask(page, options)
        if isinstance(answer, Failed) or child.pages >= _PAGES:
            stop()
        return answer


def _ours() -> _Child | None:
    if _held and _held[0].owner != os.getpid():
        _others.append(_held.pop())
    if not _held:
        child = _Child()
        if not child.ready():
            child.close()
            return None
        _held.append(child)
    return _held[0]


def stop() -> None:
    """Ends this process's child, if there is one; the next call starts another."""
    if _held and _held[0].owner == os.getpid():
        _held.pop().close()


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()


atexit.register(stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
