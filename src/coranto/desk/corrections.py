"""A person's corrections and the machine's joins, as plain data."""

from typing import Any

from coranto.errors import NotFound
from coranto.flow.correct import Corrected
from coranto.store import Archive
from coranto.types import Correction, Join
from coranto.types.codec import from_json, to_data


def corrected(archive: Archive, done: Corrected) -> dict[str, Any]:
    """A correction and the stories its articles are in now: `{correction, stories[{id, title, articles}]}`."""
    return {
        "correction": to_data(done.correction),
        "stories": [_story(archive, ident) for ident in done.stories],
    }


def _story(archive: Archive, ident: str) -> dict[str, Any]:
    data = from_json(archive.fact(ident)[1], dict[str, Any])
    return {"id": ident, "title": data["title"], "articles": data["articles"]}


def history(archive: Archive, story: str = "", limit: int = 50) -> dict[str, Any]:
    """What a person corrected, newest first, and what the repair pass joined and parted, newest first.

    `{story, corrections[], joins[{moment, article, goes, keeps, score, reasons}]}`; with a story only what
    concerns its articles. Raises `NotFound` for an unknown story.
    """
    known = list(reversed(archive.corrections()))
    if not story:
        joins = archive.joins(limit)
    else:
        now = story if archive.members(story) else archive.story_at(story)
        if not now:
            raise NotFound(f"No story {story} in this archive.")
        members = set(archive.members(now))
        known = [one for one in known if members & _articles(archive, one)]
        streams = {now, *archive.streams_of(now)}
        found = [(moment, join) for stream in sorted(streams) for moment, join in archive.log_of(stream)]
        joins = sorted(found, key=_newest, reverse=True)[:limit]
        story = now
    return {
        "story": story,
        "corrections": [to_data(one) for one in known],
        "joins": [{"moment": moment, **to_data(join)} for moment, join in joins],
    }


def _articles(archive: Archive, correction: Correction) -> set[str]:
    """The articles a correction is about, by the ids they have now."""
    return {archive.now_of(article, page) for article, page in correction.pages}


def _newest(found: tuple[str, Join]) -> tuple[str, str, str]:
    return found[0], found[1].article, found[1].goes
