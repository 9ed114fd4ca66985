"""Which coded actions are worth telling as event mentions, and how sure they are."""

from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.coding import Coded
from coranto.reading.events.memory import Party
from coranto.reading.events.ties import looseness
from coranto.reading.offices.roles import Roles
from coranto.types.actor import PSEUDO

_NEEDS_BOTH = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "AID"})
_STATES = frozenset({"cooperation", "collaboration", "partnership", "trade"})
_TIES = frozenset({"coordination", "communication", "exchange", "tie", "relation"})
_HAVE = frozenset({"has", "have", "had", "having"})
_ARMED = frozenset({"UAF", "REB", "MIL", "COP", "INS"})
_FLOOR = 0.55
_HALF = 0.48  # below one half: the record may hide it
_LONG = 45


def worth(one: Scan, coded: Coded, *, violent: bool) -> float:
    """How sure the mention is, from 0 to 1; 0 where it is not to be told. `violent` is its paragraph's context."""
    if not _tellable(coded) or _defined(one, coded) or not _fulfilled(one, coded, violent=violent):
        return 0.0
    sure = _parties(coded) - looseness(one, coded) - _doubts(one, coded)
    if coded.trigger.action.near or coded.trigger.last - coded.trigger.first > 1:
        sure += 0.05
    sure = round(min(sure, 0.95), 2)
    if sure < _FLOOR:
        return 0.0
    return min(sure, _HALF) if _half_known(coded) else sure


def _half_known(coded: Coded) -> bool:
    """Whether a meeting or journey has one side only."""
    who, action = coded.roles, coded.trigger.action
    if action.relation == "=":
        return len(sides(who.actor)) < 2 and not _bloc(who.actor) and action.mode != "multilateral"
    return action.mode == "visit" and not (who.actor and who.recipient)


def _parties(coded: Coded) -> float:
    """What the parties of an action are good for: two that are known, one, or none for certain."""
    both = coded.roles.actor + coded.roles.recipient
    pronouns = 1 - min((party.sure for party in both), default=1.0)
    strangers = 0.15 * any(_unknown(party) for party in both)
    if coded.trigger.action.relation == "=":
        base = 0.9 if len(sides(coded.roles.actor)) > 1 else 0.55
    elif coded.roles.actor and coded.roles.recipient:
        base = 0.9
    else:
        base = 0.7 if coded.roles.actor else 0.55
        base -= 0.15 * (coded.trigger.action.pos == "noun")
    return base - pronouns - strangers


def _unknown(party: Party) -> bool:
    """A name of which nothing is known, or a country that only describes another noun."""
    entity = party.entity
    return not (entity.code or entity.sector or entity.office)


def _doubts(one: Scan, coded: Coded) -> float:
    doubt = 0.1 * (coded.modality == "hypothetical")
    doubt += 0.1 * (len(one.low) > _LONG) + 0.3 * ("?" in one.low[-2:])
    if coded.trigger.action.relation != "=":
        both = coded.roles.actor + coded.roles.recipient
        doubt += 0.3 * any(party.entity.entity_text.lower() in ("they", "their") for party in both)
    doubt += 0.25 * _describing(one, coded)
    return doubt


def _describing(one: Scan, coded: Coded) -> bool:
    """Whether an adjective of a country stands for a party although it describes a noun: "the Iranian deal"."""
    for party in coded.roles.actor + coded.roles.recipient:
        after = one.low[party.last : party.last + 1]
        if party.kind != "people" or not after or party.last == coded.trigger.first:
            continue
        word = after[0]
        if word.isalpha() and word not in grammar("closed") and word not in grammar("light"):
            head = next((on for on in one.low[party.last : party.last + 4] if on.endswith("s")), "")
            if not head.endswith(("ers", "ists", "ans", "ors", "ials", "ents", "ees", "oops", "ces")):
                return coded.trigger.action.relation != "=" or coded.trigger.action.pos == "verb"
    return False


def sides(parties: tuple[Party, ...]) -> set[str]:
    """The different sides of something shared: persons, and countries for all that is no person."""
    return {
        party.entity.identifier_id if party.entity.person else party.entity.code
        for party in parties
        if party.entity.person or party.entity.code
    }


def _known(parties: tuple[Party, ...]) -> bool:
    return any(party.entity.code or party.entity.person or party.kind == "person" for party in parties)


def _bloc(parties: tuple[Party, ...]) -> bool:
    """Whether a party has members that can meet each other: "EU ministers", "the G7"."""
    return any(party.entity.code in PSEUDO and not party.entity.person for party in parties)


