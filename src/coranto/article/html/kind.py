"""What kind of page it is: news, forum, live blog; or none that holds an article, and why."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Piece
from coranto.article.dump.spare import is_picture
from coranto.article.head import jsonld
from coranto.article.head.head import Head
from coranto.article.head.markup import Metas, fields, structured
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
    if not kinds and any(tree.css_first(selector) for selector in fields("forum", "select")):
        return "forum"
    if _FORUM_URL.search(page.url) and not any("news" in one for one in kinds):
        return "forum"
    generator = Metas(tree).first("generator").lower()
    if any(program in generator for program in ("phpbb", "vbulletin", "xenforo", "discourse", "vanilla", "mybb")):
        return "forum"
    return "news"


def _declared(tree: LexborHTMLParser, found: Sequence[Piece]) -> frozenset[str]:
    """What structured data and `og:type` call a page with little text, in lower case; nothing of a longer one."""
    if sum(count(piece.text) for piece in found) >= _SHORT:
        return frozenset()
    named = {kind for node in structured(tree) for kind in jsonld.types(node)}
    return frozenset(named | {Metas(tree).first("og:type").lower()})


def no_article(
    tree: LexborHTMLParser, known: Head, text: Sequence[Piece], shown: Sequence[str], min_words: int
) -> tuple[Reason, str] | None:
    """The reason and sentence of a refusal for a page without an article; None when there is one. `shown` are all
    lines of the page."""
    total = sum(count(piece.text) for piece in text)
    named = _declared(tree, text)
    if detail := _other(tree, known, named, text, shown):
        return "not-article", detail
    if total < min_words:
        return _too_little(tree, known, named, shown, total)
    if total < _GALLERY and _pictures([piece.text for piece in text]):
        return "not-article", detail_of("gallery")
    if not known.node and not (text and text[0].kind == "post") and _lists(tree, known, text):
        return "not-article", detail_of("index")
    return None


def _other(
    tree: LexborHTMLParser, known: Head, named: frozenset[str], text: Sequence[Piece], lines: Sequence[str]
) -> str:
    """What the page is by what its markup calls it, or by its title and text."""
    stated = _stated(tree, known)
    total = sum(count(piece.text) for piece in text)
    typed = next((kind for name, kind in schema_kinds() if name in named), "")
    if typed and not stated and total < _SHORT:
        return detail_of(typed)
    first = tree.css_first("title")
    shown = Shown(
        titles=[known.title, first.text(deep=True) if first is not None else ""],
        kept=[piece.text for piece in text],
        lines=lines if total < _FEW else (),
        stated=stated,
    )
    return other(shown)


def _stated(tree: LexborHTMLParser, known: Head) -> bool:
    metas = Metas(tree)
    return bool(known.node) or metas.first("og:type") == "article" or bool(metas.first("article:published_time"))


def _too_little(
    tree: LexborHTMLParser, known: Head, named: frozenset[str], shown: Sequence[str], total: int
) -> tuple[Reason, str]:
    """Why a page has fewer words of text than an article, by all that it shows."""
    if is_listing(shown, _leading(tree, shown)):
        return "not-article", detail_of("index")
    if _pictures(shown):
        return "not-article", detail_of("gallery")
    if "videoobject" in named or tree.css_first("video, iframe[src*='youtube'], iframe[src*='player']"):
        return "not-article", f"A video without text ({total} words)."
    if tree.css_first("frameset"):
        return "not-article", detail_of("frames")
    if total == 0 and not known.title:
        return "empty", "The page has no text."
    if sum(map(count, seen(tree))) < _SHELL:
        return "not-article", detail_of("scripts")
    return "not-article", f"Only {total} words of text; too few for an article."


def _lists(tree: LexborHTMLParser, known: Head, text: Sequence[Piece]) -> bool:
    metas = Metas(tree)
    if _stated(tree, known):
        return False
    lines = [piece.text for piece in text]
    if is_listing(lines, _leading(tree, lines)):
        return True
    linked = len(tree.css("h2 a, h3 a, h4 a, article a h2, article a h3"))
    said = sum(len(piece.text) for piece in text if len(piece.text) > 80 and _SENTENCE.search(piece.text))
    share = said / max(1, sum(len(piece.text) for piece in text))
    root = bool(_ROOT.match(metas.first("og:url")))
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
