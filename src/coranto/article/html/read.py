"""Reading of an HTML page: the head out of the markup, the text by trafilatura."""

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Draft, Piece
from coranto.article.head.head import Head, head
from coranto.article.head.markup import fields
from coranto.article.html.body import best, posts
from coranto.article.html.kind import kind_of, no_article
from coranto.article.html.lines import lines_of, second
from coranto.article.html.margin import following, parted
from coranto.article.html.text import kept, pieces
from coranto.article.whole.stated import marked
from coranto.settings import ArticleOptions
from coranto.text.decode import decode
from coranto.types import Page, Refusal
from coranto.types.article import Kind
from coranto.types.refusal import Reason

PART = "article.html.v1"
_DEEP = 3000
_HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "svg", "head", "title", "textarea", "select", "option"]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_SINGLE = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|tr|th|option"
)


def read(page: Page, options: ArticleOptions) -> Draft | Refusal:
    """The parts of the article on an HTML page, or why there is none; in this process, without limits."""
    html, flags = decode(page.body, page.charset, html=True)
    if not html.strip():
        return _refuse("empty", "The page has no content.", page)
    if depth(html) > _DEEP:
        return _refuse("not-article", f"Elements are nested more than {_DEEP:,} deep, as in no page.", page)
    tree = LexborHTMLParser(html)
    known = head(tree, page, html)
    kind = kind_of(tree, known, page)
    found = pieces(html, page.url, comments=kind == "forum")
    found = best(tree, known.node, found)
    said = posts(tree, fields("posts", "select")) if kind == "forum" else []
    text, beside = parted(kept(said or second(tree, found), known.title))
    if problem := no_article(tree, known, text, options.min_words):
        return _refuse(*problem, page)
    draft = replace(_draft(known, text, page, kind), stated=marked(tree, known.node))
    shown = tuple(lines_of(tree, _HIDDEN))
    return replace(draft, margin=_margin(known, beside), after=following(tree, text), flags=flags, lines=shown)


def depth(html: str) -> int:
    """How deep elements are nested at most, by counting tags that have to be closed."""
    deepest = level = 0
    for match in _TAG.finditer(html):
        if _SINGLE.fullmatch(match.group(2).lower()):
            continue
        level = max(0, level - 1) if match.group(1) else level + 1
        deepest = max(deepest, level)
    return deepest


def _draft(known: Head, text: list[Piece], page: Page, kind: Kind) -> Draft:
    return Draft(
        title=known.title or page.hints.title,
        pieces=tuple(text),
        outlet=known.outlet or page.hints.outlet,
        section=known.section,
        lang=known.lang,
        kind=kind,
        byline=known.byline,
        published=known.published,
        updated=known.updated,
        captured=page.captured,
        evidence=known.evidence,
        part=PART,
    )


def _margin(known: Head, beside: list[str]) -> tuple[str, ...]:
    """The lines kept as evidence in page order: of the head, from among the paragraphs, the copyright last."""
    lines = (*known.lines[:-1], *beside, *known.lines[-1:])
    return tuple(dict.fromkeys(line for line in lines if line))


def _refuse(reason: Reason, detail: str, page: Page) -> Refusal:
    return Refusal(part=PART, reason=reason, detail=detail, subject=page.path or page.id)
