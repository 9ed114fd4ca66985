"""Pages without an article are refused by what they are, in HTML and as text; what only looks like one is read."""

# ruff: noqa: E501

import pytest
from other_pages import HEADLINES, PAGES, page

from coranto.article import clean
from coranto.article.draft import Piece
from coranto.article.dump.kind import instead
from coranto.article.dump.lines import Labelled
from coranto.article.dump.shape import shape
from coranto.article.dump.text import read_lines
from coranto.gate.material import rendered
from coranto.settings import ArticleOptions
from coranto.types import Article, Page, Refusal

INLINE = ArticleOptions(guard=False)
NO_TEXT = ("scripts", "scripts-empty", "scripts-de", "video")
"""Pages that as text hold nothing, or too little to say more."""


def read(body, media="text/html"):
    return clean(Page(id="page-0", path="p", media=media, body=body.encode()), INLINE)


@pytest.mark.parametrize(("name", "kind", "html"), PAGES, ids=[name for name, _, _ in PAGES])
def test_pages_without_an_article_are_refused_with_what_they_are(name, kind, html):
    got = read(html)
    assert isinstance(got, Refusal), got.text
    assert got.reason == "not-article"
    assert kind in got.detail.lower()


@pytest.mark.parametrize(("name", "kind", "html"), PAGES, ids=[name for name, _, _ in PAGES])
def test_as_text_they_are_refused_too(name, kind, html):
    got = read(rendered(html), "text/plain")
    assert isinstance(got, Refusal), got.text
    detail = got.detail.lower()
    # a text page has no markup to say that a list of headlines was searched for
    told = kind in detail or (kind == "search" and "index" in detail)
    assert told or (name in NO_TEXT and got.reason in ("empty", "not-article"))


def test_there_are_many_in_several_languages():
    assert len(PAGES) >= 48


BODY = [
    "The harbour council voted on Tuesday to widen the old bridge, the mayor's office said in a statement.",
    "Work is to begin in March and to last two years, the council's engineer told reporters after the vote.",
    "Fishers had asked for a wider passage since a trawler struck the pier three winters ago.",
]
BRIEF = BODY[:1]
NEWS = '<meta property="og:type" content="article">'


def told(title, paragraphs, more="", head=""):
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return page(
        f"<nav><a href='/'>Home</a> <a href='/login'>Log in</a></nav><article><h1>{title}</h1>{text}</article>{more}",
        f"{title} | Harwick Post",
        head,
    )


MENU = (
    "<aside><h2>Latest</h2>"
    + "".join(f"<h3><a href='/n/{n}'>{line}</a></h3>" for n, line in enumerate(HEADLINES["en"]))
    + "</aside>"
)
BANNER = "<div class='banner'>We use cookies. We and our partners value your privacy. <button>Accept all cookies</button></div>"
LIST = [f"{n}. {line}" for n, line in enumerate(HEADLINES["en"][:6], 1)]
ARTICLES = {
    "plain": told("Council votes to widen the bridge", BODY),
    "brief": told("Council votes to widen the bridge", BRIEF, "", NEWS),
    "brief-among-headlines": told("Council votes to widen the bridge", BODY[:2], MENU, NEWS),
    "banner": told("Council votes to widen the bridge", BODY[:2], BANNER),
    "login-in-title": told("Log in or stay out: pupils lose their school accounts", BODY),
    "404-in-title": told("404 boats counted in the harbour", BODY),
    "search-in-title": told("Search for the lost trawler goes on", BODY),
    "error-in-title": told("Error in the ferry's engine stopped the crossing", BODY),
    "maintenance-in-title": told("Maintenance of the bridge will cost two million", BODY),
    "about-cookies": told("New rule on cookie banners", [
        "The ministry wants websites to ask only once whether they may set cookies, it said on Tuesday.",
        "Today most pages open with “We use cookies” and a button that reads “Accept all cookies”, the minister said.",
        "The rule is to hold from next spring; sites that do not follow it may be fined up to two million crowns."]),
    "about-robots": told("Shops fight robots", [
        "More shops ask their visitors to prove they are human before they may buy a ticket, a survey says.",
        "“Please verify you are a human” is what one in three customers read last year, the authors told reporters.",
        "The shops say that without the check half of all tickets would go to resellers within a minute."]),
    "cut-by-a-wall": told("Council votes to widen the bridge", BODY, "<p>Subscribe to continue reading. Already a subscriber? Log in.</p>"),
    "parts-with-heads": page("<article><h1>Six things to know about the bridge</h1>" + "".join(
        f"<h2>{head}</h2><p>{BODY[n % 3]} {BODY[(n + 1) % 3]} {BODY[(n + 2) % 3]}</p>" for n, head in enumerate(LIST)) + "</article>",
        "Six things to know about the bridge"),
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_that_look_like_something_else_are_read(name):
    got = read(ARTICLES[name])
    assert isinstance(got, Article), got
    assert "council" in got.text or name.startswith("about")


@pytest.mark.parametrize("name", ARTICLES)
def test_and_as_text(name):
    got = read(rendered(ARTICLES[name]), "text/plain")
    assert isinstance(got, Article), got


@pytest.mark.parametrize(
    "text", ["We use cookies. " * 40_000, "404 " * 100_000, "Log in\n" * 60_000, "| " * 200_000]
)
def test_hostile_text_is_answered(text):
    assert read(text, "text/plain") is not None


def test_the_address_of_one_story_tells_its_stub_from_a_list_of_headlines():
    title = "Harwick council debates wider bridge for trawlers"
    stub = "The Harwick council is to debate a wider bridge for the trawlers of the bay, its mayor said on Monday."
    found = [Piece(kind="body", text=stub)]
    labelled = [
        Labelled(line=line, label="body" if line.text == stub else "boiler", chance=0.5, shape=shape(line.text))
        for line in read_lines("\n\n".join((title, stub, *HEADLINES["en"])))
    ]
    address = "https://post.example/news/harwick-council-debates-wider-bridge"
    assert instead(labelled, title, found, address) == ""
    for url in ("", "https://post.example/news/", "https://post.example/", "http://[post.example"):
        assert "index" in instead(labelled, title, found, url), url
