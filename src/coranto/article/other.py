"""What a page without an article is instead: an error, a wall, a search, a list of headlines.

Told by the title, by phrases in the text and by how its lines stand. Each sign alone occurs on pages with an
article too, so it counts only beside a short text or among lines that are no paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

from coranto.article.whole.lead import stems
from coranto.data import rows
from coranto.text.normal import ascii_fold, squeeze
from coranto.text.tokens import count

_PART = re.compile(r"\s[|·•»–—-]\s|[|·»]")
_EDGE = "\"'.!?…:;,()[]“”‘’ "
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
_SHORT, _STATED_SHORT = 200, 60
_WALL, _BESIDE, _PAGE = 150, 30, 150
_LOOKED = 6000
_SOME, _MOST = 0.5, 0.75
_MANY, _ALL = 8, 4
_MOSTLY = 0.4
_TEASER = 220
_ADDRESS, _SLUG, _LONG, _TOLD = 2000, 4, 12, 0.34


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows: what may be its title, the paragraphs taken for its text, all its lines; and whether its
    markup calls it an article; `words` is the size of `kept`."""

    titles: Sequence[str]
    kept: Sequence[str]
    lines: Sequence[str]
    words: int
    stated: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    detail: str
    listing: bool
    titles: frozenset[str]
    starts: tuple[str, ...]
    phrases: tuple[str, ...]


@cache
def _kinds() -> dict[str, _Kind]:
    return {row["kind"]: _kind(row) for row in rows("page_kinds")}


def _kind(row: dict[str, Any]) -> _Kind:
    titles, starts, phrases = (tuple(map(ascii_fold, row.get(key, ()))) for key in ("titles", "starts", "phrases"))
    return _Kind(row["detail"], bool(row.get("listing")), frozenset(titles), starts, phrases)


@cache
def schema_kinds() -> tuple[tuple[str, str], ...]:
    """Types of schema.org and of `og:type`, in lower case, with the kind of page each names."""
    return tuple((name, row["kind"]) for row in rows("page_kinds") for name in row.get("types", ()))


def detail_of(kind: str) -> str:
    """The sentence of a refusal for a kind of page."""
    return _kinds()[kind].detail


def other(shown: Shown) -> str:
    """The sentence that says what a page is that holds no article; empty where it may hold one. Linear time."""
    words = shown.words
    for kind in _kinds().values():
        few = words < (_STATED_SHORT if shown.stated else _SHORT)
        if (few or (kind.listing and not shown.stated)) and _titled(kind, shown.titles):
            return kind.detail
    if words >= _WALL:
        return ""
    return _walled(shown.kept, shown.stated) or (_shown_only(shown) if words < _BESIDE else "")


def _titled(kind: _Kind, titles: Sequence[str]) -> bool:
    for title in titles:
        folded = ascii_fold(squeeze(title[:300]))
        if folded.startswith(kind.starts):
            return True
        if any(part.strip(_EDGE) in kind.titles for part in (folded, *_PART.split(folded))):
            return True
    return False


def _walled(kept: Sequence[str], stated: bool) -> str:
    """The kind whose phrases stand in the text, where there is next to nothing beside them."""
    folded = [ascii_fold(line[:_LOOKED]) for line in kept]
    best, most, rest = "", 0, 0
    for kind in _kinds().values():
        told = [any(phrase in line for phrase in kind.phrases) for line in folded]
        hits = sum(any(phrase in line for line in folded) for phrase in kind.phrases)
        if hits > most:
            best, most = kind.detail, hits
            rest = sum(count(line) for line, tells in zip(kept, told, strict=True) if not tells)
    share = 0.0 if stated or most < 2 else _SOME if most == 2 else _MOST
    return best if most and (rest < _BESIDE or rest <= share * sum(map(count, folded))) else ""


def _shown_only(shown: Shown) -> str:
    """The kind whose phrases stand anywhere on a page that shows next to nothing."""
    if sum(map(count, shown.lines)) >= _PAGE:
        return ""
    return _walled(shown.lines, stated=False)


def names_story(url: str, title: str, text: Sequence[str]) -> bool:
    """Whether a page's address is that of one story, by a part of several words, and its text sentences that take
    its title up.

    Where a story is cut off, more of its page tells of other stories than of it.
    """
    path = url[:_ADDRESS].partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    parts = [part for part in unquote(path).split("/") if part][-2:]
    if not any(len(_SLUG_WORD.findall(part)) >= _SLUG for part in parts):
        return False
    long = [line for line in text if count(line) >= _LONG]
    if 2 * sum(map(len, long)) < sum(map(len, text)):
        return False
    wanted = stems(title)
    return bool(wanted) and len(wanted & stems(" ".join(long)[:_LOOKED])) >= max(2, _TOLD * len(wanted))


def is_listing(lines: Sequence[str], are_heads: Sequence[bool]) -> bool:
    """Whether paragraphs are the lines of a list: many are headlines that lead elsewhere and the rest are short, or
    all are headlines."""
    heads = sum(are_heads)
    if heads == len(lines) >= _ALL:
        return True
    if heads < _MANY or heads < _MOSTLY * len(lines):
        return False
    rest = [len(line) for line, is_head in zip(lines, are_heads, strict=True) if not is_head]
    return not rest or sum(rest) <= _TEASER * len(rest)
