"""The command line's habits: streams, statuses, ids, JSON, CSV, colour."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coranto import cli

SAMPLES = Path(__file__).parents[2] / "samples"
UNKNOWN = "0123456789abcdef"


def stories(coranto, archive):
    return json.loads(coranto("stories", "--archive", archive, "--json").out)["items"]


def quoted(coranto, archive):
    items = json.loads(coranto("statements", "--archive", archive, "--json").out)["items"]
    return next(one["content"][0].strip('"') for one in items if one["content"][0].startswith('"'))


def reading_commands(coranto, archive):
    story = stories(coranto, archive)[0]
    line = json.loads(coranto("storylines", "--archive", archive, "--json").out)["items"][0]["id"]
    article = story["articles"][0]
    yield from ([name] for name in cli.LISTS)
    yield from (["article", article], ["story", story["id"]], ["storyline", line], ["timeline", story["id"]])
    yield from (["timeline", line], ["dossier", "NOR", "ISL"], ["lineage", article], ["lineage", story["id"]])
    yield from (["compare", story["id"]], ["search", "mackerel"], ["explain", story["id"]], ["doctor"])
    yield ["who-said", quoted(coranto, archive)]


def test_json_is_one_document_and_nothing_else(coranto, archive):
    for command in reading_commands(coranto, archive):
        ran = coranto(*command, "--archive", archive, "--json")
        assert ran.status == 0, (command, ran.err)
        assert ran.err == "", (command, ran.err)
        assert isinstance(json.loads(ran.out), dict), command


def test_every_view_is_shown_to_people_too(coranto, archive):
    for command in reading_commands(coranto, archive):
        ran = coranto(*command, "--archive", archive)
        assert ran.status == 0, (command, ran.err)
        assert ran.out.strip(), command
        assert "\x1b" not in ran.out, f"{command}: colour where no terminal is"


def test_csv_has_a_header_and_whole_rows(coranto, archive):
    for name in cli.LISTS:
        ran = coranto(name, "--archive", archive, "--csv")
        assert ran.status == 0, (name, ran.err)
        header, *rows = list(csv.reader(io.StringIO(ran.out)))
        held = json.loads(coranto(name, "--archive", archive, "--json").out)["items"]
        assert len(rows) == len(held), name
        assert all(len(row) == len(header) for row in rows), name


def test_reading_again_changes_nothing(coranto, tmp_path):
    page = SAMPLES / "22-trawler-nordhav.txt"
    first = coranto("read", page, "--json")
    before = coranto("events", "--json").out
    again = json.loads(coranto("read", page, "--json").out)
    assert first.status == 0
    assert (again["known"], again["articles"]) == (1, 0)
    assert again["archive"] == json.loads(first.out)["archive"]
    assert coranto("events", "--json").out == before


def test_a_dash_reads_standard_input(coranto):
    ran = coranto("read", "-", "--json", stdin=(SAMPLES / "22-trawler-nordhav.txt").read_bytes())
    assert ran.status == 0, ran.err
    assert json.loads(ran.out)["articles"] == 1


def test_empty_standard_input_is_refused(coranto):
    coranto("read", "-").failed(1)


@pytest.mark.parametrize("command", ["article", "story", "storyline", "lineage", "compare", "explain", "timeline"])
def test_an_unknown_id_is_not_found(coranto, archive, command):
    kind = {"article": "art", "storyline": "lin"}.get(command, "sto")
    coranto(command, f"{kind}-{UNKNOWN}", "--archive", archive).failed(1, f"{kind}-{UNKNOWN}")


@pytest.mark.parametrize("command", ["article", "story", "storyline", "lineage", "compare", "explain", "timeline"])
@pytest.mark.parametrize("ident", ["", "nonsense", "sto-", "art-xyz/../..", "sto-\udcff", "'; DROP TABLE fact; --"])
def test_what_is_no_id_is_said_to_be_none(coranto, archive, command, ident):
    ran = coranto(command, ident, "--archive", archive)
    assert ran.status in (1, 2)
    ran.failed(ran.status)


def test_an_id_of_another_kind(coranto, archive):
    story = stories(coranto, archive)[0]
    coranto("storyline", story["id"], "--archive", archive).failed(1, "story")
    coranto("story", story["articles"][0], "--archive", archive).failed(1, story["articles"][0])


@pytest.mark.parametrize(
    "command",
    [
        ["gizmos"],
        ["events", "--gizmo"],
        ["events", "--limit", "0"],
        ["events", "--limit", "many"],
        ["events", "--after", "yesterday"],
        ["events", "--before", "2024-02-30"],
        ["events", "--cursor", "back"],
        ["events", "--cursor", "9" * 30],
        ["events", "--cursor", "9" * 9000],
        ["events", "--cursor", "-1"],
        ["search", "flavour:sweet"],
        ["search", "on:2024-13-01"],
        ["search", "is:lovely"],
        ["search", "--", "-mackerel"],
        ["who-said", ""],
        ["dossier", "NOR"],
        ["article"],
        ["read"],
        ["db", "mend"],
        ["serve", "--host", "0.0.0.0"],
        ["serve", "--port", "99999"],
        ["gate", "nowhere"],
        ["gate", ".", "--room", "cellar"],
        ["bench", "nowhere.jsonl"],
        ["bench", "nowhere.jsonl", "--sizes", "few,many"],
    ],
    ids=" ".join,
)
def test_wrong_use_exits_with_two(coranto, archive, command):
    where = [] if command[0] in ("gate", "bench", "gizmos") else ["--archive", str(archive)]
    coranto(*command[:1], *where, *command[1:]).failed(2)


@pytest.mark.parametrize("query", ["", " ", '"', '""', "OR", "-", "a OR", "NOT", "*", "mackerel AND (", "é" * 5000])
def test_odd_queries_are_answered(coranto, archive, query):
    ran = coranto("search", "--archive", archive, "--json", "--", query)
    assert ran.status == 0, ran.err
    assert isinstance(json.loads(ran.out)["items"], list)


def test_words_nobody_said(coranto, archive):
    ran = coranto("who-said", "the herring resigned in protest at the moon", "--archive", archive)
    assert ran.status == 1
    assert "not found" in ran.out


def test_a_cursor_goes_on_where_the_list_ended(coranto, archive):
    seen, cursor = [], ""
    while True:
        page = json.loads(coranto("articles", "--archive", archive, "--limit", 3, "--cursor", cursor, "--json").out)
        seen += [one["id"] for one in page["items"]]
        cursor = page["cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 4


def test_filters_leave_out_what_does_not_fit(coranto, archive):
    def found(*filters):
        return json.loads(coranto("articles", "--archive", archive, *filters, "--json").out)["items"]

    assert {one["outlet"] for one in found("--outlet", "The Bergen Ledger")} == {"The Bergen Ledger"}
    assert found("--after", "2030-01-01") == []
    assert found("--actor", "ISL")
    assert found("--actor", "NZL") == []
    assert len(found("--before", "2024-03-12")) < 4


def test_backup_and_check(coranto, archive, tmp_path):
    assert coranto("db", "backup", "copy.coranto", "--archive", archive).status == 0
    assert coranto("db", "check", "--archive", "copy.coranto").out == "sound\n"
    assert coranto("db", "upgrade", "--archive", "copy.coranto").status == 0
    held = coranto("stories", "--archive", archive, "--json").out
    assert coranto("stories", "--archive", "copy.coranto", "--json").out == held
    coranto("db", "backup", "copy.coranto", "--archive", archive).failed(1, "exists")


def test_every_command_has_help_with_its_options(coranto):
    for name in ["", *cli.LISTS, "read", "search", "who-said", "serve", "gate", "bench", "doctor", "db"]:
        ran = coranto(*name.split(), "--help")
        assert ran.status == 0, name
        assert "Usage: coranto" in ran.out
        assert ran.err == ""


def fresh(*args, env=None, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "coranto", *map(str, args)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )


def test_help_starts_without_the_rooms():
    code = (
        "import sys; sys.argv = ['coranto', '--help']\n"
        "from coranto import cli\n"
        "try:\n    cli.main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'trafilatura', 'lxml', 'fastapi', 'selectolax', 'coranto.reading', 'coranto.article'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_fresh_process_keeps_streams_apart(archive):
    ran = fresh("read", SAMPLES / "22-trawler-nordhav.txt", "--json")
    assert ran.returncode == 0, ran.stderr
    assert isinstance(json.loads(ran.stdout), dict)
    wrong = fresh("story", f"sto-{UNKNOWN}", "--archive", archive)
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert b"Traceback" not in wrong.stderr


def test_no_color_holds_where_colour_is_forced(archive):
    plain = fresh("stories", "--archive", archive, env={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert plain.returncode == 0, plain.stderr
    assert b"\x1b[3" not in plain.stdout


def test_a_closed_pipe_is_no_failure(archive):
    command = [sys.executable, "-m", "coranto", "statements", "--archive", str(archive), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert b"Traceback" not in told, told.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_under_the_output_is_said(archive):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "coranto", "stories", "--archive", str(archive), "--json"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ran.returncode != 0
    assert b"Traceback" not in ran.stderr
    assert b"No space" in ran.stderr


def test_a_picture_of_the_bench_that_cannot_be_written(coranto, tmp_path):
    row = {
        "text": "The ferry council met in Oslo on Monday and agreed to lengthen the pier, its chair told reporters."
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    coranto("bench", "rows.jsonl", "--sizes", "1", "--plot", "rows.jsonl/in/here.svg").failed(1, "here.svg")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interrupted_run_says_that_it_can_go_on(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "coranto", "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        until = time.monotonic() + 60
        while not (tmp_path / "own.coranto").exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert "stopped" in told
    assert "Traceback" not in told
