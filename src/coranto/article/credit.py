"""Credits: datelines, agency marks, "with inputs from", sources, relays, photo credits; each quotes its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from coranto.article.lang import function_words
from coranto.article.outlet import by_name
from coranto.data import rows
from coranto.types import MARGIN, Byline, Cite, Credit, Sentence
from coranto.types.article import CreditKind

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d{{4}})?)"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ'’.-]+){0,4}"
_TITLED = r"[A-ZÀ-Þ][\w'’.-]+(?:[ /-][A-ZÀ-Þ][\w'’.-]+){0,3}"
_REGION = rf"(?:,\s(?!{_MONTH}\s\d)[A-ZÀ-Þ][^\W\d]{{1,15}}\.?(?:[ .-][A-ZÀ-Þ][^\W\d]{{0,15}}\.?){{0,2}})?"
_DASH = r"\s?(?:--|[-–—])+"
_DATELINE = re.compile(
    rf"^(?:(?P<a>{_CAPS}{_REGION})(?:,?\s{_DATE})?(?:\s?[(/](?P<agency1>[^()/\n]{{1,40}})[)/])?\.?(?:{_DASH}|:(?=\s))"
    rf"|(?P<b>{_TITLED}{_REGION}(?:\s\[[^\]\n]{{2,30}}\])?)(?:,?\s{_DATE})?\.?\s?[(/](?P<agency2>[^()/\n]{{1,40}})[)/]\.?\s?(?:[:.]|{_DASH}|(?=\s))"
    rf"|(?P<c>{_CAPS}{_REGION}),\s{_DATE}\.?\s?[(/](?P<agency3>[^()/\n]{{1,40}})[)/]\.?"
    rf"|(?P<d>{_TITLED}(?:\s\[[^\]\n]{{2,30}}\])?),\s{_DATE}\s?(?::|{_DASH})"
    rf"|[(\[](?P<agency4>[^()\n]{{2,40}})[)\]]\s?{_DASH})"
)  # fmt: skip
_TRAILING = re.compile(
    r"[(\[/](?P<name>[^()\[\]/\n]{2,40})[)\]/]\.?\s*$|(?:[—–-]|--)\s?(?P<bare>[A-Z][\w .-]{1,24})\.?\s*$"
)
_INPUTS = re.compile(
    r"(?:\b[Ww]ith (?:additional )?(?:inputs?|reporting|files|material|contributions?) (?:from|by)"
    r"|\bMit Material (?:von|der)|\bavec)\s+(?P<names>[^.\n)]{2,90})"
    r"|(?P<names2>[A-Z][^.\n]{1,80}?) (?:also )?contributed to this (?:report|story|article)"
)
_SOURCE = re.compile(
    r"^(?:[Ss]ources?|Quellen?|Fuentes?|Fonti|Fonte|Bron|Источник|Źródło|Kaynak"
    r"|Sumber)\s?[:：]\s*(?P<names>[^\n]{2,90})$",
    re.MULTILINE,
)
_RELAY = re.compile(
    r"^(?:According to (?:(?:the |a )?(?:news|reports?|story|article) (?:of|by|in"
    r"|from) )?(?:the )?(?P<a>[A-Z][\w'’&]*(?:\s[A-Z][\w'’&]*){0,4}),"
    r"|(?:This (?:article|story|report|post) (?:was )?(?:first |originally )?(?:appeared|published) (?:in"
    r"|on|by)) (?:the )?(?P<b>[A-Z][\w'’&]*(?:\s[A-Z][\w'’&]*){0,4}))"
)
_PHOTO = re.compile(
    r"(?:[Pp]hoto(?:graph)?s?(?: by| credit| courtesy of)?|Image(?: credit| source)?|Foto|Bild"
    r"|Getty Images|/AFP|/AP\b|via (?:AP|REUTERS|Reuters|AFP)|REUTERS/|AP Photo|\[Photo)[^\n]{0,80}"
)
# the shape of an agency's name that no row has: capitalised words, no place's or author's abbreviation
_NAME = re.compile(r"(?:[A-Z][\w&'’-]{2,20}|[A-Z]{3,8})(?: [A-Z][\w&'’-]{1,20}){0,2}$")
_SINGLE = re.compile(r"(?!(?:Ends|End|Schluss|Updated|Sic|Note|More|Read|Continued|Translated)$)[A-Z][a-z]{3,18}$")
_PIECES = re.compile(r"\s*(?:,|;|/|\band\b|&|\+|\bund\b|\bet\b)\s*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A credit before it is cited: offsets in the text, or in the margin."""

    agency: str
    kind: CreditKind
    margin: bool
    start: int
    end: int


