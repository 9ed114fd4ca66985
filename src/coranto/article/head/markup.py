"""The places of a page's markup that state things: meta elements, JSON-LD, the names of both as data rows."""

from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.head import jsonld
from coranto.data import rows
from coranto.text.normal import squeeze


@cache
def fields(name: str, kind: str = "meta") -> tuple[str, ...]:
    """The meta names, or with `kind` "select" the selectors, where markup states a field, best first."""
    return next((tuple(row.get(kind, ())) for row in rows("html_fields") if row["field"] == name), ())


class Metas:
    """The meta elements of a page by lower-case name."""

    def __init__(self, tree: LexborHTMLParser | None = None) -> None:
        self._known: dict[str, list[str]] = {}
        for meta in tree.css("meta") if tree is not None else ():
            named = meta.attributes
            name = named.get("property") or named.get("name") or named.get("itemprop") or ""
            if content := (named.get("content") or "").strip():
                self._known.setdefault(name.strip().lower(), []).append(content)

    def first(self, *names: str) -> str:
        """The first content of the first of the names that is there."""
        return next((found[0] for name in names if (found := self._known.get(name))), "")

    def all(self, name: str) -> list[str]:
        """Every content of a name."""
        return self._known.get(name, [])


def structured(tree: LexborHTMLParser) -> list[jsonld.Node]:
    """All JSON-LD nodes of a page."""
    blocks = tree.css('script[type*="ld+json"]')[:60]
    return jsonld.nodes([jsonld.parse(block.text(deep=True)) for block in blocks])


def text_of(node: LexborNode | None) -> str:
    """The text of an element as one line of at most 2,000 characters; empty for none."""
    return squeeze(node.text(deep=True, separator=" ")[:4000])[:2000] if node is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A parsed page with what was read of it once: `node` is the JSON-LD article, `title` the text of <title>."""

    tree: LexborHTMLParser
    html: str
    metas: Metas
    found: list[jsonld.Node]
    node: jsonld.Node
    title: str
    url: str


def read(tree: LexborHTMLParser, html: str, url: str) -> Markup:
    """The markup of a page; `url` is its address where that is known, else the page's own claim is taken."""
    metas, found = Metas(tree), structured(tree)
    title = text_of(tree.css_first("head title") or tree.css_first("title"))
    address = url or metas.first("og:url") or _canonical(tree)
    node = jsonld.article(found, address, title) or {}
    return Markup(tree=tree, html=html, metas=metas, found=found, node=node, title=title, url=address)


def _canonical(tree: LexborHTMLParser) -> str:
    link = tree.css_first('link[rel="canonical"]')
    address = (link.attributes.get("href") or "") if link is not None else ""
    return address if address.startswith("http") else ""
