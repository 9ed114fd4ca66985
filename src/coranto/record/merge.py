"""Event mentions into clusters, one per happening: rules that forbid, rules that settle, then a score.

Reports come in order of time; each joins the best cluster that nothing forbids, or opens its own. So a later
article never moves an earlier report.
"""

from collections import defaultdict
from collections.abc import Sequence

from coranto.record.group import Cluster
from coranto.record.judge import WEEK, Verdict, judge
from coranto.record.reports import Report, keys

NEAR = 60
"""Clusters of the same parties that a cluster is compared with."""
LEAST = 4
"""Reports that two clusters must have together to be made one: fewer are too little to tell."""
NEARLY = 0.85
"""The share of reports that must fit for two clusters to be made one."""
PASSES = 3
"""How often clusters that have grown are compared once more."""
JOIN = 0.5
"""The score at which a report joins a cluster."""


def cluster(reports: Sequence[Report]) -> list[Cluster]:
    """The clusters of the reports, in order of their first one."""
    blocks: dict[str, list[int]] = defaultdict(list)
    copied: dict[tuple[str, ...], int] = {}
    made: list[Cluster] = []
    for report in reports:
        known = keys(report)
        copy = _copy_key(report)
        chosen = copied.get(copy, -1)
        if chosen >= 0:
            made[chosen].add(report, ("copied sentence",))
        else:
            chosen = _place(report, sorted({at for key in known for at in blocks[key]}), made)
        copied.setdefault(copy, chosen)
        for key in known:
            if not blocks[key] or chosen not in blocks[key]:
                blocks[key].append(chosen)
    for _ in range(PASSES):
        before = len(made)
        made = settled(made)
        if len(made) == before:
            break
    return made


def settled(made: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, with those made one that opened apart for want of words and have grown alike since.

    Two become one when of what stands for each nearly all would join the other and nothing much forbids it.
    """
    alike: dict[tuple[str, str, frozenset[str]], list[Cluster]] = defaultdict(list)
    kept: list[Cluster] = []
    for one in made:
        lead = one.reports[0]
        near = alike[lead.mention.family, lead.kind, one.parties] if one.parties else []
        home = next((other for other in near[:NEAR] if _one_event(one, other)), None)
        if home is None:
            kept.append(one)
            near.append(one)
            continue
        for report in one.reports:
            home.add(report)
        home.reasons.append(f"made one with the reports of {lead.mention.id}")
    return kept


def _one_event(one: Cluster, other: Cluster) -> bool:
    if len(one.reports) + len(other.reports) < LEAST:
        return False
    if _one_meeting(one, other):
        return True
    if judge(one.reports[0], other).score == 0.0:
        return False
    joins = [judge(report, other).score >= JOIN for report in one.seen]
    joins += [judge(report, one).score >= JOIN for report in other.seen]
    return sum(joins) >= NEARLY * len(joins)


def _one_meeting(one: Cluster, other: Cluster) -> bool:
    """Whether both are the meeting of the same two persons or more, in one place, on one day (or the next)."""
    if one.reports[0].mention.family != "meet" or not one.stories & other.stories:
        return False
    if not _one_day(one, other):
        return False
    people, others = one.regulars, other.regulars
    return len(people) > 1 and people == others and not _elsewhere(one, other) and not _ordinals_differ(one, other)


def _one_day(one: Cluster, other: Cluster) -> bool:
    """Whether both are mostly of one day; a reckoned day may be one off, or a week where it was a bare weekday."""
    day, another = one.modal_day, other.modal_day
    if day is None or another is None:
        return False
    off = abs((day - another).days)
    return off == 0 or (off in (1, WEEK) and not (one.prints(day) and other.prints(another)))


def _elsewhere(one: Cluster, other: Cluster) -> bool:
    """Whether the two are in different countries, or the places most named have nothing in common."""
    here = {report.country for report in one.seen} - {""}
    there = {report.country for report in other.seen} - {""}
    return bool(here and there) and not here & there


def _ordinals_differ(one: Cluster, other: Cluster) -> bool:
    return any(
        one.ordinals[series] and other.ordinals[series] and not one.ordinals[series] & other.ordinals[series]
        for series in sorted(one.ordinals.keys() & other.ordinals.keys())
    )


def _copy_key(report: Report) -> tuple[str, ...]:
    """Equal for one sentence carried by several articles of a copy family."""
    mention = report.mention
    own = "" if report.source.family else report.source.article.id
    return (report.source.family, own, mention.family, mention.event_text, str(report.kind), report.wording)


def _place(report: Report, candidates: list[int], made: list[Cluster]) -> int:
    best, verdict, rejected = -1, Verdict(0.0, ()), []
    for at in candidates:
        one = judge(report, made[at])
        if one.score > verdict.score:
            best, verdict = at, one
        elif one.score == 0.0:
            rejected.append(f"apart from {made[at].reports[0].mention.id}: {one.reasons[0]}")
    if verdict.score < JOIN:
        best = len(made)
        made.append(Cluster())
        made[best].add(report, rejected[-3:])
    else:
        made[best].add(report, ("joined by " + ", ".join(verdict.reasons),))
    return best
