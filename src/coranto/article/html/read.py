"""Reading of an HTML page: the head out of the markup, the text by the line models."""

import re
from dataclasses import replace

import numpy as np
from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Draft, Piece
from coranto.article.head.head import Head, head
from coranto.article.head.markup import fields
from coranto.article.html.features import view
from coranto.article.html.judge import judge
from coranto.article.html.kind import kind_of, no_article
from coranto.article.html.known import known_of
from coranto.article.html.margin import parted
from coranto.article.html.pieces import sort
from coranto.article.html.posts import posted, posts, signed
from coranto.article.html.walk import walk
from coranto.article.whole.stated import marked
from coranto.settings import ArticleOptions
from coranto.text.decode import decode
from coranto.types import Page, Refusal
from coranto.types.article import Kind
from coranto.types.refusal import Reason

PART = "article.html.v3"
_DEEP = 3000
_FEW = 4
_TAG = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|tr|th|option)\b)"
    r"[a-zA-Z]",
    re.IGNORECASE,
)


def read(page: Page, options: ArticleOptions) -> Draft | Refusal:
    """The parts of the article on an HTML page, or why there is none; in this process, without limits."""
    html, flags = decode(page.body, page.charset, html=True)
    if not html.strip():
        return _refuse("empty", "The page has no content.", page)
    if html.count("<") - html.count("</") > _DEEP and depth(html) > _DEEP:
        return _refuse("not-article", f"Elements are nested more than {_DEEP:,} deep, as in no page.", page)
    tree = LexborHTMLParser(html)
    known = head(tree, page, html)
    kind = kind_of(tree, known, page)
    walked = walk(tree)
    said = posts(tree, fields("posts", "select"), named=True) if kind == "forum" else []
    told = replace(known_of(known, kind == "forum"), posts=posted(said))
    found = sort(judge(view(walked, told)), told)
    few = sum(len(piece.text) for piece in found.text) * _FEW < sum(len(piece.text) for piece in said)
    text, beside = parted(said if few else signed(found.text, said))
    shown = tuple(line.text for line in walked.lines)
    if problem := no_article(tree, known, text, shown, options.min_words):
        return _refuse(*problem, page)
    draft = replace(_draft(known, text, page, kind), stated=marked(tree, known.node))
    margin = _margin(known, [*beside, *found.beside])
    flags = (*flags, *known.flags)
    return replace(draft, margin=margin, after=found.after, flags=flags, lines=shown)


def depth(html: str) -> int:
    """How deep elements are nested at most, by counting tags that have to be closed."""
    level = np.cumsum([-1 if slash else 1 for slash in _TAG.findall(html)])
    if not len(level):
        return 0
    lowest = np.minimum(np.minimum.accumulate(level), 0)
    return int((level - lowest).max())


def _draft(known: Head, text: list[Piece], page: Page, kind: Kind) -> Draft:
    return Draft(
        title=known.title or page.hints.title,
        pieces=tuple(text),
        outlet=known.outlet or page.hints.outlet,
        carrier=known.carrier,
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
