"""Captions are told from paragraphs by who took the picture; a wire's sign at the end of a story is none."""

import pytest

from coranto.article.dump.lines import label_lines
from coranto.article.dump.picture import is_caption
from coranto.article.dump.text import read_lines

PAGE = """The harbour board voted on Monday to widen the northern lock, its chair told reporters after the meeting.

Ships wait below the northern lock at dawn, as they have on most days of this spring. (Photo: Ada Brand)

Work is to begin in spring and to last for two years, she said, if the council grants the money for it in time.

Pilots had asked for the change since the winter, when two barges ran aground within a week of each other."""


@pytest.mark.parametrize(
    "line",
    [
        "Ships wait below the lock. (Photo by Ada Brand)",
        "Ships wait below the lock. (AP Photo/Ada Brand, File) less",
        "Schiffe warten vor der Schleuse. (Foto: Ada Brand)",
        "Ships wait below the lock. (Ada Brand/Getty Images)",
        "Ships wait below the lock on May 3. REUTERS/Ada Brand",
        "Ships wait below the lock.Unsplash/Ada Brand",
        "FILE - Ships wait below the lock on May 3, 2021.",
    ],
)
def test_lines_that_name_who_took_a_picture_are_captions(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The board will vote again in May. (AP)",
        "The board will vote again in May. (Reuters)",
        "The board chose the second picture (see photo above).",
        "He filed his papers in May - and waited.",
        "The chair of Getty Images said (in May) that she would sell.",
        "",
    ],
)
def test_paragraphs_are_none(line):
    assert not is_caption(line)


def test_a_caption_between_paragraphs_is_not_of_the_article():
    labels = [one.label for one in label_lines(read_lines(PAGE))]
    assert labels == ["body", "caption", "body", "body"]
