"""What the desk makes of values: dates, statements, marks, trees, charts."""

import re
from html import unescape

import pytest

from coranto.desk import charts, words
from coranto.desk.carried import carried
from coranto.desk.find import pieces
from coranto.desk.marks import Mark, marks_of, paragraphs, piece
from coranto.desk.speech import grouped, spoken, tidy
from coranto.desk.story import version_counts, voices
from coranto.desk.tree import canopy, forest
from coranto.store import Archive, Filter
from coranto.types import Article, Block, Sentence

LEGEND = "the cited words"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-03-12", "", "12 March 2024"), ("2024-03-12", "2024-03-12", "12 March 2024"),
        ("2024-03-01", "2024-03-31", "March 2024"), ("2024-01-01", "2024-12-31", "2024"),
        ("2022-01-01", "2023-12-31", "2022–2023"), ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"), ("2024-10-10", "2024-10-21", "10–21 October 2024"),
        ("2024-06-01", "2024-08-31", "June to August 2024"),
        ("2023-12-01", "2024-02-29", "December 2023 to February 2024"),
        ("2024-03-30", "2024-04-02", "30 March to 2 April 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2022", "2022-12-31", "2022"), ("2023-11", "2023-11-30", "November 2023"),
        ("2023-12", "2023-12", "December 2023"),
        ("2023-03", "2023-05", "March to May 2023"), ("2022", "2023", "2022–2023"),
        ("2024-13", "2024-14", "2024-13 to 2024-14"),
        ("", "", "Date unknown"), ("2024-03", "", "March 2024"), ("nonsense", "", "nonsense"), ("x", "y", "x to y"),
    ],
)  # fmt: skip
def test_spans_are_said_as_people_say_them(first, last, said):
    assert words.span(first, last) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "undated"), ("2024", "2024"), ("2024-13", "2024-13"),
        ("2024-03-12T16:40+01:00", "12 March 2024, 16:40"),
        ("2023-10-30/2023-11-05", "30 October to 5 November 2023"), ("2024-02-31", "2024-02-31"),
    ],
)  # fmt: skip
def test_days(value, said):
    assert words.day(value) == said


def test_bounds_give_the_last_day_not_the_one_behind_it():
    assert words.bounds("2023-10-30", "2023-11-06") == "30 October to 5 November 2023"
    assert words.bounds("2023-10-30", "") == "from 30 October 2023"


def test_an_event_is_dated_no_finer_than_it_is_known():
    fields = {"date": "2015-11-01", "enddate": "", "date_granularity": "month"}
    assert words.when(fields) == "November 2015"
    assert words.when(fields | {"date_granularity": "year"}) == "2015"
    assert words.when(fields | {"date_granularity": "day"}) == "1 November 2015"
    assert words.when(fields | {"enddate": "2015-11-10"}) == "1–10 November 2015"
    assert words.when(fields | {"date": ""}) == "Date unknown"


def test_small_words():
    assert words.count(1, "story", "stories") == "1 story"
    assert words.count(12000, "outlet") == "12,000 outlets"
    assert words.spelled("told 2024-09-18, 3 origins") == "told 18 September 2024, 3 origins"
    assert words.plain("confirmed-by-both") == "confirmed by both"
    assert words.plain("told on 2024-09-18") == "told on 2024-09-18"
    assert words.bare("-- Norway") == "Norway"
    assert words.bare("--") == "--"
    assert words.clip("one two three", 9) == "one two …"
    assert words.clip("one two", 9) == "one two"
    assert words.safe_url("javascript:alert(1)") == "#"
    assert words.safe_url(" https://x.example") == "#"
    assert words.safe_url("https://x.example/a") == "https://x.example/a"


def test_a_link_to_the_original_leads_to_the_words():
    assert words.original("https://x.example/a", "") == "https://x.example/a"
    assert (
        words.original("https://x.example/a", "fish, and-chips")
        == "https://x.example/a#:~:text=fish%2C%20and%2Dchips"
    )
    long = words.original("https://x.example/a", "one two three four five six seven eight nine")
    assert long.endswith("#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine")
    assert words.original("https://x.example/a#b", "fish") == "https://x.example/a#b"
    assert words.original("javascript:x", "fish") == "#"


def cite(**fields):
    return {
        "article": "art-1",
        "sentence": 0,
        "start": 3,
        "end": 7,
        "exact": "fish",
        "prefix": "",
        "suffix": "",
    } | fields


def test_a_cite_is_shown_in_its_words_and_escaped():
    shown = words.quoted(cite(prefix="line one\nthe <b>", suffix=" & chips\nnext"))
    assert shown == 'the &lt;b&gt;<mark class="cited">fish</mark> &amp; chips'
    cut = words.quoted(cite(prefix="x" * 20 + " twelve chars", suffix=""))
    assert cut.startswith("… twelve chars")
    assert words.place(cite()) == "/article/art-1?mark=0,3,7#s0"
    assert words.place(cite(sentence=-1)).endswith("#title")
    assert words.place(cite(sentence=-2)).endswith("#margin")


def statement(text, name="", **fields):
    who = {"name": name, "office": "", "country": ""} if name else None
    return {"id": f"say-{text[:9]}", "content": [text], "speaker": who, "kind": "indirect", "cue": "said"} | fields


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("that the fish are ours", "The fish are ours"), ("-- the fish are ours", "The fish are ours"),
        ('"we count in boxes,"', '"We count in boxes"'), ("“frank, and friendly,”", "“Frank, and friendly”"),
        ("if the log is ready", "The log is ready"), ("9 boats", "9 boats"), ("—", "—"),
        ("thatched roofs burn", "Thatched roofs burn"), ("two\n  lines", "Two lines"),
    ],
)  # fmt: skip
def test_statements_read_well(text, read):
    assert spoken(statement(text)) == read


def test_pieces_of_a_statement_are_joined():
    assert spoken({"content": ["first half,", "second half"]}) == "First half, … second half"
    assert tidy("") == ""


def test_near_equal_statements_of_one_speaker_are_folded_and_none_is_lost():
    made = [
        statement("nobody named this"),
        statement("we will share the mackerel log in May", "Astrid Hollevik"),
        statement("that we will share the mackerel log in May", "astrid hollevik"),
        statement("we will share the mackerel log in May", "Einar Thorvaldsson"),
        statement("no inspectors before a log", "Astrid Hollevik"),
    ]
    groups = grouped(made)
    assert [len(group["near"]) for group in groups] == [1, 0, 0, 0]
    assert groups[-1]["lead"]["speaker"] is None
    assert sum(1 + len(group["near"]) for group in groups) == len(made)


def article(text, sentences, blocks=()):
    spans, at = [], 0
    for index, one in enumerate(sentences):
        at = text.index(one, at)
        spans.append(Sentence(index=index, start=at, end=at + len(one), paragraph=text[:at].count("\n\n")))
    return Article(
        id="art-1", page="p", path="p", title="T", outlet="", text=text, sentences=tuple(spans), blocks=blocks
    )


def shown(found, kind):
    return "".join(run.text for para in found for line in para.lines for run in line.runs if kind in run.kinds)


def test_marks_cover_exactly_their_words_and_nothing_is_lost():
    text = "Fish are wet. Boats float.\n\nNets are full."
    made = article(text, ["Fish are wet.", "Boats float.", "Nets are full."])
    marks = [
        Mark(start=5, end=20, kind="said"),
        Mark(start=9, end=12, kind="time"),
        Mark(start=28, end=32, kind="event"),
    ]
    found = paragraphs(made, marks)
    assert [len(para.lines) for para in found] == [2, 1]
    assert (
        "".join(run.text for para in found for line in para.lines for run in line.runs)
        == "Fish are wet.Boats float.Nets are full."
    )
    assert shown(found, "said") == "are wet.Boats "
    assert shown(found, "time") == "wet"
    assert shown(found, "event") == "Nets"


def test_a_part_label_in_the_text_is_marked():
    text = "What's new: fish are wet."
    made = article(text, [text], (Block(kind="body", start=0, end=len(text), label="What's new"),))
    assert shown(paragraphs(made, []), "label") == "What's new:"


def test_a_dash_before_a_dek_is_marked_and_nothing_else():
    text = "- Boats are back.\n\n- 9 nets are full."
    first, second = text.split("\n\n")
    blocks = (Block(kind="dek", start=0, end=17), Block(kind="body", start=19, end=len(text)))
    assert shown(paragraphs(article(text, [first, second], blocks), []), "dash") == "- "


def test_many_marks_on_a_long_text_stay_quick():
    line = "Boats float on the sea. "
    text = (line * 4000).strip()
    made = article(text, ["Boats float on the sea."] * 4000)
    marks = [Mark(start=24 * at, end=24 * at + 5, kind="event") for at in range(4000)]
    assert shown(paragraphs(made, marks), "event") == "Boats" * 4000


def test_piece():
    assert piece("mackerel", (3, 5)) == ("mac", "ke", "rel")
    assert piece("mackerel", None) == ("", "", "mackerel")
    assert "".join(piece("mackerel", (3, 99))) == "mackerel"


def test_cited_words_of_every_fact_are_the_marked_words(desk, largest):
    story = desk.data(f"/api/story/{largest['id']}")
    seen = 0
    for fact in (*story["events"], *story["statements"], *story["figures"]):
        for one in fact["cites"][:3]:
            text = desk.page(words.place(one).partition("#")[0])
            runs = re.findall(r'<mark class="([a-z ]*)"[^>]*>(.*?)</mark>', text, flags=re.DOTALL)
            marked = [unescape(body) for kinds, body in runs if "cited" in kinds.split() and body != LEGEND]
            assert "".join("".join(marked).split()) == "".join(one["exact"].split()), one
            seen += 1
    assert seen > 30


def test_reading_marks_leave_out_the_title(samples_archive):
    with Archive(samples_archive, make=False) as archive:
        for ident, _ in archive.find("article", Filter(limit=99)).items:
            size = len(archive.article_of(ident).text)
            assert all(0 <= mark.start < mark.end <= size for mark in marks_of(archive.reading_of(ident)))


def lines(*outlets):
    return [{"outlet": outlet} for outlet in outlets]


@pytest.mark.parametrize(
    ("outlets", "said"),
    [
        (["The Bergen Ledger"], "only by The Bergen Ledger"), (["B", "A", "B"], "only by A and B"),
        (["China Daily", "Global Times", "CGTN"], "only by outlets of China"),
        (["China Daily", "Global Times", "TASS"], "only by outlets that a state or party owns"),
        (["China Daily", "Global Times", "Reuters"], ""), (["A", "B", "C"], ""), (["China Daily", "", "TASS"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_who_alone_carries_a_story(outlets, said):
    assert carried(lines(*outlets)) == said


def row(ident, *edges):
    return {
        "article": ident,
        "outlet": ident.upper(),
        "title": ident,
        "edges": list(edges),
        "origins": [],
        "family": "",
    }


def edge(parent, share=0.0, kind="article", why="r"):
    return {"parent": parent, "parent_kind": kind, "share": share, "reasons": [why], "cites": []}


def traced(*rows):
    return {"articles": list(rows), "names": {one["article"]: one["outlet"] for one in rows}}


def test_a_tree_has_every_article_once_below_its_closest_parent():
    trees = forest(traced(
        row("a", edge("Ministry", kind="ministry")),
        row("b", edge("a", 0.9)),
        row("c", edge("b", 0.4), edge("a", 0.8), edge("Ministry", kind="ministry")),
        row("d"),
    ))  # fmt: skip
    assert [tree.name for tree in trees] == ["Ministry", "D"]
    assert sum(tree.size for tree in trees) == 5
    top = trees[0].children[0]
    assert [child.article for child in top.children] == ["b", "c"]
    assert top.children[1].also == ["B", "Ministry"]
    assert top.children[1].share == 0.8


def test_relays_of_one_writing_stand_together_below_their_agency():
    rows = [row(name, edge("TASS", kind="agency", why="credited by the page (dateline)")) for name in "abcd"]
    for one, family in zip(rows, ("f", "f", "g", "f"), strict=True):
        one["family"] = family
    tree = forest(traced(*rows, row("e", edge("d", 0.9))))[0]
    assert [child.article for child in tree.children] == ["c", "d"]
    assert [one.article for one in tree.children[1].same] == ["a", "b"]
    assert tree.size == 6
    assert {child.tie for child in tree.children} == {"credits it"}


def test_a_credit_counts_before_a_source_that_is_only_cited():
    page = row("a", edge("Ministry", kind="ministry"), edge("TASS", kind="agency", why="credited by the page"))
    assert [tree.name for tree in forest(traced(page))] == ["TASS"]
    hidden = edge("TASS", 0.97, kind="agency", why="hidden wire: no credit")
    assert forest(traced(row("a", hidden)))[0].children[0].tie == "hidden wire"


def test_a_source_is_one_root_however_it_is_capitalised():
    rows = [row("a", edge("The Ministry", kind="ministry")), row("b", edge("the ministry", kind="ministry"))]
    assert [tree.size for tree in forest(traced(*rows))] == [3]


def test_versions_are_counted_over_chains():
    rows = [row("a"), row("b", edge("a", 1, why="version_of")), row("c", edge("b", 1, why="version_of")), row("d")]
    assert version_counts(traced(*rows)) == {"a": 3, "b": 3, "c": 3}


def test_a_statement_is_counted_by_articles_and_by_the_origins_behind_them():
    rows = [row("art-1"), row("art-2"), row("art-3"), row("art-4")]
    for one, origins in zip(rows, (["art-1"], ["TASS", "art-1"], ["TASS"], []), strict=True):
        one["origins"] = origins
    said = [
        {"id": "say-1", "articles": ["art-1", "art-2", "art-3", "art-4", "art-9"]},
        {"id": "say-2", "articles": []},
    ]
    assert voices(said, traced(*rows)) == {"say-1": (4, 3), "say-2": (0, 0)}


def test_an_origin_of_its_own_stands_at_the_top_whatever_it_borrows():
    own = row("b", edge("a", 0.1), edge("TASS", kind="agency"))
    own["origins"] = ["b", "TASS"]
    trees = forest(traced(row("a"), own, row("c", edge("a", 0.2), edge("TASS", kind="agency"))))
    named = {tree.name: tree for tree in trees}
    assert named["B"].also == ["A", "TASS"]
    assert [child.article for child in named["TASS"].children] == ["c"]
    assert named["TASS"].children[0].also == ["A"]


def test_of_nearly_equal_parents_the_one_nearest_to_the_origin_counts():
    trees = forest(traced(
        row("a"), row("b", edge("a", 1.0)), row("c", edge("b", 1.0), edge("a", 0.95)),
        row("d", edge("b", 0.9), edge("a", 0.5)),
    ))  # fmt: skip
    assert [child.article for child in trees[0].children] == ["b", "c"]
    assert [child.article for child in trees[0].children[0].children] == ["d"]


def test_a_circle_of_parents_ends_and_keeps_every_article():
    trees = forest(
        traced(row("a", edge("c", 0.5)), row("b", edge("a", 0.5)), row("c", edge("b", 0.5)), row("e", edge("e", 1)))
    )
    assert sum(tree.size for tree in trees) == 4
    kept, alone, hidden = canopy(trees, 2)
    assert [tree.size for tree in kept] == [2]
    assert [node.article for node in alone] == ["e"]
    assert hidden == 1
    assert kept[0].children[0].more == 1


def test_a_large_tree_keeps_what_is_relayed_most():
    many = [row(f"x{at}", edge("a", 0.9)) for at in range(50)]
    trees = forest(traced(row("a"), *many, row("deep", edge("x49", 0.8)), row("lone")))
    kept, alone, hidden = canopy(trees, 12)
    assert len(kept) == 1
    assert [node.article for node in alone] == ["lone"]
    assert kept[0].children[0].article == "x49"
    assert kept[0].size + hidden == 52
    whole, _, none = canopy(forest(traced(row("a"), *many)), 100)
    assert whole[0].size == 51
    assert none == 0


def day(first, last="", title="A meets B", modality="actual"):
    return {"date": first, "enddate": last, "origins": 2, "events": [{"title": title, "modality": modality}]}


def test_timeline_draws_days_and_spans_and_escapes_titles():
    chart = charts.timeline([day("2024-01-01", "2024-01-31"), day("2024-03-12", title='<b>"x"'), day("", "")])
    assert chart.count("<circle") == 1
    assert chart.count('<rect class="range"') == 1
    assert "&lt;b&gt;&#34;x&#34;" in chart
    assert 'href="#d2024-01-01_2024-01-31"' in chart
    assert "style=" not in chart
    assert charts.timeline([day("2024-03-12")]) == ""
    assert charts.timeline([day("1066-10-14"), day("2024-03-12"), day("2024")]).count("<rect") == 1
    assert charts.timeline([day("0000-99"), day("2024-03-12")]) == ""


def test_timeline_is_not_squeezed_by_one_old_day():
    days = [day("1815-06-18"), *(day(f"2024-03-{at:02d}") for at in range(1, 21))]
    chart = charts.timeline(days)
    assert chart.count("<circle") == 20
    assert "1 earlier, in the list below" in chart
    even = [day(f"{year}-03-01") for year in range(2000, 2024)]
    assert charts.timeline(even).count("<circle") == 24


def test_ids_in_reasons_are_links():
    shown = words.linked("near sto-aba2d9655fd0a98a, <b> evt-16d62eced3d8d74f")
    assert '<a href="/story/sto-aba2d9655fd0a98a">' in shown
    assert '<a href="/explain/evt-16d62eced3d8d74f">' in shown
    assert "&lt;b&gt;" in shown


def test_tension_leaves_room_for_months_without_events():
    chart = charts.tension(
        [{"month": "2024-01", "events": 1, "scale": 4.0}, {"month": "2024-04", "events": 2, "scale": -7.0}]
    )
    assert chart.count('class="up"') == chart.count('class="down"') == 1
    bars = [float(piece.split('x="')[1].split('"')[0]) for piece in chart.split("<rect")[1:]]
    assert bars[1] - bars[0] == pytest.approx(3 * 56.0, abs=0.2)
    assert charts.tension([]) == ""
    long = [{"month": f"{year}-01", "events": 1, "scale": 1.0} for year in range(1990, 2024)]
    assert charts.tension(long).count("<rect") == 5


def test_pieces_of_a_snippet_give_the_text_again():
    found = pieces({"text": "fish and chips", "marks": [[0, 4], [9, 14]]})
    assert found == [("fish", True), (" and ", False), ("chips", True)]
