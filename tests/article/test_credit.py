"""Agency marks, sources, relays, rights lines, bylines, photo credits, closing lines."""

import pytest

from coranto.article.credit import agency, closing_makers, spots, with_closing
from coranto.article.credit.names import name_at, names_in
from coranto.data import rows
from coranto.text.sentences import paragraphs
from coranto.types import Byline


def found(text, margin="", forum=False, outlet=""):
    out = []
    for one in spots(text, list(paragraphs(text)), margin, forum, outlet):
        quoted = (margin if one.margin else text)[one.start : one.end]
        out.append((one.agency, one.kind, quoted))
    return out


def kinds(text, margin="", forum=False, outlet=""):
    return [(name, kind) for name, kind, _ in found(text, margin, forum, outlet)]


MET = "The board met on Monday.\n\n"


def test_a_closing_mark_is_a_credit_and_a_told_source_is_not():
    text = "The board met, Reuters reported.\n\nIt will meet again, TASS said. (ANI)"
    assert found(text) == [("ANI", "agency", "ANI")]


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        ("It will meet again. - Bernama", "Bernama"),
        ("It will meet again. --IANS\n\nrak/ksm", "IANS"),
        ("It will meet again. PTI KLM ABC", "PTI"),
        ("abc/dpa", "dpa"),
        ("SDA/sep", "Keystone-SDA"),
        ("It is published from a syndicated feed of PTI.", "PTI"),
        ("© 2023 AFP", "AFP"),
        ("Copyright 2023 The Associated Press. All rights reserved.", "Associated Press"),
    ],
)
def test_how_texts_are_signed(closing, name):
    assert (name, "agency") in kinds(MET + closing)


@pytest.mark.parametrize(
    "closing",
    [
        "The chair belongs to the Pilots' Association (PA)",
        "Half of the seats went to the Popular Alliance — PAP",
        'He had "never read it in Reuters," he said.',
        "He never went back. (Laughs)",
        "Mehr",
    ],
)
def test_what_signs_no_text(closing):
    assert found(MET + closing) == []


def test_inputs():
    assert kinds(MET + "With inputs from AFP and the Associated Press.") == [
        ("AFP", "inputs"), ("Associated Press", "inputs"),
    ]  # fmt: skip
    assert kinds(MET + "Associated Press writer Ada Quill in Bergen contributed to this report.") == [
        ("Associated Press", "inputs")
    ]
    assert kinds(MET + "Der Bote, mit Material von dpa") == [("dpa", "inputs")]
    assert kinds(MET + "(avec AFP)") == [("AFP", "inputs")]
    assert kinds(MET + "Il viendra avec AFP et ses avocats devant le juge.") == []


def test_the_outlets_own_writers_are_no_credit():
    text = MET + "CNN's Ada Quill and the Associated Press contributed to this report."
    assert kinds(text, outlet="CNN") == [("Associated Press", "inputs")]
    assert kinds(text) == [("Associated Press", "inputs"), ("CNN", "inputs")]
    assert kinds(MET, "By Ada Quill, CNN", outlet="CNN") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Source: Xinhua", "Xinhua"),
        ("来源：新华社", "Xinhua"),
        ("المصدر: رويترز", "Reuters"),
        ("Quelle: dpa", "dpa"),
        ("Source: Ministry of Foreign Affairs of the Russian Federation", "Russian Foreign Ministry"),
        ("Kaynak: Dışişleri Bakanlığı", "Turkish Foreign Ministry"),
    ],
)
def test_sources_in_many_languages(line, name):
    assert kinds("", line) == [(name, "source")]
    assert kinds(MET + line) == [(name, "source")]


def test_what_is_no_source():
    assert kinds(MET + "Source: town hall, own survey of 400 households") == []
    assert kinds(MET + "Source code for the table is free to read.") == []


def test_relays():
    assert kinds("This story originally appeared on The Hill Post.\n\n" + MET) == [("The Hill Post", "relay")]
    assert kinds(MET + "This article was first published by The Guardian.") == [("The Guardian", "relay")]
    licence = "This article is republished from Harbour Talk under a Creative Commons license."
    assert kinds(MET + licence) == [("Harbour Talk", "relay")]
    assert kinds(MET + "The book was first published by a small press in Bergen.") == []
    assert kinds(MET + "This story was originally published on Monday.") == []


