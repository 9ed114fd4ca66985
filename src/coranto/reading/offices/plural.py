"""Several holders of one kind of office: "Presidents A and B", "the foreign ministers of X and Y, A and B"."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from coranto.reading.names.places import demonyms
from coranto.reading.names.tokens import Token
from coranto.reading.offices.holder import person_at
from coranto.reading.offices.left import left_of
from coranto.reading.offices.scope import Here
from coranto.reading.offices.title import widened
from coranto.reading.offices.words import match, plain_title, roles
from coranto.types import Name, OfficeMention

_LONGEST = 4  # words of a role
_MOST = 8  # holders in one list
_MARKS = frozenset((",", "and", "&"))
Status = Literal["current", "former", "acting", "then", "designate", "deputy"]
Holder = tuple[Name, str]


class _Role(NamedTuple):
    at: int
    stop: int
    sector: tuple[str, ...]


def plural_offices(here: Here) -> Iterator[OfficeMention]:
    """The offices of all persons whom a role in the plural is told of."""
    tokens, plurals = here.unit.tokens, _plurals()
    for n, token in enumerate(tokens):
        role = _role(tokens, n) if token.low in plurals else None
        if role is None:
            continue
        held = _holders(here, role)
        if len(held) > 1:
            yield from _told(here, role, held)


@cache
def _plurals() -> frozenset[str]:
    """The last words of roles in the plural."""
    last = {key[-1] for listed in roles().values() for key, _ in listed}
    many = {f"{word}s" for word in last}
    men = {f"{word.removesuffix('man')}men" for word in last if word.endswith("man")}
    return frozenset(word for word in many | men if _one(word) in last)


def _one(word: str) -> str:
    """The singular of a role noun, or an empty string."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and len(word) > 3 else ""


def _role(tokens: tuple[Token, ...], last: int) -> _Role | None:
    """The longest role in the plural that ends with token `last`."""
    for at in range(max(0, last - _LONGEST + 1), last + 1):
        part = (*tokens[at:last], tokens[last]._replace(low=_one(tokens[last].low)))
        stop, sector = match(roles(), part, 0)
        if stop == len(part):
            return _Role(at, last + 1, sector)
    return None


def _holders(here: Here, role: _Role) -> list[Holder]:
    """Who holds the offices, each with the country that is told for him."""
    tokens, at = here.unit.tokens, role.stop
    codes, on = _countries(here, at) if at < len(tokens) and tokens[at].low in ("of", "from") else ((), at)
    before = _demonyms_before(tokens, role.at)
    left = left_of(here, role.at)
    if on < len(tokens) and tokens[on].text == ",":
        if not (codes or before or left.definite or left.code):
            return []
        on += 1
    held = _persons(here, on)
    paired = codes or before
    if len(paired) == len(held) and not any(code for _, code in held):
        return [(name, code) for (name, _), code in zip(held, paired, strict=True)]
    return [(name, code or (left.code if len(paired) < 2 else "")) for name, code in held]


def _countries(here: Here, at: int) -> tuple[tuple[str, ...], int]:
    """The countries listed after "of" at token `at`, and the index after them."""
    tokens, codes, on, last = here.unit.tokens, list[str](), at + 1, at
    while on < len(tokens) and len(codes) < _MOST:
        name = here.starts.get(tokens[on].start)
        if name is not None and name.kind == "place" and name.code:
            codes.append(name.code)
            on = last = here.at(name.end)
        elif (tokens[on].low in _MARKS and codes and not _person_follows(here, on)) or tokens[on].low == "the":
            on += 1
        else:
            break
    return tuple(codes), last


def _person_follows(here: Here, at: int) -> bool:
    return person_at(here, at + 1) is not None


def _demonyms_before(tokens: tuple[Token, ...], at: int) -> tuple[str, ...]:
    """The countries of "the French and German foreign ministers"."""
    codes: list[str] = []
    while at > 0 and (tokens[at - 1].text in demonyms() or (codes and tokens[at - 1].low in _MARKS)):
        at -= 1
        if tokens[at].text in demonyms():
            codes.append(demonyms()[tokens[at].text])
    return tuple(reversed(codes))


def _persons(here: Here, at: int) -> list[Holder]:
    """The persons of a list that begins at token `at`, each with the country after "of"."""
    tokens, held = here.unit.tokens, list[Holder]()
    while len(held) < _MOST:
        name = person_at(here, at) if at < len(tokens) else None
        if name is None:
            break
        at = here.at(name.end)
        code = ""
        if at + 1 < len(tokens) and tokens[at].low in ("of", "from"):
            place = here.starts.get(tokens[at + 1].start)
            if place is not None and place.kind == "place":
                code, at = place.code, here.at(place.end)
        held.append((name, code))
        if at >= len(tokens) or tokens[at].low not in _MARKS:
            break
        at += 1
        at += at < len(tokens) and tokens[at].low in _MARKS
    return held


def _told(here: Here, role: _Role, held: list[Holder]) -> Iterator[OfficeMention]:
    tokens, start = here.unit.tokens, widened(here, role.at, role.stop, 0)
    left = left_of(here, start)
    words = here.text[tokens[start].start : tokens[role.stop - 1].end]
    title = plain_title(words.removesuffix(words.split()[-1]) + _one(words.split()[-1].lower()))
    for n, (name, code) in enumerate(held):
        first = tokens[left.start].start if n == 0 else name.start
        yield OfficeMention(
            sentence=here.unit.sentence, start=first, end=name.end, text=here.text[first : name.end], title=title,
            organisation=left.organisation, code=code or name.code, sector=role.sector, person=name.key,
            status=cast(Status, left.status or "current"),
        )  # fmt: skip
