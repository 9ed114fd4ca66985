"""Where a fact stands: a re-checkable quotation out of one article, and the evidence of a field."""

from dataclasses import dataclass

TITLE = -1
"""`Cite.sentence` of a quotation from `Article.title`."""
MARGIN = -2
"""`Cite.sentence` of a quotation from `Article.margin`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Words of one article: W3C TextPositionSelector and TextQuoteSelector in one value.

    `start` and `end` are half-open character offsets into `Article.text` when `sentence` is zero or
    more, into `Article.title` when it is `TITLE`, into `Article.margin` when it is `MARGIN`.
    `exact` is always the very slice. Raises `ValueError` for an empty or inconsistent quotation.
    """

    article: str
    sentence: int
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not self.article or not self.exact or self.end - self.start != len(self.exact):
            raise ValueError(f"a cite must quote its words exactly: {self.start}..{self.end} {self.exact!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a field of an article has its value: the rule, the words it stands on, and where they were.

    `where` is a place in the page such as `line 12`, `meta og:title`, `json-ld datePublished`, `url`.
    """

    rule: str
    text: str = ""
    where: str = ""
