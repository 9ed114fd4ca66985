"""Time expressions: values, days, and what is none."""

import random
import time
from datetime import date
from itertools import pairwise

import pytest

from coranto.data import rows
from coranto.reading.times.composed import RESOLVERS
from coranto.reading.times.find import lowered, matches, time_flags, times, times_in
from coranto.reading.times.grammar import rules
from coranto.types import TITLE, Article, Interval, Reference, Sentence, Time
from coranto.types.time import day

TUESDAY = date(2021, 6, 15)
REFERENCE = Reference(interval=day(TUESDAY), best=TUESDAY)
UNDATED = Reference()


def read(text: str, reference: Reference = REFERENCE) -> list[tuple[str, str]]:
    return [(one.text, one.value) for one in times_in(text, reference)]


def one(text: str, reference: Reference = REFERENCE) -> Time:
    (found,) = times_in(text, reference)
    return found


def article(text: str, title: str = "") -> Article:
    sentence = Sentence(index=0, start=0, end=len(text), paragraph=0)
    return Article(id="art-1", page="p", path="p", title=title, outlet="o", text=text, sentences=(sentence,))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pier burnt on Friday.", "Friday", "2021-06-11"),
        ("The pier will reopen on Friday.", "Friday", "2021-06-18"),
        ("The council met on Tuesday.", "Tuesday", "2021-06-15"),
        ("The vote is due to take place on Monday.", "Monday", "2021-06-21"),
        ("They met last Friday.", "last Friday", "2021-06-11"),
        ("They will meet next Friday.", "next Friday", "2021-06-18"),
        ("He resigned in March.", "March", "2021-03"),
        ("He resigned in October.", "October", "2020-10"),
        ("The fair is to open in October.", "October", "2021-10"),
        ("She came in mid-April.", "mid-April", "2021-04"),
        ("The ship sank on 31 October 2013.", "31 October 2013", "2013-10-31"),
        ("The ship sank on Oct. 31, 2013.", "Oct. 31, 2013", "2013-10-31"),
        ("The show ran May 3-5.", "May 3-5", "2021-05-03/2021-05-05"),
        ("The show ran 3 to 5 May 2019.", "3 to 5 May 2019", "2019-05-03/2019-05-05"),
        ("Stamped 2019-04-02 by a clerk.", "2019-04-02", "2019-04-02"),
        ("It opened in 1987.", "1987", "1987"),
        ("Shares fell in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3"),
        ("The first half of 2020 was slow.", "The first half of 2020", "2020-H1"),
        ("A song of the late 1970s was played.", "the late 1970s", "197"),
        ("A 12th-century wall fell.", "12th-century", "11"),
        ("It burnt in the summer of 2018.", "the summer of 2018", "2018-SU"),
        ("In the winter of nineteen ninety-four it froze.", "the winter of nineteen ninety-four", "1994-WI"),
        ("January nineteen ninety-seven was cold.", "January nineteen ninety-seven", "1997-01"),
        ("Sales fell from the early summer on.", "the early summer", "2021-SU"),
        ("It may start in next year's first quarter.", "next year's first quarter", "2022-Q1"),
        ("Profit rose in the quarter ended March 31.", "the quarter", "2021-Q1"),
        ("Profit rose in the quarter ended Dec. 31, 2019.", "the quarter", "2019-Q4"),
        ("It is due in the week of June 28.", "the week of June 28", "2021-W26"),
        ("He slept in the last twenty four hours.", "the last twenty four hours", "PT24H"),
        ("She waited 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
        ("It shut for eight trading days.", "eight trading days", "P8D"),
        ("By mid afternoon it was over.", "mid afternoon", "2021-06-15TAF"),
        ("Rules should be in place by year's end.", "year's end", "2021"),
        ("It is to be repaid by February.", "February", "2022-02"),
        ("Repaid in full by February?", "February", "2022-02"),
        ("He would fight Friday's ruling.", "Friday", "2021-06-11"),
        ("Neither she nor her aide could be reached Friday.", "Friday", "2021-06-11"),
        ("Ahead of the trip, the ministry on Friday issued a warning.", "Friday", "2021-06-11"),
        ("The judge postponed until Friday any decision.", "Friday", "2021-06-18"),
        ("The two chiefs meet Friday in Basel.", "Friday", "2021-06-18"),
        ("Two days ago the well ran dry.", "Two days ago", "2021-06-13"),
        ("Three months ago it rained.", "Three months ago", "2021-03"),
        ("Last week a bridge fell.", "Last week", "2021-W23"),
        ("Next year the tram returns.", "Next year", "2022"),
        ("It snowed last night.", "last night", "2021-06-14TNI"),
        ("On Friday night a roof fell.", "Friday night", "2021-06-11TNI"),
        ("A three-day strike began.", "three-day", "P3D"),
        ("He lived there for two and a half years.", None, None),
        ("They talked for nearly 40 years.", "nearly 40 years", "P40Y"),
        ("The board meets annually.", "annually", "P1Y"),
        ("Every Friday the market opens.", "Every Friday", "XXXX-WXX-5"),
        ("The hall is now empty.", "now", "PRESENT_REF"),
        ("Doors open at 9 a.m. Friday.", "9 a.m. Friday", "2021-06-18T09:00"),
        ("Shops close on Christmas Day.", "Christmas Day", "2020-12-25"),
        # ranges
        ("The fair runs May 30 - June 2.", "May 30 - June 2", "2021-05-30/2021-06-02"),
        ("It was open December 28 - January 3, 2020.", "December 28 - January 3, 2020", "2019-12-28/2020-01-03"),
        ("It snowed June-August.", "June-August", "2020-06/2020-08"),
        ("Tolls rose June to August 2020.", "June to August 2020", "2020-06/2020-08"),
        ("The 2017-2019 survey is out.", "2017-2019", "2017/2019"),
        ("The 2018/19 season is over.", "2018/19", "2018/2019"),
        ("They met on April 24 and 25.", "25", "2021-04-25"),
        ("They met on April 24 and 25, 1986.", "25, 1986", "1986-04-25"),
        # durations
        ("It took 16 hours.", "16 hours", "PT16H"),
        ("The decades-long quarrel ended.", "decades-long", "PXDE"),
        ("In the past two months it rained.", "the past two months", "P2M"),
        ("In recent years it rained.", "recent years", "PXY"),
        ("In the weeks before the vote he hid.", "the weeks", "PXW"),
        ("For the year ended June 30 it lost money.", "the year", "P1Y"),
        # sets
        ("It sails twice a week.", "twice a week", "P1W"),
        ("It is open 24 hours a day.", "24 hours a day", "P1D"),
        ("It is wound every other day.", "every other day", "P2D"),
        ("It is shut on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("It is paid semi-annually.", "semi-annually", "P6M"),
        # fiscal years, quarters, halves, decades
        ("The fiscal 2020 budget is small.", "The fiscal 2020", "2020"),
        ("The 2019 fiscal year was bad.", "The 2019 fiscal year", "2019"),
        ("Tolls rose in financial year 2018-19.", "financial year 2018-19", "2018/2019"),
        ("FY23 was good.", "FY23", "2023"),
        ("H1 2020 was slow.", "H1 2020", "2020-H1"),
        ("Profit rose in Q3.", "Q3", "2020-Q3"),
        ("A tune of the early 90s.", "the early 90s", "199"),
        ("A tune of the eighties.", "the eighties", "198"),
        ("By the year two thousand it was gone.", "the year two thousand", "2000"),
        # clock times and their zones
        ("The whistle goes at 1530 GMT.", "1530 GMT", "2021-06-15T15:30"),
        ("The whistle goes at 2000 GMT.", "2000 GMT", "2021-06-15T20:00"),
        ("It fell at 5 p.m. Moscow time on Friday.", "5 p.m. Moscow time on Friday", "2021-06-11T17:00"),
        ("It fell at 3:30 p.m. (EST) Monday.", "3:30 p.m. (EST) Monday", "2021-06-14T15:30"),
        ("It fell at noon on 3 May 2020.", "noon", "2021-06-15T12:00"),
        ("He fled on the night of Friday, June 4.", "the night of Friday, June 4", "2021-06-04TNI"),
        ("It burnt in the early hours of Thursday.", "the early hours of Thursday", "2021-06-10TMO"),
        # counted from a named day
        ("Two days after May 3 it rained.", "Two days after May 3", "2021-05-05"),
        ("The day before Christmas it snowed.", "The day before Christmas", "2020-12-24"),
        # the tense around
        ("Until Friday they had not met.", "Friday", "2021-06-11"),
        ("The owner could not be reached Friday.", "Friday", "2021-06-11"),
        ("The storm tore the roof off Friday.", "Friday", "2021-06-11"),
        ("The sum will be paid on Friday.", "Friday", "2021-06-18"),
        ("The firms agreed to merge in October.", "October", "2021-10"),
        ("It had been scheduled to open Friday.", "Friday", "2021-06-11"),
        ("It was built last May.", "last May", "2020-05"),
        ("The March accession helped them.", "March", "2021-03"),
    ],
)  # fmt: skip
def test_values(text: str, words: str | None, value: str | None) -> None:
    found = read(text)
    assert (words, value) in found if words else found


