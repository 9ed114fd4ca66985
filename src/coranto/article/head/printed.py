"""Dates that stand on the page for people: short lines near the headline, and htmldate's search after them."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from htmldate import find_date
from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.dates.find import Found, find_dates
from coranto.article.dates.find import dated as printed_dated
from coranto.article.head.dates import Stated, dated
from coranto.text.normal import squeeze
from coranto.types import Dated

_NOW = re.compile(
    r"current|today|clock|weather|copyright|footer|(?<![\w-])sidebar|related|comment|widget|calendar|teaser|nav"
)
Line = tuple[str, Found]
_OUTSIDE = ("nav", "footer", "aside")
_LONG = 160
_LOOKED_AT = 200
_SHORT = 90
_TEXTS, _WALKED = 4000, 60_000
_BEFORE = 12
_PARAGRAPHS = 3
_LITTLE = 28
_UNSEEN = ("script", "style", "noscript", "template", "option", "button")
_KEPT = 8
_LAST = "2100-01-01"


def date_lines(tree: LexborHTMLParser, selectors: tuple[str, ...], captured: date | None) -> list[Line]:
    """Short lines with a date and the first date of each, as the page orders them, at most eight."""
    lines: dict[str, Found] = {}
    for node in tree.css(", ".join(selectors))[:_LOOKED_AT]:
        line = squeeze(node.text(deep=True, separator=" ")[: 4 * _LONG])
        if (
            not 5 < len(line) <= _LONG
            or line in lines
            or not any(char.isdigit() for char in line)
            or elsewhere(node)
        ):
            continue
        if found := find_dates(line, captured):
            lines[line] = found[0]
        if len(lines) == _KEPT:
            break
    return list(lines.items())


def elsewhere(node: LexborNode) -> bool:
    """Whether a node stands in a part of the page that is not about this article."""
    above: LexborNode | None = node
    for _ in range(8):
        if above is None:
            return False
        named = f"{above.attributes.get('class') or ''} {above.attributes.get('id') or ''}".lower()
        if above.tag in _OUTSIDE or (above.tag not in ("body", "html") and _NOW.search(named)):
            return True
        above = above.parent
    return False


def near(tree: LexborHTMLParser, captured: date | None) -> list[Line]:
    """Short lines of text around the first heading with the first date of each, at most eight, those behind the
    heading first; where they stand and not how their elements are named tells that they are of the article."""
    heading = tree.css_first("h1")
    first: dict[str, Found] = {}
    long = 0
    for line, node in islice(_texts(tree.body if heading is None else heading), _TEXTS):
        long += len(line) > _SHORT
        if len(first) == _KEPT or long > _PARAGRAPHS:
            break
        _keep(first, line, node, captured)
    if heading is not None:
        for line, node in reversed(list(islice(_texts(heading, back=True), _BEFORE))):
            _keep(first, line, node, captured)
    return list(first.items())[:_KEPT]


def everywhere(tree: LexborHTMLParser, captured: date | None) -> list[Line]:
    """Lines of the whole page that are a date, with its label or without, and little else."""
    lines: dict[str, Found] = {}
    for line, node in islice(_texts(tree.body), _TEXTS):
        _keep(lines, line, node, captured)
    return [(line, found) for line, found in lines.items() if len(line) - len(found.text) < _LITTLE]


def _keep(lines: dict[str, Found], line: str, node: LexborNode, captured: date | None) -> None:
    if not 5 < len(line) <= _SHORT or line in lines or not any(map(str.isdigit, line)):
        return
    found = find_dates(line, captured)
    if found and not found[0].yearless and not elsewhere(node):
        lines[line] = found[0]


def _texts(start: LexborNode | None, back: bool = False) -> Iterator[tuple[str, LexborNode]]:
    """The visible pieces of text of a page from an element on, or from before it `back`, each as one line, and the
    elements that hold them."""
    node = start if start is None or not back else _beside(start, back)
    for _ in range(_WALKED):
        if node is None:
            return
        inner = None
        if node.tag == "-text":
            if (line := squeeze((node.text_content or "")[: 2 * _LONG])) and node.parent is not None:
                yield line, node.parent
        elif node.tag not in _UNSEEN:
            inner = node.last_child if back else node.first_child
        node = inner if inner is not None else _beside(node, back)


def _beside(node: LexborNode, back: bool) -> LexborNode | None:
    """The node after one and all that it holds, or `back` the one before it; none at the end of the body."""
    at: LexborNode | None = node
    while at is not None and at.tag != "body":
        following = at.prev if back else at.next
        if following is not None:
            return following
        at = at.parent
    return None


def published(lines: list[Line], captured: date | None, zone: str = "") -> Dated:
    """The date that a printed line gives: one labelled as of publication, else the first without a label, else one
    of a change, for a page without another was not published later."""
    return _labelled(lines, captured, zone, ("published", "", "updated"))


def updated(lines: list[Line], captured: date | None, zone: str = "") -> Dated:
    """The date of a change that a printed line gives, by its label."""
    return _labelled(lines, captured, zone, ("updated",))


def _labelled(lines: list[Line], captured: date | None, zone: str, labels: tuple[str, ...]) -> Dated:
    fit = [(line, found) for line, found in lines if captured is None or found.day <= captured]
    for label in labels:
        for line, found in fit:
            if found.label == label:
                return printed_dated(found, zone, known="printed", where=f"line {line[:80]!r}")
    return Dated()


def searched(html: str, url: str, captured: str, extensive: bool = False) -> Dated:
    """The date that htmldate (Barbaresi 2020) finds in a page, with its own rules for markup and, if `extensive`,
    its slow ones for text.

    A first of January that the page does not write out is only a year to htmldate, and no date.
    """
    last = captured[:10] or _LAST
    found = find_date(html, original_date=True, extensive_search=extensive, url=url or None, max_date=last)
    if found and found.endswith("-01-01") and not _written_out(found, html):
        return Dated()
    return dated(_stated(found), captured)


def _written_out(found: str, html: str) -> bool:
    return found in html or re.search(rf"(?<!\d)0?1(?:[./]0?1[./]|,? ){found[:4]}", html) is not None


def _stated(found: str | None) -> Iterator[Stated]:
    if found:
        yield Stated(words=found, rule="htmldate", where="page", known="printed")
