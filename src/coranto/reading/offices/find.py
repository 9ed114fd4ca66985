"""Offices: who is said to hold what, with or without the name, resolved inside the article."""

from dataclasses import replace
from typing import Literal, NamedTuple, cast

from coranto.parts import register
from coranto.reading.names.places import demonyms, land_of
from coranto.reading.names.tokens import Token, Unit, units
from coranto.reading.offices.words import match, plain_title, ranks, roles
from coranto.types import TITLE, Article, Name, OfficeMention

Status = Literal["current", "former", "acting", "then", "designate", "deputy"]
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
_SKIP = frozenset(
    (
        "senior",
        "visiting",
        "top",
        "veteran",
        "new",
        "newly",
        "appointed",
        "elected",
        "current",
        "longtime",
        "chief",
        "first",
        "embattled",
        "the",
        "a",
        "an",
        "-",
        "–",
        "hardline",
        "leading",
        "prominent",
        "then",
        "outgoing",
        "lead",
    )
)
_BODY = frozenset(
    ("ministry", "army", "navy", "parliament", "government", "military", "armed", "forces", "air", "force")
)
_CONNECT = frozenset(("of", "for", "at", "to"))


class Here(NamedTuple):
    """One unit with its names by where they begin and end."""

    unit: Unit
    text: str
    starts: dict[int, Name]
    ends: dict[int, Name]


@register("reading.offices.v1")
def offices(article: Article, names: tuple[Name, ...]) -> tuple[OfficeMention, ...]:
    """All office mentions in order; `holder` is the person an office without a name stands for here."""
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    out: list[OfficeMention] = []
    known = roles()
    for unit in units(article):
        places = [at for at, token in enumerate(unit.tokens) if token.low in known]
        if not places:
            continue
        own = by_sentence.get(unit.sentence, [])
        text = article.title if unit.sentence == TITLE else article.text
        here = Here(unit, text, {n.start: n for n in own}, {n.end: n for n in own})
        out += _unit(here, places)
    return _held(_with_countries(out, names))


def _unit(here: Here, places: list[int]) -> list[OfficeMention]:
    """The offices of a unit; `places` are the tokens that a role can begin with."""
    tokens, out, free = here.unit.tokens, [], 0
    for at in places:
        stop, sector = match(roles(), tokens, at) if at >= free and tokens[at].shape in "Cl" else (0, ())
        if stop and not _hidden(here, at, stop):
            while stop < len(tokens):  # "foreign ministry spokesman", "chief of staff general"
                more, other = match(roles(), tokens, stop)
                if not more or tokens[stop].start in here.starts:
                    break
                stop, sector = more, other or sector
            mention, free, says = _mention(here, at, stop, sector)
            if says:
                out.append(mention)
    return out


def _hidden(here: Here, at: int, stop: int) -> bool:
    """Whether the words are part of a name ("General Assembly", "Prince Edward Island") or a bare rank word."""
    first = here.unit.tokens[at]
    return any(start <= first.start < name.end and name.kind != "person" for start, name in here.starts.items())


class _Left(NamedTuple):
    start: int
    code: str
    organisation: str
    status: str
    definite: bool


def _left(here: Here, at: int) -> _Left:
    """What stands before the role: status, country, organisation, article."""
    tokens, code, organisation, status, definite = here.unit.tokens, "", "", "", False
    start = at
    while start > 0:
        token = tokens[start - 1]
        word = token.text.lower().rstrip("-")
        name = here.ends.get(token.end)
        if word in _STATUS:
            status = status or _STATUS[word]
        elif token.text in demonyms() and not code:
            code, definite = demonyms()[token.text], True
        elif (
            name is not None
            and name.kind in ("organisation", "place")
            and not organisation
            and name.text not in ("I",)
        ):
            organisation = name.full if name.kind == "organisation" else ""
            code, definite = code or name.code, True
            start = _index(tokens, name.start)
            continue
        elif token.shape == "s" and start > 1 and tokens[start - 2].end in here.ends:
            pass
        elif (
            word in ("defence", "defense", "foreign", "ministry", "army", "government", "military", "navy")
            and token.shape == "l"
        ):
            organisation = organisation or (word if word not in ("defence", "defense", "foreign") else "")
        elif word not in _SKIP:
            back = _portfolio(here, start)
            if not back:
                break
            start = back
            continue
        definite = definite or word in ("the", "his", "her", "their")
        start -= 1
    return _Left(start, code, organisation, status, definite)


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


def _index(tokens: tuple[Token, ...], offset: int) -> int:
    return next(n for n, token in enumerate(tokens) if token.start >= offset)


def _right(here: Here, stop: int) -> tuple[int, str, str, Name | None]:
    """What stands after the role: its organisation or country, then perhaps the person."""
    tokens, organisation, code = here.unit.tokens, "", ""
    at = stop
    if at < len(tokens) and tokens[at].text.lower() in _CONNECT:
        found = _organisation(here, at + 1)
        if found:
            at, organisation, code = found
    end = at
    if at < len(tokens) and tokens[at].text == "," and at + 1 < len(tokens):
        person = _person(here, at + 1)
        after = tokens[at + 1]
        if person and (organisation or match(ranks(), tokens, at + 1)[0]) and after.shape in "Ci":
            return end, organisation, code, person
        return end, organisation, code, None
    return end, organisation, code, _person(here, at)


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
            at = last = next((n for n in range(at, len(tokens)) if tokens[n].start >= name.end), len(tokens))
            if at < len(tokens) and tokens[at].shape == "s":
                at, stop = at + 1, min(at + 8, len(tokens))
                last = at
                continue
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