@pytest.mark.parametrize(
    "text",
    [
        "The 22nd round of talks ended.",
        "It may rain and they may march to the hall.",
        "May the best team win.",
        "The girl, 6 years old, waved.",
        "A 45-year-old man waved.",
        "He came second and took third place.",
        "Minister Theresa May spoke.",
        "About 2000 people fled.",
        "Call 555-1987 or pay $1999.",
        "Prices fall when it is a fair deal.",
        "Sun and wed are words.",
        "The March on the capital began.",
        "The New York Daily News was sold.",
        "The party daily Granma printed it, and the film was High Noon.",
        'She spoke on "This Week" and left.',
        "Temperatures in the mid-80s are rare, and he is in his early 80s.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_weekday_of_the_next_day_is_tomorrow_but_not_trusted() -> None:
    found = one("The agency reported on Wednesday that a dam broke.")
    assert found.value == "2021-06-16"
    assert found.interval is None
    assert found.confidence < 0.5
    assert time_flags(article("x"), REFERENCE, (found,)) == ("weekday_after_publication",)


def test_a_planned_tomorrow_is_no_flag() -> None:
    found = one("The dam will be opened on Wednesday.")
    assert found.interval == day(date(2021, 6, 16))
    assert time_flags(article("x"), REFERENCE, (found,)) == ()


def test_undated_text_keeps_what_is_said_and_leaves_the_rest_open() -> None:
    text = "On Wednesday and in October, last week, on Oct. 3, and on 4 May 2020."
    found = times_in(text, UNDATED)
    assert [one.value for one in found] == ["XXXX-WXX-3", "XXXX-10", "XXXX-WXX", "XXXX-10-03", "2020-05-04"]
    assert [one.interval is None for one in found] == [True, True, True, True, False]
    assert found[-1].anchor == "self"


def test_wide_reference_resolves_only_what_both_ends_agree_on() -> None:
    week = Reference(interval=Interval(date(2021, 6, 14), date(2021, 6, 18)))
    assert one("They met on Monday.", week).value == "2021-06-14"
    assert one("They met on Thursday.", week).interval is None
    assert one("He left in March.", week).value == "2021-03"
    year = Reference(interval=Interval(date(2021, 1, 1), date(2022, 1, 1)))
    assert one("He left in March.", year).value == "XXXX-03"
    assert one("He left this year.", year).value == "2021"


def test_a_wide_reference_knows_no_slip_to_the_next_day() -> None:
    week = Reference(interval=Interval(date(2021, 6, 14), date(2021, 6, 21)))
    assert one("They met on Monday.", week).value == "2021-06-14"
    assert one("They met in July. Then they left.", week).text == "July"


def test_modifiers_narrow_the_days() -> None:
    mid = one("She came in mid-April.")
    assert mid.mod == "MID"
    assert mid.interval is not None
    assert mid.interval.start.day in (9, 10, 11)
    assert mid.interval.last.day in (20, 21)
    late = one("She came in late April.")
    assert late.interval is not None
    assert late.interval.end == date(2021, 5, 1)
    earlier = one("She came earlier this year.")
    assert earlier.interval == Interval(date(2021, 1, 1), date(2021, 6, 16))


def test_narrative_anchor() -> None:
    found = times_in(
        "The ferry sank on 3 May 2019. The same day a second ran aground. Three days later both rose.", REFERENCE
    )
    assert [one.value for one in found] == ["2019-05-03", "2019-05-03", "2019-05-06"]
    assert [one.anchor for one in found] == ["self", "narrative", "narrative"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed on May 3. The day before, rain fell.", "2021-05-02"),
        ("It sank on 3 May 2019. That night a storm came.", "2019-05-03TNI"),
        ("It sank on 3 May 2019. The following Monday it rose.", "2019-05-06"),
        ("In 2015 he left. Two years later he came back.", "2017"),
        ("In 1950 he was born and the following year he moved.", "1951"),
        ("In March 2015 it opened. That month many came.", "2015-03"),
        ("In March 2015 it opened. Two months later it shut.", "2015-05"),
        ("In the third quarter sales rose. In the previous quarter they fell.", "2020-Q2"),
        ("In the third quarter sales rose from a year earlier.", "2019-Q3"),
        ("In the third quarter sales rose from the 2018 period.", "2018-Q3"),
        (
            "In the third quarter it rose. A loss is seen in the third quarter of 2022. Up on a year ago.",
            "2019-Q3",
        ),
        ("In the third quarter sales rose. For the full year they fell.", "2020"),
    ],
)
def test_what_counts_from_a_time_told_before(text: str, value: str) -> None:
    found = times_in(text, REFERENCE)[-1]
    assert (found.value, found.anchor) == (value, "narrative")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The day after the talks they signed.", "The day"),
        ("The week before the vote was calm.", "The week"),
        ("On the morning of the attack he slept.", "the morning"),
        ("The same day it rained.", "The same day"),
        ("Two days after the talks they signed.", "Two days"),
    ],
)
def test_what_counts_from_an_event_has_no_days_of_its_own(text: str, words: str) -> None:
    found = one(text)
    assert (found.text, found.interval) == (words, None)


