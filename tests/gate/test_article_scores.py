import json
from datetime import date

import pytest

import coranto.article
from coranto.gate import run
from coranto.gate.material import article_of, html_page, jittered, rendered, text_page
from coranto.types import Article, Byline, Dated, Refusal

BODY = "The old mill by the river burned down on Friday night."
MORE = "Nobody was hurt, the fire service of the valley said."
HTML = f"""<!DOCTYPE html><html><head><title>Mill burns</title><script>var a = "<p>no</p>";</script></head>
<body><nav><a href="/">Home</a><ul><li>Sport<li>Weather</ul></nav><h1>Mill &amp; barn burn</h1>
<p>{BODY}<br>{MORE}</p><!-- hidden --><style>p {{}}</style><div>More <b>news</b>   below<div>Inner</div>tail</div>
</body></html>"""
ROW = {
    "id": "1", "url": "https://valley.example/mill", "html": HTML, "text": f"{BODY}\n{MORE}",
    "title": "Mill & barn burn", "authors": ["Ada Brand", "Kit Moor"], "date": "2024-03-02T21:00:00+00:00",
    "publisher": "ValleyNews", "crawl_date": "2024-03-03",
}  # fmt: skip


def made(text, **more):
    return Article(
        id="a", page="p", path="1", title=more.get("title", "Mill & barn burn"), text=text,
        outlet=more.get("outlet", "The Valley News"), byline=more.get("byline", (Byline(name="ada brand"),)),
        published=Dated(value=more.get("day", "2024-03-02")),
    )  # fmt: skip


@pytest.fixture
def score(tmp_path, monkeypatch):
    def ask(clean, *rows, name="outlets_dev.jsonl"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        monkeypatch.setattr(coranto.article, "clean", clean, raising=False)
        result = run(tmp_path, "articles")
        rows = [row for row in result.rows if not row.id.startswith(("articles.undated", "articles.dump_date"))]
        return {(row.id.removeprefix("articles."), row.set): (round(row.value, 4), row.n) for row in rows}

    return ask


def test_right_answers(score):
    got = score(lambda page: made(ROW["text"], byline=(Byline(name="Ada Brand"), Byline(name="Kit  Moor"))), ROW)
    assert set(got) == {
        (name, "outlets_dev")
        for name in (
            "text_f1", "dump_f1", "dump_trimmed_f1", "date_acc", "title_acc", "author_f1", "outlet_acc",
        )
    }  # fmt: skip
    assert set(got.values()) == {(1.0, 1)}


def test_refusals_are_empty_answers(score):
    refusal = Refusal(part="article.html.v3", reason="empty", detail="Nothing.", subject="1")
    assert set(score(lambda page: refusal, ROW).values()) == {(0.0, 1)}


def test_wrong_answers(score):
    wrong = made("Other words entirely stand in here", title="Mill", outlet="Valley", day="2024-03", byline=())
    assert set(score(lambda page: wrong, ROW).values()) == {(0.0, 1)}


def test_authors_by_hand_and_only_writers(score):
    byline = (Byline(name="Ada Brand"), Byline(name="Someone"), Byline(name="Pic", role="photographer"))
    got = score(lambda page: made(BODY, byline=byline), ROW)
    assert got["author_f1", "outlets_dev"] == (0.5, 1)


def test_rows_without_a_gold_value_are_not_counted(score):
    bare = {"id": "2", "html": HTML, "text": BODY, "authors": None}
    got = score(lambda page: made(BODY), bare, {"id": "3"})
    assert got == {(name, "outlets_dev"): (1.0, 1) for name in ("text_f1", "dump_f1", "dump_trimmed_f1")}


def test_articles_and_forum_pages_apart(score):
    article, forum = (
        {**ROW, "page_type": "article"},
        {**ROW, "page_type": "forum", "text": "quite other words here"},
    )
    got = score(lambda page: made(ROW["text"]), article, forum, name="wcxb_test.jsonl")
    assert got["text_f1", "wcxb_test"] == (0.5, 2)
    assert got["text_f1", "wcxb_test-articles"] == (1.0, 1)
    assert got["text_f1", "wcxb_test-forums"] == (0.0, 1)


def test_html_and_dump_reach_the_room_as_such(score):
    seen = []

    def clean(page):
        seen.append(page)
        return made("")

    score(clean, ROW)
    assert [(page.media, page.captured) for page in seen[:2]] == [
        ("text/html", "2024-03-03"),
        ("text/plain", "2024-03-03"),
    ]
    assert seen[0].hints.title == seen[1].hints.title == ""
    assert seen[0].body.decode() == HTML


def test_rendering_keeps_all_text_and_no_markup():
    assert rendered(HTML).split("\n") == [
        "Home", "Sport", "Weather", "Mill & barn burn", BODY, MORE, "More news below", "Inner", "tail",
    ]  # fmt: skip


def test_rendering_odd_input():
    assert rendered("") == ""
    assert rendered("no markup") == "no markup"
    assert rendered("<p>one<p>two<table><tr><td>a<td>b") == "one\ntwo\na\nb"
    assert isinstance(rendered("<div>" * 3000 + "deep"), str)


def test_plain_rows_carry_their_hints():
    page = text_page({"id": "h", "title": "T", "outlet": "o.example", "seen": "2020-01-02", "text": "Words."})
    assert (page.media, page.hints.title, page.hints.outlet, page.captured) == (
        "text/plain", "T", "o.example", "2020-01-02",
    )  # fmt: skip
    assert html_page({"html": "\ud800"}).body


def test_an_article_of_a_clean_row():
    article = article_of({"id": "1", "title": "T", "text": "One here. Two there.", "date": "2021-04-22T06:15"})
    assert [article.text[s.start : s.end] for s in article.sentences] == ["One here.", "Two there."]
    assert article.published.start == date(2021, 4, 22)
    assert article_of({}).published.start is None


def test_jitter_is_fixed_and_small():
    moved = [jittered({"id": str(n), "date": "2021-04-22"})["date"] for n in range(40)]
    assert set(moved) == {"2021-04-21", "2021-04-22", "2021-04-23"}
    assert moved == [jittered({"id": str(n), "date": "2021-04-22"})["date"] for n in range(40)]
    assert jittered({"id": "1"}) == {"id": "1"}
