"""Clocks that are off: of the printed day, the day of capture and the days a text tells of, two that agree win."""

import pytest
from stream_scenes import articles, opened, take

TEXT = (
    "The port council of Varn voted on Monday, March 11, 2024, to close the northern pier after divers found rot "
    "in its posts.\n\nKeeper Petra Sund told the press that the ferries would sail from the southern pier, and "
    "that repairs would cost 40 million crowns.\n\nThe council met for four hours and heard {many} engineers who "
    "had warned of the rot in a report to the harbour master."
)
RIGHT = {"title": "Varn council closes pier", "outlet": "Skerry Times", "date": "2024-03-12",
         "captured": "2024-03-12T10:00:00Z", "text": TEXT.format(many="three")}  # fmt: skip


def odd(**clocks):
    row = {"title": "Varn to close its northern pier", "outlet": "Bergen Ledger", "text": TEXT.format(many="four")}
    return row | clocks


def read_beside(folder, row):
    """What became of a row beside the right one: `(article, moment, whether both are one story)`."""
    with opened(folder) as archive:
        take(archive, folder, [RIGHT, row])
        held = list(articles(archive).values())
        assert archive.check() == ()
    [(article, _, moment, group)] = [one for one in held if one[0].outlet != "Skerry Times"]
    [other] = [one[3] for one in held if one[0].outlet == "Skerry Times"]
    return article, moment, group.story == other.story


@pytest.mark.parametrize(
    ("clocks", "flag"),
    [
        ({"date": "2023-03-12", "captured": "2024-03-12T12:00:00Z"}, "date_before_content"),
        ({"date": "2025-03-12", "captured": "2024-03-12T12:00:00Z"}, "date_after_capture"),
        ({"date": "2024-03-12", "captured": "2023-03-12T12:00:00Z"}, "capture_before_content"),
        ({"date": "2024-03-12", "captured": "1970-01-01T00:00:00Z"}, "capture_before_content"),
        ({"captured": "2024-03-12T12:00:00Z"}, "no_date"),
    ],
)
def test_a_clock_that_is_a_year_off_is_flagged_and_outvoted(tmp_path, clocks, flag):
    article, moment, together = read_beside(tmp_path, odd(**clocks))
    assert flag in article.flags
    assert moment[:7] == "2024-03"
    assert together


@pytest.mark.parametrize(
    "clocks",
    [
        {"date": "2024-03-12", "captured": "2024-03-13T09:00:00Z"},
        {"date": "2024-03-12", "captured": "2031-01-01T00:00:00Z"},
        {"date": "2024-03-12"},
        {"date": "2024-03-13", "captured": "2024-03-12T23:00:00Z"},
    ],
)
def test_clocks_that_agree_are_not_flagged(tmp_path, clocks):
    article, moment, together = read_beside(tmp_path, odd(**clocks))
    assert article.flags == ()
    assert article.published.value[:10] == clocks["date"] == moment[:10]
    assert together


@pytest.mark.parametrize(
    "said",
    [
        "The council will meet again on April 2, 2026, to open the bids.",
        "The harbour plan of 2031 was printed in the northern pier's own colours.",
        "The loan runs until March 11, 2029, and was signed by the owner of the pier.",
    ],
)
def test_days_that_are_yet_to_come_are_no_sign_of_a_wrong_clock(tmp_path, said):
    row = odd(date="2024-03-12", captured="2024-03-12T12:00:00Z")
    article, _, _ = read_beside(tmp_path, row | {"text": f"{row['text']}\n\n{said}"})
    assert article.flags == ()


def test_an_old_page_that_was_mended_later_keeps_its_date(tmp_path):
    """A later note flags the page; it is not thereby of the day of the note."""
    row = odd(date="2021-05-04", captured="2024-03-12T12:00:00Z")
    text = row["text"].replace("March 11, 2024", "May 3, 2021") + "\n\nThe number was corrected on June 6, 2022."
    article, moment, together = read_beside(tmp_path, row | {"text": text})
    assert "date_before_content" in article.flags
    assert article.published.value == moment == "2021-05-04"
    assert not together
