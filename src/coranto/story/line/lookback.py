"""Back references: the earlier story that words such as "last week's patrol" or "the previous round in 2018" mean.

The kind of happening, the parties and the time must agree; of several that do, the latest is meant.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from coranto.data import rows
from coranto.story.line.gist import Gist
from coranto.types import EventSlot

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|['’]s\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 9
_SPAN = 31
_NEVER = (1, 0)
_POSSESSIVE = ("'s", "’s")
_UNLIKE = ("by", "week", "month", "year")
"""What makes another thing of a time: "followed by" looks ahead, "last month the ..." says only when."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """What a phrase looks back on: happenings of these `families`, of a day from `first` to `last` (numbers of
    `date.toordinal`)."""

    words: str
    families: frozenset[str]
    first: int
    last: int


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {word: frozenset(row["families"]) for row in rows("lookbacks") for word in row.get("words", ())}


@dataclass(frozen=True, slots=True)
class _Time:
    """How a text says when the happening was that it looks back on."""

    when: tuple[str, ...]
    least: int
    most: int
    reach: int
    owned: bool


@cache
def _times() -> tuple[_Time, ...]:
    return tuple(
        _Time(tuple(row["when"].split()), row["least"], row["most"], row["reach"], row.get("owned", False))
        for row in rows("lookbacks")
        if "when" in row
    )


def read_back(phrase: str, day: int) -> LookBack | None:
    """What a phrase of the slots' `back` looks back on from a day, or None where that can't be told. Without a day
    (0) only a year says when.

    A span of time alone ("last month the talks ...") says when something was, not that the text follows it: the
    happening must be the time's own ("last month's talks").
    """
    found = list(_WORD.finditer(phrase))
    words = [match.group().lower() for match in found]
    at = next((at for at, word in enumerate(words[:_REACH]) if word in _kinds()), -1)
    if at < 0:
        return None
    while words[at + 1 : at + 2] and words[at + 1] in _kinds():
        at += 1  # "patrol talks" are talks
    time = next((time for time in _times() if _fits(time, words[:at])), None)
    if time is None:
        return None
    first, last = (day - time.most, day - time.least) if day else _NEVER
    end = found[at].end()
    year = next((match for match in found if _YEAR.fullmatch(match.group())), None)
    if year is not None:
        number = int(year.group())
        first, end_of_year = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal()
        last = min(last, end_of_year) if day else end_of_year
        end = max(end, year.end())
    return LookBack(phrase[:end], _kinds()[words[at]], first, last)


def _fits(time: _Time, words: Sequence[str]) -> bool:
    """Whether the words before a happening say this time of it."""
    for at in range(len(words) - len(time.when) + 1):
        rest = words[at + len(time.when) :]
        if len(rest) > time.reach or not all(map(_same, time.when, words[at:])):
            continue
        if rest and (rest[0] in _UNLIKE or not _headed(rest)):
            continue
        if not time.owned or (rest and rest[0] in _POSSESSIVE):
            return True
    return False


def _headed(rest: Sequence[str]) -> bool:
    """Whether what follows these words is what they are about: "a string of" raids, not "the lead of" a club."""
    return all(rest[at - 1] in _many() for at, word in enumerate(rest) if word == "of" and at)


@cache
def _many() -> frozenset[str]:
    return frozenset(word for row in rows("lookbacks") for word in row.get("many", ()))


def _same(part: str, word: str) -> bool:
    return word.startswith(part) if part == "follow" else word == part


def _day(event: EventSlot, one: Gist) -> int:
    """The day of an event, that of its story where it has none of its own."""
    if event.interval is not None and event.interval.days <= _SPAN:
        return event.interval.start.toordinal()
    return one.day


def _agree(query: Gist, event: EventSlot, one: Gist) -> bool:
    """Whether an event's parties are those of the story that looks back: both countries where each has two."""
    parties = set(event.parties) or set(one.countries[:2])
    shared = len(parties.intersection(query.countries))
    if shared >= min(2, len(parties), max(1, len(query.countries))):
        return shared > 0
    return bool(set(event.persons).intersection(query.persons))


def meant(query: Gist, members: Iterable[Gist]) -> tuple[str, Gist] | None:
    """The words by which a story looks back, and which of some stories it means; None where it means none."""
    known = list(members)
    for phrase in query.back:
        look = read_back(phrase, query.day)
        if look is None:
            continue
        found = [
            (day, one.story, one)
            for one in known
            if one.story != query.story
            for event in one.events
            if event.lead and event.family in look.families and _agree(query, event, one)
            if look.first <= (day := _day(event, one)) <= look.last
        ]
        if found:
            return look.words, max(found, key=_latest)[2]
    return None


def _latest(found: tuple[int, str, Gist]) -> tuple[int, str]:
    return found[0], found[1]
