"""Offices: who is said to hold what, with or without the name, resolved inside the article."""

from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple, cast

from coranto.data import words
from coranto.parts import register
from coranto.reading.names.kinds import SAYS
from coranto.reading.names.lists import common, kind_words, ungraded
from coranto.reading.names.places import demonyms, land_of
from coranto.reading.names.tokens import Token, units
from coranto.reading.offices.elsewhere import held, with_countries
from coranto.reading.offices.holder import apposed, before, is_month, owned, person_at
from coranto.reading.offices.left import left_of
from coranto.reading.offices.plural import plural_offices
from coranto.reading.offices.scope import Here
from coranto.reading.offices.title import longer, widened, with_purpose
from coranto.reading.offices.words import match, plain_title, ranks, roles
from coranto.types import TITLE, Article, Name, OfficeMention

Status = Literal["current", "former", "acting", "then", "designate", "deputy"]
_CONNECT = frozenset(("of", "for", "at", "to"))
_VERBS = frozenset(("said", "told", "says", "also", "who", "spoke", "then", "did", "went", "came", "left", "met",
                    "gave", "took", "made", "wrote", "knew", "thought", "saw", "told", "later"))  # fmt: skip
_PEER = "counterpart"
_AND = ("and", "&")
_INSIDE = _CONNECT | frozenset(("the", "in", "from", "since", "until"))
_PLAIN = 6
_SPELL = 9  # tokens after a role in which its years may stand
_VAGUE = frozenset(
    ("head", "chief", "secretary", "leader", "member", "boss", "chair", "representative", "officer", "host")
)
_WORKERS = frozenset(("CVL", "CRM"))
"""Sectors of trades and crimes: no office where nobody is named."""
_ADJECTIVES = frozenset(
    ("official", "dissident", "militant", "general", "executive", "academic", "expert", "justice")
)


@register("reading.offices.v3")
def offices(article: Article, names: tuple[Name, ...]) -> tuple[OfficeMention, ...]:
    """All office mentions in order; `holder` is the person an office without a name stands for here."""
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    out: list[OfficeMention] = []
    known = roles()
    for unit in units(article):
        places = [n for n, token in enumerate(unit.tokens)
                  if token.low in known or ("-" in token.low and ungraded(token.low) in known)]  # fmt: skip
        own = by_sentence.get(unit.sentence, [])
        text = article.title if unit.sentence == TITLE else article.text
        here = Here(unit, text, {n.start: n for n in own}, {n.end: n for n in own},
                    [token.start for token in unit.tokens])  # fmt: skip
        out += sorted((*_unit(here, places), *plural_offices(here)), key=_place)
    return held(with_countries(out, names), names)


def _place(one: OfficeMention) -> int:
    return one.start


def _unit(here: Here, places: list[int]) -> list[OfficeMention]:
    """The offices of a unit; `places` are the tokens that a role can begin with."""
    tokens, out, told, free = here.unit.tokens, list[OfficeMention](), list[OfficeMention](), 0
    for at in places:
        stop, sector = match(roles(), tokens, at) if at >= free and tokens[at].shape in "Cl" else (0, ())
        rank = match(ranks(), tokens, at)[0] if stop and tokens[at].shape == "C" else 0
        if rank > stop:  # "Chief Petty Officer"
            free = rank
            continue
        if stop and not _hidden(here, at, stop):
            stop, sector = longer(here, at, stop, sector)
            mention, free, says = _mention(here, _Found(widened(here, at, stop, free), stop, sector, free))
            if mention.title == _PEER or mention.title not in words("role-relations"):
                out.append(mention)
                told += says * (mention,)
    return [one for one in _shared(here, _unranked(here, out)) if one.person or one in told]


def _unranked(here: Here, found: list[OfficeMention]) -> list[OfficeMention]:
    """Without ranks and forms of address of a person with an office here: "Admiral Chen, chief of staff"."""
    held = {one.person for one in found if one.person and not _is_rank(here, one)}
    return [one for one in found if not (one.person in held and _is_rank(here, one))]


def _is_rank(here: Here, one: OfficeMention) -> bool:
    """Whether the title is a rank or form of address before the name: no post after it ("X, commander of")."""
    return one.title.title() in _rank_words() and one.start not in here.starts and not one.organisation


@cache
def _rank_words() -> frozenset[str]:
    return kind_words("title", "before") | {word for key in ranks().values() for listed, _ in key
                                            for word in [" ".join(listed).title()]}  # fmt: skip


def _shared(here: Here, found: list[OfficeMention]) -> list[OfficeMention]:
    """Two offices of one person share name and country: "Prime Minister and Foreign Minister Doina Rusnac", "Doina
    Rusnac, founder and head of the bank"."""
    out = found[:]
    for n in range(1, len(out)):
        one, before = out[n], out[n - 1]
        named = here.starts.get(before.start)
        if one.person or named is None or named.key != before.person:
            continue
        if here.text[before.end : one.start].strip() in ("and", "&", "and the"):
            out[n] = replace(one, person=before.person, code=one.code or before.code)
    for n in range(len(out) - 2, -1, -1):
        one, after = out[n], out[n + 1]
        between = here.text[one.end : after.start].strip()
        if one.person or not after.person or not (between in ("and", "&", "/") or _apposes(here, between, after)):
            continue
        out[n] = replace(one, person=after.person, code=one.code or after.code)
        out[n + 1] = replace(after, code=after.code or one.code)
    return out


