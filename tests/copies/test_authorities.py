"""One name for one ministry."""

import pytest

from coranto.copies.authorities import Authorities, country_in, is_authority
from coranto.types import Article, Reading, Sentence, Speaker, StatementMention


def named(text, name, **speaker):
    article = Article(id="a", page="a", path="a", title="", outlet="", text=text,
                      sentences=(Sentence(index=0, start=0, end=len(text), paragraph=0),))  # fmt: skip
    said = StatementMention(id="s", sentence=0, start=0, end=1, kind="indirect", content=((0, 1),), text=text,
                            speaker=Speaker(name="x", **speaker))  # fmt: skip
    return Authorities(article, Reading(article="a")).named(name, said)


@pytest.mark.parametrize(
    "name",
    ["the Latvian Defence Ministry", "Latvian Ministry of Defense", "Latvia’s Ministry of National Defence",
     "Ministry of Defence of Latvia", "Latvia's defence ministry"],
)  # fmt: skip
def test_spellings_of_one_ministry_are_one(name):
    assert named(f"Boats will sail, {name} said.", name) == "Latvian Defence Ministry"


def test_the_country_may_stand_before_or_with_the_speaker():
    text = "Boats will sail, according to Latvia’s Ministry of Defence."
    assert named(text, "Ministry of Defence") == "Latvian Defence Ministry"
    assert (
        named("The Ministry of Defence spoke.", "Ministry of Defence", country="EST") == "Estonian Defence Ministry"
    )
    assert named("The Ministry of Defence spoke.", "Ministry of Defence") == "Ministry of Defence"


def test_other_authorities_keep_their_names():
    assert named("The White House said so.", "the White House") == "White House"


def test_what_is_an_authority():
    assert is_authority("Russian Ministry of Defense")
    assert is_authority("the Kremlin")
    assert not is_authority("a senior official")
    assert not is_authority("the minister")
    assert not is_authority("the navies of the two, whose ministry had asked for it long before the storm")


def test_country_in():
    assert country_in("the South Korean envoy") == "KOR"
    assert country_in("nobody") == ""


def test_clauses_and_persons_are_no_authority():
    for name in ("Finnish Foreign Ministry", "White House", "the police", "Ministry of Fisheries of Norway",
                 "Department of Justice", "Russian Embassy in Oslo"):  # fmt: skip
        assert is_authority(name), name
    for name in ("a senior White House official", "Kremlin denied the news", "allies and White House aides alike",
                 "government's own figures", "he did not blame the government"):  # fmt: skip
        assert not is_authority(name), name


def test_a_ministry_outside_the_rows_is_named_by_its_own_word():
    assert (
        named("Boats sail, Norway’s beekeeping ministry said.", "Norway’s beekeeping ministry")
        == "Norwegian Beekeeping Ministry"
    )
    assert (
        named("Boats sail, the Ministry of Fisheries of Norway said.", "Ministry of Fisheries of Norway")
        == "Norwegian Fisheries Ministry"
    )
