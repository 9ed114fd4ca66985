"""Which of two articles that share a text depends on the other: credit first, then time, then containment."""

from datetime import UTC, datetime
from functools import cache

from coranto.copies.marks import key, marks, same_source
from coranto.copies.sources import supplier
from coranto.data import rows
from coranto.types import Article

_DAY = len("2023-10-30")
_MINUTE = len("2023-10-30T10:15")
_WHOLE = 0.9
_PART = 0.7


@cache
def _carriers() -> frozenset[str]:
    return frozenset(
        key(name) for row in rows("outlets") if row.get("carrier") for name in (row["name"], *row["aliases"])
    )


def credits_outlet(article: Article, outlet: str) -> str:
    """The name by which an article credits another's outlet, or ""."""
    if not outlet or same_source(article.outlet, outlet):
        return ""
    named = [one.agency for one in article.credits if one.kind not in ("photo", "dateline", "inputs")]
    named += [mark.name for mark in marks(article)]
    return next((name for name in named if same_source(name, outlet)), "")


def in_order(first: str, second: str) -> bool:
    """Whether two ISO times tell which is the earlier: other days, or minutes of one day."""
    if not first or not second:
        return False
    if first[:_DAY] != second[:_DAY]:
        return True
    return len(first) > _DAY and len(second) > _DAY and first[:_MINUTE] != second[:_MINUTE]


def turned(child: Article, parent: Article, shares: tuple[float, float], whens: tuple[str, str]) -> str:
    """Why the article that came before depends on the one after it (`child`), or "" where it does not.

    `shares` are the parts of the child's and of the parent's narration that the other holds, `whens` their times.
    """
    if credits_outlet(child, parent.outlet):
        return ""
    credited = credits_outlet(parent, child.outlet)
    if credited:
        return f"the earlier article credits {credited}"
    if in_order(*whens):
        return ""
    if child.outlet != parent.outlet:
        told = _between_outlets(child, parent, shares)
        if told is not None:
            return told
    if child.captured and parent.captured and _moment(child.captured) < _moment(parent.captured):
        return "of two articles of one day the one captured later depends on the other"
    return ""


def untold(child: Article, parent: Article, shares: tuple[float, float], whens: tuple[str, str]) -> str:
    """That the direction between two articles rests on nothing but their ids, where it does; else ""."""
    if in_order(*whens) or credits_outlet(child, parent.outlet):
        return ""
    if child.outlet != parent.outlet and _between_outlets(child, parent, shares) is not None:
        return ""
    captured = child.captured and parent.captured and _moment(child.captured) != _moment(parent.captured)
    return "" if captured else "no page tells which of the two came first"


def _between_outlets(child: Article, parent: Article, shares: tuple[float, float]) -> str | None:
    """What tells two outlets' articles of one day apart; None where nothing does."""
    carried = key(child.outlet) in _carriers(), key(parent.outlet) in _carriers()
    if carried[0] != carried[1]:
        return "of two articles of one day that of a carrier depends on the other" if carried[1] else ""
    named = bool(supplier(child)), bool(supplier(parent))
    if named[0] != named[1]:
        return "of two articles of one day the one that names its source depends on the other" if named[1] else ""
    if max(shares) >= _WHOLE and min(shares) < _PART:
        return (
            "of two articles of one day the one contained in the other depends on it"
            if shares[1] > shares[0]
            else ""
        )
    return None


def _moment(captured: str) -> float:
    """Seconds of a capture time, so that zones do not matter; what is no time comes last."""
    try:
        when = datetime.fromisoformat(captured.replace("Z", "+00:00"))
    except ValueError:
        return float("inf")
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
