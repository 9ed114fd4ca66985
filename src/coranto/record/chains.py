"""Who a statement comes from: what tells speakers apart, and the chain of those it came through."""

from collections.abc import Sequence
from dataclasses import replace

from coranto.record.overlap import squashed
from coranto.types import Link, Speaker


def who(speaker: Speaker | None) -> str:
    """What tells speakers apart: the person, else the organisation; nothing for the unnamed."""
    if speaker is None or speaker.via in ("unnamed", "none"):
        return ""
    return speaker.id or squashed(speaker.organisation or speaker.name)


def chain(said: Sequence[tuple[str, tuple[Link, ...]]], speaker: Speaker | None) -> tuple[Link, ...]:
    """The longest chain that ends in the chosen speaker, his name put in full; the first one among equals.

    `said` has each mention's speaker (see `who`) and chain.
    """
    own = [links for one, links in said if links and one == who(speaker)]
    chains = own or [links for _, links in said if links]
    if not chains:
        return ()
    longest = max(map(_once, chains), key=_length)
    if not own or speaker is None or longest[-1].relation != "says":
        return longest
    return _once((*longest[:-1], replace(longest[-1], actor=speaker.name or longest[-1].actor)))


def _length(links: Sequence[Link]) -> tuple[int, int]:
    """Longer is better, but not by those who are said to say what another says."""
    return -sum(link.relation == "says" for link in links[:-1]), len(links)


def _once(links: Sequence[Link]) -> tuple[Link, ...]:
    """The chain without links that repeat the one before: whoever says so says it once."""
    kept: list[Link] = []
    for link in links:
        same = (
            bool(kept) and kept[-1].relation == link.relation and squashed(kept[-1].actor) == squashed(link.actor)
        )
        if same:
            kept[-1] = link
        else:
            kept.append(link)
    return tuple(kept)
