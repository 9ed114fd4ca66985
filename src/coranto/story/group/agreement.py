"""Whether the events two texts lead with are the same, may be, or cannot be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from coranto.data import rows
from coranto.types import EventSlot, Interval

_DAYS_APART = 2
_DATED_DAYS = 3
_LASTING = frozenset({"patrol", "exercise"})
_LASTING_DAYS = 6
_POINT_FAMILIES_NOT = frozenset({"say", "statement", "fight", "agree", "accuse", "reject", "threaten", "demand"})
"""Families that go on for days or recur within one story: their dates contradict nothing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`veto` says why the two cannot be one happening; `same` why they must be; `likely` why they are if their
    texts do not speak against it; `shared` counts events that agree; `other_occasion` says that both lead with
    occasions, none in common."""

    veto: str = ""
    same: str = ""
    likely: str = ""
    shared: int = 0
    other_occasion: bool = False


def _leads(events: Iterable[EventSlot]) -> list[EventSlot]:
    return [one for one in events if one.lead]


def _day_like(interval: Interval | None) -> bool:
    return interval is not None and interval.days <= _DATED_DAYS


def _apart(one: EventSlot, two: EventSlot) -> bool:
    """Whether the days of two deeds of one family contradict; of what lasts, texts name the first or last day."""
    if one.interval is None or two.interval is None:
        return False
    gap = max(one.interval.start, two.interval.start) - min(one.interval.last, two.interval.last)
    return gap >= timedelta(days=_LASTING_DAYS if one.family in _LASTING else _DAYS_APART)


def _one_deed(one: EventSlot, two: EventSlot) -> bool:
    return one.family == two.family and len(one.parties) > 1 and one.parties == two.parties


def _dates(mine: Sequence[EventSlot], theirs: Sequence[EventSlot]) -> str:
    """A veto when every pair of same deeds with known days lies days apart."""
    pairs = [
        (one, two)
        for one in mine
        for two in theirs
        if _one_deed(one, two) and one.family not in _POINT_FAMILIES_NOT and one.interval and two.interval
        if _day_like(one.interval) and _day_like(two.interval)
    ]
    if pairs and all(_apart(left, right) for left, right in pairs):
        left, right = pairs[0]
        return f"the same deed on other days: {_first(left)} and {_first(right)}"
    return ""


def _first(event: EventSlot) -> str:
    return event.interval.start.isoformat() if event.interval else ""


def _editions(mine: Sequence[EventSlot], theirs: Sequence[EventSlot]) -> str:
    """A veto when both lead with editions of one series, and none is the same."""
    here = {(one.series, one.ordinal) for one in mine if one.series and one.ordinal}
    there = {(one.series, one.ordinal) for one in theirs if one.series and one.ordinal}
    series = sorted({name for name, _ in here} & {name for name, _ in there})
    if series and not here & there:
        first = series[0]
        left = sorted(number for name, number in here if name == first)
        right = sorted(number for name, number in there if name == first)
        return f"other editions of {first}: {left[0]} and {right[0]}"
    return ""


def _places(mine: Sequence[EventSlot], theirs: Sequence[EventSlot]) -> str:
    """A veto when the same deeds all stand in other cities."""
    pairs = [
        (one.place, two.place)
        for one in mine
        for two in theirs
        if _one_deed(one, two) and one.family not in _POINT_FAMILIES_NOT and one.place and two.place
    ]
    if pairs and all(left != right for left, right in pairs):
        return f"the same deed in other places: {pairs[0][0]} and {pairs[0][1]}"
    return ""


def _same_edition(mine: Sequence[EventSlot], theirs: Sequence[EventSlot]) -> str:
    for one in mine:
        for two in theirs:
            if not (one.series and one.ordinal) or (one.series, one.ordinal) != (two.series, two.ordinal):
                continue
            if len(one.parties) > 1 and one.parties == two.parties and _meet(one.persons, two.persons):
                return f"the same edition of one occasion, {one.series} {one.ordinal}, of {'+'.join(one.parties)}"
    return ""


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word for row in rows("story_encounters") for word in row.get("kinds", ()))


def topic_of(series: str) -> frozenset[str]:
    """What a series of meetings is named by besides the words for a meeting: "mackerel" of "mackerel talks"."""
    return frozenset(series.split()) - _kinds()


def _alike_series(one: str, two: str) -> bool:
    """Whether two names may be one series: one names it more loosely, "talks" for "mackerel consultations"."""
    left, right = topic_of(one), topic_of(two)
    return left <= right or right <= left


def _likely_edition(mine: Sequence[EventSlot], theirs: Sequence[EventSlot]) -> str:
    for one in mine:
        for two in theirs:
            numbered = one.series and two.series and one.ordinal and one.ordinal == two.ordinal
            paired = len(one.parties) > 1 and one.parties == two.parties
            if numbered and paired and _alike_series(one.series, two.series):
                return f"the same edition of one series, {one.series} or {two.series} {one.ordinal}"
    return ""


def _common(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """How many persons of one stand in two, by any part of the name: "shoigu" is "sergei shoigu"."""
    there = {part for person in two for part in person.split() if len(part) > 1}
    return sum(any(part in there for part in person.split()) for person in one)


def _meet(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return not one or not two or _common(one, two) > 0


def _dated_alike(one: EventSlot, two: EventSlot) -> bool:
    """Whether two slots are one deed of the same persons or on the same days, and nothing speaks against it."""
    if not _one_deed(one, two) or not _meet(one.persons, two.persons):
        return False
    if one.interval and two.interval:
        return _day_like(one.interval) and _day_like(two.interval) and not _apart(one, two)
    return min(_common(one.persons, two.persons), _common(two.persons, one.persons)) > 1


def compare(mine: Iterable[EventSlot], theirs: Iterable[EventSlot]) -> Agreement:
    """How the lead events of an article agree with those of a story. Symmetric."""
    here, there = _leads(mine), _leads(theirs)
    if not here or not there:
        return Agreement()
    shared = sum(any(_dated_alike(one, two) for two in there) for one in here)
    veto = _editions(here, there) or _dates(here, there) or ("" if shared else _places(here, there))
    left = {one.series for one in here if one.series}
    right = {one.series for one in there if one.series}
    return Agreement(
        veto=veto,
        same=_same_edition(here, there),
        likely=_likely_edition(here, there),
        shared=shared,
        other_occasion=bool(left and right) and not left & right,
    )
