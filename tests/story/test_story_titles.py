"""Which headline of a story becomes its title."""

import pytest

from coranto.story import Member, name
from coranto.story.show.headline import headline
from coranto.types import Article, Reading

PLAIN = "Port council votes to close the northern pier"
TOLD = (
    "The port council voted on Monday to close the northern pier of Skerry. Harbour master Ida Holm said that the "
    "council votes to close it because of rot in the northern pier, and that the port will stay open."
)


def member(ident, title, text=TOLD, outlet="", **more):
    family = more.pop("family", "")
    article = Article(
        id=ident, page=ident, path=ident, title=title, outlet=outlet or f"paper {ident}", text=text, **more
    )
    return Member(article=article, reading=Reading(article=ident), family=family)


@pytest.mark.parametrize(
    "odd",
    [
        "Why did the port council close the northern pier",
        "Should the port council close the northern pier?",
        "Opinion: Port council votes to close the northern pier",
        "Port council SLAMS northern pier in shocking votes to close",
        "7 reasons the port council votes to close the northern pier",
        "Holm: 'Port council votes to close the northern pier'",
        "'Port rot': council votes to close northern pier",
        "We must close the northern pier of the port, council",
        "Our port council votes to close our northern pier",
        "LIVE: Port council votes to close the northern pier",
        "PORT COUNCIL VOTES TO CLOSE THE NORTHERN PIER",
        "Port council votes to close the northern pier [PHOTOS]",
        "The northern pier of the port, closed in votes of the council.",
        "The port council's disgraceful votes to close the northern pier",
    ],
)
def test_the_plain_headline_stands_before_others(odd):
    assert name([member("a", odd), member("b", PLAIN)]) == PLAIN
    assert name([member("a", odd)]) == odd


def test_the_headline_that_tells_what_most_tell_wins():
    own = "Gulls of the harbour lose a nesting place this winter"
    members = [member("a", own), *[member(one, PLAIN) for one in "bcd"]]
    assert name(members) == PLAIN


def test_copies_count_once():
    copied = "Ferry to the islands sails again after repairs"
    text = "The ferry to the islands sails again after repairs, its owner said on Monday."
    members = [member(f"c{at}", copied, text, family="one") for at in range(9)]
    members += [member("x", PLAIN), member("y", "Northern pier of port to close, council votes")]
    assert name(members) == PLAIN


@pytest.mark.parametrize(
    ("title", "outlet", "wanted"),
    [
        (f"{PLAIN} | Skerry Times", "Skerry Times", PLAIN),
        (f"{PLAIN} - Skerry Times", "The Skerry Times", PLAIN),
        (f"{PLAIN} — skerrytimes.com", "Skerry Times", PLAIN),
        (f"{PLAIN} - for now", "Skerry Times", f"{PLAIN} - for now"),
        ("Skerry Times", "Skerry Times", "Skerry Times"),
    ],
)
def test_no_outlet_stands_in_a_title(title, outlet, wanted):
    assert headline(member("a", title, outlet=outlet).article) == wanted


def test_a_gathering_names_no_story():
    assert (
        name([member("a", PLAIN, kind="live"), member("b", "Northern pier will close")])
        == "Northern pier will close"
    )


ODD = ("", " ", "?", "\u2028", "A" * 100_000, f"Port{chr(0x2028) * 90_000}pier", "'" * 50_000, "- " * 40_000,
       ": " * 9_000, "“" * 90_000, "1 " * 60_000)  # fmt: skip


@pytest.mark.parametrize("title", ODD, ids=map(str, range(len(ODD))))
def test_odd_titles_are_borne(title):
    assert name([member("a", title)]) == title.strip() or headline(member("a", title).article) == name(
        [member("a", title)]
    )
    assert name([member("a", title), member("b", PLAIN)]) == PLAIN


def test_the_order_of_members_does_not_matter():
    members = [member("a", "Pier of the port will close"), member("b", PLAIN), member("c", "Port to lose a pier")]
    assert name(members) == name(members[::-1])
