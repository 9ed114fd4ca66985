"""Commands that show one thing of the archive."""

from typing import Annotated

import typer

from coranto.cli.options import ArchiveOption, Ident, JsonOption, app, opened, show


@app.command()
def article(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one article, whole."""
    from coranto.desk import console, views

    with opened(archive) as store:
        show(views.article(store, ident), as_json, console.show_article)


@app.command()
def story(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one story: brief, events, who said what, figures, articles."""
    from coranto.desk import console, views

    with opened(archive) as store:
        show(views.story(store, ident), as_json, console.show_story)


@app.command()
def versions(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show the versions of an article, and what changed from each to the next."""
    from coranto.desk import console
    from coranto.desk.versions import versions as found

    with opened(archive) as store:
        show(found(store, ident), as_json, console.show_versions)


@app.command()
def suggest(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Suggest the storylines that a story may belong to besides its own, with scores and reasons."""
    from coranto.desk import console
    from coranto.desk.suggestions import suggestions

    with opened(archive) as store:
        show(suggestions(store, ident), as_json, console.show_suggestions)


@app.command()
def storyline(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one storyline: its stories and its timeline."""
    from coranto.desk import console, views

    with opened(archive) as store:
        show(views.storyline(store, ident), as_json, console.show_storyline)


@app.command()
def timeline(
    ident: Ident,
    archive: ArchiveOption = "",
    top: Annotated[int, typer.Option(help="Only so many days, those most told; 0 is all.", min=0)] = 0,
    as_json: JsonOption = False,
) -> None:
    """Show the events of a story or storyline in order."""
    from coranto.desk import console, views

    with opened(archive) as store:
        show(views.timeline(store, ident, top), as_json, console.show_timeline)


@app.command()
def dossier(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="A code such as NOR, or a full name.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other one.")],
    archive: ArchiveOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a pair of actors: meetings, agreements, statements, tension by month."""
    from coranto.desk import console, relations

    with opened(archive) as store:
        show(relations.dossier(store, one, other), as_json, console.show_dossier)


@app.command("who-said")
def who_said(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, in quotation marks.")],
    archive: ArchiveOption = "",
    as_json: JsonOption = False,
) -> None:
    """Find who said these words: authentic, partial or not found. Not found exits with 1."""
    from coranto.desk import console, relations

    with opened(archive) as store:
        data = relations.who_said(store, words)
    show(data, as_json, console.show_said)
    if data["verdict"] == "not found":
        raise typer.Exit(1)


@app.command()
def lineage(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show who had it from whom, for an article or a story, with the evidence."""
    from coranto.desk import console, relations

    with opened(archive) as store:
        show(relations.lineage(store, ident), as_json, console.show_lineage)


@app.command()
def compare(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Compare the outlets of a story, fact by fact."""
    from coranto.desk import console, relations

    with opened(archive) as store:
        show(relations.compare(store, ident), as_json, console.show_compare)


@app.command()
def search(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='Words, "phrases", OR, -not, outlet: actor: on: is:')
    ],
    archive: ArchiveOption = "",
    limit: Annotated[int, typer.Option(help="At most so many.", min=1, max=1000)] = 20,
    cursor: Annotated[str, typer.Option(help="Continue an earlier list.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Search the articles, newest first."""
    from coranto.desk import console, views

    with opened(archive) as store:
        show(views.search(store, query, limit, views.number(cursor)), as_json, console.show_search)


@app.command()
def explain(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show why: every rule, cite and candidate behind an article, story or fact."""
    from coranto.desk import console, relations

    with opened(archive) as store:
        show(relations.explain(store, ident), as_json, console.show_explain)
