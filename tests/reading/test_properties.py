"""What holds of every reading: spans, overlap, newlines, odd text, and time in line with length."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from fuzz import mutants, trial
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_faults import faults, told

from coranto.reading import read
from coranto.reading.names.find import bare_article
from coranto.types import Reference
from coranto.types.time import day

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*.txt"))
TUESDAY = Reference(interval=day(date(2021, 6, 15)), best=date(2021, 6, 15))
WORDS = (
    "Peru", "Chile’s", "President", "Ana Torres", "the minister", "said", "told", "that", "met", "visited",
    "on Friday",
    "“", "”", '"', "'", "(", ")", ",", ".", "\n", "\n\n", "—", "12", "1,200", "per cent", "in Lima", "and", "of",
    "the",
    "according to", "Reuters", "last week", "two years later", "5 p.m.", "3 May 2020", "the 4th Lima Water Forum",
    "he",
    "will", "not", "İ", "ß", "中国", "\x00", "attacked", "agreed to", "Mr.", "U.S.", "HEADLINE WORDS",
    "South Carolina",
    "Republican", "House of Representatives",
)  # fmt: skip
TEXT = """On 3 May 2021 Peruvian President Ana Torres met Chile's president in Lima, officials said.

"We agreed on 12 projects," Torres said at the 4th Lima Water Forum. Two days later she flew to Quito."""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.lists(st.sampled_from(WORDS), max_size=6))
def test_spans_are_their_words_whatever_the_text(body: list[str], head: list[str]) -> None:
    article = bare_article(" ".join(body), " ".join(head))
    assert list(faults(article, read(article, TUESDAY))) == []


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read(text: str) -> None:
    article = bare_article(text, text[:80])
    assert list(faults(article, read(article))) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_hold_the_promises(path: Path) -> None:
    article = bare_article(path.read_text(encoding="utf-8"))
    assert list(faults(article, read(article, TUESDAY))) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_broken_on_purpose_hold_them_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = (trial(broken, dated=True) for broken in islice(mutants([text], seed=5), 12))
    assert [fault for fault in found if fault and "seconds" not in fault] == []


@pytest.mark.parametrize("tail", [" ", "   ", "\n", "\n\n \n", "\t"])
def test_white_space_at_the_end_changes_nothing(tail: str) -> None:
    article = bare_article(TEXT)
    longer = replace(article, text=TEXT + tail)
    assert told(read(longer, TUESDAY)) == told(read(article, TUESDAY))
    assert told(read(bare_article(TEXT + tail), TUESDAY)) == told(read(article, TUESDAY))


@pytest.mark.parametrize("blank", ["\r\n\r\n", "\n\n\n", "\n \n"])
def test_other_blank_lines_change_nothing(blank: str) -> None:
    plain = told(read(bare_article(TEXT), TUESDAY))
    assert told(read(bare_article(TEXT.replace("\n\n", blank)), TUESDAY)) == plain


def test_lines_that_break_in_a_sentence_change_no_names_times_or_figures() -> None:
    broken = TEXT.replace(" met ", "\nmet ").replace(" said at", "\nsaid at").replace("later she", "later\nshe")
    plain, other = read(bare_article(TEXT), TUESDAY), read(bare_article(broken), TUESDAY)
    for kind in (0, 1, 6):
        assert told(other)[kind] == told(plain)[kind]


ENDLESS = (
    '"', "“", "‘", "A", "AB ", "1", "1 ", "1,", "said ", "(", "[", "( ", "talks in China ", "Xi Bo said ", "Mr. ",
    "on Friday ", "two years later ", "according to Xi, ", "the 5th Round of Talks ", "France and ", "visit ",
)  # fmt: skip


def _seconds(text: str) -> float:
    article = bare_article(text)
    begin = time.process_time()
    read(article, TUESDAY)
    return time.process_time() - begin


@pytest.mark.parametrize("unit", ENDLESS)
def test_one_megabyte_of_one_thing_takes_linear_time(unit: str) -> None:
    half, whole = (_seconds(unit * (size // len(unit))) for size in (500_000, 1_000_000))
    assert whole < max(3 * half, 3.0)


def _lines(unit: str, size: int) -> str:
    line = unit * max(1, 300 // len(unit)) + ".\nThe "
    return line * (size // len(line))


@pytest.mark.parametrize("unit", ENDLESS)
def test_many_lines_of_one_thing_take_linear_time(unit: str) -> None:
    half, whole = (_seconds(_lines(unit, size)) for size in (10_000, 20_000))
    assert whole < max(3 * half, 2.0)


@pytest.mark.parametrize("unit", ENDLESS)
def test_one_long_sentence_takes_linear_time(unit: str) -> None:
    half, whole = (_seconds(unit * (size // len(unit))) for size in (8_000, 16_000))
    assert whole < max(3 * half, 2.0)


def _names(chance: random.Random) -> Iterator[str]:
    while True:
        yield "".join(chance.choice("aeiourtnls") for _ in range(6)).title()


def test_ten_thousand_names_that_differ_take_linear_time() -> None:
    some = list(islice(_names(random.Random(3)), 20_000))
    half, whole = (
        _seconds(" met ".join(f"{a} {b}." for a, b in zip(some[:n:2], some[1:n:2], strict=True)))
        for n in (5_000, 10_000)
    )
    assert whole < max(3 * half, 3.0)
