"""HTML pages become drafts: text, head and kind; pages without an article are refused."""

import pytest

from coranto.article.draft import Piece
from coranto.article.html.door import draft_html
from coranto.article.html.inserts import is_insert
from coranto.article.html.margin import parted
from coranto.article.html.read import depth
from coranto.settings import ArticleOptions
from coranto.types import Page, Refusal

INLINE = ArticleOptions(guard=False)

LEDE = "The foreign ministers of Ostland and Veria met in Harwick on Tuesday to end a long quarrel over fishing."
REST = [
    "They agreed to open the strait to boats of both countries from the first of June, officials said.",
    "A commission of six will draw the line in the water; it is to report before the end of the year.",
    "The harbour town had been closed to Verian boats since a collision in which two sailors drowned.",
]


def page(body: str | bytes, **known: str) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page(id="page-0", path="p.html", media="text/html", body=raw, **known)


def html(head: str = "", body: str = "", title: str = "Ministers reopen the strait | Harwick Post") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in (LEDE, *REST))
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home"
        f"</a></nav><article><h1>Ministers reopen the strait</h1>{body}{paragraphs}</article>"
        "<footer>© 2024 Harwick Post Ltd. All rights reserved.</footer></body></html>"
    )


def read(body: str | bytes, **known: str):
    return draft_html(page(body, **known), INLINE)


def test_the_text_is_the_paragraphs_without_furniture():
    draft = read(html(body="<p>ALSO READ: Storm closes the harbour</p>"))
    assert [piece.text for piece in draft.pieces] == [LEDE, *REST]
    assert draft.title == "Ministers reopen the strait"
    assert draft.lang == "en"
    assert any("Harwick Post Ltd" in line for line in draft.margin)


def test_headings_and_list_items_keep_their_kind():
    listed = "<ul><li>Boats of both countries may pass.</li><li>Six draw a line.</li></ul>"
    body = f"<p>{LEDE}</p><h2>What was agreed</h2>{listed}"
    kinds = [piece.kind for piece in read(html(body=body)).pieces]
    assert kinds.count("head") == 1
    assert kinds.count("bullet") == 2


def test_inserts_are_told_by_their_opening_and_form():
    for line in (
        "ALSO READ: Storm closes the harbour",
        "Read more",
        "Lesen Sie auch: Sturm im Hafen",
        "ADVERTISEMENT",
    ):
        assert is_insert(line), line
    for line in (
        "Related to this, the minister said, was the price of fish.",
        "Watch towers stood on both shores.",
    ):
        assert not is_insert(line), line


def test_structured_data_bring_back_a_half_that_was_missed():
    late = "".join(f"<p>{text}</p>" for text in REST)
    long = " ".join([LEDE, *REST])
    ld = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ministers reopen the strait", '
        f'"articleBody": "{long}"}}</script>'
    )
    split = (
        f"<html><head><title>Ministers reopen the strait</title>{ld}</head><body><article><p>{LEDE}</p></article>"
    )
    split += f"<div class='teaser-list'>{late}</div></body></html>"
    assert [piece.text for piece in read(split).pieces] == [LEDE, *REST]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("<html></html>", "empty"),
        ("<html><head><title>404 Not Found</title></head><body><p>It is gone.</p></body></html>", None),
        ("<html><title>Clip</title><body><video src='a.mp4'></video><p>Watch it here.</p></body></html>", None),
        ("<html><title>Post</title><body><p>We value your privacy. Accept all cookies to go on reading "
         "the articles of the Harwick Post and of all its partners.</p></body></html>", None),
    ],
)  # fmt: skip
def test_pages_without_an_article_are_refused(body, reason):
    got = read(body)
    assert isinstance(got, Refusal)
    assert got.reason == (reason or "not-article")
    assert got.subject == "p.html"


def test_a_front_page_is_no_article():
    teasers = "".join(
        f"<h3><a href='/{n}'>Headline {n} about the strait</a></h3><p>In short {n}</p>" for n in range(40)
    )
    front = f"<html><head><title>Harwick Post</title></head><body><main>{teasers}</main></body></html>"
    got = read(front)
    assert isinstance(got, Refusal)
    assert got.reason == "not-article"


