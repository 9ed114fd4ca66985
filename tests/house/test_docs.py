"""The docs name every command, part, setting and error, and their commands exist."""

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
import typer.main
from doc_blocks import WRITE

from coranto import cli, errors, parts, settings
from coranto.types.refusal import REASONS

ROOT = Path(__file__).parents[2]
DOCS = "\n".join(
    path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
)


def commands():
    top = typer.main.get_command(cli.app)
    return dict(top.commands)


def test_every_command_is_documented_and_has_help():
    for name, command in commands().items():
        assert f"coranto {name}" in DOCS, f"docs do not name the command {name}"
        assert command.help, f"{name} has no help"


def test_every_command_in_the_docs_exists():
    known = set(commands())
    shown = re.findall(
        r"^```\w+\n(.*?)^```$|^( {4}[^\n]*)$|`(coranto [^`]+)`", DOCS, flags=re.DOTALL | re.MULTILINE
    )
    lines = "\n".join(piece for pieces in shown for piece in pieces)
    found = re.findall(r"^\s*(?:\$ )?(?:\.venv/bin/)?coranto ([a-z][a-z-]*)", lines, flags=re.MULTILINE)
    assert len(found) > 30
    for name in found:
        assert name in known, f"docs show a command that is not there: {name}"


def test_every_part_is_documented():
    missing = [name for name in parts.known() if f"`{name}`" not in DOCS]
    assert not missing, f"docs/4-parts.md misses {missing}"


def test_every_setting_is_documented():
    for branch in settings.Settings.__slots__:
        for name in type(getattr(settings.Settings(), branch)).__slots__:
            assert f"`{branch}.{name}`" in DOCS, f"docs/5-settings.md misses {branch}.{name}"


def test_every_error_is_documented():
    for name in dir(errors):
        if isinstance(getattr(errors, name), type) and issubclass(getattr(errors, name), errors.CorantoError):
            assert f"`{name}`" in DOCS, f"docs miss the error {name}"


def test_every_reason_of_a_refusal_is_documented():
    page = (ROOT / "docs" / "7-errors.md").read_text(encoding="utf-8")
    for reason in REASONS:
        assert f"| `{reason}` |" in page, f"docs/7-errors.md misses {reason}"


def test_defaults_in_the_docs_are_the_defaults():
    page = (ROOT / "docs" / "5-settings.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `([a-z_.]+)` \| (\S+) \|", page, flags=re.MULTILINE))
    for branch in settings.Settings.__slots__:
        held = getattr(settings.Settings(), branch)
        for name in type(held).__slots__:
            assert shown[f"{branch}.{name}"] == json.dumps(getattr(held, name)), f"{branch}.{name}"
    assert len(shown) == sum(
        len(type(getattr(settings.Settings(), one)).__slots__) for one in settings.Settings.__slots__
    )


def test_settings_in_the_docs_are_settings(tmp_path):
    page = (ROOT / "docs" / "5-settings.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```toml\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)
    assert len(shown) >= 3
    for text in shown:
        (tmp_path / "my.toml").write_text(text, encoding="utf-8")
        settings.load(tmp_path / "my.toml")


@pytest.mark.parametrize("room", ["page", "article", "reading", "copies", "story", "record", "store"])
def test_every_door_is_in_the_rooms(room):
    page = (ROOT / "docs" / "2-rooms.md").read_text(encoding="utf-8")
    doors = "\n".join(line for line in page.splitlines() if line.startswith(f"| {room} |"))
    for name in import_module(f"coranto.{room}").__all__:
        assert re.search(rf"`{name}\b", doors), f"docs/2-rooms.md misses the door {room}.{name}"


def test_no_part_in_the_docs_is_gone():
    page = (ROOT / "docs" / "4-parts.md").read_text(encoding="utf-8")
    for name in re.findall(r"^\| `([a-z]+\.[a-z]+\.v\d+)`", page, flags=re.MULTILINE):
        assert name in parts.known(), f"docs/4-parts.md names {name}, which is not there"


def test_the_registry_of_parts_is_the_golden_one():
    held = ROOT / "tests" / "house" / "parts.txt"
    if WRITE:
        held.write_text("\n".join(parts.known()) + "\n", encoding="utf-8")
    golden = held.read_text(encoding="utf-8").split()
    assert list(parts.known()) == golden, "a part came or went: say so in tests/house/parts.txt and the changelog"
