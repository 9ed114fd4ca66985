"""Datelines: the place, the day and the agency that open a wire story, in the styles of many agencies.

A dateline is read part by part from the head of a paragraph: a place, then brackets, a date, an agency and dashes
in any order, until running text begins. What was found must then be likely together: a place alone must be one that
a gazetteer knows, a place with an agency need not.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from coranto.article.credit.day import date_pattern, is_month
from coranto.article.credit.names import Name, name_at, names_in
from coranto.article.credit.native import native
from coranto.article.credit.opening import Dateline, Span
from coranto.article.credit.places import is_city, is_land, is_large, is_place
from coranto.article.credit.unlisted import SIGN, is_common, is_dated, is_undated
from coranto.article.lang import function_words, identify
from coranto.article.outlet import by_name
from coranto.data import rows

_HEAD = 200
_LETTER = r"[^\W\d_]"
_PLACE = re.compile(
    rf"(?:(?:St|Ste|Ft|Mt|Sta|ST|STE|FT|MT)\.\s?)?{_LETTER}"
    rf"(?:[^\W\d_]|[\u0900-\u0dff]|[’'‘&-]|\.(?=[^\W\d_])|[ /·](?=[^\W\d_])){{1,48}}"
)
_REGION = re.compile(r",\s(?P<name>[^\W\d_](?:[^\W\d_]|[.’'-]|[ ](?=[^\W\d_])){1,24})")
_BRACKET = re.compile(r"[(\[（](?P<in>[^()\[\]（）\n]{1,60})[)\]）]|/(?P<in2>[^/()\n]{2,40})/")
_GAP = re.compile(r"[\s,.;]{0,3}")
_DASH = re.compile(r"[.,]?\s{0,2}(?:-{1,3}|[–—―_]|:(?=\s|$))\s?")
_LEAD = re.compile(
    r"(?:By [A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){1,3}\. (?=[A-Z]{2})|[a-z]{2,4} (?=[A-ZÀ-Þ]))?"
)
_LAND = re.compile(r"[A-ZÀ-Þ][\w .'’-]{1,30}$")
_DAY = re.compile(r"\d{1,2}(?=\s?[(（]|\s-\s)")
_ASIDE = re.compile(r"[\s,]{0,2}\d{1,2},? \d{4}(?: AH|H)?,?")
_PARTS = 8
_CAPITALS, _TITLED = 12, 60
"""How much text must follow "LAHORE:" and "Lahore:" for the place to open a story, not a list or a title."""


@cache
def _islamic() -> re.Pattern[str]:
    names = (name for row in rows("datelines", "islamic") for name in row["names"])
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})")


@dataclass(frozen=True, slots=True)
class _State:
    """What has been read: the place, the parts after it, and where the reading stands."""

    place: Span
    at: int
    region: bool = False
    date: Span | None = None
    agencies: tuple[Name, ...] = ()
    unknown: Span | None = None
    bracketed: bool = False
    dash: str = ""


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None. Looks at its first 200 characters."""
    head = paragraph[:_HEAD].partition("\n")[0].replace("\u00a0", " ")
    return native(head) or _bracketed(head) or _placed(head, 0) or _dated(head)


def _dated(head: str) -> Dateline | None:
    """A dateline that opens with its day: "July 13--WASHINGTON -- ..."."""
    date = date_pattern().match(head)
    dash = _DASH.match(head, date.end()) if date else None
    after = _placed(head, dash.end()) if dash else None
    if date is None or after is None or after.date is not None or not head[slice(*after.places[0])].isupper():
        return None
    return replace(after, date=date.span())


def _bracketed(head: str) -> Dateline | None:
    """A dateline that opens with its agency, or its place, in a bracket: "(ANSA) - ROMA, 12 MAR -"."""
    found = _BRACKET.match(head)
    if found is None or not found["in"]:
        return None
    dash = _DASH.match(head, found.end())
    if dash is None:
        return None
    names = _givers(head, *found.span("in"))
    if names:
        after = _placed(head, dash.end())
        if after is not None and after.date is not None:
            return replace(after, agencies=names)
        return Dateline(places=(), date=None, agencies=names, end=dash.end(), place="")
    if is_city(found["in"]):
        return Dateline(
            places=(found.span("in"),), date=None, agencies=(), end=dash.end(), place=found["in"].strip()
        )
    return None


