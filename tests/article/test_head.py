"""What the markup says of a page: title, outlet, makers and dates, with what each rests on."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head import jsonld
from coranto.article.head.dates import Stated, address, dated
from coranto.article.head.head import head
from coranto.article.head.headline import Heading, pick
from coranto.article.head.names import bylines
from coranto.article.head.title import without_outlet
from coranto.types import Page


def page(**known: str) -> Page:
    return Page(id="page-0", path="p.html", media="text/html", body=b"", **known)


def read(markup: str, **known: str):
    return head(LexborHTMLParser(markup), page(**known), markup)


def ld(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **node})}</script>'


def names(*raw: str, outlet: str = "Harwick Post") -> list[str]:
    return [one.name for one in bylines([(text, False) for text in raw], outlet)]


def test_json_ld_comes_first():
    markup = (
        ld(headline="Strait open again", datePublished="2024-05-03T07:30:00+02:00", dateModified="2024-05-04",
           author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Ost News Agency"}],
           publisher={"name": "Harwick Post"}, articleSection="World")
        + "<meta name='author' content='Someone Else'><h1>Strait open again</h1>"
    )  # fmt: skip
    known = read(f"<html lang=de><head>{markup}</head></html>")
    told = (known.title, known.outlet, known.section, known.lang)
    assert told == (
        "Strait open again",
        "Harwick Post",
        "World",
        "de",
    )
    assert [(one.name, one.role) for one in known.byline] == [
        ("Ann Lee", "reporter"),
        ("Ost News Agency", "organisation"),
    ]
    assert (known.published.value, known.published.precision, known.published.zone) == (
        "2024-05-03T07:30+02:00",
        "minute",
        "stated",
    )
    assert known.published.evidence[0].where == "json-ld datePublished"
    assert known.updated.value == "2024-05-04"


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "NewsArticle", "headline": "H"} -->',
        '{"@type": "NewsArticle", "headline": "H",}',
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "headline": "H"}]} trailing',
        '[{"@type": "BreadcrumbList"}, {"@type": "http://schema.org/BlogPosting", "headline": "H"}]',
        '{"@type": "NewsArticle", "headline": "H", "text": "line\nbreak"}',
        "//<![CDATA[\n{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;H&quot;}\n//]]>",
    ],
)
def test_sloppy_structured_data_are_read(block):
    found = jsonld.nodes([jsonld.parse(block)])
    assert jsonld.text((jsonld.article(found, "", "") or {}).get("headline")) == "H"


@pytest.mark.parametrize("block", ["", "{", "[" * 90_000, "null", '"text"', "x" * 3_000_000])
def test_broken_structured_data_give_nothing(block):
    assert jsonld.nodes([jsonld.parse(block)]) == []


def test_references_to_persons_are_followed():
    graph = {"@graph": [
        {"@type": "Article", "headline": "H", "author": {"@id": "#ann"}},
        {"@id": "#ann", "@type": "Person", "name": "Ann Lee"},
    ]}  # fmt: skip
    known = read(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert [one.name for one in known.byline] == ["Ann Lee"]


def test_the_heading_wins_where_a_claim_confirms_it():
    claims = {"meta og:title": "Strait open again - Harwick Post", "title": "Strait open again - Harwick Post"}
    assert pick([Heading(text="Harwick Post"), Heading(text="Strait open again")], claims, "Harwick Post") == (
        "Strait open again",
        "h1",
    )
    assert pick([Heading(text="Harwick Post")], claims, "Harwick Post") == ("Strait open again", "meta og:title")
    assert pick([], {}, "") == ("", "")


def test_the_outlet_behind_a_title_is_cut_but_no_part_of_the_title():
    assert without_outlet("Boats sail - Harwick Post", "Harwick Post") == "Boats sail"
    assert without_outlet("Harwick Post | Boats sail", "Harwick Post") == "Boats sail"
    assert without_outlet("Boats sail - at last", "Harwick Post") == "Boats sail - at last"
    assert without_outlet("Ships in 2024: more – or less", "") == "Ships in 2024: more – or less"


def test_names_are_cleaned_and_split():
    assert names("By Ann Lee and Bo Ek") == ["Ann Lee", "Bo Ek"]
    assert names("Von Ann Lee, Bo von Ek und Cy Dee") == ["Ann Lee", "Bo von Ek", "Cy Dee"]
    assert names("Ann Lee, Political Editor") == ["Ann Lee"]
    assert names("Ann Lee | Harwick Post") == ["Ann Lee"]
    assert names("Ann Lee ann@post.example", "ANN LEE") == ["Ann Lee"]
    assert names("이순신") == ["이순신"]


def test_what_is_no_name_gives_none():
    for raw in (
        "admin",
        "Harwick Post",
        "https://post.example/ann",
        "Staff Writer",
        "3 May 2024",
        "",
        "12:30",
        "@ann",
    ):
        assert names(raw) == [], raw


def test_agencies_are_organisations():
    for raw in ("AFP", "Reuters", "Associated Press", "News Desk"):
        assert [one.role for one in bylines([(raw, False)], "Harwick Post")] == ["organisation"], raw


def test_a_printed_byline_serves_where_the_markup_is_silent():
    known = read("<article><div class='byline'>By <a rel='author'>Ann Lee</a> in Harwick</div></article>")
    assert [one.name for one in known.byline] == ["Ann Lee"]
    assert any("Ann Lee" in line for line in known.lines)
    assert read("<div class='author-box'>Read our terms</div>").byline == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T00:00:00Z", "2024-05-03"),
        ("2024-05-03T00:00:00+02:00", "2024-05-03T00:00+02:00"),
        ("2024-05-03 09:05:07.123Z", "2024-05-03T09:05+00:00"),
        ("20240503", "2024-05-03"),
        ("2024/05/03 9:05", "2024-05-03T09:05"),
        ("03.05.2024", "2024-05-03"),
        ("Fri, 03 May 2024 09:05:00 -0400", "2024-05-03T09:05-04:00"),
        ("2024-13-03", ""),
        ("2024-02-31", ""),
        ("1054-01-01", ""),
        ("yesterday", ""),
        ("9" * 5000, ""),
    ],
)
def test_dates_of_markup(words, value):
    found = dated([Stated(words=words, rule="metadata", where="meta date")], "")
    assert found.value == value
    if value:
        assert found.start is not None
        assert found.start.isoformat() == value[:10]


def test_no_date_lies_after_the_capture():
    late = Stated(words="2024-05-09", rule="metadata", where="a")
    sound = Stated(words="2024-05-02", rule="metadata", where="b")
    assert dated([late, sound], "2024-05-03T10:00:00Z").value == "2024-05-02"
    assert dated([late], "2024-05-03").value == ""
    shown = read("<time datetime='2031-01-01'>2031</time>", captured="2024-05-03")
    assert shown.published.value == ""


def test_addresses_give_dates():
    assert address("https://post.example/2024/5/3/strait")[0].words == "2024-05-03"
    assert address("https://post.example/news/20240503-strait.html")[0].words == "2024-05-03"
    assert address("https://post.example/id/12345678901") == []
    assert address("") == []


def test_a_printed_line_gives_the_date_and_stays_as_evidence():
    markup = "<article><h1>Strait open</h1><span class='post-date'>Published 3 May 2024, 09:05</span></article>"
    known = read(markup)
    assert known.published.value.startswith("2024-05-03")
    assert known.published.known == "printed"
    assert any("3 May 2024" in line for line in known.lines)


def test_the_outlet_falls_back_on_the_host():
    assert (
        read("<title>Boats sail</title>", url="https://www.harwickpost.example/a").outlet == "harwickpost.example"
    )
    assert (
        read("<title>Boats sail - Harwick Post</title>", url="https://www.harwickpost.example/a").outlet
        == "Harwick Post"
    )


def test_a_date_near_the_heading_is_found_whatever_its_element_is_called():
    known = read("<body><div><span>3 May 2024</span></div><h1>Strait open</h1><p>Text.</p>", captured="2024-06-01")
    assert (known.published.value, known.published.known) == ("2024-05-03", "printed")
    both = read("<h1>Strait open</h1><i>Updated 9 May 2024</i><i>Published 3 May 2024</i>", captured="2024-06-01")
    assert (both.published.value, both.updated.value) == ("2024-05-03", "2024-05-09")


def test_a_time_element_of_a_change_is_not_the_publication():
    change = "<p>Updated <time datetime='2024-05-09'>9 May</time></p>"
    markup = f"<h1>Strait open</h1>{change}<time datetime='2024-05-03'></time>"
    assert read(markup).published.value == "2024-05-03"


def test_a_mere_year_is_no_date():
    assert (
        read(
            "<h1>Strait open</h1><p>Rates of the quays in 2024</p><footer>Harwick Quays 2024</footer>"
        ).published.value
        == ""
    )


def test_a_change_before_the_publication_is_none():
    known = read(ld(headline="H", datePublished="2024-05-03", dateModified="2024-05-01"))
    assert known.updated.value == ""


def test_a_live_blog_begins_with_its_coverage():
    node = {"@type": "LiveBlogPosting", "headline": "H", "coverageStartTime": "2024-05-03T08:00:00Z"}
    known = read(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    assert known.published.value == "2024-05-03T08:00+00:00"


def test_notes_are_evidence_and_flags():
    markup = (
        ld(headline="Strait open", timeRequired="PT4M")
        + "<p>Correction: the ferry left on Tuesday.</p><p>This article was amended on 4 May 2024.</p>"
        + "<p>First published on 2 May 2024</p><p>The correction of the course took an hour.</p>"
    )
    known = read(markup)
    told = [(one.rule, one.text) for one in known.evidence if one.where == "page"]
    assert told == [
        ("correction note", "Correction: the ferry left on Tuesday."),
        ("correction note", "This article was amended on 4 May 2024."),
        ("first published", "First published on 2 May 2024"),
    ]
    assert known.flags == ("corrected", "republished")
    assert any(one.rule == "read time" and one.text == "PT4M" for one in known.evidence)


def test_a_carrier_is_not_the_outlet_of_what_it_carries():
    site = "<meta property='og:site_name' content='Yahoo News'>"
    markup = site + ld(headline="Strait open", provider={"@type": "Organization", "name": "Harwick Post"})
    known = read(markup, url="https://news.yahoo.com/strait.html")
    assert (known.outlet, known.carrier) == ("Harwick Post", "Yahoo News")
    assert read(site, url="https://news.yahoo.com/strait.html").carrier == ""
    away = site + "<link rel=canonical href='https://www.reuters.com/world/strait'>"
    known = read(away, url="https://news.yahoo.com/strait.html")
    assert (known.outlet, known.carrier) == ("Reuters", "Yahoo News")


def test_a_page_without_an_address_is_of_the_site_whose_name_it_repeats():
    page = "<title>Strait open again - Quay Letters</title><a href=/>Quay Letters</a><h1>Strait open again</h1>{}"
    assert read(page.format("<p>Quay Letters is written in Harwick.</p>")).outlet == "Quay Letters"
    assert read(page.format("")).outlet == ""
