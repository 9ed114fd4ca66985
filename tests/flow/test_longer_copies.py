"""A longer copy in the archive shows that an article is cut, whatever the order in which they are read."""

import json
from itertools import permutations

import pytest

from coranto.desk import views
from coranto.desk.why import explain
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter

ONE = Settings(flow=FlowOptions(workers=1))
OPENING = (
    "ELLSUND, 4 March 2024 - The harbour board of Ellsund said on Monday that it would widen the northern lock by "
    "next spring, after two ships scraped its walls within one week.",
    "Board president Tove Lindqvist said that the work would cost forty million crowns and that the towns along "
    "the river had promised to pay a third of it before the summer.",
    "The pilots had asked for a wider lock for six years, and wrote to the ministry in January that none of them "
    "would bring in a ship of more than two hundred metres.",
)
REST = (
    "Lindqvist said that traffic would go on by night while the gates are taken out, and that the ferry to the "
    "islands would leave from the southern quay until the work is done.",
    "The ministry of transport has not yet said whether it will pay for the second pair of gates, which the board "
    "calls the harder half of the work.",
)
SHORT = ("Quay Courier", "https://quay.example/lock", OPENING)
LONG = ("Ellsund Post", "https://post.example/lock", OPENING + REST)
SIGNED = ("Isle Gazette", "https://isle.example/lock", (*OPENING, "(Reporting by Ana Bell; Editing by Carl Dahl)"))


def pages(folder, rows):
    folder.mkdir(exist_ok=True)
    found = []
    for outlet, url, paragraphs in rows:
        name = folder / f"{outlet.split()[0].lower()}.jsonl"
        row = {
            "url": url, "title": "Harbour board of Ellsund to widen northern lock", "outlet": outlet,
            "date": "2024-03-04", "text": "\n\n".join(paragraphs),
        }  # fmt: skip
        name.write_text(json.dumps(row) + "\n", encoding="utf-8")
        found.append(str(name))
    return found


def shown(archive):
    listed = {name: views.listing(archive, name, Filter(limit=500)) for name in views.LISTS}
    listed["whole"] = [views.article(archive, one["id"]) for one in listed["articles"]["items"]]
    return json.dumps(listed, sort_keys=True, ensure_ascii=False)


def verdicts(archive):
    items = views.listing(archive, "articles", Filter(limit=50))["items"]
    return {one["outlet"]: one["completeness"]["verdict"] for one in items}


def read_in(folder, order):
    with Archive(folder / "one.coranto") as archive:
        for batch in order:
            read(archive, batch, ONE)
        return verdicts(archive), shown(archive)


def test_a_longer_copy_makes_the_shorter_one_truncated(tmp_path):
    paths = pages(tmp_path / "pages", (SHORT, LONG))
    with Archive(tmp_path / "one.coranto") as archive:
        read(archive, paths[:1], ONE)
        assert verdicts(archive) == {"Quay Courier": "complete"}
        read(archive, paths[1:], ONE)
        assert verdicts(archive) == {"Quay Courier": "truncated", "Ellsund Post": "complete"}
        items = views.listing(archive, "articles", Filter(limit=50))["items"]
        short, other = sorted(items, key=lambda one: one["outlet"], reverse=True)
        why = explain(archive, short["id"])["completeness"]
        assert "longer version" in why["evidence"][0]["rule"] and why["evidence"][0]["where"] == other["id"]
        assert views.article(archive, short["id"])["completeness"] == why
        found = views.listing(archive, "articles", Filter(keys=("is:truncated",), limit=10))["items"]
        assert [one["id"] for one in found] == [short["id"]]


def test_a_text_that_its_page_signs_stays_whole_beside_a_longer_one(tmp_path):
    found, _ = read_in(tmp_path, [pages(tmp_path / "pages", (SIGNED, LONG))])
    assert found == {"Isle Gazette": "complete", "Ellsund Post": "complete"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_any_order_and_any_pieces_show_the_same(tmp_path, order):
    paths = pages(tmp_path / "pages", (SHORT, LONG, SIGNED))
    whole, pieces = tmp_path / "whole", tmp_path / "pieces"
    whole.mkdir(), pieces.mkdir()
    once = read_in(whole, [paths])
    assert read_in(pieces, [[paths[at]] for at in order]) == once
    assert once[0]["Quay Courier"] == "truncated"


def test_the_verdict_goes_with_the_longer_copy(tmp_path, monkeypatch):
    paths = pages(tmp_path / "pages", (SHORT, LONG))
    with Archive(tmp_path / "one.coranto") as archive:
        read(archive, paths, ONE)
        longer = next(one for one in views.listing(archive, "articles", Filter(limit=9))["items"]
                      if one["outlet"] == "Ellsund Post")  # fmt: skip
        with archive.write():
            page = archive.article_of(longer["id"]).page
            archive.retire([(page, "")])
        read(archive, paths[:1], ONE)
        assert verdicts(archive) == {"Quay Courier": "complete"}
