"""Titles of events: occasions, the text's own words, and phrases where there are none."""

import pytest
from record_scenes import Scene, days, talks

from coranto.record import merge_events, resolve
from coranto.record.phrases import clause, edition_words
from coranto.record.titles import ordinal, third_person
from coranto.types import OccasionMention, Occurrence


def titles(*scenes):
    return [event.title for event in merge_events(resolve([scene.source() for scene in scenes]))]


def told(line, actor, trigger, *, event="ACCUSE", family="accuse", to=None, **more):
    scene = Scene("A", "2021-05-04", line)
    recipients = [scene.entity(to[0], to[1])] if to else []
    return scene.event(trigger, [scene.entity(*actor)], recipients, event=event, family=family, **more)


def test_a_round_is_what_the_parties_hold():
    scene = Scene(
        "A", "2021-05-04", "It was the 12th round of \u201cferry talks\u201d between Norway and Finland in Turku."
    )
    sentence, start, end = scene.span("12th round of \u201cferry talks\u201d between Norway and Finland")
    occasion = Occurrence(name="ferry talks", series="ferry talks", ordinal=12)
    scene.add(
        "occasions",
        OccasionMention(
            sentence=sentence, start=start, end=end, text=scene.text[start:end], occasion=occasion, interval=None
        ),
    )
    both = [scene.entity("Norway", "NOR"), scene.entity("Finland", "FIN")]
    scene.event("round", both, when=days("2021-05-03"), place="Turku", occasion=("ferry talks", 12))
    assert titles(scene) == ["Norway and Finland hold the 12th round of ferry talks, Turku"]


def test_persons_meet_at_an_occasion():
    extra = {"occasion": ("Northern Fair", 3)}
    assert titles(talks("A", "2021-05-04", "2021-05-03", extra=extra)) == [
        "Ingrid Dahl (NOR) meets Paavo Salo (FIN) at the 3rd Northern Fair, Oslo"
    ]


def test_words_of_the_text_say_what_was_offered():
    scene = Scene("A", "2021-05-04", "Norway is ready to share its sea charts with Finland, the paper said.")
    norway, finland = scene.entity("Norway", "NOR"), scene.entity("Finland", "FIN")
    scene.event("share", [norway], [finland], event="AGREE", family="agree", modality="willing")
    assert titles(scene) == ["Norway is ready to share its sea charts with Finland"]


@pytest.mark.parametrize(
    ("line", "trigger", "lemma", "title"),
    [
        ("Norway on Tuesday detained a Finnish yacht off Bergen, police said.", "detained", "detain",
         "Norway detains a Finnish yacht off Bergen"),
        ("Norway has vowed to keep Mr. Salo out of the port because of the debt.", "vowed", "vow",
         "Norway vows to keep Mr. Salo out of the port"),
    ],
)  # fmt: skip
def test_a_verb_in_the_active_voice_is_taken_over(line, trigger, lemma, title):
    scene = told(line, ("Norway", "NOR"), trigger, lemma=lemma, event="COERCE", family="arrest")
    assert titles(scene) == [title]


def test_a_passive_is_not_turned_round():
    line = "Norway was accused by Finland of wasting herring."
    scene = told(line, ("Finland", "FIN"), "accused", lemma="accuse", to=("Norway", "NOR"))
    assert titles(scene) == ["Finland accuses Norway"]


def test_one_side_alone_keeps_the_words_of_the_text():
    line = "Any visit of Norwegian inspectors to the harbour will be paid for."
    scene = told(line, ("Norwegian", "NOR"), "visit", event="CONSULT", family="visit")
    assert titles(scene) == ["Norway: visit of Norwegian inspectors to the harbour will be paid"]


def test_small_forms():
    assert [ordinal(one) for one in (1, 2, 3, 11, 12, 21, 22, 113)] == [
        "1st", "2nd", "3rd", "11th", "12th", "21st", "22nd", "113th",
    ]  # fmt: skip
    assert [third_person(one) for one in ("go", "carry", "play", "pass", "have", "turn down")] == [
        "goes", "carries", "plays", "passes", "has", "turns down",
    ]  # fmt: skip
    assert edition_words("the 12th round of their ferry talks between both sides") == "12th round of ferry talks"


@pytest.mark.parametrize("hostile", ['"' * 50_000, "A" * 50_000, "9." * 30_000, "on Monday " * 8_000, ""])
def test_clauses_of_anything(hostile):
    assert len(clause(hostile, 0)) <= 200
