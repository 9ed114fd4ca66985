from datetime import date, timedelta

import pytest

from coranto.story import line_title, link, lookbacks
from coranto.story.line.case import case_of
from coranto.story.stems import stems
from coranto.types import EventSlot, Slots, Story


def slots(title, text="", actors=(), events=(), back=(), ident="art-1", when="2024-03-01"):
    words = f"{title} {text}".split()
    terms = [one for word in words for one in stems(word)[:1]]
    shown = [word.strip("',") for word in words if stems(word)]
    return Slots(
        article=ident,
        outlet="x",
        when=when,
        terms=tuple((term, 1.0) for term in terms),
        shown=tuple(shown),
        title=tuple(dict.fromkeys(stems(title))),
        actors=actors,
        events=events,
        back=back,
    )


def keys(*members):
    return [one.key for one in link("sto-1", members)]


MEET = EventSlot(family="meet", parties=("ISL", "NOR"), lead=True)


def test_two_countries_and_what_they_deal_with():
    (one,) = link("sto-1", [slots("Herring quota talks open", "fishing fleet mackerel", ("NOR", "ISL"))])
    assert one.key == "ISL+NOR:FSH"
    assert one.reasons[0] == "Iceland and Norway are its main parties"
    assert line_title(one.key) == "Iceland and Norway: fisheries"


def test_of_three_countries_two_must_do_something_together_or_stand_in_the_title():
    named = ("NOR", "ISL", "JPN")
    assert keys(slots("Catches fell again", "herring quota fishing nets", named)) == []
    assert keys(slots("Catches fell again", "herring quota fishing nets", named, (MEET,))) == ["ISL+NOR:FSH"]
    assert keys(slots("Norwegian fishing boats off Iceland", "herring quota nets", named)) == ["ISL+NOR:FSH"]


def test_a_named_series_of_meetings():
    event = EventSlot(family="occasion", parties=(), series="lighthouse forum", ordinal=4, lead=True)
    assert keys(slots("Forum opens", events=(event,))) == ["occasion:lighthouse forum"]
    assert line_title("occasion:lighthouse forum") == "Lighthouse Forum"


@pytest.mark.parametrize(
    ("title", "case"),
    [
        ("Three held over the killing of Ole Rassk", "ole rask"),
        ("Judge sets a day for Rassk trial", "ole rask"),
        ("A year after the disappearance of Ole Rassk, no trace", "ole rask"),
        ("Rassk is poisoning the talks", ""),
        ("Ole Rassk opens a trial run of the ferry", ""),
        ("Murder in the harbour, says Ole Rassk", ""),
        ("The inquiry of Rassk", ""),
    ],
)
def test_the_case_of_a_person(title, case):
    assert case_of(slots(title, actors=("NOR", "ole rask"))) == case


def test_a_case_makes_a_storyline_where_half_of_a_story_is_about_it():
    about = slots("Judge sets a day for Rassk trial", "Ole Rassk", ("NOR", "ole rask"))
    other = slots("Town waits for snow", "Ole Rassk", ("NOR", "ole rask"))
    assert keys(about, other) == ["case:ole rask"]
    assert keys(about, other, other) == []
    assert line_title("case:ole rask", [about]) == "The case of Ole Rassk"
    assert case_of(slots("Rassk trial", actors=("rask",))) == ""


def test_nothing_has_no_storyline():
    assert link("sto-1", []) == ()
    assert keys(slots("", "")) == []
    assert lookbacks([]) == {}


def story(ident, day, title):
    when = (date(2024, 3, 1) + timedelta(days=day)).isoformat()
    return Story(
        id=ident, title=title, first=when, last=when, articles=("a",), families=1, outlets=1, origins=1
    ), when


def told(ident, day, title, events=(), back=()):
    one, when = story(ident, day, title)
    return one, [slots(title, "coast guard", ("NOR", "ISL"), (MEET, *events), back, ident, when)]


def test_a_look_back_names_the_story_it_means():
    patrol = EventSlot(family="patrol", parties=("ISL", "NOR"), lead=True)
    first = told("sto-a", 0, "Joint patrol sails", (patrol,))
    later = told("sto-b", 7, "Ministers meet", back=("last week's patrol off the cape",))
    lone = told("sto-c", 60, "Envoys dine", back=("previous round in 2018 was short",))
    found = lookbacks([lone, later, first])
    assert found == {
        "sto-b": 'it looks back, "last week\'s patrol", on "Joint patrol sails", 2024-03-01',
        "sto-c": 'it looks back: "previous round in 2018"',
    }
