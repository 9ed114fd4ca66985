"""Statements: cues, content, speakers, chains, hostile text."""

import time

import pytest

from coranto.data import rows
from coranto.reading import read
from coranto.reading.names.find import bare_article, names
from coranto.reading.offices.find import offices
from coranto.reading.speech.cues import forms, inflect
from coranto.reading.speech.find import speech, speech_in
from coranto.types import Article, Sentence


def one(text):
    found = speech_in(text)
    assert len(found) == 1, [(s.cue, s.text) for s in found]
    return found[0]


def content(text, statement):
    return [text[start:end] for start, end in statement.content]


def _example(form, row):
    clause = "that the bridge would open in May" if not row.get("strict") else '"the bridge will open in May today"'
    if row["takes"] == "object" and not row.get("strict"):
        clause = "the plan for the bridge"
    if row["lemma"] in ("quote", "cite"):
        return f"Reuters {form} Marta Ruiz as saying {clause}."
    return f"Marta Ruiz {form} {clause}."


@pytest.mark.parametrize("row", rows("cues"), ids=[row["lemma"] for row in rows("cues")])
def test_every_cue_fires(row):
    all_forms = row.get("forms") or inflect(row["lemma"])
    form = all_forms[min(2, len(all_forms) - 1)] if len(all_forms) > 2 else all_forms[-1]
    found = speech_in(_example(form, row))
    assert any(form in s.cue and s.speaker and s.speaker.name == "Marta Ruiz" for s in found)


def test_there_are_cues_enough():
    assert len(rows("cues")) >= 300
    assert {row["stance"] for row in rows("cues")} >= {"say", "deny", "promise", "ask", "expect", "refuse", "warn"}
    assert all(key for found in forms().values() for key, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "A statement is due on Monday.",
        "The so-called “green wall” is old.",
        "He walked home in the rain.",
    ],
)
def test_look_alikes_stay_silent(text):
    assert speech_in(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Marta Ruiz said the bridge would open.", ["the bridge would open"]),
        ("“The bridge will open,” Marta Ruiz said.", ["“The bridge will open,”"]),
        ("“The bridge will open,” said Marta Ruiz.", ["“The bridge will open,”"]),
        ("“We will open it,” said Marta Ruiz, “in May.”", ["“We will open it,”", "“in May.”"]),
        ("The old bridge would open in May, Marta Ruiz said.", ["The old bridge would open in May"]),
        ("According to Marta Ruiz, the bridge is ready.", ["the bridge is ready"]),
        ("The bridge is ready, according to Marta Ruiz.", ["The bridge is ready"]),
    ],
)
def test_where_the_content_stands(text, said):
    statement = one(text)
    assert content(text, statement) == said
    assert statement.speaker.name == "Marta Ruiz"


def test_a_quotation_over_sentences_and_beyond_its_cue():
    text = "“It is ready. It is safe,” Marta Ruiz said. “We will open it in May.”"
    assert content(text, one(text)) == ["“It is ready. It is safe,”", "“We will open it in May.”"]


def test_a_participle_takes_the_subject():
    text = "Marta Ruiz said the bridge was ready, adding that it was safe."
    found = speech_in(text)
    assert [s.speaker.name for s in found] == ["Marta Ruiz", "Marta Ruiz"]
    assert content(text, found[0]) == ["the bridge was ready"]


def test_pronouns_and_offices_find_their_bearer():
    text = (
        "Kenyan Defence Minister Joel Otieno said talks went well. He said more would follow. "
        "The Kenyan defence minister said it was late."
    )
    found = speech_in(text)
    assert [s.speaker.name for s in found] == ["Joel Otieno"] * 3
    assert [s.speaker.via for s in found] == ["named", "pronoun", "office"]


def test_metonyms_and_ministries_stay_organisations():
    assert one("Beijing said the talks were useful.").speaker.via == "metonym"
    speaker = one("China's defence ministry said the talks were useful.").speaker
    assert (speaker.country, speaker.sector, speaker.via) == ("CHN", ("GOV",), "organisation")


def test_denial_addressee_and_medium():
    assert one("Marta Ruiz denied that the bridge was late.").stance == "deny"
    assert one("Marta Ruiz told Joel Otieno that the bridge was late.").addressee == "Joel Otieno"
    assert one("Marta Ruiz said in a statement that the bridge was late.").medium == "in a statement"


