"""Files that hold one page: a text dump or HTML."""

from collections.abc import Iterator

from coranto.page.made import page
from coranto.page.streams import Stream, whole
from coranto.parts import register
from coranto.settings import PageOptions
from coranto.types import Page, Refusal
from coranto.types.page import Media


@register("page.dump.v1")
def dump(stream: Stream, name: str, options: PageOptions) -> Iterator[Page | Refusal]:
    """The one page of a text file."""
    yield _one(stream, name, options, "page.dump.v1", "text/plain")


@register("page.html.v1")
def html(stream: Stream, name: str, options: PageOptions) -> Iterator[Page | Refusal]:
    """The one page of an HTML file."""
    yield _one(stream, name, options, "page.html.v1", "text/html")


def _one(stream: Stream, name: str, options: PageOptions, part: str, media: Media) -> Page | Refusal:
    body = whole(stream, options.max_bytes)
    if (trouble := stream.trouble) is not None:
        return Refusal(part=part, reason=trouble.reason, detail=trouble.detail, subject=name)
    if body is None:
        detail = f"More than {options.max_bytes:,} bytes; raise page.max_bytes if this is one page."
        return Refusal(part=part, reason="too-large", detail=detail, subject=name)
    return page(body, name, media)
