"""Byte streams that never hold more than a piece: a head given back, gzip with a ratio limit, bounded lines."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from coranto.types.refusal import Reason

GZIP = b"\x1f\x8b"
HEAD = 65_536
_PIECE = 131_072
_RATIO = 500


class Reads(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes | None:
        """At most `size` bytes; none at the end."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a stream ended early: the reason of a refusal and its sentence."""

    reason: Reason
    detail: str


class Stream(io.RawIOBase):
    """A stream whose `head` was looked at already and is given out first."""

    def __init__(self, raw: Reads) -> None:
        super().__init__()
        self._raw = raw
        self.head = _fill(raw, HEAD)
        self._left = self.head

    @property
    def trouble(self) -> Trouble | None:
        """Why the stream ended before its time, if it did."""
        return self._raw.trouble if isinstance(self._raw, Gunzip) else None

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills the buffer, first out of the head; how many bytes."""
        piece = self._left or self._raw.read(len(buffer)) or b""
        part, self._left = piece[: len(buffer)], piece[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)


_CUT = Trouble("broken-archive", "The gzip data end in the middle: the file was cut. Fetch it again.")
_DAMAGED = Trouble("broken-archive", "The gzip data are damaged; only what stood before was read. Fetch it again.")
_BEHIND = Trouble("broken-archive", "Other bytes stand behind the gzip data; they were not read.")
_BOMB = Trouble("too-large", f"The gzip data grow more than {_RATIO}-fold, as no pages do.")


class Gunzip:
    """The decompressed bytes of a gzip stream of any number of members.

    It ends early, saying why in `trouble`, when the data are cut or damaged, or when more than `floor`
    bytes have come out at more than 500 times what went in: no page compresses like that.
    """

    def __init__(self, raw: Reads, floor: int) -> None:
        self._raw = raw
        self._floor = floor
        self._pending = b""
        self._member = zlib.decompressobj(wbits=31)
        self._in = self._out = 0
        self._ended = False
        self.trouble: Trouble | None = None

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        while not self._ended:
            if self._member.eof:
                self._next()
                continue
            if not self._pending:
                self._pending = self._raw.read(_PIECE) or b""
                self._in += len(self._pending)
            dry = not self._pending
            if piece := self._inflate(size):
                return piece
            if dry and not self._member.eof:
                self._stop(_CUT)
        return b""

    def _inflate(self, size: int) -> bytes:
        try:
            piece = self._member.decompress(self._pending, size)
        except zlib.error:
            self._stop(_DAMAGED)
            return b""
        self._pending = self._member.unconsumed_tail
        self._out += len(piece)
        if self._out > self._floor and self._out > _RATIO * (self._in - len(self._pending)):
            self._stop(_BOMB)
        return piece

    def _next(self) -> None:
        """Goes on to the next member, if there is one."""
        self._pending = self._member.unused_data
        if len(self._pending) < len(GZIP):
            more = self._raw.read(_PIECE) or b""
            self._in += len(more)
            self._pending += more
        if self._pending.startswith(GZIP):
            self._member = zlib.decompressobj(wbits=31)
        elif self._pending.strip(b"\x00"):
            self._stop(_BEHIND)
        else:
            self._ended = True

    def _stop(self, trouble: Trouble) -> None:
        self.trouble, self._ended = trouble, True


def opened(raw: Reads, floor: int) -> Stream:
    """A stream that is decompressed when its first bytes say gzip, whatever the name; see `Gunzip`."""
    plain = Stream(raw)
    return Stream(Gunzip(plain, floor)) if plain.head.startswith(GZIP) else plain


def _fill(raw: Reads, size: int) -> bytes:
    pieces = []
    while size > 0 and (piece := raw.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def whole(stream: Stream, limit: int) -> bytes | None:
    """All of a stream, or None when it holds more than `limit` bytes."""
    body = _fill(stream, limit + 1)
    return None if len(body) > limit else body


def lines(stream: Stream, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for a line of more than `limit` bytes."""
    buffered = io.BufferedReader(stream, _PIECE)
    while line := buffered.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = buffered.readline(_PIECE)
            yield None
        else:
            yield line.rstrip(b"\r\n")
