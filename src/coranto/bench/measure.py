"""CPU time and peak memory of a piece of work."""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

T = TypeVar("T")

_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    if sys.platform == "win32":
        return process_time()
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def reset_peak() -> None:
    """Lets the peak begin anew, where the system can (Linux); elsewhere it is that of the whole process."""
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return


def peak_mb() -> float:
    """The most memory this process held since the last reset, in MiB; 0 where the system does not tell."""
    try:
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return _process_peak()
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
