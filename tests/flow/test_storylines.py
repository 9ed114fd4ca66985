"""Storylines end to end: their titles, what their stories look back on, and what else may belong to them."""

import json

import pytest

from coranto.desk.suggestions import of, suggestions
from coranto.errors import NotFound
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter
from coranto.types import Story, Storyline
from coranto.types.codec import from_json

KEEPERS = "Keepers from along the coast told of their lamps and of the fog. The mayor spoke for an hour."
PAGES = [
    (
        "2024-03-04",
        "Lighthouse Keepers Forum opens",
        f"The 4th Lighthouse Keepers Forum began. {KEEPERS}",
    ),
    (
        "2024-05-07",
        "Keepers gather again",
        f"The 5th Lighthouse Keepers Forum began with a song. {KEEPERS}",
    ),
    ("2024-05-20", "Lamps of the coast go dark for a night", f"The lamps were put out on Sunday. {KEEPERS}"),
    (
        "2024-06-03",
        "Joint patrol of Norway and Iceland sails from Bergen",
        "The coast guards of Norway and Iceland began a joint patrol of the shelf on Monday. Two ships "
        "took part in the patrol, the Norwegian navy said. The patrol of the two militaries is to last four days.",
    ),
    (
        "2024-06-12",
        "Defence ministers of Norway and Iceland meet in Reykjavik",
        "The defence minister of Norway met his Icelandic counterpart in Reykjavik on Tuesday. The meeting "
        "follows last week's patrol of the two navies. They spoke of troops, ships and the security of the sea.",
    ),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lines")
    rows = [{"date": day, "title": title, "text": text, "outlet": "The Ledger"} for day, title, text in PAGES]
    pages = folder / "pages.jsonl"
    pages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Archive(folder / "a.coranto") as opened:
        read(opened, [str(pages)], Settings(flow=FlowOptions(workers=1)))
        yield opened


def facts(archive, kind, shape):
    return [from_json(body, shape) for _, body in archive.find(kind, Filter()).items]


def story_of(archive, word):
    return next(one for one in facts(archive, "story", Story) if word in one.title)


def test_an_occasion_has_the_name_that_its_articles_give_it(archive):
    (line,) = [one for one in facts(archive, "storyline", Storyline) if one.key.startswith("occasion:")]
    assert line.title == "Lighthouse Keepers Forum"
    assert len(line.stories) == 2


def test_a_look_back_names_the_earlier_story(archive):
    (line,) = [one for one in facts(archive, "storyline", Storyline) if one.key == "ISL+NOR:MIL"]
    meeting = story_of(archive, "Reykjavik")
    (link,) = [one for one in line.links if one.story == meeting.id]
    assert link.reasons[-1] == (
        'it looks back, "follows last week\'s patrol", on "Joint patrol of Norway and Iceland sails from Bergen",'
        " 2024-06-03"
    )


def test_a_story_outside_of_any_line_is_suggested_one_with_reasons(archive):
    dark = story_of(archive, "dark")
    assert not dark.storyline
    first = suggestions(archive, dark.id)["items"][0]
    assert first["title"] == "Lighthouse Keepers Forum"
    assert any(reason.startswith("words in common") for reason in first["reasons"])
    assert of(archive, dark.id)[0] == first
    assert story_of(archive, "gather").id in first["stories"]


def test_a_storys_own_line_and_later_stories_are_not_suggested(archive):
    for one in facts(archive, "story", Story):
        found = suggestions(archive, one.id)
        assert found["storyline"] == one.storyline
        assert all(item["storyline"] != one.storyline for item in found["items"] if item["storyline"])
        assert one.id not in [ident for item in found["items"] for ident in item["stories"]]
    assert suggestions(archive, story_of(archive, "opens").id)["items"] == []


def test_only_stories_have_suggestions(archive):
    with pytest.raises(NotFound):
        suggestions(archive, "sto-0000000000000000")
    line = facts(archive, "storyline", Storyline)[0]
    with pytest.raises(NotFound):
        of(archive, line.id)
