"""The terminal: every view prints whole, as plain text, whatever stands in it."""

import io

import pytest
from rich.console import Console

from coranto.desk import console, relations, suggestions, views
from coranto.store import Archive, Filter


@pytest.fixture(scope="module")
def archive(samples_archive):
    with Archive(samples_archive, make=False) as held:
        yield held


def printed(show, *values):
    out = io.StringIO()
    show(Console(file=out, width=200, highlight=False, soft_wrap=True, no_color=True), *values)
    return out.getvalue()


def test_lists_print_a_row_for_each_item(archive):
    for name in (*views.LISTS, "refusals"):
        data = views.listing(archive, name, Filter(limit=1000))
        text = printed(console.show_list, name, data)
        for item in data["items"]:
            assert str(item.get("id", item.get("subject"))) in text.replace("\n", ""), name
        if not data["items"]:
            assert text == f"No {name} here.\n"


def test_a_list_says_how_to_go_on(archive):
    data = views.listing(archive, "articles", Filter(limit=2))
    assert f"--cursor {data['cursor']}" in printed(console.show_list, "articles", data)


def test_an_article_prints_whole(archive):
    for ident, _ in archive.find("article", Filter(limit=1000)).items:
        data = views.article(archive, ident)
        text = printed(console.show_article, data)
        assert data["text"] in text
        assert data["title"] in text
        assert data["completeness"]["verdict"] in text


def test_a_story_prints_every_article_event_and_statement(archive, largest):
    data = views.story(archive, largest["id"])
    text = printed(console.show_story, data)
    assert f"{data['origins']} independent origins" in text
    for one in (*data["articles"], *data["events"]):
        assert one["id"] in text
    for article in data["articles"]:
        for label in article["labels"]:
            assert f"{label['label']}: {label['reason']}" in text
    for statement in data["statements"]:
        assert " … ".join(statement["content"]) in text


def test_relations_print(archive, largest):
    ident = largest["id"]
    line = views.storyline(archive, archive.find("storyline", Filter(limit=1)).items[0][0])
    assert line["title"] in printed(console.show_storyline, line)
    assert "12" in printed(console.show_timeline, views.timeline(archive, ident))
    near = suggestions.suggestions(archive, ident)
    assert near["items"]
    assert all(one["title"] in printed(console.show_suggestions, near) for one in near["items"])
    assert "No other storyline" in printed(console.show_suggestions, {**near, "items": []})
    assert "Tension by month" in printed(console.show_dossier, relations.dossier(archive, "NOR", "ISL"))
    assert "not found" in printed(console.show_said, relations.who_said(archive, "purple elephants"))
    assert "←" in printed(console.show_lineage, relations.lineage(archive, ident))
    compared = printed(console.show_compare, relations.compare(archive, ident))
    assert "states" in compared
    assert "silent" in compared
    assert "#s" in printed(console.show_search, views.search(archive, "mackerel", 5))
    assert "Nothing found." in printed(console.show_search, views.search(archive, "zzzz", 5))


def test_explain_prints_for_every_kind(archive, largest):
    story = views.story(archive, largest["id"])
    idents = [largest["id"], story["articles"][0]["id"], story["events"][0]["id"], story["statements"][0]["id"]]
    for ident in (*idents, story["figures"][0]["id"]):
        assert ident in printed(console.show_explain, relations.explain(archive, ident))


def test_markup_in_foreign_text_is_printed_as_it_stands(hostile):
    tags = "[bold red]x[/] [/nothing] \\[link=file:///etc]"
    row = {
        "id": "art-1",
        "published": {"value": "2024"},
        "outlet": tags,
        "title": tags,
        "completeness": {"verdict": "x"},
    }
    assert tags in printed(console.show_list, "articles", {"items": [row], "cursor": ""})
    with Archive(hostile.path, make=False) as archive:
        for ident, _ in archive.find("story", Filter(limit=9)).items:
            assert "<script>alert(1)</script> {{7*7}}" in printed(console.show_story, views.story(archive, ident))
