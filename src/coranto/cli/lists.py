"""The lists: `coranto articles`, `coranto stories` and so on."""

import csv
import sys
from typing import Annotated

import typer

from coranto.cli.options import ArchiveOption, CsvOption, JsonOption, app, opened, show


def _list_command(name: str) -> None:
    def command(
        archive: ArchiveOption = "",
        actor: Annotated[str, typer.Option(metavar="ACTOR", help="A code such as NOR, or a full name.")] = "",
        outlet: Annotated[str, typer.Option(metavar="NAME", help="The outlet's name.")] = "",
        after: Annotated[str, typer.Option(metavar="DAY", help="From this day on, such as 2023-10-30.")] = "",
        before: Annotated[str, typer.Option(metavar="DAY", help="Up to this day.")] = "",
        story: Annotated[str, typer.Option(metavar="ID", help="Only of this story.")] = "",
        limit: Annotated[int, typer.Option(help="At most so many.", min=1, max=10000)] = 50,
        cursor: Annotated[str, typer.Option(help="Continue an earlier list.")] = "",
        as_json: JsonOption = False,
        as_csv: CsvOption = False,
    ) -> None:
        from coranto.desk import console, shapes, views
        from coranto.store import Filter

        by = Filter(
            keys=views.keys(actor=actor, outlet=outlet, story=story),
            after=views.day(after, "--after"),
            before=views.day(before, "--before"),
            limit=limit,
            cursor=views.number(cursor),
        )
        with opened(archive) as store:
            data = views.listing(store, name, by)
        if as_csv:
            _write_csv(name, [shapes.flat(item) for item in data["items"]])
        else:
            show(data, as_json, lambda c, d: console.show_list(c, name, d))

    command.__name__ = name
    app.command(name, help=f"List {name}, newest first.")(command)


LISTS = (
    "articles", "stories", "storylines", "events", "statements", "people", "offices", "occasions", "figures",
    "refusals",
)  # fmt: skip
for _name in LISTS:
    _list_command(_name)


def _write_csv(name: str, rows: list[dict[str, str]]) -> None:
    from coranto.desk.console import COLUMNS

    header = list(rows[0]) if rows else list(COLUMNS[name])
    writer = csv.DictWriter(sys.stdout, header, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
