"""The shape of the house: file and function sizes, names, complete types."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "coranto").rglob("*.py"))
FORBIDDEN = ("utils", "util", "helpers", "helper", "manager", "handler", "base", "common", "misc")
CROWDED = 5


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path):
    return str(path.relative_to(ROOT))


def test_there_is_a_house():
    assert len(SOURCES) > 40


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_are_short_and_named_by_what_they_are(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{path} has {lines} lines; split it by noun"
    assert path.stem not in FORBIDDEN, f"{path}: name it by what it does"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_functions_are_short_typed_and_take_few_arguments(path):
    for node in functions(path):
        where = f"{path}:{node.lineno} {node.name}"
        assert node.end_lineno - node.lineno < 60, f"{where} is longer than 60 lines"
        assert node.returns is not None, f"{where} has no return type"
        if path.parent.name == "cli" or any("router" in ast.unparse(one) for one in node.decorator_list):
            continue  # commands and routes take one argument an option
        args = [
            arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs) if arg.arg != "self"
        ]
        assert len(args) <= CROWDED, f"{where} takes {len(args)} arguments"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no docstring"


def test_functions_are_short_at_the_median():
    sizes = sorted(node.end_lineno - node.lineno + 1 for path in SOURCES for node in functions(path))
    assert sizes[len(sizes) // 2] <= 10
    assert sizes[len(sizes) * 9 // 10] <= 32


def test_files_are_short_at_the_median():
    sizes = sorted(path.read_text(encoding="utf-8").count("\n") for path in SOURCES)
    assert sizes[len(sizes) // 2] <= 160


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_failure_is_swallowed(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            silent = all(isinstance(line, ast.Pass) for line in node.body)
            assert not (silent and node.type is None), f"{path}:{node.lineno} swallows everything"
            bare = node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception")
            if bare:
                returns_none = any(
                    isinstance(line, ast.Return) and (line.value is None or getattr(line.value, "value", 0) is None)
                    for line in node.body
                )
                assert not returns_none, f"{path}:{node.lineno} turns a failure into None"


def test_only_the_fetcher_speaks_http():
    for path in SOURCES:
        if path.relative_to(ROOT / "src" / "coranto").as_posix() == "page/fetch.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                assert name.split(".")[0] not in ("httpx", "httpx2", "requests", "aiohttp", "socket"), (
                    f"{path}: {name}"
                )
                assert not name.startswith(("urllib.request", "http.client")), f"{path}: {name}"
