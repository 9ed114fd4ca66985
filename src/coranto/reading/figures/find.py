"""Figures: numbers that say something, with what they count and the measure they belong to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coranto.data import words
from coranto.parts import register
from coranto.reading.figures.grammar import codes, pattern
from coranto.reading.figures.nouns import Counted, counted, is_toll, predicate, state_of
from coranto.reading.figures.numbers import number, number_words
from coranto.reading.times.find import lowered, time_spans
from coranto.text.normal import ascii_fold
from coranto.types import TITLE, Article, FigureMention
from coranto.types.ids import digest

_NUMBERED = re.compile(r"\bno\.?\s$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|these|those|both|its|their|his|her|our|all|other|'s)\s$")
_CAPITAL = re.compile(r"(?:^|\s)([A-Z][\w'.-]*)[ ]$")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_AGE = re.compile(r"-?\s?years?[- ]old|,\s(?:who|a|an|of)\b")
_CODE = re.compile(r"0\d+|\d{7,}")
_PEOPLE = frozenset(
    ("person", "man", "woman", "child", "soldier", "civilian", "officer", "sailor", "pilot", "worker", "journalist")
)
_MANY = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2e6, 9e6),
    "billions": (2e9, 9e9),
}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_MONEY_OF = re.compile(r"(?:\s(?:worth\sof|in|of|for)\s(?:the\s)?|\s)((?:[^\W\d_]+[ -]){0,2}[^\W\d_]+)")
_SHARE_OF = re.compile(r"\sof\s(?:the\s)?((?:[^\W\d_]+[ -]){0,2}[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class _Value:
    """What a number says: value and bounds, unit, and where its words end."""

    value: float
    low: float | None
    high: float | None
    unit: str
    end: int


def _scaled(text: str | None, scale: str | None) -> float | None:
    value = number(" ".join((text or "").split())) if text else None
    if value is None:
        return None
    for word in (scale or "").strip(" -").split():
        value *= number_words("scale").get(word.removesuffix("s")) or number_words("short").get(word) or 1
    return value


def _fraction(text: str) -> float:
    top, _, bottom = text.partition("-")
    return (number(top) or 1) / _FRACTIONS[bottom.removesuffix("s")]


def _plain(match: re.Match[str]) -> _Value | None:
    """The value of digits or number words with currency, range, scale and unit."""
    first, scale = match["a"], match["ascale"] or ""
    if _CODE.fullmatch(first) and not match["cur"]:
        return None
    if match["ordinal"] or (scale.strip() in ("m", "k", "b") and not match["cur"]):
        return None
    low, high = _scaled(first, scale or (match["bscale"] if match["b"] else None)), None
    end = match.end()
    if match["b"]:
        high = _scaled(match["b"], match["bscale"])
        if match["to"].strip() == "and" or low is None or high is None or high <= low:
            return None
    if low is None:
        return None
    unit = codes("currency", "before").get(match["cur"] or "", "") or _unit(match["unit"])
    unit = "times" if match["times"] else unit
    return _Value(high if high is not None else low, low if high is not None else None, high, unit, end)


def _unit(text: str | None) -> str:
    name = " ".join((text or "").split())
    return codes("unit").get(name) or codes("currency", "after").get(name, "")


def _value(match: re.Match[str]) -> _Value | None:
    if match["many"]:
        low, high = _MANY[match["many"].split()[-1]]
        factor = 10 if match["many"].startswith("tens") else 100 if match["many"].startswith("hundreds of") else 1
        return _Value(low * factor, low * factor, high * factor, "", match.end())
    if match["fraction"]:
        return _Value(_fraction(match["fraction"]), None, None, "share", match.end())
    if match["part"]:
        part, whole = number(match["part"]), number(match["whole"])
        return _Value(part / whole, None, None, "share", match.end()) if part and whole and part < whole else None
    if match["often"]:
        return _Value(3 if match["often"] == "thrice" else 2, None, None, "times", match.end())
    return _plain(match)


def _misleads(text: str, lower: str, match: re.Match[str], value: _Value) -> bool:
    """Whether the number is part of a name, an age, a definite "the two" or a bare year."""
    before = text[max(0, match.start() - 24) : match.start()]
    named = _CAPITAL.search(before)
    if (
        named
        and named.group(1).lower() not in words("figure-function-words")
        and not value.unit
        and not match["mod"]
    ):
        return True
    if value.unit == "":
        if _NUMBERED.search(before):
            return True
        return bool(_AGE.match(lower, value.end)) or (value.value <= 4 and bool(_DEFINITE.search(before.lower())))
    return False


def _trivial(what: Counted, value: _Value) -> bool:
    last = what.phrase.split()[-1] if what.phrase else ""
    if last in words("figure-stops") or what.head in words("figure-stops"):
        return True
    pair = value.value == 2 and what.head in words("figure-pairs") and " " not in what.phrase
    return pair or (value.value <= 1 and what.head not in _PEOPLE)


def _of(lower: str, value: _Value, start: int, within: tuple[int, int]) -> Counted | None:
    """What is counted, or what money and shares are of."""
    begin, stop = within
    if value.unit in ("", "share"):
        of = counted(lower, value.end, stop, value.value)
        return of or (Counted(value.end, "", "person") if is_toll(lower, begin, start) else None)
    money = value.unit in {*codes("currency", "before").values(), *codes("currency", "after").values()}
    found = (_MONEY_OF if money else _SHARE_OF).match(lower, value.end, stop)
    if value.unit == "times" or found is None:
        return None
    kept = []
    for word in found.group(1).split():
        if word in words("figure-function-words"):
            break
        kept.append(word)
    return Counted(value.end, " ".join(kept), kept[-1]) if kept else None


def _key(*parts: str) -> str:
    return "|".join(re.sub(r"[^\w%/]+", "-", ascii_fold(part)).strip("-") for part in parts)


def _names_left(text: str, start: int, begin: int) -> str:
    """The names before "twice", sorted: times are counted for somebody."""
    found = (match.group().lower() for match in _NAME.finditer(text, max(begin, start - 120), start))
    names = {name for name in found if not name.endswith("ing")}
    return " ".join(sorted(names - words("figure-function-words")))


def _mention(
    article: str, text: str, lower: str, match: re.Match[str], span: tuple[int, int, int]
) -> FigureMention | None:
    sentence, begin, stop = span
    value = _value(match)
    if value is None or _misleads(text, lower, match, value):
        return None
    of = _of(lower, value, match.start(), (begin, stop))
    if value.unit == "" and (of is None or _trivial(of, value)):
        return None
    end = of.end if of and value.unit in ("", "share") else value.end
    what = state_of(of.phrase if of else "") or predicate(lower, match.start(), end, (begin, stop))
    if value.unit == "times":
        what = f"{what} {_names_left(text, match.start(), begin)}".strip()
    mod = codes("mod").get(" ".join((match["mod"] or "").split()), "")
    ident = digest("fgm", article, sentence, match.start(), value.unit)
    measure = _key(value.unit or "count", of.head if of else "", what)
    if not what and not (of and " " in of.phrase):
        measure = f"{measure}{ident}"  # nothing is said of it: it never differs from another
    return FigureMention(
        id=ident, sentence=sentence, start=match.start(), end=end, text=text[match.start() : end],
        value=value.value, low=value.low, high=value.high, unit=value.unit, of=of.phrase if of else "", what=what,
        mod=mod or ("about" if match["many"] else ""), measure=measure,
    )  # fmt: skip


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, start)
    near = taken[max(at - 1, 0) : at + 1]
    return any(low < end and start < high for low, high in near)


def _read(article: str, text: str, spans: Sequence[tuple[int, int, int]]) -> Iterator[FigureMention]:
    lower, begins = lowered(text), [begin for _, begin, _ in spans]
    taken = time_spans(text, [(begin, stop) for _, begin, stop in spans])
    starts, last = [start for start, _ in taken], 0
    for match in pattern().finditer(lower):
        at = bisect_right(begins, match.start()) - 1
        if at < 0 or match.start() < last or match.end() > spans[at][2]:
            continue
        if _overlaps(match.start(), match.end(), taken, starts):
            continue
        found = _mention(article, text, lower, match, spans[at])
        if found:
            last = found.end
            yield found


@register("reading.figures.v1")
def figures(article: Article) -> tuple[FigureMention, ...]:
    """The figures of an article's title (sentence `TITLE`), then of its sentences, in order.

    Counts, money, shares, measures and "twice"; no dates, ages, ordinals, scores or parts of names.
    """
    title = [(TITLE, 0, len(article.title))] if article.title else []
    body = [(sentence.index, sentence.start, sentence.end) for sentence in article.sentences]
    return (*_read(article.id, article.title, title), *_read(article.id, article.text, body))
