"""Whether a report may join a cluster: rules that forbid, rules that settle, then a score."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from coranto.record.group import Cluster
from coranto.record.overlap import share
from coranto.record.reports import Report
from coranto.record.source import published
from coranto.types import Interval

People = Mapping[str, Set[str]]
"""Persons by country, under "" those whose country is unknown."""
ODD = 0.2
"""The share of dated members that may give other days without keeping a report out."""
SLACK = 3
"""Days by which reckoned dates of one meeting of the same persons in one place may differ."""
MONTH = 31
"""Days above which a shared interval says nothing for two reports being of one event."""
WEEK = 7
"""Days between one weekday and the next of its name."""
_VERBAL = ("agree", "accuse", "demand", "reject", "support", "threaten", "concede")
"""Families of words: what was said tells one from another."""
IN_COMMON = 0.34
"""The share of stems that two sentences must have in common to tell one demand, promise or accusation."""
RECENT = 7
"""Days before publication that undated news is taken to be of."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a report may join a cluster: `score` 0 when forbidden, above 1 when settled; and why."""

    score: float
    reasons: tuple[str, ...]


def judge(report: Report, group: Cluster) -> Verdict:
    """What the rules and the score say of a report and a cluster."""
    no = forbids(report, group)
    if no:
        return Verdict(0.0, (no,))
    yes = settles(report, group)
    if yes:
        return Verdict(2.0, (yes,))
    parts = [part for part in _score(report, group) if part[1]]
    total = sum(weight for _, weight in parts)
    return Verdict(max(total, 0.001), tuple(f"{name} {weight:+.2f}" for name, weight in parts))


def forbids(report: Report, group: Cluster) -> str:
    """The rule that keeps them apart, in words, or nothing."""
    first = group.reports[0]
    if report.mention.family != first.mention.family:
        return "another kind of happening"
    if report.kind != first.kind:
        return "planned and happened"
    if _other_parties(report, group):
        return "other parties"
    if _other_ordinal(report, group):
        return "another edition"
    slack = SLACK if _same_room(report, group) else 1
    if _outvoted(report, group, slack):
        return "other days"
    if _other_people(report, group):
        return "other persons on one side"
    if any(_opposite(report, other) for other in group.seen):
        return "the other direction"
    if any(_mutual(report, other) for other in group.seen):
        return "one side's word and that of both"
    if _other_words(report, group):
        return "other words"
    if _news_of_old(report, group):
        return "undated news, and an event of long before"
    if _undated_elsewhere(report, group):
        return "undated, in another story"
    return ""


def _other_parties(report: Report, group: Cluster) -> bool:
    """Whether each names a party the other lacks; a person of unknown country may stand for a bare country."""
    mine, theirs = report.parties - group.parties, group.parties - report.parties
    if not mine or not theirs:
        return False
    pairs = _stand_ins(mine, report.people, theirs, group.people) + _stand_ins(
        theirs, group.people, mine, report.people
    )
    return len(mine) > pairs and len(theirs) > pairs


def _stand_ins(here: Set[str], people: People, there: Set[str], others: People) -> int:
    """How many persons without a country on one side can stand for countries without a person on the other."""
    loose = here & frozenset(people.get("", ()))
    bare = [code for code in there if not others.get(code) and code not in others.get("", ())]
    return min(len(loose), len(bare))


def _other_ordinal(report: Report, group: Cluster) -> bool:
    occasion = report.mention.occasion
    if not occasion or not occasion.ordinal:
        return False
    known = group.ordinals.get(occasion.series, set())
    return bool(known) and occasion.ordinal not in known


def _same_room(report: Report, group: Cluster) -> bool:
    """Whether two persons or more are the same, in one place and story: reckoned days may then be some days off."""
    near = report.source.story != "" and report.source.story in group.stories
    return near and report.place in group.places and len(group.persons & report.persons) > 1


def _outvoted(report: Report, group: Cluster, slack: int) -> bool:
    """Whether a good part of the dated members give days that exclude the report's: one odd day forbids nothing."""
    pair = len(group.persons & report.persons) > 1
    against = sum(
        group.days[days, printed]
        for days, printed in group.days
        if not (pair and _week_off(report, days)) and _apart(report, days, printed, slack)
    )
    return against > ODD * group.days.total()


def _apart(report: Report, days: Interval, printed: bool, slack: int) -> bool:
    """Whether a report's days and others exclude each other; some days of slack unless both are printed."""
    own = report.mention.interval
    if own is None or own.overlaps(days):
        return False
    return (printed and report.mention.date_basis == "explicit") or gap(own, days) > slack


def _week_off(report: Report, days: Interval) -> bool:
    """Whether a bare weekday was reckoned a week away: "on Monday" is the last one or the next."""
    own = report.mention.interval
    if own is None:
        return False
    single = own.days == 1 and days.days == 1 and abs((own.start - days.start).days) == WEEK
    return single and report.mention.date_basis == "relative-to-publication"


def gap(one: Interval, other: Interval) -> int:
    """Days from the last day of the earlier interval to the first of the later; 0 when they overlap."""
    if one.overlaps(other):
        return 0
    return (other.start - one.last).days if one.end <= other.start else (one.start - other.last).days


