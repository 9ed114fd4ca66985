"""What the labelled sentences tell the encoder, word by word."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from encoder import own
from encoder.labels import CLASSES, RELATIONS
from sentences.marks import parse


def told(example, head):
    """The classes that each word may have, by word."""
    return {word: {CLASSES[head][n] for n in classes} for word, classes in example.allowed.get(head, {}).items()}


def related(example, relation):
    return [(set(row.of), set(row.to)) for row in example.rows if row.relation == RELATIONS.index(relation)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder of sentences in place of the project's."""
    for kind in ("events", "frames/also", "names/also"):
        (tmp_path / kind).mkdir(parents=True)
    monkeypatch.setattr(own, "FOLDER", tmp_path)
    return tmp_path


def test_an_event_is_told_by_its_trigger_and_parties(folder):
    line = "{S:Police in Accra} {E COERCE arrest actual:detained} {T:nine drivers} , witnesses said."
    (folder / "events" / "a.txt").write_text(f"# head\n{line}\n", encoding="utf-8")
    (_, plain), (_, pair) = own.event_examples(folder / "events")
    assert told(plain, "trigger")[3] == {"b"}
    assert [n for n, classes in told(plain, "trigger").items() if classes != {"-"}] == [3]
    assert told(plain, "root") == {3: {"COERCE"}}
    assert told(plain, "mode") == {3: {"arrest"}}
    assert related(plain, "actor") == [({3}, {0, 1, 2})]
    assert related(plain, "recipient") == [({3}, {4, 5})]
    assert pair.event == list(CLASSES["root"]).index("COERCE")
    assert pair.allowed == {}
    assert 8 not in told(plain, "cue"), "a word that cues have is left open where nobody labelled statements"
    assert told(plain, "cue")[3] == {"-"}


def test_other_marks_of_the_same_sentence_are_told_with_it(folder):
    bare = "Police in Accra detained nine Ghanaians, witnesses said."
    (folder / "events" / "a.txt").write_text(
        "{S:Police in Accra} {E COERCE arrest actual:detained} {T:nine Ghanaians}, witnesses said.",
        encoding="utf-8",
    )
    (folder / "names" / "also" / "a.txt").write_text(bare.replace("Accra", "{L:Accra}"), encoding="utf-8")
    (folder / "frames" / "also" / "a.txt").write_text(
        "{W:Police in Accra detained nine Ghanaians}, {Q:witnesses} {C say:said}.", encoding="utf-8"
    )
    plain = next(example for _, example in own.event_examples(folder / "events"))
    assert told(plain, "names")[2] == {"b-place"}
    assert told(plain, "names")[5] == {"-", "b-group", "i-group"}, "peoples were not labelled"
    assert [n for n, classes in told(plain, "cue").items() if classes == {"b"}] == [8]
    assert related(plain, "source") == [({8}, {7})]
    assert related(plain, "content") == [({8}, {0, 1, 2, 3, 4, 5})]


def test_a_source_inside_its_cue_is_no_cue():
    sentence = parse("{C claim:In {Q:their} view} {W:the port is lost}.")
    words = own.Words(sentence.text)
    example = words.example("frames")
    own._say_frames(example, words, sentence)
    assert related(example, "source") == [({0, 2}, {1})]
    assert told(example, "stance") == {0: {"claim"}, 1: {"claim"}, 2: {"claim"}}


def test_what_is_held_out_is_never_trained_on():
    held = {text for text, _ in own.own_examples(held=True)}
    known = {text for text, _ in own.own_examples(held=False)}
    assert 300 < len(held) < len(known) / 8
    assert not held & known


def test_a_temperature_cools_what_is_too_sure():
    torch = pytest.importorskip("torch", reason="training is an extra")
    from encoder.calibrate import error, temperature

    chance = torch.Generator().manual_seed(1)
    said = []
    for _ in range(2000):
        right = int(torch.rand(1, generator=chance) < 0.75)
        said.append((torch.tensor([0.0, 6.0]), torch.tensor([1.0 - right, float(right)])))
    cooled = temperature(said)
    assert 4 < cooled < 6  # ln 3 is 6 divided by 5.5
    assert error(said, cooled) < 0.05 < error(said)
