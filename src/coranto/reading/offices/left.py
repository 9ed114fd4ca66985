"""What stands before the words of a role: status, country, organisation, article."""

from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.places import demonyms, land_of
from coranto.reading.names.tokens import Token
from coranto.reading.offices.scope import Here

_STATUS = {
    "former": "former",
    "ex": "former",
    "ex-": "former",
    "late": "former",
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "then": "then",
    "incoming": "designate",
    "designate": "designate",
    "outgoing": "current",
    "deputy": "deputy",
}


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
    while start > 0:
        token = tokens[start - 1]
        word = token.text.lower().rstrip("-")
        name = here.ends.get(token.end)
        if word in _STATUS:
            status = status or _STATUS[word]
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
            code, definite = (name.code if owns else "") or code or name.code, True
            start = here.at(name.start)
            continue
        elif token.shape == "s" and start > 1 and (tokens[start - 2].end in here.ends or _owner(tokens, start - 2)):
            start -= tokens[start - 2].end not in here.ends
        elif token.shape == "l" and word in _BODIES:
            organisation = organisation or (word if word not in ("defence", "defense", "foreign") else "")
        elif word not in words("office-before") or (
            word in ("appointed", "elected") and not _newly(tokens, start - 2)
        ):
            back = _portfolio(here, start)
            if not back:
                break
            start = back
            continue
        definite = definite or word in ("the", "his", "her", "their")
        start -= 1
    definite = definite or (start > 0 and tokens[start - 1].low in ("his", "her", "their"))
    return Left(start, code, organisation, status, definite)


def _portfolio(here: Here, stop: int) -> int:
    """Index where the words of a portfolio begin ("Norwegian Fisheries [Minister]") that a country stands right
    before; 0 when none does."""
    tokens = here.unit.tokens
    for at in range(stop - 1, max(0, stop - 4), -1):
        if tokens[at].shape not in "Cl" or not (tokens[at].shape == "C" or tokens[at].text in ("and", "of")):
            return 0
        before = tokens[at - 1]
        owned = before.shape == "s" and at > 1 and land_of(tokens[at - 2].text) is not None
        if before.text in demonyms() or owned:
            return at
    return 0


def _owner(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a plain noun owns the office: "the state's commissioner"."""
    return at > 0 and tokens[at].shape == "l" and tokens[at - 1].low in ("the", "a", "its", "his", "their")


def _newly(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "appointed" is no verb of the sentence: "newly appointed", "the elected"."""
    return at >= 0 and (tokens[at].low.endswith("ly") or tokens[at].low in ("just", "the", "an", "first"))
