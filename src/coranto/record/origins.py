"""Where reports of an event come from in the end, and on whose side each origin stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from coranto.data import rows
from coranto.record.countries import country_of
from coranto.record.ministries import plain_name
from coranto.record.reports import Report
from coranto.record.source import Source, cite
from coranto.text.normal import ascii_fold
from coranto.text.sources import bare_source
from coranto.types import Origin, StatementMention

Side = tuple[str, str, bool]
"""Name of an origin, its country where it speaks for one, and whether it is an outlet's own narration."""
_CARRY = ("publishes", "credits")
_OWNED = ("state", "party", "government", "official", "military")


@cache
def _media() -> Mapping[str, str]:
    """Agencies and outlets by folded name: the country of those a state or party owns, else nothing."""
    found: dict[str, str] = {}
    for row in (*rows("agencies"), *rows("outlets")):
        country = row.get("country", "") if row.get("kind") in _OWNED else ""
        for name in (row["name"], *row.get("aliases", ())):
            found.setdefault(ascii_fold(name), country)
    return found


class Roots:
    """Finds the origins of reports, over all sources at hand."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.outlets = {source.article.id: source.outlet for source in sources}
        self.roots = {source.article.id: source.origins for source in sources}
        self.names = {bare_source(source.outlet): source.outlet for source in sources if source.article.outlet}
        self.statements = {s.id: s for source in sources for s in source.reading.statements}
        self.labels: dict[str, str] = {}
        for source in sources:
            for name in source.reading.names:
                if name.kind == "organisation" and name.code:
                    self.labels.setdefault(ascii_fold(name.full), name.code)
                    self.labels.setdefault(ascii_fold(name.text), name.code)

    def of(self, report: Report) -> tuple[Side, ...]:
        """The origins of one report: who is said to say so, else what its lineage leads to, else the outlet."""
        said = [self.statements[one] for one in report.mention.attributed_to if one in self.statements]
        spoken = [root for root in map(self._speaker, said) if root]
        if spoken:
            return tuple(dict.fromkeys(spoken))
        found = [self._root(root) for root in report.source.origins]
        if len({country for _, country, _ in found}) > 1:
            # The page leads to several sides and does not say which of them tells this.
            found = [(name, "", own) for name, _, own in found]
        return tuple(dict.fromkeys(found)) or (self._root(report.source.outlet),)

    def _speaker(self, statement: StatementMention) -> Side | None:
        """The last carrier before the speaker where there is one (a ministry's statement), else the speaker."""
        speaker, chain = statement.speaker, statement.chain
        if len(chain) > 2 and chain[-2].relation not in _CARRY:
            actor = chain[-2].actor
            return actor, self._country(actor) or (speaker.country if speaker else ""), False
        if speaker is None or not (speaker.name or speaker.organisation):
            return None
        name = speaker.name or speaker.organisation
        return name, speaker.country or self._country(name), False

    def _root(self, root: str) -> Side:
        if root in self.outlets:
            outlet = self.outlets[root]
            return outlet, _media().get(ascii_fold(outlet), ""), True
        known = self.names.get(bare_source(root))
        return known or plain_name(root), self._country(root), False

    def tellers(self, articles: Sequence[str]) -> tuple[str, ...]:
        """The independent outlets and agencies behind some articles: for each the report it goes back to, its own
        or a held one, else the source whose writing it carries; each voice once, in order."""
        found: dict[str, str] = {}
        for ident in articles:
            origins = self.roots.get(ident, ()) or (ident,)
            root = next((one for one in origins if one in self.outlets), origins[0])
            name, _, _ = self._root(root)
            found.setdefault(bare_source(name) or name, name)
        return tuple(found.values())

    def _country(self, label: str) -> str:
        folded = ascii_fold(label)
        if folded in _media():
            return _media()[folded]
        return self.labels.get(folded, "") or country_of(label)


def origins(reports: Sequence[Report], roots: Roots) -> tuple[Origin, ...]:
    """Every origin once, with its side and the first sentence it is told in."""
    first: dict[str, Origin] = {}
    actors, recipients = _sides(reports)
    for report in sorted(reports, key=_rank):
        mention = report.mention
        quoted = cite(report.source.article, mention.sentence, mention.start, mention.end)
        for name, country, _ in roots.of(report):
            key = ascii_fold(name)
            if quoted is None:
                continue
            side = _side(country, actors, recipients)
            known = first.get(key)
            if known is None:
                first[key] = Origin(name=name, side=side, cite=quoted)
            elif known.side == "unknown":
                first[key] = replace(known, side=side)
    return tuple(first[key] for key in first)


def _rank(report: Report) -> tuple[int, bool, int, int]:
    return report.rank


def _sides(reports: Sequence[Report]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries of each side; where all parties are actors, the first one stands against the others."""
    actors = frozenset(code for report in reports for code in report.actors)
    recipients = frozenset(code for report in reports for code in report.recipients) - actors
    if recipients or len(actors) < 2:
        return actors, recipients
    firsts = [entity.code for entity in reports[0].mention.actor if entity.code]
    first = frozenset(firsts[:1]) or frozenset(sorted(actors)[:1])
    return first, actors - first


def _side(
    country: str, actors: frozenset[str], recipients: frozenset[str]
) -> Literal["actor", "recipient", "third", "unknown"]:
    if not country:
        return "unknown"
    if country in actors:
        return "actor"
    return "recipient" if country in recipients else "third"
