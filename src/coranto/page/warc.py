"""Web archives: the HTML and text pages among the records of a WARC."""

import re
from collections.abc import Iterator

from coranto.page.frames import Frame, frames
from coranto.page.http import charset, response
from coranto.page.made import Known, page
from coranto.page.sniff import form
from coranto.page.streams import HEAD, Stream
from coranto.parts import register
from coranto.settings import PageOptions
from coranto.types import Page, Refusal
from coranto.types.page import Media
from coranto.types.refusal import Reason

PART = "page.warc.v1"
_HTML = re.compile(r"text/html|application/xhtml")
_UNTOLD = ("", "application/octet-stream", "text/plain")


@register(PART)
def warc(stream: Stream, name: str, options: PageOptions) -> Iterator[Page | Refusal]:
    """A page for each record that holds one, named `name#n` by its place among all records.

    Taken are HTTP responses of status 200 and resources whose content is HTML or text, and conversions
    (WET). A damaged record gives a refusal that names it; reading goes on at the next.
    """
    number = 0
    for frame in frames(stream, options.max_bytes):
        number = frame.number
        found = _page(frame, f"{name}#{number}", options)
        if found is not None:
            yield found
    if stream.trouble is not None:
        detail = f"In or after record {number}: {stream.trouble.detail}"
        yield _refuse(stream.trouble.reason, detail, f"{name}#{number}")


def _page(frame: Frame, subject: str, options: PageOptions) -> Page | Refusal | None:
    if frame.damage:
        detail = f"Record {frame.number} is damaged: {frame.damage}. Reading went on behind it."
        return _refuse("broken-archive", detail, subject)
    kind = frame.headers.get("warc-type", "")
    if kind not in ("response", "resource", "conversion"):
        return None
    if frame.block is None:
        return _too_large(options, subject)
    if kind == "response":
        return _response(frame, frame.block, subject, options)
    declared = frame.headers.get("content-type", "")
    return _made(frame, frame.block, declared.partition(";")[0].strip().lower(), charset(declared), subject)


def _response(frame: Frame, block: bytes, subject: str, options: PageOptions) -> Page | Refusal | None:
    answer = response(block, options.max_bytes)
    if answer is None or answer.status != 200 or not (_HTML.match(answer.media) or answer.media in _UNTOLD):
        return None
    if answer.body is None:
        return _too_large(options, subject)
    if answer.encoding:
        return _refuse("unreadable", f"The response is packed with {answer.encoding}, which is not read.", subject)
    return _made(frame, answer.body, answer.media, answer.charset, subject)


def _made(frame: Frame, body: bytes, media: str, declared: str, subject: str) -> Page | Refusal | None:
    if not (_HTML.match(media) or media in _UNTOLD):
        return None
    seen = form(body[:HEAD])
    if seen == "empty":
        return _refuse("empty", "The record has no content.", subject)
    if seen in ("binary", "pdf", "feed", "warc"):
        return None
    as_media: Media = "text/html" if seen == "html" or _HTML.match(media) else "text/plain"
    url = frame.headers.get("warc-target-uri", "").strip("<>")
    captured = frame.headers.get("warc-date", "")
    return page(body, subject, as_media, Known(url=url, charset=declared, captured=captured))


def _too_large(options: PageOptions, subject: str) -> Refusal:
    return _refuse("too-large", f"A record of more than {options.max_bytes:,} bytes.", subject)


def _refuse(reason: Reason, detail: str, subject: str) -> Refusal:
    return Refusal(part=PART, reason=reason, detail=detail, subject=subject)