def _apposes(here: Here, between: str, after: OfficeMention) -> bool:
    """Whether two commas set the second office beside the first: "the mayor, the former boxer Anna Moe, left"."""
    low = here.text[after.start : after.start + 1].islower()
    at = here.at(after.end)
    return between in (",", ", the") and low and at < len(here.unit.tokens) and here.unit.tokens[at].text == ","


class _Found(NamedTuple):
    """The tokens of a role, its portfolio with it, its sectors, and the index after the office before it."""

    at: int
    stop: int
    sector: tuple[str, ...]
    after: int


def _hidden(here: Here, at: int, stop: int) -> bool:
    """Whether the words are part of a name ("General Assembly", "Prince Edward Island") or a bare rank word."""
    first = here.unit.tokens[at]
    tokens = here.unit.tokens
    owns = stop + 1 < len(tokens) and tokens[stop].shape == "s" and first.shape == tokens[stop + 1].shape == "C"
    if owns and tokens[stop + 1].start not in here.starts:  # "the Governor's Mansion"
        return True
    if stop + 1 < len(tokens) and tokens[stop].shape == "s" and tokens[stop + 1].low in owned():
        return True
    if (
        stop - at == 1 and first.low in _ADJECTIVES and stop < len(tokens) and _is_noun(tokens[stop])
    ):  # "official account"
        return True
    around = here.covered(first.start)
    if around is None or around.kind == "person":
        return False
    if stop - at == 1 or tokens[stop - 1].start < around.end:
        return True
    before = tokens[at - 1].text if around.start < first.start else ""
    return before != "" and before not in demonyms()  # "Chinese Foreign Ministry" goes on in "spokesman"


def _is_noun(token: Token) -> bool:
    """Whether a plain word may be what an adjective before it is of: no verb, no small word, no role."""
    if token.shape != "l" or token.low in words("function-words"):
        return False
    return token.low in common() and not token.low.endswith(("ed", "s", "ly")) and token.low not in _VERBS


def _right(here: Here, stop: int, definite: bool) -> tuple[int, str, str, Name | None]:
    """What stands after the role: its organisation or country, then perhaps the person."""
    tokens, organisation, code = here.unit.tokens, "", ""
    at = stop
    if at < len(tokens) and tokens[at].low in _CONNECT:
        found = _organisation(here, at + 1)
        if found:
            abroad = tokens[stop - 1].low in words("topic-roles") - words("adviser-roles") and not found[1]
            at, organisation, code = found
            code = "" if abroad and tokens[stop].low in ("to", "for") else code  # "ambassador to Peru"
    comma = _comma(here, at, at > stop)
    if comma < len(tokens) and tokens[comma].text == ",":
        at = comma if comma > at and apposed(here, comma, False) else at
    if at < len(tokens) and tokens[at].text == ",":
        person = apposed(here, at, bool(organisation))
        if person is not None and not (definite or organisation or code):
            after = here.at(person.end)  # "a lawyer, Anna Moe, said"
            person = person if after < len(tokens) and tokens[after].text == "," else None
        return at, organisation, code, person
    person = person_at(here, at)
    return (at, *_after_name(here, person, organisation, code), person)


def _after_name(here: Here, person: Name | None, organisation: str, code: str) -> tuple[str, str]:
    """Organisation and country, also from after the name: "Chief Justice Anna Moe of Malta"."""
    at = here.at(person.end) if person else len(here.unit.tokens)
    if at + 1 >= len(here.unit.tokens) or here.unit.tokens[at].low != "of" or organisation or code:
        return organisation, code
    found = _organisation(here, at + 1)
    return (found[1], found[2]) if found else ("", "")


