"""Signs of agencies: at the end of a text ("(ANI)", "— Reuters", "abc/dpa"), in bylines, on lines of their own."""

import re
from collections.abc import Iterator
from functools import cache

from coranto.article.credit.givers import giver_at
from coranto.article.credit.leads import one_of, phrases_of
from coranto.article.credit.names import Name, is_plain, name_at, names_in
from coranto.article.credit.places import is_place
from coranto.article.credit.spot import Spot, spot
from coranto.article.dump.head import is_name

_BRACKET = re.compile(r"[(\[（/](?P<in>[^()\[\]（）/\n]{2,40})[)\]）/][.\s]{0,3}$")
_DASHED = re.compile(r"[.!?”\"»。]\s{1,2}(?:[—–-]|--|\*)\s?$")
_STOPPED = re.compile(r"[.!?”\"»。]\)?\s{1,3}$")
_CODES = re.compile(r"(?:\s[A-Z]{2,4}){0,4}[.\s]{0,2}$")
_SINGLE = re.compile(
    r"(?!(?:Ends|End|Schluss|Updated|Sic|Note|More|Read|Continued|Translated|Laughs)$)[A-Z][a-z]{3,18}$"
)
_INITIALS = re.compile(
    r"(?:[A-Za-zÄÖÜäöü]{2,4}(?:[/,] ?[a-zäöü]{2,4}){0,3})\s?/\s?$|[a-z]{2,4}(?:/[a-z]{2,4}){0,3}\s\($"
)
_WRITER = re.compile(r"/[a-zäöü]{2,4}[\s.]*$")
_AFTER = re.compile(r"\s*(?:[|•·,–—-]\s*|$)|\s*\d|\s{2,}")
_CUT = re.compile(r"\s?[|•]\s?|,\s(?:[Tt]he\s)?")
_KIND = re.compile(r"[\W_]|\b(?:via|and|und|et|[Tt]he|[Nn]ews|[Aa]gency|[Aa]gence|[Aa]gencia|[Aa]gentur)\b")
_SPLIT = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*")
_LONG = 140
_MOST = 60
_CODE_WORDS = 3


def opening(text: str, start: int, stop: int) -> Iterator[Spot]:
    """The agencies that one of the first paragraphs is nothing but."""
    yield from (spot(one, "agency", False) for one in _whole(text, start, stop))


def closing(text: str, start: int, stop: int) -> Iterator[Spot]:
    """The agencies that sign one of the last paragraphs of a text."""
    found = list(_whole(text, start, stop)) or list(_bracketed(text, start, stop)) or list(_bare(text, start, stop))
    yield from (spot(one, "agency", False) for one in found)


def _whole(text: str, start: int, stop: int) -> Iterator[Name]:
    """The agencies of a paragraph that is nothing but a sign."""
    if stop - start > 40:
        return
    names = list(names_in(text, start, stop))
    if not names:
        return
    left = _KIND.sub("", _without(text, start, stop, names))
    if not left or _INITIALS.match(text[start : names[0].start]) or _WRITER.match(text[names[-1].end : stop]):
        yield from names


def _without(text: str, start: int, stop: int, names: list[Name]) -> str:
    """What is left of a stretch without the names in it."""
    out = []
    for one in names:
        out.append(text[start : one.start])
        start = one.end
    return "".join((*out, text[start:stop]))


def _bracketed(text: str, start: int, stop: int) -> Iterator[Name]:
    found = _BRACKET.search(text, max(start, stop - _MOST), stop)
    if found is None:
        return
    names = list(names_in(text, *found.span("in")))
    left = re.sub(r"[\W\d_]|and|und|et|with|via|agencies", "", _without(text, *found.span("in"), names))
    before = text[start : found.start()].rstrip()
    ended = before.endswith((".", "!", "?", "”", '"', "»", "。", "…")) or not before
    if names and len(left) <= _CODE_WORDS * len(names) and (ended or not _abbreviates(before, found["in"])):
        yield from names
    elif not names and found[0][0] == "(" and before.endswith((".", "”", '"')) and _SINGLE.match(found["in"]):
        yield Name(found["in"], "agency", *found.span("in"))


def _abbreviates(before: str, sign: str) -> bool:
    """Whether a sign is the initials of the words before it: "Pilots' Association (PA)"."""
    words = re.findall(r"[^\W\d_][\w'’]*", before[-80:])
    return "".join(word[0] for word in words[-len(sign) :]).upper() == sign.upper()


