"""The text of a page that shows nothing without its scripts: what it keeps for its own program to show."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_PUSH = re.compile(r"^\s*self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*;?\s*$", re.DOTALL)
_ROW = re.compile(rb"[0-9a-f]{1,4}:(?:T([0-9a-f]{1,6}),)?")
_SENTENCE = re.compile(r"[.!?。！？؟।](?=[\s<\"'”’)]|$)")
_MOST = 4_000_000
_DEEP, _VALUES = 40, 200_000
_LONG_ENOUGH, _SENTENCES = 300, 4


def stored(tree: LexborHTMLParser) -> str:
    """The longest string of sentences in the JSON of a page's scripts, as HTML; empty where there is none."""
    told = [text for text in _values(tree) if len(text) >= _LONG_ENOUGH and _tells(text)]
    return max(told, key=len, default="")


def _tells(text: str) -> bool:
    return len(_SENTENCE.findall(text[:20_000])) >= _SENTENCES and not text.lstrip().startswith(
        ("{", "[", "function")
    )


def _values(tree: LexborHTMLParser) -> Iterator[str]:
    flight: list[str] = []
    left = _MOST
    for script in tree.css("script"):
        text = script.text(deep=True)
        left -= len(text)
        if left < 0:
            break
        if "json" in (script.attributes.get("type") or ""):
            yield from _strings(_parsed(text))
        elif (push := _PUSH.match(text)) is not None:
            flight += [one for one in _strings(_parsed(push[1])) if one]
    for row in _rows("".join(flight).encode("utf-8", "replace")):
        value = _parsed(row)
        yield from (_strings(value) if value is not None else (row,))


def _rows(flight: bytes) -> Iterator[str]:
    """The rows of a React stream: each ends with its line, or where it says how long it is."""
    at = 0
    while at < len(flight):
        row = _ROW.match(flight, at)
        start = row.end() if row is not None else at
        if row is not None and row[1]:
            end = start + int(row[1], 16)
            at = end
        else:
            end = flight.find(b"\n", start)
            end = len(flight) if end < 0 else end
            at = end + 1
        yield flight[start:end].decode("utf-8", "replace")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> Iterator[str]:
    """All strings of a JSON value, in order; of deep or huge ones the first."""
    stack = [(value, 0)]
    for _ in range(_VALUES):
        if not stack:
            return
        one, depth = stack.pop()
        if isinstance(one, str):
            yield one
        elif depth < _DEEP and isinstance(one, (list, dict)):
            inner = one.values() if isinstance(one, dict) else one
            stack += [(each, depth + 1) for each in reversed(list(inner))]
