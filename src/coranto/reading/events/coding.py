"""Codes of a sentence: which PLOVER type its triggers give, with whom, how far it is a fact; and of one pair."""

import re
from typing import NamedTuple

from coranto.reading.clauses import Scan, grammar, scan
from coranto.reading.encoder.look import pair_chances
from coranto.reading.events.groups import Group, groups
from coranto.reading.events.memory import Party
from coranto.reading.events.modality import COOPERATION, FORCE, governed, modality, noun_modality, recast
from coranto.reading.events.triggers import Trigger, find
from coranto.reading.offices.roles import Roles, governor, phrase_start, roles, subject, verb_group
from coranto.types import Entity
from coranto.types.reading import Modality

_OUTER = ("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE")
_CONTROL = 14
_CAUSES = ("force", "allow", "permit", "let", "order", "coerce")
_DEMANDS = ("demand", "insist", "propose", "recommend", "request")
_SHADES = ("plan", "intend", "hope", "consider")
_MARKED = re.compile(r"</?([st])>")


class Coded(NamedTuple):
    """One action of a sentence, coded. `of` is the type meant by an agreement, request, refusal or threat."""

    trigger: Trigger
    roles: Roles
    event: str
    of: str
    modality: Modality


def analyse(one: Scan, found: tuple[Group, ...], triggers: tuple[Trigger, ...]) -> tuple[Coded, ...]:
    """The actions of a sentence by its triggers, coded, without those that only fill another's content."""
    held = {inner: outer for outer in triggers for inner in triggers if _holds(one, outer, inner)}
    out = []
    for trigger in triggers:
        if trigger not in held and not _said_by(one, trigger, triggers):
            inner = [other for other, outer in held.items() if outer is trigger]
            out.append(_code(one, trigger, inner, found))
    return tuple(out)


def _said_by(one: Scan, outer: Trigger, triggers: tuple[Trigger, ...]) -> bool:
    """Whether `outer` ("plans", "hopes") only says how far another trigger is a fact."""
    if outer.action.lemma not in _SHADES:
        return False
    return any(other.first > outer.first and _start(one, other) <= outer.first for other in triggers)


def _start(one: Scan, trigger: Trigger) -> int:
    """Where the verb group begins that a trigger belongs to; after it when it belongs to none."""
    if trigger.action.pos == "verb":
        return phrase_start(one, trigger.first)
    verb = governor(one, trigger.first)
    return phrase_start(one, verb) if verb >= 0 else trigger.last


def _holds(one: Scan, outer: Trigger, inner: Trigger) -> bool:
    """Whether `inner` is the content of `outer`: "agreed to meet", "urged Iran to stop", "rejected the offer"."""
    if outer.last > inner.first or outer.action.pos == "noun":
        return False
    gap = one.low[outer.last : inner.first]
    if outer.action.lemma in _SHADES:
        return False
    if inner.action.pos == "noun" and not (outer.action.event == "AGREE" and _start(one, inner) <= outer.first):
        return _object_noun(gap, outer, inner)
    if (
        outer.action.lemma in _CAUSES
        and len(gap) <= _CONTROL
        and ("to" in gap[-2:] or outer.action.lemma in ("let", "help"))
    ):
        return True
    if outer.action.event not in _OUTER:
        return False
    if _start(one, inner) <= outer.first:
        return True
    if len(gap) > _CONTROL or any(word in (";", "that", "who", "which", "while") for word in gap):
        return False
    if outer.action.event in ("REQUEST", "THREATEN") and "to" in gap[-2:]:
        return True
    if outer.action.lemma in _DEMANDS and inner.form == "base" and len(gap) < 6:
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
        how = modality(one, *verb_group(one, trigger.first), trigger.form)
    elif who.verb >= 0:
        how = modality(one, *verb_group(one, who.verb), "past")
        event, of = governed(event, _stem(one, who.verb))
    if trigger.action.pos == "noun" and how == "actual":
        how = noun_modality(one, trigger.first, trigger.last)
    if inner and trigger.action.lemma not in _CAUSES[:4]:
        event, of = _content(event, trigger, inner[0])
    if inner and len(who.actor) < 2:
        who = _borrow(one, who, inner[0], found)
    asked = _must(one, trigger, who, found)
    if asked is not None:
        return Coded(trigger, asked, "REQUEST", event, "actual")
    cast, was = recast(event, how)
    return Coded(trigger, who, cast, was or of, how)


def _must(one: Scan, trigger: Trigger, who: Roles, found: tuple[Group, ...]) -> Roles | None:
    """ "Oslo said Minsk must free him": a request by the speaker to the subject; None for anything else."""
    if trigger.action.pos == "noun" or not who.actor:
        return None
    start, first = verb_group(one, trigger.first)
    if "must" not in one.low[start:first]:
        return None
    said = [at for at in range(start) if one.low[at] in grammar("say")]
    speaker = subject(one, found, phrase_start(one, said[-1])) if said else None
    return who._replace(actor=speaker.parties, recipient=who.actor) if speaker else None


def _stem(one: Scan, verb: int) -> str:
    """The verb at word `verb`; "call" counts as asking only in "call for", and as stopping in "call off"."""
    word, after = one.low[verb], one.low[verb + 1 : verb + 2]
    if not word.startswith("call"):
        return word
    return "halt" if after == ("off",) else word if after in (("for",), ("on",)) else "hold"


def _content(event: str, outer: Trigger, inner: Trigger) -> tuple[str, str]:
    """The type of an agreement, request or refusal with content, and that content's type."""
    if event == "AGREE" and inner.action.event in FORCE and inner.action.event != "MOBILIZE":
        return "THREATEN", inner.action.event
    if event == "REQUEST" and inner.action.event == "ACCUSE":
        return "ACCUSE", inner.action.event
    if outer.action.lemma == "order" and inner.action.event in FORCE:
        return inner.action.event, ""
    if event == "AGREE" and inner.action.family == "sign" and inner.action.pos == "noun":
        return "SUPPORT", ""
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


def code_pair(sentence: str, source: str, target: str, *, model: bool = True) -> str:
    """The PLOVER type that `source` does to `target` in `sentence`: what the lexicon says, else what the encoder
    sees; by the lexicon alone without the model, then "" when it has none for the pair.

    The two may be marked `<s>…</s>` and `<t>…</t>` in the sentence; else their first occurrence is taken.
    """
    text, marks = _unmark(sentence)
    spans = [marks.get(key) or _locate(text, words) for key, words in (("s", source), ("t", target))]
    event = _by_rule(text, spans)
    if event or not model or not text.strip():
        return event
    chances = pair_chances(text, spans[0] or (0, 0), spans[1] or (0, 0))
    return max(chances, key=chances.__getitem__, default="")


def _by_rule(text: str, spans: list[tuple[int, int] | None]) -> str:
    one = scan(text, 0, len(text))
    pair = tuple(_party(one, key, span) for key, span in zip("st", spans, strict=True) if span)
    ordered = tuple(sorted(pair, key=_first))
    coded = analyse(one, groups(one, ordered), find(one))
    return max(coded, key=_Link(one, pair)).event if coded else ""


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