def _givers(head: str, start: int, end: int) -> tuple[Name, ...]:
    """The agencies of a bracket, or the outlet that it names and nothing else."""
    found = tuple(names_in(head, start, end))
    if found and _only(head, start, end, found):
        return found
    outlet = by_name(head[start:end]).name if not found and end - start > 2 else ""
    return (Name(outlet, "agency", start, end),) if outlet else ()


def _only(head: str, start: int, end: int, found: tuple[Name, ...]) -> bool:
    """Whether little stands beside the names in a bracket: a desk, a correspondent, another sign."""
    rest = end - start - sum(one.end - one.start for one in found)
    first = found[0].start == start
    low = head[start:end].lower()
    beside = any(word in low for row in rows("datelines", "beside") for word in row["words"])
    return rest <= 2 + 4 * len(found) or (first and (rest <= 12 or beside))


def _placed(head: str, at: int) -> Dateline | None:
    """A dateline that opens with its place."""
    lead = _LEAD.match(head, at)
    start = lead.end() if lead else at
    place = _PLACE.match(head, start)
    if place is None or not _titled(place[0]) or is_month(place[0]):
        return None
    state = _State(place=place.span(), at=place.end())
    for _ in range(_PARTS):
        after = _part(head, state)
        if after is None:
            break
        state = after
    return _judged(head, state, start > at and lead is not None and head[at].islower())


def _part(head: str, state: _State) -> _State | None:
    """The state after one more part of the dateline, or None where running text begins."""
    region = _region(head, state)
    if region is not None:
        return region
    gap = _GAP.match(head, state.at)
    at = gap.end() if gap else state.at
    bracket = _BRACKET.match(head, at)
    if bracket is not None and not state.dash:
        return _bracket(head, bracket, state)
    if state.date is None and not state.agencies:
        date = date_pattern().match(head, at) or (_DAY.match(head, at) if at > state.at else None)
        if date is not None:
            return replace(state, at=date.end(), date=date.span())
        other = _islamic().match(head, at)
        aside = _ASIDE.match(head, other.end()) if other else None
        if aside is not None:
            return replace(state, at=aside.end())
    if not state.agencies and (at > state.at or state.dash):
        bare = name_at(head, at)
        if bare is not None and _ends_name(head, bare.end):
            return replace(state, at=bare.end, agencies=(bare,))
    dash = _DASH.match(head, state.at)
    if dash is not None and not state.dash:
        return replace(state, at=dash.end(), dash=dash[0].strip(" ."))
    return None


def _region(head: str, state: _State) -> _State | None:
    """The state with the country or state after the place: "LEEDS, England"."""
    found = _REGION.match(head, state.at) if state.at == state.place[1] else None
    if found is None or date_pattern().match(head, found.start("name")):
        return None
    name = found["name"]
    known = is_land(name)
    if not known and name_at(head, found.start("name")) is not None:
        return None
    if not known and (not all(word[0].isupper() for word in name.split()) or _islamic().match(name)):
        return None
    end = found.end() - (len(name) - len(name.rstrip(".")) if not known else 0)
    return replace(state, place=(state.place[0], end), at=end, region=known)


def _bracket(head: str, found: re.Match[str], state: _State) -> _State | None:
    inside = "in" if found["in"] else "in2"
    span = found.span(inside)
    names = _givers(head, *span) if not state.agencies else ()
    if names:
        return replace(state, at=found.end(), agencies=names, bracketed=True)
    if _LAND.match(found[inside]) and not state.agencies and state.unknown is None and found[0][0] in "([":
        return replace(state, at=found.end(), unknown=span)
    if state.unknown is not None and found[0][0] == "[":
        return replace(state, at=found.end())
    if SIGN.match(found[inside]) and state.unknown is None:
        return replace(state, at=found.end(), unknown=span)
    return None


