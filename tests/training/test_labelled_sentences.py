"""The labelled sentences: every line is well marked, and the batches are as broad as their README says."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "sentences"
_spec = importlib.util.spec_from_file_location("sentence_marks", FOLDER / "marks.py")
marks = importlib.util.module_from_spec(_spec)
sys.modules["sentence_marks"] = marks
_spec.loader.exec_module(marks)


def held(kind):
    return [(path, number, marks.parse(line)) for path, number, line in marks.lines(FOLDER / kind)]


def test_marks_may_stand_in_each_other_and_be_several():
    sentence = marks.parse("{Q:Ana} {C say:said} {W:{Q2:Bo} {C2 deny:denied} {W2:it}}.")
    assert sentence.text == "Ana said Bo denied it."
    assert [sentence.text[m.start : m.end] for m in sentence.marks] == [
        "Ana",
        "said",
        "Bo",
        "denied",
        "it",
        "Bo denied it",
    ]
    both = marks.parse(
        "{S:Ana} {E AGREE - actual:thanked} {T S2:Bo}, who {E2 CONSULT phone planned:will call} {T2:Cy}."
    )
    first, second = marks.events(both)
    assert both.text[slice(*first.targets[0])] == both.text[slice(*second.sources[0])] == "Bo"
    assert (second.event, second.mode, second.modality) == ("CONSULT", "phone", "planned")


@pytest.mark.parametrize(
    "line",
    ["{S:Ana left.", "Ana} left.", "{S:} left", "{:Ana}", "{S:Ana} left.", "{E AGREE demo actual:x}",
     "{E AGREE - soon:x}", "{E AGREE - actual:x} {E AGREE - actual:y}", "{E NOD - actual:x}",
     "{Q:Ana} {E AGREE - actual:left}"],
)  # fmt: skip
def test_a_bad_line_is_told(line):
    with pytest.raises(ValueError):
        marks.check(marks.parse(line), "events")


@pytest.mark.parametrize("kind", ["events", "frames", "names"])
def test_every_line_is_well_marked_and_said_once(kind):
    texts = Counter()
    folders = [folder for folder in marks.FOLDERS if folder.split("/")[0] == kind]
    for path, number, sentence in (line for folder in folders for line in held(folder)):
        try:
            marks.check(sentence, kind)
        except ValueError as error:
            pytest.fail(f"{path.name}:{number}: {error}")
        texts[sentence.text] += 1
    assert [text for text, count in texts.items() if count > 1] == []


def test_events_are_balanced():
    found = [marks.events(sentence) for _, _, sentence in held("events")]
    assert len(found) >= 3000
    roots = Counter(event.event for some in found for event in some)
    assert set(roots) == set(marks.MODES)
    assert min(roots.values()) >= 0.025 * sum(roots.values()), roots
    assert 0.2 <= sum(not some for some in found) / len(found) <= 0.32
    modalities = Counter(event.modality for some in found for event in some)
    assert set(modalities) == set(marks.MODALITIES)


def test_what_is_held_out_has_every_event_often_enough_to_measure():
    found = [marks.events(sentence) for _, _, sentence in held("events/held")]
    assert len(found) >= 300
    roots = Counter(event.event for some in found for event in some)
    assert set(roots) == set(marks.MODES)
    assert min(roots.values()) >= 10, roots
    assert 0.2 <= sum(not some for some in found) / len(found) <= 0.3
