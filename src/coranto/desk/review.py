"""A person's corrections in the browser: what was corrected and joined, with undo, and the forms that correct.

Forms are plain HTML and work without script. The guard lets a write through only from a page of this very desk.
"""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from coranto.desk import suggestions, views
from coranto.desk.corrections import history
from coranto.desk.site import Site
from coranto.errors import NotFound, UsageError
from coranto.flow.correct import Corrected, Pen
from coranto.store import Archive

router = APIRouter(include_in_schema=False)
Form = dict[str, list[str]]
_FORM = "application/x-www-form-urlencoded"
_ID = re.compile(r"\b(?:sto|lin)-[0-9a-f]{16}\b")
_FIELDS = 20_000
_SHOWN = 60
_NEAR = 12
_TOLD = 3


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


@router.get("/review")
def review(request: Request, done: str = "") -> HTMLResponse:
    """All corrections and the machine's joins, newest first; `done` names the correction just made."""
    with _site(request).open() as archive:
        found = history(archive, limit=_SHOWN)
        values: dict[str, Any] = {
            "history": _shown(archive, found),
            "stories": _named(archive, found),
            "done": done,
        }
    return _site(request).page("review.html", story=None, **values)


@router.get("/review/story/{ident}")
def review_story(request: Request, ident: str) -> Response:
    """The forms that correct one story, and what was corrected of it before."""
    with _site(request).open() as archive:
        now = views.now_of(archive, ident)
        if now != ident:
            return RedirectResponse(f"/review/story/{now}", 301)
        story = views.fact(archive, ident, "story")
        story["articles"] = archive.lines(ident)
        found = history(archive, ident, limit=_SHOWN)
        values: dict[str, Any] = {"history": _shown(archive, found), "stories": _named(archive, found), "done": ""}
        values |= {"near": _near(archive, story), "perhaps": suggestions.of(archive, ident)}
        values["line"] = views.fact(archive, story["storyline"], "storyline") if story["storyline"] else None
        return _site(request).page("review.html", story=story, **values)


@router.post("/review/{act}")
async def correct(request: Request, act: str) -> Response:
    """Make a correction or take one back, then show it. Raises `UsageError` and `NotFound` as the doors do."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise UsageError("Corrections come from the forms of /review.")
    try:
        form = parse_qs((await request.body()).decode("ascii"), max_num_fields=_FIELDS)
    except ValueError as error:
        raise UsageError("This form can't be read. Open the page anew and try again.") from error
    done = await run_in_threadpool(apply, _site(request), act, form)
    return RedirectResponse(f"/review?done={done.correction.id}#{done.correction.id}", 303)


def apply(site: Site, act: str, form: Form) -> Corrected:
    """Carry out one correction. Raises `NotFound` for an unknown kind."""
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    articles = form.get("article", [])
    with site.open() as archive:
        pen = Pen(archive=archive, settings=site.settings)
        if act == "merge":
            return pen.merge([*_ids(form, "story"), *_ids(form, "other")], made)
        if act == "split":
            return pen.split(articles, made)
        if act == "part":
            return pen.split(_stream(archive, _ids(form, "stream")[0]), made)
        if act == "move":
            return pen.move(articles, _ids(form, "other")[0], made)
        if act == "pin":
            return pen.pin(_ids(form, "story")[0], made)
        if act == "link":
            return pen.link(_ids(form, "story")[0], _ids(form, "line")[0], made)
        if act == "unlink":
            return pen.unlink(_ids(form, "story")[0], made)
        if act == "undo":
            return pen.undo((form.get("correction") or [""])[0], made)
    raise NotFound(f"There is no correction {act[:40]!r}.")


def _ids(form: Form, field: str) -> list[str]:
    """The ids of stories or storylines in a field, alone or in an address. Raises `UsageError` for none."""
    found = _ID.findall(" ".join(form.get(field, ())))
    if not found:
        raise UsageError("Name a story or storyline by its id or address, such as sto-1a2b3c4d5e6f7a8b.")
    return found


def _stream(archive: Archive, stream: str) -> list[str]:
    return [ident for _, ident in archive.stream_members(stream)]


def _shown(archive: Archive, found: dict[str, Any]) -> dict[str, Any]:
    """A history with, for each join, its first articles, and whether they can be parted from their story again."""
    for one in found["joins"]:
        now = views.now_of(archive, one["goes"])
        apart = set(_stream(archive, one["goes"]))
        one["now"] = now
        one["many"] = len(apart)
        one["articles"] = [archive.line(ident) for ident in _stream(archive, one["goes"])[:_TOLD]]
        one["joined"] = bool(one["keeps"] and apart and apart < set(archive.members(now)))
    return found


def _named(archive: Archive, found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Id and title today of every story that a history speaks of."""
    told = [ident for one in found["corrections"] for ident in one["stories"]]
    told += [ident for one in found["joins"] for ident in (one["goes"], one["keeps"]) if ident]
    titles: dict[str, dict[str, Any]] = {}
    for ident in dict.fromkeys(told):
        now = views.now_of(archive, ident)
        held = bool(archive.members(now))
        titles[ident] = {
            "id": now,
            "title": views.fact(archive, now, "story")["title"] if held else "",
            "held": held,
        }
    return titles


def _near(archive: Archive, story: dict[str, Any]) -> list[dict[str, Any]]:
    """Stories that this one may be moved to or merged with: those beside it in its storyline."""
    if not story["storyline"]:
        return []
    line = views.fact(archive, story["storyline"], "storyline")["stories"]
    at = line.index(story["id"]) if story["id"] in line else 0
    beside = line[max(0, at - _NEAR // 2) : at + _NEAR // 2 + 1]
    return [views.fact(archive, one, "story") for one in beside if one != story["id"]]
