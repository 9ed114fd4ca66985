"""Dates that stand on the page for people: short lines near the headline, and htmldate's search after them."""

import re
from collections.abc import Iterator
from datetime import date

from htmldate import find_date
from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.dates.find import Found, find_dates
from coranto.article.dates.find import dated as printed_dated
from coranto.article.head.dates import Stated, dated
from coranto.text.normal import squeeze
from coranto.types import Dated

_NOW = re.compile(
    r"current|today|clock|weather|copyright|footer|sidebar|related|comment|widget|calendar|teaser|nav"
)
Line = tuple[str, Found]
_OUTSIDE = ("nav", "footer", "aside")
_LONG = 160
_LOOKED_AT = 200
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


def published(lines: list[Line], captured: date | None) -> Dated:
    """The date that a printed line gives: one labelled as of publication, else the first without a label."""
    fit = [(line, found) for line, found in lines if captured is None or found.day <= captured]
    for label in ("published", ""):
        for line, found in fit:
            if found.label == label:
                return printed_dated(found, known="printed", where=f"line {line[:80]!r}")
    return Dated()


def searched(html: str, url: str, captured: str) -> Dated:
    """The date that htmldate (Barbaresi 2020) finds in a page, with its own rules for markup and text."""
    found = find_date(html, original_date=True, url=url or None, max_date=captured[:10] or _LAST)
    return dated(_stated(found), captured)


def _stated(found: str | None) -> Iterator[Stated]:
    if found:
        yield Stated(words=found, rule="htmldate", where="page", known="printed")
