"""The lines of an HTML page: what they stand in, what they are, and the models that tell them apart."""

import json
import random
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.html.features import features, further, view
from coranto.article.html.judge import FIRST, SECOND, Judged, chances, judge
from coranto.article.html.known import Known, key
from coranto.article.html.least import least
from coranto.article.html.pieces import sort
from coranto.article.html.posts import posted, posts
from coranto.article.html.walk import Line, kinds, walk
from coranto.article.trees import trees

LEDE = "The ferry between Harwick and the islands will sail again from Monday, the harbour board said."
REST = [
    "Two of the three boats have been repaired since the storm, and the third is to follow in the autumn.",
    "Fares stay as they are, a spokeswoman added; residents of the islands travel for half the price.",
    "The board had closed the line in March, when waves broke the pier on which passengers wait.",
    "Fishermen carried food to the islands in the meantime, and the post came once a week.",
]


def page(inside: str = "", title: str = "Ferry to sail again", around: str = "") -> LexborHTMLParser:
    text = "".join(f"<p>{one}</p>" for one in (LEDE, *REST))
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(12))
    return LexborHTMLParser(
        f"<html><body><nav><ul>{menu}</ul></nav><main><article class='story'><h1>{title}</h1>{inside}{text}"
        f"</article></main>{around}<footer><a href='/about'>About us</a> <a href='/jobs'>Jobs</a></footer></body>"
        "</html>"
    )


def seen(tree: LexborHTMLParser, **known: object):
    return view(walk(tree), Known(title=key("Ferry to sail again"), **known))


def judged(tree: LexborHTMLParser, **known: object):
    one = seen(tree, **known)
    return sort(judge(one), one.known)


def test_a_line_is_a_block_of_running_text():
    tree = LexborHTMLParser("<div>One <b>two</b> three<br>four<p>five</p>six <a href='/'>seven</a></div>")
    assert [line.text for line in walk(tree).lines] == ["One two three", "four", "five", "six seven"]
    assert [line.linked for line in walk(tree).lines] == [0, 0, 0, 5]
    assert walk(tree).lines[0].bold == 3


def test_what_nobody_sees_is_no_line():
    tree = LexborHTMLParser(
        "<div><script>var a</script><style>p{}</style><span class='visually-hidden'>Article content</span>"
        "<h2 class='sr-only'>Skip</h2><p>Seen.</p></div>"
    )
    assert [line.text for line in walk(tree).lines] == ["Seen."]


def test_a_page_without_scripts_gives_what_it_keeps_for_readers_without_them():
    tree = LexborHTMLParser(f"<body><div id='app'></div><noscript><p>{LEDE}</p></noscript></body>")
    assert [line.text for line in walk(tree).lines] == [LEDE]


def test_names_of_elements_are_split_into_words():
    tree = LexborHTMLParser(
        "<section class='relatedStories'><div id='main-Comment-list'><p>One.</p></div></section>"
    )
    line = walk(tree).lines[0]
    depths = dict(zip(kinds(), line.marks, strict=True))
    assert depths["section"] == depths["related"] == 1
    assert depths["comment"] == 2
    assert depths["promo"] < 0


def test_a_line_is_read_the_same_whatever_was_read_before():
    first = features(seen(page()))
    features(seen(page("<div class='promo'>Buy now</div>")))
    assert (features(seen(page())) == first).all()


def test_rows_and_models_fit():
    one = seen(page())
    own = features(one)
    more = further(one, np.full(len(own), 0.5))
    assert own.shape[0] == more.shape[0] == len(one.walked.lines)
    assert int(trees(FIRST).feature.max()) < own.shape[1]
    assert int(trees(SECOND).feature.max()) < own.shape[1] + more.shape[1]
    assert np.isfinite(own).all() and np.isfinite(more).all()


def test_chances_are_the_same_each_time():
    assert (chances(seen(page())) == chances(seen(page()))).all()
    assert chances(seen(LexborHTMLParser(""))).tolist() == []


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_the_shipped_model_is_the_one_its_card_names(name):
    folder = files("coranto.data").joinpath("models")
    raw = folder.joinpath(f"{name}.json").read_bytes()
    card = folder.joinpath("html.md").read_text(encoding="utf-8")
    assert f"`{name}.json` sha256 `{sha256(raw).hexdigest()}`" in card
    assert json.loads(raw)["classes"] == ["article"]


def test_an_article_is_told_from_what_stands_around_it():
    around = "<aside><h3>Most read</h3><ul><li><a href='/x'>Storm closes the pier</a></li></ul></aside>"
    found = judged(page(around=around))
    assert [piece.text for piece in found.text] == [LEDE, *REST]
    assert found.after[0] == "Most read"


def line(text: str, chance: float = 0.9, tag: str = "p", **marks: int) -> Judged:
    own = tuple(marks.get(kind, -1000) for kind in kinds())
    return Judged(Line(text, 0, own), key(text), tag, 5, chance)


TITLE = Known(
    title=key("Ferry to sail again"), descriptions=(key("Boats to the islands are back after five months."),)
)