def test_forum_and_live_pages_are_told_by_their_markup():
    forum = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "headline": "x"}</script>'
    live = (
        '<script type="application/ld+json">{"@type": ["NewsArticle", "LiveBlogPosting"], "headline": "x"}</script>'
    )
    generator = '<meta name="generator" content="Discourse 3.2">'
    assert [read(html(head)).kind for head in (forum, live, generator, "")] == ["forum", "live", "forum", "news"]


def test_the_deepest_nesting_is_counted_without_void_elements():
    assert depth("<div><p><br><p><img><div></div></div>") == 2
    got = read("<div>" * 100_000 + LEDE)
    assert isinstance(got, Refusal)
    assert got.reason == "not-article"


def test_a_wrong_charset_and_stray_zeros_do_no_harm():
    text = html().replace("Ostland", "Östland")
    for body, declared in (
        (text.encode(), "iso-8859-1"),
        (text.encode("cp1252"), ""),
        (text.encode("utf-16"), "utf-8"),
        (text.replace("quarrel", "quar\0rel").encode(), "nonsense"),
    ):
        assert "Östland and Veria" in read(body, charset=declared).pieces[0].text


@pytest.mark.parametrize(
    "body",
    ["<" * 300_000, '"' * 300_000, "<p " + "a=1 " * 90_000, "<!--" + "-" * 300_000, "<p>" * 20_000, "7 " * 150_000,
     "<script type='application/ld+json'>" + '{"a":' * 60_000, "<time datetime='" + "2024-" * 60_000 + "'>",
     "<b class=byline>By " + "A and " * 60_000, "<title>" + " | " * 90_000, "&" * 300_000,
     "<meta name=author content='" + ", " * 90_000],
)  # fmt: skip
def test_hostile_pages_end_in_good_time(body):
    assert read(body) is not None


def test_reading_twice_gives_the_same():
    body = html("<meta name='author' content='Ann Lee'>")
    assert read(body) == read(body)


def test_bylines_dates_and_photo_credits_go_to_the_margin():
    lines = ("By Ann Lee", "Updated: 3 May 2024, 09:05", "Photo: Ost News Agency", LEDE, "By June all will open.")
    text, margin = parted([Piece(kind="body", text=line) for line in lines])
    assert margin == ["By Ann Lee", "Updated: 3 May 2024, 09:05", "Photo: Ost News Agency"]
    assert [piece.text for piece in text] == [LEDE, "By June all will open."]


def test_the_lines_behind_the_text_are_handed_on():
    body = html().replace("</article>", "</article><div class='gate'>Subscribe to read on</div>")
    assert read(body).after[0] == "Subscribe to read on"


def test_a_forum_page_gives_its_posts():
    said = (
        "The strait is open again, my cousin sailed through this morning.",
        "Good news; the fish will be cheaper.",
    )
    post = "<div class='postbody'><p class='author'>x</p><div class='content'>{}</div></div>"
    posts = "".join(map(post.format, said))
    body = f"<html><head><title>Strait open?</title></head><body><h1>Strait open?</h1>{posts}</body></html>"
    draft = read(body, url="https://forum.post.example/viewtopic.php?t=1")
    assert draft.kind == "forum"
    assert [(piece.kind, piece.text) for piece in draft.pieces] == [("post", one) for one in said]


def thread(*posts: tuple[str, str]) -> str:
    post = (
        "<div class='post'><dl class='postprofile'><dt><a class='username'>{}</a></dt></dl><div class='postbody'>"
    )
    post += "<div class='content'>{}</div></div></div>"
    inside = "".join(post.format(*one) for one in posts)
    return f"<html><head><title>Strait open?</title></head><body><h1>Strait open?</h1>{inside}</body></html>"


FIRST = ("old_bosun", "The strait is open again, my cousin sailed through this morning.<br>He saw no ice at all.")
SECOND = ("Ada", "Good news; the fish will be cheaper in Harwick next week.")


def test_posts_are_labelled_with_their_makers():
    draft = read(thread(FIRST, SECOND), url="https://forum.post.example/viewtopic.php?t=1")
    assert [piece.label for piece in draft.pieces] == ["old_bosun", "old_bosun", "Ada"]


def test_posts_are_not_labelled_where_one_has_no_maker():
    draft = read(thread(FIRST, ("", SECOND[1])), url="https://forum.post.example/viewtopic.php?t=1")
    assert {piece.label for piece in draft.pieces} == {""}