def test_a_forum_post_relays_an_outlet():
    text = "According to the news of the Straits Times, the board met."
    assert found(text, forum=True) == [("The Straits Times", "relay", "Straits Times")]
    assert found(text) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Reuters", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("By Ada Quill, Associated Press", "Associated Press"),
        ("By ADA QUILL AP National Security Writer", "Associated Press"),
        ("Ada Quill and Jon Tarn, Associated Press Published 6:18 a.m.", "Associated Press"),
        ("Von Ada Quill, dpa", "dpa"),
        ("Par Le Phare et AFP", "AFP"),
        ("ANI | Updated: Oct 31, 2023 10:15 IST", "ANI"),
        ("(Xinhua) 09:12, October 31, 2023", "Xinhua"),
        ("EFE / Madrid", "EFE"),
    ],
)
def test_lines_of_the_margin_that_name_their_agency(line, name):
    assert kinds("", line) == [(name, "agency")]


@pytest.mark.parametrize(
    "line", ["By Ada Quill", "By Ana Petra", "AP World History: five books", "Follow us on Reuters Connect"]
)
def test_lines_of_the_margin_that_credit_nobody(line):
    assert kinds("", line) == []


def test_rights_of_the_page_itself_are_no_credit():
    assert kinds("", "© 2024, Malay Mail, All Rights Reserved.", outlet="malaymail.com") == []
    assert kinds("", "© The Financial Times Ltd. 2024") == [("Financial Times", "source")]
    assert kinds("", "© 2025 Independent Widget Works and affiliated companies.") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Photo: Jon Ode/AFP", ["AFP"]),
        ("A boat leaves. REUTERS/Jon Ode/File Photo", ["Reuters"]),
        ("AP Photo/Jon Ode", ["Associated Press"]),
        ("Jon Ode/AFP/Getty Images", ["AFP", "Getty Images"]),
        ("Jon Ode | AFP | Getty Images", ["AFP", "Getty Images"]),
        ("A boat leaves the harbour on Monday. (Jon Ode/Reuters)", ["Reuters"]),
        ("A boat leaves the outer harbour in fog (AP)", ["Associated Press"]),
        ("© Jon Ode / dpa / picture alliance", ["dpa", "picture alliance"]),
        ("© Belga", ["Belga"]),
        ("写真：ロイター", ["Reuters"]),
    ],
)
def test_photo_credits_stand_apart(line, names):
    assert kinds("", line) == [(name, "photo") for name in names]


def test_the_same_words_credit_once():
    assert kinds(MET + "(Quelle: APA/sda/dpa)") == [
        ("APA", "source"),
        ("Keystone-SDA", "source"),
        ("dpa", "source"),
    ]


def test_closing_lines_name_makers():
    text = MET + "(Reporting by Ada Quill and Jon Tarn, editing by Mo Bell)"
    made = [(one.name, one.role) for one in closing_makers(text, list(paragraphs(text)))]
    assert made == [("Ada Quill", "reporter"), ("Jon Tarn", "reporter"), ("Mo Bell", "editor")]
    known = (Byline(name="Lin Hay"),)
    assert [one.name for one in with_closing(known, text, list(paragraphs(text)))] == ["Lin Hay", "Mo Bell"]
    assert not list(closing_makers(MET + "Our reporting by letter taught us much.", [(0, 30), (26, 60)]))


def test_agency_names():
    assert agency("the Associated Press") == agency("AP") == "Associated Press"
    assert agency("Harbour Times") == ""
    assert agency("Ana") == "" or agency("ANA") == "ANA-MPA"
    assert name_at("APARTMENT", 0) is None
    assert [one.agency for one in names_in("nach dpa-AFX und ROITERS", 0, 24)] == ["dpa"]


def test_the_rows_are_enough():
    assert len(rows("agencies")) >= 140
    assert len(rows("ministries", "office")) >= 100
    assert len(rows("photo_agencies")) >= 30
    assert len({row["country"] for row in rows("ministries", "office")}) >= 40


@pytest.mark.parametrize("row", rows("agencies"), ids=lambda row: row["name"])
def test_each_name_of_an_agency_is_its_own(row):
    for name in (*row["aliases"], *row.get("marks", ())):
        assert agency(name) == row["name"], name


@pytest.mark.parametrize(
    "text",
    [
        "A" * 300_000, "(" * 300_000, "A, " * 100_000, "With inputs from " * 5000, "Photo: AP/" * 20_000,
        "新华社" * 50_000, "© 2020 by the " * 20_000, "This article was first published by " * 8000,
        "AP/AFP " * 40_000,
    ],
)  # fmt: skip
def test_hostile_input_is_fast(text):
    found(text, text[:50_000])
    found("\n\n".join([text[:60_000]] * 4))