def test_a_dek_is_kept_as_one():
    lines = [
        line("Ferry to sail again", 0.6, "h1"),
        line("Boats to the islands are back after five months.", 0.2, "div"),
        line("What the harbour board has decided on this week, in short.", 0.2, dek=5),
        line("By Ann Lee, who writes about the islands and the sea.", 0.2),
        *map(line, (LEDE, *REST)),
    ]
    found = [(piece.kind, piece.text) for piece in sort(lines, TITLE).text]
    assert [kind for kind, _ in found] == ["dek", "dek", *["body"] * 5]


def test_what_is_beside_the_article_goes_to_the_margin():
    lines = [
        line(LEDE),
        line("The pier in March. Photo: Ost News Agency"),
        line("A boat at the pier", figcaption=4),
        line("Read more: Storm closes the pier"),
        line(REST[0]),
        line("Correction: an earlier version gave a wrong day."),
        line("Reporting by Ann Lee", 0.2),
    ]
    found = sort(lines, TITLE)
    assert [piece.text for piece in found.text] == [LEDE, REST[0]]
    assert found.beside == [lines[1].line.text, lines[2].line.text, lines[5].line.text, lines[6].line.text]


def test_where_lines_are_in_doubt_less_is_asked_of_them():
    sure = [*(line(one, 0.99) for one in (LEDE, *REST)), line("About us", 0.01)]
    doubted = [*(line(one, 0.5) for one in (LEDE, *REST)), line("About us", 0.01)]
    assert 0.5 < least(sure) < 0.6
    assert 0.3 < least(doubted) < 0.45
    assert least([line(one, 0.1) for one in REST]) == 0.3
    assert least([]) <= 1
    assert [piece.text for piece in sort(doubted, TITLE).text] == [LEDE, *REST]


def test_headings_and_items_keep_their_kind_and_no_heading_is_last():
    lines = [
        line(LEDE),
        line("What it costs", 0.8, "h2"),
        line(REST[1], 0.8, "li"),
        line("More from us", 0.7, "h3"),
    ]
    assert [piece.kind for piece in sort(lines, TITLE).text] == ["body", "head", "bullet"]


def test_a_thread_gives_posts():
    lines = [line("old_bosun", 0.7), line(LEDE, 0.2), line(REST[0])]
    known = Known(forum=True)
    assert [(piece.kind, piece.text) for piece in sort(lines, known).text] == [
        ("post", "old_bosun"),
        ("post", REST[0]),
    ]


def test_what_a_forum_program_sets_apart_as_posts_is_known_of_each_line():
    tree = page()
    said = posted(posts(page(), ["article.story p"]))
    asked, none = (features(seen(tree, forum=True, posts=text)) for text in (said, ""))
    changed = np.flatnonzero((asked != none).any(axis=0))
    assert len(changed) == 1
    spots = [at for at, line in enumerate(walk(tree).lines) if line.text in (LEDE, *REST)]
    assert np.flatnonzero(asked[:, changed[0]] == 1.0).tolist() == spots


def test_what_a_page_hides_is_not_of_its_article():
    offer = "Rope and sails are cheap this week at the shop on the pier, and only for those who come on Monday."
    for hiding in ("style='display: none'", "hidden", "style='visibility:hidden'"):
        assert offer not in {piece.text for piece in judged(page(inside=f"<p {hiding}>{offer}</p>")).text}


def test_an_article_that_a_script_is_to_show_is_read_where_it_is_hidden():
    tree = LexborHTMLParser(f"<body><div style='display:none'>{page().body.html}</div></body>")
    assert [piece.text for piece in judged(tree).text] == [LEDE, *REST]


def test_pages_of_junk_are_read_in_good_time():
    rng = random.Random(2)
    junk = "".join(
        rng.choice(("<p>", "<div class='a b c'>", "x ", "<a href='#'>", "</div>")) for _ in range(60_000)
    )
    assert len(chances(seen(LexborHTMLParser(junk)))) <= 6000


def test_of_two_articles_the_one_that_the_title_names_is_kept():
    other = "".join(f"<p>{one.replace('island', 'village')}</p>" for one in (LEDE, *REST))
    found = judged(page(around=f"<article class='story'><h1>Bus to the villages</h1>{other}</article>"))
    assert [piece.text for piece in found.text] == [LEDE, *REST]


def test_a_page_that_only_its_program_shows_is_read_from_what_it_keeps():
    told = "".join(f"<p>{one}</p>" for one in (LEDE, *REST))
    state = json.dumps({"props": {"page": {"name": "x", "body": told}}})
    size = len(told.encode())
    rows = json.dumps([1, f'1a:T{size:x},{told}2:["end"]'])
    for script in (
        f"<script type='application/json'>{state}</script>",
        f"<script>self.__next_f.push({rows})</script>",
    ):
        tree = LexborHTMLParser(f"<html><body><div id='app'></div>{script}</body></html>")
        assert [line.text for line in walk(tree).lines] == [LEDE, *REST]
