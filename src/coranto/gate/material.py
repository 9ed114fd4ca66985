"""Rows of the sets as pages and articles."""

from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from coranto.gate.metrics.text import shingles
from coranto.text.normal import squeeze
from coranto.text.sentences import sentences
from coranto.types import Article, Block, Dated, Hints, Page, Reading, Sentence
from coranto.types.ids import digest, digest_bytes

_BLOCK_NAMES = (
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frame h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol "
    "optgroup option p pre section select summary table tbody td tfoot th thead title tr ul video audio"
)
_UNSEEN_NAMES = "head script style noscript template svg math object textarea canvas"
_MAIN = 0.9
_BLOCKS, _UNSEEN = frozenset(_BLOCK_NAMES.split()), frozenset(_UNSEEN_NAMES.split())


def said(row: dict[str, Any], key: str) -> str:
    """A string of a row; empty where it is missing or something else."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def html_page(row: dict[str, Any]) -> Page:
    """The captured page of a row with `html`."""
    return page_of(said(row, "html"), "text/html", row)


def dump_page(row: dict[str, Any]) -> Page:
    """The same page as a text browser shows it: a text/plain page."""
    return page_of(rendered(said(row, "html")), "text/plain", row)


def trimmed_page(row: dict[str, Any]) -> Page:
    """The main part of the same page alone: a text/plain page."""
    return page_of(rendered(said(row, "html"), said(row, "text")), "text/plain", row)


def text_page(row: dict[str, Any]) -> Page:
    """The page of a row whose text is plain already, with what its container says of it."""
    return page_of(said(row, "text"), "text/plain", row)


def page_of(text: str, media: Any, row: dict[str, Any]) -> Page:
    body = text.encode("utf-8", "replace")
    url, captured = said(row, "url"), said(row, "crawl_date") or said(row, "seen")
    ident = digest("page", digest_bytes(body), url, captured)
    hints = Hints()
    if "html" not in row:
        hints = Hints(title=said(row, "title"), outlet=said(row, "outlet"), published=said(row, "date"))
    return Page(
        id=ident, path=str(row.get("id", "")), media=media, body=body, url=url, charset="utf-8",
        captured=captured, hints=hints,
    )  # fmt: skip


def rendered(html: str, gold: str = "") -> str:
    """HTML as text, tags gone, one line per block of the whole page, or of the smallest element that holds nine
    tenths of `gold`; nothing is cleaned away but what a browser does not show."""
    from lxml import etree
    from lxml.html import HTMLParser

    body = html.encode("utf-8", "replace")
    try:
        root = etree.fromstring(body, HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    if not _lines(root):  # a page that its scripts make: what it keeps for readers without them
        etree.strip_tags(root, "noscript")
    return "\n".join(_lines(_main_part(root, gold) if gold else root))


def _main_part(root: Any, gold: str) -> Any:
    """The smallest element whose lines hold nine tenths of the four-word runs of the gold text."""
    known = set(shingles(gold))
    node, inner = root, root
    while inner is not None:
        node = inner
        seen = (one for one in node if isinstance(one.tag, str) and one.tag not in _UNSEEN)
        inner = next((one for one in seen if len(known & _shingles_in(one)) >= _MAIN * len(known)), None)
    return node


def _shingles_in(root: Any) -> set[tuple[str, ...]]:
    return set(shingles("\n".join(_lines(root))))


def _lines(root: Any) -> list[str]:
    """The lines of an element, one per block."""
    from lxml import etree

    lines: list[str] = []
    line: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        name = node.tag if isinstance(node.tag, str) else ""
        if name in _BLOCKS:
            lines.append("".join(line))
            line = []
        if event == "start":
            if name in _UNSEEN:
                walk.skip_subtree()
            elif name:
                line.append(node.text or "")
        elif node is not root:
            line.append(node.tail or "")
    lines.append("".join(line))
    return [kept for kept in map(squeeze, lines) if kept]


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row whose title, text and date are clean already; no cleaning room takes part."""
    title, outlet, text = said(row, "title"), said(row, "outlet"), said(row, "text")
    day = day_of(said(row, "date"))
    ident = digest("art", title, text, outlet, day or "", row.get("id", ""))
    spans = list(sentences(text))
    published = Dated()
    if day is not None:
        published = Dated(
            value=day.isoformat(), start=day, end=day + timedelta(days=1), precision="day", known="container"
        )
    return Article(
        id=ident, page=digest("page", ident), path=str(row.get("id", "")), url=said(row, "url"), title=title,
        outlet=outlet, text=text, published=published,
        blocks=(Block(kind="body", start=0, end=len(text)),),
        sentences=tuple(
            Sentence(index=at, start=start, end=end, paragraph=paragraph)
            for at, (start, end, paragraph) in enumerate(spans)
        ),
    )  # fmt: skip


def day_of(value: str) -> date | None:
    """The day of an ISO date or time, or None."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def jittered(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its date moved by -1, 0 or +1 day, by a fixed hash of its id."""
    day = day_of(said(row, "date"))
    if day is None:
        return row
    shift = blake2b(str(row.get("id", "")).encode("utf-8", "replace"), digest_size=8).digest()[0] % 3 - 1
    return {**row, "date": (day + timedelta(days=shift)).isoformat()}


def no_reading(article: Article) -> Reading:
    """A reading that found nothing."""
    return Reading(article=article.id)
