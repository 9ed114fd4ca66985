"""Who acts and on whom: party groups of a sentence, their places beside a trigger, and the frame that applies."""

from functools import cache
from typing import NamedTuple

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.groups import TRANSITIVE, Group, finite, slot
from coranto.reading.events.memory import Party
from coranto.reading.events.triggers import Trigger, passive
from coranto.reading.names.places import land_of

_REACH = 16
_FAR = 24
_LOOSE = 12  # a participle further off may hang on another noun
_NO_OBJECT = frozenset({"in", "by", "at", "near", "during", "after", "over", "for", ".", "while", "as"})


class Roles(NamedTuple):
    """Actors and recipients of one trigger, and how sure the reading is."""

    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    confidence: float
    verb: int


def subject(one: Scan, found: tuple[Group, ...], before: int) -> Group | None:
    """The group that is the subject of the verb phrase that starts at word `before`."""
    if before > 0 and one.low[before - 1] in ("who", "which", "that"):
        for group in reversed(found):
            if group.last <= before and before - group.last <= 4:
                return group
    for group in reversed(found):
        if (
            group.last > before
            or group.poss
            or _qualifies(one, group)
            or all(party.kind == "place" for party in group.parties)
        ):
            continue
        if before - group.last > _FAR or ";" in one.low[group.last : before]:
            return None
        direct = group.last == before
        if group.slot == "" or (direct and group.slot == "verb"):
            return group
        if group.slot in ("of", "from") and _of_head(one, group.first, group.slot):
            return group
        if (
            any(word in ("who", "which") for word in one.low[group.last : group.last + 2])
            and group.last + 3 >= before
        ):
            return group
    return None


def _acting(one: Scan, group: Group) -> bool:
    """Whether the group can act: it is no place, owns nothing and describes nobody else."""
    if group.poss or _qualifies(one, group):
        return False
    return any(party.kind != "place" for party in group.parties)


def _qualifies(one: Scan, group: Group) -> bool:
    """Whether a name only describes somebody else: "a Clinton supporter", "Putin critics"."""
    return one.low[group.last : group.last + 1] != () and one.low[group.last] in grammar("follower")


def _of_head(one: Scan, first: int, link: str) -> bool:
    """Whether "X of <party>" is a subject: a role noun such as "leaders of China", "envoys from Laos"."""
    at = first - 1
    while at > 0 and one.low[at] != link:
        at -= 1
    head = one.low[at - 1] if at else ""
    return head in grammar("role") and slot(one, at - 1) == ""


def phrase_start(one: Scan, first: int) -> int:
    """The first word of the verb group that ends before the verb `first`: auxiliaries, adverbs, "is ready to"."""
    at = first
    while at > 0 and first - at < 10:
        word = one.low[at - 1]
        if not (word in grammar("chain") or word in grammar("adverb") or word.endswith(("ly", "n't"))):
            break
        at -= 1
    return at


def verb_group(one: Scan, first: int) -> tuple[int, int]:
    """Start and end of the auxiliaries of the verb at `first`; in a list of verbs those of the first one:
    "is willing to meet Xi, sign a pact and visit Laos"."""
    start = phrase_start(one, first)
    if start < first or not first or one.low[first - 1] not in (",", "and", "or"):
        return start, first
    if one.low[first].endswith(("ed", "ing")) or one.low[first] in TRANSITIVE:
        return start, first
    for at in range(first - 2, max(first - 40, -1), -1):
        word = one.low[at]
        if word in ("that", ";", "who", "which"):
            break
        if (word == "to" and at + 1 < first and _bare(one, at + 1)) or word in ("will", "would", "could", "should"):
            return phrase_start(one, at + 1), at + 1
    return start, first


def _bare(one: Scan, at: int) -> bool:
    """Whether the word after "to" can be a verb: no name, determiner or preposition."""
    word = one.low[at]
    return (
        word.isalpha()
        and word == one.words[at]
        and word not in grammar("closed")
        and word not in grammar("determiner")
    )


def right(one: Scan, found: tuple[Group, ...], last: int, slots: tuple[str, ...]) -> tuple[Group, ...]:
    """The groups after word `last` that stand in one of `slots`, best slot first, within the clause."""
    stop = _clause_end(one, last)
    near = [group for group in found if last <= group.first < stop]
    for group in near:
        if "object" in slots and _is_object(one, group, last):
            return (group,)
    return tuple(group for group in near if group.slot in slots)[:1]


