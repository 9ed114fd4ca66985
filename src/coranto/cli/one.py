"""`coranto read-one`."""

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.options import JsonOption, ModelOption, SettingsOption, app, as_document, console_of, with_model
from coranto.errors import UsageError


@app.command("read-one")
def read_one(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A page, a WARC, JSONL; - is stdin.")],
    marked: Annotated[
        bool, typer.Option("--show/--text", help="The text with its marks in colour, or the text alone.")
    ] = True,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="names, times, offices, occasions, figures, statements or events."),
    ] = None,
    notes: Annotated[bool, typer.Option(help="Below each sentence, what its marks mean and by which rule.")] = True,
    page: Annotated[int, typer.Option(help="Which page of the file, from 1.", min=1)] = 1,
    settings: SettingsOption = "",
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read one page without an archive and show what was found in it, sentence by sentence."""
    from coranto.desk.marked import KINDS, marked_data, show_marked
    from coranto.flow.one import read_one as told
    from coranto.settings import load
    from coranto.types import Refusal

    kinds = tuple(only or KINDS)
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise UsageError(f"No such kind of mark: {', '.join(unknown)}. There are {', '.join(KINDS)}.")
    chosen = with_model(load(Path(settings) if settings else None), model)
    one = next(islice(told(file, chosen), page - 1, None), None)
    if one is None:
        sys.stderr.write(f"There is no page {page} in {file}.\n")
        raise typer.Exit(1)
    if isinstance(one, Refusal):
        sys.stderr.write(f"{one.subject}: {one.reason}. {one.detail}\n")
        raise typer.Exit(1)
    if as_json:
        as_document(marked_data(one.article, one.reading))
    elif marked:
        show_marked(console_of(), one.article, one.reading, kinds, notes=notes)
    else:
        sys.stdout.write(f"{one.article.title}\n\n{one.article.text}\n")
