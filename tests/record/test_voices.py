"""How many independent voices tell a statement."""

from record_scenes import Scene, speaker

from coranto.record import merge_statements, resolve
from coranto.text.sources import bare_source

SALO = speaker("Paavo Salo", "paavo salo", country="FIN")
WORDS = "the harbour will stay open through the winter for every ship"


def page(outlet, day="2021-05-04", origins=()):
    scene = Scene(outlet, day, f"Paavo Salo said {WORDS}.", origins=origins).name("Paavo Salo", code="FIN")
    return scene.said(WORDS, SALO, quoted=(), kind="indirect").source()


def told(*sources):
    (found,) = merge_statements(resolve(list(sources)))
    return found.origins


def test_pages_of_one_agency_are_one_voice():
    assert told(page("A", origins=("TASS",)), page("B", origins=("TASS", "White House"))) == ("TASS",)


def test_own_reports_are_voices_and_two_of_one_outlet_are_one():
    assert told(page("A"), page("B"), page("A", "2021-05-05")) == ("A", "B")


def test_a_copy_counts_for_the_held_report_it_goes_back_to():
    first = page("A")
    assert told(first, page("B", origins=(first.article.id, "TASS"))) == ("A",)


def test_an_agencys_own_page_and_its_name_are_one_voice():
    assert told(page("Nordhav News Agency"), page("B", origins=("Nordhav",))) == ("Nordhav News Agency",)
    assert bare_source("The Nordhav News Agency") == bare_source("Nordhav")
