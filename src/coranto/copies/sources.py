"""Sources not held: the agencies, ministries and outlets that an article's statements came through."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from coranto.copies.authorities import Authorities, is_authority
from coranto.copies.marks import is_own, marks, voice
from coranto.data import rows
from coranto.text.normal import ascii_fold
from coranto.types import Article, Cite, Link, Reading, StatementMention
from coranto.types.copies import ParentKind

_LETTERS = 4
_CREDITED = "credited by the page"
_PASSES_ON = frozenset({"credits", "reports", "quotes", "cites", "statement"})


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


@cache
def _initials() -> frozenset[str]:
    """Folded names that are an agency's only in capitals: ANA is one, Ana is not."""
    spelled = [alias for row in rows("agencies") for alias in (row["name"], *row.get("aliases", ()))]
    plain = {ascii_fold(one) for one in spelled if not one.isupper()}
    return frozenset(ascii_fold(one) for one in spelled if one.isupper() and len(one) <= _LETTERS) - plain


def agency(name: str) -> str:
    """The canonical name of an agency, or "" when the name is none of an agency's."""
    folded = ascii_fold(name).strip()
    known = _agencies()
    if folded in _initials() and not name.strip().isupper():
        return ""
    bare = re.sub(r"^the |(?:'s)$|^(?:\w+ )?(?:state )?(?:news agency|media agency) | news agency$", "", folded)
    return known.get(folded, "") or known.get(bare, "")


def _cite(article: Article, said: StatementMention) -> Cite | None:
    text = article.title if said.sentence == -1 else article.margin if said.sentence == -2 else article.text
    exact = text[said.start : said.end]
    if not exact or said.start < 0:
        return None
    return Cite(
        article=article.id, sentence=said.sentence, start=said.start, end=said.start + len(exact), exact=exact
    )


def _speaking(said: StatementMention) -> str:
    """The authority that speaks for itself, or "" when a person, an agency or nobody does, or when the words tell
    what it wishes or fears and not what it said."""
    if not _voiced(said):
        return ""
    speaker = said.speaker
    if speaker is None or speaker.via not in ("organisation", "metonym"):
        return ""
    return speaker.name if is_authority(speaker.name) else ""


def _voiced(said: StatementMention) -> bool:
    """Whether somebody said it, and it is no wish, hope or blame that the article ascribes to him."""
    if said.stance in ("welcome", "expect") or said.rule in ("noun", "infinitive", "passive", "uncued"):
        return said.kind == "direct" and bool(said.cue)
    return said.rule != "participle" or said.stance == "say"


def _links(article: Article, said: StatementMention, names: Authorities) -> list[tuple[str, ParentKind, str]]:
    """The stubs of one statement's chain, outermost first, with a reason each."""
    found: list[tuple[str, ParentKind, str]] = []
    own = {ascii_fold(article.outlet), ascii_fold(article.carrier), ""}
    for link in said.chain:
        stub = _stub(link, said, names)
        if stub is not None and ascii_fold(stub[0]) not in own:
            found.append(stub)
    name = _speaking(said)
    if name and not any(kind == "ministry" for _, kind, _ in found):
        found.append((names.named(name, said), "ministry", "it speaks for itself"))
    return [one for one in dict.fromkeys(found) if one[0]]


def _stub(link: Link, said: StatementMention, names: Authorities) -> tuple[str, ParentKind, str] | None:
    wire = agency(link.actor)
    if wire and link.relation != "publishes":
        return wire, "agency", f"a statement came through it ({link.relation})"
    if is_authority(link.actor) and link.relation in (*_PASSES_ON, "says") and _voiced(said):
        return names.named(link.actor, said), "ministry", f"a statement came through it ({link.relation})"
    return None


def through(article: Article, reading: Reading) -> tuple[tuple[Source, ...], float]:
    """The sources an article's statements came through, and which share (0..1) of its statements did so."""
    kinds: dict[str, tuple[ParentKind, str]] = {}
    counts: Counter[str] = Counter()
    cites: dict[str, Cite | None] = {}
    passed = 0
    names = Authorities(article, reading)
    # The page's own credit stands in the chain of every statement; it says nothing of any one of them.
    page = {agency(one.agency) or one.agency for one in article.credits}
    for said in reading.statements:
        found = _links(article, said, names)
        passed += any(name not in page for name, _, _ in found)
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
    """The agencies and outlets that a page credits as a whole, by name; those that only gave it material too."""
    found: dict[str, tuple[ParentKind, str, Cite]] = {}
    for one in article.credits:
        wire = agency(one.agency)
        if one.kind in ("photo", "carrier") or is_own(article, wire or one.agency):
            continue
        kind: ParentKind = "agency" if wire or one.kind in ("agency", "dateline", "inputs") else "outlet"
        found.setdefault(wire or voice(one.agency), (kind, f"{_CREDITED} ({one.kind})", one.cite))
    for mark in marks(article):
        known = found.get(mark.name)
        if known is None or known[1].endswith("(inputs)"):
            found[mark.name] = (mark.kind, f"{_CREDITED}: {mark.reason}", mark.cite)
    return found


def explains(reason: str) -> bool:
    """Whether a reason of `credited` makes the page that source's writing, not only one with its material."""
    return reason.startswith(_CREDITED) and not reason.endswith("(inputs)")


def supplier(article: Article) -> str:
    """The agency or outlet whose writing a page says it carries, or "": the one it says so most often of, the
    first of equals. An agency's or outlet's own page has no supplier."""
    places: dict[tuple[int, int], str] = {}
    for one in article.credits:
        if one.kind not in ("photo", "carrier", "inputs"):
            places.setdefault((one.cite.sentence, one.cite.start), voice(agency(one.agency) or one.agency))
    for mark in marks(article):
        places.setdefault((mark.cite.sentence, mark.cite.start), mark.name)
    counts = Counter(name for _, name in sorted(places.items()) if not is_own(article, name))
    return max(counts, key=counts.__getitem__, default="")
