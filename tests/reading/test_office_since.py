"""Since when an office is held, by the words of its sentence."""

from dataclasses import replace
from datetime import date

import pytest

from coranto.reading import read, read_again
from coranto.reading.names.find import bare_article
from coranto.settings import ReadingOptions
from coranto.types import Interval, Reference

DAY = Reference(interval=Interval(date(2023, 6, 14), date(2023, 6, 15)), best=date(2023, 6, 14))


def since(text, reference=DAY):
    article = replace(bare_article(text), lang="en")
    return {one.title: one.since for one in read(article, reference).offices}


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        ("Chad's president since 1994, Idris Haroun, will not stand again.", "president", "1994"),
        ("Idris Haroun, president of Chad since 1994, will not stand again.", "president", "1994"),
        ("Mali's trade minister, Ingrid Moe, who has held the post since 2021, left.", "trade minister", "2021"),
        ("Foreign Minister Ana Prado, who took office in March 2021, agreed.", "foreign minister", "2021-03"),
        ("Karl Strobl, who has been director since 2015, retires.", "director", "2015"),
        ("Luis Arrieta became Ecuador's president in 2022.", "president", "2022"),
        ("Parliament elected Vjosa Dushku president on 12 June.", "president", "2023-06-12"),
        ("In 2019 Akua Mensimah was sworn in as chief justice of Ghana.", "chief justice", "2019"),
        ("Finance minister Amina Diarra, appointed last week, met bankers.", "finance minister", "2023-W23"),
        ("Newly appointed Finance Minister Amina Diarra met bankers.", "finance minister", "2023-06-14"),
        ("President Rosa Lindo, sworn in on 2 May 2022, met bankers.", "president", "2022-05-02"),
    ],
)  # fmt: skip
def test_the_sentence_says_since_when(text, title, value):
    assert since(text)[title] == value


@pytest.mark.parametrize(
    "text",
    [
        "President Rosa Lindo said prices had risen since 2021.",
        "President Rosa Lindo met bankers on 12 June.",
        "Former president Rosa Lindo, who took office in 2011, met bankers.",
        "President Rosa Lindo, who has been on strike since Monday, met bankers.",
        "In 2019 President Rosa Lindo met bankers.",
    ],
)
def test_another_date_is_none_of_the_office(text):
    assert since(text)["president"] == ""


def test_what_is_new_on_an_undated_page_is_of_unknown_day():
    assert since("Newly appointed mayor Rosa Lindo spoke.", Reference()) == {"mayor": ""}


def test_a_reading_against_another_date_counts_anew():
    article = replace(bare_article("Finance minister Amina Diarra, appointed last week, met bankers."), lang="en")
    undated = read(article, Reference())
    assert [one.since for one in undated.offices] == [""]
    assert [one.since for one in read_again(article, undated, DAY, ReadingOptions()).offices] == ["2023-W23"]
