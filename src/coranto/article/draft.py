"""What a cleaner (HTML or dump) hands to `finish`, which makes the article of it."""

from dataclasses import dataclass, field

from coranto.types import Byline, Dated, Evidence
from coranto.types.article import BlockKind, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph of the article as it will stand in its text; `label` as in `Block`."""

    kind: BlockKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page's markup states of its text, as claims: a sentence that describes it, its words, how many words
    of it the structured data repeat and how those end, and whether it is free ("yes", "no", or "")."""

    description: str = ""
    words: int = 0
    body_words: int = 0
    body_end: str = ""
    free: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of a cleaned page. `margin` holds the page lines kept as evidence (byline, date and credit
    lines, copyright line, captions' photo credits), in page order; `after` the first lines after the last
    piece, which tell whether the page was cut; `lines` all lines that the page shows, as its outlet's memory needs
    them; `instead` the sentence that says what the page is where it holds no article."""

    title: str
    pieces: tuple[Piece, ...]
    margin: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    outlet: str = ""
    carrier: str = ""
    section: str = ""
    lang: str = ""
    kind: Kind = "news"
    byline: tuple[Byline, ...] = ()
    published: Dated = field(default_factory=Dated)
    updated: Dated = field(default_factory=Dated)
    captured: str = ""
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()
    instead: str = ""
    part: str = ""
    lines: tuple[str, ...] = ()
    stated: Stated = field(default_factory=Stated)
