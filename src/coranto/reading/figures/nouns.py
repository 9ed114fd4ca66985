"""What a number counts and what is said of it: the noun after it, the predicate around it."""

import re
from dataclasses import dataclass
from functools import cache

from coranto.data import rows, words
from coranto.reading.figures.grammar import codes

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FIRST = re.compile(r"[ -]{1,2}(?:of[ ](?:the[ ])?)?")
_JOIN = re.compile(r"[ \"']{1,3}")
_PREPOSITION = re.compile(r"([^\W\d_]+)\s(?:of|from|in|across|by|representing|between|among)\s(?:the\s)?$")
_TOLL = re.compile(r"\b(?:death\s)?toll\b[^.;]{0,50}$")
_RIGHT, _LEFT = 60, 90
_NO_VERB = frozenset(("united", "armed", "so-called", "need", "indeed", "speed", "hundred", "bed"))


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase a number counts: its end, its words, and the singular of its head."""

    end: int
    phrase: str
    head: str


@cache
def _irregular() -> dict[str, str]:
    return {row["word"]: row["singular"] for row in rows("figures", "plural")}


def singular(noun: str) -> str:
    """The singular of a lower-case noun, by rule and by the rows of irregular ones."""
    if noun in _irregular():
        return _irregular()[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) else noun


def is_plural(noun: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if noun in _irregular():
        return True
    return len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))


def counted(lower: str, start: int, stop: int, count: float) -> Counted | None:
    """The noun phrase that begins at `start` (just after a number), or None when nothing is counted."""
    at, last, state = start, None, start
    for _ in range(6):
        gap = (_JOIN if at > start else _FIRST).match(lower, at, stop)
        word = _WORD.match(lower, gap.end() if gap else at, stop) if gap else None
        if gap is None or word is None:
            break
        text = word.group()
        if text in words("figure-function-words"):
            break
        at, last = word.end(), text
        if text in codes("predicate") and is_plural(text):
            state = at
        elif is_plural(text):
            return Counted(at, _phrase(lower[start:at]), singular(text))
    if state > start:
        return Counted(state, _phrase(lower[start:state]), "person")
    single = count == 1 and last is not None and at > start
    return Counted(at, _phrase(lower[start:at]), singular(last)) if single and last else None


def state_of(phrase: str) -> str:
    """The predicate that the counted words hold themselves ("15 dead", "300 injured sailors"), or nothing."""
    return next((codes("predicate")[word] for word in phrase.split() if word in codes("predicate")), "")


def _phrase(text: str) -> str:
    return text.strip(" -").removeprefix("of ").removeprefix("the ")


def is_toll(lower: str, begin: int, start: int) -> bool:
    """Whether a bare number at `start` is the dead of a toll ("the death toll rose to 45")."""
    return bool(_TOLL.search(lower, max(begin, start - _LEFT), start))


def predicate(lower: str, start: int, end: int, within: tuple[int, int]) -> str:
    """What is said of the figure at `start..end`: a predicate's code, the noun before "of", or a verb."""
    if is_toll(lower, within[0], start):
        return "kill"
    left_from, right_to = max(within[0], start - _LEFT), min(within[1], end + _RIGHT)
    left = lower[left_from:start]
    noun = _PREPOSITION.search(left)
    skipped = words("figure-function-words") | words("figure-stops")
    if noun and noun.group(1) not in skipped and not _verbal(noun.group(1)):
        return codes("predicate").get(noun.group(1), singular(noun.group(1)))
    after = [match.group() for match in _WORD.finditer(lower, end, right_to)][:5]
    for word in after:
        if word in ("and", "but", "while", "including"):
            break
        if word in codes("predicate") or (_verbal(word) and word not in _NO_VERB):
            return codes("predicate").get(word, word)
    before = [match.group() for match in _WORD.finditer(left)][::-1]
    known = next((codes("predicate")[word] for word in before[:6] if word in codes("predicate")), "")
    return known or next((word for word in before if _verbal(word)), "")


def _verbal(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NO_VERB
