"""Times that a text tells of, in the languages of the outlets: days, months and years, each with its tense."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Literal

from coranto.data import rows

Lean = Literal["past", "future", ""]
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile(r"[^\w\s]")
_EAST_UNITS = ("日", "일", "年", "년")
_EAST = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)\s?[年년]\s?)?(?:(?P<m>1[0-2]|0?[1-9])\s?[月월]\s?)?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日일](?![間间간])"
    r"|(?P<y2>(?:19|20)\d\d)\s?[年년](?:\s?(?P<m2>1[0-2]|0?[1-9])\s?[月월])?"
)
_NUMBERS = re.compile(
    r"(?<![\d.,/-])(?:(?P<y>(?:19|20)\d\d)(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<s2>[./])(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d)?)(?![\d/])"
)
_MONEY = frozenset("$€£¥₩₹#№")
_BEFORE, _AFTER = 12, 6
_BESIDE = 6
_NEAR = 40
_NUMBERED = frozenset({"fr", "es", "it", "pt", "ro", "ca"})
_DOTTED = frozenset({"de", "no", "da", "fi", "cs", "tr", "pl", "ru", "uk"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time in a text: its parts (0 where not told, `weekday` -1), its tense, and `shift`, the days or years by
    which a word beside it puts the day of publication after it, with the unit of that. It is
    `firm` where the whole sentence tells of what has been, `old` in the caption of an old picture."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    lean: Lean = ""
    unit: Literal["year", "day", ""] = ""
    shift: int = 0
    text: str = ""
    firm: bool = False
    old: bool = False

    @property
    def kind(self) -> str:
        """What is told: `day`, `yearless`, `monthday`, `month`, `bare` (a month without its year) or `year`."""
        if self.day:
            return "day" if self.year else "yearless" if self.month else "monthday"
        return ("month" if self.year else "bare") if self.month else "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A weekday (0 is Monday) with its tense, or without one (-1) a word such as "yesterday": the days by which
    publication lies after what it tells of."""

    weekday: int = -1
    lean: Lean = ""
    shift: int = 0


_Token = tuple[str, str, int, int]


def told_times(sentence: str, lang: str) -> list[Told]:
    """The times of one sentence, as they stand in it."""
    if _DIGIT.search(sentence) is None and _months().keys().isdisjoint(
        _PLAIN.sub(" ", sentence.casefold()).split()
    ):
        return []
    tokens = _tokens(sentence)
    found: list[tuple[int, int, Told]] = []
    days = (*_numbers(sentence, lang), *_named(sentence, tokens))
    taken = bytearray(len(sentence))
    for start, end, told in (*days, *_years(sentence, tokens), *_numbered(tokens, lang)):
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, told))
    found.sort(key=lambda one: one[:2])
    firm = not any(_tenses().get(token[1]) == "future" or token[1] in _words("open") for token in tokens)
    old = any(word in sentence for word in _words("archive"))
    return [_placed(sentence, tokens, (start, end, told), (lang, firm, old)) for start, end, told in found]


def asides(sentence: str, lang: str) -> list[Aside]:
    """The weekdays of a sentence with their tense, and its words for today, yesterday and tomorrow."""
    tokens = _tokens(sentence)
    found = [
        Aside(weekday=_weekdays()[token[1]], lean=_lean(tokens, at, at + 1, lang)[0])
        for at, token in enumerate(tokens)
        if token[1] in _weekdays()
    ]
    return found + [Aside(shift=step) for words, step in _besides()["day"] if words.search(sentence)]


