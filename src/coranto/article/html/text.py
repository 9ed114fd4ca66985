"""The paragraphs of an article out of HTML: trafilatura finds them, rows drop what publishers insert."""

import re
from collections.abc import Iterator
from functools import cache

from lxml.etree import _Element
from trafilatura import bare_extraction

from coranto.article.draft import Piece
from coranto.data import words
from coranto.text.normal import ascii_fold, squeeze
from coranto.types.article import BlockKind

_WORD = re.compile(r"\w+")
_HEADS = ("head",)
_END = re.compile(r"[.!?…。！？\"”»)]\s*$")
_SHORT_INSERT = 160


def pieces(html: str, url: str, *, comments: bool = False, precise: bool = False) -> list[Piece]:
    """The paragraphs, headings and list items that trafilatura (Barbaresi 2021) takes for the article."""
    found = bare_extraction(
        html,
        url=url or None,
        include_comments=comments,
        favor_precision=precise,
        with_metadata=False,
    )
    if found is None:
        return []
    body = found["body"] if isinstance(found, dict) else found.body
    out = list(_walk(body))
    if comments and (said := None if isinstance(found, dict) else found.commentsbody) is not None:
        out.extend(_walk(said))
    return out


def _walk(body: _Element) -> Iterator[Piece]:
    for element in body:
        yield from _element(element)


def _element(element: _Element) -> Iterator[Piece]:
    tag = element.tag
    if tag in ("list", "table", "row"):
        for child in element:
            yield from _element(child)
        return
    kind: BlockKind = "head" if tag in _HEADS else "bullet" if tag == "item" else "body"
    for line in _lines(element):
        yield Piece(kind=kind, text=line)
    if (tail := squeeze(element.tail or "")) and tag != "graphic":
        yield Piece(kind="body", text=tail)


def _lines(element: _Element) -> Iterator[str]:
    """The lines of an element; a line break element ends one, a nested paragraph too."""
    for line_break in element.iter("lb", "p", "quote", "item", "head"):
        if line_break is not element:
            line_break.text = f"\n{line_break.text or ''}"
            line_break.tail = f"\n{line_break.tail or ''}"
    for line in "".join(str(part) for part in element.itertext()).split("\n"):
        if text := squeeze(line):
            yield text


def kept(found: list[Piece], title: str) -> list[Piece]:
    """The pieces without inserts, without the title at the start, and each repeated line once."""
    out: list[Piece] = []
    seen: set[str] = set()
    head = _key(title)
    for piece in found:
        key = _key(piece.text)
        if not key or is_insert(piece.text) or (len(out) < 3 and key == head):
            continue
        if len(key) > 40 and key in seen:
            continue
        seen.add(key)
        out.append(piece)
    while out and out[-1].kind == "head":
        out.pop()
    return out


def is_insert(line: str) -> bool:
    """Whether a line between paragraphs is a pointer to something else, by how it opens."""
    folded = ascii_fold(line).lstrip("-–—•*>»[( ")
    opening = _opening(folded)
    if not opening:
        return False
    rest = folded[len(opening) :].strip()
    return not rest or line.isupper() or rest[0] in ":|»>-" or (len(line) < _SHORT_INSERT and not _END.search(line))


def _opening(folded: str) -> str:
    for size in range(5, 0, -1):
        opening = " ".join(folded[:60].split()[:size])
        for candidate in (opening, opening.rstrip(":|»>-")):
            if candidate in _inserts():
                return candidate
    return ""


@cache
def _inserts() -> frozenset[str]:
    return words("html_inserts")


def _key(text: str) -> str:
    return "".join(_WORD.findall(ascii_fold(text)))
