"""Which event is part of which: by what the mentions say, and by visits and meetings at one time and place."""

from collections import Counter
from collections.abc import Mapping, Sequence

from coranto.record.group import Cluster
from coranto.record.reports import Report
from coranto.types import Interval

Parts = Mapping[int, tuple[int, str]]
"""Cluster number of a part: the cluster number of its whole, and why."""


def wholes(clusters: Sequence[Cluster], spans: Sequence[Interval | None]) -> Parts:
    """The whole of each cluster that is a part of another; never a circle.

    A mention that took place `at` another makes its cluster a part of the other's; a meeting is part of a
    visit of the same persons (or countries, in one story) in the same country and days.
    """
    found: dict[int, tuple[int, str]] = {}
    home = {report.mention.id: at for at, group in enumerate(clusters) for report in group.reports}
    for at, group in enumerate(clusters):
        said = Counter(home[report.mention.at] for report in group.reports if report.mention.at in home)
        said.pop(at, None)
        if said:
            whole = min(said, key=lambda one: (-said[one], one))
            _link(found, at, whole, "said to be at it")
    visits = [at for at, group in enumerate(clusters) if _family(group) == "visit"]
    for at, group in enumerate(clusters):
        if at in found or _family(group) != "meet":
            continue
        for visit in visits:
            why = _during(group, clusters[visit], spans[at], spans[visit])
            if why and _link(found, at, visit, why):
                break
    return found


def _link(found: dict[int, tuple[int, str]], part: int, whole: int, why: str) -> bool:
    """Make `part` a part of `whole` unless that closes a circle."""
    above: int | None = whole
    while above is not None:
        if above == part:
            return False
        above = found[above][0] if above in found else None
    found[part] = (whole, why)
    return True


def _family(group: Cluster) -> str:
    return group.reports[0].mention.family


def _during(meeting: Cluster, visit: Cluster, day: Interval | None, days: Interval | None) -> str:
    if meeting.reports[0].kind != visit.reports[0].kind or not _same_country(meeting, visit):
        return ""
    if not visit.parties <= meeting.parties or not meeting.stories & visit.stories:
        near = visit.persons & meeting.persons
        if not near or not meeting.storylines & visit.storylines:
            return ""
    if visit.persons and meeting.persons and not visit.persons & meeting.persons:
        return ""
    if day is None or days is None:
        same = {r.source.article.id for r in meeting.reports} & {r.source.article.id for r in visit.reports}
        return "one article, one place" if same and (day is None) == (days is None) else ""
    return "same days and place as the visit" if day.overlaps(days) else ""


def _countries(reports: Sequence[Report]) -> set[str]:
    return {report.country for report in reports} - {""}


def _same_country(meeting: Cluster, visit: Cluster) -> bool:
    """Whether the meeting's country is the one visited, as far as both are known."""
    hosts = _countries(visit.reports) | {code for report in visit.reports for code in report.recipients}
    there = _countries(meeting.reports)
    return not hosts or not there or bool(hosts & there)
