"""What a page says about itself: title, outlet, makers, dates, section, language, kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from coranto.article.head import jsonld
from coranto.article.head.carried import carried
from coranto.article.head.headline import headings, pick
from coranto.article.head.makers import makers, signed
from coranto.article.head.markup import Markup, Metas, fields
from coranto.article.head.markup import read as read_markup
from coranto.article.head.notes import flags, notes
from coranto.article.head.stated import dates
from coranto.article.head.title import outlet_of, suffix, topic, without_outlet
from coranto.article.outlet import by_name
from coranto.text.normal import squeeze
from coranto.types import Byline, Dated, Evidence, Page
from coranto.types.article import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a page; `node` is its JSON-LD article, `found` all nodes; `lines` are kept as evidence."""

    title: str = ""
    outlet: str = ""
    carrier: str = ""
    section: str = ""
    lang: str = ""
    kind: Kind = "news"
    byline: tuple[Byline, ...] = ()
    published: Dated = field(default_factory=Dated)
    updated: Dated = field(default_factory=Dated)
    lines: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()
    node: jsonld.Node = field(default_factory=dict)
    found: list[jsonld.Node] = field(default_factory=list)
    metas: Metas = field(default_factory=Metas)


_COPYRIGHT = re.compile(r"(?:©|&copy;|Copyright\b)[^<>{}\n]{4,120}")
_RIGHTS = ("©", "&copy;", "Copyright")
_CLAIMS, _END = 20, 200_000
_REPEATED = 3
_LONGEST, _LONGEST_NAME, _LONGEST_OUTLET = 1000, 200, 60


def head(tree: LexborHTMLParser, page: Page, html: str) -> Head:
    """What the markup of a page says about it; every field may stay empty."""
    known = read_markup(tree, html, page.url)
    publisher = jsonld.text(_referred(known.node.get("publisher"), known.found))
    said = (known.metas.first("og:site_name"), publisher, known.metas.first("application-name"))
    names = tuple(name[:_LONGEST_NAME] for name in said)
    outlet, outlet_at = outlet_of(names, known.title, known.url)
    if not outlet and (own := suffix(known.title)) and known.html.count(own) >= _REPEATED:
        # a page without an address that repeats the end of its title is of that site
        outlet, outlet_at = by_name(own).name or own, "title"
    provider, provider_at = carried(known, outlet)
    title, title_at = _title(known, names, outlet)
    byline, byline_line = makers(known, provider or outlet)
    published, updated, lines = dates(known, page.captured, by_name(provider or outlet).zone)
    byline = byline or signed(lines, provider or outlet)
    noted = notes(known)
    return Head(
        title=title,
        outlet=provider or outlet,
        carrier=outlet if provider else "",
        section=_section(known),
        lang=_lang(known),
        byline=byline,
        published=published,
        updated=updated,
        lines=(byline_line, *lines[:4], _copyright(html)),
        evidence=(*_evidence(known, (title, title_at), (provider or outlet, provider_at or outlet_at)), *noted),
        flags=flags(noted),
        node=known.node,
        found=known.found,
        metas=known.metas,
    )


def _evidence(known: Markup, title: tuple[str, str], outlet: tuple[str, str]) -> tuple[Evidence, ...]:
    found = [Evidence(rule="title", text=title[0], where=title[1])]
    found += [Evidence(rule="outlet", text=outlet[0], where=outlet[1])]
    if known.node.get("isAccessibleForFree") in (False, "False", "false"):
        found += [Evidence(rule="paywall flag", text="false", where="json-ld isAccessibleForFree")]
    return tuple(one for one in found if one.text)


def _title(known: Markup, names: tuple[str, ...], outlet: str) -> tuple[str, str]:
    claims = {
        "json-ld headline": jsonld.text(known.node.get("headline") or known.node.get("name")),
        "meta headline": known.metas.first("headline"),
        "meta og:title": known.metas.first("og:title"),
        "meta twitter:title": known.metas.first("twitter:title"),
        "title": topic(known.title),
    }
    # a longer name is a title that a site has in the place of its name
    for name in (name for name in map(squeeze, names) if 0 < len(name) < _LONGEST_OUTLET):
        claims = {place: without_outlet(squeeze(claim[:_LONGEST]), name) for place, claim in claims.items()}
    return pick(headings(known.tree), claims, outlet, news=jsonld.is_news(known.node), html=known.html)


def _copyright(html: str) -> str:
    """The last line of a page that claims its rights, for it names the owner."""
    end = html[-_END:]
    claims = sorted((at for sign in _RIGHTS for at in _spots(end, sign)), reverse=True)[:_CLAIMS]
    for at, stop in zip(claims, (len(end), *claims), strict=False):
        if found := _COPYRIGHT.match(end, at, stop):
            return squeeze(unescape(found[0]))
    return ""


def _spots(text: str, sign: str) -> Iterator[int]:
    """Where a sign stands in a text; found forwards, which is many times faster than backwards."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _referred(value: Any, found: list[jsonld.Node]) -> Any:
    if isinstance(value, dict) and "name" not in value:
        return jsonld.by_id(found).get(str(value.get("@id", "")), value)
    return value


def _section(known: Markup) -> str:
    named = known.metas.first(*fields("section")) or jsonld.text(known.node.get("articleSection"))
    return squeeze(named)[:80] if not named.startswith("http") else ""


def _lang(known: Markup) -> str:
    root = known.tree.root
    stated = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    value = stated or jsonld.text(known.node.get("inLanguage"))
    value = value or known.metas.first("og:locale", "language", "content-language")
    match = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", value.strip())
    return match.group().lower() if match else ""
