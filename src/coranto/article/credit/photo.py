"""Photo credits: who gave a picture stands apart from who gave the text."""

import re
from collections.abc import Iterator
from functools import cache

from coranto.article.credit.leads import one_of, phrases_of
from coranto.article.credit.names import Giver, Name, names_in
from coranto.article.credit.places import is_place
from coranto.article.credit.spot import Spot, spot

_BOTH: tuple[Giver, ...] = ("agency", "photo")
_BRACKET = re.compile(r"[(\[（](?P<in>[^()\[\]（）\n]{2,120})[)\]）]\.?(?:\s[\w.’' -]{1,40})?\s*$")
_OWNED = re.compile(r"\W{0,3}(?:©|\([cC]\))\s?(?:[^\W\d]|[ /.,-]){2,60}$")
_STOP = re.compile(r"[.!?)][\"”’»]?\s+")
_SLASH = re.compile(r"\s?/\s?$")
_VIA = re.compile(r"\bvia\s$")
_VIDEO = re.compile(r"\([A-Z][a-z]{2,8}\.? \d{1,2}\)\s(?=[A-Z][\w ]{1,20}$)")
_JOINED = re.compile(r"[/:：)）\]©=]|\bvia\b")
_WORDS = re.compile(r"\w+")
_LINE = 160
_SHORT = 90
_CAPTION = 5


@cache
def _cue() -> re.Pattern[str]:
    held = one_of(phrases_of("photo", "words"))
    return re.compile(
        rf"(?<![^\W_])(?:{held})(?:\s?(?:credit|by|courtesy|source|von|de|:)\b|\s?[:：/©=|]|\s[/–—-]\s|,\s(?=(?-i:[A-Z]{{2}}))|\s(?=(?-i:[A-Z]{{2}})))",
        re.IGNORECASE,
    )


def photos(text: str, start: int, stop: int, margin: bool) -> Iterator[Spot]:
    """The agencies of the photo credits of one line of the margin or one paragraph of the text."""
    tail = text[max(start, stop - _LINE) : stop]
    if not margin and _JOINED.search(tail) is None and _cue().match(text, start, stop) is None:
        return
    for begin, end in _zones(text, start, stop, margin):
        yield from (spot(one, "photo", margin) for one in names_in(text, begin, end, _BOTH))


def _zones(text: str, start: int, stop: int, margin: bool) -> Iterator[tuple[int, int]]:
    """Where a line speaks of its picture's makers."""
    if next(names_in(text, max(start, stop - 2 * _LINE), stop, _BOTH), None) is None:
        return
    cue = _cue().search(text, max(start, stop - 2 * _LINE), stop)
    if cue is not None and (margin or _short(text, start, stop) or _in_bracket(text, cue.start(), stop)):
        yield _from_cue(text, start, cue), min(stop, cue.end() + _LINE)
        return
    bracket = _BRACKET.search(text, max(start, stop - _LINE), stop)
    if bracket is not None and _of_picture(text, start, bracket, margin):
        yield bracket.span("in")
    video = _VIDEO.search(text, max(start, stop - _SHORT), stop)
    if video is not None:
        yield video.end(), stop
        return
    if margin and _OWNED.match(text, start, stop):
        yield start, stop
        return
    last = _last_part(text, start, stop)
    if stop - last <= _SHORT and _joined(text, last, stop, margin):
        yield last, stop


def _short(text: str, start: int, stop: int) -> bool:
    return stop - start <= _SHORT


def _in_bracket(text: str, at: int, stop: int) -> bool:
    """Whether a cue opens a bracket, or stands behind a full stop, near the end: "(Photo by Name / AFP)"."""
    if text[max(0, at - 1) : at] in ("(", "[", "（"):
        return stop - at <= _LINE
    return stop - at <= _SHORT and _STOP.search(text[max(0, at - 3) : at]) is not None


def _from_cue(text: str, start: int, cue: re.Match[str]) -> int:
    """The cue's place, or that of the agency right before it: "AP Photo/Name"."""
    around = names_in(text, max(start, cue.start() - 24), cue.end(), _BOTH)
    before = [one.start for one in around if one.start < cue.start() <= one.end + 1]
    return before[-1] if before else cue.start()


def _of_picture(text: str, start: int, bracket: re.Match[str], margin: bool) -> bool:
    """Whether the bracket at a line's end credits a picture: a person and an agency, or an agency behind the
    words of a caption."""
    inside = bracket["in"]
    names = list(names_in(text, *bracket.span("in"), _BOTH))
    if not names:
        return False
    if names[0].giver == "photo" or "/" in inside or " via " in inside or (margin and "," in inside):
        return not _only_agencies(text, bracket, names) or names[0].giver == "photo"
    return margin and len(_WORDS.findall(text, start, bracket.start())) >= _CAPTION


def _only_agencies(text: str, bracket: re.Match[str], names: list[Name]) -> bool:
    """Whether a bracket holds nothing but agencies ("(AFP/Reuters)"), which sign a text."""
    return bracket.end("in") - bracket.start("in") - sum(one.end - one.start for one in names) <= 2 * len(names)


def _last_part(text: str, start: int, stop: int) -> int:
    """Where the words behind the last full stop or bracket begin."""
    ends = [match.end() for match in _STOP.finditer(text, max(start, stop - _LINE), stop)]
    return ends[-1] if ends else start


def _joined(text: str, start: int, stop: int, margin: bool) -> bool:
    """Whether a few words join a person and an agency as credits do: "Name/AP", "via REUTERS", "REUTERS/Name"."""
    names = list(names_in(text, start, stop, _BOTH))
    if not names:
        return False
    for one in names:
        before, after = text[max(start, one.start - 6) : one.start], text[one.end : one.end + 2]
        if _VIA.search(before):
            return True
        if (_SLASH.search(before) or after.strip().startswith("/")) and not _signed(text, start, one):
            return _persons(text, start, stop, names)
    return margin and (_pictured(text, names) or _under(text, start, stop, names[-1]))


def _pictured(text: str, names: list[Name]) -> bool:
    """Whether a picture agency is among the names, written in more than one word."""
    return any(one.giver == "photo" and " " in text[one.start : one.end] for one in names)


def _under(text: str, start: int, stop: int, one: Name) -> bool:
    """Whether an agency stands alone behind the words of a caption: "... on Monday. AP"."""
    caption = text[max(0, start - _LINE) : start].rpartition("\n")[2]
    return one.end >= stop - 1 and caption.endswith(" ") and len(_WORDS.findall(caption)) >= _CAPTION


def _signed(text: str, start: int, one: Name) -> bool:
    """Whether an agency stands behind a writer's initials in small letters: "sak/Reuters"."""
    return re.fullmatch(r"\W*[a-zäöü]{2,4}(?:/[a-zäöü]{1,4}){0,3}/", text[start : one.start].strip()) is not None


def _persons(text: str, start: int, stop: int, names: list[Name]) -> bool:
    """Whether more than agencies is joined: a person, or a picture agency, no place ("EFE / Madrid")."""
    if any(one.giver == "photo" for one in names):
        return True
    rest = stop - start - sum(one.end - one.start for one in names)
    return rest > 3 + 2 * len(names) and not is_place(text[names[-1].end : stop].strip(" /-"))
