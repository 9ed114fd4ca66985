from datetime import date, timedelta

import pytest

from coranto.story.line.gist import gist
from coranto.story.line.lookback import meant, read_back
from coranto.types import EventSlot, Interval, Slots

DAY = date(2023, 10, 1)


def on(days):
    return (DAY + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("phrase", "words", "family", "first", "last"),
    [
        ("last week's joint air patrol over the shoals and", "last week's joint air patrol", "patrol", -14, -3),
        ("last year’s exercise off the cape", "last year’s exercise", "exercise", -731, -32),
        ("follows last month's meeting in the lakeside", "follows last month's meeting", "meet", -62, -7),
        ("days after the two leaders' summit in", "days after the two leaders' summit", "occasion", -21, -1),
        ("previous round, held by", "previous round", "meet", -3653, -1),
        ("earlier visit to the yard", "earlier visit", "visit", -731, -1),
        ("follows a string of raids on depots", "follows a string of raids", "fight", -75, -1),
        ("week after the visit of the", "week after the visit", "visit", -14, -5),
    ],
)
def test_what_a_phrase_looks_back_on(phrase, words, family, first, last):
    look = read_back(phrase, DAY.toordinal())
    assert look.words == words
    assert family in look.families
    assert (look.first - DAY.toordinal(), look.last - DAY.toordinal()) == (first, last)


def test_a_year_says_when():
    look = read_back("previous round in 2018 ended in silence", DAY.toordinal())
    assert look.words == "previous round in 2018"
    assert (look.first, look.last) == (date(2018, 1, 1).toordinal(), date(2018, 12, 31).toordinal())


@pytest.mark.parametrize(
    "phrase",
    [
        "last month the talks went on",
        "last week, when officials met for talks",
        "followed by talks with the mayor",
        "previous year, which saw no lasting and firmly kept truce",
        "last week's weather",
        "follows the lead of the conference",
        "comes after few members of the forum fell ill",
        "",
    ],
)
def test_what_looks_back_on_nothing(phrase):
    assert read_back(phrase, DAY.toordinal()) is None


def test_without_a_day_only_a_year_says_when():
    look = read_back("last week's patrol", 0)
    assert look.words == "last week's patrol"
    assert look.first > look.last
    look = read_back("previous round in 2018", 0)
    assert (look.first, look.last) == (date(2018, 1, 1).toordinal(), date(2018, 12, 31).toordinal())


def story(ident, day, family="patrol", parties=("CHN", "RUS"), when=None, **more):
    interval = Interval(when, when + timedelta(days=1)) if when else None
    event = EventSlot(family=family, parties=parties, interval=interval, lead=more.pop("lead", True))
    return gist(ident, [Slots(article=ident, outlet="x", when=on(day), actors=parties, events=(event,), **more)])


def after(phrase, actors=("CHN", "RUS")):
    return gist("now", [Slots(article="now", outlet="x", when=on(0), actors=actors, back=(phrase,))])


def test_kind_parties_and_time_must_agree():
    query = after("last week's patrol")
    assert meant(query, [story("a", -6)])[1].story == "a"
    assert meant(query, [story("a", -6, family="visit")]) is None
    assert meant(query, [story("a", -6, parties=("CHN", "PAK"))]) is None
    assert meant(query, [story("a", -30)]) is None
    assert meant(query, [story("a", -6, lead=False)]) is None
    assert meant(query, []) is None


def test_the_day_of_the_happening_counts_before_that_of_its_story():
    query = after("last week's patrol")
    assert meant(query, [story("a", -40, when=DAY - timedelta(days=5))])[1].story == "a"
    assert meant(query, [story("a", -6, when=DAY - timedelta(days=50))]) is None


def test_of_several_the_latest_is_meant():
    found = meant(after("previous patrol round"), [story("a", -9, family="meet"), story("b", -5, family="meet")])
    assert found[1].story == "b"
