"""The shapes of recurring occasions: "the 10th Lakeside Forum", "the ninth round of ferry talks"."""

import re
from functools import cache

from coranto.data import rows, words
from coranto.reading.figures.numbers import number_words

_CAP = r"(?:(?:[A-Z]\.){2,5}|[A-Z][\w'+&]*(?:-\w+)*)"
_NAME = rf"{_CAP}(?:[ ](?:(?:of|for|on|and|in)[ ](?:the[ ])?)?{_CAP}){{0,7}}"
_TAIL = re.compile(rf"[ ](?:for|on|of)[ ](?:the[ ])?{_CAP}(?:[ ](?:(?:and|of|in|for)[ ])?{_CAP}){{0,4}}")
_NEXT = re.compile(r"[ ]?[\"']?[ ]?([^\W_][\w'-]*)[\"']?")
_JOINERS = frozenset(("of", "the", "and", "for", "between", "its", "their", "on"))
_TALKS = frozenset(
    ("talks", "negotiations", "consultations", "dialogue", "discussions", "meetings", "consultation")
)
_VERB = re.compile(
    r"^(?:\w{3,}ed|opens?|ends?|begins?|began|starts?|closes?|met|meets?|drew|took|takes?|saw|brought)$"
)
_LIMIT = 12


@cache
def heads(kind: str = "") -> tuple[str, ...]:
    """Head nouns, all or those flagged `named` or `of`, lower-case, longest first."""
    found = [
        str(row[form]) for row in rows("occasions", "head") if not kind or row.get(kind) for form in _forms(row)
    ]
    return tuple(sorted(found, key=_longest_first))


def _forms(row: dict[str, object]) -> list[str]:
    return [field for field in ("plural", "word") if field in row]


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def generic() -> frozenset[str]:
    """Words of a name that tell no series from another."""
    return frozenset(word for row in rows("occasions", "generic") for word in row["words"])


_OF = ("round", "summit", "conference")


def in_reach(lower: str) -> bool:
    """Whether a text in lower case has any word that an occasion ends in or is headed by."""
    return any(head in lower for head in (*heads(), *_OF))


def _ordinal() -> str:
    ordinals, tens = "|".join(number_words("ordinal")), "|".join(number_words("ten"))
    capital = "|".join(word.capitalize() for word in (*number_words("ten"), *number_words("ordinal")))
    return rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{tens}|{capital})-)?(?:{ordinals}|{capital}))"


@cache
def pattern() -> re.Pattern[str]:
    """Where an occasion may stand in plainly quoted text: n with of, small or name; group; again; named."""
    groups = "|".join(re.escape(word) for row in rows("occasions", "group") for word in row["words"])
    lower, of = "|".join(heads("named")), "|".join((*heads("of"), *_OF))
    numbered = (
        rf"(?P<n>{_ordinal()})[ ](?:[Aa]nnual[ ])?(?:(?P<of>(?:[a-z-]+[ ])?(?:{of})[ ]of(?=[ ]))"
        rf"|(?P<small>{_NAME}(?:[ ][a-z-]+){{0,2}}?[ ](?:{lower})\b)|(?P<name>{_NAME}))"
    )
    group = rf"(?P<group>(?:{groups})(?:[ ][a-z]+)?[ ]summit\b)"
    again = rf"(?P<again>[Tt]he[ ](?:{'|'.join(heads('named'))})\b)"
    return re.compile(rf"(?<![\w-])(?:{numbered}|{group}|{again}|(?P<named>{_NAME}))(?!\w)")


@cache
def _head() -> re.Pattern[str]:
    capital = "|".join(f"{word[0].upper()}{word[1:]}" for word in heads())
    return re.compile(rf"\b(?:{capital})\b")


def name_span(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Start, end and lower-case head of the occasion's name inside a run of capitalised words, or None."""
    first = start
    while True:
        word = _NEXT.match(text, first, end)
        if word is None:
            return None
        if word.group(1).lower().removesuffix("'s") not in words("figure-function-words"):
            first = word.start(1)
            break
        first = word.end()
    head = _head().search(text, first, end)
    if head is None:
        return None
    tail = _TAIL.match(text, head.end(), end)
    return first, tail.end() if tail else head.end(), head.group().lower()


def phrase_end(text: str, start: int, stop: int, names_end: bool = False) -> int:
    """Where the noun phrase that begins at `start` ends: before other function words, verbs and punctuation.

    With `names_end` a small word after a capitalised one ends it too.
    """
    at, last, capital, between = start, start, False, False
    for _ in range(_LIMIT):
        word = _NEXT.match(text, at, stop)
        if word is None or (at > start and text[at] in "\n,;."):
            break
        lower = word.group(1).lower()
        if lower == "and" and not (between or (capital and names_end)):
            break
        if lower in _JOINERS:
            between = between or lower == "between"
            at = word.end()
            continue
        small = word.group(1)[0].islower()
        if lower in words("figure-function-words") or lower.isdigit() or (small and _VERB.search(lower)):
            break
        if small and capital and names_end:
            break
        at, last, capital = word.end(), word.end(), not small
    return last


def is_talks(phrase: str) -> bool:
    """Whether a phrase is of talks, negotiations, consultations ..."""
    return any(word.strip("\"'").lower() in _TALKS for word in phrase.split())
