"""Sayings that part a sentence, people cited before they speak, and those who come to say something."""

import pytest

from coranto.reading import speech_in


def read(text):
    return [
        (one.speaker.name if one.speaker else "", one.cue, [text[start:end] for start, end in one.content],
         [link.actor for link in one.chain])
        for one in speech_in(text, model=False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "content", "inner", "takes"),
    [
        (
            "Under the plan, officials said, the army hopes to withdraw from the town.",
            ["Under the plan", "the army hopes to withdraw from the town"],
            "the army",
            ["to withdraw from the town"],
        ),
        ("The union, Moe said, wants to stay.", ["The union", "wants to stay"], "The union", ["to stay"]),
        ("The union, Moe said Monday, wants to stay.", ["The union", "wants to stay"], "The union", ["to stay"]),
    ],
)
def test_a_saying_parts_what_somebody_else_wants(text, content, inner, takes):
    outer, wanted = read(text)
    assert outer[2] == content
    assert (wanted[0], wanted[2]) == (inner, takes)
    assert wanted[3] == [outer[0], inner]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The report also cites opposition leader Anna Moe, who warned that prices would rise.",
         ["The report", "Anna Moe"]),
        ("Local radio quoted Anna Moe, who said prices would rise.", ["Local radio", "Anna Moe"]),
        ("The paper quotes the mayor, Anna Moe, who says prices will rise.", ["The paper", "Anna Moe"]),
        ("The paper sacked Anna Moe, who said prices would rise.", ["Anna Moe"]),
    ],
)  # fmt: skip
def test_who_is_cited_speaks_through_who_cites(text, chain):
    assert read(text)[-1][3] == chain


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Officers took to the streets to say they supported the strike.", "Officers", "they supported the strike"),
        ("A spokesman came out to say the talks had failed.", "A spokesman", "the talks had failed"),
        ("Moe phoned the judge to say that she was innocent.", "Moe", "that she was innocent"),
        ("The report says even though it rained hard, nobody left.", "The report",
         "even though it rained hard, nobody left"),
    ],
)  # fmt: skip
def test_who_comes_to_say_it_says_it(text, speaker, content):
    (found,) = read(text)
    assert (found[0], found[2]) == (speaker, [content])


def test_a_right_to_say_something_is_no_saying():
    assert read("The union has the right to say that prices are too high.") == []
