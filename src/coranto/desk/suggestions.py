"""Perhaps in the same line: the storylines that a story may belong to besides its own.

`of(archive, story)` gives them for a page, `suggestions(archive, story)` whole for `coranto suggest` and
`/api/suggest/ID`. Each is a dictionary:

    {"storyline": "lin-…" or "", "story": "sto-…" (the nearest of it), "title": "…", "score": 0..1,
     "reasons": ["…"], "stories": ["sto-…"], "accepted": "why it needs no asking" or ""}

Cost does not grow with the archive: some stories for each of the main actors and rare words, the newest ones,
and some more of each storyline found, all of the 90 days before the story.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from coranto import story as room
from coranto.desk import views
from coranto.errors import NotFound
from coranto.store import Archive, Filter
from coranto.types import Story
from coranto.types.codec import from_json

_DAYS = 90
_ACTORS = 6
_OF_ACTOR = 40
_NEWEST = 60
_OF_WORDS = 60
_LINES = 60
_OF_LINE = 8
_READ = 3
_SHOWN = 5
_LEAST = 0.1


def of(archive: Archive, ident: str) -> list[dict[str, Any]]:
    """At most five suggestions for the page of a story, none that is unlikely. Raises `NotFound`."""
    return [one for one in suggestions(archive, ident, _SHOWN)["items"] if one["score"] >= _LEAST]


def suggestions(archive: Archive, ident: str, most: int = 20) -> dict[str, Any]:
    """`{"id", "title", "storyline", "items"}`: the storylines that a story may belong to, the likeliest first; its
    own is left out. Raises `NotFound`."""
    head = views.fact(archive, ident, "story")
    own = head["storyline"]
    slots = [archive.slots_of(one) for one in head["articles"][:_OF_LINE]]
    found = room.suggest(slots, _earlier(archive, head), most + bool(own))
    items = [_item(archive, one) for one in found if one.line != own]
    return {"id": head["id"], "title": head["title"], "storyline": own, "items": items[:most]}


def _item(archive: Archive, one: room.Suggestion) -> dict[str, Any]:
    kind, body = archive.fact(one.line)
    return {
        "storyline": one.line if kind == "storyline" else "",
        "story": one.stories[0] if one.stories else one.line,
        "title": from_json(body, dict[str, Any])["title"],
        "score": one.score,
        "reasons": list(one.reasons),
        "stories": list(one.stories),
        "accepted": one.accepted,
    }


def _earlier(archive: Archive, head: dict[str, Any]) -> list[room.Earlier]:
    """The stories that a suggestion may come from, each with the slots of its first articles."""
    found = {one.id: one for one in _candidates(archive, head)}
    window = _window(head)
    for line in list(dict.fromkeys(one.storyline for one in found.values() if one.storyline))[:_LINES]:
        found.update({one.id: one for one in _stories(archive, f"storyline:{line}", window, _OF_LINE)})
    found.pop(head["id"], None)
    return [
        room.Earlier(
            line=one.storyline or one.id,
            story=one.id,
            slots=tuple(archive.slots_of(article) for article in one.articles[:_READ]),
        )
        for one in found.values()
    ]


def _window(head: dict[str, Any]) -> tuple[date | None, date | None]:
    """The 90 days up to the story's first; no bounds where it has no day."""
    try:
        first = date.fromisoformat(head["first"][:10])
    except ValueError:
        return None, None
    return first - timedelta(days=_DAYS), first


def _candidates(archive: Archive, head: dict[str, Any]) -> Iterator[Story]:
    window = _window(head)
    for actor in head["actors"][:_ACTORS]:
        yield from _stories(archive, f"actor:{actor if len(actor) == 3 else actor.casefold()}", window, _OF_ACTOR)
    yield from _stories(archive, "", window, _NEWEST)
    keys = {key for article in head["articles"][:_READ] for key in archive.slot_keys(article)}
    for article in archive.sharing(sorted(keys), _OF_WORDS):
        one = _story_of(archive, article)
        if one is not None and one.id != head["id"] and _before(one, window):
            yield one


def _stories(archive: Archive, key: str, window: tuple[date | None, date | None], limit: int) -> Iterator[Story]:
    by = Filter(keys=(key,) if key else (), after=window[0], before=window[1], limit=limit)
    for _, body in archive.find("story", by).items:
        yield from_json(body, Story)


def _story_of(archive: Archive, article: str) -> Story | None:
    try:
        kind, body = archive.fact(archive.group_of(article).story)
    except NotFound:
        return None  # read, but not yet told in any story
    return from_json(body, Story) if kind == "story" else None


def _before(one: Story, window: tuple[date | None, date | None]) -> bool:
    """Whether a story begins in the window; one without a day may."""
    if window[0] is None or window[1] is None or len(one.first) < len("2023-10-30"):
        return True
    return window[0].isoformat() <= one.first[:10] <= window[1].isoformat()
