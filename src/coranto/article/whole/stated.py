"""What a page states of the length and the content of its text: claims to hold against the text that was found."""

import re
from collections.abc import Iterable
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from coranto.article.draft import Stated
from coranto.article.head import jsonld
from coranto.data import rows
from coranto.text.normal import squeeze
from coranto.text.tokens import count

_DESCRIPTION = 'meta[property="og:description"], meta[name="description"], meta[name="twitter:description"]'
_LINES = 400
_SHORT = 90
_MOST_MINUTES, _MOST_WORDS = 120, 60_000
_TAGS = re.compile(r"<[^<>]{1,400}>")
_DIGITS = re.compile(r"\d{1,6}")
_NUMBER = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _reading_time() -> re.Pattern[str]:
    phrases = (phrase for row in rows("whole", "reading_time") for phrase in row["phrases"])
    found = "|".join(re.escape(phrase).replace(r"\#", r"(\d{1,3})") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


@cache
def _time_words() -> tuple[str, ...]:
    """Of each phrase of a reading time its longest word."""
    phrases = (phrase for row in rows("whole", "reading_time") for phrase in row["phrases"])
    found = {max(_WORD.findall(phrase.casefold()), key=len) for phrase in phrases}
    return tuple(sorted(one for one in found if not any(other in one for other in found - {one})))


def _may_time(line: str) -> bool:
    """Whether a line has a number and a word of reading times."""
    if _NUMBER.search(line) is None:
        return False
    key = line.casefold()
    return any(word in key for word in _time_words())


def minutes(lines: Iterable[str]) -> int:
    """The reading time that one of the first lines prints, in minutes; 0 where none does."""
    for at, line in enumerate(lines):
        if at >= _LINES:
            break
        found = _reading_time().search(line) if len(line) < _SHORT and _may_time(line) else None
        if found is not None:
            number = int(next(one for one in found.groups() if one))
            return number if number <= _MOST_MINUTES else 0
    return 0


def marked(tree: LexborHTMLParser, node: jsonld.Node) -> Stated:
    """What the markup of a page states; `node` is the JSON-LD article."""
    body = squeeze(_TAGS.sub(" ", jsonld.text(node.get("articleBody"))))
    shown = [jsonld.text(node.get("description"))]
    shown += [one.attributes.get("content") or "" for one in tree.css(_DESCRIPTION)[:6]]
    free = {"false": "no", "true": "yes"}.get(str(node.get("isAccessibleForFree")).casefold(), "")
    return Stated(
        description=max(map(squeeze, shown), key=len, default="")[:1000],
        words=_number(node.get("wordCount")),
        body_words=count(body),
        body_end=body[-120:],
        free=free,
    )


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return 0
    found = _DIGITS.search(str(value).replace(",", ""))
    return min(int(found[0]), _MOST_WORDS) if found else 0
