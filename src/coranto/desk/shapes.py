"""The shapes that the command line, the Python API and the HTTP API show alike (docs/3-shapes.md)."""

from typing import Any

from coranto.store.reads import Held
from coranto.types import Completeness, Dated
from coranto.types.codec import to_data


def article(held: Held) -> dict[str, Any]:
    """An article whole: the page's own fields, then family, story, storyline and lineage.

    A date found by the record stands in `published` where the page itself printed none, and what copies show of a
    text that is cut in `completeness`.
    """
    data: dict[str, Any] = to_data(held.article)
    data["published"] = to_data(best_date(held))
    data["completeness"] = to_data(completeness(held))
    data |= {"family": held.family, "story": held.story, "storyline": held.storyline}
    data["lineage"] = to_data(held.lineage) if held.lineage else None
    return data


def best_date(held: Held) -> Dated:
    """The page's own date, or the one the record found for it."""
    own = held.article.published
    narrower = held.dated is not None and own.known in ("none", "inferred")
    return held.dated if narrower and held.dated is not None else own


def completeness(held: Held) -> Completeness:
    """What copies show of a text that is cut, else what its own page shows."""
    return held.beside or held.article.completeness


def flat(row: dict[str, Any]) -> dict[str, str]:
    """A row for CSV: lists joined by `; `, the telling field of inner objects."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        for name in ("value", "name", "verdict", "entity_text", "agency", "text", "exact", "whats_new"):
            if name in value:
                return _cell(value[name])
        return " ".join(_cell(one) for one in value.values())
    return str(value)
