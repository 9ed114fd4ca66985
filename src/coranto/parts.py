"""The registry of parts. A part is a function with a versioned name such as `article.html.v1`.

The name is written into every row a part makes. Built-in parts are registered where they are defined;
other packages add theirs through the entry-point group `coranto.parts` (a module that registers on import).
"""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, TypeVar

from coranto.errors import PartError

F = TypeVar("F", bound=Callable[..., Any])

_PARTS: dict[str, Callable[..., Any]] = {}
_ROOMS = ("page", "article", "reading", "copies", "story", "record")
_loaded: list[str] = []


def register(name: str) -> Callable[[F], F]:
    """A decorator that makes a function known as `name` (`stage.name.vN`).

    Raises `PartError` when the name is badly formed or taken by another function.
    """
    stage, _, rest = name.partition(".")
    if not stage or not rest.rpartition(".v")[2].isdigit():
        raise PartError(f"Part name {name!r} is not of the form 'stage.name.v1'")

    def keep(function: F) -> F:
        known_as = _PARTS.get(name)
        if known_as is not None and known_as.__qualname__ != function.__qualname__:
            raise PartError(f"Part {name!r} is registered twice: {known_as!r} and {function!r}")
        _PARTS[name] = function
        return function

    return keep


def _load() -> None:
    if _loaded:
        return
    _loaded.append("rooms")
    for room in _ROOMS:
        import_module(f"coranto.{room}")
    for point in entry_points(group="coranto.parts"):
        point.load()


def get(name: str) -> Callable[..., Any]:
    """The part of that name. Raises `PartError` that lists the known ones."""
    if name not in _PARTS:
        _load()
    if name not in _PARTS:
        raise PartError(f"Unknown part {name!r}. Known: {', '.join(known())}")
    return _PARTS[name]


def known() -> tuple[str, ...]:
    """All part names, sorted."""
    _load()
    return tuple(sorted(_PARTS))