def _person(here: Here, at: int) -> Name | None:
    """A person who begins at token `at`, ranks and forms of address skipped."""
    tokens = here.unit.tokens
    for _ in range(3):
        if at >= len(tokens):
            return None
        name = here.starts.get(tokens[at].start)
        if name is not None:
            return name if name.kind == "person" else None
        stop, _sector = match(ranks(), tokens, at)
        at = stop or (
            at + 1 if tokens[at].text in ("Mr.", "Mr", "Dr.", "Dr", "Sheikh", "Sir", "Mrs.", "Ms.") else len(tokens)
        )
    return None


def _mention(here: Here, at: int, stop: int, sector: tuple[str, ...]) -> tuple[OfficeMention, int, bool]:
    tokens = here.unit.tokens
    left = _left(here, at)
    end, organisation, code, person = _right(here, stop)
    rank = _rank(here, at, stop)
    first, last = tokens[left.start].start, tokens[max(end, stop) - 1].end
    if person is None:
        person = _before(here, left.start, end)
        first = min(first, person.start) if person else first
    elif person:
        last = max(last, person.end)
    title = plain_title(here.text[tokens[at].start : tokens[stop - 1].end])
    status = left.status or "current"
    sectors = (
        (("ELI",) if status == "former" else ())
        + tuple(sector)
        + (("MIL",) if rank and "MIL" not in sector else ())
    )
    mention = OfficeMention(
        sentence=here.unit.sentence,
        start=first,
        end=last,
        text=here.text[first:last],
        title=title,
        organisation=organisation or left.organisation,
        code=left.code or code or (person.code if person else ""),
        sector=sectors,
        rank=rank,
        person=person.key if person else "",
        status=cast(Status, status),
    )
    known = bool(mention.person or mention.code or mention.organisation) or left.definite
    return mention, max(end, stop), known


def _rank(here: Here, at: int, stop: int) -> str:
    """A rank right before or after the role words."""
    tokens = here.unit.tokens
    for start in (at, stop, stop + 1):
        if start < len(tokens) and tokens[start].shape == "C":
            end, _ = match(ranks(), tokens, start)
            if end:
                return here.text[tokens[start].start : tokens[end - 1].end]
    return ""


def _before(here: Here, start: int, end: int) -> Name | None:
    """The person an apposition follows: "Zhang Youxia, vice chairman of ...,"."""
    tokens = here.unit.tokens
    if start < 1 or tokens[start - 1].text != ",":
        return None
    name = here.ends.get(tokens[start - 2].end) if start > 1 else None
    after = tokens[end].text if end < len(tokens) else "."
    return (
        name
        if name is not None and name.kind == "person" and after in (",", ".", ";", "and", "who", ")", "—")
        else None
    )


def _with_countries(found: list[OfficeMention], names: tuple[Name, ...]) -> list[OfficeMention]:
    """Offices without a country take that of their body or their holder, where the article gives it anywhere."""
    bodies = {name.full.lower(): name.code for name in names if name.kind == "organisation" and name.code}
    bodies |= {one.organisation.lower(): one.code for one in found if one.organisation and one.code}
    persons = {one.person: one.code for one in found if one.person and one.code}
    return [
        one
        if one.code
        else replace(one, code=bodies.get(one.organisation.lower(), "") or persons.get(one.person, ""))
        for one in found
    ]


def _held(found: list[OfficeMention]) -> tuple[OfficeMention, ...]:
    """Offices without a name get the holder whom the article names for the same role and country."""
    known = [one for one in found if one.person]
    out = []
    for one in found:
        if not one.person:
            holder = _holder(one, known)
            one = replace(one, holder=holder) if holder else one
        out.append(one)
    return tuple(out)


def _holder(one: OfficeMention, known: list[OfficeMention]) -> str:
    def fits(other: OfficeMention) -> bool:
        same = one.title == other.title or (
            one.title.rpartition(" ")[2] == other.title.rpartition(" ")[2] and " " not in one.title
        )
        return same and (not one.code or not other.code or one.code == other.code) and one.status == other.status

    peers = [other for other in known if one.code and other.code == one.code and other.title == "counterpart"]
    exact = [
        other for other in known if fits(other) and one.code and other.code == one.code and other.title == one.title
    ]
    loose = [other for other in known if fits(other)]
    persons = list(dict.fromkeys(other.person for other in exact or peers or loose))
    if exact or len(persons) == 1:
        return persons[0]
    return ""


def country_before(text: str) -> str:
    """The country that an actor phrase such as "China's defence ministry" or "Russian officials" speaks for."""
    for word in text.replace("’", "'").split():
        land = land_of(word)
        if land and land.kind in ("demonym", "country", "people", "bloc"):
            return land.code
    return ""
