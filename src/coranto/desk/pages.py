"""The pages: each with a lasting address, made of the same views that the API gives."""

import re
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from coranto.desk import charts, relations, versions, views
from coranto.desk.badges import badges
from coranto.desk.front import front as front_view
from coranto.desk.marks import Mark, marks_of, paragraphs, piece
from coranto.desk.shapes import best_date, completeness
from coranto.desk.site import Site
from coranto.desk.story import story_values
from coranto.errors import NotFound, UsageError
from coranto.store import Filter
from coranto.types import MARGIN, TITLE
from coranto.types.codec import to_data

router = APIRouter(include_in_schema=False)
_FEW = 40
_MARK = re.compile(r"(-?\d{1,9}),(\d{1,9}),(\d{1,9})", re.ASCII)
_LONGEST_QUERY = 2000


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


@router.get("/")
def front(request: Request) -> HTMLResponse:
    """Top stories, latest stories, outlets."""
    with _site(request).open() as archive:
        return _site(request).page("front.html", **front_view(archive))


@router.get("/{name}/{ident}.json")
def as_json(request: Request, name: str, ident: str) -> Response:
    """The page of an article, story or storyline as JSON."""
    shown = {"article": views.article, "story": views.story, "storyline": views.storyline}
    if name not in shown:
        raise NotFound(f"There is no page /{name}/{ident}.json.")
    with _site(request).open() as archive:
        now = views.now_of(archive, ident) if name == "story" else ident
        if now != ident:
            return RedirectResponse(f"/story/{now}.json", 301)
        return JSONResponse(shown[name](archive, ident))


@router.get("/story/{ident}")
def story(request: Request, ident: str) -> Response:
    """A story, from its strip to its articles; an id that it had before leads to the one it has."""
    with _site(request).open() as archive:
        now = views.now_of(archive, ident)
        if now != ident:
            return RedirectResponse(f"/story/{now}", 301)
        return _site(request).page("story.html", **story_values(archive, ident))


@router.get("/storyline/{ident}")
def storyline(request: Request, ident: str) -> HTMLResponse:
    """A storyline with its timeline."""
    with _site(request).open() as archive:
        data = views.storyline(archive, ident)
    return _site(request).page("storyline.html", line=data, chart=charts.timeline(data["timeline"]))


@router.get("/article/{ident}")
def article(request: Request, ident: str, mark: str = "") -> HTMLResponse:
    """An article with its marks; `mark=sentence,start,end` shows the words a fact stands on."""
    with _site(request).open() as archive:
        held = archive.held(ident)
        reading = archive.reading_of(ident)
        traced = to_data(held.lineage) if held.lineage else {"edges": [], "origins": []}
        names = relations.parents(archive, traced["edges"])
        home = views.fact(archive, held.story, "story") if held.story else None
        line = views.fact(archive, held.storyline, "storyline") if held.storyline else None
        every = [archive.line(one) for one in versions.chain(archive, ident)]
        labels = badges(archive, held.story).get(ident, []) if held.story else []
    sentence, cited = _cited(mark)
    inside = [cited] if cited and sentence >= 0 else []
    spot = (cited.start, cited.end) if cited else None
    return _site(request).page(
        "article.html",
        article=held.article,
        story=home,
        line=line,
        credits=to_data(held.article.credits),
        published=best_date(held),
        completeness=completeness(held),
        paragraphs=paragraphs(held.article, [*marks_of(reading), *inside]),
        title=piece(held.article.title or "Without a title", spot if sentence == TITLE else None),
        margin=piece(held.article.margin, spot if sentence == MARGIN else None),
        flags=list(dict.fromkeys((*held.article.flags, *reading.flags))),
        lineage=traced,
        versions=every,
        labels=labels,
        names=names,
        cited=cited is not None,
        words=held.article.text[cited.start : cited.end] if inside and cited else "",
    )


def _cited(mark: str) -> tuple[int, Mark | None]:
    """The sentence and the words that a link marks; nothing for anything else."""
    found = _MARK.fullmatch(mark)
    if found is None:
        return 0, None
    sentence, start, end = map(int, found.groups())
    return (sentence, Mark(start=start, end=end, kind="cited")) if start < end else (0, None)


