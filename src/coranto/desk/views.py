"""What the desk shows, as plain data: one function a command, the same for terminal, browser and API."""

from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote

from coranto.desk import shapes
from coranto.desk.actors import code_of
from coranto.desk.badges import badges
from coranto.desk.find import search as search
from coranto.desk.words import known
from coranto.errors import NotFound, UsageError
from coranto.store import Archive, Filter, Listing
from coranto.store.rows import number as row_number
from coranto.types.codec import from_json
from coranto.types.ids import kind_of

LISTS = {
    "articles": "article",
    "stories": "story",
    "storylines": "storyline",
    "events": "event",
    "statements": "statement",
    "people": "person",
    "offices": "office",
    "occasions": "occasion",
    "figures": "figure",
}
"""The lists and the kind of fact each shows."""
_WHOLE = 100_000
_LAST = (1 << 63) - 1
_DIGITS = 19


def _data(body: bytes) -> dict[str, Any]:
    return from_json(body, dict[str, Any])


def day(text: str, option: str) -> date | None:
    """The day that `2023-10-30` names; None for nothing. Raises `UsageError` naming the option."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} takes a day such as 2023-10-30, not {text!r}") from error


def segment(text: str) -> str:
    """A name as one segment of an address."""
    return quote(text, safe="")


def number(text: str) -> int:
    """The row number that a cursor holds; 0 for none. Raises `UsageError`."""
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()) or len(text) > _DIGITS or int(text) > _LAST:
        raise UsageError(f"--cursor takes what an earlier list gave, not {text[:40]!r}")
    return int(text)


def actor_key(name: str, field: str = "actor") -> str:
    """The key of an actor: the code of a country that is named or coded, any other name folded."""
    return f"{field}:{code_of(name) or name.casefold()}"


def keys(*, actor: str = "", outlet: str = "", story: str = "") -> tuple[str, ...]:
    """The keys of a list's filters."""
    found = [actor_key(actor)] if actor else []
    found += [f"outlet:{outlet.casefold()}"] if outlet else []
    found += [f"story:{story}"] if story else []
    return tuple(found)


def listing(archive: Archive, name: str, by: Filter) -> dict[str, Any]:
    """One page of a list: `{"items": [...], "cursor": next}`; the cursor is empty at the end."""
    if name == "refusals":
        return refusals(archive, by)
    if name not in LISTS:
        raise UsageError(f"There is no list {name!r}. Known: {', '.join((*LISTS, 'refusals'))}")
    kind = LISTS[name]
    if kind == "article" and any(key.startswith("story:") for key in by.keys):
        return _of_story(archive, by)
    found = archive.find(kind, by)
    return {"items": _items(archive, kind, found), "cursor": str(found.cursor) if found.cursor else ""}


def _of_story(archive: Archive, by: Filter) -> dict[str, Any]:
    """A story's articles, newest first, that the other filters let through; the cursor counts those given."""
    story = next(key for key in by.keys if key.startswith("story:"))
    rest = replace(by, keys=tuple(key for key in by.keys if key != story), limit=1)
    lines = archive.lines(story.partition(":")[2])[::-1]
    if rest.keys or by.after or by.before:
        lines = [line for line in lines if _passes(archive, line["id"], rest)]
    last = min(by.cursor, _WHOLE) + by.limit
    return {"items": lines[min(by.cursor, _WHOLE) : last], "cursor": str(last) if len(lines) > last else ""}


def _passes(archive: Archive, ident: str, rest: Filter) -> bool:
    row = row_number(archive.moment_of(ident), ident)
    found = archive.find("article", replace(rest, cursor=row + 1)).items
    return bool(found) and found[0][0] == ident


def _items(archive: Archive, kind: str, found: Listing) -> list[dict[str, Any]]:
    if kind == "article":
        return [archive.line(ident) for ident, _ in found.items]
    return [_data(body) for _, body in found.items]


def refusals(archive: Archive, by: Filter) -> dict[str, Any]:
    """What was refused, by subject; the cursor counts the rows already given."""
    rows = archive.refusals(min(by.cursor, _WHOLE) + by.limit + 1)[min(by.cursor, _WHOLE) :]
    items = [
        {"part": r.part, "reason": r.reason, "detail": r.detail, "subject": r.subject} for r in rows[: by.limit]
    ]
    return {"items": items, "cursor": str(by.cursor + by.limit) if len(rows) > by.limit else ""}


def article(archive: Archive, ident: str) -> dict[str, Any]:
    """One article, whole. Raises `NotFound`."""
    return shapes.article(archive.held(ident))


