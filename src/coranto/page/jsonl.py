"""Rows: a JSON object per line with a page (`html`) or an article (`title`, `text` ...) each."""

import json
from collections.abc import Iterator
from typing import Any

from coranto.page.made import Known, page
from coranto.page.streams import Stream, lines, whole
from coranto.parts import register
from coranto.settings import PageOptions
from coranto.text.normal import squeeze
from coranto.types import Hints, Page, Refusal
from coranto.types.refusal import Reason

PART = "page.jsonl.v1"
_TEXT = ("text", "body", "content", "maintext", "articleBody")
_CAPTURED = ("captured", "crawl_date", "seen", "fetched")
_MARKUP = ("<html", "<!doctype", "<body", "<p>", "<p ", "<div")


@register(PART)
def jsonl(stream: Stream, name: str, options: PageOptions) -> Iterator[Page | Refusal]:
    """A page or a refusal for each row, named `name#n`; one row is held at a time.

    A row with `html` gives a page of which only address and time of capture are taken over; a row with
    `text` gives a text page whose title, outlet, date and byline are hints.
    """
    count = 0
    for count, line in enumerate(_rows(stream, options), 1):
        if line is None:
            yield _refuse("too-large", f"A row of more than {options.max_bytes:,} bytes.", f"{name}#{count}")
        elif isinstance(line, dict):
            yield _row(line, f"{name}#{count}")
        elif line.strip() and not (stream.trouble and not line.rstrip().endswith(b"}")):
            yield _parsed(line, f"{name}#{count}")
    if stream.trouble is not None:
        yield _refuse(stream.trouble.reason, f"After row {count}: {stream.trouble.detail}", name)


def _rows(stream: Stream, options: PageOptions) -> Iterator[bytes | dict[str, Any] | None]:
    """The lines of a stream, or the rows of the one JSON document that it holds over many lines."""
    if not _document(stream.head):
        yield from lines(stream, options.max_bytes)
        return
    body = whole(stream, options.max_bytes)
    try:
        value = None if body is None else _load(body)
    except ValueError:
        yield from (body or b"").split(b"\n")
        return
    for row in value if isinstance(value, list) else [value]:
        yield row if isinstance(row, dict) or row is None else b"a value that is no object"


def _document(head: bytes) -> bool:
    """Whether a stream is one JSON document: it begins with a list, or its second line with no object."""
    starts = [line.lstrip()[:1] for line in head.lstrip(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
    return starts[:1] == [b"["] or (len(starts) > 1 and starts[1] != b"{")


def _load(raw: bytes) -> Any:
    """The value of a JSON text; `ValueError` when it is none or is nested beyond reason."""
    try:
        return json.loads(raw.decode("utf-8-sig", "replace"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _parsed(line: bytes, subject: str) -> Page | Refusal:
    try:
        row = _load(line)
    except ValueError as error:
        return _refuse("broken-row", f"Not a JSON object: {str(error)[:120]}.", subject)
    return _row(row, subject)


def _row(row: Any, subject: str) -> Page | Refusal:
    if not isinstance(row, dict):
        return _refuse("broken-row", "Not a JSON object with named fields.", subject)
    url, captured = _first(row, "url", "link"), _first(row, *_CAPTURED)
    html, text = _long(row, ("html",)), _long(row, _TEXT)
    if not html and any(mark in text[:2000].lower() for mark in _MARKUP):
        html = text
    if html:
        return page(_bytes(html), subject, "text/html", Known(url=url, charset="utf-8", captured=captured))
    if not text.strip():
        return _refuse("empty", "A row without text (looked for html, text, body, content).", subject)
    known = Known(url=url, charset="utf-8", captured=captured, hints=_hints(row))
    return page(_bytes(text), subject, "text/plain", known)


def _hints(row: dict[str, Any]) -> Hints:
    return Hints(
        title=_first(row, "title", "headline"),
        outlet=_first(row, "outlet", "publisher", "source", "site"),
        byline=_names(row.get("byline") or row.get("authors") or row.get("author")),
        published=_first(row, "published", "date", "date_published", "date_publish", "datePublished"),
        dateline=_first(row, "dateline"),
    )


def _names(value: Any) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(squeeze(name) for name in names if isinstance(name, str) and name.strip())


def _first(row: dict[str, Any], *keys: str) -> str:
    values = (row.get(key) for key in keys)
    return next((squeeze(value) for value in values if isinstance(value, str) and value.strip()), "")


def _long(row: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((row[key] for key in keys if isinstance(row.get(key), str) and row[key].strip()), "")


def _bytes(text: str) -> bytes:
    # JSON can spell half a surrogate pair, UTF-8 can't
    return text.encode("utf-8", "replace")


def _refuse(reason: Reason, detail: str, subject: str) -> Refusal:
    return Refusal(part=PART, reason=reason, detail=detail, subject=subject)
