"""The brief of a story, "What's new / The background": sentences of its articles, each with its cite."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coranto.story.stems import stems
from coranto.types import Article, Brief, BriefSentence, Cite, Interval, Reading, Sentence

_NEW = 4
_OLD = 4
_OLDER = timedelta(days=7)
_ALIKE = 0.55
_LEAD = 3
_SHORTEST = 6
_LONGEST = 90
_NEW_LABELS = ("what’s new", "what's new", "the latest", "the news", "what happened")
_OLD_LABELS = ("the background", "background", "the context", "context", "the backstory", "previously")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One article of a story with what is known of it; `origins` as in its lineage."""

    article: Article
    reading: Reading
    when: str = ""
    family: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that may be quoted, with its stems and the day of what it tells."""

    member: Member
    sentence: Sentence
    terms: frozenset[str]
    day: date


def _label(article: Article, sentence: Sentence) -> str:
    for block in article.blocks:
        if block.start <= sentence.start < block.end:
            return block.label.strip(" :").casefold() if block.kind not in ("caption", "head", "insert") else "-"
    return ""


def _usable(article: Article, sentence: Sentence) -> bool:
    text = article.text[sentence.start : sentence.end]
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    return whole and _SHORTEST <= len(text.split()) <= _LONGEST and text[-1:] in ".!?”\"'’"


def _line(member: Member, sentence: Sentence, day: date = date.min) -> _Line:
    text = member.article.text[sentence.start : sentence.end]
    return _Line(member, sentence, frozenset(stems(text)), day)


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and len(one & two) >= _ALIKE * min(len(one), len(two))


def _distinct(lines: Iterable[_Line], most: int, taken: Sequence[_Line] = ()) -> list[_Line]:
    """The first lines that do not repeat one another or what is taken."""
    found: list[_Line] = []
    for line in lines:
        if len(found) == most:
            break
        if line.terms and not any(_alike(line.terms, other.terms) for other in (*taken, *found)):
            found.append(line)
    return found


def firsts(members: Sequence[Member]) -> list[Member]:
    """The first article of every family, newest first; undated ones last."""
    seen: dict[str, Member] = {}
    for member in sorted(members, key=_order):
        seen.setdefault(member.family or member.article.id, member)
    return sorted(seen.values(), key=_newest)


def _order(member: Member) -> tuple[bool, str, str]:
    return not member.when, member.when, member.article.id


def _newest(member: Member) -> tuple[bool, int, str]:
    digits = "".join(char for char in member.when[:16] if char.isdigit()).ljust(12, "0")
    return not member.when, -int(digits or 0), member.article.id


def _leads(members: Sequence[Member]) -> Iterator[_Line]:
    """What is new: labelled sentences first, then the first sentences of each family in turn."""
    for member in members:
        for sentence in member.article.sentences:
            if _label(member.article, sentence) in _NEW_LABELS and _usable(member.article, sentence):
                yield _line(member, sentence)
    for rank in range(_LEAD):
        for member in members:
            body = [one for one in member.article.sentences[: 2 * _LEAD] if _usable(member.article, one)]
            if rank < len(body) and _label(member.article, body[rank]) not in ("-", *_OLD_LABELS):
                yield _line(member, body[rank])


def _older(member: Member, before: date | None) -> Iterator[_Line]:
    """Sentences about things that were well before the story, by the dates of the events they tell."""
    sentences = {one.index: one for one in member.article.sentences}
    for event in member.reading.events:
        sentence = sentences.get(event.sentence)
        if sentence is None or not _usable(member.article, sentence):
            continue
        if _is_older(event.interval, before) or event.modality == "background":
            yield _line(member, sentence, event.interval.start if event.interval else date.min)


def _is_older(interval: Interval | None, before: date | None) -> bool:
    return interval is not None and before is not None and interval.end <= before - _OLDER


def _background(members: Sequence[Member], before: date | None) -> Iterator[_Line]:
    for member in members:
        for sentence in member.article.sentences:
            if _label(member.article, sentence) in _OLD_LABELS and _usable(member.article, sentence):
                yield _line(member, sentence)
    found = [line for member in members for line in _older(member, before)]
    found.sort(key=_latest)
    yield from found


def _latest(line: _Line) -> tuple[int, str, int]:
    return -line.day.toordinal(), line.member.article.id, line.sentence.index


def _labelled(article: Article, sentence: Sentence) -> int:
    """How many characters of a sentence are its part's label and the colon after it."""
    head, colon, rest = article.text[sentence.start : sentence.end].partition(":")
    label = head.strip().casefold()
    known = label in (*_NEW_LABELS, *_OLD_LABELS)
    return len(head) + 1 + len(rest) - len(rest.lstrip()) if colon and known and rest.strip() else 0


def _quote(line: _Line) -> BriefSentence:
    article, sentence = line.member.article, line.sentence
    start = sentence.start + _labelled(article, sentence)
    exact = article.text[start : sentence.end]
    cite = Cite(article=article.id, sentence=sentence.index, start=start, end=sentence.end, exact=exact)
    return BriefSentence(text=exact, cite=cite)


def _first_day(members: Sequence[Member]) -> date | None:
    for member in sorted(members, key=_order):
        try:
            return date.fromisoformat(member.when[:10])
        except ValueError:
            continue
    return None


def brief(members: Sequence[Member]) -> Brief:
    """What is new and the background of a story, at most four sentences each, none that repeats another.

    New: parts the pages label so, then the lead of each family, newest first. Background: labelled parts, then
    sentences about events of more than a week before the story's first day, latest first.
    """
    own = firsts(members)
    new = _distinct(_leads(own), _NEW)
    taken = {(line.member.article.id, line.sentence.index) for line in new}
    old = [
        one
        for one in _background(own, _first_day(members))
        if (one.member.article.id, one.sentence.index) not in taken
    ]
    return Brief(
        whats_new=tuple(map(_quote, new)),
        background=tuple(map(_quote, _distinct(old, _OLD, new))),
    )
