"""HTML rendered to plain text as a text browser would, with what the markup says each line is."""

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
    ]
)
PARAGRAPHS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "section", "article"]
)
SKIP = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "head", "textarea", "title"])
_TAGS = {
    "h1": "title", "h2": "head", "h3": "head", "h4": "head", "h5": "head", "li": "bullet", "figcaption": "caption",
    "aside": "teaser", "nav": "furniture", "footer": "furniture", "button": "furniture", "time": "date",
}  # fmt: skip
_CLASSES = (
    ("caption", re.compile(r"caption|image-credit|photo-credit")),
    (
        "teaser",
        re.compile(r"related|recommend|promo\b|teaser|trending|popular|more-from|read-next|also-like|outbrain"),
    ),
    ("byline", re.compile(r"byline|\bauthor(?:-name)?\b")),
    ("date", re.compile(r"\b(?:post|entry|publish(?:ed)?|article)[-_]?(?:date|time)|dateline|timestamp")),
    ("dek", re.compile(r"\bdek\b|standfirst|subtitle|sub-?headline|\bsummary\b|\bdeck\b")),
    ("member", re.compile(r"user-?(?:info|card|details|cell|title)|avatar|post-?author|message-user|poster")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its text, what its markup says it is (`p` for nothing), whether a blank line stands before it,
    whether it is one link, and whether it is of the article."""

    text: str
    kind: str = "p"
    gap: bool = False
    link: bool = False
    wanted: bool = False


@dataclass(slots=True)
class _Page:
    links: bool
    rows: list[Row]
    parts: list[str]
    kind: str = "p"
    gap: bool = False
    plain: bool = False

    def end(self, gap: bool) -> None:
        """Ends the line that is being read."""
        text = " ".join("".join(self.parts).split())
        if text:
            self.rows.append(Row(text, self.kind, self.gap, not self.plain))
            self.gap = False
        self.gap = self.gap or gap
        self.parts, self.plain = [], False


def render(node: LexborNode | None, links: bool = False) -> list[Row]:
    """The lines of an element, block by block; `links` puts each link that stands outside of a paragraph on a
    line of its own, as programs do that read a page's layout."""
    page = _Page(links, [], [])
    if node is not None:
        _walk(node, page, "p", False)
        page.end(False)
    return page.rows


def body_of(html: str) -> LexborNode | None:
    """The body of a page without what a browser does not show; where that leaves nothing, with what it keeps for
    readers without scripts."""
    for hidden in (SKIP, SKIP - {"noscript"}):
        tree = LexborHTMLParser(html)
        for tag in hidden - {"head", "title"}:
            for one in tree.css(tag):
                one.decompose()
        if tree.body is None or tree.body.text(deep=True).strip():
            break
    return tree.body


def _kind(node: LexborNode, tag: str, kind: str) -> str:
    """What an element's name or class says of its text; the inner element counts, a sidebar holds for all of it."""
    if kind in ("teaser", "furniture", "caption", "member"):
        return kind
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
    said = next((name for name, pattern in _CLASSES if pattern.search(named)), "") if named.strip() else ""
    return said or _TAGS.get(tag) or kind


def _walk(node: LexborNode, page: _Page, kind: str, linked: bool) -> None:
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if tag == "-text":
            text = (child.text_content or "").replace("\n", " ")
            if text.strip() and not any(part.strip() for part in page.parts):
                page.kind = kind
            page.plain = page.plain or (bool(text.strip()) and not linked)
            page.parts.append(text)
        elif (tag not in SKIP or tag == "noscript") and not tag.startswith(("-", "!", "_")):
            edge, inside = tag in BLOCKS or (page.links and tag == "a"), page.links
            if edge:
                page.end(tag in PARAGRAPHS)
            page.links = page.links and tag not in ("p", "h1", "h2", "h3", "blockquote")
            _walk(child, page, _kind(child, tag, kind), linked or tag == "a")
            page.links = inside
            if edge:
                page.end(tag in PARAGRAPHS)
        child = child.next


def without_gaps(rows: list[Row]) -> list[Row]:
    """The lines without blank lines between them."""
    return [replace(row, gap=False) for row in rows]
