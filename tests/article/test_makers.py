"""The makers of a page: whom the markup states, whom the page prints, and whom neither names."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head.makers import makers, signed
from coranto.article.head.markup import read
from coranto.article.head.names import bylines, is_own, like_person, printed


def made(markup: str, outlet: str = "Harwick Post", url: str = "") -> list[tuple[str, str]]:
    known = read(LexborHTMLParser(markup), markup, url)
    return [(one.name, one.role) for one in makers(known, outlet)[0]]


def ld(*authors: object) -> str:
    node = {"@type": "NewsArticle", "headline": "H", "author": list(authors)}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


LONG = "<p>The ferry sailed at nine o'clock, and nobody on the quay of Harwick could say why it had.</p>"
NAMES = ("Ann", "Bob", "Carl", "Dora", "Eva", "Finn", "Gus")
TEASERS = "".join(f"<li><a href='/author/{n}'>{n} Lee</a></li>" for n in NAMES)
PERSON, HOUSE = {"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Harwick Post"}


def test_a_list_of_authors_keeps_the_outlet_beside_a_person():
    assert made(ld(PERSON, HOUSE)) == [("Ann Lee", "reporter"), ("Harwick Post", "organisation")]


def test_the_outlet_alone_is_the_maker_only_where_the_page_prints_nobody():
    assert made(ld(HOUSE)) == [("Harwick Post", "organisation")]
    assert made(ld(HOUSE) + "<div class=byline>By Bo Ek</div>") == [("Bo Ek", "reporter")]


def test_an_agency_as_author_stands_whatever_name_is_printed_elsewhere():
    agency = {"@type": "Organization", "name": "Reuters"}
    assert made(ld(agency) + "<p class=author>Bo Ek</p>") == [("Reuters", "organisation")]


@pytest.mark.parametrize(
    "printed_line",
    [
        "<p>By Ann Lee</p>",
        "<p>By <a href='/x'>Ann Lee</a></p>",
        "<h5>Written by Ann Lee</h5>",
        "<div>Von Ann Lee</div>",
        "<span>Text: Ann Lee</span>",
        "<li><strong>Autorin/Autor</strong> Ann Lee</li>",
        "<div><a href='/author/ann-lee'>Ann Lee</a></div>",
        f"<p><strong>Ann Lee</strong></p>{LONG}",
    ],
)
def test_persons_are_found_where_no_element_is_named_a_byline(printed_line):
    assert made(f"<body><h1>Strait open again</h1>{printed_line}") == [("Ann Lee", "reporter")]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Legal Disclaimer</strong></p>",
        "<p><strong>What happened?</strong></p>",
        "<p>By Monday the ferry had sailed.</p>",
        "<p>By The Harbour</p>",
        f"{LONG}<p><b>Ann Lee</b></p>",
        f"<ul>{TEASERS}</ul>",
        "<aside><a href='/author/ann-lee'>Ann Lee</a></aside>",
        "<p>By Email The Author</p>",
        "<span class=author>Minutes Ago</span>",
    ],
)
def test_nobody_is_invented(line):
    assert made(f"<body><h1>Strait open again</h1>{line}") == []


def test_two_persons_in_one_line_of_links_or_behind_a_slash_are_two():
    links = "<ul><li><a href='/author/a'>Ann Lee</a></li><li><a href='/author/b'>Bob Ek</a></li></ul>"
    assert [name for name, _ in made(f"<h1>H</h1>{links}")] == ["Ann Lee", "Bob Ek"]
    bold = "<p><strong>Ann Lee/Bob Ek</strong></p>"
    assert [name for name, _ in made(f"<h1>H</h1>{bold}")] == ["Ann Lee", "Bob Ek"]


def test_who_opens_a_thread_is_a_contributor():
    markup = "<div class=message-userDetails><a class=username>saltwife</a></div><a class=username>old_bosun</a>"
    assert made(markup) == [("saltwife", "contributor")]


def test_roles_are_named_by_the_words_before_a_name():
    found = bylines([("By Ann Lee; Editing by Bob Ek; Photographs by Cy Dee", False)], "")
    assert [(one.name, one.role) for one in found] == [
        ("Ann Lee", "reporter"), ("Bob Ek", "editor"), ("Cy Dee", "photographer"),
    ]  # fmt: skip


def test_a_role_behind_a_name_is_cut_where_a_language_puts_it_there():
    assert [one.name for one in bylines([("이순신 기자", False)], "")] == ["이순신"]
    assert [one.name for one in printed(["松下花子記者"], "")] == ["松下花子"]


def test_accounts_are_no_names():
    for raw in ("ann-lee2", "NOC Admin", "lee99", "wordpress"):
        assert bylines([(raw, False)], "") == (), raw


def test_an_outlet_knows_its_own_accounts_and_desks():
    for name in ("Harwick Post", "HARWICK POST", "The Harwick Post", "Harwick Post Desk"):
        assert is_own(name, "Harwick Post"), name
    assert is_own("ABC", "ABC Harbour News")
    assert not is_own("Ann Lee", "Harwick Post")


def test_a_person_with_a_site_of_her_own_name_is_a_person():
    assert bylines([("Anna Lee", False)], "Anna Lee", own=True)[0].role == "reporter"


def test_like_a_person():
    for name in ("Ann Lee", "Mohloai Mpesi", "Bo von Ek", "J. R. Quayle", "松下花子", "Rose West"):
        assert like_person(name), name
    for name in ("Ann", "Best Practices", "Hudson Valley", "Ann Lee 3", "ann lee", "Read More", "What now?"):
        assert not like_person(name), name


def test_hostile_bylines_take_linear_time():
    for junk in (
        ">By " * 100_000,
        "By Ann Lee and " * 20_000,
        "<p><b>" + "A" * 500_000,
        "<p><b>A</b></p>" * 20_000,
    ):
        made(f"<h1>H</h1>{junk}")


def test_a_link_in_a_paragraph_to_another_site_or_behind_a_strange_label_is_no_byline():
    url = "https://quaynotes.example/a"
    body = "<h1>Strait open again</h1><article>{}<p>Ships sail again.</p></article>"
    prose = "<p>All of it was found by many, among them <a href='/profile/ann-lee'>Ann Lee</a>, {}.</p>"
    prose = prose.format("who teaches the building of ships at the school of Harwick")
    for inside in (
        prose,
        "<p><a href='https://school.example/staff/ann-lee'>Ann Lee</a></p>",
        "<li>Contact: <a href='/authors/ann-lee'>Ann Lee</a></li>",
    ):
        assert made(body.format(inside), url=url) == []
    assert made(body.format("<p>Author: <a href='/authors/ann-lee'>Ann Lee</a></p>"), url=url) == [
        ("Ann Lee", "reporter")
    ]


def test_who_asked_comes_before_who_edited():
    card = "<div class='post-signature {}'><div class='user-details'><a href='/users/1'>{}</a></div></div>"
    body = (
        f"<h1>Rope?</h1><div class='question'>{card.format('', 'Editor')}{card.format('owner', 'old_bosun')}</div>"
    )
    assert made(body) == [("old_bosun", "contributor")]


def test_a_card_names_the_maker_by_its_label():
    card = "<meta name='twitter:label1' content='{}'><meta name='twitter:data1' content='Ann Lee'><h1>Strait</h1>"
    assert made(card.format("Written by")) == made(card.format("Verfasst von")) == [("Ann Lee", "reporter")]
    assert made(card.format("Est. reading time")) == []


def test_the_poster_is_the_first_link_with_a_name():
    post = "<div class=postprofile><dt><a href=/m/1><img src=a.png></a><a href=/m/1>old_bosun</a></dt></div>"
    assert made("<h1>Rope?</h1>" + post) == [("old_bosun", "contributor")]
    node = "<li component='post'><div itemprop='author'><meta itemprop='name' content='ada7'></div></li>"
    assert made("<h1>Rope?</h1>" + node) == [("ada7", "contributor")]


def test_a_date_line_may_name_the_makers():
    assert [one.name for one in signed(["Published 3 May 2024 by Ann Lee and Bo Ek"], "")] == ["Ann Lee", "Bo Ek"]
    assert signed(["Published 3 May 2024 by the harbour board", "By 3 May 2024", "Posted 3 May 2024"], "") == ()
