"""Figures: what is counted, what is no figure, and which belong to one measure."""

import random
import time
from itertools import pairwise

import pytest

from coranto.reading.figures.find import figures
from coranto.reading.figures.numbers import number, ordinal
from coranto.text.sentences import sentences
from coranto.types import TITLE, Article, FigureMention, Sentence


def article(text: str, title: str = "") -> Article:
    spans = tuple(
        Sentence(index=index, start=start, end=end, paragraph=paragraph)
        for index, (start, end, paragraph) in enumerate(sentences(text))
    )
    return Article(id="art-1", page="p", path="p", title=title, outlet="o", text=text, sentences=spans)


def one(text: str) -> FigureMention:
    (found,) = figures(article(text))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "of", "mod"),
    [
        ("Over 2,400 bakers attended.", "Over 2,400 bakers", 2400, "", "bakers", "over"),
        ("At least nine people were killed.", "At least nine people", 9, "", "people", "at-least"),
        ("They gave $3.5 billion in aid.", "$3.5 billion", 3.5e9, "USD", "aid", ""),
        ("The bridge cost Rs 40 crore.", "Rs 40 crore", 4e8, "INR", "", ""),
        ("It cost €7m.", "€7m", 7e6, "EUR", "", ""),
        ("Fares rose 12.5 percent.", "12.5 percent", 12.5, "%", "", ""),
        ("It lies about 20 kilometres away.", "about 20 kilometres", 20, "km", "", "about"),
        ("Two dozen ferries sank.", "Two dozen ferries", 24, "", "ferries", ""),
        ("Half a million refugees arrived.", "Half a million refugees", 5e5, "", "refugees", ""),
        ("Some 10-15 boats sank.", "Some 10-15 boats", 15, "", "boats", "about"),
        ("One in four voters stayed home.", "One in four voters", 0.25, "share", "voters", ""),
        ("The death toll rose to 45.", "45", 45, "", "", ""),
        ("Up to 300 injured sailors landed.", "Up to 300 injured sailors", 300, "", "injured sailors", "at-most"),
    ],
)  # fmt: skip
def test_what_is_read(text: str, words: str, value: float, unit: str, of: str, mod: str) -> None:
    found = one(text)
    assert (found.text, found.value, found.unit, found.of, found.mod) == (words, value, unit, of, mod)


@pytest.mark.parametrize(
    "text",
    [
        "The ship sailed on Oct. 31, 2013 at 5 p.m.",
        "The talks took three days and two weeks.",
        "A 45-year-old man waved; Smith, 45, did not.",
        "It was the 22nd round.",
        "Rovers won 3-1.",
        "The Boeing 737 jets landed under Article 5.",
        "The two sides and the two countries agreed.",
        "One of the best came second.",
        "Call 555-0199 now.",
        "Box office 02012345678 tickets and No 10 aides.",
        "The 2019 meetings were dull.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(article(text)) == ()


def test_one_measure_in_different_words() -> None:
    first = one("At least 12 people were killed in the flood.")
    second = one("The flood killed 15 people.")
    third = one("The flood left 15 dead.")
    assert first.measure == second.measure == third.measure


def test_other_measures_stay_apart() -> None:
    text = "Ministers of 19 towns, guilds of 14 towns and delegations from over 90 towns came; 12 were killed."
    found = figures(article(text))
    assert len({mention.measure for mention in found}) == len(found) == 3
    assert one("12 people were killed.").measure != one("12 people were injured.").measure


def test_a_bare_count_never_meets_another() -> None:
    assert one("Nearby, 14 people.").measure != one("Elsewhere, 9 people.").measure


def test_times_are_counted_for_somebody() -> None:
    first, second = one("Adams and Brown have met twice."), one("Adams and Clark have met three times.")
    assert (first.unit, first.value, second.value) == ("times", 2, 3)
    assert first.measure != second.measure


def test_vague_numbers_have_bounds() -> None:
    found = one("Dozens of people were wounded.")
    assert (found.low, found.high, found.mod) == (24, 99, "about")


def test_title_has_its_own_offsets() -> None:
    page = article("Nothing here.", title="Quake kills 40 people")
    (found,) = figures(page)
    assert found.sentence == TITLE
    assert page.title[found.start : found.end] == found.text == "40 people"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,800", 1800), ("twenty-five", 25), ("two hundred and six", 206), ("three thousand four hundred", 3400),
     ("a dozen", 12), ("half a million", 5e5), ("2 1/2", 2.5), ("fish", None), ("", None)],
)  # fmt: skip
def test_number(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("22nd", 22),
        ("third", 3),
        ("twenty-second", 22),
        ("XIX", 19),
        ("LIV", 54),
        ("fish", 0),
        ("IIII", 0),
        ("", 0),
    ],
)
def test_ordinal(text: str, place: int) -> None:
    assert ordinal(text) == place


def test_spans_hold_their_words_in_odd_text() -> None:
    pieces = [
        "12 ",
        "people ",
        "$",
        "3.5",
        " billion",
        "\n\n",
        "İ",
        "“two",
        "dozens of ",
        "%",
        " to ",
        "-",
        "killed ",
        ". ",
    ]
    chance = random.Random(5)
    for _ in range(300):
        page = article("".join(chance.choice(pieces) for _ in range(14)))
        found = figures(page)
        assert all(page.text[mention.start : mention.end] == mention.text for mention in found)
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert all(page.sentences[mention.sentence].end >= mention.end for mention in found)


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "one hundred ", "$", "1,234", "a million ", "the toll ", "two of ", "over "]
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    sentence = Sentence(index=0, start=0, end=len(text), paragraph=0)
    begin = time.process_time()
    figures(Article(id="art-1", page="p", path="p", title="", outlet="o", text=text, sentences=(sentence,)))
    assert time.process_time() - begin < 8
