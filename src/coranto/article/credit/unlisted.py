"""Agencies that no row has, named in a bracket where datelines name theirs: "PORTO, May 4 (Nautica) --"."""

import re
from functools import cache

from coranto.article.credit.day import is_month
from coranto.article.credit.places import is_city
from coranto.article.lang import function_words
from coranto.article.outlet import by_name
from coranto.data import rows, words

SIGN = re.compile(r"(?:[A-Z]{3,8}|[a-z]{3,4})$")
_NAME = re.compile(r"(?:[A-Z][\w&'’-]{1,20}|[A-Z]{2,8})(?: [A-Z][\w&'’-]{1,20}){0,2}$|[a-z]{3,4}$")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = " \"'“‘„«"
_LETTERS, _TEXT = 4, 60


def is_dated(name: str) -> bool:
    """Whether a bracket after place and day is formed like an agency's name."""
    return _NAME.match(name) is not None


def is_undated(place: str, name: str, rest: str) -> bool:
    """Whether a bracket between place and dash is an agency's where no day says that this is a dateline: the place
    is a city or stands in capitals, the bracket holds a name, not words of every day, and a sentence follows."""
    if SIGN.match(name) and is_city(place):
        return True
    if not is_dated(name) or _is_day(name) or _is_everyday(name):
        return False
    text = rest.lstrip(_QUOTES)
    return text[:1].isupper() and (is_city(place) or (_is_shouted(place) and len(text) >= _TEXT))


def is_common(text: str) -> bool:
    """Whether a text has words of every day, as labels of sections and kickers have."""
    return any(word in words("common") or word in function_words() for word in _WORD.findall(text.lower()))


def _is_everyday(text: str) -> bool:
    """Whether a text has no other words than those of every day."""
    return all(is_common(word) for word in text.split())


def _is_shouted(place: str) -> bool:
    """Whether a text in capitals may be a place that no gazetteer has: no word of every day, no outlet."""
    return place.isupper() and len(place) >= _LETTERS and not _is_everyday(place) and not by_name(place).name


def _is_day(name: str) -> bool:
    low = name.casefold().strip(".")
    return is_month(low) or low in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name.casefold() for row in rows("page-dating", "weekday") for name in row["names"])
