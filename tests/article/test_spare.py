"""Short and odd pages: running text is never refused, galleries are."""

import pytest

from coranto.article import clean
from coranto.types import Article, Page, Refusal

RUN = (
    "The harbour board of Norvik said on Tuesday that it would widen the northern quay, after two ferries had"
    " touched the wall in a storm. The work is expected to cost forty million crowns and to last until the"
    " spring, a member of the board told the paper. Fishermen had asked for it for years, but the town could"
    " not pay for it alone. Now the state will give a third of the sum, and the shipping lines, which until"
)
CAPTION = (
    "A ferry leaves the quay of Norvik on Tuesday, May 4, 2021, a day after the storm that had"
    " closed the harbour to all traffic. (Jon Bakke/Scanpix via AP)"
)


def page(*lines):
    return Page(id="p", path="p.txt", media="text/plain", body="\n".join(lines).encode(), charset="utf-8")


def test_a_cut_paragraph_under_a_headline_is_a_teaser():
    found = clean(page("Norvik Herald•", "Norvik to widen its northern quay after storm", "More", RUN))
    assert isinstance(found, Article) and found.text.endswith(RUN)
    assert found.completeness.verdict == "teaser" and found.completeness.evidence


def test_one_sentence_beside_a_picture_is_text():
    told = (
        "The harbour board of Norvik tells our reporter why it wants to widen the northern quay before the spring."
    )
    found = clean(page("Now Playing:", told, "Close", "Image 1 of 3"))
    assert isinstance(found, Article) and told in found.text


@pytest.mark.parametrize("end", ["", " prev next", " less"])
def test_captions_alone_are_a_gallery(end):
    found = clean(page("Tuesday, May 4, 2021", *["Credit: The Associated Press", CAPTION + end] * 3))
    assert isinstance(found, Refusal) and found.reason == "not-article" and "captions" in found.detail


def test_a_menu_holds_no_text():
    found = clean(page("Home", "Sign in", "World", "Sport", "Weather"))
    assert isinstance(found, Refusal) and found.reason in ("empty", "not-article")


def test_credits_at_the_end_of_a_lone_paragraph_close_it():
    whole = RUN.rpartition(",")[0] + ". Reporting by Jon Bakke; Editing by Ana Lind"
    found = clean(page("Norvik Herald•", "Norvik to widen its northern quay after storm", "More", whole))
    assert isinstance(found, Article) and found.completeness.verdict == "complete"
