"""When and where an event was: the time expression, place and occasion that govern its trigger."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coranto.reading.clauses import Scan, grammar
from coranto.reading.places import city_of, land_of, place_of
from coranto.types import Interval, Name, OccasionMention, Place, Time
from coranto.types.reading import DateBasis, Granularity

_FAR = 30.0
_CITY = 100_000
_BASIS: dict[str, DateBasis] = {
    "self": "explicit", "publication": "relative-to-publication", "narrative": "relative-to-event",
}  # fmt: skip
_APART = frozenset({"when", "while", "after", "before", "since", "until", "who", "which", "where", "that"})
_SINCE = frozenset({"since", "until", "till"})
_ELSEWHERE = frozenset({"who", "which", "where", "when", "while", ";"})


class When(NamedTuple):
    """The days of an event and what they rest on; all empty when no date is in reach."""

    date: str = ""
    interval: Interval | None = None
    granularity: Granularity = "unknown"
    text: str = ""
    basis: DateBasis = "unknown"
    reason: str = "no date in reach"


def when(one: Scan, at: int, times: Sequence[Time], occasion: OccasionMention | None) -> When:
    """The date that governs the trigger at word `at`, from its clause, then its sentence, then its occasion."""
    dated = [time for time in times if time.type in ("DATE", "TIME") and not _bounds(one, time)]
    ranked = sorted(((_distance(one, at, one.at(time.start)), time.start, time) for time in dated), key=_near)
    if ranked and ranked[0][0] < _FAR:
        return _of(ranked[0][2])
    if occasion is not None and occasion.interval is not None:
        days = occasion.interval
        return When(days.start.isoformat(), days, "day" if days.days == 1 else "unknown", occasion.text,
                    "from-content", f"the days given for {occasion.text}")  # fmt: skip
    return When()


def _near(item: tuple[float, int, Time]) -> tuple[float, int]:
    return item[0], item[1]


def _of(time: Time) -> When:
    basis = _BASIS.get(time.anchor, "unknown")
    if time.interval is None:
        vague = time.value if time.value and not time.value.endswith("_REF") else ""
        return When(
            "", None, time.granularity, time.text, "unknown", f'"{time.text}" ({vague}) has nothing to count from'
        )
    start = time.interval.start.isoformat()
    reason = f'"{time.text}" in the same sentence'
    if basis == "relative-to-publication":
        reason += ", counted from the publication date"
    elif basis == "relative-to-event":
        reason += ", counted from a date named earlier"
    return When(start, time.interval, time.granularity, time.text, basis, reason)


def _bounds(one: Scan, time: Time) -> bool:
    """Whether the time only bounds something ("since March", "until Monday") or is vague ("now")."""
    at = one.at(time.start)
    before = one.low[max(at - 2, 0) : at]
    first = time.text.lower().partition(" ")[0]
    return (
        not _SINCE.isdisjoint(before) or first in _SINCE or time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
    )


def _distance(one: Scan, trigger: int, at: int) -> float:
    """Words between trigger and time, with tolls for clause boundaries, so that the own clause wins."""
    low, high = min(trigger, at), max(trigger, at)
    between = one.low[low + 1 : high]
    toll = 0.0
    for index, word in enumerate(between):
        if word in _APART:
            toll += 12 if not (word == "that" or (index == 0 and at > trigger)) else 3
        elif word in (",", "and", "(", ")"):
            toll += 2 if word == "," else 3
        elif word in ("”", "“", '"', ";"):
            toll += 6
    opening = at <= 2
    return (4 if opening else (high - low) * 0.5) + toll


def where(one: Scan, at: int, names: Sequence[Name], code: str) -> Place | None:
    """The place of an event: "in Beijing", "over Gaza", the nearest to the trigger that no other clause owns."""
    best: tuple[float, str, str] | None = None
    for first, text, country in _places(one, names):
        if not _located(one, first):
            continue
        away = _distance(one, at, first) + (4 if first < at else 0)
        if not _ELSEWHERE.isdisjoint(one.low[min(at, first) : max(at, first)]):
            away += 10
        if best is None or away < best[0]:
            best = (away, text, country)
    return place_of(best[1], best[2] or code) if best and best[0] < 20 else None


def _places(one: Scan, names: Sequence[Name]) -> Iterator[tuple[int, str, str]]:
    """First word, text and country of each place name; then of listed cities that no name covers."""
    covered: set[int] = set()
    for name in names:
        first = one.at(name.start)
        covered.update(range(first, one.at(name.end - 1) + 1))
        land = land_of(name.text)
        if name.kind == "place" and not (land is not None and land.kind in ("demonym", "people")):
            yield first, name.text, name.code
    for at, word in enumerate(one.words):
        if at and at not in covered and word[:1].isupper() and one.low[at - 1] in ("in", "at", "near"):
            city = None if one.words[at + 1 : at + 2] and one.words[at + 1][:1].isupper() else city_of(word)
            if city is not None and city.population >= _CITY and word.lower() not in grammar("calendar"):
                yield at, word, city.code


def _located(one: Scan, first: int) -> bool:
    back = first - 1
    if back >= 0 and one.low[back] == "the":
        back -= 1
    if back >= 0 and one.low[back] in grammar("place"):
        return True
    return back >= 0 and one.low[back] == "over"


def at_occasion(one: Scan, at: int, occasions: Sequence[OccasionMention]) -> OccasionMention | None:
    """The occasion at which the action at word `at` took place: the nearest under at, during, in, for or attend."""
    near = [item for item in occasions if abs(one.at(item.start) - at) < 30]
    for item in sorted(near, key=_start):
        first = one.at(item.start)
        if not _ELSEWHERE.difference({"who", "which"}).isdisjoint(one.low[min(at, first) : max(at, first)]):
            continue
        return item
    return None


def _start(item: OccasionMention) -> int:
    return item.start
