"""Sources not held: the agencies, ministries and outlets that an article's statements came through."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from coranto.data import rows
from coranto.text.normal import ascii_fold
from coranto.types import Article, Cite, Link, Reading, StatementMention
from coranto.types.copies import ParentKind

_OFFICIAL = re.compile(
    r"\b(?:ministr\w+|government|kremlin|white house|pentagon|state department|presidency|cabinet|embassy"
    r"|department of \w+|defen[cs]e department|command|armed forces|police|foreign office|commission|parliament)\b"
)
_PASSES_ON = frozenset({"credits", "reports", "quotes", "cites", "statement"})
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source not held: its `name`, what it is, the statements that came through it, a cite of the first."""

    name: str
    kind: ParentKind
    statements: int
    cite: Cite | None
    reason: str


@cache
def _agencies() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows("agencies"):
        for alias in (row["name"], *row.get("aliases", ())):
            names.setdefault(ascii_fold(alias), row["name"])
    return names


def agency(name: str) -> str:
    """The canonical name of an agency, or "" when the name is none of an agency's."""
    folded = ascii_fold(name).strip()
    known = _agencies()
    bare = re.sub(r"^the |(?:'s)$|^(?:\w+ )?(?:state )?(?:news agency|media agency) | news agency$", "", folded)
    return known.get(folded, "") or known.get(bare, "")


class Names:
    """One name for each source of a story, however its articles write it."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._codes: dict[str, tuple[str, tuple[str, ...]]] = {}
        written: dict[tuple[str, tuple[str, ...]], Counter[str]] = {}
        for name in (one for reading in readings for one in reading.names):
            if name.kind != "organisation" or not _OFFICIAL.search(ascii_fold(name.text)):
                continue
            key = (name.code, tuple(sorted(name.sector)))
            self._codes.setdefault(ascii_fold(name.text), key)
            written.setdefault(key, Counter())[name.full or name.text] += 1
        self._best = {
            key: min(counts, key=lambda text: (-counts[text], text))  # the commonest, then the first by letters
            for key, counts in written.items()
            if key[0] and key[1]
        }

    def official(self, text: str, code: str = "", sectors: tuple[str, ...] = ()) -> str:
        """The story's name for a ministry or other authority; the text itself when nothing better is known."""
        known = self._codes.get(ascii_fold(text), (code, tuple(sorted(sectors))))
        return self._best.get(known, text)


def is_official(text: str) -> bool:
    """Whether a name is that of a ministry, a government or another authority."""
    return _OFFICIAL.search(ascii_fold(text)) is not None


def _cite(article: Article, said: StatementMention) -> Cite | None:
    text = article.title if said.sentence == -1 else article.margin if said.sentence == -2 else article.text
    exact = text[said.start : said.end]
    if not exact or said.start < 0:
        return None
    return Cite(
        article=article.id, sentence=said.sentence, start=said.start, end=said.start + len(exact), exact=exact
    )


def _organisation(said: StatementMention) -> tuple[str, str, tuple[str, ...]]:
    """The authority that speaks, with its country and sectors, or empty when a person or nobody does."""
    speaker = said.speaker
    if speaker is None or speaker.via not in ("organisation", "metonym"):
        return "", "", ()
    if is_official(speaker.name) or _PUBLIC.intersection(speaker.sector):
        return speaker.organisation or speaker.name, speaker.country, speaker.sector
    return "", "", ()


def _links(article: Article, said: StatementMention, names: Names) -> list[tuple[str, ParentKind, str]]:
    """The stubs of one statement's chain, outermost first, with a reason each."""
    found: list[tuple[str, ParentKind, str]] = []
    own = {ascii_fold(article.outlet), ascii_fold(article.carrier), ""}
    for link in said.chain:
        stub = _stub(link, names)
        if stub is not None and ascii_fold(stub[0]) not in own:
            found.append(stub)
    name, code, sectors = _organisation(said)
    if name and not agency(name):
        found.append((names.official(name, code, sectors), "ministry", "speaks for itself"))
    return found


def _stub(link: Link, names: Names) -> tuple[str, ParentKind, str] | None:
    wire = agency(link.actor)
    if wire and link.relation != "publishes":
        return wire, "agency", f"a statement came through it ({link.relation})"
    if is_official(link.actor) and link.relation in (*_PASSES_ON, "says"):
        return names.official(link.actor), "ministry", f"a statement came through it ({link.relation})"
    return None


def through(article: Article, reading: Reading, names: Names) -> tuple[tuple[Source, ...], float]:
    """The sources an article's statements came through, and which share (0..1) of its statements did so."""
    kinds: dict[str, tuple[ParentKind, str]] = {}
    counts: Counter[str] = Counter()
    cites: dict[str, Cite | None] = {}
    passed = 0
    for said in reading.statements:
        found = _links(article, said, names)
        passed += bool(found)
        for name, kind, reason in found:
            kinds.setdefault(name, (kind, reason))
            counts[name] += 1
            if cites.get(name) is None:
                cites[name] = _cite(article, said)
    sources = tuple(Source(name, *_first(kinds[name], counts[name], cites[name])) for name in kinds)
    return sources, passed / max(1, len(reading.statements))


def _first(kind: tuple[ParentKind, str], count: int, cite: Cite | None) -> tuple[ParentKind, int, Cite | None, str]:
    return kind[0], count, cite, f"{kind[1]}; {count} in all"


def credited(article: Article) -> Mapping[str, tuple[ParentKind, str, Cite]]:
    """The agencies and outlets that a page credits as a whole, by name."""
    found: dict[str, tuple[ParentKind, str, Cite]] = {}
    for one in article.credits:
        if one.kind in ("photo", "carrier") or ascii_fold(one.agency) == ascii_fold(article.outlet):
            continue
        wire = agency(one.agency)
        kind: ParentKind = "agency" if wire or one.kind in ("agency", "dateline", "inputs") else "outlet"
        found.setdefault(wire or one.agency, (kind, f"credited by the page ({one.kind})", one.cite))
    return found
