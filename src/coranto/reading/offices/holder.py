"""Who holds an office: the person before its words, after them, or tied to them by a verb."""

from functools import cache

from coranto.data import rows
from coranto.reading.names.lists import kind_words
from coranto.reading.names.tokens import Token
from coranto.reading.offices.scope import Here
from coranto.reading.offices.words import match, ranks
from coranto.types import Name

_CLOSES = frozenset((",", ".", ";", ":", ")", "]", "—", "–", "-", "--", "and", "who", "”", '"', "(", "!", "?"))
_GOES_ON = _CLOSES | frozenset(("of", "for", "in", "at", "to", "from", "since", "until", "with", "between"))
_OWN = frozenset(("his", "her", "its", "their", "the", "a"))
_FORMS = frozenset(("Sheikh", "Sheikha", "Seri", "Prince", "Princess", "Dame", "Sir"))
_LONGEST = 5
_APPOSED = 16  # tokens between the commas around an apposition


@cache
def _links() -> dict[tuple[str, ...], str]:
    return {tuple(text.split()): row["status"] for row in rows("office-links") for text in row["words"]}


@cache
def statuses() -> dict[str, str]:
    """Words before an office that say what its holding is: "former", "acting"."""
    return {word: row["status"] for row in rows("office-links", "before") for word in row["words"]}


@cache
def owned() -> frozenset[str]:
    """What an office owns that stands for a body or a house: "the prime minister's office"."""
    return frozenset(word for row in rows("office-links", "owned") for word in row["words"])


def is_month(token: Token) -> bool:
    """Whether the token is a month or a weekday."""
    return token.shape == "C" and token.text in kind_words("not", "alone")


@cache
def _makes() -> frozenset[str]:
    return frozenset(word for row in rows("office-links", "makes") for word in row["words"])


def is_form(token: Token) -> bool:
    """Whether the token is a form of address, such as Dr. or Sheikh."""
    return token.text in _FORMS or token.text in kind_words("title", "before")


def person_at(here: Here, at: int) -> Name | None:
    """A person who begins at token `at`, ranks and forms of address skipped."""
    tokens = here.unit.tokens
    for _ in range(4):
        if at >= len(tokens):
            return None
        name = here.starts.get(tokens[at].start)
        if name is not None:
            return name if name.kind == "person" else None
        stop, _sector = match(ranks(), tokens, at)
        if not stop and not is_form(tokens[at]) and tokens[at].low not in statuses():
            return None
        at = stop or at + 1
    return None


def apposed(here: Here, at: int, ranked: bool) -> Name | None:
    """The person after the comma at token `at`, where the sentence closes the apposition: "the Japanese prime
    minister, Kenta Morisaki, bowed"; `ranked` lets a rank stand for that."""
    tokens = here.unit.tokens
    person = person_at(here, at + 1)
    if person is None or (ranked and match(ranks(), tokens, at + 1)[0]):
        return person
    after = here.at(person.end)
    return person if after == len(tokens) or tokens[after].text in _CLOSES else None


def before(here: Here, start: int, end: int, bound: bool) -> tuple[Name | None, str]:
    """The person whom the words before an office tie to it, and the status they give; `start..end` are the tokens
    of the office; `bound`: it names its organisation or country after the role."""
    tokens = here.unit.tokens
    after = tokens[end].text if end < len(tokens) else "."
    if start > 1 and tokens[start - 1].text == ",":
        name = here.ends.get(tokens[start - 2].end)
        return (name if name is not None and name.kind == "person" and (bound or after in _GOES_ON) else None), ""
    made = _made(here, start)
    if made is not None:
        return made, ""
    return _linked(here, start)


def _subject(here: Here, at: int) -> Name | None:
    """The name that ends with token `at`, or before what two commas set apart: "Mamo Keto, junta head, was"."""
    tokens = here.unit.tokens
    if tokens[at].text != ",":
        return here.ends.get(tokens[at].end)
    inside = here.ends.get(tokens[at - 1].end) if at else None
    if inside is not None and inside.kind == "person" and tokens[here.at(inside.start) - 1].text == ",":
        return inside  # "her deputy, Mamo Keto, was"
    for n in range(at - 1, max(at - _APPOSED, 0), -1):
        if tokens[n].text == ",":
            return here.ends.get(tokens[n - 1].end)
    return None


def _made(here: Here, start: int) -> Name | None:
    """ "Parliament elected Vjosa Dushku president", "named General Vjosa Dushku as interim president"."""
    tokens = here.unit.tokens
    own = start - 1 if start and tokens[start - 1].low in _OWN else start
    stop = own - 1 if own and tokens[own - 1].low == "as" else start
    name = here.ends.get(tokens[stop - 1].end) if stop else None
    if name is None or name.kind != "person":
        return None
    first = here.at(name.start)
    while first and (is_form(tokens[first - 1]) or _is_rank(tokens[first - 1])):
        first -= 1
    return name if first and tokens[first - 1].low in _makes() else None


def _is_rank(token: Token) -> bool:
    return token.shape == "C" and token.low in _rank_words()


@cache
def _rank_words() -> frozenset[str]:
    return frozenset(word for listed in ranks().values() for key, _ in listed for word in key)


def _linked(here: Here, start: int) -> tuple[Name | None, str]:
    """By the verb before: "Mira Tolland became", "Mira Tolland, who was"."""
    tokens = here.unit.tokens
    for size in range(min(_LONGEST, start), 0, -1):
        status = _links().get(tuple([one.low for one in tokens[start - size : start]]))
        if status is None:
            continue
        name = _subject(here, start - size - 1) if start > size else None
        if name is not None and name.kind == "person":
            return name, status
        by_pronoun = start > size and tokens[start - size - 1].low in ("he", "she", "i", "who")
        return None, status if size > 1 or by_pronoun else ""
    return None, ""
