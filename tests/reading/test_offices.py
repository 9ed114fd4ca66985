"""Offices: before and after the name, without a name, former, with organisation."""

import time

import pytest

from coranto.reading.names.find import bare_article, names
from coranto.reading.offices.find import offices


def read(text):
    article = bare_article(text)
    return offices(article, names(article))


@pytest.mark.parametrize(
    ("text", "title", "person", "code"),
    [
        ("Russian Defence Minister Pavel Orlov left.", "defense minister", "pavel orlov", "RUS"),
        (
            "Pavel Orlov, vice chairman of the Central Military Commission, left.",
            "vice chairman",
            "pavel orlov",
            "",
        ),
        (
            "China's foreign ministry spokesman Zhao Minglei left.",
            "foreign ministry spokesman",
            "zhao minglei",
            "CHN",
        ),
        ("French President Claire Monnier arrived.", "president", "claire monier", "FRA"),
        ("The commander of the Russian Navy, Admiral Pavel Orlov, left.", "commander", "pavel orlov", "RUS"),
    ],
)
def test_titles_and_holders(text, title, person, code):
    office = next(one for one in read(text) if one.title == title)
    assert office.code == code
    assert office.person == person


def test_former_is_elite():
    office = read("Former Kenyan President Joel Otieno spoke.")[0]
    assert office.status == "former" and office.sector[0] == "ELI"


def test_a_defence_minister_is_government_and_military():
    assert read("Russian Defence Minister Pavel Orlov left.")[0].sector == ("GOV", "MIL")


def test_a_role_without_a_name_finds_its_holder():
    text = "Russian Defence Minister Pavel Orlov arrived. The Russian defense minister smiled."
    second = read(text)[-1]
    assert second.person == "" and second.holder == "pavel orlov"


def test_another_countrys_role_finds_nobody():
    text = "Russian Defence Minister Pavel Orlov arrived. The Kenyan defence minister smiled."
    assert read(text)[-1].holder == ""


def test_offsets():
    text = "Then-Chancellor Uta Brandt met Gen. Ivo Kral, head of the Coast Guard, and the mayor of Lyon."
    for office in read(text):
        assert text[office.start : office.end] == office.text


@pytest.mark.parametrize(
    ("text", "title", "status", "person"),
    [
        ("Ex-president Pavel Orlov left.", "president", "former", "pavel orlov"),
        ("Pavel Orlov, who was energy minister until 2019, left.", "energy minister", "former", "pavel orlov"),
        ("The prime minister-designate, Pavel Orlov, left.", "prime minister", "designate", "pavel orlov"),
        ("Parliament elected Pavel Orlov president on Monday.", "president", "current", "pavel orlov"),
        ("Shipping Minister Pavel Orlov left.", "shipping minister", "current", "pavel orlov"),
        ("The minister of health, Pavel Orlov, left.", "minister of health", "current", "pavel orlov"),
        ("The chairman of the board, Pavel Orlov, left.", "chairman", "current", "pavel orlov"),
    ],
)
def test_status_portfolio_and_ties(text, title, status, person):
    assert (title, status, person) in [(one.title, one.status, one.person) for one in read(text)]


@pytest.mark.parametrize(
    "text",
    ["The dissident movement grew.", "He saw the official account.", "They met in the Governor's Mansion."],
)
def test_words_of_offices_that_are_none(text):
    assert read(text) == ()


def test_a_person_named_once_and_far_away_holds_nothing():
    far = "The ship left the harbour at noon. " * 5
    text = f"French President Claire Monnier signed it in 1987. {far}The French president arrived."
    assert read(text)[-1].holder == ""


def test_a_country_of_two_words():
    assert read("North Korean leader Kim Song Ho came.")[0].code == "PRK"


def test_many_offices_of_one_sentence_take_linear_time():
    assert read("the president of the board, Otto Reinfeld, " * 2000)


@pytest.mark.parametrize("piece", ["member ", "President ", "a member pr", "former ", "acting deputy ", "’s "])
def test_words_of_offices_without_end_take_linear_time(piece):
    begun = time.process_time()
    read("the president " + piece * (20_000 // len(piece)))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Presidents Nurlan Sarov of Kazakhstan and Islom Yuldash of Uzbekistan met.",
            [("president", "nurlan sarov", "KAZ"), ("president", "islom iuldash", "UZB")],
        ),
        (
            "The Georgian and Moldovan presidents, Keti Lomi and Radu Ciob, met.",
            [("president", "keti lomi", "GEO"), ("president", "radu ciob", "MDA")],
        ),
        (
            "Malta's information minister and spokesman, Paul Vella, resigned.",
            [("information minister", "paul vela", "MLT"), ("spokesman", "paul vela", "MLT")],
        ),
        ("Finance and Economy Minister Paul Vella resigned.", [("finance and economy minister", "paul vela", "")]),
        ("They named Colonel Paul Vella as interim president.", [("president", "paul vela", "")]),
        ("Paul Vella, a senior nonresident fellow at Turku University, agreed.", [("fellow", "paul vela", "")]),
        ("Malta's ambassador to Peru, Paul Vella, agreed.", [("ambassador", "paul vela", "MLT")]),
        ("Paul Vella was named ambassador to Peru.", [("ambassador", "paul vela", "")]),
        ("His brother Paul Vella met the truck driver.", []),
        ("The prime minister's office said nothing.", []),
    ],
)
def test_titles_by_grammar(text, told):
    assert [(one.title, one.person, one.code) for one in read(text)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Then-Defence Minister Paul Vella spoke.", "then"),
        ("Mayor-elect Paul Vella spoke.", "designate"),
        ("Ex-Trade Secretary Paul Vella spoke.", "former"),
        ("Malta's prime minister from 2014 to 2018, Paul Vella, spoke.", "former"),
        ("Ousted president Paul Vella spoke.", "former"),
        ("The then-Maltese president Paul Vella spoke.", "then"),
    ],
)
def test_status_by_hyphen_years_and_words(text, status):
    assert [one.status for one in read(text)] == [status]