def _tellable(coded: Coded) -> bool:
    """Whether enough parties are known to tell the event; a half-known one is not told."""
    who, action = coded.roles, coded.trigger.action
    if action.relation == "=":
        if not _known(who.actor):
            return False
        gathers = _bloc(who.actor) or action.mode == "multilateral"
        return len(sides(who.actor)) > 1 or (gathers and action.pos == "verb")
    if coded.event in _NEEDS_BOTH:
        return bool(who.actor) and bool(who.recipient) and (_known(who.actor) or _known(who.recipient))
    if coded.event == "AGREE":
        return _known(who.actor) and bool(coded.of or who.recipient or len(sides(who.actor)) > 1)
    if coded.event in ("THREATEN", "SANCTION"):
        return _known(who.actor) and (bool(who.recipient) or bool(action.mode))
    return _known(who.actor) or _known(who.recipient)


def _fulfilled(one: Scan, coded: Coded, *, violent: bool) -> bool:
    """Whether the row's own demands are met: both parties, content, a journey's end, force in the paragraph."""
    who, action = coded.roles, coded.trigger.action
    if _bare_infinitive(one, coded):
        return False
    if action.needs == "both" and not (_sided(who.actor) and _sided(who.recipient)):
        return False
    if action.needs == "states" and not _apart(who):
        return False
    if action.needs == "content" and not (coded.of and who.recipient):
        return False
    if action.needs == "request" and not _asks(one, coded):
        return False
    if action.mode == "visit" and not _abroad(coded):
        return False
    if action.needs == "force" and action.pos == "verb" and not (who.recipient or _armed(who.actor)):
        return False
    return action.needs != "force" or violent or _at_war(who) or not grammar("force").isdisjoint(one.low)


def _armed(parties: tuple[Party, ...]) -> bool:
    return any(not _ARMED.isdisjoint(party.entity.sector) for party in parties)


def _at_war(who: Roles) -> bool:
    """Whether two states or bodies stand against each other, no persons: they fight with no words."""
    return all(
        any(party.entity.code and not party.entity.person for party in side) for side in (who.actor, who.recipient)
    )


def _apart(who: Roles) -> bool:
    """Whether the two sides are coded, and coded differently."""
    codes = [{party.entity.code for party in side if party.entity.code} for side in (who.actor, who.recipient)]
    return bool(codes[0]) and bool(codes[1]) and codes[0] != codes[1]


def _sided(parties: tuple[Party, ...]) -> bool:
    return any(party.entity.code or party.entity.sector for party in parties)


def _asks(one: Scan, coded: Coded) -> bool:
    """Whether something is asked of the other: "asked Laos to help", not "asked Trump about Laos"."""
    last = coded.trigger.last
    for word in one.low[last : last + 10]:
        if word in ("to", "for", "not"):
            return True
        if word in ("about", "if", "whether", "what", "why", "how", "when", "which", "?", "that"):
            return False
    return False


def _abroad(coded: Coded) -> bool:
    """Whether a journey leads from one country to another one."""
    from_ = {party.entity.code for party in coded.roles.actor if party.entity.code}
    to = {party.entity.code for party in coded.roles.recipient if party.entity.code}
    if not coded.roles.recipient:
        return coded.trigger.action.needs != "both" and bool(from_)
    return bool(to) and to != from_


def _bare_infinitive(one: Scan, coded: Coded) -> bool:
    """ "worked with Oslo to seize", "a refusal to hand over": no deed, and no subject for certain."""
    if coded.trigger.form != "base" or coded.roles.verb < 0 or one.low[coded.roles.verb] != "to":
        return False
    before = one.low[max(coded.roles.verb - 8, 0) : coded.roles.verb]
    if coded.event in ("AGREE", "REJECT") and not grammar("journey").isdisjoint(before):
        return False
    return grammar("resolve").isdisjoint(before[-4:]) and grammar("intent").isdisjoint(before[-1:])


def _defined(one: Scan, coded: Coded) -> bool:
    """ "The forum is a security dialogue", "cooperation with Laos is close": what is, not what happened."""
    if coded.trigger.form != "noun":
        return False
    if (
        coded.trigger.action.lemma in grammar("standing")
        and one.low[coded.roles.verb] in _HAVE
        and coded.roles.verb >= 0
    ):
        return True
    if coded.of:
        return False
    before = one.low[max(coded.trigger.first - 6, 0) : coded.trigger.first]
    for at, word in enumerate(before[:-1]):
        if word in ("is", "are", "be", "as", "remains") and before[at + 1] in ("a", "an"):
            return True
    if coded.trigger.action.lemma in _TIES:
        return True
    state = coded.trigger.action.family in ("cooperate", "trade") and coded.trigger.action.lemma in _STATES
    return state and (coded.roles.verb < 0 or one.low[coded.roles.verb] in ("has", "have", "had"))


def without_self(coded: Coded) -> Coded:
    """The action without a recipient that is its own actor."""
    actors = {party.entity.identifier_id for party in coded.roles.actor}
    rest = tuple(party for party in coded.roles.recipient if party.entity.identifier_id not in actors)
    if len(rest) == len(coded.roles.recipient):
        return coded
    return coded._replace(roles=coded.roles._replace(recipient=rest))
