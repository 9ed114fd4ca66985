"""The word diff of two versions of one article."""

import random
import time

import pytest

from coranto.copies import diff
from coranto.types import TITLE, Article, Sentence


def version(ident, text, title="Ferry to sail", sentences=()):
    return Article(id=ident, page=ident, path=ident, title=title, outlet="Post", text=text, sentences=sentences)


def ops(old, new):
    return [(one.op, one.old, one.new) for one in diff(version("a", old), version("b", new)).text]


def sound(old, new):
    """Every stretch is a slice of its text, in order, and all words of both sides are in one."""
    found = diff(version("a", old), version("b", new)).text
    here = there = 0
    for one in found:
        assert old[one.old_start : one.old_end] == one.old
        assert new[one.new_start : one.new_end] == one.new
        assert here <= one.old_start <= one.old_end
        assert there <= one.new_start <= one.new_end
        here, there = one.old_end, one.new_end
        if one.op == "same":
            assert one.old.split() == one.new.split()
    assert "".join("".join(one.old for one in found).split()) == "".join(old.split())
    assert "".join("".join(one.new for one in found).split()) == "".join(new.split())
    return found


def test_a_figure_corrected():
    assert ops("Two boats sank off the cape.", "Three boats sank off the cape.") == [
        ("changed", "Two", "Three"),
        ("same", "boats sank off the cape.", "boats sank off the cape."),
    ]


def test_a_sentence_added_and_one_removed():
    old = "The ferry sailed. Nobody was hurt. The pilot rests."
    new = "The ferry sailed. The pilot rests. An inquiry opens tomorrow."
    assert [(op, a, b) for op, a, b in ops(old, new) if op != "same"] == [
        ("removed", "Nobody was hurt.", ""),
        ("added", "", "An inquiry opens tomorrow."),
    ]


def test_the_same_text_is_one_stretch_and_empty_texts_are_borne():
    assert ops("The ferry sailed.", "The  ferry\n\nsailed.") == [
        ("same", "The ferry sailed.", "The  ferry\n\nsailed.")
    ]
    assert ops("", "") == []
    assert ops("", "It sailed") == [("added", "", "It sailed")]
    assert ops("It sailed", "") == [("removed", "It sailed", "")]


def test_a_lone_short_word_between_two_rewritten_passages_is_rewritten_too():
    old, new = "Old crews feared the worst storm ever", "Young pilots expected the calmest winter weather"
    assert [op for op, *_ in ops(old, new)] == ["changed"]


def test_sentences_and_title_are_told():
    cut = "One sails. ", "Two sinks. ", "Three rests."
    starts = (0, 11, 22)
    marks = tuple(Sentence(index=at, start=starts[at], end=starts[at] + 10, paragraph=0) for at in range(3))
    old = version("a", "".join(cut), "Boats sail", marks)
    new = version("b", "".join((cut[0], "Two floats. ", cut[2])), "Boats sailed", marks)
    found = diff(old, new)
    assert (found.old, found.new) == ("a", "b")
    assert [(one.op, one.old_sentence) for one in found.title] == [("same", TITLE), ("changed", TITLE)]
    (changed,) = [one for one in found.text if one.op == "changed"]
    assert (changed.old, changed.new, changed.old_sentence, changed.new_sentence) == ("sinks", "floats", 1, 1)


@pytest.mark.parametrize("seed", range(30))
def test_any_edit_gives_slices_that_make_both_versions(seed):
    draw = random.Random(seed)
    few = draw.choice((3, 20, 400))
    words = [f"w{draw.randrange(few)}" for _ in range(draw.randrange(200))]
    later = list(words)
    for _ in range(draw.randrange(12)):
        at = draw.randrange(len(later) + 1)
        later[at : at + draw.randrange(8)] = [f"w{draw.randrange(few)}" for _ in range(draw.randrange(8))]
    sound(" ".join(words), ". ".join(later))
    assert all(one.op == "same" for one in sound(" ".join(words), " ".join(words)))


def test_endless_versions_take_bounded_time():
    draw = random.Random(4)
    many = [f"word{draw.randrange(30_000)}" for _ in range(200_000)]
    other = [word for word in many if draw.random() > 0.01]
    hard = ["a b " * 100_000, "x " * 200_000, "a" * 900_000, "-a" * 400_000]
    pairs = ((" ".join(many), " ".join(other)), (hard[0], hard[1]), (hard[0], "b " + hard[0]), (hard[2], hard[3]))
    found = []
    for old, new in pairs:
        start = time.process_time()
        found.append(diff(version("a", old), version("b", new)).text)
        assert time.process_time() - start < 12
    assert all(found)
    assert sum(len(one.old.split()) for one in found[0] if one.op == "same") > 0.98 * len(other)
