"""How values read on a page: dates, counts, actors, sources."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_AROUND = 32
"""How many characters a cite keeps of what stands before and behind it."""
_ENDS = 4
_JOINS = re.compile(r"[-_]")
_ID = re.compile(r"\b(art|sto|lin|evt|say|per|off|occ|fig)-[0-9a-f]{16}\b")
_STRAY = re.compile(r"^(?:[\s\-–—:;,.]|\.{2,})+")


def day(value: str) -> str:
    """`2023-10-30T11:19+08:00` as `30 October 2023, 11:19`; months and years as far as they go.

    An interval `2023-10-30/2023-11-05` reads as `span` says it.
    """
    first, slash, last = value.partition("/")
    if slash:
        return span(first, last)
    if not value:
        return "undated"
    try:
        if len(value) == 4:
            return value
        if len(value) == 7:
            return f"{_MONTHS[int(value[5:7]) - 1]} {value[:4]}"
        when = date.fromisoformat(value[:10])
    except (ValueError, IndexError):
        return value
    clock = f", {value[11:16]}" if len(value) >= 16 else ""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}{clock}"


def span(first: str, last: str = "") -> str:
    """The days from `first` to `last` (both included) as people say them: `March 2023`, `2022`,
    `10–21 October 2023`; one day where `last` is empty or the same."""
    if not first:
        return "Date unknown"
    if not last or last[:10] == first[:10]:
        return day(first)
    try:
        start, end = edges(first)[0], edges(last)[1]
    except ValueError:
        return f"{day(first)} to {day(last)}"
    until = date.fromordinal(end.toordinal() + 1)
    if start.day == until.day == 1:
        return _months(start, end, until)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {_MONTHS[end.month - 1]} {end.year}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} to {day(end.isoformat())}"
    return f"{day(start.isoformat())} to {day(end.isoformat())}"


def edges(value: str) -> tuple[date, date]:
    """First and last day of an ISO day, month or year. Raises `ValueError` for anything else."""
    if len(value) == 4:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        behind = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(behind.toordinal() - 1)
    one = date.fromisoformat(value[:10])
    return one, one


def _months(start: date, end: date, until: date) -> str:
    if start.month == until.month == 1:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{_MONTHS[end.month - 1]} {end.year}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{_MONTHS[start.month - 1]}{year} to {_MONTHS[end.month - 1]} {end.year}"


def bounds(start: object, end: object) -> str:
    """The days from `start` up to and not including `end`, as dates or ISO texts."""
    try:
        last = date.fromordinal(date.fromisoformat(str(end)[:10]).toordinal() - 1)
    except ValueError:
        return f"from {day(str(start))}"
    return span(str(start), last.isoformat())


def when(event: dict[str, Any]) -> str:
    """When an event was, as far as it is known."""
    return span(*known(event))


def known(event: dict[str, Any]) -> tuple[str, str]:
    """An event's date and last day, no finer than its granularity says."""
    first, last = event["date"], event["enddate"]
    size = {"month": len("2023-10"), "year": len("2023")}.get(event["date_granularity"], len(first))
    return (first, last) if last not in ("", first) else (first[:size], "")


def spelled(text: str) -> str:
    """A text with its ISO days written out."""
    return _ISO.sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    return day(match.group())


def count(number: int, one: str, many: str = "") -> str:
    """`3 outlets`, `1 outlet`, `12,000 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def place(cite: dict[str, Any]) -> str:
    """The address of a cite in its article's page: the words marked, the sentence in view."""
    sentence = cite["sentence"]
    spot = "title" if sentence == -1 else "margin" if sentence == -2 else f"s{sentence}"
    return f"/article/{cite['article']}?mark={sentence},{cite['start']},{cite['end']}#{spot}"


def quoted(cite: dict[str, Any]) -> Markup:
    """A cite's words in the words around them, the cited ones marked; words cut by the margin are left out."""
    before, after = cite["prefix"].rpartition("\n"), cite["suffix"].partition("\n")
    head = before[2] if before[1] or len(before[2]) < _AROUND else "… " + before[2].partition(" ")[2]
    tail = after[0] if after[1] or len(after[0]) < _AROUND else after[0].rpartition(" ")[0] + " …"
    return Markup('{}<mark class="cited">{}</mark>{}').format(head, clip(cite["exact"], 400), tail)


def clip(text: str, size: int = 220) -> str:
    """A text cut at a word."""
    return text if len(text) <= size else text[:size].rsplit(" ", 1)[0] + " …"


def bare(text: str) -> str:
    """A name or phrase without the dashes and stops that stray before it."""
    return _STRAY.sub("", text) or text


def upper(text: str) -> str:
    """A text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def safe_url(url: str) -> str:
    """An address that may stand in a link: http and https only."""
    return url if url.startswith(("http://", "https://")) else "#"


def original(url: str, words: str = "") -> str:
    """The address of an original page at these words (a text fragment); `#` for what is no web address."""
    address = safe_url(url)
    if address == "#" or "#" in address or not words:
        return address
    told = words.split()
    many = len(told) > 2 * _ENDS
    ends = (" ".join(told[:_ENDS]), " ".join(told[-_ENDS:])) if many else (" ".join(told),)
    return address + "#:~:text=" + ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)


def part(text: str) -> str:
    """A text as one segment of an address."""
    return quote(text, safe="")


def linked(text: str) -> Markup:
    """A text in which the ids of articles, stories and facts lead to their pages."""
    return Markup(_ID.sub(_link, str(escape(text))))


def _link(match: re.Match[str]) -> str:
    where = {"art": "article", "sto": "story", "lin": "storyline"}.get(match.group(1), "explain")
    return f'<a href="/{where}/{match.group()}">{match.group()}</a>'


def plain(text: str) -> str:
    """A machine word such as `confirmed-by-both` or `no_title` as people read it; a sentence keeps its dashes."""
    return text.replace("_", " ") if " " in text or any(map(str.isdigit, text)) else _JOINS.sub(" ", text)


FILTERS: dict[str, Callable[..., str]] = {
    "bare": bare,
    "bounds": bounds,
    "clip": clip,
    "count": count,
    "day": day,
    "linked": linked,
    "original": original,
    "part": part,
    "place": place,
    "plain": plain,
    "quoted": quoted,
    "safe_url": safe_url,
    "span": span,
    "spelled": spelled,
    "up": upper,
    "when": when,
}