def _is_object(one: Scan, group: Group, last: int) -> bool:
    if group.first - last > 7 or _qualifies(one, group):
        return False
    between = one.low[last : group.first]
    if between in (("and",), ("or",), ("but",)):
        return False
    if ("," in between and between[-1:] != (",",)) or not grammar("say").isdisjoint(between):
        return False
    return not any(word in grammar("preposition") or word in grammar("boundary") for word in between)


def _clause_end(one: Scan, last: int) -> int:
    for at in range(last, min(last + _REACH, len(one.low))):
        if one.low[at] in grammar("boundary") and one.low[at] not in ("as", "who", "which"):
            return at
        if one.low[at] == "and" and at + 1 < len(one.low) and finite(one.low[at + 1]):
            return at
    return min(last + _REACH, len(one.low))


def roles(one: Scan, trigger: Trigger, found: tuple[Group, ...]) -> Roles:
    """Actors and recipients of a trigger by its frame; empty where the sentence does not give them."""
    if trigger.action.pos == "noun":
        return _noun_roles(one, trigger, found)
    guest = _guest(one, trigger, found)
    if guest is not None:
        return guest
    start = phrase_start(one, trigger.first)
    if trigger.form == "participle" and passive(one, trigger.first, trigger.last):
        return _frame(trigger, _agent(one, found, trigger.last), subject(one, found, start), start)
    who = subject(one, found, start)
    if who is not None and _suffered(one, trigger):
        return _frame(trigger, _agent(one, found, trigger.last), who, start)
    if who is not None and trigger.form == "ing" and start == trigger.first and start - who.last > _LOOSE:
        who = None
    whom = right(one, found, trigger.last, trigger.action.slots)
    return _frame(trigger, who, whom[0] if whom else None, start)


def _guest(one: Scan, trigger: Trigger, found: tuple[Group, ...]) -> Roles | None:
    """Guest and host of "Mali's premier told visiting Ghanaian minister Addo"; None for any other "visiting"."""
    if trigger.action.mode != "visit" or trigger.form != "ing" or not trigger.first:
        return None
    before = one.low[trigger.first - 1]
    if before in grammar("be") or before in ("after", "before", "while", "when", "by", "of", "since", ","):
        return None
    beside = (trigger.first, trigger.last)
    guests = [group for group in found if group.first in beside and group.parties[0].kind == "person"]
    host = subject(one, found, trigger.first)
    if not guests:
        return None
    return Roles(guests[0].parties[:1], host.parties if host else (), 0.8, trigger.first)


def _agent(one: Scan, found: tuple[Group, ...], last: int) -> Group | None:
    """Who acts in a passive: the group under "by", unless it only owns what stands there ("by Mali's war")."""
    groups_ = right(one, found, last, ("by",))
    return groups_[0] if groups_ and not groups_[0].poss else None


def _suffered(one: Scan, trigger: Trigger) -> bool:
    """Whether a headline leaves out "was": "Two rebels killed in Mali", "Writer arrested over poem"."""
    if trigger.form not in ("past", "participle") or trigger.action.family not in ("fight", "arrest", "accuse"):
        return False
    after = one.low[trigger.last] if trigger.last < len(one.low) else "."
    if trigger.action.family == "accuse":
        return after == "of"
    return trigger.action.slots[:1] == ("object",) and after in _NO_OBJECT


def _frame(trigger: Trigger, who: Group | None, whom: Group | None, verb: int) -> Roles:
    actors, others = (who.parties if who else ()), (whom.parties if whom else ())
    sure = 0.9 if who and whom else 0.7 if who else 0.5
    if trigger.action.relation == "=":
        return Roles(_distinct(actors + others), (), sure, verb)
    if trigger.action.relation == "<":
        return Roles(others, actors, sure, verb)
    return Roles(_distinct(actors), _distinct(others), sure, verb)


