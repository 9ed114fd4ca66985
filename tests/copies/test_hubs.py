"""Live pages, round-ups and aggregators are known and bridge nothing."""

import time

import pytest
from test_copies import page, run, story

from coranto.copies.hubs import is_hub
from coranto.types import Block, Cite, Credit


def lines(*parts):
    return "\n\n".join(parts)


TIMED = lines(
    "10:15 a.m.", story(1, 40), "9:40 a.m.", story(2, 40), "9:05 a.m.", story(3, 40), "8:30 a.m.", story(4, 40)
)
AGO = lines(
    "3 min ago", story(1, 40), "1 hr 4 min ago", story(2, 40), "2 hours ago", story(3, 40), "Yesterday", "5 hrs ago"
)
LEADS = lines(f"OSLO (AP) — {story(1, 30)}", f"PARIS, France (AFP) — {story(2, 30)}", story(3, 30))
BRIEFS = lines(*(f"{city} (AP) — {story(at, 30)}" for at, city in enumerate(("OSLO", "BERGEN", "TURKU"))))


@pytest.mark.parametrize("text", [TIMED, AGO, LEADS, BRIEFS], ids=["times", "ago", "two agencies", "briefs"])
def test_gathering_pages_are_hubs(text):
    assert is_hub(page("h", text), len(text.split()))


@pytest.mark.parametrize(
    "title",
    ["Coast news in brief", "Storm: live updates", "Five things to know for Tuesday", "Your Monday briefing"],
)
def test_gathering_titles_are_hubs(title):
    assert is_hub(page("h", story(1), title=title), 100)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Five things to watch for at the harbour summit", story(1)),
        ("Ferry sails", lines(f"OSLO (AP) — {story(1)}", story(2))),
        ("Ferry sails", lines("10:15 a.m.", story(1), "The pilot said at 9:40 a.m. that he was ready.")),
        ("Ferry sails", ""),
    ],
)
def test_plain_pages_are_none(title, text):
    assert not is_hub(page("h", text, title=title), 300)


def test_the_running_file_of_one_agency_is_its_writing():
    cite = Cite(article="h", sentence=-2, start=0, end=2, exact="AP")
    file = page("h", TIMED, margin="AP", credits=(Credit(agency="Associated Press", kind="agency", cite=cite),))
    assert not is_hub(file, 160)


def test_many_heads_make_a_hub():
    text = lines(*(f"Head {at}\n\n{story(at, 20)}" for at in range(14)))
    heads = tuple(Block(kind="head", start=at, end=at + 1) for at in range(14))
    assert is_hub(page("h", text, blocks=heads), 300)
    assert not is_hub(page("h", text, blocks=heads[:5]), 300)


def test_a_live_page_bridges_no_families_and_a_round_up_is_one_with_its_copy():
    one, two = story(11, 120), story(12, 120)
    pages = [
        page("a", one), page("b", two),
        page("l", lines("9:40 a.m.", one, "9:05 a.m.", two, "8:30 a.m.", "8:15 a.m."), "2024-03-05"),
        page("m", lines("9:40 a.m.", one, "9:05 a.m.", two, "8:30 a.m.", "8:15 a.m."), "2024-03-06"),
        page("n", lines("9:40 a.m.", one, "9:05 a.m.", story(13), "8:30 a.m.", "8:15 a.m."), "2024-03-06"),
        page("c", one, "2024-03-07"), page("d", two, "2024-03-07"),
    ]  # fmt: skip
    _, families, prints = run(pages)
    assert all(prints[name].hub for name in "lmn")
    assert families["l"] == families["m"] != families["n"]
    assert families["c"] == families["a"]
    assert families["d"] == families["b"]
    assert len(set(families.values())) == 4


def test_hostile_pages_take_linear_time():
    for unit in ("A", "A (", "(AP) — ", "1:00\n", "OSLO (", "1 min "):
        text = unit * (600_000 // len(unit))
        start = time.process_time()
        is_hub(page("h", text, title=text), 10)
        assert time.process_time() - start < 1
