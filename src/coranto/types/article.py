"""An article: the clean text of a page with its head, people, dates, credits and verdicts."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from coranto.types.cite import Cite, Evidence

Kind = Literal["news", "forum", "agency", "ministry", "blog", "live", "roundup"]
Known = Literal["metadata", "printed", "dateline", "address", "container", "inferred", "none"]
Precision = Literal["minute", "hour", "day", "week", "month", "year", "interval", "unknown"]
BlockKind = Literal["dek", "body", "bullet", "head", "caption", "insert", "post"]
Role = Literal["reporter", "editor", "contributor", "photographer", "translator", "organisation"]
CreditKind = Literal["agency", "dateline", "source", "inputs", "relay", "photo", "carrier"]
Verdict = Literal["complete", "truncated", "teaser", "unknown"]
_FEW_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Half-open offsets of one sentence in `Article.text`; sentences never overlap and stand in order."""

    index: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph-sized piece of `Article.text`; `label` is the part it belongs to ("What's new")."""

    kind: BlockKind
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date with what it rests on.

    `value` is the best answer in ISO 8601 at the precision known (`2023-10`, `2023-10-31`,
    `2023-11-10T11:19+08:00`), empty when nothing is known; `start` and `end` bound it as half-open days.
    `zone` says whether a clock time's zone was stated or assumed from the outlet.
    """

    value: str = ""
    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    known: Known = "none"
    zone: Literal["stated", "assumed", ""] = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One person or organisation named as maker of the article."""

    name: str
    role: Role = "reporter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet that the page credits; `agency` is its canonical name from the data rows."""

    agency: str
    kind: CreditKind
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """Whether the whole article was captured, with its evidence."""

    verdict: Verdict = "unknown"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The clean article of one page.

    `text` is all of the article and nothing else: paragraphs joined by a blank line, deks and bullets
    first as the page has them, inner headings included; the title is not repeated in it. `margin` keeps
    the page lines that bylines, dates and credits were read from, joined by line feeds, so that a cite
    with sentence `MARGIN` can be checked against the article alone. `part` names the parts that made it.
    `id` is `digest("art", title, text, outlet, published.value, url)`. `dateline` is the place a dateline
    names. `flags` are short words such as `weekday_after_publication`, `no_title`, `no_date`.
    """

    id: str
    page: str
    path: str
    url: str = ""
    title: str
    outlet: str
    carrier: str = ""
    kind: Kind = "news"
    lang: str = "en"
    text: str
    margin: str = ""
    section: str = ""
    dateline: str = ""
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    published: Dated = Dated()
    updated: Dated = Dated()
    captured: str = ""
    byline: tuple[Byline, ...] = ()
    credits: tuple[Credit, ...] = ()
    completeness: Completeness = Completeness()
    read_minutes: int = 0
    flags: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def moment(self) -> str:
        """The ISO time that orders articles: published, else the first of the few days it may be of, else captured,
        else the first day of whatever range is known; empty when nothing is. An inferred date gives way to the time
        of capture where that lies within its interval: then the page may be as new as it was captured."""
        dated = self.published
        if dated.known == "inferred" and self._captured_within(dated):
            return self.captured
        if dated.value:
            return dated.value
        first = dated.start.isoformat() if dated.start else ""
        near = dated.start and dated.end and (dated.end - dated.start).days <= _FEW_DAYS
        return first if near else self.captured or first

    def _captured_within(self, dated: Dated) -> bool:
        if not self.captured or dated.start is None or dated.end is None:
            return False
        return dated.start.isoformat() <= self.captured[:10] < dated.end.isoformat()
