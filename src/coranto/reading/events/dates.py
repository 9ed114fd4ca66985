"""When and where an event was: the time expression, place and occasion that govern its trigger."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.groups import finite
from coranto.reading.names.places import city_of, land_of, place_of
from coranto.types import Interval, Name, OccasionMention, Place, Time
from coranto.types.reading import DateBasis, Granularity

_FAR = 40.0  # the toll of another clause
_REACH = 27.0
_GERUND = frozenset({"for", "of", "by", "from", "in", "with"})
_CITY = 100_000
_BASIS: dict[str, DateBasis] = {
    "self": "explicit", "publication": "relative-to-publication", "narrative": "relative-to-event",
}  # fmt: skip
_APART = frozenset({"when", "while", "after", "before", "since", "until", "who", "which", "where", "that", "eve",
                    "ahead", "following", "over", "what", "how", "why", "follows", "followed", "follow", "comes",
                    "came"})  # fmt: skip
_SINCE = frozenset({"since", "until", "till", "by"})
_ELSEWHERE = frozenset({"who", "which", "where", "when", "while", ";"})


class When(NamedTuple):
    """The days of an event and what they rest on; all empty when no date is in reach."""

    date: str = ""
    interval: Interval | None = None
    granularity: Granularity = "unknown"
    text: str = ""
    basis: DateBasis = "unknown"
    reason: str = "no date in reach"


def when(
    one: Scan, at: int, times: Sequence[Time], occasion: OccasionMention | None, *, words: bool = False
) -> When:
    """The date that governs the trigger at word `at`, from its clause, then its sentence, then its occasion.

    The date of the saying ("said on Friday that ...") counts only for acts of `words`; the date inside another
    noun phrase ("the 2016 vote", "Friday's talks") never does.
    """
    near = [time for time in times if time.type in ("DATE", "TIME") and time.start < time.end <= one.end]
    dated = [time for time in near if _free(one, time, at, words=words)]
    clause = "" if words else "that"
    ranked = sorted(
        ((_distance(one, at, one.at(time.start), clause), time.start, time) for time in dated), key=_near
    )
    if ranked and ranked[0][0] < _REACH and not any(_since(one, time, at) for time in near):
        return _of(ranked[0][2])
    if occasion is not None and occasion.interval is not None:
        days = occasion.interval
        return When(days.start.isoformat(), days, "day" if days.days == 1 else "unknown", occasion.text,
                    "from-content", f"the days given for {occasion.text}")  # fmt: skip
    return When()


def _free(one: Scan, time: Time, at: int, *, words: bool) -> bool:
    """Whether the time can date the trigger at word `at`: it bounds nothing and belongs to no other phrase."""
    first, stop = one.at(time.start), one.at(max(time.end - 1, time.start)) + 1
    if _bounds(one, time) or _of_dateline(one, first, stop):
        return False
    if _describes(one, first, stop) and not stop <= at <= stop + 3:
        return False
    return words or not _of_saying(one, first, stop, at)


def _of_dateline(one: Scan, first: int, stop: int) -> bool:
    """Whether the time belongs to a dateline: "LIMA, Dec. 8 (Agency) — ..."."""
    return 0 < first < 7 and one.words[0].isupper() and not {"—", "–", "("}.isdisjoint(one.low[stop : stop + 2])


def _since(one: Scan, time: Time, trigger: int) -> bool:
    """Whether the trigger is said to last from a time on: "held in Lima since May"."""
    first = one.at(time.start)
    return trigger < first < trigger + 8 and "since" in one.low[max(first - 2, trigger) : first + 1]


def _describes(one: Scan, first: int, stop: int) -> bool:
    """Whether the time is part of a noun phrase: "the 2016 vote", "Friday's talks", "a Tuesday speech"."""
    after = one.low[stop] if stop < len(one.low) else ""
    if after in ("'s", "'") or one.low[stop - 1] in ("'s", "'"):
        return True
    before = one.low[first - 1] if first else ""
    owned = before in grammar("determiner") or before in ("'s", "'")
    plain = after[:1].isalpha() and after not in grammar("closed") and after not in grammar("adverb")
    year = stop - first == 1 and one.low[first].isdigit() and before not in grammar("preposition") - {"of"}
    return (owned or year) and plain and not after.endswith("ed") and after not in grammar("light")


def _of_saying(one: Scan, first: int, stop: int, trigger: int) -> bool:
    """Whether the time says when somebody spoke: "said on Friday", "in an interview Saturday", "Friday said"."""
    if stop < len(one.low) and one.low[stop] in grammar("say") and stop != trigger:
        return True
    for at in range(first - 1, max(first - 7, -1), -1):
        word = one.low[at]
        if at == trigger or word in grammar("boundary") or word in ("”", "“", '"'):
            return False
        if word in grammar("say") or word in grammar("utterance"):
            return True
    return False


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


def _distance(one: Scan, trigger: int, at: int, clause: str = "that") -> float:
    """Words between trigger and time, with tolls for clause boundaries, so that the own clause wins; the word
    `clause` opens another one."""
    low, high = min(trigger, at), max(trigger, at)
    between = one.low[low + 1 : high]
    opening = at <= 2
    inner = "," in between and _relative(one, low)
    toll = _FAR if inner or (at < trigger and _gerund(one, trigger)) else 0.0
    for index, word in enumerate(between):
        rest = between[index + 1 :]
        if (word.endswith("ing") and index and between[index - 1] in _GERUND) or _aside(
            word, rest, after=at > trigger
        ):
            toll += _FAR
        elif word in _APART:
            light = word == "that" and (clause != word or (index == 0 and at > trigger))
            closed = opening and "," in between[index:]
            toll += 3 if light else 6 if closed else 10 if word == "where" else _FAR
        elif word in (",", "and", "(", ")"):
            toll += 2 if word == "," else 3
        elif word in ("”", "“", '"', ";"):
            toll += 6
    return (4 if opening else (high - low) * 0.5) + toll


def _gerund(one: Scan, trigger: int) -> bool:
    """Whether the trigger only says what for: "charged last week with hacking"."""
    return trigger > 0 and one.low[trigger].endswith("ing") and one.low[trigger - 1] in _GERUND


def _aside(word: str, rest: tuple[str, ...], *, after: bool) -> bool:
    """Whether a time beyond `word` belongs to another verb ("and founded ... in May"), or a trigger beyond it is
    only what somebody came for ("arrived on Sunday for talks"); `rest` are the words that follow."""
    if after:
        return word == "and" and bool(rest) and finite(rest[0])
    return word == "for" and len(rest) < 6 and "and" not in rest


def _relative(one: Scan, at: int) -> bool:
    """Whether word `at` stands in a relative clause that a comma opens: ", which began in May, ..."""
    for back in range(at - 1, max(at - 14, 0), -1):
        if one.low[back] == ",":
            return one.low[back + 1] in ("which", "who", "whose", "where")
    return False


