"""Two other ways to the paragraphs: those that the structured data repeat, and all of them."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.draft import Piece
from coranto.article.head import jsonld
from coranto.text.normal import ascii_fold, squeeze
from coranto.text.tokens import count
from coranto.types.article import BlockKind

_WORD = re.compile(r"\w+")
_TAGS = re.compile(r"<[^>]{1,400}>")
_BLOCKS = "p, h2, h3, h4, li, blockquote"
_HEADS = ("h2", "h3", "h4")
_OUTSIDE = ("nav", "footer", "aside", "header", "form", "figure", "figcaption")
_MAX_BLOCKS = 4000
_LONG_ENOUGH = 60
_MOSTLY = 0.5
_CONFIRMED = 0.85
_APART = 1.25
_FEW = 12
_MAX_POSTS = 200


def from_structured(tree: LexborHTMLParser, node: jsonld.Node) -> tuple[list[Piece], list[Piece]]:
    """The paragraphs of the page that `articleBody` of its JSON-LD repeats, and all from the first of them
    to the last.

    Both are empty unless the body is long and most of it stands on the page (the first also unless nearly
    all does): publishers put teasers and other articles there too.
    """
    body = node.get("articleBody")
    if not isinstance(body, str) or count(body) < _LONG_ENOUGH:
        return [], []
    whole = _key(_TAGS.sub(" ", jsonld.text(body)))
    blocks = [(_piece(block), _outside(block)) for block in _blocks(tree)]
    found: list[int] = []
    at = covered = 0
    for number, (piece, _) in enumerate(blocks):
        key = _key(piece.text)
        place = whole.find(key, at) if len(key) > 24 else (at if key and whole.startswith(key, at) else -1)
        if place >= 0:
            found.append(number)
            covered += len(key)
            at = place + len(key)
    if covered < _MOSTLY * len(whole):
        return [], []
    span = [piece for piece, outside in blocks[found[0] : found[-1] + 1] if not outside]
    return ([blocks[number][0] for number in found] if covered >= _CONFIRMED * len(whole) else []), span


def all_paragraphs(tree: LexborHTMLParser) -> list[Piece]:
    """The paragraphs with a sentence in them that stand outside navigation, sidebars and forms."""
    pieces = [_piece(block) for block in _blocks(tree) if block.tag == "p" and not _outside(block)]
    return [piece for piece in pieces if count(piece.text) > 7]


def posts(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> list[Piece]:
    """The paragraphs of the posts of a forum page, by the first selector that finds any."""
    for selector in selectors:
        found = [piece for post in tree.css(selector)[:_MAX_POSTS] for piece in _post(post)]
        if _words(found) >= _FEW:
            return found
    return []


def _post(post: LexborNode) -> Iterator[Piece]:
    for breaking in post.css("br, p, li, div, pre, blockquote"):
        breaking.insert_after("\n")
        breaking.insert_before("\n")
    for line in post.text(deep=True).split("\n"):
        if text := squeeze(line):
            yield Piece(kind="post", text=text)


def best(tree: LexborHTMLParser, node: jsonld.Node, found: list[Piece]) -> list[Piece]:
    """What was found, unless the page's own structured data show that much is missing or too much.

    A standfirst before the first paragraph of the body is kept; with nothing found, all paragraphs.
    """
    if sum(count(piece.text) for piece in found) < _FEW:
        found = max(found, all_paragraphs(tree), key=_words)
    stated, span = from_structured(tree, node)
    surest = stated or span
    if _words(found) < _words(surest) / _APART:
        return surest
    if not stated or _words(found) < _APART * _words(stated):
        return found
    keys = {_key(piece.text) for piece in stated}
    first = next((at for at, piece in enumerate(found) if _key(piece.text) in keys), 0)
    return [*(piece for piece in found[:first][:2] if piece.kind != "head"), *stated]


def _words(pieces: list[Piece]) -> int:
    return sum(count(piece.text) for piece in pieces)


def _blocks(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    for block in tree.css(_BLOCKS)[:_MAX_BLOCKS]:
        # a list item or quotation with paragraphs of its own is given by those
        if block.tag == "p" or block.css_first("p") is None:
            yield block


def _piece(block: LexborNode) -> Piece:
    kind: BlockKind = "head" if block.tag in _HEADS else "bullet" if block.tag == "li" else "body"
    return Piece(kind=kind, text=squeeze(block.text(deep=True)))


def _outside(block: LexborNode) -> bool:
    above = block.parent
    for _ in range(12):
        if above is None:
            return False
        if above.tag in _OUTSIDE:
            return True
        above = above.parent
    return False


def _key(text: str) -> str:
    return "".join(_WORD.findall(ascii_fold(text)))
