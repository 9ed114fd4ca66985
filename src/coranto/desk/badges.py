"""The labels of a story's articles, as data: what marks each among the others, and why."""

from dataclasses import dataclass
from typing import Any

from coranto.desk.kept import kept
from coranto.store import Archive, Filter
from coranto.story import Account, Spoken, Told, labels, told, without_echoes, words_told
from coranto.types import Cite, Event, Figure, Lineage
from coranto.types.codec import from_json, to_data

Badges = dict[str, list[dict[str, Any]]]
_ALL = 100_000
_CUT = ("truncated", "teaser")
_GATHERED = ("live", "roundup", "forum")


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What of a statement labels need, to look through many of them."""

    id: str
    content: tuple[str, ...]
    speaker: _Speaker | None
    cites: tuple[Cite, ...]


def badges(archive: Archive, ident: str) -> Badges:
    """`{"label", "reason", "count", "facts", "cite"}` by article of a story; empty for a story of one article."""

    def make() -> Badges:
        accounts = [_account(line, body) for line, body in _with_lineage(archive, ident)]
        made = labels(accounts, _facts(archive, ident)) if len(accounts) > 1 else {}
        return {article: [to_data(label) for label in given] for article, given in made.items()}

    return kept(archive, dict, ("labels", ident), make)


def _with_lineage(archive: Archive, ident: str) -> list[tuple[dict[str, Any], bytes | None]]:
    bodies = {row[0]: row[4] for row in archive.lineages(ident)}
    return [(line, bodies.get(line["id"])) for line in archive.lines(ident)]


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
    """A story's events without what is told as background, its figures, and statements of named speakers."""
    by = Filter(keys=(f"story:{ident}",), limit=_ALL)
    events = [from_json(body, Event) for _, body in archive.find("event", by).items]
    figures = [from_json(body, Figure) for _, body in archive.find("figure", by).items]
    said = [from_json(body, _Said) for _, body in archive.find("statement", by).items]
    named = [_spoken(one, one.speaker.name) for one in said if one.speaker and one.speaker.name[:1].isupper()]
    news = [event for event in events if event.modality != "background"]
    return [*map(told, news), *map(told, figures), *without_echoes(named)]


def _spoken(one: _Said, speaker: str) -> Spoken:
    return Spoken(words_told(one.id, speaker, one.content, one.cites), speaker, " ".join(one.content))
