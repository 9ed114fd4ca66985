"""Capital runs: where a name may stand, cut at listed phrases, roles and titles."""

from collections.abc import Iterator
from typing import NamedTuple

from coranto.data import words
from coranto.reading.names.lists import Entry, common, east_surnames, given, heads, is_role, kind_words, phrases
from coranto.reading.names.tokens import Token, Unit

PARTICLES = frozenset(
    ("de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "los", "van", "von", "der", "den",
     "ter", "ten", "bin", "bint", "ibn", "ben", "al", "el", "ul", "ur", "zu", "e", "y")
)  # fmt: skip
_JOIN = frozenset(("of", "for", "on", "and", "&", "the", "in", "de", "des", "du"))
_BEFORE_ROLE = frozenset(("vice", "deputy", "prime", "executive", "former", "senior", "assistant", "chief"))
_OPENS = frozenset("\"'“‘«([:-–—•*|")
_LONGEST = 16
_FOR_ROLES = frozenset(("minister", "secretary", "commissioner"))
_HELD = frozenset(("Government", "Administration", "Cabinet", "Presidency", "Office", "Team"))
_LEADING = frozenset(("van", "von", "de", "da", "di", "del", "della", "bin", "ibn"))
_OF = frozenset(("Gulf", "Bay", "Strait", "Isle", "Sea", "Straits"))
_PREFIXES = frozenset(("Al", "El", "al", "el", "Abdul", "Abdel", "Ibn", "Bin"))
_SIDES = frozenset(("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"))


class Piece(NamedTuple):
    """Tokens `start..end` of a unit, with what the lists say; `entry` is None where they say nothing.

    `titled`: a role, rank or title stands right before; `first`: it stood at the head of a sentence.
    """

    start: int
    end: int
    entry: Entry | None
    titled: bool
    first: bool


def listed(tokens: tuple[Token, ...], at: int) -> tuple[int, Entry] | None:
    """The longest listed phrase that begins at token `at`: its end and entry."""
    for key, entry in phrases().get(tokens[at].text, ()):
        stop = at + len(key)
        if stop == at + 1 or tuple([one.text for one in tokens[at:stop]]) == key:
            return stop, entry
    return None


def opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether token `at` stands where any word has a capital: at the head, after a colon or opening mark."""
    return at == 0 or tokens[at - 1].text in _OPENS or tokens[at - 1].text in ("…", "...")


def _is_head(token: Token) -> bool:
    return token.text in heads() or token.text in ("Minister", "Secretary")


def _part_after(tokens: tuple[Token, ...], first: int, at: int) -> int:
    """Index after a name's part that the mark or word at `at` ties to it: "Gulf of Mexico", and names of which a
    hyphen stands apart, "Yoon Suk - yeol", "Al - Saadoun"; 0 when none is tied."""
    if at + 1 >= len(tokens):
        return 0
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.text == "of":
        return at + 1 if before.text in _OF and after.shape == "C" else 0
    if token.text != "-":
        return 0
    if before.text in _PREFIXES:
        return at + 1 if after.shape == "C" else 0
    eastern = after.shape == "l" and at - first >= 2 and tokens[at - 2].text in east_surnames()
    return at + 2 if eastern and after.low not in common() else 0


def _joins(tokens: tuple[Token, ...], first: int, at: int, has_head: bool) -> int:
    """Index after the connectors at `at` if a capital follows that still belongs to the run, else 0."""
    stop = at
    while stop < len(tokens) and stop - at < 3 and tokens[stop].text in _JOIN:
        stop += 1
    if stop > at and stop < len(tokens) and tokens[stop].shape == "C":
        if has_head and not (tokens[at].text in ("and", "&", "on", "in") and stop - at > 1):
            if tokens[at].text == "of" and _of_person(tokens, at, stop):
                return 0
            return stop if tokens[at].text in ("of", "for", "&") or _lists_on(tokens, first, at, stop) else 0
        if tokens[at].text == "&" and (at < 2 or tokens[at - 2].shape not in "Ci"):
            return stop
    stop = at
    while stop < len(tokens) and stop - at < 2 and tokens[stop].text in PARTICLES:
        stop += 1
    return stop if stop > at and stop < len(tokens) and tokens[stop].shape in "Ci" and tokens[at].text != "y" else 0


def _of_person(tokens: tuple[Token, ...], at: int, after: int) -> bool:
    """ "the Government of Daniel Ortega": no part of the body's name."""
    if tokens[at - 1].text not in _HELD or tokens[after].text not in given() or after + 1 >= len(tokens):
        return False
    return tokens[after + 1].shape == "C" and tokens[after + 1].text not in heads()


