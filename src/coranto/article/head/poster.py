"""The member of a forum who wrote a post, by the elements in which forum programs name one."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.head.markup import fields
from coranto.text.normal import squeeze

_LONGEST, _LINKS = 40, 3


def poster(around: LexborHTMLParser | LexborNode) -> str:
    """The name of the first member that a page, or an element of it, names as the author of a post; or nothing."""
    selectors = fields("author", "poster")
    if around.css_first(", ".join(selectors)) is None:
        return ""
    found = (node for selector in selectors for node in around.css(selector)[:_LINKS])
    return next(filter(None, map(_name, found)), "")


def _name(node: LexborNode) -> str:
    text = node.attributes.get("content") or node.text(deep=True, separator="\n")[:200]
    name = next(filter(None, map(squeeze, text.split("\n"))), "")
    return name if 1 < len(name) < _LONGEST else ""
