"""Lines of plain-text pages: joining, cues, labels, the block."""

import textwrap

import pytest

from coranto.article.dump.cues import cues
from coranto.article.dump.features import best_block
from coranto.article.dump.known import label_known
from coranto.article.dump.lines import label_lines
from coranto.article.dump.text import read_lines

BODY = [
    "The harbour board said on Tuesday that it would widen the northern lock by next spring.",
    "Engineers told the board that the gates had been built for vessels half as long as those of today.",
    "“We can't wait for the next accident,” said Ana Bell, who heads the pilots' union in the town.",
    "The work is expected to cost 40 million crowns, and the ministry will pay for a third, officials said.",
]


def labels(text):
    return {one.line.text: one.label for one in label_lines(read_lines(text))}


def test_furniture_around_an_article_is_told_apart():
    page = "\n\n".join(
        [
            "Home",
            "World",
            "Sign up for our newsletter",
            "Harbour board to widen its lock",
            "By Jon Ode",
            "14 May 2021",
            *BODY,
            "Related Stories",
            "Ferry fares go up again",
            "Share",
            "© 2021 The Harbour Times",
        ]
    )
    found = labels(page)
    assert all(found[line] == "body" for line in BODY)
    assert found["By Jon Ode"] == "byline" and found["14 May 2021"] == "date"
    for line in ("Home", "Sign up for our newsletter", "Related Stories", "Ferry fares go up again", "Share"):
        assert found[line] not in ("body", "bullet", "head", "dek"), line


def test_a_short_line_between_paragraphs_is_a_heading():
    found = labels("\n\n".join([*BODY[:2], "Costs still unclear", *BODY[2:]]))
    assert found["Costs still unclear"] == "head"


def test_pure_text_is_kept_whole():
    assert set(labels("\n\n".join(BODY)).values()) == {"body"}


def test_hard_wrapped_lines_are_joined():
    text = (
        "The harbour board said on Tuesday that it would widen\nthe northern lock by next spring, after two "
        "ships had\n"
        "scraped its walls.\n    Engineers told the board that the gates had been built\nfor vessels half "
        "the size of those "
        "that call today at\nthe port, which has grown.\n"
    )
    lines = [line.text for line in read_lines(text)]
    assert len(lines) == 2 and lines[0].endswith("scraped its walls.") and lines[1].startswith("Engineers")


@pytest.mark.parametrize("width", [62, 80, 100])
def test_a_page_broken_at_a_column_is_joined_with_its_menu_apart(width):
    menu = ["Home", "World", "Sport", "Letters"]
    raw = [piece for line in (*menu, *BODY) for piece in textwrap.wrap(line, width)]
    found = [line.text for line in read_lines("\n".join(raw))]
    assert found[:4] == menu and all(line in found for line in BODY[:3])


def test_a_list_of_headlines_of_one_length_is_not_joined():
    heads = [f"Pilots of the northern lock call off strike number {n}" for n in range(10, 30)]
    assert len(read_lines("\n".join(heads))) == 20


def test_lines_known_as_repeated_are_not_of_the_article():
    blurb = "The Harbour Times is read by all who work at sea and on land."
    found = label_known(read_lines("\n\n".join([BODY[0], blurb, *BODY[1:]])), False, frozenset([3]))
    assert [one.label for one in found] == ["body", "furniture", "body", "body", "body"]


def test_a_paragraph_split_at_a_link_is_joined():
    text = "The harbour board said on Tuesday that it would widen the\nnorthern lock\n, as reported before."
    assert [line.text for line in read_lines(text)] == [
        "The harbour board said on Tuesday that it would widen the northern lock, as reported before."
    ]


def test_line_numbers_are_those_of_the_page():
    assert [line.number for line in read_lines("\n\nOne line.\n\nAnother line.")] == [3, 5]


@pytest.mark.parametrize(
    ("line", "group", "ends"),
    [
        ("ALSO READ: Pilots call off strike", "related", True),
        ("Lesen Sie auch: Streik abgesagt", "related", True),
        ("3 mins read", "nav", False),
        ("Share on Facebook", "share", False),
        ("Subscribe to read the rest", "signup", False),
        ("Senior Member", "member", False),
        ("A boat leaves the lock. Photo: Harbour Times", "caption", False),
    ],
)
def test_cues(line, group, ends):
    found = cues(line)
    assert group in found.groups and found.ends is ends


def test_prose_holds_no_cue():
    assert cues("He said more than forty ships had waited for the tide.").groups == ()


def test_best_block_is_the_run_with_the_greatest_sum():
    assert best_block([-1, 3, -1, 4, -9, 2]) == (1, 4)
    assert best_block([-1.0, -2.0]) == (0, 0)


@pytest.mark.parametrize(
    "text", ["", "\n\n", '"' * 300_000, "A " * 200_000, "\x00\x01", "a\n" * 20_000, "(" * 100_000]
)
def test_odd_input_gives_labels(text):
    lines = read_lines(text)
    assert len(label_lines(lines)) == len(lines)
