"""What stands before the words of a role: status, country, organisation, article."""

from functools import cache
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.kinds import SAYS, is_acronym
from coranto.reading.names.lists import common, heads, is_role
from coranto.reading.names.places import demonyms, land_of
from coranto.reading.names.tokens import Token
from coranto.reading.offices.holder import statuses
from coranto.reading.offices.scope import Here, portfolios

_OWNS = frozenset(("the", "his", "her", "their", "its", "whose", "our", "my"))


_FAR = 40  # tokens that may stand before a role and belong to it
_WORDS = 4  # before a role, the article with them
_BODIES = frozenset(("defence", "defense", "foreign", "ministry", "army", "government", "military", "navy"))


class Left(NamedTuple):
    start: int
    code: str
    organisation: str
    status: str
    definite: bool


def left_of(here: Here, at: int) -> Left:
    """What stands before the role: status, country, organisation, article."""
    tokens, code, organisation, status, definite = here.unit.tokens, "", "", "", False
    start = at
    while start > max(0, at - _FAR):
        token = tokens[start - 1]
        if "\n" in here.text[token.end : tokens[start].start]:
            break
        word = token.text.lower().rstrip("-")
        name = here.ends.get(token.end)
        tied = _tied(token)
        if word in statuses():
            status = status or statuses()[word]
        elif tied:
            status, definite = status or tied[0], True
            code, organisation = code or tied[1], organisation or tied[2]
        elif not code and start > 1 and f"{tokens[start - 2].text} {token.text}" in demonyms():
            code, definite = demonyms()[f"{tokens[start - 2].text} {token.text}"], True
            start -= 1
        elif token.text in demonyms() and not code:
            code, definite = demonyms()[token.text], True
        elif (
            name is not None
            and name.kind in ("organisation", "place")
            and (name.kind == "place" or not organisation)
        ):
            if name.kind == "organisation":
                organisation = name.full
            owns = name.kind == "place" and tokens[start].shape == "s"
            if not owns and tokens[start].low in words("topic-roles") and not is_acronym(name.text):
                definite, start = True, here.at(name.start)  # "the Peru expert"
                continue
            code, definite = (name.code if owns else "") or code or name.code, True
            start = here.at(name.start)
            continue
        elif token.shape == "s" and start > 1 and (tokens[start - 2].end in here.ends or _owner(tokens[start - 2])):
            owner = here.ends.get(tokens[start - 2].end)
            definite = True
            start -= owner is None
        elif token.shape == "l" and word in _BODIES:
            organisation = organisation or (word if word not in ("defence", "defense", "foreign") else "")
        elif word not in words("office-before") or (
            word in ("appointed", "elected") and not _newly(tokens, start - 2)
        ):
            back = _portfolio(here, start) or _described(tokens, start)
            if not back:
                break
            start = back
            continue
        definite = definite or word in _OWNS
        start -= 1
    definite = definite or (start > 0 and tokens[start - 1].low in _OWNS)
    return Left(start, code, organisation, status, definite)


def _tied(token: Token) -> tuple[str, str, str] | None:
    """Status, country and body of "then-Iraqi president", "ex-ECB economist"."""
    grade, _, rest = token.text.partition("-")
    if grade.lower() not in statuses() or not (rest in demonyms() or rest.isupper()):
        return None
    land = land_of(rest)
    code = demonyms().get(rest, "") or (land.code if land else "")
    return statuses()[grade.lower()], code, "" if code else rest


def _described(tokens: tuple[Token, ...], stop: int) -> int:
    """Index where plain words after "a" or "an" begin: "a senior nonresident [fellow]"; 0 when none do."""
    for at in range(stop - 1, max(0, stop - _WORDS), -1):
        if tokens[at].low in ("a", "an"):
            return at + 1
        if tokens[at].shape != "l" or tokens[at].low in words("function-words") or tokens[at].low in SAYS:
            return 0
    return 0


def _portfolio(here: Here, stop: int) -> int:
    """Index where the words of a portfolio begin ("Norwegian Fisheries [Minister]") that a country stands right
    before; 0 when none does."""
    tokens = here.unit.tokens
    low = tokens[stop - 1].low in portfolios() or tokens[stop - 1].low in _low_heads()
    for at in range(stop - 1, max(0, stop - 5), -1):
        plain = tokens[at].text in ("and", "of") or (low and _describes(tokens[at]))
        if (tokens[at].shape != "C" and not plain) or is_role(tokens[at].text):
            return 0
        before = tokens[at - 1]
        owned = before.shape == "s" and at > 1 and land_of(tokens[at - 2].text) is not None
        if before.text in demonyms() or owned:
            return at
    return 0


@cache
def _low_heads() -> frozenset[str]:
    """Words that end the name of a body, in lower case: "the Swedish central bank governor"."""
    return frozenset(head.lower() for head in heads())


def _describes(token: Token) -> bool:
    """Whether a plain word may stand in the description of a body: "electoral commission chief"."""
    if token.shape != "l" or token.low in words("function-words") or token.low.endswith(("ed", "ly")):
        return False
    return token.low in common() or token.low in portfolios() or token.low in words("office-before")


def _owner(token: Token) -> bool:
    """Whether a plain noun owns the office: "the state's commissioner", "two countries' ministers"."""
    return token.shape == "l" and token.low not in words("function-words")


def _newly(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "appointed" is no verb of the sentence: "newly appointed", "the elected"."""
    return at >= 0 and (tokens[at].low.endswith("ly") or tokens[at].low in ("just", "the", "an", "first"))
