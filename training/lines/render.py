"""HTML rendered to plain text as a text browser would: one line per block, tags gone."""

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
SKIP = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "head", "textarea"])


def render(html: str, blank: bool = True, root: str = "body", links: bool = False) -> str:
    """The text of a page, block by block; `blank` puts blank lines around paragraphs, `links` puts each link
    that stands outside of a paragraph on a line of its own, as programs do that read a page's layout."""
    tree = LexborHTMLParser(html)
    node = tree.css_first(root) or tree.body
    out: list[str] = []
    if node is not None:
        _walk(node, out, blank, links)
    lines = [" ".join(line.split()) for line in "".join(out).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()


def _walk(node: LexborNode, out: list[str], blank: bool, links: bool) -> None:
    child = node.child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            out.append((child.text_content or "").replace("\n", " "))
        elif tag not in SKIP and tag is not None and not tag.startswith(("-", "!", "_")):
            edge = (
                ("\n\n" if blank and tag in PARAGRAPHS else "\n") if tag in BLOCKS or (links and tag == "a") else ""
            )
            out.append(edge)
            _walk(child, out, blank, links and tag not in ("p", "h1", "h2", "h3", "blockquote"))
            out.append(edge)
        child = child.next
