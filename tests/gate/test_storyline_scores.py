import json

import pytest

import coranto.reading
import coranto.story
from coranto.gate import run
from coranto.gate.storylines import right
from coranto.types import Reading


def events(*rows):
    return [{"id": str(at), "date": day, "path": path, "text": text} for at, (day, path, text) in enumerate(rows)]


@pytest.fixture
def scores(tmp_path, monkeypatch):
    monkeypatch.setattr(coranto.reading, "read", lambda article: Reading(article=article.id), raising=False)

    def of(rows):
        path = tmp_path / "stories" / "wcep_events.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return {row.id.removeprefix("stories.storyline_"): (row.value, row.n) for row in run(tmp_path).rows}

    return of


SIEGE = ["War", "Siege of Dal"]


def test_recall_counts_the_events_whose_storyline_came_before(scores):
    got = scores(
        events(
            ("2020-04-01", SIEGE, "Shells fall on Dal."),
            ("2020-04-02", ["Cup"], "Rovers win the cup."),
            ("2020-04-03", SIEGE, "Shells fall again on Dal."),
            ("2020-04-04", ["Cup"], "Nothing alike stands here."),
            ("2020-12-04", ["Cup"], "Rovers win the cup."),
        )
    )
    assert got["recall20"] == (0.5, 2)
    assert got["accept_share"] == (0.0, 5)


def test_a_storyline_far_likelier_than_any_other_is_taken_and_judged_by_name(scores):
    rows = [(f"2020-04-0{day}", SIEGE, f"Shells fall on the harbour of Dal, {day} dead.") for day in range(1, 7)]
    rows.append(("2020-04-08", ["Cup"], "Shells of the harbour club of Dal fall to Rovers in the cup."))
    got = scores(events(*rows))
    precision, judged = got["accept_precision"]
    assert judged >= 3
    assert precision == (judged - 1) / judged
    assert got["recall20"] == (1.0, 5)


def test_links_and_addresses_of_the_set_are_not_read(scores):
    rows = events(("2020-04-01", SIEGE, "Shells fall."), ("2020-04-02", SIEGE, "Quiet returns to town."))
    for row in rows:
        row |= {"links": ["Siege of Dal"], "urls": ["https://press.example/siege"], "category": "War"}
    assert scores(rows)["recall20"] == (0.0, 1)


def test_right_by_the_name_of_the_storyline_or_one_that_holds_it():
    assert right("War\nSiege of Dal", ("War", "Siege of Dal"))
    assert right("War", ("War", "Siege of Dal"))
    assert right("Siege of Dal, Hunger in Dal", ("siege of dal",))
    assert not right("War\nSiege of Dal", ("War", "Siege of Ham"))
    assert not right("12", ("War",))
