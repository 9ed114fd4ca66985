"""A person's corrections of the stories."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from coranto.cli.options import ArchiveOption, JsonOption, SettingsOption, app, console_of, opened, show

Stories = Annotated[list[str], typer.Argument(metavar="STORY...", help="Ids of stories, such as sto-1a2b….")]
Articles = Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids of articles, such as art-1a2b….")]
Story = Annotated[str, typer.Argument(metavar="STORY", help="The id of a story.")]


def _correct(archive: str, settings: str, as_json: bool, act: Callable[[Any, str], Any]) -> None:
    """Open the archive, let `act(pen, made)` correct it and show what came of it."""
    from pathlib import Path

    from coranto.desk import console, corrections
    from coranto.desk.progress import Progress
    from coranto.flow.correct import Pen
    from coranto.settings import load

    made = datetime.now(UTC).isoformat(timespec="microseconds")
    with opened(archive) as store, Progress(console_of(error=True)) as progress:
        pen = Pen(archive=store, settings=load(Path(settings) if settings else None), report=progress.report)
        data = corrections.corrected(store, act(pen, made))
    show(data, as_json, console.show_corrected)


@app.command()
def merge(
    stories: Stories, archive: ArchiveOption = "", settings: SettingsOption = "", as_json: JsonOption = False
) -> None:
    """Make one story of two or more, for good; the oldest gives it its id. Take it back with: coranto undo"""
    _correct(archive, settings, as_json, lambda pen, made: pen.merge(stories, made))


@app.command()
def split(
    articles: Articles, archive: ArchiveOption = "", settings: SettingsOption = "", as_json: JsonOption = False
) -> None:
    """Make a story of its own of some articles of one story, for good."""
    _correct(archive, settings, as_json, lambda pen, made: pen.split(articles, made))


@app.command()
def move(
    articles: Articles,
    to: Annotated[str, typer.Option("--to", metavar="STORY", help="The story to move them to.")],
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    as_json: JsonOption = False,
) -> None:
    """Move articles into another story, for good."""
    _correct(archive, settings, as_json, lambda pen, made: pen.move(articles, to, made))


@app.command()
def pin(
    story: Story,
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    as_json: JsonOption = False,
) -> None:
    """Keep the articles that a story has together, whatever comes later."""
    _correct(archive, settings, as_json, lambda pen, made: pen.pin(story, made))


@app.command()
def link(
    story: Story,
    line: Annotated[str, typer.Argument(metavar="LINE", help="A storyline (lin-…), or a story of the same line.")],
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    as_json: JsonOption = False,
) -> None:
    """Put a story into a storyline, such as one that `coranto suggest` names, or in one line with another story."""
    _correct(archive, settings, as_json, lambda pen, made: pen.link(story, line, made))


@app.command()
def unlink(
    story: Story, archive: ArchiveOption = "", settings: SettingsOption = "", as_json: JsonOption = False
) -> None:
    """Take a story out of its storyline, for good."""
    _correct(archive, settings, as_json, lambda pen, made: pen.unlink(story, made))


@app.command()
def undo(
    correction: Annotated[
        str, typer.Argument(metavar="CORRECTION", help="The id of a correction; by default the last one.")
    ] = "",
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take back a correction, the last one by default. See them all with: coranto history"""
    _correct(archive, settings, as_json, lambda pen, made: pen.undo(correction, made))


@app.command()
def history(
    story: Annotated[
        str, typer.Argument(metavar="STORY", help="Only what concerns this story; by default all.")
    ] = "",
    archive: ArchiveOption = "",
    limit: Annotated[int, typer.Option(help="At most so many joins.", min=1, max=10000)] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show what a person corrected, and which stories the machine joined and parted, with reasons."""
    from coranto.desk import console, corrections

    with opened(archive) as store:
        show(corrections.history(store, story, limit), as_json, console.show_history)
