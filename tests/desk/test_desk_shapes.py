"""The JSON routes give the shapes that docs/3-shapes.md tells, field by field."""

import re
from pathlib import Path

import pytest

DOC = Path(__file__).parents[2] / "docs" / "3-shapes.md"

ARTICLE = {"id", "url", "path", "title", "outlet", "carrier", "kind", "lang", "text", "sentences", "published",
           "updated", "captured", "byline", "credits", "completeness", "read_minutes", "flags", "family",
           "story"}  # fmt: skip
EVENT = {"id", "event", "mode", "context", "of", "modality", "quad_code", "event_scale", "actor", "recipient",
         "date", "enddate", "date_granularity", "date_basis", "date_reason", "event_loc", "title", "occasion",
         "part_of", "status", "counts", "origins", "disagreements", "stories", "cites"}  # fmt: skip
STATEMENT = {"id", "kind", "content", "cue", "stance", "speaker", "chain", "wordings", "articles", "date", "cites"}
STORY = {"id", "title", "first", "last", "articles", "families", "outlets", "origins", "storyline", "brief",
         "top_reason"}  # fmt: skip
LABELS = {"First", "Origin", "Most relayed", "Fullest", "Adds facts", "Differs"}
CITE = {"article", "sentence", "start", "end", "exact", "prefix", "suffix"}


def documented(name):
    """The fields that the docs name under a heading."""
    text = DOC.read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, flags=re.DOTALL | re.MULTILINE)
    assert found, f"docs/3-shapes.md has no section {name}"
    return set(re.findall(r"^\| `([a-z_]+)`", found.group(1), flags=re.MULTILINE))


def test_article(desk):
    for line in desk.data("/api/articles?limit=1000")["items"]:
        data = desk.data(f"/api/article/{line['id']}")
        assert set(data) >= ARTICLE
        assert set(data) == documented("article")
        assert set(data["published"]) >= {"value", "end", "precision", "known", "evidence"}
        assert set(data["completeness"]) == {"verdict", "evidence"}
        assert all(set(one) == {"name", "role"} for one in data["byline"])
        assert all(set(one) >= {"agency", "cite"} for one in data["credits"])
        assert data["kind"] in ("news", "forum", "agency", "ministry", "blog", "live", "roundup")


def test_line(desk):
    for line in desk.data("/api/articles?limit=1000")["items"]:
        assert set(line) == documented("article line")
        assert "text" not in line


@pytest.mark.parametrize(
    ("plural", "section", "promised"),
    [
        ("events", "event", EVENT), ("statements", "statement", STATEMENT), ("stories", "story", STORY),
        ("storylines", "storyline", {"id", "title"}), ("people", "person", {"id", "name"}),
        ("offices", "office", {"id", "name"}), ("occasions", "occasion", {"id", "name"}),
        ("figures", "figure", {"id", "what", "values"}),
    ],
)  # fmt: skip
def test_facts(desk, plural, section, promised):
    items = desk.data(f"/api/{plural}?limit=1000")["items"]
    assert items
    for one in items:
        assert set(one) >= promised
        assert set(one) == documented(section), set(one) ^ documented(section)
        for cite in one.get("cites", ()):
            assert set(cite) == CITE


def test_counts_keep_their_order(desk):
    for event in desk.data("/api/events?limit=1000")["items"]:
        counts = event["counts"]
        order = [counts[name] for name in ("mentions", "articles", "outlets", "lineages", "origins")]
        assert order == sorted(order, reverse=True), event["title"]


def test_story_whole(desk, largest):
    data = desk.data(f"/api/story/{largest['id']}")
    assert set(data) == documented("story") | {"events", "statements", "figures"}
    assert data == desk.data(f"/story/{largest['id']}.json")
    assert set(data["brief"]) == {"whats_new", "background"}
    assert all(set(one) == {"text", "cite"} for one in data["brief"]["whats_new"])
    assert {one["id"] for one in data["articles"]} == set(largest["articles"])
    facts = {one["id"] for kind in ("events", "statements", "figures") for one in data[kind]}
    labels = [label for line in data["articles"] for label in line["labels"]]
    assert {label["label"] for label in labels} <= LABELS
    assert {"First", "Most relayed", "Fullest", "Adds facts"} <= {label["label"] for label in labels}
    for line in data["articles"]:
        assert set(line) == documented("article line") | {"labels"}
    for label in labels:
        assert set(label) == documented("label")
        assert label["reason"]
        assert set(label["facts"]) <= facts
        assert label["cite"] is None or set(label["cite"]) == CITE
    assert data["event_count"] == len(data["events"])
    assert data["statement_count"] == len(data["statements"])


def test_relations(desk, largest):
    ident = largest["id"]
    for address, section in (
        (f"/api/lineage/{ident}", "lineage"),
        (f"/api/compare/{ident}", "compare"),
        (f"/api/timeline/{ident}", "timeline"),
        ("/api/dossier/NOR/ISL", "dossier"),
        ("/api/who-said?words=numbers", "who-said"),
        ("/api/search?q=mackerel", "search"),
        (f"/api/suggest/{ident}", "suggest"),
    ):
        assert set(desk.data(address)) == documented(section), section
    assert set(desk.data("/api/history")) == {"story", "corrections", "joins"}
    edges = [edge for row in desk.data(f"/api/lineage/{ident}")["articles"] for edge in row["edges"]]
    assert edges
    assert all(set(edge) >= {"child", "parent", "parent_kind", "share", "reasons", "cites"} for edge in edges)


def test_refusals(desk, tmp_path):
    from conftest import Desk, filled

    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b"\n\n")
    (tmp_path / "cookies.txt").write_bytes(b"Accept cookies\nMenu\n")
    own = Desk(
        filled(tmp_path / "r.coranto", [str(tmp_path / name) for name in ("empty.txt", "blank.txt", "cookies.txt")])
    )
    whole = own.data("/api/refusals")["items"]
    assert len(whole) >= 2
    assert all(set(one) == {"part", "reason", "detail", "subject"} == documented("refusal") for one in whole)
    first = own.data("/api/refusals?limit=1")
    assert len(first["items"]) == 1
    second = own.data(f"/api/refusals?limit=1&cursor={first['cursor']}")
    assert [*first["items"], *second["items"]] == whole[:2]
    assert "Nothing read yet" in own.page("/")
    assert whole[0]["subject"].rpartition("/")[2] in own.page("/refusals")


def test_openapi_names_every_route(desk):
    paths = desk.data("/api/openapi.json")["paths"]
    assert "/api/story/{ident}" in paths
    assert "/api/who-said" in paths
    assert all(set(methods) == {"get"} for methods in paths.values())
