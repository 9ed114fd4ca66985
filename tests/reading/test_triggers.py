"""The lexicon of actions: every row fires on its example, and on no sentence that only looks alike."""

from itertools import pairwise

import pytest

from coranto.data import rows
from coranto.reading.clauses import scan
from coranto.reading.events.triggers import Trigger, actions, find
from coranto.types.reading import EVENTS

LOOK_ALIKES = [
    "The mayor of Lyon wants to strike a balance between cost and speed.",
    "Please visit our website for more on Canada.",
    "A market rally lifted shares in Tokyo.",
    "Japan's premier played a round of golf in Hawaii.",
    "Norway's minister agreed that the weather was bad.",
    "The film was released in France.",
    "Kenya released its inflation figures.",
    "The armed forces of Chile are small.",
    "The bank of Ghana cut the price of bread.",
    "The Danish doctor performed a heart attack drill.",
    "A ship called \"Oslo Queen\" lies off Malta.",
    "Italy hit a record high in July.",
    "The ministry in Lima did not give details.",
    "Cairo's talk show host met the needs of his viewers.",
    "The Peruvian climber was injured in the knee.",
    "Two dancers strike a pose in Quito.",
]  # fmt: skip
FIRES_STILL = {  # words that are triggers elsewhere, with what must not come of them here
    "The Danish doctor performed a heart attack drill.": {"ASSAULT", "COOPERATE"},
    "The bank of Ghana cut the price of bread.": {"SANCTION"},
    "Norway's minister agreed that the weather was bad.": {"AGREE"},
}


def triggers(text: str) -> tuple[Trigger, ...]:
    return find(scan(text, 0, len(text)))


@pytest.mark.parametrize("row", rows("actions"), ids=lambda row: f"{row['pos']}-{row['lemma']}-{row['event']}")
def test_each_row_fires_on_its_example(row):
    found = [(one.action.lemma, one.action.pos) for one in triggers(row["example"])]
    assert (row["lemma"], row["pos"]) in found


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_stay_silent(text):
    barred = FIRES_STILL.get(text)
    events = {one.action.event for one in triggers(text)}
    assert not (events & barred if barred else events)


def test_the_lexicon_is_large_and_well_formed():
    assert len(actions()) >= 350
    assert {action.event for action in actions()} == set(EVENTS)
    for action in actions():
        assert action.relation in (">", "=", "<")
        assert action.family
        assert action.pos in ("verb", "noun")


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("Putin visits Hanoi.", "verb"),
        ("Putin's visits to Hanoi were short.", "noun"),
        ("Rebels attack Goma.", "verb"),
        ("The attack on Goma was long.", "noun"),
        ("Oslo demands an answer from Minsk.", "verb"),
        ("The demands of Oslo were met with silence.", "noun"),
        ("They protest against Serbia's president.", "verb"),
        ("A protest against Serbia's president was held.", "noun"),
    ],
)
def test_a_word_that_can_be_both_is_read_by_its_place(text, pos):
    assert triggers(text)[0].action.pos == pos


def test_triggers_stand_in_order_and_do_not_overlap():
    found = triggers("Chad accused Niger, met Mali, visited Togo and signed a pact with Benin.")
    assert [one.action.lemma for one in found] == ["accuse", "meet", "visit", "sign", "pact"]
    assert all(left.last <= right.first for left, right in pairwise(found))


@pytest.mark.parametrize(
    "text", ["", " ", "“" * 5000, "A" * 100_000, "visit " * 20_000, "\x00\ud800 visit", "’s ’s"]
)
def test_odd_text_is_no_error(text):
    assert isinstance(triggers(text), tuple)
