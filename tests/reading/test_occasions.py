"""Recurring occasions: what is one, its series and ordinal, and what its sentence says of it."""

import random
import time
from datetime import date
from itertools import pairwise

import pytest

from coranto.reading.occasions.find import occasions, series_key
from coranto.reading.times.find import times
from coranto.text.sentences import sentences
from coranto.types import TITLE, Article, Interval, OccasionMention, Reference, Sentence
from coranto.types.time import day

REFERENCE = Reference(interval=day(date(2021, 6, 15)))


def read(text: str, title: str = "") -> tuple[OccasionMention, ...]:
    spans = tuple(
        Sentence(index=index, start=start, end=end, paragraph=paragraph)
        for index, (start, end, paragraph) in enumerate(sentences(text))
    )
    page = Article(id="art-1", page="p", path="p", title=title, outlet="o", text=text, sentences=spans)
    return occasions(page, times(page, REFERENCE))


@pytest.mark.parametrize(
    ("text", "words", "series", "number"),
    [
        ("She opened the 5th Lakeside Forum.", "5th Lakeside Forum", "forum lakeside", 5),
        ("The 12th International Lakeside Security Conference closed.",
         "12th International Lakeside Security Conference", "conference lakeside", 12),
        ("The third Mill and Weir Forum for International Cooperation met.",
         "third Mill and Weir Forum for International Cooperation", "forum mill weir", 3),
        ("The ninth round of ferry talks ended.", "ninth round of ferry talks", "ferry talks", 9),
        ("The 23rd round of talks between France and Japan began.", "23rd round of talks between France and Japan",
         "fra jpn talks", 23),
        ("The 54th session of the River Council opened.", "54th session of the River Council",
         "council river session", 54),
        ("Leaders met at the 16th BRICS summit in Recife.", "16th BRICS summit", "brics summit", 16),
        ("It is the 75th anniversary of the old bridge.", "75th anniversary of the old bridge",
         "anniversary bridge old", 75),
        ("The second edition of the Delta Dialogue was short.", "second edition of the Delta Dialogue",
         "delta dialogue", 2),
        ("The twenty-first Salt Festival drew crowds.", "twenty-first Salt Festival", "festival salt", 21),
    ],
)  # fmt: skip
def test_what_is_an_occasion(text: str, words: str, series: str, number: int) -> None:
    (found,) = read(text)
    assert (found.text, found.occasion.series, found.occasion.ordinal) == (words, series, number)


@pytest.mark.parametrize(
    "text",
    [
        "The first round of voting ended.",
        "Their second meeting was short.",
        "A third country and the 5th Army fought in the Second World War.",
        "The forum was full and the summit was cold.",
        "The U.S. Congress met; an International Security Conference is rare enough.".partition(";")[0],
        "She finished third on the 22nd day.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert read(text) == ()


def test_one_series_in_its_variants() -> None:
    names = ("Paris Lakeside Forum", "Lakeside Security Forum", "Lakeside Forum", "International Lakeside Forum")
    assert {series_key(name, "forum") for name in names} == {"forum lakeside"}
    assert series_key("Russian-Chinese talks", "talks") == series_key("talks between China and Russia", "talks")
    assert series_key("Paris Forum", "forum") == "forum paris"
    assert series_key("Paris Forum", "forum") != series_key("Oslo Forum", "forum")


def test_later_mentions_share_the_ordinal() -> None:
    found = read("The 5th Lakeside Forum opened. The Lakeside Security Forum is old. He left the forum early.")
    assert [one.text for one in found] == ["5th Lakeside Forum", "Lakeside Security Forum", "the forum"]
    assert {(one.occasion.series, one.occasion.ordinal) for one in found} == {("forum lakeside", 5)}


def test_two_forums_make_the_forum_unclear() -> None:
    found = read("The 5th Lakeside Forum and the 6th Hillside Forum met. The forum ended.")
    assert [one.text for one in found] == ["5th Lakeside Forum", "6th Hillside Forum"]


def test_dates_since_hosts_and_place() -> None:
    (found,) = read(
        "The 5th Lakeside Forum, launched in 1999 and co-hosted by the Guild of Bakers and the Town Hall, "
        "is being held from June 14-16."
    )
    assert found.interval == Interval(date(2021, 6, 14), date(2021, 6, 17))
    assert found.since == "1999"
    assert found.hosts == ("Guild of Bakers", "Town Hall")
    (found,) = read("The 5th Lakeside Forum is to be held in Dover from June 30 to July 2.")
    assert found.interval == Interval(date(2021, 6, 30), date(2021, 7, 3))
    assert found.place == "Dover"


def test_a_day_at_the_forum_is_not_its_date() -> None:
    (found,) = read("They met at the 5th Lakeside Forum Monday.")
    assert found.text == "5th Lakeside Forum"
    assert found.interval is None


def test_title_has_its_own_offsets() -> None:
    (found,) = read("Nothing here.", title="Towns meet at 5th Lakeside Forum")
    assert (found.sentence, found.text) == (TITLE, "5th Lakeside Forum")


def test_spans_hold_their_words_in_odd_text() -> None:
    pieces = [
        "5th ",
        "Lakeside ",
        "Forum ",
        "the ",
        "round of ",
        "talks ",
        "\n\n",
        "İ",
        "“",
        ". ",
        "between ",
        "China ",
        "and ",
    ]
    chance = random.Random(3)
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(16))
        found = read(text)
        assert all(text[one.start : one.end] == one.text for one in found)
        assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "unit", ["A", "A ", "Forum ", "5th ", "5th round of ", "the forum ", "A-", "first A ", "'", "a "]
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    sentence = Sentence(index=0, start=0, end=len(text), paragraph=0)
    begin = time.process_time()
    occasions(Article(id="art-1", page="p", path="p", title="", outlet="o", text=text, sentences=(sentence,)), ())
    assert time.process_time() - begin < 8
