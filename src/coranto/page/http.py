"""The body of a captured HTTP response: chunks joined, gzip undone, within limits."""

import re
import zlib
from dataclasses import dataclass

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/[\d.]{1,4}\s{1,9}(\d{3})")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MAX_HEAD = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Status, media type and character set as declared, and the decoded body; None when it is too large.

    `encoding` is a content coding that could not be undone, else empty.
    """

    status: int
    media: str
    charset: str
    body: bytes | None
    encoding: str = ""


def response(block: bytes, limit: int) -> Response | None:
    """The response that a WARC block holds; None when it is no HTTP message."""
    status = _STATUS.match(block)
    end = _HEAD_END.search(block, 0, _MAX_HEAD)
    if status is None or end is None:
        return None
    headers = _headers(block[: end.start()])
    body = block[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = headers.get("content-encoding", "").strip().lower()
    unpacked = _unpacked(body, coding, limit)
    kind = headers.get("content-type", "")
    return Response(
        status=int(status.group(1)),
        media=kind.partition(";")[0].strip().lower(),
        charset=charset(kind),
        body=unpacked,
        encoding=coding if coding in ("br", "zstd", "compress") else "",
    )


def charset(content_type: str) -> str:
    """The character set that a Content-Type declares, or an empty string."""
    match = _CHARSET.search(content_type)
    return match.group(1) if match else ""


def _headers(head: bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in head.split(b"\n")[1:400]:
        name, _, value = line.decode("latin-1").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _joined(body: bytes) -> bytes:
    """Chunks joined; the body as it is when it holds none (many archives keep the header but not the chunks)."""
    pieces: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\n", at, at + 99)
        size = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return body if not pieces else b"".join(pieces)
        length = int(size, 16)
        if length == 0:
            break
        pieces.append(body[end + 1 : end + 1 + length])
        at = end + 1 + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(pieces)


def _unpacked(body: bytes, coding: str, limit: int) -> bytes | None:
    """The body without its gzip or deflate coding; what can be had of a damaged one, None above the limit."""
    gzipped = body.startswith(b"\x1f\x8b")
    if not gzipped and coding != "deflate":
        return body
    for wbits in (31,) if gzipped else (15, -15):
        engine = zlib.decompressobj(wbits=wbits)
        try:
            out = engine.decompress(body, limit + 1)
        except zlib.error:
            continue
        return None if len(out) > limit else out
    return body
