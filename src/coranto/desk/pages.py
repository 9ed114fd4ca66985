"""The pages: each with a lasting address, made of the same views that the API gives."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from coranto.desk import charts, relations, views
from coranto.desk.front import front as front_view
from coranto.desk.marks import Mark, marks_of, paragraphs
from coranto.desk.shapes import best_date
from coranto.desk.site import Site
from coranto.store import Filter
from coranto.types import TITLE
from coranto.types.codec import to_data
from coranto.types.ids import kind_of

router = APIRouter(include_in_schema=False)
_FEW = 40


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
    if name not in shown or not kind_of(ident):
        return RedirectResponse("/", 303)
    with _site(request).open() as archive:
        return JSONResponse(shown[name](archive, ident))


@router.get("/story/{ident}")
def story(request: Request, ident: str) -> HTMLResponse:
    """A story, from its strip to its articles."""
    with _site(request).open() as archive:
        data = views.story_page(archive, ident)
        line = views.fact(archive, data["storyline"], "storyline") if data["storyline"] else None
        traced = relations.lineage(archive, ident)
    families: dict[str, list[dict[str, Any]]] = {}
    for article in data["articles"]:
        families.setdefault(article["family"], []).append(article)
    rows = sorted(traced["articles"], key=_copied)
    return _site(request).page(
        "story.html",
        story=data,
        line=line,
        days=_days(data["events"]),
        statements=data["statements"][:_FEW],
        hidden_events=data["event_count"] - len(data["events"]),
        hidden_statements=data["statement_count"] - len(data["statements"][:_FEW]),
        figures=sorted(data["figures"], key=_given)[:_FEW],
        compare=relations.compared(data),
        lineage=rows[:60],
        hidden_lineage=max(0, len(rows) - 60),
        names=traced["names"],
        origins=_origins(traced),
        families=sorted(families.values(), key=_largest),
    )


def _copied(row: dict[str, Any]) -> tuple[int, str]:
    return -len(row["edges"]), row["article"]


def _given(figure: dict[str, Any]) -> tuple[bool, int, str]:
    return not figure["differs"], -len(figure["cites"]), figure["id"]


def _largest(family: list[dict[str, Any]]) -> tuple[int, str]:
    return -len(family), family[0]["id"]


def _origins(traced: dict[str, Any]) -> list[str]:
    """The origins of a story by name, the agencies and ministries first, at most twelve."""
    named = [one for one in traced["origins"] if one not in traced["names"]]
    own = [traced["names"][one] for one in traced["origins"] if one in traced["names"]]
    found = list(dict.fromkeys((*named, *own)))
    return found[:12] + ([f"{len(found) - 12} more"] if len(found) > 12 else [])


def _days(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events by day, the much told ones first; those told once on a busy page stand behind a fold."""
    days: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        days.setdefault(event["date"], []).append(event)
    return [
        {
            "date": when,
            "events": sorted(found, key=_weight),
            "origins": max(event["counts"]["origins"] for event in found),
        }
        for when, found in days.items()
    ]


def _weight(event: dict[str, Any]) -> tuple[int, int, str]:
    return -event["counts"]["origins"], -event["counts"]["articles"], event["id"]


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
    sentence, cited = _cited(mark)
    inside = [cited] if cited and sentence != TITLE else []
    return _site(request).page(
        "article.html",
        article=held.article,
        held=held,
        published=best_date(held),
        paragraphs=paragraphs(held.article, [*marks_of(reading), *inside]),
        title_mark=(cited.start, cited.end) if cited and sentence == TITLE else None,
        flags=[*held.article.flags, *reading.flags],
        lineage=traced,
        names=names,
        cited=bool(inside),
    )


def _cited(mark: str) -> tuple[int, Mark | None]:
    numbers = [int(piece) for piece in mark.split(",") if piece.lstrip("-").isdigit()]
    if len(numbers) != 3 or numbers[1] >= numbers[2]:
        return 0, None
    return numbers[0], Mark(start=numbers[1], end=numbers[2], kind="cited")


@router.get("/dossier")
def ask_dossier(one: str = "", other: str = "") -> Response:
    """The form of the front page leads here."""
    if one and other:
        return RedirectResponse(f"/dossier/{views.segment(one)}/{views.segment(other)}", 303)
    return RedirectResponse("/", 303)


@router.get("/dossier/{one}/{other}")
def dossier(request: Request, one: str, other: str) -> HTMLResponse:
    """A pair of actors."""
    with _site(request).open() as archive:
        data = relations.dossier(archive, one, other)
    return _site(request).page("dossier.html", dossier=data, chart=charts.tension(data["tension"]))


@router.get("/actor/{name}")
def actor(request: Request, name: str) -> HTMLResponse:
    """All that the record holds of one actor."""
    by = Filter(keys=(views.actor_key(name),), limit=_FEW)
    said = Filter(keys=(views.actor_key(name, "speaker"),), limit=_FEW)
    with _site(request).open() as archive:
        return _site(request).page(
            "actor.html",
            name=name,
            people=views.listing(archive, "people", by)["items"],
            offices=views.listing(archive, "offices", by)["items"],
            events=views.listing(archive, "events", by)["items"],
            statements=views.listing(archive, "statements", said)["items"],
        )


@router.get("/search")
def search(request: Request, q: str = "", cursor: str = "") -> HTMLResponse:
    """Search the articles, newest first."""
    with _site(request).open() as archive:
        found = views.search(archive, q, 20, views.number(cursor)) if q.strip() else None
    return _site(request).page("search.html", q=q, found=found)


@router.get("/explain/{ident}")
def explain(request: Request, ident: str) -> HTMLResponse:
    """Why a fact is as it is."""
    with _site(request).open() as archive:
        return _site(request).page("explain.html", why=relations.explain(archive, ident))


@router.get("/{name}")
def listing(
    request: Request, name: str, cursor: str = "", actor: str = "", outlet: str = "", story: str = ""
) -> Response:
    """A list: stories, storylines, articles, events, statements, people, occasions, figures, refusals."""
    if name not in (*views.LISTS, "refusals"):
        return _site(request).page("error.html", 404, title="Not here", message=f"There is no page /{name}.")
    filters = {k: v for k, v in (("actor", actor), ("outlet", outlet), ("story", story)) if v}
    by = Filter(keys=views.keys(actor=actor, outlet=outlet, story=story), limit=_FEW, cursor=views.number(cursor))
    with _site(request).open() as archive:
        data = views.listing(archive, name, by)
    query = "".join(f"{key}={views.segment(value)}&" for key, value in filters.items())
    return _site(request).page("list.html", name=name, data=data, filters=filters, query=query)
