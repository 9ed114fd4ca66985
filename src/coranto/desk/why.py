"""Why a fact is as it is: every rule, cite and candidate behind it."""

from typing import Any

from coranto.desk import shapes
from coranto.desk.views import now_of
from coranto.errors import UsageError
from coranto.store import Archive
from coranto.types.codec import from_json, to_data
from coranto.types.ids import kind_of

_EVENT = ("date", "enddate", "date_granularity", "date_basis", "date_reason", "modality", "event", "mode", "of",
          "status", "counts", "origins", "disagreements", "mentions", "stories")  # fmt: skip
_STATEMENT = ("speaker", "stance", "cue", "content", "date", "date_basis", "chain", "wordings", "mentions",
              "stories")  # fmt: skip


def explain(archive: Archive, ident: str) -> dict[str, Any]:
    """Why: every rule, cite and candidate behind an article, story or fact.

    Always `id`, `kind`, `title`, `reasons`, `cites` (each with `outlet` and `title` of its article); an event adds
    its date's basis, counts, origins and `coded`, the mentions as they were read; a statement its chain and
    wordings; an article the evidence of its fields. Raises `NotFound`, and `UsageError` for what is no id.
    """
    kind = kind_of(ident)
    if not kind:
        raise UsageError(f"{ident[:60]!r} is no id of coranto; ids look like evt-1a2b3c4d5e6f7a8b")
    if kind == "art":
        return _article(archive, ident)
    ident = now_of(archive, ident)
    found, body = archive.fact(ident)
    data = from_json(body, dict[str, Any])
    why: dict[str, Any] = {"id": ident, "kind": found, "title": _title(data), "reasons": data.get("reasons", [])}
    why["cites"] = [_placed(archive, cite) for cite in data.get("cites", [])]
    if found == "event":
        why |= {name: data[name] for name in _EVENT}
        why["coded"] = _mentions(archive, data["mentions"], why["cites"])
    if found == "statement":
        why |= {"form": data["kind"]} | {name: data[name] for name in _STATEMENT}
    if found in ("story", "storyline"):
        why |= _group(archive, found, data)
    return why


def _title(data: dict[str, Any]) -> str:
    return str(data.get("title") or data.get("name") or data.get("what") or " … ".join(data.get("content", ())))


def _group(archive: Archive, kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """What a story or storyline rests on: for a story each article's own reasons, for a storyline its links."""
    if kind == "storyline":
        return {"reasons": data["links"], "key": data["key"], "stories": data["stories"]}
    lines = archive.lines(data["id"])
    reasons = [_joined(archive, line) for line in lines]
    return {"reasons": reasons, "storyline": data["storyline"], "top_reason": data["top_reason"]}


def _joined(archive: Archive, line: dict[str, Any]) -> dict[str, Any]:
    why = archive.held(line["id"]).why
    reasons = from_json(why, list[str]) if why else []
    return {"article": line["id"], "title": line["title"], "outlet": line["outlet"], "reasons": reasons}


def _placed(archive: Archive, cite: dict[str, Any]) -> dict[str, Any]:
    line = archive.line(cite["article"])
    return {**cite, "outlet": line["outlet"], "title": line["title"]}


def _mentions(archive: Archive, ids: list[str], cites: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The event mentions behind an event, as the coder left them."""
    wanted = set(ids)
    found: list[dict[str, Any]] = []
    for article in sorted({cite["article"] for cite in cites}):
        found += [to_data(mention) for mention in archive.reading_of(article).events if mention.id in wanted]
    return found


def _article(archive: Archive, ident: str) -> dict[str, Any]:
    held = archive.held(ident)
    article = held.article
    reading = archive.reading_of(ident)
    return {
        "id": ident,
        "kind": "article",
        "title": article.title,
        "published": to_data(shapes.best_date(held)),
        "updated": to_data(article.updated),
        "completeness": to_data(shapes.completeness(held)),
        "credits": to_data(article.credits),
        "evidence": to_data(article.evidence),
        "flags": [*article.flags, *reading.flags],
        "story": held.story,
        "reasons": from_json(held.why, list[str]) if held.why else [],
        "cites": [],
        "lineage": to_data(held.lineage) if held.lineage else None,
        "copies": [to_data(edge) for edge in archive.edges_of(ident)],
        "parts": [*article.part, *reading.part],
    }
