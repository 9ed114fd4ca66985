"""Search as the desk shows it: hits with the sentence they stand in and the words that were found."""

import re
from dataclasses import replace
from typing import Any

from coranto.desk.actors import code_of
from coranto.errors import UsageError
from coranto.store import Archive
from coranto.store.search import Query, parse

_TERM = re.compile(r'"([^"]*)"')
_LONE_MINUS = re.compile(r"(?:^|\s)-(?![a-z-]+:)[^\s-]")
_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_CUT = 400
_BEFORE = 120


def search(archive: Archive, text: str, limit: int, cursor: int = 0) -> dict[str, Any]:
    """Articles that a query finds, newest first: `{"query", "items", "cursor"}`, each item an article's line with
    `snippet`, the sentence with most of the words: `{"sentence", "text", "marks"}`.

    Raises `UsageError` for a query that cannot be understood.
    """
    query = parse(text, limit=limit, cursor=cursor)
    if not query.match and _LONE_MINUS.search(text):
        raise UsageError("-word leaves words out of what other words find; give at least one word to look for")
    found = archive.search(_coded(query))
    wanted = _pattern(query.match.partition(" NOT ")[0])
    items = []
    for ident, _ in found.items:
        whole = archive.article_of(ident)
        line = archive.line(ident)
        line["snippet"] = _snippet(whole.text, [(one.start, one.end) for one in whole.sentences], wanted)
        items.append(line)
    return {"query": text, "items": items, "cursor": str(found.cursor) if found.cursor else ""}


def _coded(query: Query) -> Query:
    """The query with countries by their codes, however they are named."""
    by = replace(query.by, keys=tuple(map(_code, query.by.keys)))
    return replace(query, by=by, without=tuple(map(_code, query.without)))


def _code(key: str) -> str:
    field, _, name = key.partition(":")
    code = code_of(name) if field == "actor" else ""
    return f"{field}:{code}" if code else key


def _pattern(match: str) -> re.Pattern[str] | None:
    """A pattern for the words of a full-text query as they may stand in a text; None for none."""
    terms = [_form(term) for term in _TERM.findall(match)[:40] if term.strip()]
    return re.compile("|".join(terms), re.IGNORECASE) if terms else None


def _form(term: str) -> str:
    found = term.split()
    if _RUN.search(term):  # the index holds such runs as overlapping pairs
        return re.escape("".join(piece[0] for piece in found) + found[-1][1:])
    return r"\b" + r"\W+".join(map(re.escape, found)) + r"\b"


def _snippet(text: str, sentences: list[tuple[int, int]], wanted: re.Pattern[str] | None) -> dict[str, Any]:
    """The first sentence in which most of the words stand; `marks` are their offsets in its text."""
    if not sentences:
        return {"sentence": 0, "text": "", "marks": []}
    best, score = 0, 0
    for index, (start, end) in enumerate(sentences) if wanted else ():
        hits = len({found.group().casefold() for found in wanted.finditer(text, start, end)}) if wanted else 0
        if hits > score:
            best, score = index, hits
    start, end = sentences[best]
    first = wanted.search(text, start, end) if wanted else None
    if first is not None and first.end() > start + _CUT:
        start = text.rfind(" ", start, first.start() - _BEFORE) + 1 or start
    shown = text[start : min(end, start + _CUT)]
    marks = [list(found.span()) for found in wanted.finditer(shown)] if wanted else []
    return {"sentence": best, "text": shown, "marks": marks}


def pieces(snippet: dict[str, Any]) -> list[tuple[str, bool]]:
    """A snippet's text in runs, each with whether it was looked for."""
    runs: list[tuple[str, bool]] = []
    at = 0
    for start, end in snippet["marks"]:
        runs += [(snippet["text"][at:start], False), (snippet["text"][start:end], True)]
        at = end
    runs.append((snippet["text"][at:], False))
    return [run for run in runs if run[0]]


FILTERS = {"pieces": pieces}
