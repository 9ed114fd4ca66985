"""What marks an article among those of its story: First, Origin, Most relayed, Fullest, Adds facts, Differs.

All of it follows from lineage and from the facts of the record; each label says why and quotes words where it can.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coranto.story.show.contrast import Told, departures
from coranto.story.show.moments import DAY, span
from coranto.types import Cite, Lineage

LabelName = Literal["First", "Origin", "Most relayed", "Fullest", "Adds facts", "Differs"]
_FEW = 3
_NAMED = 3
_RELAYED = 2
_ALIKE_FIRST = 3
_TITLE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One article as its story's labels see it: `when` an ISO time, empty when its page tells none; `partial` for a
    cut page, a live page or a round-up, which are never the fullest; `lineage` may be None."""

    article: str
    outlet: str
    when: str = ""
    words: int = 0
    family: str = ""
    partial: bool = False
    lineage: Lineage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label with its reason in words, how many articles or facts it counts, the facts' ids, and one cite."""

    label: LabelName
    reason: str
    count: int = 0
    facts: tuple[str, ...] = ()
    cite: Cite | None = None


def labels(accounts: Sequence[Account], facts: Sequence[Told]) -> dict[str, tuple[Label, ...]]:
    """The labels of the articles of one story, by article id, in the order of their names' list.

    A story of one article gives none. `accounts` stand in the story's order; `facts` are its events, statements of
    named speakers and figures.
    """
    if len(accounts) < 2:
        return {}
    scene = _Scene(accounts, facts)
    found: dict[str, list[Label]] = {}
    for part in (_first(scene), _origins(scene), _relayed(scene), _fullest(scene), _adds(scene), _differs(scene)):
        for ident, label in part.items():
            found.setdefault(ident, []).append(label)
    return {ident: tuple(held) for ident, held in found.items()}


class _Scene:
    """The articles of a story with who depends on whom and who tells what; `spans` has those known to the day."""

    def __init__(self, accounts: Sequence[Account], facts: Sequence[Told]) -> None:
        self.accounts = {one.article: one for one in accounts}
        self.facts = {fact.id: fact for fact in facts}
        times = {one.article: span(one.when) for one in accounts}
        self.spans = {ident: at for ident, at in times.items() if at is not None and at.end - at.start <= DAY}
        self.children: dict[str, dict[str, Cite | None]] = {}
        for one in accounts:
            for edge in one.lineage.edges if one.lineage else ():
                if edge.parent_kind == "article" and edge.parent in self.accounts:
                    held = self.children.setdefault(edge.parent, {})
                    held.setdefault(one.article, edge.cites[0] if edge.cites else None)
        self.tells: dict[str, dict[str, Cite]] = {one.article: {} for one in accounts}
        for fact in facts:
            for cite in fact.cites:
                if cite.article in self.tells:
                    self.tells[cite.article].setdefault(fact.id, cite)

    def name(self, article: str) -> str:
        """How an article is called in a reason."""
        return self.accounts[article].outlet or "an article without a known outlet"

    def foreign(self, article: str, other: str) -> bool:
        """Whether two articles are of different outlets, as far as these are known."""
        one, two = self.accounts[article].outlet.casefold(), self.accounts[other].outlet.casefold()
        return one != two or not one

    def quoted(self, article: str, relays: Sequence[str]) -> Cite | None:
        """The first words that one of these articles has of another."""
        held = self.children.get(article, {})
        return next((cite for one in relays if (cite := held.get(one)) is not None), None)


def _names(scene: _Scene, articles: Sequence[str]) -> str:
    """Outlets in a sentence: `A, B, C and 4 more`."""
    names = list(dict.fromkeys(scene.name(one) for one in articles))
    rest = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    return f"{shown} and {rest} more" if rest > 0 else shown


