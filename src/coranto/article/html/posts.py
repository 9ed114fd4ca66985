"""The posts of a thread, where the markup of a known forum program sets them apart."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.draft import Piece
from coranto.article.html.known import key
from coranto.text.normal import squeeze
from coranto.text.tokens import count

_MOST = 200
_FEW = 12
_LONGEST = 200_000


def posts(tree: LexborHTMLParser, selectors: Sequence[str]) -> list[Piece]:
    """The paragraphs of the posts, by the first selector that finds any; the makers' names are not among them.

    Puts line feeds into the tree.
    """
    for selector in selectors:
        found = [piece for post in tree.css(selector)[:_MOST] for piece in _post(post)]
        if sum(count(piece.text) for piece in found) >= _FEW:
            return found
    return []


def posted(found: Sequence[Piece]) -> str:
    """The keys of posts, one after another, to find lines in."""
    return "".join(key(piece.text) for piece in found)[:_LONGEST]


def _post(post: LexborNode) -> Iterator[Piece]:
    for breaking in post.css("br, p, li, div, pre, blockquote"):
        breaking.insert_after("\n")
        breaking.insert_before("\n")
    for line in post.text(deep=True).split("\n"):
        if text := squeeze(line):
            yield Piece(kind="post", text=text)
