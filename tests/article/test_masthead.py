"""Publishers by their mastheads, kinds of pages, credits of agencies that no row has; pages that do harm."""

import time

import pytest

from coranto.article import clean
from coranto.article.masthead import is_release, is_roundup, masthead, row_of
from coranto.settings import ArticleOptions
from coranto.types import Article, Page, Refusal

LEAD = "The harbour board said on Monday that it would widen the northern lock by next spring for larger ships."
MORE = "Engineers told the board that the gates had been built for vessels half as long as those of today."
LAST = "The work will cost forty million crowns, and the ministry will pay for a third of it, officials said."
BODY = f"{LEAD}\n\n{MORE}\n\n{LAST}"
TITLE = "Harbour board to widen its northern lock"


def page(text, media="text/plain", **claims):
    body = text.encode() if isinstance(text, str) else text
    return Page(id="page-1", path="a", media=media, body=body, **claims)


def article(text, media="text/plain", **claims):
    made = clean(page(text, media, **claims))
    assert isinstance(made, Article), made
    return made


@pytest.mark.parametrize(
    "line",
    ["The Quay Gazette", "QUAY GAZETTE", "Küstenblatt", "Diario del Puerto", "Sealand News Agency", "Isle Wire"],
)
def test_names_of_papers_have_a_form(line):
    assert row_of(line) is not None


@pytest.mark.parametrize(
    "line",
    ["Latest News", "World", "Press", "Share this post", "He read the Times.", "Times: 4", "More News", "", "Post"],
)
def test_other_lines_do_not(line):
    assert row_of(line) is None


def test_a_masthead_is_sure_when_the_page_prints_it_again():
    sure = article(
        f"THE QUAY GAZETTE\nMay 4, 2021\n\n{TITLE}\n\nBy Ana Bell\n\n{BODY}\n\nMore from The Quay Gazette\n"
    )
    assert sure.outlet == "The Quay Gazette" and sure.title == TITLE and "outlet_inferred" not in sure.flags
    alone = article(f"THE QUAY GAZETTE\nMay 4, 2021\n\n{TITLE}\n\nBy Ana Bell\n\n{BODY}\n")
    assert alone.outlet == "The Quay Gazette" and "outlet_inferred" in alone.flags
    assert any("masthead" in one.rule for one in alone.evidence)


def test_plain_words_need_a_rights_line():
    assert not masthead([(1, "Harbour News"), (2, TITLE), (3, LEAD)]).name
    assert masthead([(1, "Harbour News"), (2, TITLE), (3, LEAD), (4, "© 2021 Harbour News")]).name == "Harbour News"


def test_an_app_around_a_page_is_its_carrier():
    made = article(
        "NewsCrate\nStart your free trial\nThe Quay Gazette\nThe Quay Gazette\nWorld\nAna Bell\n\n"
        f"{TITLE}\n\n{BODY}\n"
    )
    assert (made.outlet, made.carrier, made.title) == ("The Quay Gazette", "NewsCrate", TITLE)


def test_an_agency_is_told_by_its_dateline():
    made = article(f"Boreal Wire\nPORTO, May 4 (Boreal) - {BODY}\n")
    assert made.kind == "agency" and made.outlet == "Boreal Wire" and made.title == "" and "no_title" in made.flags
    assert [(one.agency, one.kind) for one in made.credits] == [("Boreal Wire", "dateline")]


def test_agencies_that_no_row_has_are_credited_by_their_place():
    assert [one.agency for one in article(f"{TITLE}\n\nPORTO, May 4 (Boreal) -- {BODY}").credits] == ["Boreal"]
    assert [one.agency for one in article(f"{TITLE}\n\n{BODY} (Boreal)").credits] == ["Boreal"]
    assert not article(f"{TITLE}\n\n{BODY} (Ends)").credits


def test_a_ministry_and_its_release():
    made = article(f"Ministry of Harbours of Sealand\nPress release | 4 May 2021\n\n{TITLE}\n\n{BODY}\n")
    assert (made.kind, made.outlet, made.title) == ("ministry", "Ministry of Harbours of Sealand", TITLE)
    assert is_release("PRESS RELEASE") and not is_release(
        "Press releases pile up on the quay, and nobody reads them"
    )


