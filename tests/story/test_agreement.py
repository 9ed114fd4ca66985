"""Lead events: what makes two texts one happening and what forbids it."""

from datetime import date

from coranto.story.group.agreement import compare
from coranto.types import EventSlot
from coranto.types.time import Interval, day


def slot(family="meet", **more):
    fields = {"parties": ("FRA", "ITA"), "lead": True} | more
    return EventSlot(family=family, **fields)


def test_the_same_deed_on_other_days_is_vetoed():
    one, two = slot(interval=day(date(2021, 3, 2))), slot(interval=day(date(2021, 3, 9)))
    assert "other days" in compare([one], [two]).veto
    assert compare([one], [two]).veto.split(":")[0] == compare([two], [one]).veto.split(":")[0]


def test_a_day_of_difference_may_be_the_zone():
    one, two = slot(interval=day(date(2021, 3, 2))), slot(interval=day(date(2021, 3, 3)))
    assert not compare([one], [two]).veto
    assert compare([one], [two]).shared == 1


def test_a_vague_date_forbids_nothing():
    one = slot(interval=day(date(2021, 3, 2)))
    assert not compare([one], [slot(interval=Interval(date(2021, 5, 1), date(2021, 6, 1)))]).veto
    assert not compare([one], [slot()]).veto


def test_other_parties_or_background_forbid_nothing():
    one = slot(interval=day(date(2021, 3, 2)))
    assert not compare([one], [slot(parties=("FRA", "ESP"), interval=day(date(2021, 3, 9)))]).veto
    assert not compare([one], [slot(lead=False, interval=day(date(2021, 3, 9)))]).veto


def test_other_editions_are_vetoed_and_the_same_edition_joins():
    seventh, eighth = (slot("occasion", series="fisheries forum", ordinal=n, persons=("rossi",)) for n in (7, 8))
    assert "other editions" in compare([seventh], [eighth]).veto
    assert "fisheries forum 7" in compare([seventh], [seventh]).same
    stranger = slot("occasion", series="fisheries forum", ordinal=7, persons=("dupont",))
    assert not compare([seventh], [stranger]).same


def test_other_cities_are_vetoed():
    assert "other places" in compare([slot(place="Lyon")], [slot(place="Turin")]).veto
    assert not compare([slot(place="Lyon")], [slot(place="")]).veto
    third = day(date(2021, 3, 3))
    assert not compare([slot(place="Lyon", interval=third)], [slot(place="Turin", interval=third)]).veto


def test_a_war_of_many_days_is_not_vetoed():
    one, two = slot("fight", interval=day(date(2021, 3, 2))), slot("fight", interval=day(date(2021, 3, 9)))
    assert not compare([one], [two]).veto
