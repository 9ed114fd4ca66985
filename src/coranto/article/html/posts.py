"""The posts of a thread, where the markup of a known forum program sets them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.draft import Piece
from coranto.article.head.poster import poster
from coranto.article.html.known import key
from coranto.text.normal import squeeze
from coranto.text.tokens import count

_MOST = 200
_FEW = 12
_LONGEST = 200_000
_ABOVE = 8


def posts(tree: LexborHTMLParser, selectors: Sequence[str], named: bool = False) -> list[Piece]:
    """The paragraphs of the posts, by the first selector that finds any, labelled with the names of their makers
    where these are `named` and every post has one; the names are not among the paragraphs.

    Puts line feeds into the tree.
    """
    for selector in selectors:
        nodes = tree.css(selector)[:_MOST]
        made = [list(_post(post)) for post in nodes]
        if sum(count(piece.text) for post in made for piece in post) >= _FEW:
            names = [_poster(post, selector) for post in nodes] if named else []
            if not all(names) or len(names) != len(made):
                names = [""] * len(made)
            return [replace(piece, label=name) for post, name in zip(made, names, strict=True) for piece in post]
    return []


def signed(text: Sequence[Piece], found: Sequence[Piece]) -> list[Piece]:
    """Pieces of a thread with the labels that the posts have in which they stand."""
    names = {key(piece.text): piece.label for piece in found if piece.label}
    return [replace(piece, label=piece.label or names.get(key(piece.text), "")) for piece in text]


def _poster(post: LexborNode, selector: str) -> str:
    """The maker of a post, named in an element around it that holds no other post."""
    above = post.parent
    for _ in range(_ABOVE):
        if above is None or above.tag == "body" or len(above.css(selector)) > 1:
            break
        if name := poster(above):
            return name
        above = above.parent
    return ""


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