def chain(text):
    return [(link.actor, link.relation) for link in one(text).chain]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("TASS quoted Pavel Orlov as saying that ships would sail.", [("TASS", "quotes"), ("Pavel Orlov", "says")]),
        (
            "“Ships will sail soon,” TASS quoted Pavel Orlov as saying.",
            [("TASS", "quotes"), ("Pavel Orlov", "says")],
        ),
        ("Pavel Orlov said ships would sail, Xinhua reported.", [("Xinhua", "reports"), ("Pavel Orlov", "says")]),
        ("Pavel Orlov said ships would sail, as per Xinhua.", [("Xinhua", "reports"), ("Pavel Orlov", "says")]),
    ],
)
def test_chains(text, links):
    assert chain(text) == links


def test_who_is_quoted_by_whom():
    text = "Pavel Orlov was quoted by TASS as saying that ships would sail."
    assert [(link.actor, link.relation) for link in speech_in(text)[0].chain] == [
        ("TASS", "quotes"),
        ("Pavel Orlov", "says"),
    ]


def test_a_nested_statement_keeps_its_outer_speaker():
    found = speech_in("Marta Ruiz said that Joel Otieno denied the claim.")
    inner = next(s for s in found if s.cue == "denied")
    assert [link.actor for link in inner.chain] == ["Marta Ruiz", "Joel Otieno"]


def test_a_ministry_statement_is_named_with_its_country():
    text = "Pavel Orlov said ships would sail, according to a statement from Kenya's Ministry of Fisheries."
    assert chain(text)[0] == ("Kenya's Ministry of Fisheries", "statement")


def test_an_agency_stays_through_its_paragraph():
    text = "Pavel Orlov said ships would sail, as per Xinhua. He said they were ready."
    assert [link.actor for link in speech_in(text)[1].chain] == ["Xinhua", "Pavel Orlov"]


def test_links_cite_their_words():
    text = "TASS quoted Pavel Orlov as saying that ships would sail."
    for link in one(text).chain:
        assert link.cite is not None and text[link.cite.start : link.cite.end] == link.cite.exact


def test_headlines():
    article = bare_article("Nothing else.", title="Bridge to open in May, ministry says")
    found = names(article)
    statement = speech(article, found, offices(article, found))[0]
    assert statement.sentence == -1
    assert article.title[statement.start : statement.end] == statement.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"',
        "“",
        "said",
        "said.",
        ", said",
        '" said "',
        "He said",
        "according to",
        "“a\n\n“b\n\nc”",
        "as per",
        "X: ”",
    ],
)
def test_odd_text_is_read(text):
    assert isinstance(speech_in(text), tuple)


