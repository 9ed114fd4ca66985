"""What a page needs long for, remembered until somebody writes to the archive."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coranto.store import Archive

T = TypeVar("T")
_MOST = 128
_held: OrderedDict[tuple[object, ...], object] = OrderedDict()


def kept(archive: Archive, kind: type[T], what: tuple[str, ...], make: Callable[[], T]) -> T:
    """What `make` gives, remembered under the words `what`; made anew once the archive's file has changed."""
    key = (*what, *_stamp(archive.path))
    found = _held.get(key)
    if not isinstance(found, kind):
        found = make()
        _held[key] = found
        if len(_held) > _MOST:
            _held.popitem(last=False)
    return found


def _stamp(path: Path) -> tuple[object, ...]:
    """The file and its log with their times and sizes: another one after every write."""
    log = path.with_name(path.name + "-wal")
    seen = [one.stat() for one in (path, log) if one.exists()]
    return (str(path), *((one.st_mtime_ns, one.st_size) for one in seen if one.st_size))
