"""The command line. Results go to standard output, everything else to standard error."""

import csv
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from coranto import __version__
from coranto.errors import ConfigError, CorantoError, UsageError

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


def default_archive() -> Path:
    """Where the archive lies when no option names it."""
    from platformdirs import user_data_path

    return user_data_path("coranto", appauthor=False) / "archive.coranto"


def _open(path: str, *, make: bool = False) -> Any:
    from coranto.store import Archive

    return Archive(Path(path) if path else default_archive(), make=make)


def _plain(stream: Any) -> bool:
    return "NO_COLOR" in os.environ or not stream.isatty()


def _console(*, error: bool = False) -> Any:
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else 200
    return Console(file=stream, no_color=_plain(stream), highlight=False, width=width, soft_wrap=True)


def _show(data: dict[str, Any], as_json: bool, show: Callable[..., None]) -> None:
    if as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        show(_console(), data)


@app.callback(invoke_without_command=True)
def top(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Turns captured news pages into one sourced record."""
    if version:
        typer.echo(f"coranto {__version__}")
        raise typer.Exit


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, WARCs, JSONL; - is stdin.")
    ],
    archive: ArchiveOption = "",
    settings: SettingsOption = "",
    workers: Annotated[int, typer.Option(help="Processes to use; 0 is one per core.", min=0)] = 0,
    batch: Annotated[int, typer.Option(help="Pages committed together; 0 is as set.", min=0)] = 0,
    as_json: JsonOption = False,
) -> None:
    """Read pages into the archive: clean, read, trace, group, merge, store. Reading again changes nothing."""
    from dataclasses import replace

    from coranto.desk.progress import Progress, summary_data, summary_table
    from coranto.flow.read import read as run
    from coranto.settings import load

    chosen = load(Path(settings) if settings else None)
    flow = replace(chosen.flow, workers=workers or chosen.flow.workers, batch=batch or chosen.flow.batch)
    chosen = replace(chosen, flow=flow)
    with _open(archive, make=True) as store, Progress(_console(error=True)) as progress:
        summary = run(store, paths, chosen, progress.report)
        data = summary_data(summary, store)
    if as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        _console().print(summary_table(data))
    if summary.refused:
        sys.stderr.write("Some pages were refused; see why with: coranto refusals\n")
    elif summary.pages == 0:
        sys.stderr.write("No pages found there. Give files, folders, WARCs or JSONL.\n")
    if summary.refused or summary.pages == 0:
        raise typer.Exit(1)


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
        with _open(archive) as store:
            data = views.listing(store, name, by)
        if as_csv:
            _write_csv(name, [shapes.flat(item) for item in data["items"]])
        else:
            _show(data, as_json, lambda c, d: console.show_list(c, name, d))

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


@app.command()
def article(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one article, whole."""
    from coranto.desk import console, views

    with _open(archive) as store:
        _show(views.article(store, ident), as_json, console.show_article)


@app.command()
def story(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one story: brief, events, who said what, figures, articles."""
    from coranto.desk import console, views

    with _open(archive) as store:
        _show(views.story(store, ident), as_json, console.show_story)


@app.command()
def storyline(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show one storyline: its stories and its timeline."""
    from coranto.desk import console, views

    with _open(archive) as store:
        _show(views.storyline(store, ident), as_json, console.show_storyline)


@app.command()
def timeline(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show the events of a story or storyline in order."""
    from coranto.desk import console, views

    with _open(archive) as store:
        _show(views.timeline(store, ident), as_json, console.show_timeline)


@app.command()
def dossier(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="A code such as NOR, or a full name.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other one.")],
    archive: ArchiveOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a pair of actors: meetings, agreements, statements, tension by month."""
    from coranto.desk import console, relations

    with _open(archive) as store:
        _show(relations.dossier(store, one, other), as_json, console.show_dossier)


@app.command("who-said")
def who_said(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, in quotation marks.")],
    archive: ArchiveOption = "",
    as_json: JsonOption = False,
) -> None:
    """Find who said these words: authentic, partial or not found. Not found exits with 1."""
    from coranto.desk import console, relations

    with _open(archive) as store:
        data = relations.who_said(store, words)
    _show(data, as_json, console.show_said)
    if data["verdict"] == "not found":
        raise typer.Exit(1)


@app.command()
def lineage(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show who had it from whom, for an article or a story, with the evidence."""
    from coranto.desk import console, relations

    with _open(archive) as store:
        _show(relations.lineage(store, ident), as_json, console.show_lineage)


@app.command()
def compare(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Compare the outlets of a story, fact by fact."""
    from coranto.desk import console, relations

    with _open(archive) as store:
        _show(relations.compare(store, ident), as_json, console.show_compare)


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

    with _open(archive) as store:
        _show(views.search(store, query, limit, views.number(cursor)), as_json, console.show_search)


@app.command()
def explain(ident: Ident, archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Show why: every rule, cite and candidate behind an article, story or fact."""
    from coranto.desk import console, relations

    with _open(archive) as store:
        _show(relations.explain(store, ident), as_json, console.show_explain)


@app.command()
def serve(
    archive: ArchiveOption = "",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8420,
    host: Annotated[
        str, typer.Option(help="The address to listen on; only loopback addresses are allowed.")
    ] = "127.0.0.1",
) -> None:
    """Open the desk in the browser (loopback only)."""
    from coranto.desk.web import run

    run(Path(archive) if archive else default_archive(), host, port)


@app.command()
def gate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of public test sets.")],
    room: Annotated[str, typer.Option(help="Score one room only.")] = "",
    sample: Annotated[int, typer.Option(help="At most so many items of each set; 0 is all.", min=0)] = 0,
    write_floors: Annotated[
        bool, typer.Option("--write-floors", help="Raise the floors to what was measured.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why a floor may be lowered.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Score every room on public sets, against its floors. A missed floor exits with 1."""
    from coranto import gate as scores

    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder. gate takes a folder with pages/, speech/, stories/ ...")
    result = scores.run(folder, room or None, sample=sample or None)
    if as_json:
        sys.stdout.write(json.dumps(scores.as_json(result), indent=1) + "\n")
    else:
        _console().print(scores.table(result))
    if write_floors:
        for line in scores.write_floors(result, scores.FLOORS, reason):
            sys.stderr.write(f"{line}\n")
        return
    if scores.missed(result):
        raise typer.Exit(1)


@app.command()
def bench(
    inputs: Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSONL files of articles or pages.")],
    sizes: Annotated[str, typer.Option(help="Sizes of the flatness curve.")] = "1000,5000,20000",
    plot: Annotated[str, typer.Option(help="Write the flatness curve as SVG to this file.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Measure articles per CPU-second and peak memory, stage by stage."""
    from coranto import bench as measure

    if not all(size.strip().isdecimal() for size in sizes.split(",")):
        raise UsageError(f"--sizes takes numbers of articles such as 1000,5000, not {sizes!r}")
    result = measure.run(inputs, sizes=tuple(int(size) for size in sizes.split(",")))
    if as_json:
        sys.stdout.write(json.dumps(measure.as_json(result), indent=1) + "\n")
    else:
        _console().print(measure.table(result))
    if plot:
        Path(plot).write_text(measure.plot(result), encoding="utf-8")


@app.command()
def doctor(archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Say what is wrong with this installation and archive, and what to do."""
    from coranto.desk.doctor import examine, show

    data = examine(Path(archive) if archive else default_archive())
    _show(data, as_json, show)
    if not data["sound"]:
        raise typer.Exit(1)


@db.command("check")
def db_check(archive: ArchiveOption = "") -> None:
    """Check the archive file for damage."""
    with _open(archive) as store:
        found = store.check()
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.stdout.write("damaged\n" if found else "sound\n")
    if found:
        raise typer.Exit(1)


@db.command("backup")
def db_backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")], archive: ArchiveOption = ""
) -> None:
    """Write a compact copy of the archive."""
    with _open(archive) as store:
        store.backup(target)
    sys.stdout.write(f"{target}\n")


@db.command("upgrade")
def db_upgrade(archive: ArchiveOption = "") -> None:
    """Bring an archive of an older version up to date (opening does it, too)."""
    with _open(archive) as store:
        sys.stdout.write(f"{store.path} is up to date\n")


def main() -> None:
    """Run the command line: exit status 0 done, 1 something refused or not found, 2 wrong use."""
    try:
        app(prog_name="coranto")
    except CorantoError as error:
        sys.stderr.write(f"coranto: {error}\n")
        sys.exit(2 if isinstance(error, UsageError | ConfigError) else 1)
    except UnicodeEncodeError as error:
        if error.reason != "surrogates not allowed":
            raise
        sys.stderr.write("coranto: an argument holds bytes that are no text in this terminal's encoding.\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        sys.stderr.write(f"coranto: {error}\n")
        sys.exit(1)
    except SystemExit as leave:
        if leave.code == 130:
            sys.stderr.write("\ncoranto: stopped. What was committed is kept; run it again to go on.\n")
        raise
