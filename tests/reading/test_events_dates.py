"""Which date an event gets: that of its own clause, never that of the saying or of another noun; else none."""

from datetime import date

import pytest

from coranto.reading import read
from coranto.reading.names.find import bare_article
from coranto.types import Reference
from coranto.types.time import day

FRIDAY = date(2024, 5, 17)


def dates(text: str):
    found = read(bare_article(text), Reference(interval=day(FRIDAY), best=FRIDAY)).events
    assert found, text
    return [one.date for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya expelled Ugandan diplomats on 14 May 2024.",
        "On 14 May 2024, Kenya expelled Ugandan diplomats.",
        "On 14 May 2024, after a long dispute, Kenya expelled Ugandan diplomats.",
    ],
)
def test_the_date_of_the_clause_is_the_events(text):
    assert dates(text) == ["2024-05-14"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has expelled Ugandan diplomats, a spokesman said on 14 May 2024.",
        "Kenyan officials said on 14 May 2024 that Chad expelled Ugandan diplomats.",
        "Kenya accused Uganda of fraud in the 2016 election.",
        "Kenya condemned Uganda over the 2019 border clash.",
        "The ruler, who fled in May 2019, condemned Uganda through Kenya's ministry.",
        "LIMA, May 14, 2024 (Agency) - Kenya expelled Ugandan diplomats.",
    ],
)
def test_the_date_of_the_saying_and_of_other_things_is_not(text):
    found = read(bare_article(text), Reference(interval=day(FRIDAY), best=FRIDAY)).events
    assert all(one.date == "" and one.interval is None for one in found), [one.date for one in found]


def test_an_act_of_will_takes_the_date_of_the_saying():
    text = "Kenya said on 14 May 2024 that it is ready to cooperate with Uganda."
    assert "2024-05-14" in dates(text)


def test_many_meetings_of_a_year_are_background():
    text = "Kenyan President William Ruto and Ugandan President Yoweri Museveni have met twice this year."
    (found,) = read(bare_article(text), Reference(interval=day(FRIDAY), best=FRIDAY)).events
    assert found.modality == "background"


def test_a_date_beyond_the_part_that_is_read_raises_nothing():
    text = "Kenya met Uganda " + "and so on " * 400 + "on 14 May 2024."
    read(bare_article(text))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya condemned Uganda and opened a port in May 2023.", "condemned"),
        ("Kenyan President William Ruto came on 14 May 2024 for a meeting with Uganda.", "meeting"),
    ],
)
def test_another_verbs_date_is_not_taken(text, trigger):
    found = read(bare_article(text), Reference(interval=day(FRIDAY), best=FRIDAY)).events
    assert [one.date for one in found if one.event_text == trigger] in ([], [""])
