"""The headline of a page by a vote of the places that write it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head.headline import Heading, headings, pick
from coranto.article.head.title import topic

OG, LD, HTML = "meta og:title", "json-ld headline", "title"


def h1(text: str, *parts: str, aside: bool = False) -> Heading:
    return Heading(text=text, parts=parts or (text,), aside=aside)


def test_a_heading_in_other_words_than_the_meta_elements_is_the_headline():
    claims = {OG: "Harbour strike guide 2024 for travellers", HTML: "Harbour strike guide 2024 for travellers"}
    seen = [h1("Your guide to the harbour strike: all travellers must know")]
    assert pick(seen, claims, "")[0] == seen[0].text


def test_the_name_of_the_site_as_heading_is_not():
    claims = {OG: "Strait open again after a week", HTML: "Strait open again after a week"}
    assert pick([h1("Harwick Post")], claims, "")[0] == claims[OG]
    assert pick([h1("Quay Letters by Ann Lee and Friends of Ships")], claims, "")[0] == claims[OG]


def test_on_a_page_that_states_news_a_differing_heading_does_not_overrule_what_two_places_state():
    claims = {OG: "Strait open again after a long week", LD: "Strait open again after a long week"}
    other = [h1("Strait open: what the long week meant for ships")]
    assert pick(other, claims, "", news=True)[0] == claims[OG]
    assert pick(other, claims, "")[0] == other[0].text


def test_a_kicker_in_an_element_of_its_own_is_cut_where_a_claim_has_none():
    claims = {OG: "Ferries sail at half past nine", HTML: "Ferries sail at half past nine"}
    found = [h1("Shipping Ferries sail at half past nine", "Shipping", "Ferries sail at half past nine")]
    assert pick(found, claims, "") == ("Ferries sail at half past nine", "meta og:title")


def test_words_behind_a_separator_that_only_the_heading_has_are_cut():
    claims = {OG: "Ferries sail at half past nine", HTML: "Ferries sail at half past nine"}
    assert pick([h1("Ferries sail at half past nine – Shipping")], claims, "")[0] == claims[OG]


def test_all_elements_before_the_headline_are_cut_where_a_claim_has_none():
    claims = {OG: "Ferries sail at half past nine"}
    found = [h1("May 3 2024 Ferries sail at half past nine", "May", "3", "2024", "Ferries sail at half past nine")]
    assert pick(found, claims, "")[0] == claims[OG]


def test_what_most_places_have_behind_the_headline_that_one_holds_alone_is_cut():
    claims = {
        "meta headline": "Ferries sail late",
        OG: "Ferries sail late-Ports|Quay News",
        HTML: "Ferries sail late-Ports",
    }
    assert pick([], claims, "")[0] == "Ferries sail late"
    claims["meta headline"] = "Ferries sail"
    assert pick([], claims, "")[0].startswith("Ferries sail late-Ports")


def test_the_only_heading_is_the_headline_of_a_page_whose_title_says_something_else():
    claims = {HTML: "The heart of the harbour"}
    assert pick([h1("Which ferry is best with three dogs?")], claims, "")[0].startswith("Which ferry")
    assert pick([h1("Quay News")], claims, "")[0] == claims[HTML]
    assert pick([h1("Which ferry is best with three dogs?"), h1("More of this")], claims, "")[0] == claims[HTML]


def test_a_paragraph_in_a_heading_is_no_headline():
    claims = {OG: "Ten best ferries of the northern ports"}
    long = "Learn which ferries of the northern ports are best, and when they sail. " * 3
    assert pick([h1(long)], claims, "")[0] == claims[OG]


@pytest.mark.parametrize(
    "title",
    [
        "Ferries with three dogs / Travel Talk / Quay Forums",
        "Quay Forums • View topic - Ferries with three dogs",
        "Quay Forums - Thema anzeigen - Ferries with three dogs",
    ],
)
def test_the_path_that_forum_programs_write_in_the_title_is_cut(title):
    assert topic(title) == "Ferries with three dogs"


def test_a_stroke_or_a_colon_alone_is_no_path():
    assert topic("Ferries / Trains") == "Ferries / Trains"
    assert topic("Ferries and dogs - a view") == "Ferries and dogs - a view"


def test_a_heading_keeps_the_marks_that_its_elements_lost():
    claims = {OG: "Info - Ferries of 2024"}
    assert pick([h1("Info Ferries of 2024", "Info", "Ferries of 2024")], claims, "")[0] == "Info - Ferries of 2024"


def test_of_two_stated_headlines_the_one_that_the_page_shows_wins():
    latest = "Mayor Brand: latest on the harbour vote"
    claims = {OG: "Why the mayor wavers", LD: latest, HTML: latest}
    seo = [h1(claims[LD])]
    shown = f"<body><h1>{claims[LD]}</h1><h2><span>\n Why the mayor wavers </span></h2>"
    assert pick(seo, claims, "", news=True, html=shown)[0] == claims[OG]
    linked = f"<body><h1>{claims[LD]}</h1><a href=/>Why the mayor wavers</a><title>Why the mayor wavers</title>"
    assert pick(seo, claims, "", news=True, html=linked)[0] == claims[LD]


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><ol><li><h1>Words</h1></li></ol></nav>",
        "<h1 class='breadcrumb__headline'>Words</h1>",
        "<h1 class='sr-only'>Words</h1>",
        "<div class='site-title'><h1>Words</h1></div>",
        "<h1 data-breadcrumb-headline>Words</h1>",
    ],
)
def test_hidden_headings_and_those_of_the_site_stand_aside(markup):
    assert [one.aside for one in headings(LexborHTMLParser(markup))] == [True]


def test_the_headings_of_the_article_do_not_stand_aside():
    markup = "<main><div class='widget'><h1>Words</h1></div></main>"
    assert [
        one.aside for one in headings(LexborHTMLParser("<article><h1 class=headline>Words</h1></article>"))
    ] == [False]
    assert headings(LexborHTMLParser(markup))[0].aside


def test_a_megabyte_of_separators_is_no_trouble():
    assert pick([h1("a | " * 300_000)], {OG: "a - " * 300_000, HTML: "b"}, "c", html="<p>" * 300_000)[0]
