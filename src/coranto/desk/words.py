"""How values read on a page: dates, counts, actors, sources."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import quote

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_GRAIN = {4: "year", 7: "month", 10: "day"}


def day(value: str) -> str:
    """`2023-10-30T11:19+08:00` as `30 October 2023, 11:19`; months and years as far as they go."""
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


def grain(value: str) -> str:
    """The precision an ISO value is given with."""
    return _GRAIN.get(len(value), "minute" if value else "unknown")


def count(number: int, one: str, many: str = "") -> str:
    """`3 outlets`, `1 outlet`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def actor(entity: dict[str, Any]) -> str:
    """An actor as people say it: the name, else the words of the text."""
    return str(entity["identifier_text"] or entity["entity_text"])


def place(cite: dict[str, Any]) -> str:
    """The address of a cite in its article's page: the words marked, the sentence in view."""
    sentence = cite["sentence"]
    spot = "title" if sentence == -1 else "margin" if sentence == -2 else f"s{sentence}"
    return f"/article/{cite['article']}?mark={sentence},{cite['start']},{cite['end']}#{spot}"


def chain(links: list[dict[str, Any]]) -> str:
    """A chain of attribution from the outlet to the origin."""
    return " ← ".join(link["actor"] for link in links)


def clip(text: str, size: int = 220) -> str:
    """A text cut at a word."""
    return text if len(text) <= size else text[:size].rsplit(" ", 1)[0] + " …"


def safe_url(url: str) -> str:
    """An address that may stand in a link: http and https only."""
    return url if url.startswith(("http://", "https://")) else "#"


def part(text: str) -> str:
    """A text as one segment of an address."""
    return quote(text, safe="")


FILTERS: dict[str, Callable[..., str]] = {
    "day": day,
    "grain": grain,
    "count": count,
    "actor": actor,
    "place": place,
    "chain": chain,
    "clip": clip,
    "part": part,
    "safe_url": safe_url,
}
