"""Chains: who brought the words, from the page's own head to the speaker."""

from dataclasses import replace

import pytest

from coranto.reading.names.find import bare_article, names
from coranto.reading.offices.find import offices
from coranto.reading.speech.find import speech, speech_in
from coranto.types import Cite, Credit


def links(statement):
    return [(link.actor, link.relation) for link in statement.chain]


def actors(text, at=0):
    return [link.actor for link in speech_in(text)[at].chain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Interfax quoted the Kenyan fisheries ministry as saying that nets were scarce.",
            [("Interfax", "quotes"), ("Kenyan fisheries ministry", "says")],
        ),
        ("Nets were scarce, Pavel Orlov said, as per Xinhua.", [("Xinhua", "reports"), ("Pavel Orlov", "says")]),
        ("Pavel Orlov said nets were scarce, Reuters reported.", [("Reuters", "reports"), ("Pavel Orlov", "says")]),
        (
            "Nets were scarce, according to a statement from the Kenyan fisheries ministry.",
            [("a statement from the Kenyan fisheries ministry", "says")],
        ),
    ],
)
def test_carriers_stand_before_the_speaker(text, expected):
    found = links(speech_in(text)[0])
    assert [(actor.removeprefix("the "), relation) for actor, relation in found] == expected


def test_quoted_by():
    assert actors("Marta Ruiz was quoted by TASS as saying that nets were scarce.") == ["TASS", "Marta Ruiz"]


def test_told_that_another_had_said():
    found = speech_in("Marta Ruiz told reporters that Joel Otieno had promised that the port would open.")
    inner = next(s for s in found if "promised" in s.cue)
    assert [link.actor for link in inner.chain] == ["Marta Ruiz", "Joel Otieno"]


def test_what_a_quotation_says_that_others_say():
    found = speech_in("“The ministry told us that Joel Otieno denied the claim,” Marta Ruiz said.")
    inner = next(s for s in found if s.cue == "denied")
    assert [link.actor for link in inner.chain][-1] == "Joel Otieno"
    assert inner.chain[0].actor == "Marta Ruiz"


def test_the_statement_after_a_nested_one_keeps_its_own_chain():
    text = "Marta Ruiz said that Joel Otieno denied the claim. Anna Berg said the harbour was full."
    last = speech_in(text)[-1]
    assert [link.actor for link in last.chain] == ["Anna Berg"]


def test_a_carrier_holds_to_the_end_of_its_paragraph_and_no_further():
    text = (
        "Pavel Orlov said ships would sail, as per Xinhua. He said they were ready.\n\n"
        "Marta Ruiz said the harbour was full."
    )
    found = speech_in(text)
    assert [link.actor for link in found[1].chain] == ["Xinhua", "Pavel Orlov"]
    assert [link.actor for link in found[2].chain] == ["Marta Ruiz"]


def _read(kind, lang="en"):
    text = "“The nets are old and torn,” Marta Ruiz said. Joel Otieno said that was true."
    article = bare_article(text)
    credit = Credit(
        agency="Xinhua", kind=kind, cite=Cite(article=article.id, sentence=0, start=0, end=1, exact=text[:1])
    )
    article = replace(article, outlet="The Harbour Post", credits=(credit,), lang=lang)
    found = names(article)
    return speech(article, found, offices(article, found))


def test_the_page_stands_outermost():
    assert links(_read("agency")[0]) == [
        ("The Harbour Post", "publishes"),
        ("Xinhua", "credits"),
        ("Marta Ruiz", "says"),
    ]


def test_a_photo_credit_carries_nothing():
    assert [link.actor for link in _read("photo")[0].chain] == ["The Harbour Post", "Marta Ruiz"]


def test_relayed_quotations_may_be_translated_back():
    quoted, reported = _read("relay")
    assert quoted.retranslated and not reported.retranslated
    assert not _read("agency")[0].retranslated
    assert _read("agency", lang="sw")[0].retranslated


def test_links_cite_their_own_words():
    text = "Marta Ruiz told reporters that Joel Otieno had promised that the port would open."
    for statement in speech_in(text):
        for link in statement.chain:
            assert link.cite is not None and text[link.cite.start : link.cite.end] == link.cite.exact
