"""Datelines of scripts without capitals: 新华社北京10月30日电, 【ワシントン共同】, (서울=연합뉴스)."""

import re
from functools import cache

from coranto.article.credit.names import name_at, names_in
from coranto.article.credit.opening import Dateline, Span
from coranto.article.credit.places import is_city
from coranto.data import rows

_BRACKET = re.compile(r"[【［\[(（](?P<in>[^】］\])）\n]{3,36})[】］\])）]")
_DAY = re.compile(r"(?:\d{1,2}|[０-９]{1,2})月(?:\d{1,2}|[０-９]{1,2})日|(?:\d{1,2}|[０-９]{1,2})日")
_PIECE = re.compile(r"[^\s\u3000=·・,、/\d]{1,14}")
_DASHED = re.compile(r"(?P<place>[^\W\d_A-Za-z]{2,16}(?: [^\W\d_A-Za-z]{2,16}){0,2}) ?[-–—/] ?")
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOSE = re.compile(r"\s?[-–—:.]?\s?")
_MOST = 4


@cache
def _spare() -> re.Pattern[str]:
    row = rows("datelines", "reporter")[0]
    listed = sorted((*row["east"], *row["wired"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed)))


@cache
def _wired() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, rows("datelines", "reporter")[0]["wired"])))


def native(head: str) -> Dateline | None:
    """The dateline of a paragraph in a script without capitals, or None."""
    if not head or (head[0].isascii() and head[0] not in "(["):
        return None
    bracket = _BRACKET.match(head)
    if bracket is not None and _EAST.search(bracket["in"]):
        return _inside(head, *bracket.span("in"), bracket.end())
    if _EAST.match(head):
        return _wire(head)
    dashed = _DASHED.match(head)
    agency = name_at(head, dashed.end()) if dashed else None
    if dashed is None or agency is None:
        return None
    close = _CLOSE.match(head, agency.end)
    end = close.end() if close else agency.end
    return Dateline(
        places=(dashed.span("place"),), date=None, agencies=(agency,), end=end, place=dashed["place"].strip()
    )


def _wire(head: str) -> Dateline | None:
    """新华社北京10月30日电: an agency at the very head, and the word for a dispatch soon after."""
    agency = name_at(head, 0)
    wired = _wired().search(head, agency.end, agency.end + 24) if agency else None
    if agency is None or wired is None or _DAY.search(head, agency.end, wired.end()) is None:
        return None
    return _inside(head, 0, wired.end(), wired.end())


def _inside(head: str, start: int, stop: int, end: int) -> Dateline | None:
    """The dateline of what a bracket holds: agencies and a day wherever they stand, else places."""
    agencies = tuple(names_in(head, start, stop))
    if not agencies:
        return None
    day = _DAY.search(head, start, stop)
    taken = [(one.start, one.end) for one in agencies] + ([day.span()] if day else [])
    places = _places(head, (start, stop), taken, bool(_spare().search(head, start, stop)))
    if not places:
        return None
    place = head[places[0][0] : places[-1][1]]
    return Dateline(places=places, date=day.span() if day else None, agencies=agencies, end=end, place=place)


def _places(head: str, inside: Span, taken: list[Span], wired: bool) -> tuple[Span, ...]:
    """What is left of a bracket without agencies, day and the words for reporter and dispatch; of a reporter's
    name and a place, written as one, the place."""
    start, stop = inside
    plain = list(head[start:stop])
    spare = [match.span() for match in _spare().finditer(head, start, stop)] if wired else []
    for a, b in (*taken, *spare):
        plain[a - start : b - start] = " " * (b - a)
    found = []
    for piece in _PIECE.finditer("".join(plain)):
        a, b = start + piece.start(), start + piece.end()
        cut = next((at for at in range(a, b - 1) if is_city(head[at:b])), a if b - a <= _MOST or not wired else b)
        if cut < b:
            found.append((cut, b))
    return tuple(found[:3])
