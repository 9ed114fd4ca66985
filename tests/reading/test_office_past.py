"""Offices that are over by the day a page is of, though no word before the name says so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coranto.data import rows
from coranto.reading import read, read_again
from coranto.reading.names.find import bare_article
from coranto.settings import ReadingOptions
from coranto.types import Interval, Reference

RULES = ReadingOptions(model=False)


def on(year):
    day = date(year, 6, 14)
    return Reference(interval=Interval(day, day + timedelta(days=1)), best=day)


def statuses(text, year=2018):
    article = replace(bare_article(text), lang="en")
    return [one.status for one in read(article, on(year), RULES).offices]


@pytest.mark.parametrize(
    ("text", "year", "status"),
    [
        ("The treaty was signed by President Ronald Reagan in Moscow.", 2018, "former"),
        ("Aides to President Carter drew up the plan.", 2018, "former"),
        ("Soviet leader Leonid Brezhnev took the call.", 2018, "former"),
        ("Officials of Secretary of State Rex Tillerson left early.", 2019, "former"),
        ("Secretary of State Rex Tillerson left early.", 2017, "current"),
        ("President Barack Obama spoke on Friday.", 2015, "current"),
        ("President Barack Obama spoke on Friday.", 2018, "former"),
        ("President Vladimir Putin spoke on Friday.", 2018, "current"),
        ("Former president Jimmy Carter spoke on Friday.", 2018, "former"),
    ],
)
def test_known_holders_by_the_day_of_the_page(text, year, status):
    assert statuses(text, year) == [status]


def test_an_article_that_calls_somebody_former_once_means_it():
    text = "Former president Rosa Lindo met bankers. President Lindo signed the pact in May."
    assert statuses(text) == ["former", "former"]
    assert statuses("Rosa Lindo was president of Chad twice. President Lindo left.")[-1] == "current"


def test_a_bank_has_a_president_of_that_name():
    assert statuses("Alan Reagan, president of the Harbour Bank, left.") == ["current"]


def test_another_date_undoes_what_the_first_said():
    article = replace(bare_article("President Barack Obama spoke on Friday."), lang="en")
    first = read(article, on(2018), RULES)
    again = read_again(article, first, on(2015), RULES)
    assert [one.status for one in (*first.offices, *again.offices)] == ["former", "current"]
    assert again.offices == read(article, on(2015), RULES).offices


def test_an_undated_page_knows_only_those_long_gone():
    text = "President Ronald Reagan and President Barack Obama are named in the book."
    article = replace(bare_article(text), lang="en")
    assert [one.status for one in read(article, Reference(), RULES).offices] == ["former", "current"]


def test_each_holder_of_the_past_stands_once_and_is_gone():
    listed = [(name.lower(), row["until"]) for row in rows("known-offices", "past") for name in row["names"]]
    assert len({name for name, _ in listed}) == len(listed) > 300
    assert max(until for _, until in listed) < date(2024, 1, 1)
    spelled = {name.lower() for row in rows("known-offices") for name in row["names"]}
    assert not spelled & {name for name, _ in listed if " " in name}
