"""Quotation marks: pairing that never raises."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.reading.speech.quotes import quoted


def runs(text):
    return [text[one.start : one.end] for one in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “it's ‘fine’ now” today.", ["“it's ‘fine’ now”"]),
        ("«Oui», dit-il.", ["«Oui»"]),
        ("It's the ministers' plan.", []),
        ("‘We will go,’ she said.", ["‘We will go,’"]),
        ("''Fine,'' he said.", ["''Fine,''"]),
        ("“Open to the end", ["“Open to the end"]),
        ("“First part.\n\n“Second part.”", ["“First part.", "“Second part.”"]),
        ("“First part.\n\nsecond part,” he said.", ["“First part.", "second part,”"]),
    ],
)
def test_pairs(text, expected):
    assert runs(text) == expected


@given(st.text(alphabet="ab \n\"'“”‘’«»,.", max_size=80))
def test_runs_stand_in_order_and_never_overlap(text):
    last = 0
    for one in quoted(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


@pytest.mark.parametrize("mark", ['"', "“", "'", "”", "''", '"a" '])
def test_a_megabyte_of_marks(mark):
    begun = time.process_time()
    quoted(mark * (1_000_000 // len(mark)))
    assert time.process_time() - begun < 20  # a walk that is not linear takes minutes
