"""Facts that the article scores stand on: names of outlets, pages that print no author."""

from coranto.gate.authorless import authorless
from coranto.gate.outlets import is_outlet
from coranto.types import Article, Byline


def article(*byline: Byline) -> Article:
    return Article(id="a", page="p", path="x", title="T", outlet="O", text="Text.", byline=byline)


def test_an_outlet_has_several_names_but_not_any():
    assert is_outlet("SZ", "Süddeutsche Zeitung")
    assert is_outlet("DailyMail", "Daily Mail")
    assert is_outlet("HarwickPost", "The Harwick Post")
    assert not is_outlet("SZ", "Stuttgarter Zeitung")
    assert not is_outlet("SZ", "")


def test_a_person_named_on_a_page_without_author_is_an_error_and_an_organisation_is_none():
    person, house = Byline(name="Ann Lee"), Byline(name="Harwick Post", role="organisation")
    rows = [{"id": "1", "authors": []}, {"id": "2", "authors": []}, {"id": "3", "authors": []}]
    rows += [{"id": "4", "authors": ["Bo Ek"]}, {"id": "5", "authors": None}, {"id": "dev/4685", "authors": []}]
    found = [article(person), article(house), None, article(person), article(person), article(person)]
    fair, strict = authorless(list(zip(rows, found, strict=True)))
    assert (fair.id, fair.value, fair.n, fair.set) == ("articles.no_author_acc", 0.5, 4, "")
    assert (strict.id, strict.value, strict.n, strict.set) == ("articles.no_author_acc", 0.5, 4, "strict")
    assert authorless([({"id": "4", "authors": ["Bo Ek"]}, article())]) == []


def test_a_person_that_the_page_prints_as_author_is_not_invented():
    row = {"id": "dev/4685", "authors": []}
    right, wrong = article(Byline(name="Madeline Puckette")), article(Byline(name="Ann Lee"))
    assert [one.value for one in authorless([(row, right)])] == [1.0, 0.0]
    assert [one.value for one in authorless([(row, wrong)])] == [0.0, 0.0]
