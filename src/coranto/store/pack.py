"""Bodies as they lie on disk: JSON, deflated where that saves anything (an article and its reading to a fifth)."""

import sqlite3
import zlib

from coranto.types.ids import digest

_SMALL = 200
_DEFLATED = b"\x78"


def pack(body: bytes | None) -> bytes | None:
    """A body as it is stored. Deflated ones begin with `x` (0x78), which no JSON begins with."""
    if body is None or len(body) < _SMALL:
        return body
    return zlib.compress(body, 1)


def plain(stored: bytes | None) -> bytes | None:
    """A stored body as it was."""
    if stored is None or stored[:1] != _DEFLATED:
        return stored
    return zlib.decompress(stored)


def story_name(article: str) -> str:
    """The id that a story has when this is its first article."""
    return digest("sto", article)


def teach(db: sqlite3.Connection) -> None:
    """Make `pack`, `plain` and `story_name` known to a connection's SQL."""
    db.create_function("pack", 1, pack, deterministic=True)
    db.create_function("plain", 1, plain, deterministic=True)
    db.create_function("story_name", 1, story_name, deterministic=True)
