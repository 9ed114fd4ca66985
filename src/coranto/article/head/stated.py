"""The dates of a page: of publication and of the last change, from markup first, then as printed, then searched."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from coranto.article.head import jsonld
from coranto.article.head.dates import Stated, address, dated, day_of
from coranto.article.head.local import localised, migrated
from coranto.article.head.markup import Markup, fields, text_of
from coranto.article.head.printed import date_lines, elsewhere, everywhere, near, published, searched, updated
from coranto.types import Dated

_CREATED = ("datePublished", "dateCreated", "uploadDate", "coverageStartTime")
_LATER = ("updat", "modif")
_TIMES = 12


def dates(known: Markup, captured: str, zone: str = "") -> tuple[Dated, Dated, list[str]]:
    """The dates of publication and of the last change, either of which may be empty, and the printed date lines.

    `zone` is the outlet's, assumed for a printed clock time. Only a page that states no date is read by the names
    of its elements too, and searched at last.
    """
    bound = day_of(captured)
    first = dated(_published(known), captured)
    lines = near(known.tree, bound)
    if not first.value:
        lines = [*date_lines(known.tree, fields("printed", "select"), bound), *lines]
        first = published(lines, bound, zone)
    if not first.value:
        first = searched(known.html, known.url, captured)
    if not first.value:
        first = published(everywhere(known.tree, bound), bound, zone)
    if not first.value:
        first = searched(known.html, known.url, captured, extensive=True)
    last = dated(_updated(known), captured)
    if not last.value:
        last = updated(lines, bound, zone)
    first = migrated(first, last, lines, zone)
    first = localised(first, lines, dated(address(known.url), captured))
    return first, last if _after(first, last) else Dated(), [line for line, _ in lines]


def _after(first: Dated, last: Dated) -> bool:
    """Whether a change is not before the publication, as some pages have it that were moved."""
    return first.start is None or last.start is None or last.start >= first.start


def _published(known: Markup) -> Iterator[Stated]:
    for key in _CREATED:
        if value := jsonld.text(known.node.get(key)):
            yield Stated(words=value, rule="metadata", where=f"json-ld {key}")
    for name in fields("published"):
        if value := known.metas.first(name):
            yield Stated(words=value, rule="metadata", where=f"meta {name}")
    for other in known.found:
        if "webpage" in jsonld.types(other) and (value := jsonld.text(other.get("datePublished"))):
            yield Stated(words=value, rule="metadata", where="json-ld WebPage datePublished")
    yield from address(known.url)
    yield from _elements(known)


def _elements(known: Markup) -> Iterator[Stated]:
    """Time elements in order of trust, those of comments and other articles last of those named as of publication
    and not at all of others, and not those of a change."""
    outside: list[LexborNode] = []
    for selector in fields("published", "select"):
        for one in known.tree.css(selector)[:_TIMES]:
            if _later(one):
                continue
            if one.tag == "meta" or not elsewhere(one):
                yield _element(one)
            elif not selector.endswith("time[datetime]"):
                outside.append(one)
    yield from map(_element, outside)


def _element(one: LexborNode) -> Stated:
    value = one.attributes.get("content") or one.attributes.get("datetime") or ""
    return Stated(words=value or text_of(one), rule="time_element", where="time element")


def _later(node: LexborNode) -> bool:
    """Whether a time element says, by its class or the words before it, that it is of a change."""
    above = node.parent
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}"
    if above is not None:
        named += f" {above.attributes.get('class') or ''}"
        before = above.text(deep=True, separator=" ")[:80].strip().lower()
        if before.startswith(_LATER):
            return True
    return any(word in named.lower() for word in _LATER)


def _updated(known: Markup) -> Iterator[Stated]:
    if value := jsonld.text(known.node.get("dateModified")):
        yield Stated(words=value, rule="metadata", where="json-ld dateModified")
    for name in fields("updated"):
        if value := known.metas.first(name):
            yield Stated(words=value, rule="metadata", where=f"meta {name}")
