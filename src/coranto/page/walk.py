"""Paths to files: folders in sorted order, without hidden files, with every loop seen."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coranto.types import Refusal
from coranto.types.refusal import Reason

PART = "page.find.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read and the name it is shown under, relative to the folder that was given."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    path: Path
    name: str
    key: tuple[int, int]


def walk(path: Path, depth: int) -> Iterator[Found | Refusal]:
    """The files of a path: itself, or all below it down to `depth`. Nothing is raised."""
    try:
        kind = path.stat()
    except (OSError, ValueError) as error:
        yield unread(_clean(str(path)), error)
        return
    if stat.S_ISDIR(kind.st_mode):
        yield from _folder(path, "", depth, (kind.st_dev, kind.st_ino))
    else:
        yield Found(path=path, name=_clean(path.name))


def _folder(folder: Path, name: str, depth: int, root: tuple[int, int]) -> Iterator[Found | Refusal]:
    """Depth first; a link back to a folder on the way down is a loop."""
    stack = [(iter(_entries(folder, name)), root)]
    seen = {root}
    while stack:
        entry = next(stack[-1][0], None)
        if entry is None:
            stack.pop()
            continue
        step = entry if isinstance(entry, Refusal) else _step(entry, [key for _, key in stack], depth)
        if isinstance(step, (Found, Refusal)):
            yield step
        elif step.key not in seen:
            # two links to one folder give its pages once
            seen.add(step.key)
            stack.append((iter(_entries(step.path, step.name)), step.key))


def _step(entry: Found, above: list[tuple[int, int]], depth: int) -> "Found | _Folder | Refusal":
    try:
        kind = entry.path.stat()
    except OSError as error:
        return unread(entry.name, error)
    key = (kind.st_dev, kind.st_ino)
    if stat.S_ISREG(kind.st_mode):
        return entry
    if not stat.S_ISDIR(kind.st_mode):
        return _refuse("unreadable", "Neither a file nor a folder (a pipe, socket or device).", entry.name)
    if key in above:
        return _refuse(
            "directory-loop", "The folder links back to one above it; its pages are read once.", entry.name
        )
    if len(above) >= depth:
        detail = f"Deeper than {depth} folders; give the folder itself or raise page.depth."
        return _refuse("directory-loop", detail, entry.name)
    return _Folder(path=entry.path, name=entry.name, key=key)


def _entries(folder: Path, name: str) -> list[Found | Refusal]:
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found if not entry.name.startswith("."))
    except OSError as error:
        return [unread(name or _clean(str(folder)), error)]
    return [Found(path=folder / one, name=f"{name}/{_clean(one)}" if name else _clean(one)) for one in names]


def _clean(name: str) -> str:
    """A file name that can be stored, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", "replace")


def unread(subject: str, error: OSError | ValueError) -> Refusal:
    """The refusal of a path that the system would not open."""
    if isinstance(error, FileNotFoundError):
        return _refuse("not-found", "No such file or folder.", subject)
    if getattr(error, "errno", None) == errno.ELOOP:
        return _refuse("directory-loop", "A link that leads to itself.", subject)
    return _refuse("unreadable", f"It can't be opened: {getattr(error, 'strerror', None) or error}.", subject)


def _refuse(reason: Reason, detail: str, subject: str) -> Refusal:
    return Refusal(part=PART, reason=reason, detail=detail, subject=subject)
