"""Hubs: live pages, round-ups and aggregators, which gather many writings and make no family of them."""

import re
from collections.abc import Sequence
from functools import cache

from coranto.copies.sources import supplier
from coranto.data import rows
from coranto.types import Article

_WORDS = 6000
_HEADS = 12
_STAMPS = 4
_DATELINES = 3
_STAMP_CHARS = 40
_OPENING = 60
# A line that is nothing but a time: "7:20 a.m.", "23 min ago", "Updated less than 1 min ago".
_STAMP = re.compile(
    r"(?:Updated |Posted )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}:\d\d|yesterday"
    r"|(?:less than )?\d{1,2} ?(?:hours?|hrs?|h|minutes?|mins?|m)(?: \d{1,2} ?(?:mins?|minutes?))? ago)"
    r"[ .,:A-Z–—-]{0,12}"
)
# A dateline at the head of a line: "BERGEN, Norway (Nordhav) —".
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][^\n()a-zà-þ]{2,30}(?:, [A-ZÀ-Þ][\w. ]{2,20})? ?\(([A-Z][\w .]{1,24})\) ?[-–—]", re.MULTILINE
)


@cache
def _title() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("hub_titles")), re.IGNORECASE)


def is_hub(article: Article, words: int) -> bool:
    """Whether the page gathers many items: by its kind or title, its length in words, datelines of several stories,
    or, unless one agency supplies it all (its running file of a day), many times or many heads."""
    if article.kind in ("live", "roundup") or words > _WORDS or _title().search(article.title[:300]) is not None:
        return True
    lines = article.text.split("\n")
    sources = _sources(lines)
    if len(sources) >= _DATELINES or len(set(sources)) > 1:
        return True
    heads = sum(block.kind == "head" for block in article.blocks)
    stamps = sum(len(line) <= _STAMP_CHARS and _STAMP.fullmatch(line) is not None for line in lines)
    many = heads > _HEADS or stamps >= _STAMPS or (2 * heads > _HEADS and 2 * stamps >= _STAMPS)
    return many and not supplier(article)


def of_several(article: Article) -> bool:
    """Whether a page holds texts of several sources, so that none supplies it whole."""
    return len(set(_sources(article.text.split("\n")))) > 1


def _sources(lines: Sequence[str]) -> list[str]:
    """The sources that datelines at the heads of lines name."""
    return [match[1] for line in lines if "(" in line[:_OPENING] and (match := _DATELINE.match(line))]
