"""The docs name every command, part, setting and error, and their commands exist."""

import re
from pathlib import Path

import typer.main

from coranto import cli, errors, parts, settings

ROOT = Path(__file__).parents[2]
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])


def commands():
    top = typer.main.get_command(cli.app)
    return {name: command for name, command in top.commands.items()}


def test_every_command_is_documented_and_has_help():
    for name, command in commands().items():
        assert f"coranto {name}" in DOCS, f"docs do not name the command {name}"
        assert command.help, f"{name} has no help"


def test_every_command_in_the_docs_exists():
    known = set(commands())
    for name in re.findall(r"^\s*(?:\$ )?(?:\.venv/bin/)?coranto ([a-z-]+)", DOCS, flags=re.MULTILINE):
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


def test_the_registry_of_parts_is_the_golden_one():
    golden = (ROOT / "tests" / "house" / "parts.txt").read_text(encoding="utf-8").split()
    assert list(parts.known()) == golden, "a part came or went: say so in tests/house/parts.txt and the changelog"