def _tokens(sentence: str) -> list[_Token]:
    return [(m.group(), m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(sentence)]


def _numbers(sentence: str, lang: str) -> Iterator[tuple[int, int, Told]]:
    """Dates in figures, and those of Chinese, Japanese and Korean."""
    east = any(unit in sentence for unit in _EAST_UNITS)
    for m in _EAST.finditer(sentence) if east else ():
        year, month = int(m["y"] or m["y2"] or 0), int(m["m"] or m["m2"] or 0)
        yield m.start(), m.end(), Told(year=year, month=month, day=int(m["d"] or 0))
    for m in _NUMBERS.finditer(sentence):
        year, month, day = int(m["y"] or m["y2"] or 0), int(m["m"] or m["m2"]), int(m["d"] or m["d2"])
        if not year and (m["s2"] != "." or lang not in _DOTTED):
            continue
        if month > 12 >= day and year:
            month, day = day, month
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield m.start(), m.end(), Told(year=year, month=month, day=day)


def _named(sentence: str, tokens: Sequence[_Token]) -> Iterator[tuple[int, int, Told]]:
    """Dates with the name of a month."""
    for at, (word, low, start, end) in enumerate(tokens):
        month = _months().get(low, 0)
        if not month:
            continue
        back = _skip(tokens, at, -1)
        ahead = _skip(tokens, at, 1)
        year_at, year = _year_at(tokens, ahead)
        before, after = _day(tokens, back, 0), 0 if year else _day(tokens, ahead, 1)
        if after and not before:
            year_at, year = _year_at(tokens, _skip(tokens, ahead, 1))
        day = before or after
        unsure = low in _words("foreign") or (low in _words("ambiguous") and word[0].islower())
        if unsure and not (day and (year or sentence[end : end + 1] == ".")):
            continue
        if not day and not year and not (at and tokens[at - 1][1] in _words("lead")):
            continue
        first = tokens[back][2] if before else start
        last = tokens[year_at][3] if year else tokens[ahead][3] if after and not before else end
        yield first, last, Told(year=year, month=month, day=day)


def _skip(tokens: Sequence[_Token], at: int, step: int) -> int:
    """The place of the next token on one side, past the small words of dates; -1 for none."""
    for place in range(at + step, at + 4 * step, step):
        if not 0 <= place < len(tokens):
            return -1
        if tokens[place][1] not in _words("between"):
            return place
    return -1


def _day(tokens: Sequence[_Token], at: int, ahead: int) -> int:
    """The day of a month that a token is, or 0; a clock time is none."""
    if at < 0 or not tokens[at][0].isdigit() or len(tokens[at][0]) > 2 or not 1 <= int(tokens[at][0]) <= 31:
        return 0
    if ahead and at + 2 < len(tokens) and tokens[at + 1][0] in ":%" and tokens[at + 1][2] == tokens[at][3]:
        return 0
    return int(tokens[at][0])


def _year_at(tokens: Sequence[_Token], at: int) -> tuple[int, int]:
    word = tokens[at][0] if at >= 0 else ""
    return (at, int(word)) if len(word) == 4 and word.isdigit() and 1900 <= int(word) < 2100 else (-1, 0)


def _years(sentence: str, tokens: Sequence[_Token]) -> Iterator[tuple[int, int, Told]]:
    """Years that stand alone: no amounts, no parts of longer numbers."""
    for at, (word, _, start, end) in enumerate(tokens):
        if len(word) != 4 or not word.isdigit() or not 1900 <= int(word) < 2100:
            continue
        before, after = sentence[start - 1 : start], sentence[end : end + 2]
        if before in _MONEY or (before in ".,:" and sentence[start - 2 : start - 1].isdigit()):
            continue
        if after[:1] in ("%", "€", "$", "h") or (after[:1] in (".", ",", ":") and after[1:].isdigit()):
            continue
        if at + 1 < len(tokens) and tokens[at + 1][1] in _words("unit"):
            continue
        if word.endswith("00") and not (at and tokens[at - 1][1] in _words("lead")):
            continue
        yield start, end, Told(year=int(word))


def _numbered(tokens: Sequence[_Token], lang: str) -> Iterator[tuple[int, int, Told]]:
    """Days that a weekday and the number of the day name: "segunda-feira (13)", "lundi 13"."""
    for at, token in enumerate(tokens):
        if token[1] not in _weekdays():
            continue
        ahead = next((n for n in range(at + 1, min(len(tokens), at + 5)) if tokens[n][1] not in _words("link")), -1)
        day = _day(tokens, ahead, 1)
        if day and (tokens[ahead - 1][0] in "(（" or lang in _NUMBERED):
            yield tokens[ahead][2], tokens[ahead][3], Told(day=day)


def _placed(
    sentence: str, tokens: Sequence[_Token], found: tuple[int, int, Told], around: tuple[str, bool, bool]
) -> Told:
    """A time with its weekday, tense, the words beside it, and its own words; that of an old picture is past."""
    (start, end, told), (lang, firm, old) = found, around
    first = bisect_right(tokens, start, key=itemgetter(3))
    last = bisect_left(tokens, end, first, key=itemgetter(2))
    unit, shift = _beside(sentence[max(0, start - _NEAR) : start], sentence[end : end + _NEAR], told)
    lean, before = _lean(tokens, first, last, lang)
    whole = sentence[start - 1 : start] != "/" and sentence[end : end + 1] != "/"
    return Told(
        year=told.year, month=told.month, day=told.day, unit=unit, shift=shift, lean="past" if old else lean,
        weekday=_weekday(tokens, first, last) if told.day else -1,
        text=sentence[start:end], firm=firm and whole and before and lean == "past", old=old,
    )  # fmt: skip


def _weekday(tokens: Sequence[_Token], first: int, last: int) -> int:
    """The weekday named right before or after a date, or -1."""
    for at in (*range(first - 1, max(-1, first - 6), -1), *range(last, min(len(tokens), last + 2))):
        if tokens[at][1] in _weekdays():
            return _weekdays()[tokens[at][1]]
        if tokens[at][1] not in _words("link"):
            return -1
    return -1


def _lean(tokens: Sequence[_Token], first: int, last: int, lang: str) -> tuple[Lean, bool]:
    """The tense that the nearest cue gives, those before a time first, and whether the cue stands before it."""
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if said := _tense(tokens[at][1], lang):
            return said, True
    for at in range(last, min(len(tokens), last + _AFTER)):
        if said := _tense(tokens[at][1], lang):
            return said, False
    return "", False


def _tense(word: str, lang: str) -> Lean:
    said = _tenses().get(word, "")
    return "past" if not said and lang == "en" and word.endswith("ed") and len(word) > 4 else said


def _beside(before: str, after: str, told: Told) -> tuple[Literal["year", "day", ""], int]:
    """What a word right beside a time says: its unit and the step from the time to the day of publication."""
    unit: Literal["year", "day"] = "day" if told.day else "year"
    if told.month and not told.day:
        return "", 0
    for words, step in _besides()[unit]:
        m = words.search(before)
        if m and m.end() >= len(before) - _BESIDE and not re.search(r"[.;:!?]", before[m.end() :]):
            return unit, step
        m = words.search(after)
        if m and m.start() <= 3 and not re.search(r"[.;:!?]", after[: m.start()]):
            return unit, step
    return "", 0


@cache
def _months() -> dict[str, int]:
    return {name: row["month"] for row in rows("months") for name in row["names"]}


@cache
def _weekdays() -> dict[str, int]:
    return {name: row["number"] for row in rows("page-dating", "weekday") for name in row["names"]}


@cache
def _tenses() -> dict[str, Lean]:
    return {word: row["says"] for row in rows("page-dating", "tense") for word in row["words"]}


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for row in rows("page-dating", table) for word in row["words"])


@cache
def _besides() -> dict[str, tuple[tuple[re.Pattern[str], int], ...]]:
    out: dict[str, list[tuple[re.Pattern[str], int]]] = {"year": [], "day": []}
    for row in rows("page-dating", "beside"):
        names = "|".join(sorted(map(re.escape, row["words"]), key=len, reverse=True))
        out[row["unit"]].append((re.compile(rf"(?i)(?<![^\W\d_])(?:{names})(?![^\W\d_])"), row["step"]))
    return {unit: tuple(found) for unit, found in out.items()}
