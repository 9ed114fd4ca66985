"""What is told, what is passed over in silence, and how sure a mention is."""

import pytest

from coranto.reading import read
from coranto.reading.names.find import bare_article


def events(text: str):
    return read(bare_article(text)).events


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto asked Ugandan President Yoweri Museveni about the weather.",
        "Kenyan President William Ruto hopes to play golf in Uganda.",
        "The Kenyan armed forces of Uganda's rival paraded.",
        "When the quake hit Kenya, Kenyan President William Ruto was abroad.",
        "Kenyan soldiers earn 500 Egyptian pounds in Egypt.",
        "A storm attacked nerves in Kenya.",
        "Kenyan President William Ruto arrived at the palace.",
        "Kenya and Uganda do not have an extradition treaty.",
    ],
)
def test_figures_of_speech_and_half_known_events_stay_silent(text):
    assert not [one for one in events(text) if one.confidence >= 0.5]


def test_a_stranger_before_the_verb_is_no_actor():
    found = events("Kenyan officials said that a storm destroyed Ugandan tanks.")
    assert all(not one.actor for one in found)


@pytest.mark.parametrize(
    ("text", "code", "sector"),
    [
        ("Police arrested three men in Lagos.", "NGA", "COP"),
        ("Thousands protested in Paris against the budget.", "FRA", "CVL"),
        ("A court in Lima sentenced a singer to prison.", "PER", "JUD"),
    ],
)
def test_police_courts_and_crowds_belong_to_the_country_they_act_in(text, code, sector):
    found = events(text)
    assert [(one.actor[0].code, one.actor[0].sector[0]) for one in found] == [(code, sector)]
    assert all(one.confidence < 0.9 for one in found)


def test_a_surname_after_its_country_is_a_person():
    (found,) = [one for one in events("Kenya's Ruto and Uganda's Museveni met in Lima.") if one.family == "meet"]
    assert [(entity.identifier_text, entity.code, entity.person) for entity in found.actor] == [
        ("Ruto", "KEN", True),
        ("Museveni", "UGA", True),
    ]


def test_the_text_before_gives_the_other_side_of_a_meeting():
    text = (
        "Kenyan President William Ruto and Ugandan President Yoweri Museveni spoke to reporters. "
        "William Ruto praised the talks with his guest. William Ruto's meeting lasted two hours."
    )
    for one in events(text):
        if one.family == "meet":
            assert len(one.actor) == 2


def test_confidence_falls_with_the_distance_of_the_subject():
    near = events("Kenya condemned Uganda.")[0]
    far = [one for one in events("Kenya, which signed, said it would vote, and later condemned Uganda.")
           if one.event_text == "condemned"]  # fmt: skip
    assert all(one.confidence < near.confidence for one in far)


def test_one_sided_journeys_stay_below_one_half():
    for text in ("Kenyan President William Ruto's visit was short.", "The visit to Uganda was short."):
        assert all(one.confidence < 0.5 for one in events(text))


def test_a_meeting_that_is_still_to_come_is_planned_in_every_sentence():
    text = (
        "Kenyan President William Ruto will meet Ugandan President Yoweri Museveni in Lima. "
        "William Ruto said the meeting with Yoweri Museveni was important."
    )
    found = [one for one in events(text) if one.family == "meet"]
    assert len(found) == 2
    assert {(one.event, one.of, one.modality) for one in found} == {("AGREE", "CONSULT", "planned")}


def test_a_visiting_minister_is_a_visit_to_the_host():
    text = "Kenyan President William Ruto told visiting Ugandan minister Odongo Jeje that trade would grow."
    (found,) = [one for one in events(text) if one.family == "visit"]
    assert [entity.code for entity in found.actor] == ["UGA"]
    assert [entity.code for entity in found.recipient] == ["KEN"]
