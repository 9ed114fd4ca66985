"""One file through the first three rooms, without an archive: what its pages hold and what is read in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from coranto import article as article_room
from coranto import page as page_room
from coranto import reading as reading_room
from coranto.settings import Settings
from coranto.types import Article, Reading, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One page: its article and what its sentences mention."""

    article: Article
    reading: Reading


def read_one(path: str, settings: Settings) -> Iterator[Told | Refusal]:
    """The pages of a file or folder in order (`-` is standard input), each cleaned by itself and read; nothing is
    kept. What can't be read comes as a `Refusal` in its place."""
    for page in page_room.find([path], options=settings.page):
        cleaned = page if isinstance(page, Refusal) else article_room.clean(page, settings.article)
        if isinstance(cleaned, Refusal):
            yield cleaned
        else:
            reading = reading_room.read(cleaned, options=settings.reading)
            yield Told(article=cleaned, reading=reading)
