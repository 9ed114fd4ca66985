"""Event mentions into clusters, one per happening: rules that forbid, rules that settle, then a score.

Reports come in order of time; each joins the best cluster that nothing forbids, or opens its own. So a later
article never moves an earlier report.
"""

from collections import defaultdict
from collections.abc import Sequence

from coranto.record.group import Cluster
from coranto.record.judge import Verdict, judge
from coranto.record.reports import Report, keys

NEAR = 60
"""Clusters of the same parties that a cluster is compared with."""
LEAST = 4
"""Reports that two clusters must have together to be made one: fewer are too little to tell."""
NEARLY = 0.85
"""The share of reports that must fit for two clusters to be made one."""
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
    return settled(made)


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
    if len(one.reports) + len(other.reports) < LEAST or judge(one.reports[0], other).score == 0.0:
        return False
    joins = [judge(report, other).score >= JOIN for report in one.seen]
    joins += [judge(report, one).score >= JOIN for report in other.seen]
    return sum(joins) >= NEARLY * len(joins)


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
