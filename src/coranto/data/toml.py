"""Reading the tables of `data/*.toml` quickly: they are loaded at each start, and `tomllib` is written in Python.

What the files mostly hold is read line by line: comments, `[[table]]` headings, and keys whose value is a string,
number, date, truth value or array. A file that holds anything else is left to `tomllib`.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

_HEADING = re.compile(r"\[\[(\w+)\]\]")
_PAIR = re.compile(r"(\w+) = (.+)", re.DOTALL)
_LITERAL = re.compile(r"'''((?:(?!''').)*)'''|'([^']*)'")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_STRING = r'"(?:[^"\\]|\\["\\nt])*"'
_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?"
_ITEM = rf"(?:{_STRING}|{_NUMBER}|true|false)"
_FLAT = rf"\[\s*(?:{_ITEM}(?:,\s*{_ITEM})*)?,?\s*\]"
_VALUE = re.compile(
    rf"{_ITEM}|{_FLAT}|\[\s*{_FLAT}(?:,\s*{_FLAT})*,?\s*\]"
)  # all but the last comma as JSON has it
_LAST_COMMA = re.compile(r",\s*\]$")
Table = list[dict[str, Any]]


def tables(text: str) -> dict[str, Any]:
    """The arrays of tables of a TOML file by name, each row a dict; exactly what `tomllib` reads."""
    try:
        return _quick(text)
    except ValueError:  # a form that only the whole grammar knows
        return tomllib.loads(text)


def _quick(text: str) -> dict[str, Any]:
    found: dict[str, Table] = {}
    row: dict[str, Any] | None = None
    for line in _lines(text):
        heading = _HEADING.fullmatch(line)
        if heading:
            row = {}
            found.setdefault(heading[1], []).append(row)
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None or row is None or pair[1] in row:
            raise ValueError(line)
        row[pair[1]] = _value(pair[2])
    return found


def _lines(text: str) -> Iterator[str]:
    """The lines that say something; an array or a text that goes over several is one."""
    held, ending = "", ""
    for line in text.split("\n"):
        if held:
            held += f"\n{line}"
            if line.endswith(ending):
                yield held
                held = ""
        elif " = [" in line and not line.endswith("]"):
            held, ending = line, "]"
        elif line.endswith(' = """'):
            held, ending = line, '"""'
        elif line and line[0] != "#":
            yield line
    if held:
        raise ValueError(held)


def _value(text: str) -> Any:
    if text[0] == '"' and "\\" not in text and text.find('"', 1) == len(text) - 1:
        return text[1:-1]
    if _VALUE.fullmatch(text):
        return json.loads(_LAST_COMMA.sub("]", text))
    if text.startswith('"""\n') and "\\" not in text and text.find('"""', 3) == len(text) - 3:
        return text[4:-3]
    literal = _LITERAL.fullmatch(text)
    if literal:
        return literal[2] if literal[1] is None else literal[1]
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    raise ValueError(text)
