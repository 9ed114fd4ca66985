"""The brief of a story, "What's new / The background": sentences of its articles, each with its cite.

Chosen as in extractive summaries that cover weighted words (Gillick and Favre 2009): each next sentence is the one
that adds most of what many independent writings tell, that repeats none of the chosen ones, and that reads alone.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from coranto.story.show.headline import fitness, headline
from coranto.story.show.lines import Line, follows, lines, quote
from coranto.story.show.member import Member, firsts, in_order
from coranto.story.show.wording import terms_of
from coranto.types import Brief, Interval, Time

_MOST = 4
"""How many sentences each half has at most."""
_WRITINGS = 60
"""How many families are read for a brief: those of the newest days, most copied first."""
_NEW_DEEP, _OLD_DEEP = 12, 80
"""How many sentences of an article are looked at for what is new, and for the background."""
_OLDER = timedelta(days=12)
_ALIKE, _ALIKE_OLD = 0.5, 0.8
"""The share of a sentence's weight from which it repeats another; the background speaks of the news itself."""
_ALIKE_LEADS = 0.3
_ENOUGH = 0.3
"""What a further sentence must be worth beside the first."""
_STRANGER = 0.75
"""What each person named by the last name alone leaves of a sentence, who is named nowhere before."""
_ASIDE, _LINK = 0.6, 0.15
"""What is left of a sentence that shares no word with the title or the sentences taken, and what each shared word
adds in the background."""
_RELATED = 0.4
"""How much a word of the news counts in the background, which must belong to it."""
_LEANING = 0.05
"""What is left of a sentence that points back at one that is not taken."""
_BEHIND = 0.1
"""The same of a sentence of the background."""
_NAMED_NEW = 1.5
"""How much more a sentence is fit to open the brief that its page labels as new."""
_LABELLED = 0.05
"""The same of a sentence that its page labels as new."""
_LEAD = 0.75
"""How much less each later sentence of an article is fit to open the brief."""
_BEFORE = 90
_NAMED = re.compile(r"\b(?!In |Since |By |From |During |After |Before |Until )[A-Z][\w.]+ $")
_MEASURED = re.compile(r"\b(?:most|least|first|[a-z]{3,}est)\b")
_DETERMINERS = ("the ", "The ", "this ", "that ", " a ", "A ", " an ")
_FEW, _ENOUGH_OF_MANY = 5, 0.2
"""From how many writings on a sentence may be worth less, for of many words each weighs less; and of one writing,
where nobody else repeats its lead."""
_TITLE = 1.5
_LENGTH = 6.0
_FIT = 0.3
"""Below this a sentence stands in only where there is no other."""
_DAY = 0.8
_OLDEST = 0.3


@dataclass(slots=True)
class _Choice:
    """The sentences taken so far, and how much each word of the story weighs."""

    weights: Mapping[str, float]
    title: frozenset[str] = frozenset()
    taken: list[Line] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    known: float = 0.0
    """How much words count that are told already."""
    alike: float = _ALIKE

    def weight(self, terms: Iterable[str]) -> float:
        """The weight of some words together."""
        return math.fsum(self.weights.get(term, 0.0) for term in terms)

    def worth(self, terms: Iterable[str]) -> float:
        """What words are worth to tell: what one writing tells of its own counts for something too."""
        return math.fsum(math.sqrt(self.weights.get(term, 0.0)) for term in terms)

    def repeats(self, line: Line) -> bool:
        """Whether most of what a line tells stands in one of the taken ones; a labelled part is meant to be read
        beside the others."""
        own = self.weight(line.terms)
        for other in self.taken:
            shared = line.terms & other.terms
            if len(shared) >= 0.55 * min(len(line.terms), len(other.terms)):
                return True
            # The leads of two reports, and sentences with the same figures, tell the same in other words.
            leads = not self.known and line.at == other.at == 0
            least = _ALIKE_LEADS if leads or sum(map(str.isdigit, shared)) > 1 else self.alike
            same = self.weight(shared) >= least * min(own, self.weight(other.terms))
            if same and not line.label and len(shared) > 3:
                return True
        return False

    def gain(self, line: Line) -> float:
        """What a line adds: the weight of its new words for its length, times how well it stands for itself."""
        new = self.worth(line.terms - self.told)
        fresh = (new + self.known * (self.worth(line.terms) - new)) / math.sqrt(len(line.terms) + _LENGTH)
        alone = 1.0 if not line.leans or follows(line, self.taken) else _LEANING
        if self.told:
            linked = len(line.terms & (self.told | self.title))
            alone *= min(1.0, _ASIDE + (_LINK * linked if self.known else linked))
        alone *= _STRANGER ** min(2, len(line.unknown - self.told - self.title))
        same = sum(one.member.article.id == line.member.article.id for one in self.taken)
        outlet = sum(one.outlet == line.outlet for one in self.taken)
        return fresh * line.worth * alone * 0.85**same * 0.9 ** (outlet - same)

    def take(self, found: Sequence[Line], most: int, fit: Callable[[Line], float], least: float) -> float:
        """Take up to `most` more lines, the best first, none of less value than `least`; gives the value of the
        first that was taken."""
        first = 0.0
        left = list(found)
        for _ in range(most):
            left = [line for line in left if line.terms and not self.repeats(line)]
            valued = [(self.gain(line) * fit(line), line) for line in left]
            best, line = max(valued, key=_first_best, default=(0.0, None))
            if line is None or best <= least:
                break
            first = first or best
            self.taken.append(line)
            self.told |= line.terms
            left.remove(line)
        return first


