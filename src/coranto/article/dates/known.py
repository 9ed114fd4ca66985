"""What a text names whose time is known: people in office, events, and words that are no older than a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from coranto.article.dates.told import asides
from coranto.data import rows

Spans = tuple[tuple[date, date | None], ...]
Event = tuple[tuple[tuple[str, ...], ...], date, date]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAPITALS = re.compile(r"\b[^\W\d_a-zß-ÿ]{4,}\b")
_REACH, _FORMER_REACH = 3, 5
_BEFORE, _AFTER = 40, 6
_LEAD, _TOP = 12, 4
"""Sentences from the top in which an event is the news of the page or near it, and in which it is the topic."""
_MOST_DAYS = 14
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Something named whose spans of days are known, half-open, without an end where it lasts. `day` is the day of
    an event that a word such as "Monday" or "today" puts beside that of publication, and `lean` on which side;
    `lead` says that it is named in the first sentences."""

    kind: Literal["office", "event", "since"]
    spans: Spans
    text: str
    day: date | None = None
    lean: str = ""
    lead: bool = False


def known_in(told: Sequence[str], lang: str) -> list[Known]:
    """What the sentences of a text name, each thing once, at its first place."""
    whole = "\n".join(told)
    found: dict[object, Known] = {}
    holders = [one for one in _holders() if one[0] in whole]
    newer = [one for one in _newer() if any(word in whole for word in one[0])]
    plain = _plain(whole)
    events = [one for one in _events() if all(any(word in plain for word in entry) for entry in one[0])]
    for at, sentence in enumerate(told):
        for one in (*_in_office(sentence, holders), *_since(sentence, newer)):
            found.setdefault((one.kind, one.spans), one)
        if at < _LEAD:
            for one in _of_events(sentence, events, lang):
                held = found.get(one.spans)
                if held is None or (one.day is not None and held.day is None):
                    found[one.spans] = replace(one, lead=at < _TOP or (held is not None and held.lead))
    for one in _of_events(" ".join(told[:_TOP]), events, ""):
        found.setdefault(one.spans, replace(one, lead=True))
    return list(found.values())


def _plain(text: str) -> str:
    """A text and the same with its words in capitals, such as those of datelines, in small letters."""
    small = _CAPITALS.sub(lambda m: m.group().capitalize(), text)
    return text if small == text else f"{text}\n{small}"


def _in_office(sentence: str, holders: Sequence[tuple[str, str, Spans]]) -> Iterator[Known]:
    """The people whom a sentence gives the title of an office that they held."""
    for name, role, spans in holders:
        at = sentence.find(name)
        if at < 0:
            continue
        text = _titled_east(sentence, at, name, role) if _is_east(name) else _titled(sentence, at, name, role)
        if text:
            yield Known(kind="office", spans=spans, text=text)


def _titled(sentence: str, at: int, name: str, role: str) -> str:
    """The title and the name, where a title stands before the name and no "former" before the title."""
    if sentence[at - 1 : at].isalpha() or sentence[at + len(name) : at + len(name) + 1].isalpha():
        return ""
    start = max(0, at - _BEFORE)
    before = [(m.group().casefold(), start + m.start()) for m in _WORD.finditer(sentence[start:at])]
    titles, former = _titles(role), _words("former")
    near = [place for word, place in before[-_REACH:] if word in titles or word.rpartition("-")[2] in titles]
    if not near or any(part in former for word, _ in before[-_FORMER_REACH:] for part in word.split("-")):
        return ""
    return sentence[near[0] : at + len(name)]


def _titled_east(sentence: str, at: int, name: str, role: str) -> str:
    """The same where titles follow names without a blank."""
    after, before = sentence[at + len(name) : at + len(name) + _AFTER], sentence[max(0, at - _AFTER) : at]
    titled = any(title in after or before.endswith(title) for title in _titles(role) if _is_east(title))
    former = any(word in after or word in before for word in _words("former") if _is_east(word))
    return sentence[at : at + len(name) + _AFTER] if titled and not former else ""


def _is_east(word: str) -> bool:
    return "\u3000" <= word[0] <= "\u9fff" or "\uac00" <= word[0] <= "\ud7af"


def _of_events(sentence: str, events: Sequence[Event], lang: str) -> Iterator[Known]:
    """The events of known days that a sentence names, each with the day that the sentence puts beside its own; one
    that is named with its year is looked back on or far ahead."""
    plain = _plain(sentence) if events else ""
    for names, start, end in events:
        if str(start.year) not in sentence and all(any(word in plain for word in entry) for entry in names):
            day, lean = _beside(sentence, lang, start, end) if lang else (None, "")
            yield Known(kind="event", spans=((start, end),), text=sentence[:160], day=day, lean=lean)


def _beside(sentence: str, lang: str, start: date, end: date) -> tuple[date | None, str]:
    """The day of an event that the words for days in a sentence fit, and where publication lies from it."""
    days = [start + timedelta(days=n) for n in range(min((end - start).days, _MOST_DAYS))]
    for aside in asides(sentence, lang):
        if aside.weekday < 0 and len(days) == 1:
            return days[0] + timedelta(days=aside.shift), "today"
        fits = [day for day in days if day.weekday() == aside.weekday]
        if len(fits) == 1:
            return fits[0], aside.lean
    return None, ""


def _since(sentence: str, newer: Sequence[tuple[tuple[str, ...], tuple[str, ...], date]]) -> Iterator[Known]:
    """The words of a sentence that are no older than a known day."""
    for words, beside, day in newer:
        word = next((one for one in words if one in sentence), "")
        if word and (not beside or any(one in sentence for one in beside)):
            yield Known(kind="since", spans=((day, None),), text=word)


@cache
def _holders() -> tuple[tuple[str, str, Spans], ...]:
    found = []
    for row in rows("known-offices"):
        spans = tuple((spell[0], spell[1] if len(spell) > 1 else None) for spell in row["spells"])
        found += [(name, row["role"], spans) for name in row["names"]]
    return tuple(found)


@cache
def _titles(role: str) -> frozenset[str]:
    return frozenset(w for row in rows("known-offices", "title") if row["role"] == role for w in row["words"])


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for row in rows("known-offices", table) for word in row["words"])


@cache
def _events() -> tuple[Event, ...]:
    return tuple(
        (
            tuple(tuple(entry.split("|")) for entry in row["all"]),
            row["start"],
            row.get("end", row["start"] + _ONE_DAY),
        )
        for row in rows("known-events", "event")
    )


@cache
def _newer() -> tuple[tuple[tuple[str, ...], tuple[str, ...], date], ...]:
    return tuple((tuple(r["words"]), tuple(r.get("with", ())), r["day"]) for r in rows("known-events", "since"))
