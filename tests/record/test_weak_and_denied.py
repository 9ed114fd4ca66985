"""What makes no event, what calls one off or denies it, and who sees it."""

import pytest
from record_scenes import Scene, days, speaker, talks

from coranto.record import merge_events, resolve


def merged(*scenes):
    return merge_events(resolve([scene.source() for scene in scenes]))


def lonely(outlet, confidence):
    scene = Scene(outlet, "2021-05-04", f"Norway moved at sea, {outlet} wrote.")
    return scene.event("moved", [scene.entity("Norway", "NOR")], event="MOBILIZE", family="mobilize",
                       confidence=confidence)  # fmt: skip


def test_one_party_and_a_doubtful_reading_make_no_event():
    assert not merged(lonely("A", 0.4))
    assert len(merged(lonely("A", 0.6))) == 1
    assert len(merged(lonely("A", 0.4), lonely("B", 0.4))) == 1


@pytest.mark.parametrize("words", ["have met twice this year", "have met each other five times", "held two talks"])
def test_a_count_of_meetings_is_no_meeting(words):
    scene = Scene("A", "2021-05-04", f"Norway and Finland {words}.")
    both = [scene.entity("Norway", "NOR"), scene.entity("Finland", "FIN")]
    scene.event("met" if "met" in words else "talks", both, when=days("2021-01-01", "2021-12-31"))
    assert not merged(scene)


@pytest.mark.parametrize("words", ["called off the visit", "cancelled the visit", "said the visit was scrapped"])
def test_a_visit_called_off(words):
    scene = Scene("A", "2021-05-04", f"Norway {words} to Finland.")
    scene.event("visit", [scene.entity("Norway", "NOR")], [scene.entity("Finland", "FIN")], family="visit",
                modality="planned")  # fmt: skip
    made = merged(scene)
    assert [event.status for event in made] == ["cancelled"]
    assert made[0].title == "Cancelled: Norway visits Finland"


def test_a_denial_of_the_thing_itself_disputes_it():
    def page(denied):
        scene = Scene("A", "2021-05-04", "Norway seized a Finnish trawler off Bergen on Monday.", denied)
        scene.event("seized", [scene.entity("Norway", "NOR")], event="COERCE", family="seize", lemma="seize")
        return scene.said(denied.partition("denied ")[2].rstrip("."), speaker("Norway", "nor"), stance="deny")

    assert merged(page("Norway denied seizing a Finnish trawler off Bergen."))[0].status == "disputed"
    assert merged(page("Norway denied wasting herring off Bergen on Monday."))[0].status != "disputed"


def test_a_third_authority_that_sees_it_observes():
    def page(origin):
        return talks("A", "2021-05-04", "2021-05-03", origins=(origin,))

    assert merged(page("Swedish Coast Guard"))[0].status == "observed"
    assert merged(page("Swedish Weekly"))[0].status == "reported"
