"""WARC framing: header, block, and where the next record begins after damage. Flat memory.

The format is ISO 28500; read leniently: line feeds alone end a line, and after a damaged record the next
line that begins `WARC/` is taken up again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coranto.page.streams import Reads

_PIECE = 131_072
_LINE = 65_536
_HEADERS = 400
_SIGN = b"WARC/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The `number`-th record: lower-case header names, its block; `damage` is empty for a sound record.

    `block` is None when it was longer than the limit and was passed over.
    """

    number: int
    headers: dict[str, str]
    block: bytes | None = b""
    damage: str = ""


class _Bytes:
    """A stream that one can read by line and by length, and give bytes back to."""

    def __init__(self, raw: Reads) -> None:
        self._raw = raw
        self._buffer = b""
        self._at = 0

    def _fill(self) -> bool:
        more = self._raw.read(_PIECE) or b""
        self._buffer, self._at = self._buffer[self._at :] + more, 0
        return bool(more)

    def line(self) -> bytes:
        """The next line with its end, or at most 64 KB of it; empty at the end."""
        while (end := self._buffer.find(b"\n", self._at)) < 0:
            if len(self._buffer) - self._at > _LINE or not self._fill():
                end = len(self._buffer) - 1
                break
        line = self._buffer[self._at : end + 1]
        self._at = end + 1
        return line

    def take(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end."""
        pieces = [self._buffer[self._at : self._at + size]]
        self._at += len(pieces[0])
        left = size - len(pieces[0])
        while left > 0 and (piece := self._raw.read(min(left, _PIECE))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Passes over `size` bytes; how many there were."""
        passed = 0
        while passed < size and (piece := self.take(min(size - passed, _PIECE))):
            passed += len(piece)
        return passed

    def back(self, data: bytes) -> None:
        """Puts bytes before all that is still to come."""
        self._buffer, self._at = data + self._buffer[self._at :], 0


def frames(raw: Reads, limit: int) -> Iterator[Frame]:
    """The records of an archive in order, damaged ones too; blocks over `limit` bytes are passed over."""
    stream = _Bytes(raw)
    number, lost = 0, False
    while line := stream.line():
        if line.startswith(_SIGN):
            number += 1
            frame = _record(stream, number, limit)
            # what stands between a damaged record and the next sound one is part of the same damage
            lost = bool(frame.damage)
            yield frame
        elif line.strip() and not lost:
            number, lost = number + 1, True
            yield Frame(number=number, headers={}, damage="it does not begin with a WARC header")


def _record(stream: _Bytes, number: int, limit: int) -> Frame:
    headers = _headers(stream)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        return Frame(number=number, headers=headers, damage="its header gives no length")
    size = int(length)
    if size > limit:
        passed = stream.skip(size)
        damage = "" if passed == size else "the file ends inside it"
        return Frame(number=number, headers=headers, block=None, damage=damage)
    block = stream.take(size)
    if len(block) < size:
        _resume(stream, block)
        return Frame(number=number, headers=headers, damage="the file ends inside it")
    tail = stream.take(4)
    if tail.strip(b"\r\n"):
        _resume(stream, block + tail)
        return Frame(number=number, headers=headers, damage="its length is wrong")
    return Frame(number=number, headers=headers, block=block)


def _resume(stream: _Bytes, data: bytes) -> None:
    """Gives back what stands from the next record on, where a false length swallowed its beginning."""
    at = data.find(b"\n" + _SIGN)
    if at >= 0:
        stream.back(data[at + 1 :])
    elif (cut := data.rfind(b"\n")) >= 0:
        stream.back(data[cut + 1 :])


def _headers(stream: _Bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(_HEADERS):
        line = stream.line().rstrip(b"\r\n")
        if not line:
            break
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers
