"""The archive: opening, upgrading, refusing strangers, transactions, rows in order of time, search."""

import sqlite3
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.errors import ArchiveError, NotFound, UsageError
from coranto.store import Archive, ArticleRow, FactRow, Filter, PageRow
from coranto.store.migrations import MIGRATIONS
from coranto.store.rows import minutes, number
from coranto.store.search import parse
from coranto.store.words import indexed
from coranto.types import Article, CopyEdge, Refusal
from coranto.types.codec import to_json


def article_row(ident, moment="2024-03-12", title="Boats", text="Boats left.", **more):
    article = Article(id=ident, page=f"page-{ident}", path="x", title=title, outlet="Ledger", text=text)
    line = to_json({"id": ident, "published": {"known": "none"}})
    filled = {"keys": ("outlet:ledger",), "slot_keys": ("term:boat",), "page": article.page} | more
    return ArticleRow(id=ident, moment=moment, outlet="Ledger", title=title, text=text, body=to_json(article),
                      line=line, reading=b"{}", print=b"{}", slots=b"{}", **filled)  # fmt: skip


def fact(ident, moment="2024-03-12", unit="lin-1", keys=("actor:NOR",), kind="event", words=""):
    return FactRow(
        id=ident, kind=kind, unit=unit, moment=moment, body=to_json({"id": ident}), keys=keys, words=words
    )


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path / "a.coranto") as opened:
        yield opened


def test_a_new_archive_is_upgraded_and_sound(archive):
    assert archive.db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert archive.check() == ()
    assert set(archive.counts().values()) == {0}


def test_an_archive_opens_again(tmp_path):
    with Archive(tmp_path / "a.coranto") as one, one.write():
        one.put_refusals([Refusal(part="p.v1", reason="empty", detail="d", subject="s")])
    with Archive(tmp_path / "a.coranto", make=False) as two:
        assert [refusal.subject for refusal in two.refusals(9)] == ["s"]


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look at" * 50, b"\0" * 4096])
def test_a_stranger_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "stranger"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="stranger"):
        Archive(path)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE cats (name TEXT)")
    db.close()
    with pytest.raises(ArchiveError, match="not a coranto archive"):
        Archive(path)


def test_a_newer_archive_is_refused(tmp_path):
    path = tmp_path / "new.coranto"
    with Archive(path) as archive:
        archive.db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(ArchiveError, match="newer coranto"):
        Archive(path)


def test_a_missing_archive_says_how_to_make_one(tmp_path):
    with pytest.raises(ArchiveError, match="coranto read"):
        Archive(tmp_path / "none.coranto", make=False)


def test_a_folder_and_a_path_below_a_file_are_refused(tmp_path):
    with pytest.raises(ArchiveError, match="folder"):
        Archive(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="Can't make"):
        Archive(tmp_path / "file" / "a.coranto")


def test_a_failed_transaction_keeps_nothing(archive):
    class Stopped(BaseException):
        pass

    with pytest.raises(Stopped), archive.write():
        archive.put_articles([article_row("art-1")])
        raise Stopped
    assert archive.counts()["article"] == 0


def test_articles_are_upserts_and_the_lower_page_stands(archive):
    with archive.write():
        archive.put_articles([article_row("art-1", page="page-b"), article_row("art-1", page="page-b")])
        archive.put_articles([article_row("art-1", page="page-a"), article_row("art-1", page="page-c")])
    assert archive.db.execute("SELECT page FROM article").fetchall() == [("page-a",)]
    assert archive.db.execute("SELECT count(*) FROM article_text WHERE article_text MATCH 'boats'").fetchone() == (
        1,
    )


def test_pages_keep_the_first_path_whatever_the_order(archive):
    rows = [
        PageRow(id="page-1", path=path, url="", state="article", article="art-1", line="l")
        for path in ("b", "a", "c")
    ]
    with archive.write():
        archive.put_pages(rows)
    assert archive.db.execute("SELECT path FROM page").fetchall() == [("a",)]


def test_facts_are_replaced_with_their_keys_and_words(archive):
    with archive.write():
        archive.replace_facts(
            "lin-1", ["event", "statement"], [fact("evt-1"), fact("say-1", kind="statement", words="tall ships")]
        )
        archive.replace_facts("lin-1", ["event", "statement"], [fact("evt-2", keys=("actor:ISL",))])
    assert [ident for ident, _ in archive.find("event", Filter()).items] == ["evt-2"]
    assert archive.find("event", Filter(keys=("actor:NOR",))).items == ()
    assert archive.said("tall ships") == []
    with pytest.raises(NotFound):
        archive.fact("evt-1")


