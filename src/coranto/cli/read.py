"""`coranto read`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.options import (
    ArchiveOption,
    JsonOption,
    ModelOption,
    SettingsOption,
    app,
    as_document,
    console_of,
    opened,
    with_model,
)


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, WARCs, JSONL; - is stdin.")
    ],
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    workers: Annotated[int, typer.Option(help="Processes to use; 0 is one per core.", min=0)] = 0,
    batch: Annotated[int, typer.Option(help="Pages committed together; 0 is as set.", min=0)] = 0,
    model: ModelOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read pages into the archive: clean, read, trace, group, merge, store. Reading again changes nothing."""
    from dataclasses import replace

    from coranto.desk.progress import Progress, summary_data, summary_table
    from coranto.flow.read import read as run
    from coranto.settings import load

    chosen = load(Path(settings) if settings else None)
    chosen = with_model(chosen, model)
    flow = replace(chosen.flow, workers=workers or chosen.flow.workers, batch=batch or chosen.flow.batch)
    chosen = replace(chosen, flow=flow)
    with opened(archive, make=True) as store, Progress(console_of(error=True)) as progress:
        summary = run(store, paths, chosen, progress.report)
        data = summary_data(summary, store)
    if as_json:
        as_document(data)
    else:
        console_of().print(summary_table(data))
    if summary.refused:
        sys.stderr.write("Some pages were refused; see why with: coranto refusals\n")
    elif summary.pages == 0:
        sys.stderr.write("No pages found there. Give files, folders, WARCs or JSONL.\n")
    if summary.refused or summary.pages == 0:
        raise typer.Exit(1)