def _many(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"


def _first(scene: _Scene) -> dict[str, Label]:
    """The article that came before all others; of several whose order no page tells, those that are no copies of
    one another, at most three."""
    if len(scene.spans) < 2:
        return {}
    edge = min(at.end for at in scene.spans.values())
    early = [ident for ident in scene.accounts if ident in scene.spans and scene.spans[ident].start < edge]
    later = {child for ident in early for child in scene.children.get(ident, ()) if child != ident}
    kept = [ident for ident in early if ident not in later]
    if not kept or len(kept) > _ALIKE_FIRST:
        return {}
    undated = len(scene.accounts) - len(scene.spans)
    tail = f"; {_many(undated, 'article')} of no known day left aside" if undated else ""
    if len(kept) == 1:
        return {kept[0]: Label(label="First", reason=_alone(scene, kept[0], early) + tail)}
    reason = f"one of {len(kept)} articles of the earliest time; no page tells which came first{tail}"
    return {ident: Label(label="First", reason=reason, count=len(kept)) for ident in kept}


def _alone(scene: _Scene, ident: str, early: Sequence[str]) -> str:
    when = scene.accounts[ident].when
    if len(early) == 1:
        return f"published {when}, before all others"
    return f"published {when}; the others of that time have it from this article"


def _origins(scene: _Scene) -> dict[str, Label]:
    """Articles that those of other outlets go back to."""
    found: dict[str, list[str]] = {}
    for ident, one in scene.accounts.items():
        for origin in one.lineage.origins if one.lineage else ():
            if origin in scene.accounts and origin != ident and scene.foreign(origin, ident):
                found.setdefault(origin, []).append(ident)
    return {
        ident: Label(
            label="Origin",
            reason=f"{_many(len(relays), 'other article')} go back to it: {_names(scene, relays)}"
            if len(relays) > 1
            else f"1 other article goes back to it: {_names(scene, relays)}",
            count=len(relays),
            cite=scene.quoted(ident, relays),
        )
        for ident, relays in found.items()
    }


def _relayed(scene: _Scene) -> dict[str, Label]:
    """The article that most articles of other outlets have words of, at least two; of equals all, at most three."""
    relays = {
        ident: [child for child in held if scene.foreign(ident, child)] for ident, held in scene.children.items()
    }
    most = max((len(held) for held in relays.values()), default=0)
    kept = [ident for ident in scene.accounts if len(relays.get(ident, ())) == most]
    if most < _RELAYED or len(kept) > _FEW:
        return {}
    return {
        ident: Label(
            label="Most relayed",
            reason=f"{most} articles carry words of it, more than of any other: {_names(scene, relays[ident])}",
            count=most,
            cite=scene.quoted(ident, relays[ident]),
        )
        for ident in kept
    }


def _fullest(scene: _Scene) -> dict[str, Label]:
    """The article that tells most of the story's facts, the longer of equals; none where nothing sets one apart."""
    whole = [one for one in scene.accounts.values() if not one.partial]
    if len(whole) < 2:
        return {}
    order = {ident: at for at, ident in enumerate(scene.accounts)}

    def weight(one: Account) -> tuple[int, int, int]:
        return -len(scene.tells[one.article]), -one.words, order[one.article]

    best, second = sorted(whole, key=weight)[:2]
    many = len(scene.tells[best.article])
    if weight(best)[:2] == weight(second)[:2] and not (best.family and best.family == second.family):
        return {}
    words = _many(best.words, "word")
    reason = f"tells {many} of the {_many(len(scene.facts), 'fact')} of the story, in {words}" if many else words
    return {best.article: Label(label="Fullest", reason=reason, count=many, facts=())}


def _adds(scene: _Scene) -> dict[str, Label]:
    """Articles that tell what no earlier article tells; what has it from an article is not earlier than it."""
    found: dict[str, Label] = {}
    opening = min((at.end for at in scene.spans.values()), default=0)
    tellers = _tellers(scene)
    for ident, at in scene.spans.items():
        if at.start < opening:
            continue
        copies = scene.children.get(ident, {})
        fresh = [
            fact
            for fact in scene.tells[ident]
            if not any(
                other not in copies and scene.spans[other].start < at.end
                for other in tellers[fact]
                if other != ident
            )
        ]
        if fresh:
            found[ident] = Label(
                label="Adds facts",
                reason=_listed(scene, fresh),
                count=len(fresh),
                facts=tuple(fresh),
                cite=scene.tells[ident][fresh[0]],
            )
    return found


def _tellers(scene: _Scene) -> dict[str, list[str]]:
    """The dated articles that tell each fact."""
    found: dict[str, list[str]] = {fact: [] for fact in scene.facts}
    for ident in scene.spans:
        for fact in scene.tells[ident]:
            found[fact].append(ident)
    return found


def _listed(scene: _Scene, facts: Sequence[str]) -> str:
    shown = "; ".join(_cut(scene.facts[one].title) for one in facts[:_FEW])
    rest = len(facts) - _FEW
    more = f"; and {rest} more" if rest > 0 else ""
    return f"{_many(len(facts), 'fact')} that no earlier article tells: {shown}{more}"


def _cut(text: str) -> str:
    return text if len(text) <= _TITLE else text[:_TITLE].rsplit(" ", 1)[0] + " …"


def _differs(scene: _Scene) -> dict[str, Label]:
    """Articles that give another value than most others do, copies counted once."""
    families = {ident: one.family or ident for ident, one in scene.accounts.items()}
    found: dict[str, list[tuple[str, str, Cite]]] = {}
    for fact in scene.facts.values():
        for one in departures(fact, families):
            found.setdefault(one.article, []).append((fact.id, one.reason, one.cite))
    return {
        ident: Label(
            label="Differs",
            reason="; ".join(reason for _, reason, _ in held[:_FEW])
            + (f"; and {len(held) - _FEW} more" if len(held) > _FEW else ""),
            count=len(held),
            facts=tuple(dict.fromkeys(fact for fact, _, _ in held)),
            cite=held[0][2],
        )
        for ident, held in found.items()
    }