@router.get("/versions/{ident}")
def article_versions(request: Request, ident: str, old: str = "", new: str = "") -> HTMLResponse:
    """The versions of an article, two of them compared word by word."""
    with _site(request).open() as archive:
        return _site(request).page("versions.html", found=versions.compared(archive, ident, old, new))


@router.get("/dossier")
def ask_dossier(one: str = "", other: str = "") -> Response:
    """The form of the front page leads here."""
    if not (one.strip() and other.strip()):
        raise UsageError("A dossier needs two actors: countries by name or code, such as CHN, or full names.")
    return RedirectResponse(f"/dossier/{views.segment(one.strip())}/{views.segment(other.strip())}", 303)


@router.get("/dossier/{one}/{other:path}")
def dossier(request: Request, one: str, other: str) -> HTMLResponse:
    """A pair of actors."""
    with _site(request).open() as archive:
        data = relations.dossier(archive, one, other)
    return _site(request).page("dossier.html", dossier=data, chart=charts.tension(data["tension"]))


@router.get("/actor/{name:path}")
def actor(request: Request, name: str) -> HTMLResponse:
    """What the record holds of one actor."""
    by = Filter(keys=(views.actor_key(name),), limit=_FEW)
    said = Filter(keys=(views.actor_key(name, "speaker"),), limit=_FEW)
    with _site(request).open() as archive:
        events = views.listing(archive, "events", by)
        statements = views.listing(archive, "statements", said)
        return _site(request).page(
            "actor.html",
            name=name,
            people=views.listing(archive, "people", by)["items"],
            offices=views.listing(archive, "offices", by)["items"],
            days=views.by_day(events["items"]),
            statements=statements["items"],
            more={"events": bool(events["cursor"]), "statements": bool(statements["cursor"])},
        )


@router.get("/search")
def search(request: Request, q: str = "", cursor: str = "") -> HTMLResponse:
    """Search the articles, newest first."""
    if len(q) > _LONGEST_QUERY:
        raise UsageError(f"A search takes at most {_LONGEST_QUERY} characters.")
    with _site(request).open() as archive:
        found = views.search(archive, q, 20, views.number(cursor)) if q.strip() else None
    return _site(request).page("search.html", q=q, found=found)


@router.get("/who-said")
def who_said(request: Request, words: str = "") -> HTMLResponse:
    """Who said these words."""
    if len(words) > _LONGEST_QUERY:
        raise UsageError(f"This takes at most {_LONGEST_QUERY} characters.")
    with _site(request).open() as archive:
        found = relations.who_said(archive, words) if words.strip() else None
    return _site(request).page("said.html", words=words, found=found)


@router.get("/explain/{ident}")
def explain(request: Request, ident: str) -> HTMLResponse:
    """Why a fact is as it is."""
    with _site(request).open() as archive:
        why = relations.explain(archive, ident)
        outlets = {cite["article"]: cite["outlet"] or cite["title"] for cite in why["cites"]}
    return _site(request).page("explain.html", why=why, outlets=outlets)


@router.get("/{name}")
def listing(
    request: Request, name: str, cursor: str = "", actor: str = "", outlet: str = "", story: str = ""
) -> Response:
    """A list: stories, storylines, articles, events, statements, people, occasions, figures, refusals."""
    if name not in (*views.LISTS, "refusals"):
        raise NotFound(f"There is no page /{name}.")
    filters = {k: v for k, v in (("actor", actor), ("outlet", outlet), ("story", story)) if v}
    by = Filter(keys=views.keys(actor=actor, outlet=outlet, story=story), limit=_FEW, cursor=views.number(cursor))
    with _site(request).open() as archive:
        data = views.listing(archive, name, by)
        home = views.fact(archive, story, "story")["title"] if story else ""
    query = "".join(f"{key}={views.segment(value)}&" for key, value in filters.items())
    shown: dict[str, Any] = {"filters": filters, "query": query, "cursor": cursor, "home": home}
    return _site(request).page("list.html", name=name, data=data, **shown)
