"""Whom pronouns mean as parties of events: the person that fits, else nobody."""

from datetime import date

import pytest

from coranto.reading import read
from coranto.reading.names.find import bare_article
from coranto.types import Reference
from coranto.types.time import day

FRIDAY = date(2024, 5, 17)


def last(text: str):
    found = read(bare_article(text), Reference(interval=day(FRIDAY), best=FRIDAY)).events
    return found[-1] if found else None


def names(entities):
    return [entity.identifier_text for entity in entities]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        (
            "Kenyan President William Ruto met Ugandan Foreign Minister Odongo Jeje. He condemned Rwanda.",
            ["William Ruto"],
            ["Rwanda"],
        ),
        (
            "French minister Anne Moreau told Polish minister Adam Nowak that she accused Belarus of fraud.",
            ["Anne Moreau"],
            ["Belarus"],
        ),
        (
            "Norwegian premier Julia Dahl received Serbian president Marko Ilic and later praised him.",
            ["Julia Dahl"],
            ["Marko Ilic"],
        ),
    ],
)
def test_a_pronoun_takes_the_person_that_heads_the_sentence_and_fits(text, actor, recipient):
    found = last(text)
    assert found is not None
    assert names(found.actor) == actor
    assert names(found.recipient) == recipient


def test_their_meeting_has_the_two_persons_of_the_sentence_as_parties():
    text = "Chilean President Ana Torres and Peruvian President Luis Vega smiled before their meeting in Lima."
    found = [one for one in read(bare_article(text)).events if one.family == "meet"]
    assert [set(names(one.actor)) for one in found] == [{"Ana Torres", "Luis Vega"}]


def test_we_in_quotes_is_the_speaker():
    found = last('"We condemn Belarus," Latvian President Janis Ozols said.')
    assert found is not None
    assert names(found.actor) == ["Janis Ozols"]


def test_nobody_does_something_to_himself():
    for one in read(
        bare_article("Kenyan President William Ruto praised William Ruto. He criticised himself.")
    ).events:
        assert not {entity.identifier_id for entity in one.actor} & {
            entity.identifier_id for entity in one.recipient
        }
