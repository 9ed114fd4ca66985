"""The brief of a story, "What's new / The background": sentences of its articles, each with its cite."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from coranto.data import rows
from coranto.story.stems import stems
from coranto.types import Article, Brief, BriefSentence, Cite, Interval, Reading, Sentence

_NEW = 4
_OLD = 4
_OLDER = timedelta(days=7)
_ALIKE = 0.55
_LEAD = 3
_CLOCK = 10_000
"""What a moment written as digits is divided by to leave the day."""
_GATHERING = ("live", "roundup", "forum")
_DATELINE = re.compile(
    r"(?:[A-Z][\w .,/'’-]{1,60} ?)?\([A-Z][\w .]{1,20}\) ?(?:--?|[–—])\s+"
    r"|[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{2,20})?(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?: --?|[–—])\s+"
)
_POSED = re.compile(
    r"\b(?:(?:talk|arrive|smile|laugh|walk|stand|listen)s? as (?:he|she|they)|poses? (?:for|at|with|as)|looks on"
    r"|(?:walk|gesture|arrive|wave|stand)s? (?:off|across|past|during|at|on|to)\b[^.]{0,80}, (?:on )?[A-Z][a-z]+ \d"
    r"|(?:is|are) seen)\b"
)
_FULL_DATE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (\d{4})\b")
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


def _usable(member: Member, sentence: Sentence) -> bool:
    """Whether a sentence is whole prose: no half quotation, no caption, no piece of the page around it."""
    text = member.article.text[sentence.start : sentence.end]
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    if not whole or not _SHORTEST <= len(text.split()) <= _LONGEST or text[-1:] not in ".!?”\"'’":
        return False
    return (text[0].isalnum() or text[0] in "\"“‘'(") and not _is_caption(text, member.when)


@cache
def _credit_words() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(str(row["words"])) for row in rows("copy_masks")))


def _is_caption(text: str, when: str) -> bool:
    """Whether a sentence stands under a picture: it has a credit, or today's full date with the year."""
    if _credit_words().search(text) is not None or _POSED.search(text) is not None:
        return True
    match = _FULL_DATE.search(text)
    return match is not None and match.group(1) == when[:4] and "day" in text


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
    """The first article of every family: those of the newest day first, of a day the most copied, of equals the
    newest; undated ones last. Round-ups, live pages and forums stand in only where there is nothing else."""
    reports = [one for one in members if one.article.kind not in _GATHERING]
    seen: dict[str, Member] = {}
    sizes: Counter[str] = Counter()
    for member in sorted(reports or members, key=_order):
        family = member.family or member.article.id
        seen.setdefault(family, member)
        sizes[family] += 1

    def place(family: str) -> tuple[bool, int, int, int, str]:
        undated, moment, ident = _newest(seen[family])
        return undated, -(-moment // _CLOCK), -sizes[family], moment, ident

    return [seen[family] for family in sorted(seen, key=place)]


def _order(member: Member) -> tuple[bool, str, str]:
    return not member.when, member.when, member.article.id


def _newest(member: Member) -> tuple[bool, int, str]:
    digits = "".join(char for char in member.when[:16] if char.isdigit()).ljust(12, "0")
    return not member.when, -int(digits or 0), member.article.id


def _leads(members: Sequence[Member]) -> Iterator[_Line]:
    """What is new: labelled sentences first, then the first sentences of each family in turn."""
    for member in members:
        for sentence in member.article.sentences:
            if _label(member.article, sentence) in _NEW_LABELS and _usable(member, sentence):
                yield _line(member, sentence)
    for rank in range(_LEAD):
        for member in members:
            body = [one for one in member.article.sentences[: 2 * _LEAD] if _usable(member, one)]
            if rank < len(body) and _label(member.article, body[rank]) not in ("-", *_OLD_LABELS):
                yield _line(member, body[rank])


def _older(member: Member, before: date | None) -> Iterator[_Line]:
    """Sentences about things that were well before the story, by the dates of the events they tell."""
    sentences = {one.index: one for one in member.article.sentences}
    for event in member.reading.events:
        sentence = sentences.get(event.sentence)
        if sentence is None or not _usable(member, sentence):
            continue
        if _is_older(event.interval, before) or event.modality == "background":
            yield _line(member, sentence, event.interval.start if event.interval else date.min)


def _is_older(interval: Interval | None, before: date | None) -> bool:
    return interval is not None and before is not None and interval.end <= before - _OLDER


def _background(members: Sequence[Member], before: date | None) -> Iterator[_Line]:
    for member in members:
        for sentence in member.article.sentences:
            if _label(member.article, sentence) in _OLD_LABELS and _usable(member, sentence):
                yield _line(member, sentence)
    found = [line for member in members for line in _older(member, before)]
    found.sort(key=_latest)
    yield from found


def _latest(line: _Line) -> tuple[int, str, int]:
    return -line.day.toordinal(), line.member.article.id, line.sentence.index


def _labelled(article: Article, sentence: Sentence) -> int:
    """How many characters of a sentence are its dateline, or its part's label and the colon after it."""
    text = article.text[sentence.start : sentence.end]
    placed = _DATELINE.match(text)
    if placed is not None and placed.end() < len(text) // 2:
        return placed.end()
    head, colon, rest = text.partition(":")
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
