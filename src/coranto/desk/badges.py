"""The labels of a story's articles, as data: what marks each among the others, and why."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from coranto.store import Archive, Filter
from coranto.story.contrast import Told, told
from coranto.story.labels import Account, labels
from coranto.types import Event, Figure, Lineage, Statement
from coranto.types.codec import from_json, to_data
from coranto.types.ids import digest_bytes

Traced = tuple[str, str, str, str, bytes | None]
"""`(article, title, outlet, family, lineage)` as the archive holds it."""
Badges = dict[str, list[dict[str, Any]]]
_ALL = 100_000
_CUT = ("truncated", "teaser")
_GATHERED = ("live", "roundup", "forum")
_HELD = 64
_held: OrderedDict[str, Badges] = OrderedDict()


def badges(archive: Archive, ident: str, lines: Sequence[dict[str, Any]], found: Sequence[Traced]) -> Badges:
    """`{"label", "reason", "count", "facts", "cite"}` by article of a story; `lines` are its articles as lists show
    them, `found` their stored lineages.

    They are remembered, for some stories, until the story or its lineage is made anew.
    """
    if len(lines) < 2:
        return {}
    sign = _sign(archive, ident, found)
    if sign not in _held:
        made = labels([_account(line, body) for line, body in _with_lineage(lines, found)], _facts(archive, ident))
        _held[sign] = {article: [to_data(label) for label in given] for article, given in made.items()}
        if len(_held) > _HELD:
            _held.popitem(last=False)
    return _held[sign]


def _sign(archive: Archive, ident: str, found: Sequence[Traced]) -> str:
    told_by = (str(archive.path).encode(), archive.fact(ident)[1], *(row[4] or b"" for row in found))
    return digest_bytes(b"\x1f".join(told_by))


def _with_lineage(
    lines: Sequence[dict[str, Any]], found: Sequence[Traced]
) -> list[tuple[dict[str, Any], bytes | None]]:
    bodies = {row[0]: row[4] for row in found}
    return [(line, bodies.get(line["id"])) for line in lines]


def _account(line: dict[str, Any], body: bytes | None) -> Account:
    return Account(
        article=line["id"],
        outlet=line["outlet"],
        when=line["published"]["value"] if line["published"]["known"] != "inferred" else "",
        words=line["words"],
        family=line["family"],
        partial=line["completeness"]["verdict"] in _CUT or line["kind"] in _GATHERED,
        lineage=from_json(body, Lineage) if body else None,
    )


def _facts(archive: Archive, ident: str) -> list[Told]:
    """A story's events, figures, and statements of named speakers."""
    by = Filter(keys=(f"story:{ident}",), limit=_ALL)
    events = [from_json(body, Event) for _, body in archive.find("event", by).items]
    figures = [from_json(body, Figure) for _, body in archive.find("figure", by).items]
    said = [from_json(body, Statement) for _, body in archive.find("statement", by).items]
    named = [one for one in said if one.speaker and one.speaker.name[:1].isupper()]
    return [*map(told, events), *map(told, figures), *map(told, named)]
