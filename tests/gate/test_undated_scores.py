"""Pages whose dates are taken out: what goes, what stays, and how intervals are scored."""

import json
from datetime import date

import pytest

import coranto.article
from coranto.gate import run
from coranto.gate.undated import handle_of, stripped
from coranto.types import Article, Dated

PARAGRAPHS = [
    "Lakeford, May 4, 2021 (Lake Wire) - The ferry of Lakeford stopped on Sunday, 2 May, after a pipe had burst.",
    "It was built in 1987 and it will be back in June, the harbour office said in a long and careful statement.",
]
TOLD = "\n\n".join(PARAGRAPHS)
PAGE = f"Published 4 May 2021\nFerry stops\n{TOLD}\nCopyright 2021 Lake News\nWe rowed it twice"
ROW = {"id": "1", "title": "Ferry stops", "paragraphs": PARAGRAPHS, "date": "2021-05-04", "html": f"<p>{PAGE}</p>"}


def test_dates_of_the_page_go_and_dates_told_stay():
    text, first = stripped(PAGE, TOLD)
    assert first == date(2021, 5, 4)
    assert "2021" not in text and "Copyright" not in text
    assert "2 May" in text and "1987" in text and "We rowed it twice" in text


def test_handles():
    assert handle_of("The boat left on 3 May.") == handle_of("On May 3, 2020 it left.") == "day"
    assert handle_of("The 60th Munich Security Conference opened.") == "known"
    assert handle_of("It was built in 1987.") == "year"
    assert handle_of("The boat left on Sunday.") == ""


@pytest.mark.parametrize(
    ("start", "end", "inside", "narrow"),
    [(date(2021, 5, 2), date(2021, 5, 9), 1.0, 1.0), (date(2020, 1, 1), date(2021, 1, 1), 0.0, 0.0)],
)
def test_intervals_are_scored(tmp_path, monkeypatch, start, end, inside, narrow):
    path = tmp_path / "pages" / "outlets_dev.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    found = Dated(start=start, end=end, known="inferred")
    made = Article(
        id="a",
        page="p",
        path="1",
        title="Ferry stops",
        outlet="Lake News",
        text="The ferry stopped.",
        published=found,
    )
    monkeypatch.setattr(coranto.article, "clean", lambda page: made)
    rows = {(row.id, row.set): row.value for row in run(tmp_path, "articles").rows}
    for form in ("", "-captured", "-page"):
        assert rows["articles.undated_inside", f"outlets_dev{form}"] == inside
        assert rows["articles.undated_given", f"outlets_dev{form}"] == 1.0
        assert rows["articles.undated_narrow", f"outlets_dev{form}"] == narrow
