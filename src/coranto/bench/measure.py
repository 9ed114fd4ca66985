"""CPU time and peak memory of a piece of work."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

T = TypeVar("T")

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
_TASKS = Path("/proc/self/task")


def cpu() -> float:
    """CPU seconds of this process and of its children: those that have ended, and on Linux the living too."""
    if sys.platform == "win32":
        return process_time()
    import resource

    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + ended.ru_utime + ended.ru_stime + sum(map(_spent, children()))


def sees_children() -> bool:
    """Whether the CPU time of living children can be counted here."""
    return any(_TASKS.glob("*/children"))


def children() -> list[int]:
    """The process ids of the living children, where the system tells (Linux)."""
    found: list[int] = []
    for path in _TASKS.glob("*/children"):
        found += [int(word) for word in _text(path).split()]
    return found


def _spent(process: int) -> float:
    """CPU seconds of one process and of its own ended children; 0 when it is gone."""
    fields = _text(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK") if len(fields) > 14 else 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


def reset_peak() -> None:
    """Lets the peak begin anew, where the system can (Linux); elsewhere it is that of the whole process."""
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return


def peak_mb() -> float:
    """The most memory this process held since the last reset, in MiB, with the most that its living children
    ever held; 0 where the system does not tell."""
    own = _held(_STATUS)
    return own + sum(_held(Path(f"/proc/{child}/status")) for child in children()) if own else _process_peak()


def _held(status: Path) -> float:
    lines = _text(status).splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def _process_peak() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def timed(work: Callable[[], T], repeats: int = 1) -> tuple[T, float, float]:
    """The last result of `work`, the median of its CPU seconds, and the peak memory in MiB over all repeats."""
    reset_peak()
    spent: list[float] = []
    for _ in range(max(1, repeats)):
        started = cpu()
        result = work()
        spent.append(cpu() - started)
    return result, median(spent), peak_mb()
