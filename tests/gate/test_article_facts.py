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
    (score,) = authorless(list(zip(rows, found, strict=True)))
    assert (score.id, round(score.value, 3), score.n) == ("articles.no_author_acc", 0.667, 3)
    assert authorless([({"id": "4", "authors": ["Bo Ek"]}, article())]) == []