def _first_best(valued: tuple[float, Line]) -> float:
    return round(valued[0], 9)


def brief(members: Sequence[Member], title: str = "") -> Brief:
    """What is new and the background of a story, at most four sentences each, none that repeats another.

    New: parts the pages label so, then what most families tell at their top, newest days first. Background:
    labelled parts, then sentences about what was well before the story's first day. Of a story of
    any size the same number of articles is read. `title` is the story's.
    """
    writings = firsts(members)[:_WRITINGS]
    if not writings:
        return Brief()
    days = _days(members)
    before = days[0] if days else None
    found = [line for member, copies in writings for line in lines(member, copies, _OLD_DEEP)]
    found = [line for line in found if line.worth >= _FIT] or found
    choice = _Choice(_weights(writings, found), terms_of(title))
    first = _head(choice, found, _newness(days[-1] if days else None))
    new = list(choice.taken)
    _fill(choice, found, before, first * _BEHIND)
    old = choice.taken[len(new) :]
    return Brief(whats_new=tuple(map(quote, _told(new))), background=tuple(map(quote, _told(old))))


def _head(choice: _Choice, found: Sequence[Line], fit: Callable[[Line], float]) -> float:
    """Take what is new: a lead first, then what adds to it; gives the value of the first."""

    def lead(line: Line) -> float:
        titled = len(line.terms & choice.title) / len(choice.title) if choice.title else 1.0
        named = _NAMED_NEW if line.label else 1.0
        return fit(line) * named * _LEAD**line.at * (0.25 + 1.25 * titled)

    top = [line for line in found if line.label == "new" or (line.label == "" and line.sentence.index < _NEW_DEEP)]
    first = max((choice.gain(line) * fit(line) for line in top), default=0.0)
    choice.take(top, 1, lead, 0.0)
    if choice.taken and choice.taken[0].label:
        labelled = [line for line in top if line.label and line.member is choice.taken[0].member]
        choice.take(labelled, _MOST - len(choice.taken), fit, first * _LABELLED)
    many = len({line.member.article.id for line in top})
    enough = _ENOUGH if 1 < many < _FEW else _ENOUGH_OF_MANY
    choice.take(top, _MOST - len(choice.taken), fit, first * enough)
    return first


def _weights(writings: Sequence[tuple[Member, int]], found: Iterable[Line]) -> dict[str, float]:
    """How much each word weighs: how many writings tell it, and how often, its headline's words more; 0..1."""
    counts: dict[str, Counter[str]] = {member.article.id: Counter() for member, _ in writings}
    for line in found:
        counts[line.member.article.id].update(line.terms)
    total: dict[str, float] = {}
    for member, copies in writings:
        titled = terms_of(member.article.title)
        voice = 1.0 + math.log2(copies) / 4.0
        for term, count in counts[member.article.id].items():
            total[term] = total.get(term, 0.0) + voice * (1.0 + math.log(count)) * (
                _TITLE if term in titled else 1.0
            )
    most = max(total.values(), default=1.0)
    return {term: weight / most for term, weight in total.items()}


def _newness(last: date | None) -> Callable[[Line], float]:
    """How well a line tells what is new: high in its article, of the newest day, much copied."""
    memory: dict[str, float] = {}

    def of_day(member: Member) -> float:
        day = _day(member.when)
        if last is None or day is None:
            return 0.6
        return max(_OLDEST, _DAY ** (last - day).days)

    def fit(line: Line) -> float:
        ident = line.member.article.id
        if ident not in memory:
            plain = 0.5 + 0.5 * fitness(line.member, headline(line.member.article))
            copied = 1.0 + math.log2(line.copies) / 8.0
            memory[ident] = of_day(line.member) * copied * line.voice * plain
        return memory[ident] / (1.0 + 0.12 * line.at)

    return fit