def test_a_roundup_is_named_by_its_head_not_by_its_first_item():
    made = article(
        f"The Quay Gazette\nThe week in brief\nMay 4, 2021\n\nLOCK WIDENED\n{LEAD}\n\nGATES OLD\n{MORE}\n\n"
        f"BILL SHARED\n{LAST}\n\n© 2021 The Quay Gazette\n"
    )
    assert made.kind == "roundup" and made.title == "The week in brief"
    assert "LOCK WIDENED" in made.text and LAST in made.text
    assert not is_roundup("In brief remarks the minister praised the lock and all who had built it over the years")


def test_capitals_inside_one_story_make_no_roundup():
    made = article(f"{TITLE}\n\n{LEAD}\n\nTHE GATES\n{MORE}\n\nTHE BILL\n{LAST}\n")
    assert made.kind == "news" and made.title == TITLE


def test_marks_of_a_forum_make_a_forum_page():
    made = article(f"{TITLE}\n\nDeckhand\n212 4,051\nHome port\n{TITLE}, board says\n\n{BODY}\n\nTop Bottom\n")
    assert made.kind == "forum" and made.byline == ()


def test_the_headline_stands_above_its_standfirst():
    made = article(
        f"{TITLE}\nEngineers say the gates of the northern lock suit ships half as long\nBy Ana Bell\n\n{BODY}\n"
    )
    assert made.title == TITLE


@pytest.mark.parametrize(
    "text",
    ["A b\n" * 200_000, "HARBOUR TIMES\n" * 60_000, "more from\n" * 60_000, "By A B\n" * 60_000, "(A " * 300_000,
     "BERGEN (Xa " * 100_000, '"' * 1_000_000, "© " * 300_000, "\0" * 1_000_000, "12 March 2024\n" * 40_000],
)  # fmt: skip
def test_hostile_text_ends_in_good_time(text):
    begun = time.process_time()
    assert isinstance(clean(page(text, url="https://www.quaygazette.example/1")), (Article, Refusal))
    assert time.process_time() - begun < 12


def test_text_from_right_to_left_and_zeros_are_read():
    sentence = (
        "قال مجلس الميناء يوم الاثنين إنه سيوسع البوابة الشمالية بحلول الربيع المقبل للسفن الكبيرة في المدينة."
    )
    more = "وأضاف المجلس في بيان له أن العمل سيكلف أربعين مليون كرونة وأن الوزارة ستدفع ثلث هذا المبلغ."
    made = article(f"\u202b{sentence}\n\n{more}")
    assert sentence in made.text and "\u202b" not in made.text
    assert article(BODY.replace(", ", "\0, ")).text == BODY
    assert isinstance(clean(page(BODY.replace(" ", "\0 "))), Refusal)  # zeros between all words: no text


def test_markup_beyond_reason_is_refused_by_name():
    limits = ArticleOptions(seconds=1.0)
    for body in ("<div>" * 100_000 + LEAD, "<script>" + "var a=1;" * 200_000 + "</script>"):
        got = clean(page(body, "text/html"), limits)
        assert isinstance(got, Refusal) and got.reason in ("not-article", "empty") and got.detail
    huge = clean(page(f"<p>{LEAD}</p>\n" * 120_000, "text/html"), limits)
    assert isinstance(huge, Article) or huge.reason in ("time-out", "out-of-memory")


def test_two_articles_on_a_page_give_one_or_both_but_no_furniture():
    body = f"<html><title>{TITLE}</title><body><nav>Home Boats</nav><article><h1>{TITLE}</h1><p>{LEAD}</p>"
    body += f"<p>{MORE}</p></article><article><h2>Ferry fares go up</h2><p>{LAST}</p></article>"
    made = article(f"{body}<footer>Privacy</footer></body></html>", media="text/html")
    assert (
        made.title == TITLE and LEAD in made.text and "Privacy" not in made.text and "Home Boats" not in made.text
    )
