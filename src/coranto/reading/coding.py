"""Codes of a sentence: which PLOVER type its triggers give, with whom, how far it is a fact; and of one pair."""

import re
from typing import NamedTuple

from coranto.reading.clauses import Scan, scan
from coranto.reading.event_parties import Party
from coranto.reading.modality import COOPERATION, FORCE, governed, modality, recast
from coranto.reading.roles import Group, Roles, groups, phrase_start, roles
from coranto.reading.triggers import Trigger, find
from coranto.types import Entity
from coranto.types.reading import Modality

_OUTER = ("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE")
_CONTROL = 14
_MARKED = re.compile(r"</?([st])>")


class Coded(NamedTuple):
    """One action of a sentence, coded. `of` is the type meant by an agreement, request, refusal or threat."""

    trigger: Trigger
    roles: Roles
    event: str
    of: str
    modality: Modality


def analyse(one: Scan, found: tuple[Group, ...]) -> tuple[Coded, ...]:
    """The actions of a sentence, coded, without those that only fill another's content."""
    triggers = find(one)
    held = {inner: outer for outer in triggers for inner in triggers if _holds(one, outer, inner, found)}
    out = []
    for trigger in triggers:
        if trigger not in held:
            inner = [other for other, outer in held.items() if outer is trigger]
            out.append(_code(one, trigger, inner, found))
    return tuple(out)


def _holds(one: Scan, outer: Trigger, inner: Trigger, found: tuple[Group, ...]) -> bool:
    """Whether `inner` is the content of `outer`: "agreed to meet", "urged Iran to stop", "rejected the offer"."""
    if outer.last > inner.first or outer.action.pos == "noun":
        return False
    gap = one.low[outer.last : inner.first]
    if inner.action.pos == "noun":
        return _object_noun(gap, outer, inner)
    if outer.action.event not in _OUTER:
        return False
    if phrase_start(one, inner.first) <= outer.first:
        return True
    if len(gap) > _CONTROL or any(word in (";", "that", "who", "which", "while") for word in gap):
        return False
    if outer.action.event in ("REQUEST", "THREATEN") and "to" in gap[-2:]:
        return True
    return outer.action.event == "ACCUSE" and inner.form == "ing" and ("of" in gap or "for" in gap)


def _object_noun(gap: tuple[str, ...], outer: Trigger, inner: Trigger) -> bool:
    if len(gap) > 5 or any(word in (",", ";", "that", "with", "after", "during", "at", "in") for word in gap):
        return False
    return outer.action.event in _OUTER or outer.action.family == inner.action.family or not _weak(outer)


def _weak(outer: Trigger) -> bool:
    """Verbs whose object noun carries the action itself: "attended a meeting", "received aid"."""
    return outer.action.event in ("CONSULT", "SUPPORT", "MOBILIZE")


def _code(one: Scan, trigger: Trigger, inner: list[Trigger], found: tuple[Group, ...]) -> Coded:
    who = roles(one, trigger, found)
    event, of = trigger.action.event, ""
    how: Modality = "actual"
    if trigger.action.pos == "verb":
        how = modality(one, phrase_start(one, trigger.first), trigger.first, trigger.form)
    elif who.verb >= 0:
        how = modality(one, phrase_start(one, who.verb), who.verb, "past")
        event, of = governed(event, one.low[who.verb])
    if inner:
        event, of = _content(event, inner[0])
        who = _borrow(one, who, inner[0], found)
    cast, was = recast(event, how)
    return Coded(trigger, who, cast, of or was, how)


def _content(event: str, inner: Trigger) -> tuple[str, str]:
    """The type of an agreement, request or refusal with content, and that content's type."""
    if event == "AGREE" and inner.action.event in FORCE:
        return "THREATEN", inner.action.event
    if event == "AGREE" and inner.action.event not in COOPERATION:
        return event, ""
    return event, inner.action.event


def _borrow(one: Scan, who: Roles, inner: Trigger, found: tuple[Group, ...]) -> Roles:
    """Recipients of the content where the outer verb names none: "agreed to send aid to Mali"."""
    if who.recipient:
        return who
    own = roles(one, inner, found)
    known = {party.entity.identifier_id for party in who.actor}
    rest = tuple(party for party in own.actor + own.recipient if party.entity.identifier_id not in known)
    return who._replace(recipient=rest)


def code_pair(sentence: str, source: str, target: str) -> str:
    """The PLOVER type that `source` does to `target` in `sentence`, or "" when the lexicon has none for the pair.

    The two may be marked `<s>…</s>` and `<t>…</t>` in the sentence; else their first occurrence is taken.
    """
    text, marks = _unmark(sentence)
    spans = [marks.get(key) or _locate(text, words) for key, words in (("s", source), ("t", target))]
    one = scan(text, 0, len(text))
    pair = tuple(_party(one, key, span) for key, span in zip("st", spans, strict=True) if span)
    ordered = tuple(sorted(pair, key=_first))
    coded = analyse(one, groups(one, ordered))
    if not coded:
        return ""
    return max(coded, key=_Link(one, pair)).event


def _first(party: Party) -> int:
    return party.first


def _unmark(sentence: str) -> tuple[str, dict[str, tuple[int, int]]]:
    out, marks, opened, at, size = [], {}, {}, 0, 0
    for match in _MARKED.finditer(sentence):
        out.append(sentence[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match.group()[1] != "/":
            opened[match[1]] = size
        elif match[1] in opened:
            marks[match[1]] = (opened[match[1]], size)
    return "".join((*out, sentence[at:])), marks


def _locate(text: str, words: str) -> tuple[int, int] | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def _party(one: Scan, key: str, span: tuple[int, int]) -> Party:
    start, end = span
    entity = Entity(entity_text=one.text[start:end], start=start, end=end, identifier_id=key)
    first = one.at(start)
    return Party(entity, first, max(one.at(max(end - 1, start)) + 1, first + 1), "body")


class _Link:
    """How strongly a coded action ties the pair: by roles, then by standing between the two, then by nearness."""

    def __init__(self, one: Scan, pair: tuple[Party, ...]) -> None:
        self._spots = [(party.first, party.last) for party in pair]

    def __call__(self, coded: Coded) -> tuple[float, int]:
        actors = {party.entity.identifier_id for party in coded.roles.actor}
        others = {party.entity.identifier_id for party in coded.roles.recipient}
        score = 2.0 * ("s" in actors) + 1.5 * ("t" in others) + 1.0 * ("t" in actors) + 0.3 * ("s" in others)
        trigger = coded.trigger
        inside = any(first <= trigger.first < last for first, last in self._spots)
        if len(self._spots) == 2:
            low, high = min(last for _, last in self._spots), max(first for first, _ in self._spots)
            score += 0.8 * (low <= trigger.first < high)
        away = min((abs(trigger.first - last) for _, last in self._spots), default=0)
        return score - 1.5 * inside + 0.1 * (trigger.action.pos == "verb"), -away
