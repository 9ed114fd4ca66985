"""Since when an office is held, where its sentence says so: "president since 1994", "who took office in May"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from coranto.data import rows
from coranto.types import TITLE, Article, Interval, OfficeMention, Sentence, Time

_HELD = frozenset(("current", "acting", "deputy"))
_REACH = 60  # characters between an office and its date
_BEFORE = 40  # characters before an office in which the verb that gives it stands


def with_since(
    article: Article, offices: Sequence[OfficeMention], times: Iterable[Time], published: Interval | None
) -> tuple[OfficeMention, ...]:
    """The offices, with `since` where the sentence says since when they are held, as a TIMEX3 value; what is newly
    held is so since the day of publication, where that is known."""
    dates: dict[int, list[Time]] = {}
    for time in times:
        if time.type == "DATE" and time.value[:4].isdigit():
            dates.setdefault(time.sentence, []).append(time)
    sentences = {one.index: one for one in article.sentences}
    day = published.start.isoformat() if published and published.start and published.days == 1 else ""
    return tuple(
        replace(one, since=_since(article, one, dates.get(one.sentence, []), sentences.get(one.sentence), day))
        if one.status in _HELD
        else one
        for one in offices
    )


def _since(article: Article, one: OfficeMention, dates: Sequence[Time], sentence: Sentence | None, day: str) -> str:
    text = article.title if one.sentence == TITLE else article.text
    for time in dates:
        if one.start < time.start < one.end and text[one.start : time.start].split()[-1].lower() in _words("held"):
            return time.value  # "Chad's president since 1994, Idris Haroun"
        between = text[one.end : time.start]
        if 0 < len(between) <= _REACH and (_tells(between) or (_bare(between) and _given(text, one))):
            return time.value
    first = dates[0] if len(dates) == 1 else None
    opening = sentence.start if sentence else 0
    if first and _bare(text[opening : first.start]) and first.end <= one.start and _given(text, one):
        return first.value
    return day if any(word in one.text.lower() for word in _words("new")) else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("office-links", kind) for word in row["words"])


def _plain(text: str) -> list[str]:
    """Words in lower case without marks and small words."""
    found = text.lower().replace(",", " ").replace("(", " ").split()
    return [word for word in found if word not in _words("skip")]


def _tells(between: str) -> bool:
    """Whether the words between an office and a date, but for prepositions, say that it is held since then."""
    words = _plain(between)
    if " ".join(words) in _words("held"):
        return True
    while words and " ".join(words) not in _words("taken") and words[-1] in _words("on"):
        words.pop()
    return " ".join(words) in _words("taken")


def _bare(text: str) -> bool:
    """Whether nothing but a preposition stands before a date."""
    return all(word in _words("on") for word in _plain(text))


def _given(text: str, one: OfficeMention) -> bool:
    """Whether the office is told as given or taken: "Moe became minister", "parliament elected Moe president"."""
    inside = f" {' '.join(one.text.lower().split())} "
    if any(f" {phrase} " in inside for phrase in _words("begins")):
        return True
    before = text[max(0, one.start - _BEFORE) : one.start].lower().split()
    return bool(before) and (before[-1] in _words("makes") or " ".join(before[-3:]) in _words("begins"))
