"""The front page: what stands at the top, and why."""

from datetime import UTC, date, datetime
from typing import Any

from coranto.desk.actors import is_code
from coranto.desk.views import _data
from coranto.store import Archive, Filter

_HALF_LIFE = 3.0
_LOOKED_AT = 400
_LINES = 6
_OUTLETS = 16
_ACTORS = 40
_UNDATED = 0.0


def front(archive: Archive, limit: int = 12) -> dict[str, Any]:
    """Top and latest stories, storylines, outlets, actors to choose from, counts.

    A story's place is its weight (independent outlets after folding × prominence) halved for every three days
    that it is older than the newest article of the archive; stories without a date stand behind those with one.
    """
    found = archive.find("story", Filter(limit=_LOOKED_AT))
    stories = [_data(body) for _, body in found.items]
    # a page whose clock runs ahead is not the measure of what is new
    newest = min(archive.latest(), datetime.now(UTC).isoformat(timespec="minutes"))
    ranked = sorted(stories, key=lambda story: (-story["top"] * _fresh(story["last"], newest), story["id"]))
    named = [(name, many) for name, many in archive.outlets() if name]
    lines = [_data(body) for _, body in archive.find("storyline", Filter(limit=_LOOKED_AT)).items]
    return {
        "top": ranked[:limit],
        "latest": [story for story in stories if story["last"]][:limit],
        "lines": sorted(lines, key=_longest)[:_LINES],
        "pair": _pair(lines),
        "actors": _actors(stories),
        "outlets": named[:_OUTLETS],
        "more_outlets": max(0, len(named) - _OUTLETS),
        "counts": archive.counts(),
    }


def _longest(line: dict[str, Any]) -> tuple[int, str]:
    return -len(line["stories"]), line["id"]


def _pair(lines: list[dict[str, Any]]) -> tuple[str, str]:
    """The two countries of the storyline with the most stories, as an example of a pair."""
    for line in sorted(lines, key=_longest):
        one, plus, other = line["key"].partition(":")[0].partition("+")
        if plus and is_code(one) and is_code(other):
            return one, other
    return "CHN", "RUS"


def _actors(stories: list[dict[str, Any]]) -> list[str]:
    """The countries that stories name, the most named first."""
    counts: dict[str, int] = {}
    for story in stories:
        for actor in story["actors"]:
            if is_code(actor) and actor.isupper():
                counts[actor] = counts.get(actor, 0) + 1
    return sorted(counts, key=lambda actor: (-counts[actor], actor))[:_ACTORS]


def _fresh(last: str, newest: str) -> float:
    """1 for a story of the newest day, halved for every three days it is older; a month or year counts from its
    end, which leaves it before nothing newer."""
    padded = last[:10] + {4: "-12-31", 7: "-28"}.get(len(last[:10]), "")
    top = newest[:10] + {4: "-12-31", 7: "-28"}.get(len(newest[:10]), "")
    try:
        age = (date.fromisoformat(top) - date.fromisoformat(padded)).days
    except ValueError:
        return _UNDATED
    return float(0.5 ** (min(3000, max(0, age)) / _HALF_LIFE))
