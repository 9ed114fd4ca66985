"""The independent voices of a story: the outlets and agencies whose own writing its articles go back to."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from coranto.data import rows
from coranto.story.show.member import Member
from coranto.text.normal import ascii_fold
from coranto.text.sources import bare_source
from coranto.types import Article
from coranto.types.ids import kind_of

_OFFICE = re.compile(r"\bministr(?:y|ies)\b|\bdepartment of\b|\bforeign office\b")
_WORD = re.compile(r"\w+")
_FORMAL = frozenset({"the", "of", "and", "for"})


def root(member: Member) -> str:
    """The one origin an article counts for: itself or the held article it goes back to, else the agency or
    office that all of it comes through. A source that it quotes beside its own report makes no second origin."""
    held = [origin for origin in member.origins if kind_of(origin) == "art"]
    return (held or list(member.origins) or [member.article.id])[0]


def voices(members: Sequence[Member]) -> tuple[str, ...]:
    """The origins of a story, each voice once: the first article of every outlet that has a report of its own, and
    the names of agencies and offices that are not held. Two reports of one outlet are one voice, and so are an
    agency's own page and the pages that carry its text."""
    articles = {one.article.id: one.article for one in members}
    found: dict[str, str] = {}
    for origin in map(root, members):
        found.setdefault(_voice(origin, articles.get(origin)), origin)
    return tuple(found.values())


def _voice(origin: str, article: Article | None) -> str:
    name = article.outlet if article is not None else origin
    folded = ascii_fold(name)
    if _OFFICE.search(folded) is not None:
        return _office(folded)
    return bare_source(name) or origin


def _office(folded: str) -> str:
    """An office of state by its field and country: "Ministry of Fisheries of Norway" is "Norwegian Fisheries
    Ministry"."""
    words = _WORD.findall(folded.replace("'s", "").replace("’s", ""))
    return " ".join(sorted({_countries().get(word, word) for word in words} - _FORMAL))


@cache
def _countries() -> Mapping[str, str]:
    """The code of every country that one word names, and of its people."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row["name"], *row.get("demonyms", ())):
            found.setdefault(ascii_fold(name), row["iso3"])
    return found
