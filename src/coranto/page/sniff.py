"""What a stream holds, by its content; a name is only a hint."""

import codecs
import re
from typing import Literal

from coranto.text.decode import decode

Form = Literal["empty", "warc", "html", "rows", "text", "feed", "binary", "pdf"]

_MARKUP = re.compile(r"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
_OPENS = re.compile(
    r"<(?:!--|\?xml|meta|title|link|script|style|article|section|main|header|nav|div|p|span|h[1-6]|ul|ol|table"
    r"|figure|a|img|br|form|iframe|blockquote)",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</(?:p|div|span|a|li|h[1-6]|article|section|td)>", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf|urlset|sitemapindex|opml)[\s>]", re.IGNORECASE)
_ROW = re.compile(r"""[\[\s]{0,99}\{\s{0,99}"(?:[^"\\]|\\.){0,200}"\s{0,9}:""")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NEAR = 4096


def form(head: bytes, name: str = "") -> Form:
    """What a stream that begins with `head` holds: of several pages (`warc`, `rows`) or one."""
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "empty"
    if head.lstrip(b"\r\n").startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _garbage(head[:_NEAR]):
        return "binary"
    text = decode(head, "", html=True)[0].lstrip("\ufeff \t\n")
    return _written(text, name.lower().removesuffix(".gz"))


def _garbage(near: bytes) -> bool:
    """Whether too many control characters stand there for any text."""
    if near.startswith(_BOMS):
        return False
    zeros = near.count(0)
    # UTF-16 without a mark: zeros, but in one half of the places only
    if zeros > 0.3 * len(near) and 0 in (near[::2].count(0), near[1::2].count(0)):
        return False
    controls = len(near) - len(near.translate(None, _CONTROLS))
    return controls > 0.04 * len(near)


def _written(text: str, name: str) -> Form:
    near = text[:_NEAR]
    if _ROW.match(near) or (near.startswith("{") and name.endswith((".jsonl", ".ndjson", ".json"))):
        return "rows"
    if near.startswith("<") and (feed := _FEED.search(near)) and not _MARKUP.search(near[: feed.start()]):
        return "feed"
    if _MARKUP.search(near[:1024]):
        return "html"
    if near.startswith("<") and _OPENS.match(near):
        return "html"
    named = name.endswith((".html", ".htm", ".xhtml"))
    if len(_CLOSES.findall(text)) >= (1 if named else 12) or (named and _MARKUP.search(text)):
        return "html"
    return "text"
