"""One article of a story, and which articles stand for the writings of a story."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coranto.types import Article, Reading

_GATHERING = ("live", "roundup", "forum")
_PIECE = 0.4
"""The share of another copy's sentences below which an article is a piece of it."""
_CLOCK = 10_000
"""What a moment written as digits is divided by to leave the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a story with what is known of it; `origins` as in its lineage."""

    article: Article
    reading: Reading
    when: str = ""
    family: str = ""
    origins: tuple[str, ...] = ()


def in_order(member: Member) -> tuple[bool, str, str]:
    """Order of time, undated ones last."""
    return not member.when, member.when, member.article.id


def reports(members: Sequence[Member]) -> list[Member]:
    """A story's articles without round-ups, live pages and forums, which stand in only where nothing else is."""
    return [one for one in members if one.article.kind not in _GATHERING] or list(members)


def firsts(members: Sequence[Member]) -> list[tuple[Member, int]]:
    """The first article of every family that is no mere piece of it, with the size of the family: those of the
    newest day first, of a day the most copied, of equals the newest; undated ones last."""
    seen: dict[str, Member] = {}
    sizes: Counter[str] = Counter()
    for member in sorted(reports(members), key=in_order):
        family = member.family or member.article.id
        held = seen.setdefault(family, member)
        if len(held.article.sentences) < _PIECE * len(member.article.sentences):
            seen[family] = member
        sizes[family] += 1

    def place(family: str) -> tuple[bool, int, int, int, str]:
        undated, moment, ident = _newest(seen[family])
        return undated, -(-moment // _CLOCK), -sizes[family], moment, ident

    return [(seen[family], sizes[family]) for family in sorted(seen, key=place)]


def _newest(member: Member) -> tuple[bool, int, str]:
    digits = "".join(char for char in member.when[:16] if char.isdigit()).ljust(12, "0")
    return not member.when, -int(digits or 0), member.article.id
