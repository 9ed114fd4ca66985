"""What all commands share: the app, its options, opening the archive, printing."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from coranto.settings import Settings

app = typer.Typer(
    name="coranto",
    help="Turns captured news pages into one sourced record: what happened, who said it, who had it from whom.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
)
db = typer.Typer(help="Check, copy and upgrade the archive.", no_args_is_help=True)
app.add_typer(db, name="db")

ArchiveOption = Annotated[
    str,
    typer.Option("--archive", metavar="FILE", envvar="CORANTO_ARCHIVE", help="By default in your data folder."),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="One JSON document on standard output, nothing else there.")
]
CsvOption = Annotated[bool, typer.Option("--csv", help="Rows as CSV.")]
Ident = Annotated[str, typer.Argument(metavar="ID", help="An id such as sto-1a2b3c4d5e6f7a8b.")]
SettingsOption = Annotated[str, typer.Option("--settings", metavar="FILE", help="A TOML file of settings.")]
ModelOption = Annotated[
    bool | None,
    typer.Option("--model/--no-model", help="Read with the encoder (the default), or by rules alone: quicker."),
]
_LOST = (
    "Reading by rules alone: {names}statements without a listed cue and events told in other words than the"
    " lexicon's are missed.\n"
)


def with_model(settings: "Settings", model: bool | None) -> "Settings":
    """The settings with what the option says of the encoder; what is lost without it goes to standard error."""
    from dataclasses import replace

    if model is not None:
        settings = replace(settings, reading=replace(settings.reading, model=model))
    if not settings.reading.model:
        names = "" if settings.reading.names_model else "names that no list knows, "
        sys.stderr.write(_LOST.format(names=names))
    return settings


def default_archive() -> Path:
    """Where the archive lies when no option names it."""
    from platformdirs import user_data_path

    return user_data_path("coranto", appauthor=False) / "archive.coranto"


def opened(path: str, *, make: bool = False) -> Any:
    """The archive that `--archive` names."""
    from coranto.store import Archive

    return Archive(Path(path) if path else default_archive(), make=make)


def _plain(stream: Any) -> bool:
    return "NO_COLOR" in os.environ or not stream.isatty()


def console_of(*, error: bool = False) -> Any:
    """The console of standard output, or of standard error."""
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else 200
    return Console(file=stream, no_color=_plain(stream), highlight=False, width=width, soft_wrap=True)


def as_document(data: dict[str, Any]) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def show(data: dict[str, Any], as_json: bool, told: Callable[..., None]) -> None:
    """Print data as JSON, or as `told(console, data)` puts it for people."""
    if as_json:
        as_document(data)
    else:
        told(console_of(), data)