def now_of(archive: Archive, ident: str) -> str:
    """The id of the story that an id stands for today: itself, or the one that its articles went to."""
    if kind_of(ident) != "sto" or archive.members(ident):
        return ident
    return archive.story_at(ident) or ident


def fact(archive: Archive, ident: str, kind: str) -> dict[str, Any]:
    """One fact of a kind; of a story also under an id that it had before. Raises `NotFound` when there is none or
    it is of another kind."""
    found, body = archive.fact(now_of(archive, ident))
    if found != kind:
        raise NotFound(f"{ident} is a {found}, not a {kind}. Try: coranto explain {ident}")
    return _data(body)


def _all(archive: Archive, kind: str, *keys: str, limit: int = _WHOLE) -> list[dict[str, Any]]:
    return [_data(body) for _, body in archive.find(kind, Filter(keys=keys, limit=limit)).items]


def story(archive: Archive, ident: str) -> dict[str, Any]:
    """A story whole: its brief, articles (lines with their labels), events, statements and figures."""
    data = fact(archive, ident, "story")
    _label(archive, data)
    key = f"story:{data['id']}"
    data["events"] = sorted(_all(archive, "event", key), key=_by_date)
    data["statements"] = _all(archive, "statement", key)
    data["figures"] = _all(archive, "figure", key)
    return data


def story_page(archive: Archive, ident: str) -> dict[str, Any]:
    """A story as its page shows it: the events and statements that lead it, at most 60 each."""
    data = fact(archive, ident, "story")
    _label(archive, data)
    data["events"] = sorted((_data(archive.fact(one)[1]) for one in data["leads"]), key=_by_date)
    data["statements"] = [_data(archive.fact(one)[1]) for one in data["voices"]]
    data["figures"] = _all(archive, "figure", f"story:{data['id']}", limit=200)
    return data


def _label(archive: Archive, story: dict[str, Any]) -> None:
    """Put article lines with labels in the place of a story's article ids."""
    story["articles"] = archive.lines(story["id"])
    given = badges(archive, story["id"])
    for line in story["articles"]:
        line["labels"] = given.get(line["id"], [])


def storyline(archive: Archive, ident: str) -> dict[str, Any]:
    """A storyline whole: its stories with their first lines, and its timeline."""
    data = fact(archive, ident, "storyline")
    data["stories"] = [_data(archive.fact(one)[1]) for one in data["stories"]]
    data["timeline"] = timeline(archive, ident)["days"]
    return data


def _by_date(event: dict[str, Any]) -> tuple[bool, str, int, str, str]:
    """Days in order, a longer span before the days it begins with, undated events last."""
    return not event["date"], event["date"], -bool(event["enddate"]), event["enddate"], event["id"]


def timeline(archive: Archive, ident: str, top: int = 0) -> dict[str, Any]:
    """Events of a story or storyline in order: `{"id", "title", "days"}`, `days` as `by_day` gives them; with `top`
    only so many days, those of which most independent origins tell.

    Events of one day, or of one longer span where no day is known, stand together; undated ones last.
    """
    kind = {"sto": "story", "lin": "storyline"}.get(kind_of(ident), "")
    if not kind:
        raise UsageError(f"timeline takes the id of a story (sto-…) or storyline (lin-…), not {ident!r}")
    head = fact(archive, ident, kind)
    days = by_day(_all(archive, "event", f"{kind}:{head['id']}"))
    return {
        "id": head["id"],
        "title": head["title"],
        "days": [day for day in days if not top or 0 < day["rank"] <= top],
    }


def by_day(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events by day or span, in order: `{"date", "enddate", "events", "origins", "rank"}`, the most told of a day
    first. `origins` is the largest number of independent origins that any of them has; `rank` is 1 for the day with
    most, 0 for what has no date."""
    days: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for event in sorted(events, key=_by_date):
        days.setdefault(known(event), []).append(event)
    found: list[dict[str, Any]] = [
        {
            "date": first,
            "enddate": last,
            "events": sorted(told, key=_told),
            "origins": max(event["counts"]["origins"] for event in told),
            "rank": 0,
        }
        for (first, last), told in days.items()
    ]
    for at, day in enumerate(sorted((day for day in found if day["date"]), key=_weightiest)):
        day["rank"] = at + 1
    return found


def _weightiest(day: dict[str, Any]) -> tuple[int, int, str, str]:
    """Days with the event that most independent origins tell, then with most outlets that tell of events; the
    earlier first among equals."""
    outlets = sum(event["counts"]["outlets"] for event in day["events"])
    return -day["origins"], -outlets, day["date"], day["enddate"]


def _told(event: dict[str, Any]) -> tuple[int, int, str]:
    return -event["counts"]["origins"], -event["counts"]["articles"], event["id"]
