"""Printed dates: forms, labels, clock times, and what is never a date of publication."""

from datetime import date

import pytest

from coranto.article.dates.find import dated, find_dates
from coranto.article.dates.infer import infer


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("14 May 2021", date(2021, 5, 14)),
        ("May 14, 2021", date(2021, 5, 14)),
        ("Fri, May 14th, 2021", date(2021, 5, 14)),
        ("2021-05-14", date(2021, 5, 14)),
        ("2021/05/14", date(2021, 5, 14)),
        ("14.05.2021", date(2021, 5, 14)),
        ("25/12/2021", date(2021, 12, 25)),
        ("12/25/2021", date(2021, 12, 25)),
        ("14. Mai 2021", date(2021, 5, 14)),
        ("14 de mayo de 2021", date(2021, 5, 14)),
        ("le 1er août 2021", date(2021, 8, 1)),
        ("14 мая 2021", date(2021, 5, 14)),
        ("2021年5月14日", date(2021, 5, 14)),
        ("2021년 5월 14일", date(2021, 5, 14)),
        ("2021. május 14".replace("május", "mai"), date(2021, 5, 14)),
    ],
)
def test_forms(line, day):
    assert [one.day for one in find_dates(line)] == [day]


def test_slashes_read_month_first_for_an_american_page():
    assert find_dates("03/04/2021")[0].day == date(2021, 4, 3)
    assert find_dates("03/04/2021", month_first=True)[0].day == date(2021, 3, 4)


@pytest.mark.parametrize(
    "line", ["31 February 2021", "2021-13-40", "99.99.2021", "call 555-1234", "may 2021 be kind", ""]
)
def test_what_is_no_date(line):
    assert find_dates(line) == []


@pytest.mark.parametrize(
    ("line", "value", "zone"),
    [
        ("May 14, 2021 4:05 PM IST", "2021-05-14T16:05+05:30", "stated"),
        ("09:30, May 14, 2021", "2021-05-14T09:30+08:00", "assumed"),
        ("14 May 2021 at 12:00 a.m. GMT", "2021-05-14T00:00+00:00", "stated"),
        ("2021-05-14T08:00:00Z", "2021-05-14T08:00+00:00", "stated"),
        ("May 14, 2021, 7:15 pm ET", "2021-05-14T19:15-04:00", "stated"),
        ("May 14, 2021", "2021-05-14", ""),
    ],
)
def test_clock_times_and_zones(line, value, zone):
    made = dated(find_dates(line)[0], "Asia/Shanghai")
    assert (made.value, made.zone) == (value, zone)
    assert made.start == date(2021, 5, 14) and made.end == date(2021, 5, 15)


def test_a_clock_time_without_any_zone_has_none():
    assert dated(find_dates("May 14, 2021 16:05")[0]).value == "2021-05-14T16:05"


def test_labels():
    found = find_dates("Published: 08:10, May 3, 2021 | Updated: 09:40, May 4, 2021")
    assert [(one.label, one.day.day, one.clock) for one in found] == [
        ("published", 3, (8, 10)),
        ("updated", 4, (9, 40)),
    ]
    assert find_dates("Today: 2 June 2024")[0].label == "capture"
    assert find_dates("Joined: 2 June 2014")[0].label == "member"


def test_a_date_without_year_takes_it_from_capture():
    assert find_dates("Dec 30") == []
    assert find_dates("Dec 30", date(2022, 1, 2))[0].day == date(2021, 12, 30)


def test_an_anniversary_next_year_dates_the_page():
    made = infer(
        "Next year the two will mark the 50th anniversary of the diplomatic relations of China and "
        "Thailand, he said.",
        None,
    )
    assert (made.value, made.precision, made.known) == ("2024", "year", "inferred")
    assert made.start == date(2024, 1, 1) and made.end == date(2025, 1, 1) and made.evidence


def test_a_known_edition_and_a_weekday_bound_the_page():
    made = infer("The minister spoke at the 60th Munich Security Conference on Saturday.", None)
    assert made.start == date(2024, 2, 17) and made.end == date(2024, 2, 24) and made.known == "inferred"


def test_past_years_are_only_a_lower_bound():
    made = infer("The bridge was closed in 2019. The mayor said it was safe.", date(2021, 3, 4))
    assert made.value == "" and made.known == "none"
    assert made.start == date(2019, 1, 1) and made.end == date(2021, 3, 5)


def test_future_years_are_no_bound():
    assert infer("The plant will be closed by 2045, the ministry said.", None).start is None


def test_bounds_that_contradict_give_no_guess():
    made = infer("The treaty was signed in 2030 and it was kept.", date(2021, 1, 1))
    assert made.value == "" and made.start is None and made.end is None


def test_hostile_input_is_fast():
    for text in ("1" * 500_000, "May " * 100_000, "2021-" * 100_000):
        find_dates(text)
        infer(text, None)