@cache
def _agencies() -> dict[str, str]:
    out: dict[str, str] = {}
    for row in rows("agencies"):
        for alias in (row["name"], *row["aliases"]):
            out.setdefault(alias.casefold(), row["name"])
    return out


def agency(name: str) -> str:
    """The canonical name of an agency, or an empty string."""
    bare = name.strip(" .:'\"’”").removeprefix("via ").removeprefix("the ").removeprefix("The ")
    return _agencies().get(bare.casefold(), "")


def _agency_in(name: str) -> str:
    """The agency of a parenthesis such as "AP", "Reuters/AFP" or "Xinhua News Agency"."""
    return agency(name) or next((found for piece in _PIECES.split(name) if (found := agency(piece))), "")


def place_of(paragraph: str) -> tuple[str, re.Match[str] | None]:
    """The place a dateline names (empty where it gives only an agency), and the match, or None."""
    found = _DATELINE.match(paragraph[:160])
    if found is None:
        return "", None
    named = next((found[k] for k in ("agency1", "agency2", "agency3", "agency4") if found[k]), "")
    place = found["a"] or found["b"] or found["c"] or found["d"] or ""
    if (found["agency2"] or found["agency4"]) and not _agency_in(named):
        return "", None
    if place and agency(place):
        return "", found
    if not place:
        return "", found
    shown = re.sub(r"\s\[[^\]]*\]$", "", place).strip(" -–—,")
    if any(
        word.lower() in function_words() for word in shown.split() if word not in ("LA", "DE", "DEL", "LOS", "EL")
    ):
        return "", None
    if len(shown) < 3 or (
        found["a"]
        and not named
        and re.search(
            r"\b(?:BREAKING|UPDATE|WATCH|VIDEO|LIVE|NEWS|EXCLUSIVE|NOTE|CORRECTION|ANALYSIS|OPINION|FILE"
            r"|PHOTO|READ)\b",
            shown,
        )
    ):
        return "", None
    return shown, found


def spots(text: str, starts: Sequence[tuple[int, int]], margin: str, forum: bool) -> list[Spot]:
    """All credits of an article; `starts` are the offsets of its paragraphs. Linear time."""
    out = list(_datelines(text, starts))
    for a, b in starts[-2:]:
        out += _trailing(text, a, b)
    for a, b in (*starts[:1], *starts[-3:]):
        out += _inputs(text[a:b], a, False)
    for match in _SOURCE.finditer(text):
        out += _names(match, "names", "source", 0, False)
    if forum or starts:
        out += _relays(text, starts[: 4 if forum else 0])
    at = 0
    for line in margin.split("\n"):
        out += _margin(line, at)
        at += len(line) + 1
    return _unique(out)


