"""Lists of headlines around an article are told from its paragraphs by their rhythm and by what they speak of."""

import time

import numpy as np

from coranto.article.dump.lists import is_headline, list_columns, nearness
from coranto.article.dump.shape import shapes_of

TEXT = [
    "The harbour board said on Tuesday that it would widen the northern lock by next spring for larger ships.",
    "Engineers told the board that the gates of the lock had been built for ships half as long as those of today.",
]
LIST = [
    "Pilots call off their strike",
    "Ferry runs aground off the northern quay",
    "Mayor opens the new fish market",
]


def test_headlines_are_told_from_sentences():
    assert is_headline(shapes_of([*TEXT, *LIST])).tolist() == [False, False, True, True, True]


def test_lists_and_text_that_runs_on_have_other_numbers():
    shapes = shapes_of([*TEXT, *LIST])
    columns = list_columns(shapes, np.array([1.0, 1.0, 0.0, 0.0, 0.0]))
    assert all(len(column) == 5 for column in columns)
    assert columns[1].tolist() == [1.0, 1.0, 0.0, 0.0, 0.0]
    assert columns[2].tolist() == [0.0, 0.0, 1.0, 2.0, 3.0]


def test_what_stands_after_a_line_speaks_of_the_article_or_not():
    near = nearness(shapes_of([*TEXT, *LIST]), np.array([1.0, 1.0, 0.0, 0.0, 0.0]))
    after, before = near[0], near[2]
    assert after[0] > 0.5 > after[2] == 0.0 and before[1] > 0.9 > before[4]


def test_long_pages_end_in_good_time():
    shapes = shapes_of(LIST * 20_000)
    begun = time.process_time()
    list_columns(shapes, np.zeros(60_000))
    assert time.process_time() - begun < 2
