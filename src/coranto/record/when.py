"""The date of an event: a vote of lineages over what its mentions say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from coranto.record.reports import Report
from coranto.record.source import cites, published
from coranto.types import Cite, Disagreement, Interval, Variant
from coranto.types.reading import DateBasis, Granularity

HALF = 0.5
"""The share of the best-supported date's votes that a more exact one needs."""
_MONTH = (28, 31)
_LEAD = 6
"""How many sentences, besides the title, tell what a page's own news is."""
_GRAIN: dict[str, Granularity] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_BASES = ("explicit", "relative-to-event", "relative-to-publication", "from-content", "from-story", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The chosen date with where it comes from, and the ones not chosen."""

    date: str = ""
    enddate: str = ""
    granularity: Granularity = "unknown"
    basis: DateBasis = "unknown"
    reason: str = ""
    interval: Interval | None = None
    disagreement: Disagreement | None = None


def iso(interval: Interval) -> str:
    """The shortest ISO 8601 date that says the interval: `2023`, `2023-10`, `2023-10-30`, or its first day."""
    start = interval.start
    if (start.month, start.day) == (1, 1) and interval.end == date(start.year + 1, 1, 1):
        return f"{start.year:04d}"
    if start.day == 1 and _MONTH[0] <= interval.days <= _MONTH[1] and interval.end.day == 1:
        return start.isoformat()[:7]
    return start.isoformat()


def chosen(reports: Sequence[Report]) -> When:
    """The most exact date that lineages agree with (half as many as with the vaguest), then the best supported."""
    dated = [report for report in reports if report.mention.interval is not None]
    if not dated:
        return _of_the_page(reports)
    votes = _votes(dated)
    best = min(dated, key=partial(_choice, votes))
    mention = best.mention
    interval = mention.interval
    if interval is None:
        return When()
    last = interval.last.isoformat() if interval.days > 1 else ""
    of = {report.source.lineage for report in dated}
    return When(
        date=iso(interval),
        enddate=last,
        granularity=mention.date_granularity,
        basis=mention.date_basis,
        reason=f"{mention.date_reason or mention.date_text} ({votes[interval]} of {len(of)} lineages)".strip(),
        interval=interval,
        disagreement=_disagreement(dated, interval),
    )


def _of_the_page(reports: Sequence[Report]) -> When:
    """The days of an undated page whose own news this is: an interval that was inferred, and says so.

    Only for what a page leads with; on a page that prints its date an unresolved day stays unresolved.
    """
    for report in sorted(reports, key=_rank):
        page = report.source.article.published
        days = published(report.source)
        fresh = report.mention.modality == "actual" and report.mention.sentence < _LEAD
        if days is None or page.known != "inferred" or not fresh:
            continue
        why = page.evidence[0].rule if page.evidence else "inferred from its text"
        return When(
            date=iso(days),
            enddate=days.last.isoformat() if days.days > 1 else "",
            granularity=_GRAIN.get(page.precision, "unknown"),
            basis="from-content",
            reason=f"news of a page that is itself dated by inference ({why})",
            interval=days,
        )
    return When()


def _agrees(report: Report, interval: Interval) -> bool:
    own = report.mention.interval
    return own is not None and own.overlaps(interval)


def _votes(dated: Sequence[Report]) -> dict[Interval, int]:
    """For each interval that is given, how many lineages give days that it shares."""
    lineages: dict[Interval, set[str]] = {}
    for report in dated:
        if report.mention.interval is not None:
            lineages.setdefault(report.mention.interval, set()).add(report.source.lineage)
    return {
        interval: len(set().union(*(lineages[other] for other in lineages if other.overlaps(interval))))
        for interval in lineages
    }


def _choice(
    votes: Mapping[Interval, int], report: Report
) -> tuple[bool, int, int, int, tuple[int, bool, int, int]]:
    interval = report.mention.interval
    if interval is None:
        return (True, 0, 0, 0, report.rank)
    few = votes[interval] < HALF * max(votes.values())
    return (few, interval.days, -votes[interval], _BASES.index(report.mention.date_basis), report.rank)


def _disagreement(dated: Sequence[Report], interval: Interval) -> Disagreement | None:
    if all(_agrees(report, interval) for report in dated):
        return None
    values: dict[str, list[Report]] = {}
    for report in dated:
        own = report.mention.interval
        if own is not None:
            agreed = own.overlaps(interval)
            values.setdefault(iso(interval if agreed else own), []).append(report)
    variants = tuple(variant(value, values[value]) for value in sorted(values))
    return Disagreement(field="date", values=tuple(one for one in variants if one.cites))


def variant(value: str, reports: Sequence[Report]) -> Variant:
    """One value of a field with the mentions that give it."""
    found: list[Cite] = []
    for report in sorted(reports, key=_rank):
        mention = report.mention
        found.extend(cites(report.source.article, [(mention.sentence, mention.start, mention.end)]))
    return Variant(value=value, cites=tuple(found))


def _rank(report: Report) -> tuple[int, bool, int, int]:
    return report.rank