def test_offsets():
    text = (
        "“A ‘nested’ one,” he said. “It's «odd»,\n\n“and goes on,” Tom O'Hara told reporters.\n\n"
        "It ended, she said, adding: no."
    )
    for statement in speech_in(text):
        assert text[statement.start : statement.end] == statement.text
        for start, end in (*statement.content, *statement.quoted):
            assert statement.start <= start < end <= statement.end


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "' ",
        "“a” ",
        "He said, ",
        "said ",
        ", and ",
        "according to ",
        "a, said B, ",
        "AB ",
        "A.-",
        "\nAB. ",
    ],
)
def test_long_hostile_text_takes_linear_time(piece):
    text = piece * (200_000 // len(piece))
    begun = time.process_time()
    speech_in(text)
    assert time.process_time() - begun < 10


def test_a_dateline_with_a_colon_speaks_for_nobody():
    text = "OSLO: Talks over the herring quota ended in Bergen on Tuesday with a promise, the hosts say."
    page = Article(id="art-x", page="p", path="p", title="", outlet="", text=text, dateline="OSLO",
                   sentences=(Sentence(index=0, start=0, end=len(text), paragraph=0),))  # fmt: skip
    spoken = {one.speaker.name for one in read(page).statements if one.speaker}
    assert "OSLO" not in spoken
    assert spoken


@pytest.mark.parametrize("row", [row for row in rows("cues") if "example" in row], ids=lambda row: row["lemma"])
def test_examples_of_cues_are_statements(row):
    found = speech_in(row["example"])
    assert any(s.stance == row["stance"] and s.speaker is not None for s in found), [s.cue for s in found]


def test_a_quotation_goes_on_past_the_place_of_the_saying():
    text = (
        "“The bridge is late,” Marta Ruiz told an audience at the harbour hall in Lisbon. “It will open in May. "
        "We are sorry.”"
    )
    said = one(text)
    assert content(text, said) == ["“The bridge is late,”", "“It will open in May. We are sorry.”"]


def test_a_quotation_goes_on_past_what_a_participle_adds():
    text = "“The bridge is late,” Marta Ruiz said, referring to the new span. “It will open in May or June.”"
    first, second = speech_in(text)
    assert content(text, first) == ["“The bridge is late,”", "“It will open in May or June.”"]
    assert content(text, second) == ["the new span"]


def test_a_question_belongs_to_who_asks_it():
    text = "“We are ready,” Marta Ruiz said. “When will the bridge open?” Joel Otieno asked."
    first, second = speech_in(text)
    assert (first.speaker.name, second.speaker.name) == ("Marta Ruiz", "Joel Otieno")
    assert content(text, second) == ["“When will the bridge open?”"]


def test_a_clause_goes_on_behind_the_speaker():
    text = "The bridge is late, Marta Ruiz said, and the ferry is full."
    assert content(text, one(text)) == ["The bridge is late", "and the ferry is full"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Asked whether the bridge would open in May, Marta Ruiz smiled.",
            ["whether the bridge would open in May"],
        ),
        ("When asked about the delay, Marta Ruiz smiled.", ["about the delay"]),
        ("In announcing the delay, Marta Ruiz blamed nobody but the frost.", ["the delay"]),
        ("Marta Ruiz cited two reports on the frost.", ["two reports on the frost"]),
        ("Marta Ruiz made a call for an end to the strike.", ["an end to the strike"]),
        ("In a poll of drivers, most backed the bridge.", ["most backed the bridge"]),
        ("The bridge reportedly closed in March.", ["The bridge", "closed in March"]),
        ("The bridge seems to be late.", ["The bridge", "to be late"]),
        ("Marta Ruiz announced the opening in June.", ["the opening"]),
        ("Those who backed the bridge won the vote.", ["the bridge"]),
        ("Marta Ruiz criticized the ferry and left the hall.", ["the ferry"]),
        ("Two percent support the ferry.", ["the ferry"]),
    ],
)
def test_attitudes_and_hearsay(text, wanted):
    assert wanted in [content(text, statement) for statement in speech_in(text)]


def test_talks_kept_going_are_nobodys_words():
    found = speech_in("Norway and Iceland agree to keep mackerel talks going after the ninth round.")
    assert [statement.cue for statement in found] == ["agree"]


def test_own_hopes_are_no_second_statement():
    assert one("Marta Ruiz said she hoped that the bridge would open in May.").cue == "said"
    text = "Marta Ruiz said the ferrymen hoped that the bridge would stay shut."
    outer, inner = speech_in(text)
    assert [link.actor for link in inner.chain] == ["Marta Ruiz", "the ferrymen"]
    assert outer.confidence > inner.confidence


def test_a_quotation_tells_what_others_think():
    found = speech_in("“The unions believe that the bridge is lost,” Marta Ruiz said.")
    assert [link.actor for link in found[-1].chain] == ["Marta Ruiz", "The unions"]


def test_hearsay_is_less_sure_than_speech():
    assert one("The bridge reportedly closed in March.").confidence < 0.5
    assert one("Marta Ruiz said that the bridge had closed.").confidence == 0.9


@pytest.mark.parametrize(
    ("text", "cue", "wanted"),
    [
        ("“The bridge will open in May,” Marta Ruiz stated.", "stated", ["“The bridge will open in May,”"]),
        ("A poll found most drivers in favour of tolls.", "found", ["most drivers in favour of tolls"]),
        ("Marta Ruiz recommends narrow lanes for trucks.", "recommends", ["narrow lanes for trucks"]),
        ("The delay, Marta Ruiz noted, was never hidden.", "noted", ["The delay", "was never hidden"]),
        ("After Marta Ruiz announced that the bridge was late, the port closed.", "announced", None),
    ],
)
def test_sayings_and_their_bounds(text, cue, wanted):
    found = [content(text, statement) for statement in speech_in(text) if statement.cue == cue]
    assert found == [wanted or ["that the bridge was late"]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("About one in five say they would rather stay at home.", "About one in five"),
        ("More than 4 in 10 said the banker would do best.", "More than 4 in 10"),
        ("The mayor has gone, and at least 30 said they had seen her.", "at least 30"),
        ("Six in ten were unhappy, and most said they would not vote again.", "most"),
        ("Only one in five said the roads are safe.", "Only one in five"),
    ],
)
def test_shares_of_people_speak(text, source):
    found = [text[one.speaker.start : one.speaker.end] for one in speech_in(text) if one.speaker]
    assert found == [source]