def _distinct(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without a second mention of one of them."""
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.entity.identifier_id or party.entity.entity_text, party)
    return tuple(seen.values())


def _noun_roles(one: Scan, trigger: Trigger, found: tuple[Group, ...]) -> Roles:
    verb = governor(one, trigger.first)
    owner = _owner(one, found, trigger.first)
    who = owner or _slot(one, found, trigger.last, "by")
    if trigger.action.relation == "=":
        who = None if who is owner and owner is not None and _venue(owner) else who
        return _shared(one, trigger, found, who, verb)
    taken = right(one, found, trigger.last, trigger.action.slots)
    if who is None and "of" not in trigger.action.slots:
        who = _slot(one, found, trigger.last, "of")
    if who is None and verb >= 0 and not _named_so(one, verb):
        who = _governing_subject(one, found, verb)
    sure = 0.85 if who and taken else 0.6
    whom = taken[0].parties if taken else ()
    return Roles(_distinct(who.parties) if who else (), _distinct(whom), sure, verb)


def _named_so(one: Scan, verb: int) -> bool:
    """Whether the verb only gives something a name: "called the raid a crime"."""
    return one.low[verb].startswith("call") and one.low[verb + 1 : verb + 2] not in (("for",), ("on",), ("off",))


def _shared(one: Scan, trigger: Trigger, found: tuple[Group, ...], who: Group | None, verb: int) -> Roles:
    """All parties of a meeting, an accord or an exercise: owners, "between A and B", "with B", and a subject."""
    all_, together = who.parties if who else (), who is not None
    for wanted in trigger.action.slots:
        group = _slot(one, found, trigger.last, wanted)
        if group is not None:
            all_ += group.parties
            together = wanted != "with"
            break
    if (len(_distinct(all_)) < 2 or not (together or who)) and (all_ or verb >= 0 or _theirs(one, trigger)):
        lead = _governing_subject(one, found, verb) if verb >= 0 else _clause_subject(one, found, trigger.first)
        all_ = (lead.parties if lead else ()) + all_
    parties = _distinct(all_)
    return Roles(parties, (), 0.85 if len(parties) > 1 else 0.5, verb)


def _theirs(one: Scan, trigger: Trigger) -> bool:
    return "their" in one.low[max(trigger.first - 4, 0) : trigger.first]


def _seat(group: Group) -> bool:
    """Whether the group ends in a capital city: "the Helsinki summit" says where, not who."""
    land = land_of(group.parties[-1].entity.entity_text)
    if land is None:
        return False
    return land.kind == "capital"


def _venue(group: Group) -> bool:
    """Whether a single country before a meeting only says where it was: "the Singapore summit"."""
    return len(group.parties) == 1 and group.parties[0].kind == "country" and not group.poss and _listed(group)


def _listed(group: Group) -> bool:
    land = land_of(group.parties[0].entity.entity_text)
    return land is not None and land.kind == "country"


def _slot(one: Scan, found: tuple[Group, ...], last: int, wanted: str) -> Group | None:
    if wanted not in one.low[last : last + (1 if wanted == "of" else 6)]:
        return None
    groups_ = right(one, found, last, (wanted,))
    return groups_[0] if groups_ else None


def _owner(one: Scan, found: tuple[Group, ...], first: int) -> Group | None:
    """ "Xi's state visit", "an Israeli air strike", "China-Russia talks": the party in the noun's own phrase."""
    for group in reversed(found):
        if group.last > first:
            continue
        gap = one.low[group.last : first]
        if len(gap) > 5 or any(word in grammar("closed") for word in gap if word not in ("'s", "'")):
            return None
        if group.poss or group.parties[-1].kind in ("people", "country"):
            return group if group.poss or not _seat(group) else None
        return None
    return None


def governor(one: Scan, first: int) -> int:
    """The word of the verb that governs the noun phrase at `first`, or -1: "held ... talks"."""
    for at in range(first - 1, max(first - 12, -1), -1):
        word = one.low[at]
        if word in (";", ",", "who", "which", "that", "as", "when", "while", "because", "if"):
            return -1
        if word in grammar("preposition") and word != "of" and not _verbal(one.low[at - 1] if at else ""):
            return -1
        if _verbal(word):
            return at - 1 if word == "part" and at else at
    return -1


@cache
def _governors() -> frozenset[str]:
    kinds = ("light", "stop", "refuse", "ask", "judge")
    return frozenset().union(*(grammar(kind) for kind in kinds)) | {"part"}


def _verbal(word: str) -> bool:
    return word in _governors()


def _governing_subject(one: Scan, found: tuple[Group, ...], verb: int) -> Group | None:
    if passive(one, verb, verb + 1) and "by" in one.low[verb : verb + 12]:
        return _slot(one, found, verb + 1, "by")
    return subject(one, found, phrase_start(one, verb))


def _clause_subject(one: Scan, found: tuple[Group, ...], first: int) -> Group | None:
    """The subject of the clause around a noun under a preposition ("during a meeting with ...")."""
    left = subject(one, found, first)
    if left is not None:
        return left
    return next((group for group in found if group.first > first and group.slot == "" and not group.poss), None)
