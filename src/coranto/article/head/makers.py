"""The makers of an HTML page: what JSON-LD and meta elements state, and the byline as the page prints it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from selectolax.lexbor import LexborNode

from coranto.article.credit import agency
from coranto.article.head import jsonld
from coranto.article.head.choice import chosen
from coranto.article.head.markup import Markup, fields
from coranto.article.head.names import bylines, printed
from coranto.article.head.poster import poster
from coranto.article.head.printed import elsewhere
from coranto.article.head.title import host, label_of
from coranto.article.outlet import by_name
from coranto.data import rows
from coranto.text.normal import squeeze
from coranto.types import Byline

Makers = tuple[Byline, ...]
_LONGEST = 120
_NODES, _LINES = 6, 6
_LINKS = 6
_NEAR = 30_000
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]{0,400})?>(?P<inner>[^\0]{0,2000}?)</p>")
_BOLD = re.compile(r"\s*<(?:strong|b)(?:\s[^<>]{0,200})?>(?P<name>[^<>]{5,48})</(?:strong|b)>\s*(?:<br\s?/?>\s*)?")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_TEXT = 80
_BETWEEN = 5
_CARD = (1, 2)


@cache
def _lead() -> re.Pattern[str]:
    """A role's words ("By", "Text:") at the beginning of an element, and the name after them or in an element of
    its own."""
    writers = (row for row in rows("roles_byline") if row["role"] in ("reporter", "contributor"))
    leads = {lead for row in writers for lead in row["lead"]}
    words = "|".join(re.escape(form) for lead in sorted(leads, key=len, reverse=True) for form in _forms(lead))
    gap = r"\s{0,60}(?:<[a-z/][^<>]{0,400}>\s{0,60}){0,3}"
    return re.compile(rf">\s{{0,60}}(?:{words})(?:\s?:|\s|&nbsp;|(?=<)){gap}(?P<name>[^\W\d_][^<>]{{3,80}})<")


def _forms(lead: str) -> tuple[str, str, str]:
    return lead, lead[:1].upper() + lead[1:], lead.upper()


def makers(known: Markup, outlet: str) -> tuple[Makers, str]:
    """The makers, and the byline as printed: of JSON-LD, else of meta elements, else of the page.

    Persons come before organisations: where the markup knows an organisation only, the page may still name its
    persons. The outlet itself is a maker only where nobody else is named.
    """
    stated = list(_stated(known))
    lines = _shown(known)
    on_page, line = _on_page(lines, outlet)
    in_node = bool(known.node.get("author") or known.node.get("creator"))
    for at, raw in enumerate(stated):
        named = bylines(raw, outlet)
        if any(one.role != "organisation" for one in named):
            # only a list of authors sets the outlet beside them on purpose
            return bylines(raw, outlet, own=True) if in_node and at == 0 else named, line
    organisations = next((found for raw in stated if (found := bylines(raw, outlet))), ())
    if any(_is_agency(one) for one in organisations):
        return organisations, line
    if persons := _poster(known) or on_page or _told(known, outlet):
        told = line if persons == on_page else ", ".join(one.name for one in persons)
        return _joined(persons, organisations), told
    own = next((found for raw in stated if (found := bylines(raw, outlet, own=True))), ())
    return organisations or _single(known, outlet) or own, line


def signed(lines: Iterable[str], outlet: str) -> Makers:
    """The persons that a date line names behind a maker's words ("Published 3 May 2024 by Ann Lee")."""
    for line in lines:
        words = line.split()
        at = next((n for n, word in enumerate(words[:-1]) if word.lower() in _leads_of_makers()), 0)
        if at and len(line) < _LONGEST and (persons := printed([" ".join(words[at + 1 :])], outlet)):
            return persons
    return ()


def _on_page(lines: Iterable[list[str]], outlet: str) -> tuple[Makers, str]:
    """The persons of the first printed line that names any, and that line, else the first line."""
    first = ""
    for parts in lines:
        line = " ".join(parts)
        first = first or line
        if persons := printed(parts, outlet):
            return persons, line
    return (), first


def _is_agency(maker: Byline) -> bool:
    return by_name(maker.name).kind == "agency" or agency(maker.name) != ""


def _joined(first: Makers, second: Makers) -> Makers:
    names = {one.name for one in first}
    return (*first, *(one for one in second if one.name not in names and one.role == "organisation"))


