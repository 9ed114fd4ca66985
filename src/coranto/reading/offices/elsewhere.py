"""What the rest of the article tells of an office: its country, and who holds it where no name stands beside it."""

from collections import Counter
from dataclasses import replace

from coranto.types import Name, OfficeMention

_MOST = 64  # holders of an article, or of a sentence, that are thought of
_NEAR = 2  # sentences within which a person named once may be meant


def with_countries(found: list[OfficeMention], names: tuple[Name, ...]) -> list[OfficeMention]:
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


def held(found: list[OfficeMention], names: tuple[Name, ...]) -> tuple[OfficeMention, ...]:
    """Offices without a name get the holder whom the article names for the same role and country: somebody it names
    again and again, or close by."""
    times = Counter(name.key for name in names if name.kind == "person")
    often: dict[tuple[str, str, str, str], OfficeMention] = {}
    close: dict[int, list[OfficeMention]] = {}
    for one in found:
        if one.person and times[one.person] > 1:
            if len(often) < _MOST:
                often.setdefault((one.title, one.code, one.status, one.person), one)
        elif one.person and len(close.setdefault(one.sentence, [])) < _MOST:
            close[one.sentence].append(one)
    out = []
    for one in found:
        if not one.person and not one.text.lower().startswith(("a ", "an ")):
            around = range(one.sentence - _NEAR, one.sentence + _NEAR + 1)
            holder = _holder(one, [*often.values(), *(other for n in around for other in close.get(n, ()))])
            one = replace(one, holder=holder) if holder else one
        out.append(one)
    return tuple(out)


def _holder(one: OfficeMention, known: list[OfficeMention]) -> str:
    def fits(other: OfficeMention) -> bool:
        same = one.title == other.title or (
            one.title.rpartition(" ")[2] == other.title.rpartition(" ")[2] and " " not in one.title
        )
        return same and (not one.code or one.code == other.code) and one.status == other.status

    peers = [other for other in known if one.code and other.code == one.code and other.title == "counterpart"]
    exact = [
        other for other in known if fits(other) and one.code and other.code == one.code and other.title == one.title
    ]
    loose = [other for other in known if fits(other)]
    persons = list(dict.fromkeys(other.person for other in exact or peers or loose))
    if exact or len(persons) == 1:
        return persons[0]
    return ""
