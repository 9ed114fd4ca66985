"""What a page says about itself: title, outlet, makers, dates, section, language, kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.head import jsonld
from coranto.article.head.dates import Stated, address, dated, day_of
from coranto.article.head.names import bylines, printed
from coranto.article.head.printed import date_lines, elsewhere, searched
from coranto.article.head.printed import published as from_lines
from coranto.article.head.title import outlet_of, pick, without_outlet
from coranto.data import rows
from coranto.text.normal import squeeze
from coranto.types import Byline, Dated, Evidence, Page
from coranto.types.article import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a page; `node` is its JSON-LD article, `lines` are the lines kept as evidence."""

    title: str = ""
    outlet: str = ""
    section: str = ""
    lang: str = ""
    kind: Kind = "news"
    byline: tuple[Byline, ...] = ()
    published: Dated = field(default_factory=Dated)
    updated: Dated = field(default_factory=Dated)
    lines: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    node: jsonld.Node = field(default_factory=dict)


_COPYRIGHT = re.compile(r"(?:©|&copy;|Copyright\b)[^<>{}\n]{4,120}")


@cache
def fields(name: str, kind: str = "meta") -> tuple[str, ...]:
    """The meta names, or with `kind` "select" the selectors, where markup states a field, best first."""
    return next((tuple(row.get(kind, ())) for row in rows("html_fields") if row["field"] == name), ())


