"""The acceptance set: what the five seed pages tell must be found in them, with parties and days."""

from datetime import date
from pathlib import Path

import pytest

from coranto.article import clean
from coranto.page import find
from coranto.reading import read
from coranto.types import Article
from coranto.types.time import day

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not at hand")


def reading(number: int):
    page = next(iter(find(sorted(SEEDS.glob(f"{number:03d}_*")))))
    article = clean(page)
    assert isinstance(article, Article)
    return read(article)


def told(number: int, family: str, *parties: str):
    """The mentions of a family that have every one of `parties`: parts of names, or codes."""
    out = []
    for one in reading(number).events:
        there = one.actor + one.recipient
        words = {word for entity in there for word in (*entity.identifier_text.split(), entity.code)}
        if one.family == family and set(parties) <= words:
            out.append(one)
    return out


def test_event_1_the_meeting_at_the_forum():
    (found,) = told(1, "meet", "Zhang", "Shoigu")
    assert (found.event, found.interval) == ("CONSULT", day(date(2023, 10, 30)))
    assert found.occasion is not None
    assert found.occasion.ordinal == 10
    assert told(0, "meet", "Zhang", "Shoigu")


def test_events_9_and_10_are_two_meetings_of_one_day():
    for other in ("Putin", "Shoigu"):
        found = [one for one in told(2, "meet", "Zhang", other) if one.interval == day(date(2023, 11, 8))]
        assert len(found) == 1
        assert {entity.identifier_text.split()[-1] for entity in found[0].actor} <= {"Youxia", other}


def test_event_17_the_exercise():
    (found,) = told(3, "exercise", "CHN", "RUS")
    assert (found.event, found.date, found.modality) == ("COOPERATE", "2023-07-01", "actual")


def test_event_19_is_planned():
    found = told(3, "visit", "Li", "BLR")
    assert found
    assert {one.modality for one in found} == {"planned"}
    assert {one.of for one in found} == {"CONSULT"}


def test_event_21_the_round_of_consultations():
    found = [one for one in told(4, "meet", "CHN", "RUS") if one.occasion and one.occasion.ordinal == 22]
    assert len(found) == 1
    assert all("MIL" in entity.sector for entity in found[0].actor)


@pytest.mark.parametrize("number", range(5))
def test_nothing_comes_out_of_teasers(number):
    codes = {entity.code for one in reading(number).events for entity in one.actor + one.recipient}
    assert not codes & {"ISR", "SYR", "PSE", "ARE", "IRN", "AFG", "IND", "KAZ"}
