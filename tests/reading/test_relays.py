"""Relays: asides that name a carrier or a source, what is no medium, and hostile text."""

import time

import pytest

from coranto.reading.speech.find import speech_in
from coranto.reading.speech.media import is_bare_medium, is_medium


def chains(text):
    return [[(link.actor, link.relation) for link in one.chain] for one in speech_in(text)]


@pytest.mark.parametrize(
    "phrase",
    [
        "the newspaper Harbour Gazette", "state television", "the Times of Oman", "TASS", "local media",
        "the German press agency dpa", "Radio Kasai", "the state news agency", "the Kisumu Post",
    ],
)  # fmt: skip
def test_media(phrase):
    assert is_medium(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "BBC director Helen Marsh", "the Press Council", "the International Energy Agency", "the space agency",
        "reporters", "Ana Tavares", "the council", "a Reuters journalist", "", "the", "the agency",
    ],
)  # fmt: skip
def test_what_is_no_medium(phrase):
    assert not is_medium(phrase)


def test_what_points_at_a_medium():
    assert is_bare_medium("the agency") and is_bare_medium("The paper")
    assert not is_bare_medium("the Harbour Gazette") and not is_bare_medium("paper")


def test_the_aside_is_no_part_of_what_is_said():
    text = "Yonhap said, citing a harbour official, that the ferry had sunk."
    (one,) = speech_in(text)
    assert [text[start:end] for start, end in one.content] == ["that the ferry had sunk"]
    assert one.cue == "citing" and one.speaker.name == "a harbour official"


def test_grounds_are_no_sources():
    assert chains("Citing poor health, Marta Ruiz said she would retire.") == [[("Marta Ruiz", "says")]]
    assert ("TASS", "cites") not in chains("TASS, citing bad weather, said the port was shut.")[0]
    assert ("TASS", "cites") not in chains("TASS, citing a lack of funds, said the port was shut.")[0]


def test_reporters_carry_nothing_and_their_paper_does():
    assert chains("Marta Ruiz told reporters that the port was shut.") == [[("Marta Ruiz", "says")]]
    assert chains("Marta Ruiz told the Kisumu Post that the port was shut.") == [
        [("the Kisumu Post", "reports"), ("Marta Ruiz", "says")]
    ]


def test_the_agency_is_the_last_one_named_and_nobody_without_one():
    text = "TASS quoted Marta Ruiz as saying the port was shut. The agency added that two ships had left."
    assert chains(text)[-1] == [("TASS", "reports")]
    assert chains("The agency added that two ships had left.") == [[("The agency", "says")]]


def test_who_was_quoted_does_not_bring_what_others_say():
    text = "TASS quoted Marta Ruiz as saying the port was shut. Joel Otieno said two ships had left."
    assert chains(text)[-1] == [("Joel Otieno", "says")]


def test_as_may_be_left_out():
    assert chains("TASS cited Marta Ruiz saying that the port was shut.") == [
        [("TASS", "cites"), ("Marta Ruiz", "says")]
    ]


def test_links_and_spans_slice_to_their_words():
    text = (
        "“It is shut,” Marta Ruiz told Reuters. Kyodo, citing two pilots, said it was open, as reported by the AP."
        "\n\nIn remarks carried by KCNA on Sunday, Joel Otieno said, according to Radio Kasai, that it was late."
    )
    for one in speech_in(text):
        assert text[one.start : one.end] == one.text
        for link in one.chain:
            assert link.cite is not None and text[link.cite.start : link.cite.end] == link.cite.exact


@pytest.mark.parametrize(
    "text",
    [
        "citing", ", citing", "Citing, citing, citing.", "carried by", "told the", ", as quoted by",
        "which cited", "TASS:", ": TASS", "- TASS", "reported that, according to", "speaking to", "on condition of",
        "quoted as saying by", ", TASS reported", "TASS TASS TASS said TASS.",
    ],
)  # fmt: skip
def test_odd_text_is_read(text):
    assert isinstance(speech_in(text), tuple)


@pytest.mark.parametrize(
    "piece",
    [
        "citing ", ", citing X, ", "carried by the News ", "told the News ", "in remarks carried by TASS, ",
        "TASS ", "the Daily ", ", TASS reported", "He said, TASS reported. ", "according to TASS, ", "X: ",
    ],
)  # fmt: skip
def test_long_hostile_text_takes_linear_time(piece):
    begun = time.process_time()
    speech_in(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 8
