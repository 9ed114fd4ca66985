"""What a person corrected in the stories, kept for good."""

from dataclasses import dataclass
from typing import Literal

CorrectionKind = Literal["merge", "split", "move", "pin", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on which articles are one story: those of each of `groups` are together, and no two of the
    groups are. A merge or a pin has one group, a split or a move two; of several corrections the last one holds.
    A link says of one group in which storyline its story stands: that of `key`, or none where it is empty.

    `stories` are the ids that the stories had then, `pages` maps the articles to their pages, so that a
    correction outlives a new reading of them. `made` and `undone` are ISO times; `undone` is empty while it holds.
    """

    id: str
    kind: CorrectionKind
    groups: tuple[tuple[str, ...], ...]
    stories: tuple[str, ...]
    pages: tuple[tuple[str, str], ...]
    made: str
    key: str = ""
    undone: str = ""
