import json
from datetime import date

import pytest

import coranto.reading
from coranto.errors import ConfigError, UsageError
from coranto.gate import as_json, missed, run, table, write_floors
from coranto.types import Name, Time
from coranto.types.time import day


def jsonl(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def time_at(text, words, value):
    start = text.index(words)
    return Time(sentence=0, start=start, end=start + len(words), text=words, type="DATE", value=value)


TEXT = "The ferry sank on Monday. It was raised last week."
ROW = {
    "id": "1",
    "text": TEXT,
    "dct": "2024-05-08",
    "timex": [
        {"start": 18, "end": 24, "type": "DATE", "value": "2024-05-06"},
        {"start": 40, "end": 49, "type": "DATE", "value": "2024-W18"},
    ],
}


def answer(monkeypatch, name, door):
    monkeypatch.setattr(coranto.reading, name, door, raising=False)


def values(result):
    return {(row.id, row.set): row.value for row in result.rows}


def test_absent_sets_are_skipped_by_name(tmp_path):
    result = run(tmp_path)
    assert result.rows == ()
    assert {"pages/outlets", "time/timex", "events/ecb", "stories/t17_gold"} <= set(result.skipped)
    assert "skipped: pages/aeb" in table(result)


def test_one_room_only(tmp_path):
    assert run(tmp_path, "copies").skipped == ("copies/helsinki_pairs",)
    assert run(tmp_path, "story").skipped == run(tmp_path, "stories").skipped
    with pytest.raises(UsageError, match="Known: articles"):
        run(tmp_path, "kitchen")
    with pytest.raises(UsageError, match="folder"):
        run(tmp_path / "nowhere")


def test_a_missing_door_is_skipped_with_its_name(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    monkeypatch.delattr(coranto.reading, "times_in", raising=False)
    result = run(tmp_path, "reading")
    assert any("coranto.reading.times_in is not there" in name for name in result.skipped)


def test_right_wrong_and_empty_times(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    asked = []

    def half(text, reference):
        asked.append(reference)
        return (time_at(text, "on Monday", "2024-05-06"), time_at(text, "last week", "2024-W19"))

    answer(monkeypatch, "times_in", half)
    result = run(tmp_path, "reading")
    assert values(result) == {
        ("reading.time_relaxed_f1", "timex"): 1.0,
        ("reading.time_value_f1", "timex"): 0.5,
    }
    assert asked[0].best == date(2024, 5, 8)
    assert asked[0].interval == day(date(2024, 5, 8))
    assert [row.n for row in result.rows] == [2, 2]

    def nothing(text, reference):
        return ()

    answer(monkeypatch, "times_in", nothing)
    assert set(values(run(tmp_path, "reading")).values()) == {0.0}


def test_a_door_that_raises_is_an_empty_answer_and_a_note(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW, ROW)

    def broken(text, reference):
        raise KeyError("monday")

    answer(monkeypatch, "times_in", broken)
    result = run(tmp_path, "reading")
    assert set(values(result).values()) == {0.0}
    assert any("2 " in note and "KeyError" in note for note in result.notes)


def test_malformed_gold_is_set_aside_and_noted(tmp_path, monkeypatch):
    bad = [
        {"id": 2},
        {"text": "x", "timex": 5},
        {"text": "x", "timex": [{"start": "a"}]},
        {"text": ["x"], "timex": []},
    ]
    jsonl(tmp_path / "time/timex.jsonl", ROW, *bad)
    answer(monkeypatch, "times_in", lambda text, reference: ())
    result = run(tmp_path, "reading")
    assert any("4 rows set aside: malformed" in note for note in result.notes)


def test_collections_and_samples(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex_test.jsonl", {**ROW, "set": "A"}, {**ROW, "set": "B"})
    answer(monkeypatch, "times_in", lambda text, reference: (time_at(text, "Monday", "2024-05-06"),))
    result = run(tmp_path, "reading")
    assert {row.set: row.n for row in result.rows} == {"timex_test": 4, "timex_test-A": 2, "timex_test-B": 2}
    assert {row.n for row in run(tmp_path, "reading", sample=1).rows} == {2}


def named(text, words, kind):
    start = text.index(words)
    return Name(sentence=0, start=start, end=start + len(words), text=words, kind=kind, key=words, full=words)


def test_names_exact_pooled_and_by_set(tmp_path, monkeypatch):
    tokens = [["In", "O"], ["Lower", "B-Location"], ["Velden", "I-Location"], [",", "O"], [""], ["Ada", "B-Person"]]
    jsonl(tmp_path / "names/worldwide.jsonl", {"id": "w", "tokens": tokens})
    (tmp_path / "names/uner_ewt_test.iob2").write_text(
        "# newdoc id = d\n# text = Ada rang Ada Corp.\n1\tAda\tB-PER\t-\n2\trang\tO\n"
        "3\tAda\tB-ORG\n4\tCorp\tI-ORG\n5\t.\tO\n",
        encoding="utf-8",
    )
    seen = []

    def names_in(text):
        seen.append(text)
        if text.startswith("In"):
            return (named(text, "Lower Velden", "place"), named(text, "Ada", "group"))
        return (named(text, "Ada", "person"), named(text, "Corp", "organisation"))

    answer(monkeypatch, "names_in", names_in)
    got = values(run(tmp_path, "reading"))
    assert seen == ["In Lower Velden,\n\nAda", "Ada rang Ada Corp."]
    assert got["reading.name_f1", "worldwide"] == pytest.approx(2 / 3)
    assert got["reading.name_f1", "uner_ewt_test"] == pytest.approx(1 / 2)
    assert got["reading.name_f1", "names"] == pytest.approx(4 / 7)


def pair_row(root, penta):
    return f"1\tA met B.\tA\tB\t{penta}\t{root}\n"


def test_plover_codes(tmp_path, monkeypatch):
    head = "uid\tsentence\tsource\ttarget\tgold_penta\tgold_root\n"
    rows = pair_row("YIELD", 2) + pair_row("CONSULT", 1) + pair_row("ASSAULT", 4) + pair_row("NONE", 9)
    (tmp_path / "events").mkdir()
    (tmp_path / "events/PLV_test.tsv").write_text(head + rows, encoding="utf-8")
    codes = iter(["RETREAT", "AGREE", None])
    answer(monkeypatch, "code_pair", lambda sentence, source, target: next(codes))
    result = run(tmp_path, "reading")
    got = values(result)
    assert got["reading.plover_root_f1", "PLV_test"] == pytest.approx(1 / 3)
    assert got["reading.plover_quad_f1", "PLV_test"] == pytest.approx(2 / 3)
    # cooperation: both right; conflict: missed
    assert got["reading.plover_binary_f1", "PLV_test"] == pytest.approx(1 / 2)
    assert {row.n for row in result.rows} == {3}
    assert any("no gold label" in note for note in result.notes)


def test_binary_rows_lose_their_role_prefix(tmp_path, monkeypatch):
    (tmp_path / "events").mkdir()
    body = "sentence\tsource\ttarget\tgold_binary\nA hit B.\tAttacker:A\tTarget:B\t1\nA met B.\tEntity:A\tB\t0\n"
    (tmp_path / "events/AW_test.tsv").write_text(body, encoding="utf-8")
    asked = []

    def code_pair(sentence, source, target):
        asked.append((source, target))
        return "ASSAULT"

    answer(monkeypatch, "code_pair", code_pair)
    assert values(run(tmp_path, "reading"))["reading.binary_f1", "AW_test"] == pytest.approx(1 / 3)
    assert asked == [("A", "B"), ("A", "B")]


def test_json_shape(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    answer(monkeypatch, "times_in", lambda text, reference: ())
    shown = as_json(run(tmp_path))
    assert set(shown) == {"rows", "skipped", "notes"}
    assert set(shown["rows"][0]) == {"id", "set", "value", "n", "seconds", "floor"}
    json.dumps(shown)


def test_floors_hold_rise_and_fall_only_with_a_reason(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    floors = tmp_path / "floors.json"
    answer(monkeypatch, "times_in", lambda text, reference: (time_at(text, "Monday", "2024-05-06"),))
    good = run(tmp_path, "reading", floors=floors)
    assert len(write_floors(good, floors)) == 2
    answer(monkeypatch, "times_in", lambda text, reference: ())
    bad = run(tmp_path, "reading", floors=floors)
    assert {row.floor for row in bad.rows} == {0.6666}
    assert len(missed(bad)) == 2
    assert "MISSED" in table(bad)
    assert write_floors(bad, floors) == ()
    assert len(missed(run(tmp_path, "reading", floors=floors))) == 2
    assert len(write_floors(bad, floors, "the grammar was cut")) == 2
    assert missed(run(tmp_path, "reading", floors=floors)) == ()
    assert "the grammar was cut" in floors.read_text(encoding="utf-8")


def test_floors_are_not_applied_to_another_corpus_or_a_sample(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    floors = tmp_path / "floors.json"
    answer(monkeypatch, "times_in", lambda text, reference: (time_at(text, "Monday", "2024-05-06"),))
    write_floors(run(tmp_path, "reading", floors=floors), floors)
    answer(monkeypatch, "times_in", lambda text, reference: ())
    sampled = run(tmp_path, "reading", floors=floors, sample=5)
    assert missed(sampled) == ()
    with pytest.raises(UsageError, match="sample"):
        write_floors(sampled, floors)
    jsonl(tmp_path / "time/timex.jsonl", ROW, ROW)
    other = run(tmp_path, "reading", floors=floors)
    assert missed(other) == ()
    assert {row.floor for row in other.rows} == {None}
    write_floors(other, floors)
    assert len(json.loads(floors.read_text(encoding="utf-8"))["floors"]) == 4


def test_rounding_does_not_miss_a_floor(tmp_path, monkeypatch):
    jsonl(tmp_path / "time/timex.jsonl", ROW)
    floors = tmp_path / "floors.json"
    answer(monkeypatch, "times_in", lambda text, reference: (time_at(text, "Monday", "2024-05-06"),))
    write_floors(run(tmp_path, "reading", floors=floors), floors)
    lifted = floors.read_text(encoding="utf-8").replace("0.6666", "0.667")
    floors.write_text(lifted, encoding="utf-8")
    assert missed(run(tmp_path, "reading", floors=floors)) == ()
    floors.write_text(lifted.replace("0.667", "0.669"), encoding="utf-8")
    assert len(missed(run(tmp_path, "reading", floors=floors))) > 0


def test_floors_of_another_shape_are_a_clear_error(tmp_path):
    floors = tmp_path / "floors.json"
    floors.write_text('{"floor": 3}', encoding="utf-8")
    with pytest.raises(ConfigError, match="Floors"):
        run(tmp_path, floors=floors)
