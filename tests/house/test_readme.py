"""What README and the first page of the docs show is what the samples give; the table of floors is the file's."""

import os

import pytest
from doc_blocks import ROOT, WRITE, call, commands, like, names, plain, run, written
from scores_table import PAGE, floors, with_table

README = ROOT / "README.md"
START = ROOT / "docs" / "1-start.md"
ANEW = "If the change is right, write it anew: scripts/golden"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of all samples, read once."""
    path = tmp_path_factory.mktemp("docs") / "samples.coranto"
    out, err, status = call("read", "samples", "--archive", path)
    assert status == 0, err
    assert out
    return path


@pytest.fixture(scope="module")
def known(archive):
    """What the names in commands stand for."""
    return names(archive)


def fresh(command, archive, tmp_path):
    """The archive for a command: a new one for `read`, so that it shows what a first run shows."""
    return tmp_path / "new.coranto" if command.startswith("coranto read") else archive


@pytest.mark.parametrize("path", [README, START], ids=["README", "1-start"])
def test_commands_print_what_the_docs_show(path, archive, known, tmp_path):
    text = path.read_text(encoding="utf-8")
    shown = list(commands(text))
    assert shown, f"{path.name} shows no commands"
    if WRITE:
        first = tmp_path / "first.coranto"
        anew = written(text, first, known)
        path.write_text(anew, encoding="utf-8")
        return
    for command, printed in shown:
        output = run(command, fresh(command, archive, tmp_path), known)
        if path is README:
            assert plain(like(output, printed)) == plain(printed), f"{command}\n{ANEW}"
        else:
            assert output or not printed, command


def test_the_picture_is_there():
    text = README.read_text(encoding="utf-8")
    assert "docs/desk.png" in text
    assert (ROOT / "docs" / "desk.png").stat().st_size > 10_000


def test_readme_says_that_the_samples_are_invented():
    assert "invented" in README.read_text(encoding="utf-8")


def test_links_between_the_docs_lead_somewhere():
    import re

    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_table_of_floors_is_that_of_the_file():
    text = PAGE.read_text(encoding="utf-8")
    if WRITE:
        PAGE.write_text(with_table(text), encoding="utf-8")
        return
    assert with_table(text) == text, ANEW


def test_every_row_of_the_gate_is_explained():
    text = PAGE.read_text(encoding="utf-8").partition("<!-- floors -->")[0]
    for floor in floors():
        assert f"`{floor['id']}`" in text, f"docs/8 does not say what {floor['id']} is"


def test_scripts_are_plain_sh():
    for path in [*(ROOT / "scripts").iterdir(), ROOT / ".ci" / "run"]:
        body = path.read_text(encoding="utf-8")
        assert "[[" not in body and "pipefail" not in body, f"{path.name} needs bash"
        if path.name != "setup":
            assert body.startswith("#!/bin/sh\n"), path.name
            assert os.name == "nt" or os.access(path, os.X_OK), f"{path.name} can't be run"
