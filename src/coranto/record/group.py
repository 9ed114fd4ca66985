"""A cluster: the reports of one happening and what they say together."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from coranto.record.reports import Report
from coranto.types import Interval

OFTEN = 0.4
"""The share of members that must name a person for him to be there for sure."""
LOOK = 16
"""Members of a cluster whose words a report is compared with: the first ones and the last."""


@dataclass(slots=True)
class Cluster:
    """Reports of one happening, with what they say together and why they are together."""

    reports: list[Report] = field(default_factory=list)
    people: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ordinals: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    places: set[str] = field(default_factory=set)
    triggers: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    storylines: set[str] = field(default_factory=set)
    parties: frozenset[str] = frozenset()
    """The parties that most members name: one odd member does not change whom the others may join."""
    named: Counter[frozenset[str]] = field(default_factory=Counter)
    days: Counter[tuple[Interval, bool]] = field(default_factory=Counter)
    """The days that members give, with whether they were printed, and how many give them."""
    reasons: list[str] = field(default_factory=list)

    def add(self, report: Report, reasons: Iterable[str] = ()) -> None:
        """Take the report in."""
        self.reports.append(report)
        for code, people in report.people.items():
            self.people[code] |= people
        occasion = report.mention.occasion
        if occasion and occasion.series:
            self.ordinals[occasion.series] |= {occasion.ordinal} if occasion.ordinal else set()
        self.places |= {report.place} - {""}
        self.triggers.add(report.trigger)
        self.stories |= {report.source.story} - {""}
        self.storylines |= {report.source.storyline} - {""}
        self.named[report.parties] += 1
        if not self.parties or self.named[report.parties] > self.named[self.parties]:
            self.parties = report.parties
        if report.mention.interval is not None:
            self.days[report.mention.interval, report.mention.date_basis == "explicit"] += 1
        self.reasons.extend(reasons)

    @property
    def persons(self) -> set[str]:
        """All persons of all reports."""
        return {person for some in self.people.values() for person in some}

    @property
    def modal_day(self) -> date | None:
        """The single day that most members give, the earliest among equals."""
        single: Counter[date] = Counter()
        for (days, _), count in self.days.items():
            if days.days == 1:
                single[days.start] += count
        return min(single, key=lambda day: (-single[day], day), default=None)

    def prints(self, day: date) -> bool:
        """Whether some member has the day in print."""
        return any(printed and days.days == 1 and days.start == day for days, printed in self.days)

    @property
    def regulars(self) -> frozenset[str]:
        """The persons that a good part of the members name."""
        counted = Counter(person for report in self.reports for person in report.persons)
        return frozenset(person for person, count in counted.items() if count >= OFTEN * len(self.reports))

    @property
    def seen(self) -> list[Report]:
        """The members that stand for all: a bounded number of them."""
        half = LOOK // 2
        return self.reports if len(self.reports) <= LOOK else [*self.reports[:half], *self.reports[-half:]]
