"""The repair pass: what grew apart is joined, by the set of articles alone."""

import random
from dataclasses import replace
from datetime import date

from coranto.story import slots
from coranto.story.repair import repair
from coranto.types import Article, Dated, EventSlot, Reading
from coranto.types.time import day

WRECK = "A ferry with ninety passengers sank off the northern cape in a gale; the coastguard searched the wreck."
DIVERS = "Divers searched the wreck of the ferry that sank in a gale off the northern cape, the coastguard said."
SCHOOL = "Deputies voted for more money for village schools and smaller classes after a debate of nine hours."


def told(ident, text, when="2022-05-03", **more):
    page = Article(
        id=ident, page=ident, path=ident, title=text[:40], outlet=ident, text=text, published=Dated(value=when)
    )
    return replace(slots(page, Reading(article=ident)), **more)


def apart():
    return [(told("a", WRECK), "s1"), (told("b", DIVERS, "2022-05-04"), "s2"), (told("c", SCHOOL), "s3")]


def test_one_happening_in_two_stories_is_joined_under_the_earlier_id():
    assert repair(apart()) == {"s2": "s1"}


def test_order_leaves_no_trace():
    members = apart() + [(told(f"m{at}", DIVERS, f"2022-05-{4 + at:02}"), f"t{at}") for at in range(4)]
    expected = repair(members)
    assert expected
    for seed in range(5):
        shuffled = list(members)
        random.Random(seed).shuffle(shuffled)
        assert repair(shuffled) == expected


def test_nothing_is_absorbed_by_what_is_absorbed():
    into = repair([*apart(), (told("d", WRECK + " " + DIVERS, "2022-05-05"), "s4")])
    assert not set(into) & set(into.values())


def test_days_events_and_pins_keep_apart():
    far = [(told("a", WRECK), "s1"), (told("b", DIVERS, "2022-05-24"), "s2")]
    assert repair(far) == {}
    assert repair(apart(), pinned=[("s2", "s1")]) == {}
    meets = [
        EventSlot(family="meet", parties=("FRA", "ITA"), lead=True, interval=day(date(2022, 5, n))) for n in (2, 12)
    ]
    vetoed = [(told("a", WRECK, events=(meets[0],)), "s1"), (told("b", DIVERS, events=(meets[1],)), "s2")]
    assert repair(vetoed) == {}


def test_little_and_nothing():
    assert repair([]) == {}
    assert repair([(told("a", ""), "s1"), (told("b", "", ""), "s2")]) == {}
