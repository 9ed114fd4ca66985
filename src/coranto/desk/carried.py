"""By whom alone a story is carried: one or two outlets, those of one country, those that a state or party owns."""

from functools import cache
from typing import Any

from coranto.data import rows
from coranto.desk.actors import called

_NAMED = 2
_OWNED = frozenset({"state", "party", "ministry"})


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Country and kind of outlets and agencies by their names, folded; the first row that has a name keeps it."""
    found: dict[str, tuple[str, str]] = {}
    for row in (*rows("outlets"), *rows("agencies")):
        for name in (row["name"], *row.get("aliases", ())):
            found.setdefault(name.casefold(), (row.get("country", ""), row.get("kind", "")))
    return found


def carried(articles: list[dict[str, Any]]) -> str:
    """`only by China Daily`, `only by outlets of China`, `only by outlets that a state or party owns`; empty where
    the outlets differ or one of them is not known."""
    names = sorted({line["outlet"] for line in articles})
    if not names or "" in names:
        return ""
    if len(names) <= _NAMED:
        return f"only by {' and '.join(names)}"
    facts = [_known().get(name.casefold(), ("", "")) for name in names]
    countries = {country for country, _ in facts}
    if len(countries) == 1 and "" not in countries:
        return f"only by outlets of {called(countries.pop())}"
    return "only by outlets that a state or party owns" if {kind for _, kind in facts} <= _OWNED else ""
