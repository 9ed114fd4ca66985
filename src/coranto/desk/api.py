"""The HTTP API: the views of `coranto.desk.views` and `relations` as JSON, read only."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from coranto.desk import corrections, relations, suggestions, versions, views
from coranto.store import Filter

router = APIRouter(prefix="/api", tags=["record"])

Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many.")]
Top = Annotated[int, Query(ge=0, le=100_000, description="Only so many days, those most told; 0 is all.")]
Words = Annotated[str, Query(max_length=2000)]


@router.get("/article/{ident}")
def article(request: Request, ident: str) -> dict[str, Any]:
    """One article, whole."""
    with request.app.state.site.open() as archive:
        return views.article(archive, ident)


@router.get("/story/{ident}")
def story(request: Request, ident: str) -> dict[str, Any]:
    """One story: brief, articles, events, statements, figures."""
    with request.app.state.site.open() as archive:
        return views.story(archive, ident)


@router.get("/storyline/{ident}")
def storyline(request: Request, ident: str) -> dict[str, Any]:
    """One storyline: its stories and its timeline."""
    with request.app.state.site.open() as archive:
        return views.storyline(archive, ident)


@router.get("/timeline/{ident}")
def timeline(request: Request, ident: str, top: Top = 0) -> dict[str, Any]:
    """The events of a story or storyline in order; with `top` only the days most told."""
    with request.app.state.site.open() as archive:
        return views.timeline(archive, ident, top)


@router.get("/dossier/{one}/{other}")
def dossier(request: Request, one: str, other: str) -> dict[str, Any]:
    """A pair of actors: meetings, agreements, statements, tension by month."""
    with request.app.state.site.open() as archive:
        return relations.dossier(archive, one, other)


@router.get("/who-said")
def who_said(request: Request, words: Words) -> dict[str, Any]:
    """Who said these words: authentic, partial or not found."""
    with request.app.state.site.open() as archive:
        return relations.who_said(archive, words)


@router.get("/lineage/{ident}")
def lineage(request: Request, ident: str) -> dict[str, Any]:
    """Who had it from whom, for an article or a story."""
    with request.app.state.site.open() as archive:
        return relations.lineage(archive, ident)


@router.get("/suggest/{ident}")
def suggest(request: Request, ident: str) -> dict[str, Any]:
    """The storylines that a story may belong to besides its own, the likeliest first."""
    with request.app.state.site.open() as archive:
        return suggestions.suggestions(archive, ident)


@router.get("/history")
def history(request: Request, story: str = "", limit: Limit = 50) -> dict[str, Any]:
    """What a person corrected and what the repair pass joined and parted, newest first; of one story or of all."""
    with request.app.state.site.open() as archive:
        return corrections.history(archive, story, limit)


@router.get("/versions/{ident}")
def article_versions(request: Request, ident: str) -> dict[str, Any]:
    """The versions of an article and what changed from each to the next."""
    with request.app.state.site.open() as archive:
        return versions.versions(archive, ident)


@router.get("/compare/{ident}")
def compare(request: Request, ident: str) -> dict[str, Any]:
    """The outlets of a story, fact by fact."""
    with request.app.state.site.open() as archive:
        return relations.compare(archive, ident)


@router.get("/search")
def search(request: Request, q: Words, limit: Limit = 20, cursor: str = "") -> dict[str, Any]:
    """Articles that a query finds, newest first."""
    with request.app.state.site.open() as archive:
        return views.search(archive, q, limit, views.number(cursor))


@router.get("/explain/{ident}")
def explain(request: Request, ident: str) -> dict[str, Any]:
    """Every rule, cite and candidate behind an article, story or fact."""
    with request.app.state.site.open() as archive:
        return relations.explain(archive, ident)


@router.get("/{name}")
def listing(
    request: Request,
    name: str,
    actor: str = "",
    outlet: str = "",
    story: str = "",
    after: str = "",
    before: str = "",
    limit: Limit = 50,
    cursor: str = "",
) -> dict[str, Any]:
    """A list (articles, stories, storylines, events, statements, people, offices, occasions, figures, refusals)."""
    by = Filter(
        keys=views.keys(actor=actor, outlet=outlet, story=story),
        after=views.day(after, "after"),
        before=views.day(before, "before"),
        limit=limit,
        cursor=views.number(cursor),
    )
    with request.app.state.site.open() as archive:
        return views.listing(archive, name, by)
