"""One name for each ministry; "the ministry" is the one named before it."""

import pytest
from record_scenes import Scene, speaker

from coranto.record import merge_statements, resolve
from coranto.record.ministries import Ministries, plain_name


@pytest.mark.parametrize(
    "name",
    ["Finland's defence ministry", "Finnish Ministry of Defense", "the Finnish Defense Ministry",
     "Ministry of Defence of Finland", "Finland\u2019s Ministry of National Defence"],
)  # fmt: skip
def test_every_spelling_has_one_name(name):
    assert plain_name(name) == "Finnish Defence Ministry"


@pytest.mark.parametrize("name", ["Ministry of Sound", "the ministry", "Helsinki Times", "", "ministers of both"])
def test_what_names_no_one_ministry_stays(name):
    assert plain_name(name) == name


def test_a_field_outside_the_rows_is_named_by_its_word():
    assert plain_name("Norway's fisheries ministry") == "Norwegian Fisheries Ministry"


def test_the_ministry_is_the_one_named_last():
    scene = Scene("A", "2021-05-04", "Norway's Trade Ministry met them.", "Finland's Trade Ministry did not.",
                  "The ministry said that it was busy.")  # fmt: skip
    found = Ministries(scene.source())
    assert found.named("The ministry", at=scene.text.index("The ministry")) == ("Finnish Trade Ministry", "FIN")
    assert found.named("The ministry", at=40)[0] == "Norwegian Trade Ministry"


def test_one_speaker_in_statements():
    def page(outlet, words, name):
        scene = Scene(outlet, "2021-05-04", f"{name} said the ferries would sail on all days of the summer.")
        who = speaker(name, f"key {name}", via="organisation")
        return scene.said("the ferries would sail on all days of the summer", who).source()

    made = merge_statements(
        resolve([page("A", "", "Norway's Trade Ministry"), page("B", "", "The Norwegian Ministry of Trade")])
    )
    assert len(made) == 1
    assert made[0].speaker.name == "Norwegian Trade Ministry"
    assert made[0].speaker.country == "NOR"


def test_a_megabyte_of_ministries_is_read_in_time():
    scene = Scene("A", "2021-05-04", "the ministry " * 20_000)
    assert Ministries(scene.source()).named("the ministry", at=5) == ("", "")
