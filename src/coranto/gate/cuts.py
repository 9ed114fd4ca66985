"""Pages cut at known places, as walls and bad captures cut them, and their whole twins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from coranto.gate.material import page_of, rendered, said
from coranto.text.normal import squeeze
from coranto.types import Page

_BODY = re.compile(r'"articleBody"\s*:\s*"(?:[^"\\]|\\.)*"')
_SIGNS = re.compile(r"[\W_]+")
_BLOCK_NAMES = "p h1 h2 h3 h4 h5 h6 li blockquote div td dd dt figcaption span section pre"
_BLOCKS = tuple(_BLOCK_NAMES.split(" "))
_TELLING = 20
_LONGEST = 8000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One page of a set and how it is cut.

    `first` and `last` are the half-open range of gold paragraphs kept; of the last one `chars` characters (0: all
    of it). `dots` are set behind the text, `line` stands behind it as a wall's or a sign-up's. `form` is the
    page's: `html`, `dump` (the HTML rendered to text) or `plain` (title and text alone).
    """

    set: str
    id: str
    form: str
    kind: str
    first: int = 0
    last: int = 0
    chars: int = 0
    dots: str = ""
    line: str = ""

    @property
    def whole(self) -> bool:
        return self.kind == "whole"


def paragraphs_of(row: dict[str, Any]) -> list[str]:
    """The gold paragraphs of a row."""
    stated = row.get("paragraphs")
    lines = stated if isinstance(stated, list) else said(row, "text").split("\n")
    return [text for line in lines if isinstance(line, str) and (text := squeeze(line))]


def build(row: dict[str, Any], cut: Cut) -> Page | None:
    """The page of a row as `cut` leaves it; None where its paragraphs are not found in its HTML."""
    gold = paragraphs_of(row)
    if cut.form == "plain":
        lines = [said(row, "title"), *_kept(gold, cut), *([cut.line] if cut.line else [])]
        return page_of("\n\n".join(lines), "text/plain", row)
    html = _cut_html(said(row, "html"), gold, cut)
    if html is None:
        return None
    return page_of(html, "text/html", row) if cut.form == "html" else page_of(rendered(html), "text/plain", row)


def _kept(gold: Sequence[str], cut: Cut) -> list[str]:
    if cut.whole:
        return list(gold)
    kept = list(gold[cut.first : cut.last])
    return [*kept[:-1], _last(kept[-1], cut)] if kept else []


def _last(text: str, cut: Cut) -> str:
    return (text[: cut.chars].rstrip() if cut.chars else text) + cut.dots


def _cut_html(html: str, gold: Sequence[str], cut: Cut) -> str | None:
    root = parsed(html)
    if root is None:
        return None
    places = located(root, gold)
    found = [at for at, node in enumerate(places) if node is not None]
    if not found:
        return None
    if cut.whole:
        end = places[found[-1]]
        if cut.line and end is not None:
            _add_line(end, cut.line)
        return str(etree.tostring(root, encoding="unicode", method="html"))
    top, bottom = places[cut.first], places[cut.last - 1]
    first, last = places[found[0]], places[found[-1]]
    if top is None or bottom is None or first is None or last is None:
        return None
    if top is not first:
        _drop(root, None, first, top)
    if bottom is not last:
        _drop(root, bottom, last, None)
    if cut.chars or cut.dots:
        _shorten(bottom, _last(squeeze("".join(bottom.itertext())), cut))
    if cut.line:
        _add_line(bottom, cut.line)
    # a wall that holds the text back does not give it away in the page's structured data
    return _BODY.sub('"articleBody":""', str(etree.tostring(root, encoding="unicode", method="html")))


def parsed(html: str) -> HtmlElement | None:
    """The tree of a page, or None where there is none."""
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def located(root: HtmlElement, gold: Sequence[str]) -> list[HtmlElement | None]:
    """The innermost element of each gold paragraph, in order of the page; None where there is none."""
    by_key: dict[str, list[tuple[int, HtmlElement]]] = {}
    for place, node in enumerate(root.iter(*_BLOCKS)):
        text = "".join(node.itertext())
        if len(text) < _LONGEST and (key := _key(text)):
            by_key.setdefault(key, []).append((place, node))
    out: list[HtmlElement | None] = []
    at = -1
    for line in gold:
        key = _key(line)
        later = [one for one in by_key.get(key, ()) if one[0] > at] if len(key) >= _TELLING else []
        if not later:
            out.append(None)
            continue
        at, node = later[0]
        for deeper, inner in later[1:]:
            if node in inner.iterancestors():
                at, node = deeper, inner
        out.append(node)
    return out


def _key(text: str) -> str:
    return _SIGNS.sub("", text).casefold()


def _drop(root: HtmlElement, after: HtmlElement | None, first: HtmlElement, before: HtmlElement | None) -> None:
    """Takes out what stands behind `after` up to `first` itself; or from `first` up to `before`, itself kept."""
    order = list(root.iter())
    start = max(order.index(one) for one in after.iter()) + 1 if after is not None else order.index(first)
    end = order.index(before) if before is not None else order.index(first) + 1
    edge = before if before is not None else first
    holders = {*edge.iterancestors(), *(after.iterancestors() if after is not None else ())}
    if after is not None:
        after.tail = None
    gone: set[HtmlElement] = set()
    for node in order[start:end]:
        above = node.getparent()
        if node in holders or above is None:
            node.text = None if isinstance(node.tag, str) else node.text
            continue
        if above in gone:
            gone.add(node)
            continue
        gone.add(node)
        _take_out(node)


def _take_out(node: HtmlElement) -> None:
    above = node.getparent()
    if above is not None:
        node.tail = None
        above.remove(node)


def _shorten(node: HtmlElement, text: str) -> None:
    for child in list(node):
        node.remove(child)
    node.text = text


def _add_line(node: HtmlElement, line: str) -> None:
    above = node.getparent()
    if above is None:
        return
    holder = etree.Element("div")
    etree.SubElement(holder, "p").text = line
    holder.tail, node.tail = node.tail, None
    above.insert(above.index(node) + 1, holder)
