"""Structured data of a page (JSON-LD), read as sloppily as publishers write it."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

_MAX_BLOCK = 2_000_000
_MAX_NODES = 400
_WRAP = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s?<!\[CDATA\[)?\s*|\s*(?:-->|\]\]>|//\s?\]\]>|;)*\s*$")
_COMMA = re.compile(r",(?=\s{0,99}[}\]])")
_ARTICLE = re.compile(r"(?:article|posting|report|review|story)$", re.IGNORECASE)
_HOLDERS = ("@graph", "mainEntity", "itemListElement", "item", "hasPart", "@list")
FORUM = frozenset({"discussionforumposting", "qapage", "question"})
LIVE = frozenset({"liveblogposting"})


def parse(text: str) -> Any:
    """The value of a JSON-LD block, or None. Comments around it, trailing commas, escaped quotes and
    what stands behind the value are forgiven; blocks above 2 MB are not read."""
    if len(text) > _MAX_BLOCK:
        return None
    text = text.strip().removeprefix("<!--").removeprefix("//").strip().removeprefix("<![CDATA[").strip()
    for attempt in (text, _COMMA.sub("", text), html.unescape(text)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def nodes(values: list[Any]) -> list[Node]:
    """All objects of the parsed blocks that stand at the top, in a graph or as what a page is about."""
    found: list[Node] = []
    stack = [value for value in reversed(values) if value is not None]
    while stack and len(found) < _MAX_NODES:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value[:_MAX_NODES]))
        elif isinstance(value, dict):
            found.append(value)
            stack.extend(reversed([value[key] for key in _HOLDERS if key in value]))
    return found


def types(node: Node) -> frozenset[str]:
    """The lower-case types of a node, without their vocabulary's address."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rpartition("/")[2].lower() for kind in kinds if isinstance(kind, str))


def is_article(node: Node) -> bool:
    """Whether a node describes an article or a post."""
    return any(_ARTICLE.search(kind) for kind in types(node)) or bool(types(node) & FORUM)


def is_news(node: Node) -> bool:
    """Whether a node describes an article of news or a live blog, not just any article."""
    return bool(types(node) & LIVE) or any("news" in kind for kind in types(node))


def text(value: Any) -> str:
    """The string of a value that may be a string, a list or an object with a name or value."""
    if isinstance(value, str):
        return html.unescape(value).strip()
    if isinstance(value, list):
        return next((found for one in value[:20] if (found := text(one))), "")
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("headline") or "")
    return ""


def people(value: Any, known: dict[str, Node]) -> Iterator[tuple[str, bool]]:
    """`(name, is an organisation)` for each author of a value of `author`; references are followed."""
    for one in (value if isinstance(value, list) else [value])[:40]:
        if isinstance(one, str):
            yield html.unescape(one), False
        elif isinstance(one, dict):
            whole = one if "name" in one else known.get(str(one.get("@id", "")), one)
            organisation = any("organi" in kind for kind in types(whole))
            names = whole.get("name") or f"{text(whole.get('givenName'))} {text(whole.get('familyName'))}"
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield html.unescape(name), organisation


def by_id(found: list[Node]) -> dict[str, Node]:
    """The nodes with a name by their identifier, for references."""
    return {str(node["@id"]): node for node in found if "@id" in node and "name" in node}


def article(found: list[Node], url: str, title: str) -> Node | None:
    """The node that describes the page itself: the article whose address or headline is the page's.

    `title` is the page's <title>. Where several qualify the richest comes first; a page with many
    articles of which none matches describes a list, so there is none.
    """
    candidates = [node for node in found if is_article(node) and "commentary" not in types(node)]
    if not candidates:
        return None
    ranked = sorted(candidates, key=lambda node: -_fitness(node, url, title))
    best = ranked[0]
    return None if len(candidates) > 3 and _fitness(best, url, title) < 2 else best


def _fitness(node: Node, url: str, title: str) -> float:
    headline = text(node.get("headline") or node.get("name"))
    address = _address(node.get("url")) or _address(node.get("mainEntityOfPage")) or str(node.get("@id", ""))
    fits = 3.0 * bool(url and address and _bare(address) == _bare(url))
    fits += 2.0 * bool(len(headline) > 9 and headline[:40].casefold() in title.casefold())
    return fits + 0.1 * sum(key in node for key in ("datePublished", "author", "articleBody", "publisher"))


def _address(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/$", "", url.strip().lower())
