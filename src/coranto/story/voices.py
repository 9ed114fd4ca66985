"""The independent voices of a story: the outlets and agencies whose own writing its articles go back to."""

import re
from collections.abc import Sequence

from coranto.story.member import Member
from coranto.text.normal import ascii_fold
from coranto.types import Article
from coranto.types.ids import kind_of

_KIND = re.compile(r"^the |(?<=\w)(?: news)?(?: agency| service| network| wires?)?$")
"""What one source's name may have and lack: "Nordhav News Agency" is Nordhav."""


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
    return _KIND.sub("", ascii_fold(name)).strip() or origin
