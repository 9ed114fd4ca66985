"""The fields of an event by vote of its lineages, with what they disagree on."""

from collections import Counter
from collections.abc import Sequence

from coranto.record.phrases import word_set
from coranto.record.reports import Report
from coranto.record.weak import is_cancelled
from coranto.record.when import When, variant
from coranto.text.normal import ascii_fold
from coranto.types import Counts, Disagreement, EventMention, Occurrence, Origin, Place
from coranto.types.reading import Modality
from coranto.types.record import Status

HALF = 0.5
"""The share of mentions that must say that it was called off."""
DOUBT = 0.2
"""The share of mentions that must deny an event for it to be disputed."""


def modality(members: Sequence[Report]) -> Modality:
    """What most lineages say; looked back on or denied only where nobody says more."""
    said = Counter(said for said, _ in {(r.mention.modality, r.source.lineage) for r in members})
    told = {one for one in said if one not in ("background", "negated")} or set(said)
    return min(told, key=lambda one: (-said[one], one))


def place(members: Sequence[Report]) -> Place | None:
    """The place most lineages give; a city before its country. A visit is placed in no country but the host's."""
    hosts = {code for report in members if report.mention.family == "visit" for code in report.recipients}
    found: dict[str, Place] = {}
    votes: dict[str, set[str]] = {}
    for report in members:
        elsewhere = bool(hosts) and report.country not in ("", *hosts)
        if report.mention.place is not None and report.place and not elsewhere:
            found.setdefault(report.place, report.mention.place)
            votes.setdefault(report.place, set()).add(report.source.lineage)
    if not found:
        return None
    best = min(found, key=lambda key: (found[key].resolution == "country", -len(votes[key]), key))
    return found[best]


def occasion(members: Sequence[Report]) -> Occurrence | None:
    """The occasion most mentions name, one with an ordinal first."""
    held = [report.mention.occasion for report in members if report.mention.occasion is not None]
    if not held:
        return None
    counted = Counter(held)
    return min(held, key=lambda one: (not one.ordinal, -counted[one], one.name))


def status(members: Sequence[Report], counts: Counts, origins: Sequence[Origin], deniers: Sequence[str]) -> Status:
    """Cancelled, planned, denied, disputed, or by whom it is told: both sides, one, an observer, or the press."""
    denials = sum(report.mention.modality == "negated" for report in members)
    if denials > DOUBT * len(members):
        return "denied" if denials == len(members) else "disputed"
    if sum(map(is_cancelled, members)) > HALF * len(members):
        return "cancelled"
    if deniers:
        return "disputed"
    if members[0].kind == "planned":
        return "planned"
    if counts.sides > 1:
        return "confirmed-by-both"
    if counts.sides:
        return "confirmed-by-one-side"
    return "observed" if any(map(_observes, origins)) else "reported"


def _observes(origin: Origin) -> bool:
    """Whether an origin is an authority of neither side: a third country's ministry, observers on the spot."""
    return origin.side == "third" and not word_set("observers").isdisjoint(ascii_fold(origin.name).split())


def disagreements(members: Sequence[Report], when: When) -> tuple[Disagreement, ...]:
    """The fields on which mentions differ: date, place, and each count of people."""
    found = [when.disagreement] if when.disagreement else []
    for field in ("place", *sorted({name for report in members for name, _ in report.mention.size})):
        values: dict[str, list[Report]] = {}
        for report in members:
            for value in _values(report.mention, field) if field != "place" or report.place else ():
                values.setdefault(value, []).append(report)
        variants = tuple(variant(value, values[value]) for value in sorted(values))
        if len(variants) > 1 and all(one.cites for one in variants):
            found.append(Disagreement(field=field, values=variants))
    return tuple(found)


def _values(mention: EventMention, field: str) -> list[str]:
    if field != "place":
        return [f"{value:g}" for name, value in mention.size if name == field]
    spot = mention.place
    if spot is None or spot.resolution not in ("city", "point"):
        return []
    return [spot.resolved_place or spot.extracted_place]


def size(members: Sequence[Report]) -> tuple[tuple[str, float], ...]:
    """For each count (killed, injured) the value most lineages give, the latest among equals."""
    found: list[tuple[str, float]] = []
    for field in sorted({name for report in members for name, _ in report.mention.size}):
        votes: dict[float, set[str]] = {}
        last: dict[float, int] = {}
        for at, report in enumerate(members):
            for name, value in report.mention.size:
                if name == field:
                    votes.setdefault(value, set()).add(report.source.lineage)
                    last[value] = at
        found.append((field, max(votes, key=lambda value: (len(votes[value]), last[value]))))
    return tuple(found)
