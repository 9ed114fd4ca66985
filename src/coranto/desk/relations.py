"""Views that relate facts: two actors, a quotation and its source, copies and origins, outlets compared."""

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from coranto.desk.actors import called, code_of, words_of
from coranto.desk.speech import speaker, spoken
from coranto.desk.views import _all, _by_date, _data, actor_key, fact, now_of
from coranto.desk.why import explain as explain
from coranto.errors import UsageError
from coranto.store import Archive, Filter
from coranto.text.normal import ascii_fold
from coranto.text.tokens import words
from coranto.types.codec import from_json, to_json
from coranto.types.ids import kind_of

_MEETINGS = ("CONSULT",)
_ACCORDS = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE")
_PARTIAL = 0.5
_SHORT = 4
_LOOKED_AT = 1000


def dossier(archive: Archive, one: str, other: str) -> dict[str, Any]:
    """A pair of actors: meetings, agreements, other events, statements of one about the other, tension by month.

    `tension` is a list of `{"month", "events", "scale"}` with the mean PLOVER intensity (−10 … +10) of the
    month's events between the two that happened; `unplaced` counts those whose month is not known.
    """
    pair = [code_of(name) or name for name in (one, other)]
    events = sorted(_all(archive, "event", *map(actor_key, pair)), key=_by_date)
    once = {said["id"]: said for who, whom in (pair, pair[::-1]) for said in _about(archive, who, whom)}
    tension, unplaced = _tension(events)
    return {
        "actors": pair,
        "names": [called(name) for name in pair],
        "meetings": [event for event in events if event["event"] in _MEETINGS],
        "agreements": [event for event in events if event["event"] in _ACCORDS],
        "other": [event for event in events if event["event"] not in (*_MEETINGS, *_ACCORDS)],
        "statements": [once[ident] for ident in sorted(once, key=lambda ident: (once[ident]["date"], ident))],
        "tension": tension,
        "unplaced": unplaced,
    }


@dataclass(frozen=True, slots=True)
class _Words:
    text: str


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a statement alone, to look through many of them."""

    content: tuple[str, ...]
    wordings: tuple[_Words, ...]


def _about(archive: Archive, who: str, whom: str) -> list[dict[str, Any]]:
    """What somebody (or anybody of a country) said in words that name another, newest 1000 looked at."""
    named = re.compile(r"\b(?:" + "|".join(map(re.escape, words_of(whom))) + r")\b")
    found = archive.find("statement", Filter(keys=(actor_key(who, "speaker"),), limit=_LOOKED_AT))
    return [_data(body) for _, body in found.items if named.search(_folded(from_json(body, _Said)))]


def _folded(said: _Said) -> str:
    return "\n".join((*said.content, *(wording.text for wording in said.wordings))).casefold()


def _tension(events: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    months: dict[str, list[float]] = defaultdict(list)
    for event in events:
        if event["modality"] in ("actual", "background"):
            months[_month_of(event)].append(event["event_scale"])
    unplaced = len(months.pop("", ()))
    rows = [
        {"month": month, "events": len(scales), "scale": round(sum(scales) / len(scales), 2)}
        for month, scales in sorted(months.items())
    ]
    return rows, unplaced


def _month_of(event: dict[str, Any]) -> str:
    """The month that holds all the days an event may be of; empty where no one month does."""
    first, last = event["date"][:7], (event["enddate"] or event["date"])[:7]
    return first if len(first) == len("2023-10") and first == last else ""


def who_said(archive: Archive, text: str) -> dict[str, Any]:
    """Who said these words: `{"words", "verdict", "matches"}`, the verdict `authentic` (the words stand in a
    recorded wording), `partial` (at least half of them in a row or in order), or `not found`."""
    wanted = [ascii_fold(word) for word in words(text)]
    if not wanted:
        raise UsageError(
            'who-said takes the words of a statement, such as: coranto who-said "the talks were useful"'
        )
    matches = []
    for body in archive.said(text):
        statement = _data(body)
        share = max((_share(wanted, wording["text"]) for wording in statement["wordings"]), default=0.0)
        if share >= _PARTIAL:
            matches.append({"share": round(share, 3), "statement": statement})
    matches.sort(key=_weight)
    best = matches[0]["share"] if matches else 0.0
    verdict = "authentic" if best == 1.0 else "partial" if matches else "not found"
    return {"words": text, "verdict": verdict, "matches": matches[:10]}


def _weight(match: dict[str, Any]) -> tuple[float, str]:
    return -match["share"], match["statement"]["id"]


def _share(wanted: list[str], wording: str) -> float:
    """Which part of the wanted words stands in a wording in their order; 1.0 only when unbroken."""
    held = [ascii_fold(word) for word in words(wording)]
    if f" {' '.join(wanted)} " in f" {' '.join(held)} ":
        return 1.0
    blocks = SequenceMatcher(None, wanted, held, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks if block.size >= min(_SHORT, len(wanted)))
    return min(0.99, common / len(wanted))


def lineage(archive: Archive, ident: str) -> dict[str, Any]:
    """Who had it from whom: for an article its edges, for a story those of all its articles.

    `{"id", "articles": [{"article", "title", "outlet", "edges", "origins"}], "origins": [...]}`.
    """
    kind = kind_of(ident)
    if kind not in ("art", "sto"):
        raise UsageError(f"lineage takes the id of an article (art-…) or a story (sto-…), not {ident!r}")
    if kind == "art":
        held = archive.held(ident)
        body = to_json(held.lineage) if held.lineage else b""
        found = [(ident, held.article.title, held.article.outlet, held.family, body)]
    else:
        ident = now_of(archive, ident)
        found = archive.lineages(fact(archive, ident, "story")["id"])
    rows = [_traced(*row) for row in found]
    origins = sorted({origin for row in rows for origin in row["origins"]})
    return {"id": ident, "articles": rows, "origins": origins, "names": _names(archive, rows)}


def _traced(article: str, title: str, outlet: str, family: str, body: bytes | None) -> dict[str, Any]:
    traced = _data(body) if body else {"edges": [], "origins": []}
    return {"article": article, "title": title, "outlet": outlet, "family": family, "edges": traced["edges"],
            "origins": traced["origins"]}  # fmt: skip


def _names(archive: Archive, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Outlets of all articles that rows and their edges speak of."""
    names = {row["article"]: row["outlet"] or row["title"] for row in rows}
    missing = [edge for row in rows for edge in row["edges"] if edge["parent"] not in names]
    return {**parents(archive, missing), **names}


