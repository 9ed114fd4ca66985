"""Parties that stand together: coordinated groups of a sentence, and what governs each."""

from typing import NamedTuple

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.memory import Party
from coranto.reading.events.triggers import verb_words

_SKIP = 5
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
_JOIN = frozenset({"and", "&", ",", "or", "the"})
_BEFORE_NOUN = frozenset({"the", "a", "an", "with", "his", "her", "its", "their", "of", "between", "by", "'s"})
TRANSITIVE = frozenset(
    ("met", "meets", "told", "tells", "urged", "asks", "accuses", "visits", "joins", "leads", "led")
)


class Group(NamedTuple):
    """Coordinated parties at the words `first:last`; `slot` is the preposition or verb before them, `""` where
    they could be a subject, `poss` when a possessive follows."""

    parties: tuple[Party, ...]
    first: int
    last: int
    slot: str
    poss: bool


def groups(one: Scan, parties: tuple[Party, ...]) -> tuple[Group, ...]:
    """The coordinated groups of a sentence in order."""
    runs: list[list[Party]] = []
    for party in parties:
        if runs and _joined(one, runs[-1], party) and not _owner_only(one, runs[-1], party):
            runs[-1].append(party)
        else:
            runs.append([party])
    return tuple(_group(one, run) for run in runs)


def _joined(one: Scan, run: list[Party], party: Party) -> bool:
    between = one.low[run[-1].last : party.first]
    if run[-1].kind == party.kind == "pair":
        return not between
    if not between:
        return False
    if between == (",",) and run[0].first == 0 and run[-1].kind == party.kind == "country":
        return True
    if run[-1].kind in ("place", "people") or len(between) > 3:
        return False
    return all(word in _JOIN for word in between) and ("and" in between or "&" in between or _series(one, party))


def _owner_only(one: Scan, run: list[Party], party: Party) -> bool:
    """Whether `party` begins a phrase of its own: "raids on Laos and Burma's reply"."""
    after = one.low[party.last] if party.last < len(one.low) else ""
    if after not in ("'s", "'"):
        return finite(after) and slot(one, run[0].first) not in ("", "of", "between")
    return slot(one, run[0].first) in ("against", "on", "in", "to", "from", "at", "under")


def _series(one: Scan, party: Party) -> bool:
    """Whether a comma before `party` belongs to a list: an "and" follows before any verb."""
    return one.low[party.last : party.last + 1] in (("and",), ("&",)) or (
        one.low[party.last : party.last + 1] == (",",) and "and" in one.low[party.last : party.last + 6]
    )


def _group(one: Scan, run: list[Party]) -> Group:
    first, last = run[0].first, run[-1].last
    poss = one.low[last : last + 1] in (("'s",), ("'",)) or one.low[last - 1] in _OWNERS
    return Group(tuple(run), first, last, slot(one, first), poss)


def slot(one: Scan, first: int) -> str:
    """What governs the phrase that begins at `first`: a preposition, `verb`, `by`, or "" for none."""
    at, steps = first - 1, 0
    while at >= 0 and steps < _SKIP:
        word = one.low[at]
        if word in grammar("preposition"):
            return "" if word in ("before", "after", "since", "until", "as") and _clausal(one, first) else word
        if word in grammar("mark") or word in grammar("boundary") or word in ("and", "but", "or"):
            return ""
        if word in grammar("say"):
            return ""
        if word in grammar("modal") or word in grammar("be") or word in grammar("have"):
            return "verb"
        if word not in grammar("determiner") and not one.words[at][:1].isupper() and _verb_like(word):
            inner = word.endswith(("ing", "ed")) and at and one.low[at - 1] in _BEFORE_NOUN
            if not inner:
                return "verb"
        at -= 1
        steps += 1
    return ""


def _clausal(one: Scan, first: int) -> bool:
    """Whether a verb follows soon after the phrase at `first` ("after China closed ...")."""
    return any(word.endswith("ed") or word in grammar("finite") for word in one.low[first + 1 : first + 6])


def _verb_like(word: str) -> bool:
    return (
        word.endswith(("ed", "ing"))
        or word in grammar("light")
        or word in grammar("stop")
        or word in TRANSITIVE
        or word in verb_words()
    )


def finite(word: str) -> bool:
    return word.endswith("ed") or word in TRANSITIVE or word in grammar("finite") or word in ("then", "also")