def test_a_fact_that_changes_its_unit_stands_once(archive):
    with archive.write():
        archive.replace_facts("sto-1", ["event"], [fact("evt-1", unit="sto-1")])
        archive.replace_facts("lin-1", ["event"], [fact("evt-1", unit="lin-1")])
        archive.replace_facts("sto-1", ["event"], [])
    assert archive.counts()["event"] == 1


def test_lists_go_newest_first_and_cursors_see_everything_once(archive):
    with archive.write():
        for number_ in range(25):
            archive.put_fact(fact(f"evt-{number_}", moment=f"2024-03-{number_ + 1:02d}"))
    seen, cursor = [], 0
    while True:
        page = archive.find("event", Filter(limit=4, cursor=cursor))
        seen += [ident for ident, _ in page.items]
        cursor = page.cursor
        if not cursor:
            break
    assert seen == [f"evt-{number_}" for number_ in reversed(range(25))]


def test_days_bound_a_list_at_both_ends(archive):
    with archive.write():
        for day in ("2024-03-11", "2024-03-12T23:59", "2024-03-13"):
            archive.put_fact(fact(f"evt-{day}", moment=day))
    found = archive.find("event", Filter(after=date(2024, 3, 12), before=date(2024, 3, 12)))
    assert [ident for ident, _ in found.items] == ["evt-2024-03-12T23:59"]


def test_pieces_tell_what_changed(archive):
    with archive.write():
        assert archive.replace_pieces("lin-1", "person", [("per-1", b"a"), ("per-2", b"b")]) == ("per-1", "per-2")
        assert archive.replace_pieces("lin-1", "person", [("per-1", b"a"), ("per-3", b"c")]) == ("per-2", "per-3")
        archive.replace_pieces("lin-2", "person", [("per-1", b"d")])
    assert archive.pieces("person", "per-1") == [b"a", b"d"]


def test_edges_are_kept_by_who_found_them(archive):
    turned = CopyEdge(child="art-1", parent="art-2", kind="same_text", share=1.0)
    with archive.write():
        archive.put_edges("art-2", [turned])
    assert archive.edges_of("art-1") == archive.edges_found("art-2") == archive.edges_to("art-2") == (turned,)
    with archive.write():
        archive.put_edges("art-2", [])
    assert archive.edges_of("art-1") == ()


@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.text("abc"),
    st.text("abc"),
)
@settings(deadline=None)
def test_row_numbers_follow_time(one, two, a, b):
    if one != two:
        assert (number(one.isoformat(), a) < number(two.isoformat(), b)) == (one < two)
    assert 0 <= number(one.isoformat(), a) < 2**63


@pytest.mark.parametrize("odd", ["", "soon", "2024-13", "99", "0001-01-01", "2024-03-12T25:00"])
def test_unreadable_times_are_the_oldest(odd):
    assert minutes(odd) == 0


def test_zones_count():
    assert minutes("2024-03-12T01:00+01:00") == minutes("2024-03-12T00:00") == minutes("2024-03-12")


def test_search_words_phrases_or_not_and_fields(archive):
    with archive.write():
        archive.put_articles(
            [
                article_row("art-1", title="Ferry strike", text="The night ferry stays in port."),
                article_row(
                    "art-2", "2024-03-13", title="Fish prices", text="Herring in port is cheap; the night was cold."
                ),
                article_row("art-3", "2024-03-14", title="渔船", text="渔船回港，价格上涨。"),
            ]
        )

    def hits(text):
        return [ident for ident, _ in archive.search(parse(text)).items]

    assert hits("port") == ["art-2", "art-1"]
    assert hits('"night ferry"') == ["art-1"]
    assert hits("port -herring") == ["art-1"]
    assert hits("strike OR herring") == ["art-2", "art-1"]
    assert hits("title:ferry") == ["art-1"]
    assert hits("回港") == ["art-3"]
    assert hits("port on:2024-03-13") == ["art-2"]
    assert hits("after:2024-03-14") == ["art-3"]
    assert hits("outlet:ledger ferry") == ["art-1"]
    assert hits("outlet:other ferry") == []
    assert hits("-outlet:ledger") == []
    assert hits("ferr*") == ["art-1"]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "OR",
        "-",
        "a OR",
        "OR OR b",
        'title:"',
        "(",
        "NEAR(a b)",
        "a AND",
        "*",
        "title:*",
        "x" * 5000,
        "' OR 1=1 --",
    ],
)
def test_odd_queries_never_reach_the_engine_raw(archive, query):
    archive.search(parse(query))


@pytest.mark.parametrize(
    ("query", "words"),
    [("colour:red", "Unknown search field"), ("on:yesterday", "such as 2023-10-30"), ("is:green", "truncated")],
)
def test_wrong_fields_are_named(query, words):
    with pytest.raises(UsageError, match=words):
        parse(query)


def test_cjk_runs_are_indexed_as_pairs():
    assert indexed("两军会谈 ok").split() == ["两军", "军会", "会谈", "ok"]
