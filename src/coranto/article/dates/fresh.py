"""Whether a text is written as the news of its days: it names weekdays, or days of a month, without more of a date.

News prints a bare "on Monday" or 「16日」 only of days within about a week of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from coranto.article.dates.told import Aside, Told, asides
from coranto.data import rows

_LEAD, _READ = 6, 15
_MOST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Fresh:
    """The bare weekdays of the first sentences, those of the lead alone, and whether the text reads as news."""

    lead: tuple[Aside, ...]
    fresh: bool

    def fits(self, start: date, end: date) -> tuple[date | None, str]:
        """The one day of a span that a bare weekday of the lead may name, with the tense it is told in."""
        days = [start + timedelta(days=n) for n in range(min((end - start).days, _MOST_DAYS))]
        for aside in self.lead:
            named = [day for day in days if day.weekday() == aside.weekday]
            if len(named) == 1:
                return named[0], aside.lean
        return None, ""

    def near(self, told: Told) -> str:
        """How near a full date is to a fresh text: its weekday `stands` with it, or a bare one of the lead `may` be
        its day; empty else."""
        if not self.fresh or told.old or not (told.year and told.day):
            return ""
        try:
            weekday = date(told.year, told.month, told.day).weekday()
        except ValueError:
            return ""
        return "stands" if told.weekday == weekday else "may" if self._names(weekday) else ""

    def _names(self, weekday: int) -> bool:
        return any(one.weekday == weekday for one in self.lead)


def freshness(told: Sequence[str], lang: str, times: Sequence[Told]) -> Fresh:
    """What the first sentences say of how near their news is; a weekday that stands with a date isn't bare."""
    found = [(at, one) for at, text in enumerate(told[:_READ]) for one in bare_weekdays(text, lang)]
    placed = any(one.kind == "monthday" for one in times)
    return Fresh(
        tuple(one for at, one in found if at < _LEAD),
        placed or len(found) > 1 or any(one.lean or at < _LEAD for at, one in found),
    )


def bare_weekdays(sentence: str, lang: str) -> list[Aside]:
    """The weekdays of a sentence with their tense; none where one of them stands with its date."""
    pattern, known = _east()
    east = [Aside(weekday=known[m.group()]) for m in pattern.finditer(sentence)]
    if east or _dated().search(sentence):
        return east
    return [one for one in asides(sentence, lang) if one.weekday >= 0]


@cache
def _dated() -> re.Pattern[str]:
    """A weekday with a number right beside it, as in "Sunday, July 15" or "lundi 16"."""
    names = "|".join(re.escape(name) for name in _names() if not _is_east(name))
    months = "|".join(sorted({re.escape(n) for row in rows("months") for n in row["names"]}, key=len, reverse=True))
    return re.compile(
        rf"(?i)\b(?:{names})\b[\s,.(]{{1,3}}(?:(?:den|the|el|le|dem)\s)?(?:(?:{months})\b\.?\s)?\d{{1,2}}\b"
    )


@cache
def _east() -> tuple[re.Pattern[str], dict[str, int]]:
    """The weekdays of languages that put no blanks between words."""
    known = {name: number for name, number in _names().items() if _is_east(name)}
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return re.compile(rf"(?>{names})(?!\s?[(（]?\d)"), known


def _is_east(name: str) -> bool:
    return "\u3000" <= name[0] <= "\u9fff" or "\uac00" <= name[0] <= "\ud7af"


@cache
def _names() -> dict[str, int]:
    return {name: row["number"] for row in rows("page-dating", "weekday") for name in row["names"]}
