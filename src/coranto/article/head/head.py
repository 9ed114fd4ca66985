"""What a page says about itself: title, outlet, makers, dates, section, language, kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from coranto.article.head import jsonld
from coranto.article.head.dates import Stated, address, dated, day_of
from coranto.article.head.headline import headings, pick
from coranto.article.head.makers import makers
from coranto.article.head.markup import Markup, Metas, fields
from coranto.article.head.markup import read as read_markup
from coranto.article.head.printed import date_lines, searched
from coranto.article.head.printed import published as from_lines
from coranto.article.head.title import outlet_of, without_outlet
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


def head(tree: LexborHTMLParser, page: Page, html: str) -> Head:
    """What the markup of a page says about it; every field may stay empty."""
    known = read_markup(tree, html, page.url)
    metas, node, found, url = known.metas, known.node, known.found, known.url
    publisher = jsonld.text(_referred(node.get("publisher"), found))
    names = (metas.first("og:site_name"), publisher, metas.first("application-name"))
    outlet, outlet_at = outlet_of(names, known.title, url)
    title, title_at = _title(known, names, outlet)
    byline, byline_line = makers(known, outlet)
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
        byline=byline,
        published=published,
        updated=dated(_updated(metas, node), page.captured),
        lines=(byline_line, *(line for line, _ in printed_lines[:4]), _copyright(html)),
        evidence=tuple(one for one in evidence if one.text),
        node=node,
    )


def _title(known: Markup, names: tuple[str, ...], outlet: str) -> tuple[str, str]:
    claims = {
        "json-ld headline": jsonld.text(known.node.get("headline") or known.node.get("name")),
        "meta og:title": known.metas.first("og:title"),
        "meta twitter:title": known.metas.first("twitter:title"),
        "title": known.title,
    }
    for name in filter(None, map(squeeze, names)):
        claims = {place: without_outlet(squeeze(claim), name) for place, claim in claims.items()}
    return pick(headings(known.tree), claims, outlet, news=jsonld.is_news(known.node), html=known.html)


def _text(node: LexborNode | None) -> str:
    return squeeze(node.text(deep=True, separator=" "))[:2000] if node is not None else ""


def _copyright(html: str) -> str:
    """The last line of a page that claims its rights, for it names the owner."""
    lines = _COPYRIGHT.findall(html[-200_000:])
    return squeeze(unescape(lines[-1])) if lines else ""


def _referred(value: Any, found: list[jsonld.Node]) -> Any:
    if isinstance(value, dict) and "name" not in value:
        return jsonld.by_id(found).get(str(value.get("@id", "")), value)
    return value


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