def _other_people(report: Report, group: Cluster) -> bool:
    """Whether some country is represented by persons of whom none is the same."""
    for code, people in report.people.items():
        known = group.people.get(code)
        if known and not known & people:
            return True
    return False


def _opposite(left: Report, right: Report) -> bool:
    if not (left.recipients and right.recipients):
        return False
    return not left.actors & right.actors and bool(left.actors and right.actors)


def _mutual(left: Report, right: Report) -> bool:
    """Whether one is the word of one party to another and one the word of all parties together."""
    verbal = left.mention.event in ("AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN")
    both = min(len(left.parties), len(right.parties)) > 1
    return verbal and both and bool(left.recipients) != bool(right.recipients)


def _other_words(report: Report, group: Cluster) -> bool:
    """Whether a demand, promise or accusation has next to no words with the others: one can say many a day."""
    if report.mention.family not in _VERBAL:
        return False
    return max(share(report.words, other.words) for other in group.seen) < IN_COMMON


def _news_of_old(report: Report, group: Cluster) -> bool:
    """What a page tells undated, not looking back, is no event that had passed long before the page."""
    day = published(report.source)
    if report.mention.interval is not None or report.mention.modality == "background" or day is None:
        return False
    if any(
        one.source.article.id == report.source.article.id and one.persons & report.persons for one in group.seen
    ):
        return False
    ends = [days.end for days, _ in group.days]
    return bool(ends) and (day.start - max(ends)).days > RECENT


def _undated_elsewhere(report: Report, group: Cluster) -> bool:
    if report.mention.interval is not None and group.days:
        return False
    if not report.source.story or report.source.story in group.stories:
        own = report.source.article.id
        return not report.source.story and all(other.source.article.id != own for other in group.seen)
    line = report.source.storyline
    near = bool(line) and line in group.storylines
    occasion = report.mention.occasion
    same = occasion is not None and occasion.series in group.ordinals
    return not (near and same and group.persons & report.persons)


def settles(report: Report, group: Cluster) -> str:
    """The rule that joins them whatever the score, in words, or nothing."""
    occasion = report.mention.occasion
    if occasion and occasion.ordinal and occasion.ordinal in group.ordinals.get(occasion.series, set()):
        equal = bool(report.parties) and report.parties == group.parties
        return f"same edition and parties: {occasion.ordinal} {occasion.series}" if equal else ""
    return ""


def _score(report: Report, group: Cluster) -> list[tuple[str, float]]:
    shared = len(group.persons & report.persons)
    occasion = report.mention.occasion
    return [
        ("same parties" if report.parties == group.parties else "parties fit", _parties_weight(report, group)),
        ("date", max(_date_weight(report, other) for other in group.seen)),
        ("vague date", 0.0 if shared else min(_vagueness(report, other) for other in group.seen)),
        (f"{shared} shared persons", (0.0, 0.2, 0.35)[min(shared, 2)]),
        ("place", _place_weight(report, group)),
        ("occasion", 0.25 if occasion and occasion.series in group.ordinals else 0.0),
        ("trigger", 0.1 if report.trigger in group.triggers else 0.0),
        ("words", 0.3 * max(share(report.words, other.words) for other in group.seen)),
        ("story", _near_weight(report, group)),
    ]


def _parties_weight(report: Report, group: Cluster) -> float:
    if not report.parties or not group.parties:
        return 0.0
    return 0.2 if report.parties == group.parties else 0.05


def _date_weight(report: Report, other: Report) -> float:
    one, two = report.mention.interval, other.mention.interval
    if one is None or two is None:
        return 0.0
    if not one.overlaps(two):
        return 0.05
    longest = max(one.days, two.days)
    if longest == 1:
        return 0.3
    if longest <= MONTH:
        return 0.2 if longest <= 7 else 0.1
    return 0.1 if one == two and report.trigger == other.trigger else 0.0


def _vagueness(report: Report, other: Report) -> float:
    """A year that holds the other's day is no sign of one event: "met twice this year" is no one meeting."""
    one, two = report.mention.interval, other.mention.interval
    if one is None or two is None or one.days == two.days:
        return 0.0
    return -0.15 if max(one.days, two.days) > MONTH else 0.0


def _place_weight(report: Report, group: Cluster) -> float:
    if not report.place or not group.places:
        return 0.0
    if report.place in group.places:
        return 0.15
    countries = {other.country for other in group.seen} - {""}
    if report.country and report.country in countries:
        return 0.05 if any(_whole_country(one) for one in (report, *group.seen)) else -0.1
    return -0.25


def _whole_country(report: Report) -> bool:
    place = report.mention.place
    return place is not None and place.resolution == "country"


def _near_weight(report: Report, group: Cluster) -> float:
    if any(other.source.article.id == report.source.article.id for other in group.seen):
        return 0.2
    if report.source.story and report.source.story in group.stories:
        return 0.15
    return 0.05 if report.source.storyline and report.source.storyline in group.storylines else 0.0
