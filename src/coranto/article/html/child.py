"""The other side of the guard: takes pages from standard input, gives drafts on standard output."""

import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import IO

from coranto.article.draft import Draft
from coranto.article.html.guard import Failed, receive, send
from coranto.article.html.read import read
from coranto.settings import ArticleOptions
from coranto.types import Page, Refusal


def serve() -> None:
    """Answers until the input ends. Whatever else prints goes to standard error."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    send(answers, "ready")
    while _answer(source, answers):
        pass


def _answer(source: IO[bytes], answers: IO[bytes]) -> bool:
    try:
        question = receive(source)
    except EOFError:
        return False
    if isinstance(question, tuple):
        send(answers, _limited(*question))
    return True


def _limited(page: Page, options: ArticleOptions) -> Draft | Refusal | Failed:
    try:
        _limit_memory(options.megabytes)
        _limit_time(options.seconds)
        return read(page, options)
    except RecursionError:
        return Failed(reason="not-article", detail="Elements are nested too deep to be read.")
    except MemoryError:
        detail = f"Reading took more than {options.megabytes} MB; raise article.megabytes if the page is sound."
        return Failed(reason="out-of-memory", detail=detail)
    finally:
        _limit_time(0)
        _limit_memory(0)


def _limit_time(seconds: float) -> None:
    """Processor time from now on, after which the system ends this process; 0 for no limit."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory(megabytes: int) -> None:
    """Address space from now on, where the system can limit it; 0 for no limit of ours."""
    if find_spec("resource") is None:
        return
    resource = import_module("resource")
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = megabytes * 1_000_000 or hard
    if hard == resource.RLIM_INFINITY or wanted <= hard:
        # some systems know the limit but do not let it be set
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