def _stated(known: Markup) -> Iterator[list[tuple[str, bool]]]:
    """The author fields of the markup, `(words, is an organisation)` each, the surest first."""
    node, by_id = known.node, jsonld.by_id(known.found)
    if value := node.get("author") or node.get("creator"):
        yield list(jsonld.people(value, by_id))
    for name in fields("author"):
        if contents := known.metas.all(name):
            yield [(content, False) for content in contents]
    # what a card shows beside the title, by a label
    for at in _CARD:
        if known.metas.first(f"twitter:label{at}").strip(" :").lower() in _leads_of_makers():
            yield [(known.metas.first(f"twitter:data{at}"), False)]


def _shown(known: Markup, kinds: tuple[str, ...] = ("sure", "select")) -> Iterator[list[str]]:
    """The pieces of text of each element that looks like a byline, best first."""
    seen: set[str] = set()
    for node in chosen(known.tree, tuple(one for kind in kinds for one in fields("author", kind)), _NODES):
        if node.tag in ("meta", "script", "body", "html", "time", "img"):
            continue
        parts = _parts(node)
        line = " ".join(parts)
        if 3 < len(line) < _LONGEST and line not in seen and not elsewhere(node):
            seen.add(line)
            yield parts
            if len(seen) == _LINES:
                return


def _parts(node: LexborNode) -> list[str]:
    parts = [squeeze(part) for part in node.text(deep=True, separator="\n")[:2000].split("\n")]
    return [part for part in parts if part]


def _single(known: Markup, outlet: str) -> Makers:
    """A name of one word, an account or a team, from an element that holds an author's name only."""
    for parts in _shown(known, ("sure",)):
        if found := bylines([(" ; ".join(parts), False)], outlet, own=True):
            return tuple(one for one in found if len(one.name) < 40)
    return ()


def _poster(known: Markup) -> Makers:
    """The member who opened a thread, by the elements in which forum programs name the author of a post."""
    name = poster(known.tree)
    return (Byline(name=name, role="contributor"),) if name else ()


def _told(known: Markup, outlet: str) -> Makers:
    """The persons that the page names where no element says so: in a link to their page, after "By", in bold."""
    return _linked(known, outlet) or _written(known, outlet)


def _linked(known: Markup, outlet: str) -> Makers:
    """The persons whose own pages are linked, where these are so few that they are not those of teasers."""
    names: dict[str, LexborNode] = {}
    for selector in fields("author", "link"):
        for node in known.tree.css(selector)[:40]:
            name = squeeze(node.text(deep=True, separator=" ")[:400])
            if name and not elsewhere(node) and printed([name], outlet) and _of_maker(node, name, known.url):
                names.setdefault(name, node)
    if not 0 < len(names) <= _LINKS:
        return ()
    place = _place(next(iter(names.values())))
    return printed([name for name, node in names.items() if _place(node) == place], outlet)


def _of_maker(node: LexborNode, name: str, url: str) -> bool:
    """Whether a link to a person can be a byline: on the same site, not in the midst of a paragraph, and not behind
    a label that is none of a maker's ("Contact:")."""
    target = node.attributes.get("href") or ""
    if target.startswith("http") and url and label_of(host(target)) != label_of(host(url)):
        return False
    above = node.parent
    around = squeeze(above.text(deep=True, separator=" ")[:2000]) if above is not None else name
    if above is not None and above.tag == "p" and len(around) > len(name) + _TEXT:
        return False
    label = around.partition(name)[0].strip().lower()
    return not label.endswith(":") or any(label.startswith(lead) for lead in _leads_of_makers())


@cache
def _leads_of_makers() -> tuple[str, ...]:
    return tuple(lead.lower() for row in rows("roles_byline") for lead in row["lead"])


def _place(node: LexborNode) -> int:
    """The element that holds the list which a link stands in, told by its memory."""
    above = node.parent
    for _ in range(2):
        if above is not None and above.parent is not None and above.tag not in ("ul", "ol", "body"):
            above = above.parent
    return above.mem_id if above is not None else 0


def _written(known: Markup, outlet: str) -> Makers:
    start = max(known.html.find("<h1"), known.html.find("<body"), 0)
    near = known.html[start : start + _NEAR]
    for found in _lead().finditer(near):
        if persons := printed([squeeze(unescape(found["name"]))], outlet):
            return persons
    return _bold(near, outlet)


def _bold(near: str, outlet: str) -> Makers:
    """The person whose name alone, in bold, is a paragraph before the first of the text."""
    for paragraph in list(_PARAGRAPH.finditer(near))[:_LINES]:
        inner = paragraph["inner"]
        if len(squeeze(_MARKUP.sub("", inner))) > _TEXT:
            break
        if found := _BOLD.fullmatch(inner):
            name = squeeze(unescape(found["name"]))
            persons = printed([name], outlet)
            if persons and sum(len(one.name) for one in persons) >= len(name) - _BETWEEN * (len(persons) - 1):
                return persons
    return ()
