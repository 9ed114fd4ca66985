"""What kind of page it is: news, forum, live blog; or none that holds an article, and why."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Piece
from coranto.article.head import jsonld
from coranto.article.head.head import Head
from coranto.article.head.markup import Metas, fields, structured
from coranto.data import words
from coranto.text.normal import ascii_fold
from coranto.text.tokens import count
from coranto.types import Page
from coranto.types.article import Kind
from coranto.types.refusal import Reason

_SENTENCE = re.compile(r"[.!?…。！？\"”»)]\s*$")
_ROOT = re.compile(r"^https?://[^/]+/?(?:index\.\w+|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?(?:[?#].*)?$", re.IGNORECASE)
_FORUM_URL = re.compile(
    r"://(?:forums?|community|bbs|boards?|discuss(?:ions?)?)\.|/(?:forums?|viewtopic|showthread|threads?|topic)[/.?-]",
    re.IGNORECASE,
)
_SHORT = 150


def kind_of(tree: LexborHTMLParser, known: Head, page: Page) -> Kind:
    """`forum` and `live` by structured data or the marks of forum programs, else `news`."""
    kinds = jsonld.types(known.node)
    if kinds & jsonld.LIVE:
        return "live"
    if kinds & jsonld.FORUM:
        return "forum"
    if not kinds and any(tree.css_first(selector) for selector in fields("forum", "select")):
        return "forum"
    if _FORUM_URL.search(page.url) and not any("news" in one for one in kinds):
        return "forum"
    generator = Metas(tree).first("generator").lower()
    if any(program in generator for program in ("phpbb", "vbulletin", "xenforo", "discourse", "vanilla", "mybb")):
        return "forum"
    return "news"


def no_article(
    tree: LexborHTMLParser, known: Head, text: Sequence[Piece], min_words: int
) -> tuple[Reason, str] | None:
    """The reason and sentence of a refusal for a page without an article; None when there is one."""
    total = sum(count(piece.text) for piece in text)
    title = ascii_fold(known.title)
    if total < 200 and _names_error(title):
        return "not-article", f"An error, login or robot page (its title: {known.title[:80]!r})."
    if total < _SHORT and _walled(text):
        return "not-article", "A consent, login or robot wall; capture the page again behind it."
    if total < min_words:
        return _too_little(tree, known, total)
    if not known.node and _lists(tree, known, text):
        return "not-article", "A front or index page: headlines and teasers, no article."
    return None


def _names_error(title: str) -> bool:
    for phrase in words("html_errors"):
        if title == phrase or (len(phrase) > 8 and phrase in title) or title.startswith(f"{phrase} "):
            return True
    return False


def _walled(text: Sequence[Piece]) -> bool:
    folded = ascii_fold(" ".join(piece.text for piece in text))
    return any(phrase in folded for phrase in words("html_walls"))


def _too_little(tree: LexborHTMLParser, known: Head, total: int) -> tuple[Reason, str]:
    video = any("videoobject" in jsonld.types(node) for node in structured(tree))
    if video or tree.css_first("video, iframe[src*='youtube'], iframe[src*='player']"):
        return "not-article", f"A video without text ({total} words)."
    if total == 0 and not known.title:
        return "empty", "The page has no text."
    return "not-article", f"Only {total} words of text; too few for an article."


def _lists(tree: LexborHTMLParser, known: Head, text: Sequence[Piece]) -> bool:
    metas = Metas(tree)
    if metas.first("og:type") == "article" or metas.first("article:published_time"):
        return False
    linked = len(tree.css("h2 a, h3 a, h4 a, article a h2, article a h3"))
    said = sum(len(piece.text) for piece in text if len(piece.text) > 80 and _SENTENCE.search(piece.text))
    share = said / max(1, sum(len(piece.text) for piece in text))
    root = bool(_ROOT.match(metas.first("og:url")))
    return (root and linked >= 8) or (linked >= 20 and share < 0.5)
