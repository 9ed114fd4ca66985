"""Persons, offices and occasions that several storylines know: their pieces as one fact."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coranto.types import Cite, Edition, Occasion, Office, Person

_CITES = 60


def _union(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group if one}))


def _cites(groups: Iterable[Sequence[Cite]], limit: int = _CITES) -> tuple[Cite, ...]:
    """All cites in order of article and place, each once; a person named a million times keeps the first ones."""
    once = {(cite.article, cite.sentence, cite.start): cite for group in groups for cite in group}
    return tuple(once[at] for at in sorted(once))[:limit]


def _fullest(names: Iterable[str]) -> str:
    return max(sorted(names), key=len, default="")


def combine_persons(pieces: Sequence[Person]) -> Person:
    """One person of several pieces: the fullest name, all aliases, offices and articles; country and sectors as the
    pieces with most mentions have them."""
    votes: Counter[str] = Counter()
    for piece in pieces:
        votes[piece.code] += piece.mentions if piece.code else 0
    ranked = sorted(pieces, key=lambda piece: -piece.mentions)
    return replace(
        pieces[0],
        name=_fullest(piece.name for piece in pieces),
        aliases=_union(piece.aliases for piece in pieces),
        code=min(votes, key=lambda code: (-votes[code], code)),
        sector=next((piece.sector for piece in ranked if piece.sector), ()),
        offices=_union(piece.offices for piece in pieces),
        articles=_union(piece.articles for piece in pieces),
        mentions=sum(piece.mentions for piece in pieces),
        cites=_cites(piece.cites for piece in pieces),
    )


def combine_offices(pieces: Sequence[Office]) -> Office:
    """One spell of several pieces: from the first to the last day it is printed."""
    return replace(
        pieces[0],
        name=_fullest(piece.name for piece in pieces),
        since=min((piece.since for piece in pieces if piece.since), default=""),
        until=max((piece.until for piece in pieces if piece.until), default=""),
        variants=_union(piece.variants for piece in pieces),
        articles=_union(piece.articles for piece in pieces),
        cites=_cites(piece.cites for piece in pieces),
    )


def combine_occasions(pieces: Sequence[Occasion]) -> Occasion:
    """One occasion of several pieces: all names, hosts and editions; a printed edition beats an inferred one."""
    editions: dict[tuple[int, str], Edition] = {}
    for piece in pieces:
        for edition in piece.editions:
            at = (edition.ordinal, "" if edition.ordinal else edition.date)
            editions[at] = _edition(editions[at], edition) if at in editions else edition
    return replace(
        pieces[0],
        name=_fullest(piece.name for piece in pieces),
        aliases=_union(piece.aliases for piece in pieces),
        since=min((piece.since for piece in pieces if piece.since), default=""),
        hosts=_union(piece.hosts for piece in pieces),
        editions=tuple(editions[at] for at in sorted(editions)),
        articles=_union(piece.articles for piece in pieces),
        cites=_cites(piece.cites for piece in pieces),
    )


def _edition(one: Edition, other: Edition) -> Edition:
    """The better known of two descriptions of one edition, with the cites of both."""
    better, worse = sorted((one, other), key=_unknown)
    return replace(
        better,
        place=better.place or worse.place,
        date=better.date or worse.date,
        enddate=better.enddate or worse.enddate,
        cites=_cites((one.cites, other.cites)),
    )


def _unknown(edition: Edition) -> tuple[bool, int, str]:
    return edition.inferred, -len(edition.date), edition.date
