"""A second opinion on the text of an HTML page: its lines as a text browser shows them, by the line model."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.draft import Piece
from coranto.article.dump.lines import label_lines
from coranto.article.dump.text import read_lines
from coranto.text.normal import squeeze
from coranto.text.tokens import count
from coranto.types.article import BlockKind

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "head",
        "title",
        "textarea",
        "select",
        "option",
        "button",
        "nav",
        "footer",
    ]
)
_KINDS: dict[str, BlockKind] = {"body": "body", "bullet": "bullet", "head": "head", "dek": "dek"}
_DEEP = 60
_EMPTY = 600
_RUNNING = 60
_MORE, _EXTRA = 2.2, 250
_HELD = 0.75


def lines_of(tree: LexborHTMLParser, unseen: frozenset[str] = UNSEEN) -> list[str]:
    """The lines of a page, one for each block of running text that stands in no element of `unseen`."""
    lines: list[str] = []
    parts: list[str] = []
    last = None
    if tree.body is None:
        return []
    for node in tree.body.traverse(include_text=True):
        if node.tag == "br":
            last = None
        elif node.tag == "-text":
            block = _block(node, unseen)
            if block is None:
                continue
            if block != last and parts:
                lines.append(squeeze("".join(parts)))
                parts = []
            parts.append(node.text_content or "")
            last = block
    lines.append(squeeze("".join(parts)))
    return [line for line in lines if line]


def _block(node: LexborNode, unseen: frozenset[str]) -> int | None:
    """The identity of the block that a text stands in; None where a browser doesn't show it."""
    above = node.parent
    found = None
    for _ in range(_DEEP):
        if above is None or above.tag == "body":
            break
        if above.tag in unseen:
            return None
        if found is None and above.tag not in _INLINE:
            found = above.mem_id
        above = above.parent
    return found or 0


def judged(tree: LexborHTMLParser) -> list[Piece]:
    """The lines of a page that the line model takes for its article or its posts; where a page shows nothing
    without its scripts, of what it keeps for readers without them."""
    lines = lines_of(tree)
    if sum(map(len, lines)) < _EMPTY:
        lines = lines_of(tree, UNSEEN - {"noscript"})
    labelled = label_lines(read_lines("\n".join(lines)))
    return [Piece(kind=_KINDS[one.label], text=one.line.text) for one in labelled if one.label in _KINDS]


def second(tree: LexborHTMLParser, found: list[Piece]) -> list[Piece]:
    """What was found, or what the line model finds where that holds it and is more than twice as long.

    The model is asked only where the page has that much more running text at all. Takes scripts and styles out
    of the tree.
    """
    for hidden in tree.css("script, style"):
        hidden.decompose()
    have = sum(count(piece.text) for piece in found)
    body = tree.body.text(deep=True, separator="\n") if tree.body is not None else ""
    running = sum(line.count(" ") for line in body.split("\n") if len(line) > _RUNNING)
    if running < _MORE * have or running - have < _EXTRA:
        return found
    other = judged(tree)
    size = sum(count(piece.text) for piece in other)
    if size < _MORE * have or size - have < _EXTRA or not _holds(other, found):
        return found
    return other


def _holds(other: list[Piece], found: list[Piece]) -> bool:
    """Whether most of the words found stand in the other text too."""
    known = {word for piece in other for word in piece.text.split()}
    words = [word for piece in found for word in piece.text.split()]
    return sum(word in known for word in words) >= _HELD * len(words)