def _datelines(text: str, starts: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    for a, b in starts[:5]:
        _, found = place_of(text[a:b])
        if found is None:
            continue
        for key in ("agency1", "agency2", "agency3", "agency4"):
            if found[key] and (name := _agency_in(found[key]) or _unknown(found, key)):
                yield Spot(name, "dateline", False, a + found.start(key), a + found.end(key))


def _unknown(found: re.Match[str], key: str) -> str:
    """The name where datelines name their agency ("PORTO, May 4 (Nautica) --"), though no row has it."""
    name = found[key].strip()
    placed = (key == "agency1" and found["a"]) or (key == "agency3" and found["c"])
    return name if placed and _NAME.match(name) else ""


def of_outlet(spot: Spot, outlet: str) -> Spot:
    """The spot under the outlet's own name, where an agency credits itself by the first word of it."""
    if spot.agency != outlet and outlet.casefold().removeprefix("the ").startswith(f"{spot.agency.casefold()} "):
        return replace(spot, agency=outlet)
    return spot


def _trailing(text: str, a: int, b: int) -> Iterator[Spot]:
    found = _TRAILING.search(text, max(a, b - 60), b)
    if found is None:
        return
    key = "name" if found["name"] else "bare"
    name = _agency_in(found[key])
    if not name and found["name"] and text[found.start() - 2 : found.start()].rstrip().endswith((".", "”", '"')):
        name = found["name"] if _SINGLE.match(found["name"]) else ""
    if name:
        yield Spot(name, "agency", False, found.start(key), found.end(key))


def _inputs(text: str, base: int, margin: bool) -> Iterator[Spot]:
    for match in _INPUTS.finditer(text[:4000]):
        key = "names" if match["names"] else "names2"
        yield from _names(match, key, "inputs", base, margin)


def _names(match: re.Match[str], key: str, kind: CreditKind, base: int, margin: bool) -> Iterator[Spot]:
    at = match.start(key)
    for piece in re.finditer(r"[^,;/&+]+?(?=\s*(?:[,;/&+]|\band\b|\bund\b|\bet\b|$))", match[key]):
        raw = piece.group().strip()
        bare = re.sub(r"^(?:and|und|et|the|The|der)\s+|^(?:and|und|et)\s+(?:the|der)\s+", "", raw)
        name = agency(bare) or (by_name(bare).name if kind == "source" or kind == "inputs" else "")
        if not name and kind == "inputs" and key == "names" and _SINGLE.match(bare) and "input" in match[0].lower():
            name = bare
        if name:
            start = base + at + match[key].find(bare, piece.start())
            yield Spot(name, kind, margin, start, start + len(bare))


def _relays(text: str, starts: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    for a, b in starts:
        found = _RELAY.match(text[a : min(b, a + 300)])
        if found is None:
            continue
        key = "a" if found["a"] else "b"
        name = agency(found[key]) or by_name(found[key]).name
        if name:
            yield Spot(name, "relay", False, a + found.start(key), a + found.end(key))
            return


def _margin(line: str, base: int) -> Iterator[Spot]:
    bare = agency(line) if len(line) < 40 else ""
    if bare:
        yield Spot(bare, "agency", True, base, base + len(line))
        return
    photo = _PHOTO.search(line[:300])
    for word in re.finditer(r"[^\W_]+(?:[ .-][^\W_]+){0,2}", line[:300]) if photo else ():
        name = _agency_in(word.group()) or next((x for part in word.group().split() if (x := agency(part))), "")
        if name:
            yield Spot(name, "photo", True, base + word.start(), base + word.end())
            return
    if photo:
        return
    yield from _inputs(line, base, True)
    source = _SOURCE.match(line)
    if source:
        yield from _names(source, "names", "source", base, True)


def _unique(found: list[Spot]) -> list[Spot]:
    out: dict[tuple[str, str], Spot] = {}
    for spot in found:
        out.setdefault((spot.agency, spot.kind), spot)
    return list(out.values())


def from_bylines(byline: Sequence[Byline], margin: str) -> Iterator[Spot]:
    """Credits of the organisations in the byline ("By Reuters"), cited in the margin."""
    for maker in byline:
        name = agency(maker.name) if maker.role == "organisation" else ""
        at = margin.find(maker.name) if name else -1
        if at >= 0:
            yield Spot(name, "agency", True, at, at + len(maker.name))


def cited(spot: Spot, article: str, text: str, margin: str, sentences: Sequence[Sentence]) -> Credit:
    """The credit with its cite."""
    source = margin if spot.margin else text
    inside = (one.index for one in sentences if one.start <= spot.start < one.end)
    number = MARGIN if spot.margin else next(inside, 0)
    cite = Cite(
        article=article, sentence=number, start=spot.start, end=spot.end, exact=source[spot.start : spot.end],
        prefix=source[max(0, spot.start - 24) : spot.start], suffix=source[spot.end : spot.end + 24],
    )  # fmt: skip
    return Credit(agency=spot.agency, kind=spot.kind, cite=cite)
