"""What a story's page shows, from its strip to its articles."""

from typing import Any

from coranto.desk import relations, suggestions, views
from coranto.desk.carried import carried
from coranto.desk.kept import kept
from coranto.desk.speech import grouped
from coranto.desk.tree import canopy, forest
from coranto.desk.words import clip
from coranto.store import Archive

_SAID = 30
_FIGURES = 30
_FACTS = 24
_ALONE = 8
_OUTLETS = 10
_FAMILIES = 50
_ORIGINS = 10
_RELATED = 8
_NAME = 44
_ALONE_NAMED = 40


def story_values(archive: Archive, ident: str) -> dict[str, Any]:
    """The values of the story's template. Raises `NotFound`."""
    data = views.story_page(archive, ident)
    traced = relations.lineage(archive, data["id"])
    names = {key: clip(name, _NAME) for key, name in traced["names"].items()}
    trees, alone, hidden_nodes = canopy(forest(traced))
    groups = grouped(data["statements"])
    compare = relations.compared(data)
    return {
        "story": data,
        "names": names,
        "origins": _origins(data, names),
        "carried": carried(data["articles"]),
        **_line(archive, data),
        "perhaps": _perhaps(archive, data["id"]),
        **_events(data),
        "said": groups[:_SAID],
        "hidden_said": data["statement_count"] - sum(1 + len(group["near"]) for group in groups[:_SAID]),
        "figures": sorted(data["figures"], key=_given)[:_FIGURES],
        "hidden_figures": max(0, len(data["figures"]) - _FIGURES),
        **_compared(compare),
        "trees": trees,
        "alone": alone[:_ALONE_NAMED],
        "hidden_alone": max(0, len(alone) - _ALONE_NAMED),
        "hidden_nodes": hidden_nodes,
        "versions": version_counts(traced),
        "voices": voices(data["statements"], traced),
        **_families(data["articles"]),
    }


def voices(statements: list[dict[str, Any]], traced: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """How many articles carry each statement, and how many independent origins these go back to."""
    roots = {row["article"]: _root(row) for row in traced["articles"]}
    told = {one["id"]: [roots[ident] for ident in one["articles"] if ident in roots] for one in statements}
    return {ident: (len(found), len(set(found))) for ident, found in told.items()}


def _root(row: dict[str, Any]) -> str:
    """The one origin an article counts for: an article that is held, else the first source, else itself."""
    held = [origin for origin in row["origins"] if origin.startswith("art-")]
    return str((held or row["origins"] or [row["article"]])[0])


def version_counts(traced: dict[str, Any]) -> dict[str, int]:
    """How many versions there are of each article that has several, as far as its story holds them."""
    home: dict[str, list[str]] = {}
    for row in traced["articles"]:
        for edge in row["edges"]:
            if edge["reasons"][:1] == ["version_of"]:
                one, other = (home.get(ident, [ident]) for ident in (row["article"], edge["parent"]))
                joined = list(dict.fromkeys((*one, *other)))
                home.update(dict.fromkeys(joined, joined))
    return {ident: len(held) for ident, held in home.items()}


def _perhaps(archive: Archive, ident: str) -> list[dict[str, Any]]:
    """Other storylines that the story may belong to."""

    def make() -> list[dict[str, Any]]:
        return suggestions.of(archive, ident)

    return kept(archive, list, ("perhaps", ident), make)


def _line(archive: Archive, data: dict[str, Any]) -> dict[str, Any]:
    """The storyline, and the stories before and after this one in it."""
    if not data["storyline"]:
        return {"line": None, "related": []}
    line = views.fact(archive, data["storyline"], "storyline")
    at = line["stories"].index(data["id"]) if data["id"] in line["stories"] else 0
    near = line["stories"][max(0, at - _RELATED // 2) : at + _RELATED // 2 + 1]
    return {"line": line, "related": [views.fact(archive, one, "story") for one in near if one != data["id"]]}


def _origins(data: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The origins that the record counts: sources that are named, and articles that are reports of their own."""
    named = [one for one in data["origin_names"] if not one.startswith("art-")]
    own = [one for one in data["origin_names"] if one.startswith("art-")]
    reports: dict[str, list[str]] = {}
    for one in own:
        reports.setdefault(names.get(one) or "a report", []).append(one)
    shown = [{"name": name, "article": ids[0], "many": len(ids)} for name, ids in reports.items()][:_ORIGINS]
    left = len(own) - sum(len(ids) for ids in list(reports.values())[:_ORIGINS])
    return {"named": named[:_ORIGINS], "own": shown, "hidden": max(0, len(named) - _ORIGINS) + left}


def _events(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "days": views.by_day(data["events"]),
        "hidden_events": data["event_count"] - len(data["events"]),
    }


def _given(figure: dict[str, Any]) -> tuple[bool, int, str]:
    return not figure["differs"], -len(figure["cites"]), figure["id"]


def _compared(compare: dict[str, Any]) -> dict[str, Any]:
    """The facts that several outlets tell, or that differ, then some that only one tells; the busiest outlets."""
    told = {name: sum(row["cells"][name] != "silent" for row in compare["facts"]) for name in compare["outlets"]}
    outlets = sorted(compare["outlets"], key=lambda name: (-told[name], name))
    shared = [row for row in compare["facts"] if row["differs"] or _outlets(row) > 1]
    alone = [row for row in compare["facts"] if not (row["differs"] or _outlets(row) > 1)]
    facts = [*shared[:_FACTS], *alone[: max(0, min(_ALONE, _FACTS - len(shared)))]]
    return {
        "outlets": outlets[:_OUTLETS],
        "all_outlets": len(outlets),
        "facts": facts,
        "hidden_facts": len(compare["facts"]) - len(facts),
    }


def _outlets(row: dict[str, Any]) -> int:
    return sum(cell != "silent" for cell in row["cells"].values())


def _families(articles: list[dict[str, Any]]) -> dict[str, Any]:
    """Articles by family of copies, the largest family first, then in order of time."""
    families: dict[str, list[dict[str, Any]]] = {}
    for article in articles:
        families.setdefault(article["family"] or article["id"], []).append(article)
    ranked = sorted(families.values(), key=_largest)
    return {"families": ranked[:_FAMILIES], "hidden_families": max(0, len(ranked) - _FAMILIES)}


def _largest(family: list[dict[str, Any]]) -> int:
    return -len(family)