Spot = tuple[int, str, str]
"""First word, text and country of a place that something can be at."""


def where(one: Scan, at: int, spots: Sequence[Spot], code: str) -> Place | None:
    """The place of an event: "in Beijing", "over Gaza", the nearest to the trigger that no other clause owns."""
    best: tuple[float, str, str] | None = None
    for first, text, country in spots:
        away = _distance(one, at, first) + (4 if first < at else 0)
        if not _ELSEWHERE.isdisjoint(one.low[min(at, first) : max(at, first)]):
            away += 10
        if best is None or away < best[0]:
            best = (away, text, country)
    return place_of(best[1], best[2] or code) if best and best[0] < 20 else None


def spots(one: Scan, names: Sequence[Name]) -> tuple[Spot, ...]:
    """The places of a sentence that a preposition of place governs."""
    return tuple(spot for spot in _places(one, names) if _located(one, spot[0]))


def _places(one: Scan, names: Sequence[Name]) -> Iterator[Spot]:
    """First word, text and country of each place name; then of listed cities that no name covers."""
    covered: set[int] = set()
    for name in names:
        first = one.at(name.start)
        covered.update(range(first, one.at(name.end - 1) + 1))
        land = land_of(name.text)
        if name.kind == "place" and not (land is not None and land.kind in ("demonym", "people")):
            yield first, name.text, name.code
    for at in one.capitals:
        if at and at not in covered and one.low[at - 1] in ("in", "at", "near"):
            word = one.words[at]
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
