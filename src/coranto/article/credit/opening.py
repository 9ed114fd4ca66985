"""What the opening of a wire story says: where, when and through whom."""

from dataclasses import dataclass

from coranto.article.credit.names import Name

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline with half-open offsets into its paragraph; `place` is what an article shows for it, `end` is
    where the story's own words begin."""

    places: tuple[Span, ...]
    date: Span | None
    agencies: tuple[Name, ...]
    end: int
    place: str
