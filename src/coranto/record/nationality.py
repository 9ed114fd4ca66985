"""Which country a person is of: a vote of all articles, the words of his office first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from coranto.record.bearer import Bearer, most
from coranto.record.countries import words_of_countries
from coranto.record.phrases import word_set
from coranto.record.source import sentence_text, string
from coranto.text.normal import ascii_fold
from coranto.text.tokens import words
from coranto.types import EventMention, OfficeMention

PRINTED = 5
"""What an office that names the country itself weighs ("the Finnish minister X") against one that was reckoned."""
CLEAR = 2
"""How many times as often as any other a country must stand beside a person to be taken for his."""
_WIDEST = 3
_ISO = 3
_LOOKED = 6
_CHARACTERS = 40
_WORDS = 5
_MARKS = ",;:!?"


def country_by_vote(members: Sequence[Bearer], bodies: Mapping[str, str]) -> str:
    """The country that the words of his office, or those beside his name, give most often.

    Where no words do: the one that readings give and that stands in the sentences of an office-holder wherever no
    other person, and no country visited, accounts for it; where the pages speak of one country alone, that; else
    that of the organisation served, or that spoken for. What a story is about is no evidence by itself.
    """
    votes: Counter[str] = Counter()
    for bearer in members:
        votes.update(_printed(bearer))
    if votes:
        return min(votes, key=lambda code: (-votes[code], code))
    beside = _beside(members)
    reckoned = {code for bearer in members for code in _reckoned(bearer)}
    if reckoned and not _at_home(members):
        return min(beside & reckoned, default="")
    if len(reckoned) == 1:
        return reckoned.pop()
    return (
        (min(beside, default="") if _at_home(members) else "")
        or most(bodies.get(ascii_fold(o.organisation), "") for one in members for o in one.offices)
        or most(code for bearer in members for code in bearer.spoken_for)
    )


def _at_home(members: Sequence[Bearer]) -> bool:
    """Whether the pages that name the person speak of one country alone, so that a reckoned one can't be wrong."""
    return all(len(_countries_of(bearer)) <= 1 for bearer in members)


def _countries_of(bearer: Bearer) -> set[str]:
    reading = bearer.source.reading
    return {name.code for name in reading.names if name.code and len(name.code) == _ISO and name.kind != "person"}


def _reckoned(bearer: Bearer) -> set[str]:
    """The countries that the reading gives, with or without words for them."""
    return {code for code in (bearer.code, *(office.code for office in bearer.offices)) if code}


def _printed(bearer: Bearer) -> Counter[str]:
    """The countries of the reading that stand in the words of an office, or right beside the name."""
    found: Counter[str] = Counter()
    for office in bearer.offices:
        if office.code and office.person and office.code in countries_in(office.text):
            found[office.code] += PRINTED
    beside = _around(bearer)
    found.update(code for code in sorted(_reckoned(bearer)) if code in beside)
    return found


def _around(bearer: Bearer) -> frozenset[str]:
    """The countries named in the few words right before and after the name's first mentions."""
    found: set[str] = set()
    for name in bearer.names[:_LOOKED]:
        whole = string(bearer.source.article, name.sentence)
        before = whole[max(0, name.start - _CHARACTERS) : name.start].split()[-_WORDS:]
        after = whole[name.end : name.end + _CHARACTERS].split()[:_WORDS]
        after = after if after[:1] in (["of"], ["from"]) else []
        found |= countries_in(_to_stop(before[::-1], 0)) | countries_in(_to_stop(after, 1))
    return frozenset(found)


def _to_stop(tokens: Sequence[str], side: int) -> str:
    """The words up to a mark that ends a phrase; on the left they come and go backwards."""
    kept: list[str] = []
    for token in tokens:
        if side == 0 and (token[-1] in _MARKS or (kept and token in word_set("loose"))):
            break
        kept.append(token)
        if side == 1 and token[-1] in _MARKS:
            break
    return " ".join(kept if side else kept[::-1])


@cache
def countries_in(text: str) -> frozenset[str]:
    """The codes of all countries that a text names, by name, adjective, metonym or seat."""
    tokens = [_folded(word) for word in words(text)]
    known = words_of_countries()
    found: set[str] = set()
    at = 0
    while at < len(tokens):
        widths = (width for width in range(_WIDEST, 0, -1) if " ".join(tokens[at : at + width]) in known)
        width = next(widths, 0)
        if width:
            found.add(known[" ".join(tokens[at : at + width])])
        at += width or 1
    return frozenset(found)


def _folded(word: str) -> str:
    """A word as countries are listed: "U.S" with its last point, "us" only in capitals."""
    folded = ascii_fold(word).removesuffix("'s").strip(".")
    if "." in folded:
        return f"{folded}."
    return "" if folded == "us" and "US" not in word else folded


def _beside(members: Sequence[Bearer]) -> set[str]:
    """The country of an office-holder by his sentences, at most one."""
    if not any(_in_office(office) for bearer in members for office in bearer.offices):
        return set()
    votes: Counter[str] = Counter()
    for bearer in members:
        for sentence in sorted({name.sentence for name in bearer.names}):
            codes = _unclaimed(bearer, sentence)
            votes.update(codes if len(codes) == 1 else ())
    ranked = votes.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= CLEAR * ranked[1][1])
    return {ranked[0][0]} if clear else set()


def _in_office(office: OfficeMention) -> bool:
    return bool({"GOV", "MIL"} & set(office.sector))


def _unclaimed(bearer: Bearer, sentence: int) -> frozenset[str]:
    """The countries that a sentence names beside the person: not those of others in it, nor those he visits."""
    source = bearer.source
    start = next(name.start for name in bearer.names if name.sentence == sentence)
    found = countries_in(sentence_text(source.article, sentence, start))
    return found - _claimed(bearer, sentence)


def _claimed(bearer: Bearer, sentence: int) -> frozenset[str]:
    reading, key = bearer.source.reading, bearer.key
    others = _codes(
        (name.sentence, name.code) for name in reading.names if name.key != key and name.kind == "person"
    )
    offices = _codes((office.sentence, office.code) for office in reading.offices if office.person != key)
    hosts = _codes(
        (event.sentence, entity.code)
        for event in reading.events
        if event.family == "visit"
        and any(bearer.is_meant(one.identifier_id, one.identifier_text) for one in event.actor)
        for entity in event.recipient
    )
    return frozenset(code for found in (others, offices, hosts) for code in found.get(sentence, ()))


def _takes_part(bearer: Bearer, event: EventMention) -> bool:
    return any(bearer.is_meant(one.identifier_id, one.identifier_text) for one in event.actor)


def _codes(pairs: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for sentence, code in pairs:
        if code:
            found.setdefault(sentence, set()).add(code)
    return found
