"""Dates of text pages: where they are looked for, and what the address adds."""

import pytest

from coranto.article import clean
from coranto.article.dates.find import find_dates
from coranto.types import Page

TITLE = "Norvik to widen its northern quay after storm"
TEXT = [
    "The harbour board of Norvik said on Tuesday that it would widen the northern quay, after two ferries had"
    " touched the wall in a storm and the town had asked for help.",
    "The work is expected to cost forty million crowns and to last until the spring, a member of the board told"
    " the paper. Fishermen had asked for it for years.",
    "Now the state will give a third of the sum, and the shipping lines, which until now had paid nothing, will"
    " have to give another third, the board said in a statement.",
]


def published(*lines, url=""):
    body = "\n".join(lines).encode()
    return clean(Page(id="p", path="p.txt", media="text/plain", body=body, charset="utf-8", url=url)).published


@pytest.mark.parametrize(
    "head",
    [
        ["Published: 22:10 GMT, 4 May 2021 | Updated: 08:39 GMT, 6 May 2021", TITLE],
        [TITLE, "By Jon Bakke", "Norvik", "Harbours", "4 May 2021"],
        ["Posted on 4 May 2021", *["Menu"] * 30, TITLE],
    ],
)
def test_dates_around_the_title(head):
    assert published(*head, *TEXT).value.startswith("2021-05-04")


def test_the_line_that_weblogs_print_under_an_entry():
    end = "This entry was posted on Tuesday, May 4th, 2021 at 10:12 and is filed under Harbours."
    assert published(TITLE, *TEXT, end).value.startswith("2021-05-04")


def test_a_date_told_by_the_text_is_none_of_the_page():
    told = "On 3 March 2020 a first ferry had touched the wall, the board said, and nothing was done about it then."
    assert published(TITLE, TEXT[0], told, TEXT[1]).value != "2020-03-03"


def test_of_two_dates_the_one_that_the_address_has():
    page = ("9 June 2021", TITLE, "Norvik", "Harbours", "4 May 2021", *TEXT)
    assert published(*page).value == "2021-06-09"
    assert published(*page, url="https://norvik.example/2021/05/04/quay").value == "2021-05-04"


def test_the_address_alone():
    found = published(TITLE, *TEXT, url="https://norvik.example/2021/05/04/quay")
    assert (found.value, found.known) == ("2021-05-04", "address")


def test_a_dateline_in_the_second_paragraph():
    told = f"NORVIK, May 4, 2021 (Reuters) - {TEXT[0]}"
    found = published(TITLE, TEXT[1], told, TEXT[2])
    assert found.value == "2021-05-04"


@pytest.mark.parametrize("hour", [20, 21, 22, 23])
def test_late_hours_before_a_date(hour):
    assert find_dates(f"{hour}:15 GMT, 4 May 2021")[0].clock == (hour, 15)