def _bare(text: str, start: int, stop: int) -> Iterator[Name]:
    """The agency that stands behind the last full stop, with or without a dash: "... again. — Reuters"."""
    for one in names_in(text, max(start, stop - 40), stop):
        before = text[max(start, one.start - 6) : one.start]
        plain = is_plain(text[one.start : one.end])
        apart = _DASHED.search(before) or (_STOPPED.search(before) and not plain)
        broken = before.rstrip(" \t—–-").endswith("\n")
        if (apart or broken) and _CODES.match(text[one.end : stop]):
            yield one
            return


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{one_of(phrases_of('byline', 'leads'))})\s+", re.IGNORECASE)


@cache
def _writers() -> re.Pattern[str]:
    held = one_of(phrases_of("byline", "writers"))
    return re.compile(rf"(?:[\s-](?:[A-Z]\w+\s){{0,2}}(?:{held})){{0,3}}(?!\w)", re.IGNORECASE)


def on_line(text: str, start: int, stop: int) -> Iterator[Spot]:
    """The agencies of a byline, or of a line of the margin that opens with one and says little else."""
    lead = _lead().match(text, start, stop)
    if lead is not None and stop - start <= 160:
        found = list(_byline(text, lead.end(), stop)) or list(_house(text, lead.end(), stop))
        yield from (spot(one, "agency", True) for one in found)
        return
    at = start
    while at < stop and text[at] in "([（【 /":
        at += 1
    one = name_at(text, at)
    if one is not None and stop - start <= 120 and _closes(text, one, stop):
        yield spot(one, "agency", True)
        return
    last = _last(text, start, stop)
    if last is not None:
        yield spot(last, "agency", True)


def _last(text: str, start: int, stop: int) -> Name | None:
    """The agency behind a line of persons: "Ada Quill | AP", "Ada Quill and Jon Tarn, Associated Press"."""
    for cut in _CUT.finditer(text, start, min(stop, start + _LONG)):
        one = name_at(text, cut.end())
        if one is not None:
            pieces = [piece for piece in _SPLIT.split(text[start : cut.start()].strip()) if piece]
            persons = bool(pieces) and all(is_name(piece) for piece in pieces)
            return one if persons and _ended(text, one.end, stop) else None
    return None


def _house(text: str, start: int, stop: int) -> Iterator[Name]:
    """The outlet that a byline ends with: "By Ada Quill, CNN"."""
    for cut in _CUT.finditer(text, start, min(stop, start + _LONG)):
        one = giver_at(text, cut.end(), stop, ("agency",))
        if one is not None and _ended(text, one.end, stop):
            yield one
            return


def has_lead(text: str, start: int, stop: int) -> bool:
    """Whether a line opens as bylines do."""
    return _lead().match(text, start, stop) is not None


def _closes(text: str, one: Name, stop: int) -> bool:
    """Whether after an agency at the head of a line comes its staff, a bar, a date, a place, or nothing."""
    writers = _writers().match(text, one.end, stop)
    end = writers.end() if writers else one.end
    rest = text[end:stop].strip()
    if rest.startswith(("/", "-")):
        return is_place(rest.strip("/- "))
    return (
        not rest.strip(")]）/. ")
        or rest[0] in "|•·"
        or re.match(r"[)\]）]\s*\d", rest) is not None
        or (rest[0] in ",–—" and bool(re.search(r"\d{4}|\d:\d\d", rest[:40])))
    )


def _byline(text: str, start: int, stop: int) -> Iterator[Name]:
    """The agencies of a byline: alone, behind a comma or a bar, or at the end of a name in other letters."""
    for one in names_in(text, start, stop):
        before, exact = text[start : one.start], text[one.start : one.end]
        writers = _writers().match(text, one.end, stop)
        end = writers.end() if writers else one.end
        apart = not before.strip(" (") or before.rstrip().endswith(
            (",", "|", "/", "•", "(", "-", "–", "and", "und", "et")
        )
        unlike = (
            " " in exact or exact.isupper() or exact.islower() or (len(before.split()) > 1 and not is_plain(exact))
        )
        if (_AFTER.match(text, end, stop) or text[end : end + 1] in (")", "/", " ")) and (
            apart or (unlike and _ended(text, end, stop))
        ):
            yield one


def _ended(text: str, end: int, stop: int) -> bool:
    """Whether a byline ends here, or a bar or a date follows."""
    rest = text[end:stop].strip()
    return (
        not rest
        or rest[0] in "|•·,-–—)"
        or rest[0].isdigit()
        or rest.lower().startswith(("and ", "updated", "published", "posted"))
    )
