"""The front page: what stands at the top, and why."""

from datetime import date
from typing import Any

from coranto.desk.views import _data
from coranto.store import Archive, Filter

_HALF_LIFE = 3.0
_LOOKED_AT = 400


def front(archive: Archive, limit: int = 12) -> dict[str, Any]:
    """Top stories and the latest ones: `{"top", "latest", "outlets", "counts"}`.

    A story's place is its weight (independent outlets after folding × prominence) halved for every three days
    that it is older than the newest article of the archive.
    """
    found = archive.find("story", Filter(limit=_LOOKED_AT))
    stories = [_data(body) for _, body in found.items]
    newest = archive.latest()
    ranked = sorted(stories, key=lambda story: (-story["top"] * _fresh(story["last"], newest), story["id"]))
    return {
        "top": ranked[:limit],
        "latest": stories[:limit],
        "outlets": archive.outlets()[:16],
        "counts": archive.counts(),
    }


def _fresh(last: str, newest: str) -> float:
    try:
        age = (date.fromisoformat(newest[:10]) - date.fromisoformat(last[:10])).days
    except ValueError:
        return 0.25
    return float(0.5 ** (max(0, age) / _HALF_LIFE))
