"""All credits of an article: of its datelines, its last paragraphs, its source lines and its margin."""

import re
from collections.abc import Iterator, Sequence

from coranto.article.credit import phrases, signs
from coranto.article.credit.dateline import dateline
from coranto.article.credit.leads import any_in, lowered
from coranto.article.credit.names import Giver, agency, names_in
from coranto.article.credit.photo import photos
from coranto.article.credit.relays import relays, repeated
from coranto.article.credit.rights import is_own, is_wire, rights
from coranto.article.credit.spot import Spot, unique
from coranto.types import Byline

_GIVERS: tuple[Giver, ...] = ("agency", "photo")
_OPENING, _CLOSING, _FIRST = 5, 3, 2
_MARGIN_LINES, _MARGIN_LINE = 400, 400
_SHORT, _TAIL = 90, 60
_STOPS = (".", "!", "?", "”", '"', "»")
_LINE = re.compile(r"[^\n]+")


def spots(
    text: str, starts: Sequence[tuple[int, int]], margin: str, forum: bool = False, outlet: str = ""
) -> list[Spot]:
    """All credits of an article of `outlet`; `starts` are the offsets of its paragraphs. Linear time."""
    out = [*_opening(text, starts), *_closing(text, starts)]
    if forum:
        out += [one for a, b in starts[:4] for one in repeated(text, a, b)][:1]
    for a, b in starts:
        out += _pictures(text, a, b)
    for number, line in enumerate(_LINE.finditer(margin)):
        if number >= _MARGIN_LINES:
            break
        out += _margin(margin, line.start(), min(line.end(), line.start() + _MARGIN_LINE), outlet)
    return unique(one for one in out if _credits(one, outlet))


def _credits(one: Spot, outlet: str) -> bool:
    """Whether a spot credits another than the page's own outlet; an agency's page carries its own marks, and who
    stands in a dateline is an agency there."""
    wire = one.kind == "dateline" or (one.kind == "agency" and is_wire(one.agency))
    return wire or not is_own(one.agency, outlet)


def _opening(text: str, starts: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Credits of datelines, and of phrases in the first paragraphs."""
    for a, b in starts[:_OPENING]:
        found = dateline(text[a:b])
        for one in found.agencies if found else ():
            yield Spot(one.agency, "dateline", False, a + one.start, a + one.end)
    for a, b in starts[:_FIRST]:
        yield from relays(text, a, b, False)
        yield from phrases.sources(text, a, b, False)
        yield from signs.opening(text, a, b)
    for a, b in starts[:1]:
        yield from phrases.inputs(text, a, b, False)


def _closing(text: str, starts: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Credits at the end: phrases, rights, signs."""
    for a, b in starts[-_CLOSING:]:
        yield from phrases.inputs(text, a, b, False)
        yield from phrases.owned(text, a, b, False)
        yield from phrases.sources(text, a, b, False)
        yield from relays(text, a, b, False)
        yield from rights(text, a, b, False, "")
        if not any(True for _ in photos(text, a, b, False)):
            yield from signs.closing(text, a, b)


def _pictures(text: str, a: int, b: int) -> Iterator[Spot]:
    """Photo credits of one paragraph; running text that ends in a full stop has none."""
    if text[b - 1 : b] not in _STOPS or b - a < _SHORT or text.rfind("/", max(a, b - _TAIL), b) >= 0:
        yield from photos(text, a, b, False)


def _margin(margin: str, a: int, b: int, outlet: str) -> Iterator[Spot]:
    """The credits of one line of the margin; what it says first in this order is what it is."""
    if not _telling(margin, a, b):
        return
    for ask in (phrases.inputs, phrases.owned, relays):
        found = list(ask(margin, a, b, True))
        if found:
            yield from found
            return
    pictures = list(photos(margin, a, b, True))
    named = list(phrases.sources(margin, a, b, True))
    if named:
        yield from named
        return
    owners = list(rights(margin, a, b, True, outlet))
    if owners and not pictures:
        yield from owners
        return
    yield from pictures or _signed(margin, a, b)


def _telling(margin: str, a: int, b: int) -> bool:
    """Whether a line of the margin may credit at all: it names an agency, or has a phrase that names an outlet."""
    if next(names_in(margin, a, b, _GIVERS), None) is not None or margin.find(":", a, b) >= 0:
        return True
    if signs.has_lead(margin, a, b):
        return True
    low = lowered(margin, a, b)
    asked = (("relay", "leads"), ("relay", "alone"), ("inputs", "leads"), ("inputs", "tails"), ("rights", "signs"))
    return any(any_in(low, table, key) for table, key in asked)


def _signed(margin: str, a: int, b: int) -> Iterator[Spot]:
    line = list(signs.on_line(margin, a, b))
    for one in line or signs.closing(margin, a, b):
        yield Spot(one.agency, one.kind, True, one.start, one.end)


def from_bylines(byline: Sequence[Byline], margin: str) -> Iterator[Spot]:
    """Credits of the organisations in the byline ("By Reuters"), cited in the margin."""
    for maker in byline:
        name = agency(maker.name) if maker.role == "organisation" else ""
        at = margin.find(maker.name) if name else -1
        if at >= 0:
            yield Spot(name, "agency", True, at, at + len(maker.name))