def test_title_stands_first_with_its_own_offsets() -> None:
    page = article("It rained on Monday.", title="Storm due Friday")
    found = times(page, REFERENCE)
    assert [one.sentence for one in found] == [TITLE, 0]
    assert page.title[found[0].start : found[0].end] == "Friday"


def test_only_the_given_sentences_are_read() -> None:
    text = "It rained on Monday. It snowed on Friday."
    assert [one.text for one in times_in(text, REFERENCE, [(0, 20)])] == ["Monday"]
    assert times_in(text, REFERENCE, []) == ()


def test_a_headline_looks_ahead_with_to() -> None:
    (found,) = times(article("It rained.", title="Mayor to visit coast on Friday"), REFERENCE)
    assert found.value == "2021-06-18"


def test_every_rule_has_a_resolver_and_an_example_it_finds() -> None:
    assert set(rules()) == set(RESOLVERS)
    for row in (*rows("timerules"), *rows("timerules", "follower")):
        text = row["example"]
        assert row["name"] in [rule for rule, _ in matches(lowered(text))], row["name"]
        assert times_in(text, REFERENCE), row["name"]


def test_every_word_of_tense_has_an_example() -> None:
    for row in rows("tense"):
        assert one(row["example"]).value == ("2021-06-18" if row["direction"] == "future" else "2021-06-11")


def _invariants(text: str, found: tuple[Time, ...]) -> None:
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_spans_hold_their_words_in_odd_text() -> None:
    pieces = [
        "Oct. 31",
        "İstanbul",
        "“",
        "\n\n",
        " on ",
        "Friday",
        "5 p.m.",
        "2020",
        "-",
        "’s",
        " two years ",
        "ago",
        "ß",
        " the ",
    ]
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(12))
        for reference in (REFERENCE, UNDATED):
            _invariants(text, times_in(text, reference))


@pytest.mark.parametrize("edge", [date(1, 1, 1), date(9999, 12, 30)])
def test_ends_of_the_calendar(edge: date) -> None:
    text = "Two centuries ago, last week, next year, on Friday, 300 years later, next decade, Easter, the weekend."
    for words in text.split(", "):
        times_in(words, Reference(interval=day(edge)))


@pytest.mark.parametrize(
    "unit", ["1", "a ", "one two ", "Friday ", "\"'", "May ", "1,", "the last ", "19 ", " ", "early "]
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    begin = time.process_time()
    times_in(unit * (200_000 // len(unit)), REFERENCE, [(0, 200_000)])
    assert time.process_time() - begin < 8
