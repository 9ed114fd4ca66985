"""What a stream holds, by its content; a name is only a hint."""

import re
from typing import Literal

from coranto.text.decode import decode, is_binary

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
_NEAR = 4096


def form(head: bytes, name: str = "") -> Form:
    """What a stream that begins with `head` holds: of several pages (`warc`, `rows`) or one."""
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "empty"
    if head.lstrip(b"\r\n").startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if is_binary(head):
        return "binary"
    text = decode(head, "", html=True)[0].lstrip("\ufeff \t\n")
    return _written(text, name.lower().removesuffix(".gz"))


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
