"""A page as it was captured: bytes and what is known about them, before any reading."""

from dataclasses import dataclass, field
from typing import Literal

Media = Literal["text/html", "text/plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the container of a page says of it (a JSONL row, a feed item): claims, not facts."""

    title: str = ""
    outlet: str = ""
    byline: tuple[str, ...] = ()
    published: str = ""
    dateline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One captured page.

    `id` is `digest("page", digest_bytes(body), url, captured, hints...)`; `path` names where it was read,
    relative where the input was a folder, with `#n` for the n-th record of a container, and takes no part
    in the id. `body` holds the bytes (decompressed, undecoded), `charset` what the container declares.
    `captured` is an ISO date or time of capture when the container states one, else empty.
    """

    id: str
    path: str
    media: Media
    body: bytes
    url: str = ""
    charset: str = ""
    captured: str = ""
    hints: Hints = field(default_factory=Hints)