class Metas:
    """The meta elements of a page by lower-case name."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._known: dict[str, list[str]] = {}
        for meta in tree.css("meta"):
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


def head(tree: LexborHTMLParser, page: Page, html: str) -> Head:
    """What the markup of a page says about it; every field may stay empty."""
    metas, found = Metas(tree), structured(tree)
    html_title = squeeze(_text(tree.css_first("head title") or tree.css_first("title")))
    url = page.url or metas.first("og:url") or _canonical(tree)
    node = jsonld.article(found, url, html_title) or {}
    publisher = jsonld.text(_referred(node.get("publisher"), found))
    names = (metas.first("og:site_name"), publisher, metas.first("application-name"))
    outlet, outlet_at = outlet_of(names, html_title, url)
    claims = {
        "json-ld headline": jsonld.text(node.get("headline") or node.get("name")),
        "meta og:title": metas.first("og:title"),
        "meta twitter:title": metas.first("twitter:title"),
        "title": html_title,
    }
    for name in filter(None, map(squeeze, names)):
        claims = {place: without_outlet(squeeze(claim), name) for place, claim in claims.items()}
    title, title_at = pick([_text(one) for one in tree.css("h1")[:12]], claims, outlet)
    makers, maker_line = _makers(tree, metas, node, found, outlet)
    printed_lines = date_lines(tree, fields("printed", "select"), day_of(page.captured))
    published = dated(_published(tree, metas, node, found, url), page.captured)
    if not published.value:
        published = from_lines(printed_lines, day_of(page.captured))
    if not published.value:
        published = searched(html, url, page.captured)
    evidence: tuple[Evidence, ...] = (
        Evidence(rule="title", text=title, where=title_at),
        Evidence(rule="outlet", text=outlet, where=outlet_at),
    )
    if node.get("isAccessibleForFree") in (False, "False", "false"):
        evidence = (*evidence, Evidence(rule="paywall flag", text="false", where="json-ld isAccessibleForFree"))
    return Head(
        title=title,
        outlet=outlet,
        section=_section(metas, node),
        lang=_lang(tree, metas, node),
        byline=makers,
        published=published,
        updated=dated(_updated(metas, node), page.captured),
        lines=(maker_line, *(line for line, _ in printed_lines[:4]), _copyright(html)),
        evidence=tuple(one for one in evidence if one.text),
        node=node,
    )


def _text(node: LexborNode | None) -> str:
    return squeeze(node.text(deep=True, separator=" "))[:2000] if node is not None else ""


def _copyright(html: str) -> str:
    """The last line of a page that claims its rights, for it names the owner."""
    lines = _COPYRIGHT.findall(html[-200_000:])
    return squeeze(unescape(lines[-1])) if lines else ""


def _canonical(tree: LexborHTMLParser) -> str:
    link = tree.css_first('link[rel="canonical"]')
    address_ = (link.attributes.get("href") or "") if link is not None else ""
    return address_ if address_.startswith("http") else ""


def _referred(value: Any, found: list[jsonld.Node]) -> Any:
    if isinstance(value, dict) and "name" not in value:
        return jsonld.by_id(found).get(str(value.get("@id", "")), value)
    return value


def _makers(
    tree: LexborHTMLParser, metas: Metas, node: jsonld.Node, found: list[jsonld.Node], outlet: str
) -> tuple[tuple[Byline, ...], str]:
    """The makers and the byline as printed: of json-ld, else of meta elements, else of the page."""
    lines = list(_printed_bylines(tree))
    shown = [" ".join(parts) for parts in lines]
    persons = ((printed(parts, outlet), line) for parts, line in zip(lines[:6], shown, strict=False))
    on_page, at = next(((makers, line) for makers, line in persons if makers), ((), shown[0] if shown else ""))
    known = jsonld.by_id(found)
    stated = [list(jsonld.people(node.get("author") or node.get("creator"), known))]
    stated += [[(content, False) for content in metas.all(name)] for name in fields("author")]
    makers = next((names for raw in stated if (names := bylines(raw, outlet))), ())
    # where the markup knows an organisation only, the page may still name its persons
    if on_page and all(maker.role == "organisation" for maker in makers):
        return (*on_page, *makers), at
    return makers, at


def _printed_bylines(tree: LexborHTMLParser) -> Iterator[list[str]]:
    """The pieces of text of each element that looks like a byline, the surest first."""
    for selector in fields("author", "select"):
        for node in tree.css(selector)[:3]:
            if node.tag in ("meta", "script", "body", "html") or elsewhere(node):
                continue
            parts = [squeeze(part) for part in node.text(deep=True, separator="\n")[:2000].split("\n")]
            parts = [part for part in parts if part]
            if 3 < sum(map(len, parts)) < 120:
                yield parts


def _published(
    tree: LexborHTMLParser, metas: Metas, node: jsonld.Node, found: list[jsonld.Node], url: str
) -> Iterator[Stated]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if value := jsonld.text(node.get(key)):
            yield Stated(words=value, rule="metadata", where=f"json-ld {key}")
    for name in fields("published"):
        if value := metas.first(name):
            yield Stated(words=value, rule="metadata", where=f"meta {name}")
    for other in found:
        if "webpage" in jsonld.types(other) and (value := jsonld.text(other.get("datePublished"))):
            yield Stated(words=value, rule="metadata", where="json-ld WebPage datePublished")
    yield from address(url)
    for selector in fields("published", "select"):
        for one in tree.css(selector)[:2]:
            value = one.attributes.get("content") or one.attributes.get("datetime") or ""
            yield Stated(words=value or _text(one), rule="time_element", where="time element")


def _updated(metas: Metas, node: jsonld.Node) -> Iterator[Stated]:
    if value := jsonld.text(node.get("dateModified")):
        yield Stated(words=value, rule="metadata", where="json-ld dateModified")
    for name in fields("updated"):
        if value := metas.first(name):
            yield Stated(words=value, rule="metadata", where=f"meta {name}")


def _section(metas: Metas, node: jsonld.Node) -> str:
    named = metas.first(*fields("section")) or jsonld.text(node.get("articleSection"))
    return squeeze(named)[:80] if not named.startswith("http") else ""


def _lang(tree: LexborHTMLParser, metas: Metas, node: jsonld.Node) -> str:
    root = tree.root
    stated = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    value = (
        stated or jsonld.text(node.get("inLanguage")) or metas.first("og:locale", "language", "content-language")
    )
    match = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", value.strip())
    return match.group().lower() if match else ""