def _comma(here: Here, at: int, bound: bool) -> int:
    """Past plain words after the role, as in "chairman of the board, Otto Reinfeld,"."""
    tokens = here.unit.tokens
    goes_on = at < len(tokens) and (bound or tokens[at].low in _INSIDE)
    stop = min(at + _PLAIN, len(tokens)) if goes_on else at
    while at < stop:
        name = here.starts.get(tokens[at].start)
        if name is not None and name.kind != "person":
            at = here.at(name.end)
        elif _goes_on(tokens, at):
            at += 1
        else:
            break
    return at


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word may stand in what an office is of: plain, a number, a month, a people, a name after "of"."""
    token = tokens[at]
    plain = token.shape in "ln" or token.text in demonyms() or is_month(token)
    return plain or (token.shape == "C" and tokens[at - 1].low in _CONNECT)


def _organisation(here: Here, at: int) -> tuple[int, str, str] | None:
    """An organisation or country within the next tokens: index after it, its full form, country."""
    tokens, code, parts, last = here.unit.tokens, "", [], at
    stop = min(at + 6, len(tokens))
    while at < stop:
        token = tokens[at]
        name = here.starts.get(token.start)
        if name is not None and name.kind in ("organisation", "place", "facility", "event"):
            code = code or name.code
            if name.kind != "place":
                parts.append(name.full)
            at = last = here.at(name.end)
            if at < len(tokens) and tokens[at].shape == "s":
                at, stop = at + 1, min(at + 8, len(tokens))
                last = at
                continue
            if not code and at + 1 < len(tokens) and tokens[at].low == "of":  # "the Labour Party of Malta"
                home = here.starts.get(tokens[at + 1].start)
                if home is not None and home.kind == "place":
                    at, code = here.at(home.end), home.code
            return at, " ".join(parts[-1:]), code
        if token.text in demonyms():
            code = code or demonyms()[token.text]
        elif (
            (token.shape == "l" and token.text not in ("the", "a", "its", "his") and parts)
            or token.shape == "p"
            or (token.shape == "l" and token.text in ("and", "who", "said", "that"))
        ):
            break
        at += 1
    return (last, " ".join(parts[-1:]), code) if parts or code else None


def _mention(here: Here, found: _Found) -> tuple[OfficeMention, int, bool]:
    """The office, the first token after it, and whether it says enough to be told."""
    tokens, at = here.unit.tokens, found.at
    left = left_of(here, at)
    stop = with_purpose(here, at, found.stop)
    joined = 0 < found.after == left.start - 1 and tokens[found.after].low in _AND
    end, organisation, code, person = _right(here, stop, left.definite or joined)
    rank = _rank(here, at, stop)
    first, last = tokens[left.start].start, tokens[max(end, stop) - 1].end
    tied = ""
    if person is None:
        person, tied = before(here, left.start, end, bool(organisation or code))
        first = min(first, person.start) if person else first
    elif person:
        last = max(last, person.end)
    end = max(end, stop)
    tied = "former" if any(_ended(tokens, n) for n in (end, stop, _from(tokens, stop))) else tied
    title, status = _told(plain_title(here.text[tokens[at].start : tokens[stop - 1].end]), left.status or tied)
    sectors = (
        (("ELI",) if status == "former" else ())
        + found.sector
        + (("MIL",) if rank and "MIL" not in found.sector else ())
    )
    mention = OfficeMention(
        sentence=here.unit.sentence, start=first, end=last, text=here.text[first:last], title=title,
        organisation=organisation or left.organisation, code=left.code or code or (person.code if person else ""),
        sector=sectors, rank=rank, person=person.key if person else "", status=cast(Status, status),
    )  # fmt: skip
    vague = title in _VAGUE or not _WORKERS.isdisjoint(found.sector)
    known = bool(mention.person or left.code or mention.organisation or (mention.code and not vague))
    known = known or ((left.definite or joined) and (bool(code) or not vague))
    return mention, max(end, here.at(person.start) if person and person.start > first else 0), known


def _from(tokens: tuple[Token, ...], at: int) -> int:
    """The "from" of "mayor of the port city of Colon from 2009 until 2014", else `at`."""
    for n in range(at, min(at + _SPELL, len(tokens))):
        if tokens[n].low == "from":
            return n
        if tokens[n].shape == "p" or tokens[n].low in SAYS:
            break
    return at


def _ended(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the words after an office say that it is over: "until 2019", "from 2014 to 2016"."""
    after = [token.low for token in tokens[at : at + 4]]
    if after[:1] == ["from"] and len(after) == 4 and after[2] in ("to", "until", "till"):
        return after[1].isdigit() and after[3].isdigit()
    return (
        after[:1] in (["until"], ["till"])
        and len(after) > 1
        and (after[1].isdigit() or after[1] in ("last", "early"))
    )


def _told(title: str, status: str) -> tuple[str, str]:
    """The title and status of "ex-president", "prime minister-designate", "president-elect"."""
    for head, told in (("ex-", "former"), ("former-", "former"), ("then-", "then")):
        if title.startswith(head):
            return title.removeprefix(head), told
    for tail in ("-designate", " designate", "-elect"):
        if title.endswith(tail):
            return title.removesuffix(tail), "designate"
    return title, status or "current"


def _rank(here: Here, at: int, stop: int) -> str:
    """A rank right before or after the role words."""
    tokens = here.unit.tokens
    for start in (at, stop, stop + 1):
        if start < len(tokens) and tokens[start].shape == "C":
            end, _ = match(ranks(), tokens, start)
            if end:
                return here.text[tokens[start].start : tokens[end - 1].end]
    return ""


def country_before(text: str) -> str:
    """The country that an actor phrase such as "China's defence ministry" or "Russian officials" speaks for."""
    for word in text.replace("’", "'").split():
        land = land_of(word)
        if land and land.kind in ("demonym", "country", "people", "bloc"):
            return land.code
    return ""
