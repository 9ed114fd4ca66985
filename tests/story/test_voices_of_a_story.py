"""The independent voices of a story."""

from coranto.story.show.member import Member
from coranto.story.show.voices import root, voices
from coranto.types import Article, Reading


def member(ident, outlet, *origins):
    article = Article(id=ident, page=ident, path=ident, title="", outlet=outlet, text="")
    return Member(article=article, reading=Reading(article=ident), origins=origins)


def test_a_held_report_comes_before_the_sources_it_quotes():
    assert root(member("art-b", "B", "TASS", "art-a")) == "art-a"
    assert root(member("art-b", "B", "TASS", "White House")) == "TASS"
    assert root(member("art-b", "B")) == "art-b"


def test_two_reports_of_one_outlet_are_one_voice_and_pages_of_one_agency_too():
    held = [
        member("art-a", "Harbour Post", "art-a"), member("art-b", "harbour post", "art-b"),
        member("art-c", "Ledger", "Nordhav"), member("art-d", "Times", "Nordhav"),
        member("art-e", "Nordhav News Agency", "art-e"), member("art-f", "Times", "art-f", "Nordhav"),
    ]  # fmt: skip
    assert voices(held) == ("art-a", "Nordhav", "art-f")


def test_unknown_outlets_never_add_up():
    assert voices([member("art-a", "", "art-a"), member("art-b", "", "art-b")]) == ("art-a", "art-b")
    assert voices([]) == ()


def test_an_office_of_state_is_one_voice_however_it_is_spelt():
    held = [
        member("art-a", "Ministry of Fisheries of Norway", "art-a"),
        member("art-b", "Ledger", "Norwegian Fisheries Ministry"),
        member("art-c", "Times", "Norway's Fisheries Ministry"),
        member("art-d", "Post", "Icelandic Fisheries Ministry"),
        member("art-e", "Star", "Norwegian Foreign Ministry"),
    ]  # fmt: skip
    assert voices(held) == ("art-a", "Icelandic Fisheries Ministry", "Norwegian Foreign Ministry")
