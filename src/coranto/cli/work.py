"""The desk, the gate, the bench, and the care of the archive."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.options import ArchiveOption, JsonOption, app, console_of, db, default_archive, opened, show
from coranto.errors import UsageError


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
        console_of().print(scores.table(result))
    if write_floors:
        for line in scores.write_floors(result, scores.FLOORS, reason):
            sys.stderr.write(f"{line}\n")
        return
    if scores.missed(result):
        raise typer.Exit(1)


@app.command()
def bench(
    inputs: Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSONL files of articles or pages.")],
    sizes: Annotated[str, typer.Option(help="Sizes of the flatness curve.")] = "2000,5000,10000,20000",
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
        console_of().print(measure.table(result))
    if plot:
        Path(plot).write_text(measure.plot(result), encoding="utf-8")


@app.command()
def doctor(archive: ArchiveOption = "", as_json: JsonOption = False) -> None:
    """Say what is wrong with this installation and archive, and what to do."""
    from coranto.desk import doctor as examining

    data = examining.examine(Path(archive) if archive else default_archive())
    show(data, as_json, examining.show)
    if not data["sound"]:
        raise typer.Exit(1)


@db.command("check")
def db_check(archive: ArchiveOption = "") -> None:
    """Check the archive file for damage."""
    with opened(archive) as store:
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
    with opened(archive) as store:
        store.backup(target)
    sys.stdout.write(f"{target}\n")


@db.command("upgrade")
def db_upgrade(archive: ArchiveOption = "") -> None:
    """Bring an archive of an older version up to date (opening does it, too)."""
    with opened(archive) as store:
        sys.stdout.write(f"{store.path} is up to date\n")
