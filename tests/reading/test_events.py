"""Event mentions of an article: parties, dates, places, occasions, and what holds for every one of them."""

import time
from dataclasses import replace
from datetime import date

import pytest

from coranto.reading import code_pair, read
from coranto.reading.events.context import contexts, scale, sizes
from coranto.reading.names.find import bare_article
from coranto.types import TITLE, Dated, Reference
from coranto.types.reading import EVENTS, QUAD
from coranto.types.time import day

WEDNESDAY = date(2024, 5, 15)


def events(text: str, title: str = ""):
    return read(bare_article(text, title), Reference(interval=day(WEDNESDAY), best=WEDNESDAY)).events


def codes(entities):
    return [entity.code for entity in entities]


@pytest.mark.parametrize(
    ("text", "event", "actor", "recipient"),
    [
        ("Chad and Niger held talks in Niamey.", "CONSULT", ["TCD", "NER"], []),
        ("Talks between Chad and Niger took place in Niamey.", "CONSULT", ["TCD", "NER"], []),
        ("Chad held a meeting with Niger.", "CONSULT", ["TCD", "NER"], []),
        ("Japan accused China of spying.", "ACCUSE", ["JPN"], ["CHN"]),
        ("China was accused by Japan of spying.", "ACCUSE", ["JPN"], ["CHN"]),
        ("Norway imposed sanctions on Belarus.", "COERCE", ["NOR"], ["BLR"]),
        ("Norway expelled Russian diplomats.", "SANCTION", ["NOR"], ["RUS"]),
        ("Jordan suspended aid to Syria.", "SANCTION", ["JOR"], ["SYR"]),
        ("Egypt lifted the blockade on Sudan.", "CONCEDE", ["EGY"], ["SDN"]),
        ("An Israeli air strike on Damascus killed five people.", "ASSAULT", ["ISR"], ["SYR"]),
        ("French troops withdrew from Niger.", "RETREAT", ["FRA"], ["NER"]),
        ("The Peruvian and Chilean navies held a joint exercise.", "COOPERATE", ["PER", "CHL"], []),
        ("Canada sent humanitarian aid to Haiti.", "AID", ["CAN"], ["HTI"]),
        ("Greece deployed troops near Turkey.", "MOBILIZE", ["GRC"], ["TUR"]),
    ],
)
def test_parties_stand_where_the_frame_says(text, event, actor, recipient):
    found = [one for one in events(text) if one.event == event]
    assert found, [(one.event, one.event_text) for one in events(text)]
    assert codes(found[0].actor) == actor
    assert codes(found[0].recipient)[: len(recipient)] == recipient


def test_a_visit_has_the_visitor_as_actor_and_the_host_as_recipient():
    (found,) = events("Kenyan President William Ruto visited Ghana on Monday.")
    assert (found.event, found.mode, found.family) == ("CONSULT", "visit", "visit")
    assert (found.actor[0].code, found.actor[0].person) == ("KEN", True)
    assert codes(found.recipient) == ["GHA"]
    assert (found.interval, found.date_basis) == (day(date(2024, 5, 13)), "relative-to-publication")


def test_militaries_carry_their_sector_and_two_sides_mean_the_pair_named_last():
    found = events("The Iranian and Omani militaries met in Muscat. The two sides signed a pact.")
    assert [entity.coded for entity in found[0].actor] == ["IRN MIL", "OMN MIL"]
    assert codes(found[1].actor) == ["IRN", "OMN"]


def test_a_plain_event_without_a_date_stays_undated():
    (found,) = events("Chad met Niger.")
    assert (found.date, found.interval, found.date_basis) == ("", None, "unknown")


def test_each_clause_keeps_its_own_date():
    found = {one.family: one for one in events("Chad met Niger on Monday, after Togo visited Benin in March 2021.")}
    assert found["meet"].interval == day(date(2024, 5, 13))
    assert found["visit"].date == "2021-03-01"
    assert found["visit"].modality == "background"


def test_the_place_is_where_it_happened_not_who_did_it():
    (found,) = events("Chad met Niger in Geneva on Monday.")
    assert found.place is not None
    assert (found.place.extracted_place, found.place.country_code) == ("Geneva", "CHE")
    assert codes(found.actor) == ["TCD", "NER"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers held a meeting.",
        "A protest was held.",
        "Somebody accused somebody of something.",
        "Please visit our website for Canada updates.",
        "The forum is an Asian security dialogue on trade.",
        "Canada's economy grew by two percent.",
        "Lima is a city in Peru with many parks.",
        "The Shanghai Cooperation Organization has its seat in Beijing.",
    ],
)
def test_where_parties_are_not_known_nothing_is_told(text):
    assert events(text) == ()


