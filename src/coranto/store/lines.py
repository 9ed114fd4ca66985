"""An article as lists show it: all of its head, none of its text."""

from typing import Any

from coranto.types import Article
from coranto.types.codec import from_json, to_data, to_json

_HEAVY = ("text", "sentences", "blocks", "margin", "evidence")


def line_of(article: Article) -> bytes:
    """The JSON of an article without its text, sentences, blocks, margin and evidence; `words` counts its words."""
    data = {name: value for name, value in to_data(article).items() if name not in _HEAVY}
    data["words"] = len(article.text.split())
    return to_json(data)


def whole_line(
    line: bytes, found: tuple[bytes | None, bytes | None], group: tuple[str, str, str]
) -> dict[str, Any]:
    """A stored line with what was derived since: family, story, storyline; and as `found` a date where it printed
    none, and what its copies show of a text that is cut."""
    dated, beside = found
    data = from_json(line, dict[str, Any])
    if dated and data["published"]["known"] in ("none", "inferred"):
        data["published"] = from_json(dated, dict[str, Any])
    if beside:
        data["completeness"] = from_json(beside, dict[str, Any])
    data["family"], data["story"], data["storyline"] = group
    return data