def _fill(choice: _Choice, found: Sequence[Line], before: date | None, least: float) -> None:
    """Take the background: the parts labelled so, then what is older, worth no less than `least`."""
    start = len(choice.taken)
    choice.known, choice.alike = _RELATED, _ALIKE_OLD
    labelled = [line for line in found if line.label == "old"]
    first = choice.take(labelled, _MOST, _even, 0.0)
    members = {line.member.article.id: line.member for line in found}
    dated = {ident: _older(member, before) for ident, member in members.items()}
    news = {_old_days(line.member, before).get(line.sentence.index) for line in choice.taken[:start]}
    old = [line for line in found if line.label != "new" and _day_of(line, dated) not in (None, *news)]
    choice.take(old, _MOST - (len(choice.taken) - start), _voiced, max(least, first * _ENOUGH))
    told = choice.taken[start:]
    told.sort(key=_latest(dated))
    choice.taken[start:] = told


def _day_of(line: Line, dated: Mapping[str, Mapping[int, date]]) -> date | None:
    return dated[line.member.article.id].get(line.sentence.index)


def _even(line: Line) -> float:
    return 1.0


def _voiced(line: Line) -> float:
    return line.voice


def _latest(dated: Mapping[str, Mapping[int, date]]) -> Callable[[Line], tuple[bool, int]]:
    """Labelled parts first, then the latest of what is told."""

    def place(line: Line) -> tuple[bool, int]:
        return line.label != "old", -(_day_of(line, dated) or date.min).toordinal()

    return place


def _older(member: Member, before: date | None) -> dict[int, date]:
    """The sentences that tell of what was well before the story, with the day of it."""
    found = _old_days(member, before)
    if before is None:
        found.update({one.sentence: date.min for one in member.reading.events if one.modality == "background"})
    recent = {
        one.sentence
        for one in member.reading.times
        if before and one.interval and one.type != "DURATION" and not _is_older(one.interval, before)
    }
    return {sentence: day for sentence, day in found.items() if sentence not in recent}


def _old_days(member: Member, before: date | None) -> dict[int, date]:
    """The latest of the days well before the story that each sentence names."""
    reading = member.reading
    spans = [(one.sentence, one.interval) for one in reading.events]
    spans += [
        (one.sentence, one.interval) for one in reading.times if one.type == "DATE" and not _names(member, one)
    ]
    found: dict[int, date] = {}
    for sentence, interval in spans:
        if _is_older(interval, before) and interval is not None:
            found[sentence] = max(found.get(sentence, date.min), interval.start)
    return found


def _names(member: Member, time: Time) -> bool:
    """Whether a time is part of a name ("the 2016 election") or of a measure ("the most since 2008")."""
    text = member.article.text
    before, after = text[max(0, time.start - _BEFORE) : time.start], text[time.end : time.end + 3]
    if after.startswith(("'s", "’s")) or time.granularity == "century":
        return True
    if before.endswith("since ") and _MEASURED.search(
        text, time.start - _BEFORE if time.start > _BEFORE else 0, time.start
    ):
        return True
    named = time.granularity == "year" and _NAMED.search(before) is not None
    if not named and not before.endswith(_DETERMINERS):
        return False
    return time.granularity == "year" or after.strip(" ,")[:1].islower()


def _is_older(interval: Interval | None, before: date | None) -> bool:
    return interval is not None and before is not None and interval.end <= before - _OLDER


def _told(chosen: Sequence[Line]) -> list[Line]:
    """The chosen lines in the order of choice, those of one article together as they stand in it."""
    first: dict[str, int] = {}
    for at, line in enumerate(chosen):
        first.setdefault(line.member.article.id, at)

    def place(line: Line) -> tuple[int, int]:
        return first[line.member.article.id], line.sentence.index

    return sorted(chosen, key=place)


def _days(members: Sequence[Member]) -> list[date]:
    """The days of the dated articles, in order."""
    found = [_day(member.when) for member in sorted(members, key=in_order)]
    return sorted(day for day in found if day is not None)


def _day(when: str) -> date | None:
    """The day of an ISO time, the first one of a month or year."""
    try:
        return date.fromisoformat(f"{when[:10]}-01-01"[:10])
    except ValueError:
        return None