def test_what_is_said_at_a_meeting_is_linked_to_it():
    found = events("Chad met Niger on Monday. Chad is willing to cooperate with Niger.")
    meeting, agreed = found
    assert (agreed.event, agreed.at) == ("AGREE", meeting.id)
    assert meeting.at == ""


def test_counts_scores_and_contexts():
    assert dict(sizes("The raid killed 1,200 people and wounded three.")) == {"killed": 1200.0, "injured": 3.0}
    assert sizes("Nobody knows how many died.") == ()
    assert scale("ACCUSE", "") == -3.0
    assert scale("CONSULT", "visit") == 4.0
    assert scale("CONSULT", "withdraw") == 2.5
    assert contexts("The navy sent warships for an exercise.")[0] == "military"
    assert contexts("") == ()


TEXT = """Russian Foreign Minister Ivan Petrov arrived in Havana on Monday. He met his Cuban counterpart Ana Ruiz.

"We are ready to work with Cuba," Petrov said. The United States and Canada condemned the visit, and Washington
imposed sanctions on three Cuban firms. At least 20 people were arrested as police clashed with protesters.

The two presidents will sign a treaty next month, and Mexico hopes to host talks between Haiti and Cuba."""


def test_every_mention_can_be_checked_against_its_text():
    title = "Russia's minister visits Cuba"
    article = bare_article(TEXT, title)
    found = read(article).events
    assert len(found) > 5
    spans = {one.index: (one.start, one.end) for one in article.sentences} | {TITLE: (0, len(title))}
    for one in found:
        text = title if one.sentence == TITLE else article.text
        low, high = spans[one.sentence]
        assert text[one.start : one.end] == one.event_text
        assert one.event in EVENTS
        assert one.quad_code == QUAD[one.event]
        assert 0 < one.confidence <= 1
        assert one.article == article.id
        assert (one.interval is None) == (one.date == "")
        for entity in one.actor + one.recipient:
            assert text[entity.start : entity.end] == entity.entity_text
            assert low <= entity.start < entity.end <= high
    assert len({one.id for one in found}) == len(found)
    assert [(one.sentence, one.start) for one in found] == sorted((one.sentence, one.start) for one in found)
    known = {one.id for one in found}
    assert all(one.at in known for one in found if one.at)
    statements = {one.id for one in read(article).statements}
    assert all(set(one.attributed_to) <= statements for one in found)
    assert read(article) == read(article)


@pytest.mark.parametrize(
    "text",
    ["“" * 200_000, "A " * 200_000, "China " * 50_000, "China met " * 40_000, "1" * 300_000, "of the " * 60_000,
     "visit. " * 30_000, "\x00\ud800 China met \udfffJapan"],
    ids=["quotes", "capitals", "names", "meetings", "digits", "words", "sentences", "surrogates"],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(text):
    from coranto.reading.events.find import events as code
    from coranto.types import Reading

    article = bare_article(text)
    began = time.process_time()
    code(article, Reading(article=article.id))
    assert time.process_time() - began < 5


def test_the_dated_article_is_its_own_reference():
    published = Dated(value="2024-05-15", start=WEDNESDAY, end=date(2024, 5, 16), precision="day", known="printed")
    article = replace(bare_article("Chad met Niger on Monday."), published=published)
    (found,) = read(article).events
    assert found.interval == day(date(2024, 5, 13))


@pytest.mark.parametrize(
    ("sentence", "source", "target", "root"),
    [
        ("Chad accused Niger of theft.", "Chad", "Niger", "ACCUSE"),
        ("<s>Chad</s> freed two <t>Libyan sailors</t>.", "", "", "RETREAT"),
        ("Niger, said Chad, had bombed Libya.", "Niger", "Libya", "ASSAULT"),
        ("Chad refused to pay Niger.", "Chad", "Niger", "REJECT"),
        ("Chad and Niger are far apart.", "Chad", "Niger", ""),
        ("", "", "", ""),
        ("Chad met Niger.", "nobody", "", "CONSULT"),
        ("</s><t><s>", "a", "b", ""),
    ],
)
def test_a_pair_gets_the_type_that_ties_it(sentence, source, target, root):
    assert code_pair(sentence, source, target) == root


def test_a_month_is_no_place_and_their_means_the_two_before():
    found = events("Chad and Niger have met twice this year, with their first meeting taking place in March.")
    assert {one.event_text for one in found} == {"met", "meeting"}
    assert all(one.place is None for one in found)
    assert all(codes(one.actor) == ["TCD", "NER"] for one in found)


def test_a_summit_ahead_is_planned_and_a_city_before_it_is_no_party():
    found = events("The Helsinki summit between Chad and Niger was short. Chad spoke ahead of a meeting with Togo.")
    assert [(one.modality, codes(one.actor)) for one in found] == [
        ("actual", ["TCD", "NER"]),
        ("planned", ["TCD", "TGO"]),
    ]
