"""Whose writing a page says it carries."""

import time
from dataclasses import replace

import pytest

from coranto.copies.marks import marks, same_source, voice
from coranto.copies.sources import credited, explains, supplier
from coranto.data import rows
from coranto.types import Article, Cite, Credit, Sentence

BODY = (
    "The ferry sailed at noon.\n\nNobody was hurt.\n\nThe pilot rests.\n\nThe harbour is shut.\n\nMore is expected."
)


def page(margin="", text=BODY, outlet="Harbour Post", **more):
    whole = (Sentence(index=0, start=0, end=len(text), paragraph=0),)
    return Article(
        id="a", page="a", path="a", title="", outlet=outlet, text=text, margin=margin, sentences=whole, **more
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By ANNA NAME Associated Press", "Associated Press"),
        ("By ANNA NAME AP National Harbour Writer", "Associated Press"),
        ("By Anna Name and Bo Name New York Times", "The New York Times"),
        ("By Anna Name The Washington Post", "The Washington Post"),
        ("Anna Name, Associated Press Published 9:21 a.m. ET May 5", "Associated Press"),
        ("Reuters Published 7:50 a.m. May 5", "Reuters"),
        ("Copyright 2020 The Associated Press. All rights reserved.", "Associated Press"),
        ("© Copyright 2020 Reuters. All rights reserved.", "Reuters"),
        ("This story was originally published at washingtonpost.com. Read it here.", "The Washington Post"),
        ("By Reuters", "Reuters"),
        ("Anna Name and Bo Name , Reuters Published 3:55 a.m. May 5", "Reuters"),
        ("By ANNA NAME | Associated Press prev", "Associated Press"),
        ("Posted 5:57 am, May 5, by Associated Press , Updated at 06:00AM", "Associated Press"),
    ],
)  # fmt: skip
def test_lines_of_the_margin_name_the_source(line, name):
    found = marks(page(f"May 5, 2020\n{line}"))
    assert [one.name for one in found] == [name]
    assert found[0].cite.exact in line
    assert found[0].cite.sentence == -2


@pytest.mark.parametrize(
    "title", ["Anna NameThe Associated Press", "Anna NameReuters", "Oslo (AFP) – Five ferries"]
)
def test_a_title_that_took_up_a_byline_names_the_source(title):
    (found,) = marks(replace(page(), title=title))
    assert found.cite.exact in title
    assert found.cite.sentence == -1


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Associated Press writers Anna Name and Bo Name contributed to this report.", "Associated Press"),
        ("Anna Name is an Associated Press writer.", "Associated Press"),
        ("The Washington Post's Anna Name in Oslo contributed to this report.", "The Washington Post"),
    ],
)  # fmt: skip
def test_sign_offs_name_the_source(last, name):
    article = page(text=f"{BODY}\n\n{last}")
    (found,) = marks(article)
    assert found.name == name
    assert article.text[found.cite.start : found.cite.end] == found.cite.exact


@pytest.mark.parametrize(
    "article",
    [
        page("By Anna Name, The Washington Post", outlet="The Washington Post"),
        page("By Anna Name, CNN", outlet="CNN"),
        page("Photo: Bo Name, Associated Press"),
        page("A ferry leaves. (Bo Name/AP)"),
        page("By Anna Name"),
        page(text=f"What Reuters reporter Anna Name asked was not heard.\n\n{BODY}"),
        page(text=f"{BODY}\n\nThe minister told Reuters that he had read The Washington Post."),
        page(text=f"{BODY}\n\n(Reporting by Anna Name; Editing by Bo Name)"),
        page("", ""),
        page("", "", ""),
    ],
)
def test_what_marks_no_source(article):
    assert marks(article) == ()
    assert supplier(article) == ""


def test_the_supplier_is_the_one_named_most_and_material_is_no_supplier():
    cite = Cite(article="a", sentence=-2, start=0, end=2, exact="By")
    several = page("By Anna Name, CNN, AP\nCopyright 2020 by CNN NewSource. All rights reserved.")
    assert supplier(several) == "CNN"
    inputs = page(credits=(Credit(agency="Reuters", kind="inputs", cite=cite),))
    assert supplier(inputs) == ""
    assert not explains(credited(inputs)["Reuters"][1])
    assert explains(credited(several)["CNN"][1])


def test_one_source_under_two_names():
    assert same_source("Nordhav", "Nordhav News Agency")
    assert same_source("AP", "The Associated Press")
    assert voice("AP") == "Associated Press"
    assert not same_source("", "")
    assert not same_source("The Harbour Post", "The Harbour Times")


def test_every_row_has_words_around_a_name():
    for row in rows("wire_marks"):
        assert row["before"] or row["after"]
        assert row["says"]
        assert row["example"]


def test_hostile_lines_take_linear_time():
    for unit in ("By ", "A ", "AP ", "(", "Copyright ", "writer ", "x" * 1000 + " ", "\n"):
        text = unit * (300_000 // len(unit))
        start = time.process_time()
        marks(page(text, text))
        assert time.process_time() - start < 1
