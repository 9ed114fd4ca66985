"""Room: page. Bytes of any container become pages."""

import sys
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from coranto.page.jsonl import jsonl
from coranto.page.single import dump, html
from coranto.page.sniff import form
from coranto.page.streams import Stream, opened
from coranto.page.walk import PART, Found, unread, walk
from coranto.page.warc import warc
from coranto.settings import PageOptions
from coranto.types import Page, Refusal
from coranto.types.refusal import Reason

__all__ = ["dump", "find", "html", "jsonl", "warc"]

_READERS = {"text": dump, "html": html, "rows": jsonl, "warc": warc}
_REFUSED: dict[str, tuple[Reason, str]] = {
    "empty": ("empty", "The file is empty."),
    "binary": ("not-text", "Binary data, whatever the name says; only text, HTML, JSON rows and WARC are read."),
    "pdf": ("not-text", "A PDF; save its text or the web page and read that."),
    "feed": ("not-article", "A feed or sitemap, not a page; subscribe to it or give the pages."),
}


def find(
    paths: Iterable[str | PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    options: PageOptions | None = None,
) -> Iterator[Page | Refusal]:
    """The pages of files, folders and `-` (standard input), streamed in a stable order.

    Folders are walked in sorted order without hidden files. What a file holds is decided by its content.
    What can't be read comes as a `Refusal` in its place; nothing is raised for bad input.
    """
    chosen = options or PageOptions()
    for path in paths:
        if str(path) == "-":
            yield from _standard(stdin, chosen)
            continue
        for found in walk(Path(path), chosen.depth):
            if isinstance(found, Refusal):
                yield found
            else:
                yield from _open(found, chosen)


def _standard(stdin: BinaryIO | None, options: PageOptions) -> Iterator[Page | Refusal]:
    """The pages of standard input, which a caller may have closed."""
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        yield Refusal(part=PART, reason="unreadable", detail="Standard input is closed.", subject="-")
        return
    yield from _read(stream, "-", options)


def _open(found: Found, options: PageOptions) -> Iterator[Page | Refusal]:
    try:
        with found.path.open("rb", buffering=0) as raw:
            yield from _read(raw, found.name, options)
    except OSError as error:
        yield unread(found.name, error)


def _read(raw: "BinaryIO | Stream", name: str, options: PageOptions) -> Iterator[Page | Refusal]:
    stream = opened(raw, options.max_bytes)
    seen = form(stream.head, name)
    if seen in _READERS:
        yield from _READERS[seen](stream, name, options)
        return
    reason, detail = _REFUSED[seen]
    if (trouble := stream.trouble) is not None:
        reason, detail = trouble.reason, trouble.detail
    yield Refusal(part=PART, reason=reason, detail=detail, subject=name)
