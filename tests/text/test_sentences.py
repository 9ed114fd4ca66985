"""Sentences partition a text, in any script, in linear time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.text.normal import ascii_fold, fold, squeeze, straight
from coranto.text.sentences import paragraphs, sentences
from coranto.text.tokens import count, words


def split(text):
    return [text[start:end] for start, end, _ in sentences(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry left. It was late.", ["The ferry left.", "It was late."]),
        ("Mr. Aho met Dr. Bee. They spoke.", ["Mr. Aho met Dr. Bee.", "They spoke."]),
        ("U.S. President J. B. Roe left. He waved.", ["U.S. President J. B. Roe left.", "He waved."]),
        ("“We go.” She went.", ["“We go.”", "She went."]),
        ("He paid $2.5 million. Why?", ["He paid $2.5 million.", "Why?"]),
        ("OSLO, Oct. 30 (NNA) -- Talks began.", ["OSLO, Oct. 30 (NNA) -- Talks began."]),
        ("渔船回港。船长说很好！", ["渔船回港。", "船长说很好！"]),
        ("غادرت العبّارة الميناء؟ نعم.", ["غادرت العبّارة الميناء؟", "نعم."]),
        ("नाव चली गई। कप्तान खुश था।", ["नाव चली गई।", "कप्तान खुश था।"]),
        ("One.\n\nTwo", ["One.", "Two"]),
        ("- First point\n- Second point", ["- First point", "- Second point"]),
        ("Wrapped line\ngoes on here. Next.", ["Wrapped line\ngoes on here.", "Next."]),
        ("", []),
    ],
)
def test_sentences(text, wanted):
    assert split(text) == wanted


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB.!?\n \"“”'’1。-«»;:|α։फ"), max_size=80))
def test_sentences_partition_the_text(text):
    spans = list(sentences(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end, _ in spans)
    bullets_dropped = covered.replace(" ", "").replace("\n", "")
    assert bullets_dropped == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end, _ in spans)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_offsets(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets)
    assert all(0 <= at < len(text) for at in folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert len(straight(text)) == len(text)


@pytest.mark.parametrize(
    "hostile",
    ["." * 1_000_000, '"' * 1_000_000, "A." * 500_000, "a\n" * 500_000, " \n" * 500_000, "é " * 400_000,
     "." * 1_000_000 + "a", "!?" * 400_000 + "a", "渔。" * 300_000, "渔。”" * 200_000, ". »" * 300_000,
     "1. " * 300_000, "α; " * 300_000, "A. " * 300_000, "." + '"' * 900_000 + "a", "2024. 5. " * 100_000],
    ids=lambda text: text[:9],
)  # fmt: skip
def test_hostile_text_takes_linear_time(hostile):
    started = time.process_time()
    list(sentences(hostile))
    assert time.process_time() - started < 20


def test_paragraphs_are_runs_of_lines():
    text = "one\ntwo\n\n \nthree  \n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["one\ntwo", "three"]


def test_words():
    assert words("Don't re-open the U.S. ports") == ["Don't", "re-open", "the", "U.S", "ports"]
    assert count("two words 渔船回港") == 4
    assert count("कोहरे के कारण नौका देर से") == 6
    assert count("غادرت العبّارة الميناءَ") == 3
    assert count("ফেরি ছেড়ে গেছে") == 3
    assert 8 <= count("เรือข้ามฟากออกจากท่าช้ากว่ากำหนดสองชั่วโมง") <= 14
    assert 5 <= count("渡轮因大雾晚了两个小时离港。") <= 9
    assert count("L’été à Nîmes") == 3
    assert squeeze(" a\u200b  b\n") == "a b"
    assert ascii_fold("Žižkov’s") == "zizkov's"