def parents(archive: Archive, edges: list[dict[str, Any]]) -> dict[str, str]:
    """The outlets (or titles) of the articles that lineage edges lead to."""
    lines = [archive.line(edge["parent"]) for edge in edges if edge["parent_kind"] == "article"]
    return {line["id"]: line["outlet"] or line["title"] for line in lines}


def compare(archive: Archive, ident: str) -> dict[str, Any]:
    """Facts × outlets of a story: which outlet `states` a fact, `attributes` it to somebody, or is `silent`.

    `{"id", "title", "outlets": [...], "facts": [{"id", "kind", "title", "cells": {outlet: ...}, "differs"}]}`.
    """
    head = fact(archive, ident, "story")
    key = f"story:{head['id']}"
    head["articles"] = archive.lines(head["id"])
    head["events"] = sorted(_all(archive, "event", key), key=_by_date)
    head["statements"] = _all(archive, "statement", key)
    head["figures"] = _all(archive, "figure", key)
    return compared(head)


def compared(story: dict[str, Any]) -> dict[str, Any]:
    """The comparison of a story's outlets over the facts that it is given with."""
    homes = {line["id"]: line["outlet"] or line["id"] for line in story["articles"]}
    outlets = _Outlets(homes=homes, silent=dict.fromkeys(sorted(set(homes.values())), "silent"))
    facts = [_event_cells(event, outlets) for event in story["events"]]
    facts += [_statement_cells(one, outlets) for one in story["statements"]]
    facts += [_figure_cells(one, outlets) for one in story["figures"]]
    facts.sort(key=_told)
    return {"id": story["id"], "title": story["title"], "outlets": list(outlets.silent), "facts": facts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlets:
    """The outlet of each article of a story, and a row of cells in which all are silent."""

    homes: dict[str, str]
    silent: dict[str, str]

    def of(self, cites: list[dict[str, Any]], word: str) -> dict[str, str]:
        """The cells of the outlets whose articles are cited."""
        return {self.homes[cite["article"]]: word for cite in cites if cite["article"] in self.homes}


def _told(row: dict[str, Any]) -> tuple[int, str, str]:
    return -sum(cell != "silent" for cell in row["cells"].values()), row["kind"], row["id"]


def _event_cells(event: dict[str, Any], outlets: _Outlets) -> dict[str, Any]:
    cells = outlets.silent | outlets.of(event["cites"], "states")
    for disagreement in event["disagreements"]:
        for variant in sorted(disagreement["values"], key=_support)[1:]:
            cells |= outlets.of(variant["cites"], "differs")
    return {"id": event["id"], "kind": "event", "title": event["title"], "date": event["date"], "cells": cells,
            "differs": bool(event["disagreements"])}  # fmt: skip


def _support(variant: dict[str, Any]) -> tuple[int, str]:
    return -len({cite["article"] for cite in variant["cites"]}), variant["value"]


def _statement_cells(statement: dict[str, Any], outlets: _Outlets) -> dict[str, Any]:
    who = speaker(statement) or "unnamed"
    title = f"{who}: {spoken(statement)}"
    return {"id": statement["id"], "kind": "statement", "title": title, "date": statement["date"],
            "cells": outlets.silent | outlets.of(statement["cites"], "attributes"),
            "differs": len(statement["wordings"]) > 1}  # fmt: skip


def _figure_cells(figure: dict[str, Any], outlets: _Outlets) -> dict[str, Any]:
    cells = dict(outlets.silent)
    for value in figure["values"]:
        cells |= outlets.of(value["cites"], value["text"])
    return {"id": figure["id"], "kind": "figure", "title": figure["what"] or figure["measure"], "date": "",
            "cells": cells, "differs": figure["differs"]}  # fmt: skip