def _lists_on(tokens: tuple[Token, ...], first: int, at: int, after: int) -> bool:
    """Whether "and" goes on inside a name: "Centre for Trade and Development", no person after it."""
    back = {token.text for token in tokens[max(first, at - 6) : at]}
    return bool(back & {"of", "for", "on"}) and tokens[after].text not in given() and not is_title(tokens[after])


def run_end(tokens: tuple[Token, ...], at: int) -> int:
    """Where the capital run that begins at token `at` ends."""
    stop, has_head = at, False
    while stop < len(tokens) and stop - at < _LONGEST:
        token = tokens[stop]
        if token.shape in "Ci":
            if stop > at and _breaks(tokens, stop):
                break
            has_head = has_head or _is_head(token)
            stop += 1
            continue
        if token.shape == "s" and has_head is False and _possessed(tokens, stop):
            stop += 1
            continue
        after = (_part_after(tokens, at, stop) or _joins(tokens, at, stop, has_head)) if stop > at else 0
        if not after:
            break
        stop = after
    return stop


def _breaks(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word with a capital is of no name: "I", months and days, except in "Theresa May"."""
    word = tokens[at].text
    if word == "I":
        return True
    if word[0] not in "JFMASONDTW" or word not in kind_words("not", "alone"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not (word == "May" and tokens[at - 1].text in given() and (after is None or after.shape != "n"))


def _possessed(tokens: tuple[Token, ...], at: int) -> bool:
    """The mark in "People's Liberation Army" and "Workers' Party" belongs to the name."""
    return at > 0 and tokens[at - 1].text in ("People", "Workers", "Women", "Children", "Peoples", "Farmers")


def pieces(unit: Unit) -> Iterator[Piece]:
    """The pieces of every capital run of a unit."""
    tokens, at = unit.tokens, 0
    while at < len(tokens):
        if tokens[at].shape not in "Ci" or (tokens[at].shape == "i" and at + 1 >= len(tokens)):
            at += 1
            continue
        stop = run_end(tokens, at)
        yield from _cut(tokens, at, stop)
        at = max(stop, at + 1)


def is_title(token: Token) -> bool:
    """Whether a role, rank or form of address ends here."""
    return is_role(token.text) or token.text in kind_words("title", "before")


def _of_body(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """ "Justice Ministry": a form of address that names what a body is for."""
    return tokens[at].text == "Justice" and at + 1 < stop and tokens[at + 1].text in heads()


def _is_plural(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether a role in the plural stands before a given name: "Senators Anna Moe and"."""
    if at + 1 >= stop or not tokens[at].low.endswith("s"):
        return False
    if tokens[at + 1].text not in given() and tokens[at + 1].text not in east_surnames():
        return False
    return is_role(tokens[at].text[:-1])


def _cuts(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether a role cuts the run here: not in "Justice Ministry", nor in "General Motors", which lists know."""
    if not (is_title(tokens[at]) or _is_plural(tokens, at, stop)) or _of_body(tokens, at, stop):
        return False
    found = listed(tokens, at)
    return found is None or found[0] - at < 2 or found[1].kind not in ("organisation", "place")


def _before(tokens: tuple[Token, ...], at: int) -> bool:
    if at == 0 or tokens[at - 1].low in ("general", "secretary general"):
        return False
    many = tokens[at - 1].shape == "l" and tokens[at - 1].low.endswith("s") and is_role(tokens[at - 1].low[:-1])
    return many or is_title(tokens[at - 1])


def _cut(tokens: tuple[Token, ...], start: int, stop: int) -> Iterator[Piece]:
    """A run at its roles: what stands before the last one, and the person after it."""
    first = opens(tokens, start)
    start = _skip_opening(tokens, start, stop, first)
    roles = [at for at in range(start, stop) if _cuts(tokens, at, stop)]
    whole = bool(roles) and stop - start > 1 and any(tokens[at].text in heads() for at in range(start, stop))
    while roles and roles[0] > start and tokens[roles[0] - 1].low in _BEFORE_ROLE:
        roles.insert(0, roles[0] - 1)
    while roles and roles[0] > start and _for_role(tokens, roles):
        roles.insert(0, roles[0] - 1)
    if roles and not (whole and roles[-1] + 1 >= stop and tokens[stop - 1].text in heads()):
        last = _of_state(tokens, roles[-1], stop)
        if last + 1 < stop and tokens[last + 1].text not in ("of", "for", "and", "&", "on"):
            yield from _simple(tokens, start, roles[0], first, False)
            yield from _simple(tokens, last + 1, stop, False, True)
            return
        if not whole:
            yield from _simple(tokens, start, roles[0], first, False)
            after = _past_portfolio(tokens, last, stop)
            yield from _simple(tokens, after, stop, False, after > last + 2)
            return
        yield from _after_of(tokens, start, stop, roles, first)
        return
    if start < stop:
        cut = _given_inside(tokens, start, stop)
        if cut:
            yield from _simple(tokens, start, cut, first, False)
            start, first = cut, False
        yield from _simple(tokens, start, stop, first, cut > 0 or _before(tokens, start))


def _for_role(tokens: tuple[Token, ...], roles: list[int]) -> bool:
    """Whether the word before a role says what it is for: "Ugandan Energy Minister" is no Ugandan Energy."""
    before = tokens[roles[0] - 1]
    return tokens[roles[-1]].low in _FOR_ROLES and before.low in words("portfolios") and before.shape == "C"


def _of_state(tokens: tuple[Token, ...], role: int, stop: int) -> int:
    """The last word of "Secretary of State", "Minister of State" and its portfolio; else the role's own."""
    if role + 2 >= stop or (tokens[role + 1].text, tokens[role + 2].text) != ("of", "State"):
        return role
    past = _past_portfolio(tokens, role + 2, stop) if role + 3 < stop and tokens[role + 3].text == "for" else 0
    return past - 1 if past > role + 4 else role + 2


def _past_portfolio(tokens: tuple[Token, ...], role: int, stop: int) -> int:
    """Index after "of" and the words of a portfolio: the person in "Minister of Agriculture Bekele Wolde"."""
    at = min(role + 2, stop)
    while at < stop and (
        tokens[at].low in words("portfolios") or (at > role + 2 and tokens[at].low in ("and", "&"))
    ):
        at += 1
    return at


def _given_inside(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """Where a person follows other capitals ("Christian leader", "RID Taweesak ..."): a given name and a
    name after it, behind a plain word, an acronym or a listed name. Zero when nowhere."""
    for at in range(start + 1, stop - 1):
        word, after, before = tokens[at].text, tokens[at + 1].text, tokens[at - 1].text
        named = word in given() or (word in east_surnames() and before in heads())
        if not named or after in heads() or tokens[at + 1].low in common() or tokens[at + 1].shape not in "Ci":
            continue
        if (
            before in given()
            or before in PARTICLES
            or before in ("of", "and", "for", "&")
            or tokens[at - 1].shape == "i"
        ):
            continue
        if (
            tokens[at - 1].low in common()
            or before in heads()
            or before in kind_words("not", "alone")
            or (before.isupper() and len(before) > 1 and not word.isupper())
        ):
            return at
    return 0


def _after_of(tokens: tuple[Token, ...], start: int, stop: int, roles: list[int], first: bool) -> Iterator[Piece]:
    """ "Commander of the Russian Navy": the organisation after the role."""
    yield from _simple(tokens, start, roles[0], first, False)
    at = roles[-1] + 1
    past = _past_portfolio(tokens, roles[-1], stop)
    if past > at + 1:  # "Commissioner of Police Usman Danladi"
        yield from _simple(tokens, past, stop, False, True)
        return
    while at < stop and tokens[at].shape != "C":
        at += 1
    yield from _simple(tokens, at, stop, False, False)


def _entitles(tokens: tuple[Token, ...], at: int, stop: int) -> bool:
    """Whether a role opens the sentence before a name or its portfolio: "General Pyotr", "Minister of Health"."""
    if at + 1 >= stop or not is_title(tokens[at]):
        return False
    after = tokens[at + 1]
    if after.shape != "C":
        return (
            after.low in ("of", "for")
            and at + 2 < stop
            and (tokens[at + 2].text == "State" or tokens[at + 2].low in words("portfolios"))
        )
    return after.low not in common() and tokens[stop - 1].text not in heads() and listed(tokens, at) is None


def _begins_person(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name that is also a word has more of a person after it: "Mark van Dam", "Park Geun-young"."""
    word, after = tokens[at].text, tokens[at + 1]
    if tokens[at].low in _LEADING:
        return after.shape == "C" and after.low not in common()
    return (word in given() or word in east_surnames()) and (after.low not in common() or after.text in PARTICLES)


def _skip_opening(tokens: tuple[Token, ...], start: int, stop: int, first: bool) -> int:
    """Past a word that only the head of the sentence made a capital."""
    if not first or listed(tokens, start) or _entitles(tokens, start, stop):
        return start
    lower = tokens[start].low
    if lower not in common() or (stop - start > 1 and _begins_person(tokens, start)):
        return start
    tail = tokens[stop - 1].text
    headed = tail in kind_words("event", "last") or any(tokens[n].text in heads() for n in range(start + 1, stop))
    if headed and lower not in words("function-words"):
        return start
    at = start + 1
    while at < stop and tokens[at].shape != "C":
        at += 1
    return at


def _simple(tokens: tuple[Token, ...], start: int, stop: int, first: bool, titled: bool) -> Iterator[Piece]:
    """A run without roles, cut at listed phrases that are not part of something longer."""
    while stop > start and tokens[stop - 1].shape not in "Ci" and not _hyphened(tokens, start, stop - 1):
        stop -= 1
    while start < stop and tokens[start].shape not in "Ci":
        start += 1
    at = start
    while at < stop:
        found = listed(tokens, at)
        part = titled and at == start and (start == 0 or tokens[start - 1].text != "of")
        part = part and "." not in tokens[at].text  # "Private U.S. groups"
        part = part and not (found is not None and _is_land(tokens, at, stop, found))
        if found is None or (part and found[1].kind not in ("demonym", "group")):
            at += 1
            continue
        end, entry = found
        if (
            entry.kind == "place"
            and at - 2 >= start
            and tokens[at - 1].text == "of"
            and (tokens[at - 2].text in heads() or tokens[at - 2].text in _OF)
        ):
            at = end
            continue
        if entry.kind == "place" and at == start + 1 and tokens[start].text in _SIDES and not first:
            yield Piece(start, end, entry, False, False)
            start = at = end
            continue
        if end >= stop or _stands_alone(tokens, end, stop, entry):
            if at > start:
                yield Piece(start, _trim(tokens, start, at), None, titled, first)
            yield Piece(at, end, entry, titled and at == start, first and at == start)
            start = at = end
            while start < stop and tokens[start].shape not in "Ci":
                start += 1
            at, first, titled = start, False, False
            continue
        at = end
    if start < stop:
        yield Piece(start, stop, None, titled, first)


def _is_land(tokens: tuple[Token, ...], at: int, stop: int, found: tuple[int, Entry]) -> bool:
    """Whether a country is all that stands after the title: "its partner Iran"; not "President Israel"."""
    return found[1].kind == "place" and found[0] >= stop and tokens[at].text not in given()


def _hyphened(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether a lower-case word ends a name after a hyphen that stands apart."""
    return at - 2 > start and tokens[at - 1].text == "-" and tokens[at].shape == "l"


def _trim(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    while stop > start + 1 and tokens[stop - 1].shape not in "Ci":
        stop -= 1
    return stop


def _stands_alone(tokens: tuple[Token, ...], at: int, stop: int, entry: Entry) -> bool:
    """Whether a listed phrase that capitals follow is a name of its own and not the head of a longer one."""
    tail = tokens[stop - 1].text
    longer = tail in heads() or any(
        tail in kind_words(kind, "last") for kind in ("event", "facility", "place", "document")
    ) or any(tokens[n].text in heads() for n in range(at, stop))  # fmt: skip
    if longer:
        return False
    if entry.kind == "demonym":
        return True
    return entry.kind in ("place", "metonym", "group", "organisation")