def _ends_name(head: str, end: int) -> bool:
    """Whether what follows shows that a bare agency's name closes the dateline."""
    return bool(re.match(r"\s?(?:[:.]|--?\s|[–—])", head[end : end + 3]))


def _judged(head: str, state: _State, signed: bool) -> Dateline | None:
    """The dateline of what was read, or None where it is not likely to be one."""
    place = head[slice(*state.place)]
    state = _unlisted(head, state, place)
    city = place.partition(",")[0].strip()
    if state.agencies:
        likely = _titled(city) and (state.dash or state.date or not state.bracketed or _opens(head, state, city))
    elif state.date is not None:
        likely = bool(state.dash) and (state.region or city.isupper() or is_city(city) or not is_common(city))
    else:
        likely = _alone(head, state, city)
    if not likely or (signed and not is_city(city)):
        return None
    gap = _GAP.match(head, state.at)
    end = gap.end() if gap else state.at
    return Dateline(places=_each(head, state.place), date=state.date, agencies=state.agencies, end=end, place=place)


def _unlisted(head: str, state: _State, place: str) -> _State:
    """The state with an agency that no row has, where datelines name theirs: "PORTO, May 4 (Nautica) --"."""
    if state.agencies or state.unknown is None or not state.dash or state.dash.endswith(":"):
        return state
    name = head[slice(*state.unknown)]
    if is_place(name) or not (
        is_dated(name) if state.date is not None else is_undated(place, name, head[state.at :])
    ):
        return state
    return replace(state, agencies=(Name(name, "agency", *state.unknown),), bracketed=True)


def _titled(place: str) -> bool:
    """Whether all words of a place but particles are capitalised, in scripts that have capitals."""
    small = [word for word in re.split(r"[ /-]", place) if word[:1].islower()]
    return len(small) < 3 and all(word in function_words() for word in small) and not place[:1].islower()


def _opens(head: str, state: _State, city: str) -> bool:
    """Whether running text opens after the bracket of a known place ("STOCKHOLM (TT) Styrelsen ...")."""
    return is_city(city) and bool(re.match(r"\s?:?\s[^\W\d_]", head[state.at :])) and not _lower_next(head, state)


def _lower_next(head: str, state: _State) -> bool:
    return head[state.at :].lstrip(" :")[:1].islower()


def _alone(head: str, state: _State, city: str) -> bool:
    """Whether a place with neither date nor agency opens a story."""
    if len(city) < 3 or by_name(city).name or name_at(city, 0) is not None or _lower_next(head, state):
        return False
    if state.dash.endswith(":"):
        return _before_colon(head, state, city)
    if state.dash:
        return state.region or is_city(city)
    return _before_stop(head, state, city)


def _before_colon(head: str, state: _State, city: str) -> bool:
    """Of a place and a colon: a city, and running text after it, not a title in capitals."""
    rest = head[state.at :].strip()
    first = re.findall(r"[^\W\d_]{2,}", rest[:40])[:2]
    shouted = bool(first) and first[0].isupper()
    by_title = re.match(r"(?:A|AN|THE)\s[A-Z]{2}", rest) is not None
    if by_title or shouted:
        return False
    return is_city(city) and len(rest) >= _CAPITALS if city.isupper() else is_large(city) and len(rest) >= _TITLED


def _before_stop(head: str, state: _State, city: str) -> bool:
    """Of a place and a full stop, as German papers write: "Hamburg. Die Elbe ..."."""
    stop = re.match(r"\.\s+[A-ZÄÖÜ„»\"]", head[state.at :])
    return stop is not None and is_city(city) and identify(head[state.at :]) == "de"


def _each(head: str, place: Span) -> tuple[Span, ...]:
    """The spans of "PARIS/BERLIN", unless all of it is one place's name ("Frankfurt/Main")."""
    start, end = place
    text = head[start:end]
    if "/" not in text or is_land(text) or text.partition("/")[2] in ("Main", "Oder", "Saale", "Weser", "Ruhr"):
        return (place,)
    return tuple((start + m.start(), start + m.end()) for m in re.finditer(r"[^/]+", text))
