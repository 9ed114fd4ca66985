"""The one place where a page gets its id."""

from dataclasses import dataclass, field

from coranto.types import Hints, Page
from coranto.types.ids import digest, digest_bytes
from coranto.types.page import Media


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a container says about a page."""

    url: str = ""
    charset: str = ""
    captured: str = ""
    hints: Hints = field(default_factory=Hints)


NOTHING = Known()


def page(body: bytes, path: str, media: Media, known: Known = NOTHING) -> Page:
    """The page of a body, with its id."""
    hints = known.hints
    claims = (hints.title, hints.outlet, "\x1e".join(hints.byline), hints.published, hints.dateline)
    return Page(
        id=digest("page", digest_bytes(body), known.url, known.captured, *claims),
        path=path,
        media=media,
        body=body,
        url=known.url,
        charset=known.charset,
        captured=known.captured,
        hints=hints,
    )
