"""Console blocks of the docs: run over the samples, compared with what is printed there, or written anew.

A block is fenced as `console`; its lines `$ coranto ...` are commands, what follows is their output, cut where a
line `...` stands. `$STORY`, `$LINE` and `$ARTICLE` stand for ids that lists print. With CORANTO_GOLDEN=write in the
environment (`scripts/golden`) files are written instead of compared.
"""

import json
import os
import re
import shlex
from pathlib import Path

from typer.testing import CliRunner

from coranto import cli

ROOT = Path(__file__).parents[2]
WRITE = os.environ.get("CORANTO_GOLDEN") == "write"
CUT = "..."
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ID = re.compile(r"\b([a-z]{2,4})-[0-9a-f]{16}\b")
_SECONDS = re.compile(r"^((?:seconds|articles per second)\s+)[\d.]+$", re.MULTILINE)
_CURSOR = re.compile(r"--cursor \d+")


def call(*args):
    """Output, messages and exit status of a command, run in this process from the root of the repository."""
    kept = Path.cwd()
    os.chdir(ROOT)
    try:
        ran = CliRunner().invoke(cli.app, [str(one) for one in args], prog_name="coranto", env={"COLUMNS": "100"})
    finally:
        os.chdir(kept)
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return ran.stdout, ran.stderr, ran.exit_code


def names(archive):
    """What the names in commands stand for: the story with most articles, its storyline, one of its articles."""
    stories = json.loads(call("stories", "--archive", archive, "--json")[0])["items"]
    story = max(stories, key=lambda one: (len(one["articles"]), one["id"]))
    articles = json.loads(call("articles", "--archive", archive, "--json")[0])["items"]
    relay = next(one["id"] for one in articles if one["path"].startswith("02-"))
    return {"$STORY": story["id"], "$LINE": story["storyline"], "$ARTICLE": relay}


def commands(text):
    """The commands of all console blocks of a document, each with the output printed there."""
    for block in _BLOCK.findall(text):
        for piece in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
            if piece.startswith("$ "):
                command, _, output = piece.partition("\n")
                yield command[2:], output.rstrip()


def run(command, archive, known):
    """What a printed command gives over an archive; it has to succeed."""
    program, *args = shlex.split(command)
    assert program == "coranto", f"the docs run {program}"
    out, err, status = call(*(known.get(one, one) for one in args), "--archive", archive)
    assert status == 0, f"{command}: exit status {status}\n{err}"
    return "\n".join(line.rstrip() for line in out.rstrip().splitlines())


def like(output, printed):
    """The output, cut as the printed one is cut."""
    if printed.rpartition("\n")[2] == CUT:
        lines = output.splitlines()
        kept = max(printed.count("\n"), 1)
        return "\n".join([*lines[:kept], CUT]) if len(lines) > kept else output
    return output


def plain(text):
    """A text without what differs from run to run, or with every change of a rule: seconds, ids, cursors; and
    without the width of columns, which the seconds of a slow machine change."""
    same = _CURSOR.sub("--cursor N", _ID.sub(r"\1-ID", _SECONDS.sub(r"\g<1>N", text)))
    return re.sub(r"(?<=\S) {2,}", "  ", same)


def written(text, archive, known):
    """The document with its outputs made anew."""

    def anew(match):
        pieces = []
        for command, printed in commands(match.group(0)):
            output = like(run(command, archive, known), printed)
            pieces.append(f"$ {command}\n{output}\n")
        return "```console\n" + "\n".join(pieces) + "```"

    return _BLOCK.sub(anew, text)
