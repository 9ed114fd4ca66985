"""Whose article a portal carries: an aggregator's page names the provider in its markup."""

from collections.abc import Iterator

from coranto.article.head import jsonld
from coranto.article.head.markup import Markup
from coranto.article.head.title import host
from coranto.article.outlet import by_host, by_name, is_carrier
from coranto.text.normal import squeeze

_PROVIDERS = ("provider", "sourceOrganization", "copyrightHolder", "publisher", "author", "creator")
_METAS = ("syndication-source", "original-source", "article:provider", "dc.source", "source_name", "news_provider")
_LONGEST = 60


def carried(known: Markup, outlet: str) -> tuple[str, str]:
    """The outlet whose article the page of a carrier shows, and where it is named; empty where the page is not
    a carrier's or names nobody else."""
    if not is_carrier(by_name(outlet)):
        return "", ""
    for name, place in _named(known):
        row = by_name(name)
        found = row.name or squeeze(name)
        if found and found != outlet and not is_carrier(row) and len(found) < _LONGEST:
            return found, place
    return "", ""


def _named(known: Markup) -> Iterator[tuple[str, str]]:
    for key in _PROVIDERS:
        value = known.node.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and (key not in ("author", "creator") or _organisation(one)):
                yield jsonld.text(one), f"json-ld {key}"
    for name in _METAS:
        said = known.metas.first(name)
        if said.startswith("http"):
            yield by_host(host(said)).name, f"meta {name}"
        elif said:
            yield said, f"meta {name}"
    canonical = known.tree.css_first('link[rel="canonical"]')
    address = (canonical.attributes.get("href") or "") if canonical is not None else ""
    if address.startswith("http") and host(address) != host(known.url):
        row = by_host(host(address))
        yield row.name if row.kind else "", "canonical address"


def _organisation(node: jsonld.Node) -> bool:
    return any("organi" in kind for kind in jsonld.types(node))
