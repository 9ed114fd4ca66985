"""Who copied whom: fingerprints, typed edges with their passages, families, lineage."""

from dataclasses import dataclass
from typing import Literal

from coranto.types.cite import Cite

EdgeKind = Literal["same_text", "version_of", "contains", "excerpt", "shares_quote_only"]
ParentKind = Literal["article", "agency", "ministry", "outlet", "person", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """Fingerprints of one article's narration (quotations, captions and credit lines masked).

    `hashes` are winnowed 8-word shingles as unsigned 64-bit integers, `starts` their offsets in
    `Article.text`; `words` the number of narration words; `when` orders articles (ISO, best known time);
    `hub` marks live blogs, round-ups and aggregator pages, which never bridge families.
    """

    article: str
    outlet: str
    when: str
    words: int
    hashes: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    hub: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of words that two articles share: offsets in the child's and in the parent's text."""

    child_start: int
    child_end: int
    parent_start: int
    parent_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEdge:
    """`child` depends on `parent` for `share` (0..1) of its narration, which is `parent_share` of the parent's.
    Undirected kinds are written with the later article as child."""

    child: str
    parent: str
    kind: EdgeKind
    share: float
    parent_share: float = 0.0
    passages: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """One stretch of a word diff: the words of the older and of the later version with their half-open offsets
    and the sentence they begin in; the side that has none is empty and stands between two words."""

    op: Literal["same", "added", "removed", "changed"]
    old: str
    new: str
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old_sentence: int = 0
    new_sentence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDiff:
    """What changed from the version `old` to the version `new` (article ids), in titles and in texts."""

    old: str
    new: str
    title: tuple[WordChange, ...] = ()
    text: tuple[WordChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Articles that carry the same writing. `id` is `digest("fam", first article)`."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageEdge:
    """`child` (an article id) has what it tells from `parent`: an article id, or the name of a source
    not held (an agency, a ministry), as `parent_kind` says."""

    child: str
    parent: str
    parent_kind: ParentKind
    share: float = 0.0
    reasons: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Where one article has its story from; `origins` are the roots it leads to (article ids of own
    narration, or names of sources not held)."""

    article: str
    edges: tuple[LineageEdge, ...] = ()
    origins: tuple[str, ...] = ()
