"""What a page's own data repeat of its text, as keys to compare lines by: title, descriptions, body in JSON-LD."""

import re
from dataclasses import dataclass

from coranto.article.head import jsonld
from coranto.article.head.head import Head

_OTHER = re.compile(r"[\W_]+")
_ASCII_OTHER = bytes(code for code in range(128) if not chr(code).isalnum())
_TAGS = re.compile(r"<[^>]{1,400}>")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_TELLING = 8
_SHORT_BODY = 300
_SHORT_DESCRIPTION = 30
_LONG_BODY = 120_000
_LONG_DESCRIPTION = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Keys of the title, the descriptions and the body that the page's data repeat; whether it is a forum, and the
    keys of what the markup of a forum program sets apart as posts, one after another."""

    title: str = ""
    descriptions: tuple[str, ...] = ()
    body: str = ""
    forum: bool = False
    posts: str = ""

    def place(self, own: str) -> float:
        """Whether a line is of the posts that are set apart; -1 where none are or its key is too short to tell."""
        return float(own in self.posts) if self.posts and len(own) >= _TELLING else -1.0


def key(text: str) -> str:
    """The lower-case letters and digits of a text."""
    if text.isascii():
        return text.lower().encode("ascii").translate(None, _ASCII_OTHER).decode("ascii")
    return _OTHER.sub("", text.lower())


def known_of(head: Head, forum: bool) -> Known:
    """What the data of a page repeat of its text."""
    metas = head.metas
    said = [metas.first(name) for name in _DESCRIPTIONS]
    said += [jsonld.text(head.node.get("description")), jsonld.text(head.node.get("alternativeHeadline"))]
    keys = dict.fromkeys(key(_TAGS.sub(" ", one[:_LONG_DESCRIPTION])) for one in said if one)
    body = head.node.get("articleBody")
    whole = key(_TAGS.sub(" ", jsonld.text(body[: 4 * _LONG_BODY]))) if isinstance(body, str) else ""
    return Known(
        title=key(head.title),
        descriptions=tuple(one for one in keys if len(one) >= _SHORT_DESCRIPTION),
        body=whole[:_LONG_BODY] if len(whole) >= _SHORT_BODY else "",
        forum=forum,
    )
