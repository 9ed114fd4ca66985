"""Datelines, agency marks, sources, relays, photo credits."""

import pytest

from coranto.article.credit import agency, dateline, spots
from coranto.text.sentences import paragraphs


def found(text, margin="", forum=False):
    out = []
    for one in spots(text, list(paragraphs(text)), margin, forum):
        quoted = (margin if one.margin else text)[one.start : one.end]
        out.append((one.agency, one.kind, quoted))
    return out


@pytest.mark.parametrize(
    ("opening", "place", "name"),
    [
        ("OSLO, May 14 (Reuters) - The board met.", "OSLO", "Reuters"),
        ("BEIJING, May 14 (Xinhua) -- The board met.", "BEIJING", "Xinhua"),
        ("MOSCOW, May 14. /TASS/. The board met.", "MOSCOW", "TASS"),
        ("Pune (Maharashtra) [India], May 14 (ANI): The board met.", None, None),
        ("Pune [India], May 14 (ANI): The board met.", "Pune", "ANI"),
        ("Kiel (dpa) - Der Rat tagte.", "Kiel", "dpa"),
        ("LEEDS, England (AP) — The board met.", "LEEDS, England", "Associated Press"),
        ("LAHORE: The board met.", "LAHORE", None),
        ("London, May 3 (IANS) The board met.", "London", "IANS"),
        ("(Reuters) - The board met.", "", "Reuters"),
        ("OSLO — The board met.", "OSLO", None),
    ],
)
def test_datelines(opening, place, name):
    if place is not None:
        assert dateline(opening).place == place
    text = f"{opening}\n\nIt will meet again, the chair said."
    if name:
        assert (name, "dateline") in [(a, k) for a, k, _ in found(text)]


@pytest.mark.parametrize(
    "opening", ["JUST IN: The board met.", "THE BIG IDEA: Boards.", "The board (old) met.", "He met (AP) twice."]
)
def test_what_is_no_dateline(opening):
    assert dateline(opening) is None


def test_a_closing_mark_is_a_credit_and_a_told_source_is_not():
    text = "The board met, Reuters reported.\n\nIt will meet again, TASS said. (ANI)"
    assert found(text) == [("ANI", "agency", "ANI")]


def test_inputs_and_sources():
    text = "The board met.\n\nWith inputs from AFP and the Associated Press."
    assert [(a, k) for a, k, _ in found(text)] == [("AFP", "inputs"), ("Associated Press", "inputs")]
    assert found("The board met.\n\nSource: Xinhua") == [("Xinhua", "source", "Xinhua")]


def test_a_photo_credit_stands_apart():
    assert found("The board met.", "A boat leaves. Photo: Jon Ode/AFP") == [("AFP", "photo", "AFP")]


def test_a_forum_post_relays_an_outlet():
    text = "According to the news of the Straits Times, the board met."
    assert found(text, forum=True) == [("The Straits Times", "relay", "Straits Times")]
    assert found(text) == []


def test_agency_names():
    assert agency("the Associated Press") == agency("AP") == "Associated Press"
    assert agency("Harbour Times") == ""


@pytest.mark.parametrize("text", ["A" * 300_000, "(" * 300_000, "A, " * 100_000, "With inputs from " * 5000])
def test_hostile_input_is_fast(text):
    found(text, text[:50_000])
