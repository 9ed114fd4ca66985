"""Versions of one article: found from any of them, shown with what changed, readable without colour."""

import json
import re
from html import unescape

import pytest
from test_desk_console import printed
from test_desk_shapes import documented

from conftest import Desk, filled
from coranto import copies
from coranto.desk import console
from coranto.desk.versions import folded, stretches
from coranto.types import Article

FIRST = [
    "TROMSO - A coal ship ran aground off the northern lighthouse on Monday, the coast guard said in a statement.",
    "Twelve sailors were taken off the ship by helicopter before the tide turned, and nobody was hurt, it said.",
    "The ship had left the harbour of Longyearbyen on Saturday with four thousand tonnes of coal on board.",
    '"We saw the lights go out one after the other," said Liv Strand, who keeps the lighthouse with her brother.',
    "A tug from Hammerfest was on its way to the place where the ship lies and should arrive in the evening.",
]
SECOND = [*FIRST[:1], FIRST[1].replace("Twelve", "Fourteen"), *FIRST[2:4],
          "The tug from Hammerfest arrived at noon.", "Divers will look at the hull on Wednesday."]  # fmt: skip


@pytest.fixture(scope="module")
def ship(tmp_path_factory):
    """A desk over two readings of one address and an article beside them."""
    folder = tmp_path_factory.mktemp("ship")
    rows = [
        {"title": "Coal ship aground", "url": "https://news.example/ship", "outlet": "Northern Mail",
         "text": "\n\n".join(text), "date": date}
        for text, date in ((FIRST, "2024-03-04T10:00"), (SECOND, "2024-03-05T12:30"))
    ]  # fmt: skip
    choir = "HARSTAD - " + "The choir of the upper valley sang in the church on Sunday evening. " * 6
    rows.append({"title": "Choir sings <b>twice</b>", "url": "https://news.example/choir", "text": choir})
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Desk(filled(folder / "ship.coranto", [str(folder / "rows.jsonl")]))


@pytest.fixture(scope="module")
def pair(ship):
    """The two readings, the older first."""
    items = ship.data("/api/articles")["items"]
    return sorted((one for one in items if "Coal" in one["title"]), key=lambda one: one["published"]["value"])


def test_both_versions_know_each_other(ship, pair):
    for one in pair:
        data = ship.data(f"/api/versions/{one['id']}")
        assert set(data) == documented("versions")
        assert [line["id"] for line in data["versions"]] == [line["id"] for line in pair]
        assert len(data["changes"]) == 1
        change = data["changes"][0]
        assert set(change) == {"old", "new", "title", "text"}
        changed = [(run["old"], run["new"]) for run in change["text"] if run["op"] == "changed"]
        assert ("Twelve", "Fourteen") in changed
        text = ship.page(f"/article/{one['id']}")
        assert f'<a href="/versions/{one["id"]}">2 versions</a>' in text
        assert f'<a href="/versions/{one["id"]}?old={pair[0]["id"]}&amp;new={pair[1]["id"]}">Compare</a>' in text
    story = ship.page(f"/story/{pair[0]['story']}")
    assert story.count("2 versions</a>") == 2


def test_the_page_shows_what_changed_with_more_than_colour(ship, pair):
    text = ship.page(f"/versions/{pair[1]['id']}")
    assert '<del><span class="hidden">[removed: </span>Twelve<span class="hidden">]</span></del>' in text
    assert '<ins><span class="hidden">[added: </span>Fourteen<span class="hidden">]</span></ins>' in text
    assert "unchanged paragraph" in text
    assert "4 March 2024, 10:00" in text
    assert "5 March 2024, 12:30" in text
    css = ship.page("/static/coranto.css")
    assert re.search(r"ins \{[^}]*underline", css)
    assert re.search(r"del \{[^}]*line-through", css)
    turned = ship.page(f"/versions/{pair[1]['id']}?old={pair[1]['id']}&new={pair[0]['id']}")
    assert '<del><span class="hidden">[removed: </span>Fourteen<' in turned
    assert "The words are the same." in ship.page(
        f"/versions/{pair[0]['id']}?old={pair[0]['id']}&new={pair[0]['id']}"
    )


