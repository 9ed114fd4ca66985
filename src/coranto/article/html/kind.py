"""What kind of page it is: news, forum, live blog; or none that holds an article, and why."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Piece
from coranto.article.dump.spare import is_picture
from coranto.article.head import jsonld
from coranto.article.head.head import Head
from coranto.article.head.markup import fields
from coranto.article.html.walk import seen
from coranto.article.other import Shown, detail_of, is_listing, other, schema_kinds
from coranto.text.normal import squeeze
from coranto.text.tokens import count
from coranto.types import Page
from coranto.types.article import Kind
from coranto.types.refusal import Reason

_SENTENCE = re.compile(r"[.!?…。！？\"”»)]\s*$")
_ROOT = re.compile(r"^https?://[^/]+/?(?:index\.\w+|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?(?:[?#].*)?$", re.IGNORECASE)
_FORUM_URL = re.compile(
    r"://(?:forums?|community|bbs|boards?|discuss(?:ions?)?)\.|/(?:forums?|viewtopic|showthread|threads?|topic)[/.?-]"
    r"|/showtopic\b|/r/[^/]{1,60}/comments/|/t/[^/]{1,200}/\d{1,9}(?:[/?#]|$)",
    re.IGNORECASE,
)
_SHORT, _FEW, _SHELL = 200, 30, 12
_GALLERY, _MOSTLY = 400, 0.6
_LINKS, _OPENING, _LINKED = 5000, 6, 0.6


def kind_of(tree: LexborHTMLParser, known: Head, page: Page) -> Kind:
    """`forum` and `live` by structured data or the marks of forum programs, else `news`."""
    kinds = jsonld.types(known.node)
    if kinds & jsonld.LIVE:
        return "live"
    if kinds & jsonld.FORUM:
        return "forum"
    if not kinds and tree.css_first(", ".join(fields("forum", "select"))) is not None:
        return "forum"
    if _FORUM_URL.search(page.url) and not any("news" in one for one in kinds):
        return "forum"
    generator = known.metas.first("generator").lower()
    if any(program in generator for program in ("phpbb", "vbulletin", "xenforo", "discourse", "vanilla", "mybb")):
        return "forum"
    return "news"


def _declared(known: Head) -> frozenset[str]:
    """What structured data and `og:type` call a page, in lower case."""
    named = {kind for node in known.found for kind in jsonld.types(node)}
    return frozenset(named | {known.metas.first("og:type").lower()})


def no_article(
    tree: LexborHTMLParser, known: Head, text: Sequence[Piece], shown: Sequence[str], min_words: int
) -> tuple[Reason, str] | None:
    """The reason and sentence of a refusal for a page without an article; None when there is one. `shown` are all
    lines of the page."""
    total = sum(count(piece.text) for piece in text)
    page = Shown(
        titles=[known.title, _page_title(tree)],
        kept=[piece.text for piece in text],
        lines=shown if total < _FEW else (),
        stated=_stated(known),
        words=total,
    )
    if detail := _typed(known, page) or other(page):
        return "not-article", detail
    if total < min_words:
        return _too_little(tree, known, shown, total)
    if total < _GALLERY and _pictures([piece.text for piece in text]):
        return "not-article", detail_of("gallery")
    if not known.node and not (text and text[0].kind == "post") and _lists(tree, known, text):
        return "not-article", detail_of("index")
    return None


def _typed(known: Head, page: Shown) -> str:
    """What the markup of a page with little text calls it."""
    if page.stated or page.words >= _SHORT:
        return ""
    named = _declared(known)
    typed = next((kind for name, kind in schema_kinds() if name in named), "")
    return detail_of(typed) if typed else ""


def _page_title(tree: LexborHTMLParser) -> str:
    first = tree.css_first("title")
    return first.text(deep=True) if first is not None else ""


def _stated(known: Head) -> bool:
    metas = known.metas
    return bool(known.node) or metas.first("og:type") == "article" or bool(metas.first("article:published_time"))


def _too_little(tree: LexborHTMLParser, known: Head, shown: Sequence[str], total: int) -> tuple[Reason, str]:
    """Why a page has fewer words of text than an article, by all that it shows."""
    if is_listing(shown, _leading(tree, shown)):
        return "not-article", detail_of("index")
    if _pictures(shown):
        return "not-article", detail_of("gallery")
    if "videoobject" in _declared(known) or tree.css_first("video, iframe[src*='youtube'], iframe[src*='player']"):
        return "not-article", f"A video without text ({total} words)."
    if tree.css_first("frameset"):
        return "not-article", detail_of("frames")
    if total == 0 and not known.title:
        return "empty", "The page has no text."
    if sum(map(count, seen(tree))) < _SHELL:
        return "not-article", detail_of("scripts")
    return "not-article", f"Only {total} words of text; too few for an article."


def _lists(tree: LexborHTMLParser, known: Head, text: Sequence[Piece]) -> bool:
    if _stated(known):
        return False
    lines = [piece.text for piece in text]
    if is_listing(lines, _leading(tree, lines)):
        return True
    linked = len(tree.css("h2 a, h3 a, h4 a, article a h2, article a h3"))
    said = sum(len(piece.text) for piece in text if len(piece.text) > 80 and _SENTENCE.search(piece.text))
    share = said / max(1, sum(len(piece.text) for piece in text))
    root = bool(_ROOT.match(known.metas.first("og:url")))
    return (root and linked >= 8) or (linked >= 20 and share < 0.5)


def _pictures(lines: Sequence[str]) -> bool:
    """Whether most lines are captions of pictures."""
    return _MOSTLY * len(lines) < sum(map(is_picture, lines))


def _leading(tree: LexborHTMLParser, lines: Sequence[str]) -> list[bool]:
    """For each line, whether it leads elsewhere."""
    told = (squeeze(link.text(deep=True)) for link in tree.css("a")[:_LINKS])
    links = {link[:_OPENING]: link for link in told if len(link) >= _OPENING}
    return [_leads(line, links.get(line[:_OPENING], "")) for line in lines]


def _leads(line: str, link: str) -> bool:
    """Whether a line is a link and little else (a date, a clock time), or a bare address."""
    if line.startswith(("http://", "https://")) and " " not in line:
        return True
    return bool(link) and line.startswith(link) and len(link) >= _LINKED * len(line)
