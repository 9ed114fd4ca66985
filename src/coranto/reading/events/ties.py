"""How firmly a party is tied to a verb: what stands between a subject and its verb group."""

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Party
from coranto.reading.offices.roles import phrase_start

_STRANGER = 0.5  # another noun is the subject
_CLAUSE = 0.4  # another verb stands between
_LIST = 0.05
_TIME = frozenset({"week", "month", "year", "day", "night", "morning", "evening", "afternoon", "today", "yesterday",
                   "tomorrow", "weekend"})  # fmt: skip
_ADVERBIAL = frozenset({"while", "when", "after", "before", "since"})
_PAIRS = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-", "“": "”", '"': '"'}
_CONJUNCTION = frozenset({"and", "but", ",", "or"})


def looseness(one: Scan, coded: Coded) -> float:
    """From 0 (the subject stands at its verb) to about 1 (another clause or noun stands between)."""
    verb = coded.roles.verb
    left = [party for party in coded.roles.actor + coded.roles.recipient if party.last <= verb]
    if verb < 0 or not left:
        return 0.0
    if coded.trigger.action.pos == "noun":
        verb = phrase_start(one, verb)
    if coded.trigger.form == "ing" and _guest(coded):
        return _STRANGER / 5
    near = max(left, key=_last)
    if near.last > verb:
        return 0.0
    loose = _participle(one, coded, near)
    if coded.trigger.form == "ing" and one.low[verb - 1] in _ADVERBIAL and near.last < verb:
        verb -= 1
    return loose + _between(one, near, verb)


def _guest(coded: Coded) -> bool:
    """Whether the actor stands in or right after the trigger: "visiting minister Addo"."""
    beside = (coded.trigger.first, coded.trigger.last)
    return any(party.first in beside for party in coded.roles.actor)


def _last(party: Party) -> int:
    return party.last


def _participle(one: Scan, coded: Coded, near: Party) -> float:
    """What an -ing clause adds: its subject is only understood."""
    verb = coded.roles.verb
    if coded.trigger.form != "ing" or verb != coded.trigger.first or near.last == verb:
        return 0.0
    before = one.low[verb - 1]
    if before == "," or before in _ADVERBIAL:
        return 0.15
    return 0.2 if before in grammar("preposition") else 0.3


def _between(one: Scan, near: Party, verb: int) -> float:
    at, cost = near.last, 0.0
    if one.low[at : at + 1] in (("'s",), ("'",)):
        cost += 0.2 if near.kind in ("country", "body") else _STRANGER
        at += 1
    while at < verb:
        closing = _closing(one, at, verb)
        if closing > at:
            cost += 0.05
            at = closing + 1
            continue
        cost += _toll(one, at, verb, start=near.last)
        at += 1
    return cost + _stranger(one, near.last, verb)


def _closing(one: Scan, at: int, verb: int) -> int:
    """The comma or bracket that closes what opens at `at`; `at` when nothing does."""
    closer = _PAIRS.get(one.low[at])
    if closer is None:
        return at
    return next((on for on in range(at + 1, min(verb, at + 25)) if one.low[on] == closer), at)


def _toll(one: Scan, at: int, verb: int, *, start: int) -> float:
    word = one.low[at]
    if word in ("who", "which", "that") and at <= start + 1:
        return 0.0
    if word in _CONJUNCTION:
        return _LIST
    if word == "as" and one.low[at + 1] in grammar("article"):
        return 0.0
    if word in grammar("boundary") or word in ("”", "“", '"', ":"):
        return _CLAUSE
    if word in grammar("finite") or word in grammar("say") or (word.endswith("ed") and at > start):
        return _LIST if not _CONJUNCTION.isdisjoint(one.low[max(verb - 2, at) : verb]) else _CLAUSE
    return 0.0


def _stranger(one: Scan, start: int, verb: int) -> float:
    """The toll of a plain noun right before the verb that is no part of a phrase under a preposition."""
    at = verb - 1
    if at < start or not _plain(one, at):
        return 0.0
    while at > start and _plain(one, at - 1):
        at -= 1
    if at > start and one.low[at - 1] in grammar("determiner"):
        at -= 1
    before = one.low[at - 1] if at else ""
    if at > start and before in grammar("preposition"):
        return 0.05
    return 0.2 if at <= start else _STRANGER


def _plain(one: Scan, at: int) -> bool:
    """Whether the word is a noun or adjective as far as the closed classes tell, and no word of time."""
    word = one.low[at]
    if not word.isalpha() or word in _TIME or word in grammar("calendar") or word.endswith(("ly", "ed")):
        return False
    known = ("closed", "adverb", "chain", "determiner", "preposition", "pronoun", "light", "boundary", "say")
    return not any(word in grammar(kind) for kind in known) and one.words[at] == word
