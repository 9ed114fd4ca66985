"""The day of a publication where the outlet is, told by two of a page's clocks."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head.head import head
from coranto.types import Page

MOMENT = '<meta property="article:published_time" content="2024-05-04T02:41:09+00:00">'


def published(markup: str, url: str = "", captured: str = "2026-01-01"):
    page = Page(id="page-0", path="p.html", media="text/html", body=b"", url=url, captured=captured)
    return head(LexborHTMLParser(markup), page, markup).published


def shown(line: str, meta: str = MOMENT) -> str:
    return f"<html><head>{meta}</head><body><h1>Strait open again</h1><p>{line}</p><p>Ships sail.</p></body></html>"


def test_a_printed_clock_tells_the_zone_of_a_moment_in_utc():
    found = published(shown("Published May 3, 2024 9:41 pm"))
    assert (found.value, found.zone) == ("2024-05-03T21:41-05:00", "assumed")
    assert [one.rule for one in found.evidence] == ["metadata", "local day"]


def test_an_address_a_day_off_tells_the_least_offset():
    found = published(shown("Ships"), url="https://quaynotes.example/2024/05/03/strait/")
    assert found.value == "2024-05-03T23:41-03:00"


@pytest.mark.parametrize(
    ("line", "meta"),
    [
        ("Published May 3, 2024 9:17 pm", MOMENT),  # another moment, not another zone
        ("May 3, 2024", MOMENT),  # a bare day may be that of the print edition
        ("May 3, 2024 9:41 pm", MOMENT.replace("+00:00", "+02:00")),  # the zone is stated
        ("Updated May 5, 2024 2:41 am", MOMENT),
    ],
)
def test_otherwise_the_moment_stays_as_stated(line, meta):
    assert published(shown(line, meta)).value.startswith("2024-05-04T02:41")


def test_an_address_that_no_zone_explains_is_not_heard():
    noon = MOMENT.replace("T02:41", "T12:41")
    assert published(shown("Ships", noon), url="https://quaynotes.example/2024/05/03/a/").value[:10] == "2024-05-04"


def test_a_page_that_was_moved_prints_the_older_date():
    assert published(shown("3 May 2011 • 4 min read")).value == "2011-05-03"
    changed = MOMENT + '<meta property="article:modified_time" content="2025-01-02">'
    assert published(shown("3 May 2011", changed)).value[:10] == "2024-05-04"
    assert published(shown("Born on 3 May 2011 in the harbour of Harwick")).value[:10] == "2024-05-04"
    assert published(shown("05/03/2011")).value[:10] == "2024-05-04"


def test_a_date_in_words_in_a_meta_element_is_read():
    meta = '<meta name="date" content="March 27, 2024">'
    assert published(shown("Ships", meta)).value == "2024-03-27"


def test_the_dates_of_comments_come_after_those_of_the_post():
    comment = '<div class="comment-text"><div itemprop="datePublished">2024-06-01 10:00:00Z</div></div>'
    own = '<div><time itemprop="dateCreated" datetime="2012-06-29 10:51:01Z">12 years ago</time></div>'
    assert published(shown("Ships", "") + comment + own).value[:10] == "2012-06-29"
    assert published(shown("Ships", "") + comment).value[:10] == "2024-06-01"