def test_the_later_text_can_be_read_off_the_page(ship, pair):
    text = ship.page(f"/versions/{pair[1]['id']}").partition("<h3>")[2].partition("</section>")[0]
    text = re.sub(
        r"<del>.*?</del>|<summary>.*?</summary>|<h3>.*?</h3>|<span class=\"hidden\">[^<]*</span>", "", text
    )
    text = text.partition("</h3>")[2]
    shown = unescape(" ".join(re.sub(r"<[^>]+>", " ", text).split()))
    assert shown.replace(" ", "") == "".join(SECOND).replace(" ", "")


def test_an_article_read_once_has_one_version(ship):
    other = next(one for one in ship.data("/api/articles")["items"] if "Choir" in one["title"])
    assert len(ship.data(f"/api/versions/{other['id']}")["versions"]) == 1
    text = ship.page(f"/versions/{other['id']}")
    assert "Only one version of this article was read." in text
    assert "<b>twice" not in text
    assert "/versions/" not in ship.page(f"/article/{other['id']}")


def test_what_is_no_version_is_refused(ship, pair):
    other = next(one for one in ship.data("/api/articles")["items"] if "Choir" in one["title"])
    assert ship.get(f"/versions/{pair[0]['id']}?old={other['id']}").status_code == 400
    assert ship.get("/versions/art-0000000000000000").status_code == 404
    assert ship.get("/api/versions/art-0000000000000000").status_code == 404
    assert ship.get("/api/versions/sto-0000000000000000").status_code == 400


def test_the_terminal_marks_changes_without_colour(ship, pair):
    text = printed(console.show_versions, ship.data(f"/api/versions/{pair[0]['id']}"))
    assert "sentence 2: [-Twelve-] {+Fourteen+}" in text
    assert pair[0]["id"] in text
    single = {"id": "x", "versions": [pair[0]], "changes": []}
    assert "Only one version" in printed(console.show_versions, single)


def article(ident, text):
    return Article(id=ident, page="", path="", title="", outlet="", text=text)


def laid(old, new):
    return stretches(copies.diff(article("a", old), article("b", new)).text, old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""), ("", "All of it\n\nis new."), ("All of it\n\nwent.", ""), ("one two three", "one three"),
        ("One para.\n\nTwo para.", "Two para.\n\nOne para."), ("a b c\n\nd e f", "a b c d e f"),
        ("same words here", "same words here"), ("x " * 3000, "x " * 2990 + "y"), ("¶ ¶ ¶", "¶"),
    ],
)  # fmt: skip
def test_no_word_of_the_later_version_is_lost(old, new):
    found = laid(old, new)
    kept = " ".join(run.text for one in found for run in one.runs if run.kind != "del")
    assert kept.split() == new.split() or "".join(kept.split()) == "".join(new.split())
    gone = "".join(run.text for one in found for run in one.runs if run.kind == "del").replace(" ¶ ", " ")
    assert set(gone.split()) <= set(old.split()) | {"¶"}


def test_long_unchanged_stretches_are_cut_and_paragraphs_folded():
    long = "word " * 400
    text = folded(
        laid(f"Start. {long}old end.\n\nSecond.\n\nThird.", f"Start. {long}new end.\n\nSecond.\n\nThird.")
    )
    assert [one["changed"] for one in text] == [True, False]
    assert text[1]["many"] == 2
    assert sum(run.skipped for run in text[0]["runs"]) > 200
    assert sum(len(run.text) for run in text[0]["runs"]) < 700


def test_the_page_of_versions_is_well_formed(ship, pair):
    from test_desk_pages import Outline

    page = Outline(ship.page(f"/versions/{pair[1]['id']}"))
    assert not page.wrong
    assert not page.open
    assert page.headings[:3] == [1, 2, 3]
    assert len(page.ids) == len(set(page.ids))
