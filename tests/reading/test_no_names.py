"""What looks like a person and is none, or is one with words around it that are of no name."""

import pytest

from coranto.reading.names.find import bare_article, names


def persons(text, title=""):
    return {name.text for name in names(bare_article(text, title)) if name.kind == "person"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was 31 degrees Celsius in Turku. Ville Salonen swam.", {"Ville Salonen"}),
        ("Meteorologist Ville Salonen said it would rain.", {"Ville Salonen"}),
        ("He stood beside Paula Brandt.Then she spoke.", {"Paula Brandt"}),
        ("Senators Paula Brandt and Mark Ohlsen voted no.", {"Paula Brandt", "Mark Ohlsen"}),
        ("The former CIA-Director Paula Brandt agreed.", {"Paula Brandt"}),
        ("Secretary of State Paula Brandt flew home.", {"Paula Brandt"}),
        ("Minister of State for Trade Paula Brandt flew home.", {"Paula Brandt"}),
        ("Republican Donald Ohlsen won in Ohio.", {"Donald Ohlsen"}),
        ("Sen. Paula Brandt, R-Ohio, voted no.", {"Paula Brandt"}),
        ("It is bad news for Journalists who travel.", set()),
        ("Its longtime partner Iran sent aid.", set()),
        ("The U. S. military said so.", set()),
        ("LOCAL PRESS LOVES BRANDT: the papers cheer.", set()),
        ("President George H.W. Brandt died. He was 90.", {"George H.W. Brandt"}),
        ("Oslo-born Paula Brandt sang.", {"Paula Brandt"}),
    ],
)
def test_only_what_is_of_the_name(text, told):
    assert persons(text) == told


@pytest.mark.parametrize(
    ("text", "title", "junk"),
    [
        ("Paula Brandt met Hiro Sato. The Brandt-Sato summit took an hour.", "", "Brandt-Sato"),
        ("Finnish-Irish ties are good, Paula Brandt said.", "", "Finnish-Irish"),
        ("Paula Brandt spoke. Reporters asked: Will Brandt pay?", "", "Will Brandt"),
        ("Paula Brandt spoke. Paula Brandt left.", "Paula Brandt Sues Mayor Over Trees", "Paula Brandt Sues Mayor"),
        ("Paula Brandt spoke. Contradicting Brandt is not easy.", "", "Contradicting Brandt"),
        ("Paula Brandt met Hiro Sato.", "Will Brandt Spare Sato This Time?", "Brandt Spare Sato"),
        ("By Paula Brandt Paula Brandt July 16. She writes for the paper.", "", "Paula Brandt Paula Brandt"),
    ],
)  # fmt: skip
def test_words_of_headlines_and_labels(text, title, junk):
    found = persons(text, title)
    assert junk not in found
    assert any("Brandt" in name for name in found) or junk == "Finnish-Irish"


@pytest.mark.parametrize(
    "text",
    [
        "Jean-Claude Moreau met Anna-Liisa Salo.",
        "Abdel-Rahman Al-Tamimi spoke. Al-Tamimi left.",
        "Park Geun-young met Moon Jae-in.",
        "Sarah Smith-Jones and Paul Jones met Adam Smith.",
    ],
)
def test_names_with_hyphens_stay(text):
    assert len(persons(text)) >= 2


def test_an_ambassador_is_of_who_sent_him():
    code = {
        name.full: name.code
        for name in names(
            bare_article("Norway's ambassador to Peru Anna Moe spoke. The Peru expert Ole Dahl agreed.")
        )
        if name.kind == "person"
    }
    assert code == {"Anna Moe": "NOR", "Ole Dahl": ""}


@pytest.mark.parametrize(
    ("text", "full", "code"),
    [
        ("Papua New Guinea's prime minister John Kaupa spoke.", "John Kaupa", "PNG"),
        ("South Korea's president Kim Min-jae spoke.", "Kim Min-jae", "KOR"),
        ("New Zealand's prime minister Anna Moe spoke.", "Anna Moe", "NZL"),
        ("The then-U.S. president Paul Stokes agreed.", "Paul Stokes", ""),
    ],
)
def test_a_land_of_several_words_before_a_person(text, full, code):
    found = {name.full: name.code for name in names(bare_article(text)) if name.kind == "person"}
    assert found == {full: code}


def test_a_land_without_an_adjective_is_a_place():
    found = {name.text: name.kind for name in names(bare_article("They flew to New Zealand in May."))}
    assert found == {"New Zealand": "place"}
