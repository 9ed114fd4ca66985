"""Labels of the articles of a story: each follows from lineage, times and facts, and says why."""

import pytest

from coranto.story.show.contrast import Told, departures, excludes, figure_split, told, words_told
from coranto.story.show.echoes import Spoken, without_echoes
from coranto.story.show.labels import Account, labels
from coranto.story.show.moments import Span, span
from coranto.types import Cite, Disagreement, Figure, FigureValue, Lineage, LineageEdge, Variant


def cite(article, exact="the words", start=0):
    return Cite(article=article, sentence=0, start=start, end=start + len(exact), exact=exact)


def account(name, when="", parents=(), origins=None, **rest):
    edges = tuple(
        LineageEdge(child=name, parent=one, parent_kind="article", share=0.9, cites=(cite(name),))
        for one in parents
    )
    found = tuple(origins) if origins is not None else ((name,) if not parents else tuple(parents))
    lineage = Lineage(article=name, edges=edges, origins=found)
    return Account(article=name, outlet=f"The {name}", when=when, lineage=lineage, **{"words": 100, **rest})


def fact(ident, *articles, kind="event", splits=()):
    return Told(
        id=ident, kind=kind, title=f"Title of {ident}", cites=tuple(map(cite, articles)), splits=tuple(splits)
    )


def split(field, **values):
    return Disagreement(
        field=field,
        values=tuple(Variant(value=value, cites=tuple(map(cite, given))) for value, given in values.items()),
    )


def names(found, article):
    return [one.label for one in found.get(article, ())]


def one(found, article, name):
    return next(label for label in found[article] if label.label == name)


def test_a_time_stands_for_all_the_minutes_it_may_mean():
    day = span("2024-03-12")
    assert day.end - day.start == 24 * 60
    assert span("2024").end - span("2024").start == 366 * 24 * 60
    assert span("2024-12").end - span("2024-12").start == 31 * 24 * 60
    assert span("2024-03-12/2024-03-14") == Span(day.start, day.start + 3 * 24 * 60)
    assert span("2024-03-12T16:40+01:00") == span("2024-03-12T15:40")
    assert span("2024-03-12T15:40").start < day.end


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "2024-02-31", "9999", "2024-03-14/2024-03-12", "/", "²024"]
)
def test_what_is_no_time_has_no_minutes(text):
    assert span(text) is None


def test_first_is_what_surely_came_before_all_others():
    found = labels([account("a", "2024-03-12"), account("b", "2024-03-13T01:00"), account("c")], ())
    assert names(found, "a") == ["First"]
    assert "2024-03-12" in one(found, "a", "First").reason
    assert "1 article of no known day left aside" in one(found, "a", "First").reason


def test_two_articles_of_one_day_are_both_first_unless_one_has_it_from_the_other():
    free = labels([account("a", "2024-03-12"), account("b", "2024-03-12T16:40")], ())
    assert names(free, "a") == names(free, "b") == ["First"]
    assert "no page tells which came first" in one(free, "a", "First").reason
    tied = labels([account("a", "2024-03-12", parents=["b"]), account("b", "2024-03-12T16:40")], ())
    assert "First" in names(tied, "b")
    assert "First" not in names(tied, "a")


def test_nobody_is_first_among_many_of_one_day():
    assert labels([account(name, "2024-03-12") for name in "abcd"], ()) == {}


def test_origin_and_most_relayed_come_from_lineage():
    found = labels(
        [account("a", "2024-03-12"), account("b", "2024-03-13", parents=["a"]),
         account("c", "2024-03-14", parents=["b"], origins=["a"]), account("d", "2024-03-15", parents=["a"])],
        (),
    )  # fmt: skip
    origin = one(found, "a", "Origin")
    assert origin.count == 3
    assert origin.cite.article == "b"
    assert origin.reason == "3 other articles go back to it: The b, The c, The d"
    assert one(found, "a", "Most relayed").count == 2
    assert "Origin" not in names(found, "b")


def test_one_relay_makes_an_origin_but_not_the_most_relayed():
    found = labels([account("a", "2024-03-12"), account("b", "2024-03-13", parents=["a"])], ())
    assert "Origin" in names(found, "a")
    assert "1 other article goes back to it" in one(found, "a", "Origin").reason
    assert "Most relayed" not in names(found, "a")


def test_sources_that_are_not_held_make_no_origin():
    stub = LineageEdge(child="b", parent="TASS", parent_kind="agency")
    relay = Account(
        article="b", outlet="B", words=100, lineage=Lineage(article="b", edges=(stub,), origins=("TASS",))
    )
    assert labels([account("a"), relay], ()) == {}


def test_circles_of_lineage_end():
    found = labels(
        [account("a", "2024-03-12", parents=["b"]), account("b", "2024-03-12", parents=["a"])],
        [fact("evt-1", "a"), fact("evt-2", "b")],
    )
    assert "First" not in names(found, "a")


def test_fullest_tells_most_facts_and_is_no_cut_page_or_round_up():
    facts = [fact("evt-1", "a", "b"), fact("evt-2", "b", "c"), fact("evt-3", "c")]
    found = labels([account("a"), account("b"), account("c", partial=True, words=900)], facts)
    assert one(found, "b", "Fullest").reason == "tells 2 of the 3 facts of the story, in 100 words"
    assert "Fullest" not in names(found, "c")
    longer = labels([account("a", words=80), account("b", words=81)], ())
    assert names(longer, "b") == ["Fullest"]
    assert labels([account("a"), account("b")], ()) == {}


def test_adds_what_no_earlier_article_tells():
    facts = [fact("evt-1", "a", "b"), fact("evt-2", "b"), fact("fig-1", "b", "c"), fact("say-1", "c")]
    found = labels([account("a", "2024-03-12"), account("b", "2024-03-13"), account("c", "2024-03-14")], facts)
    added = one(found, "b", "Adds facts")
    assert added.facts == ("evt-2", "fig-1")
    assert added.count == 2
    assert added.cite.article == "b"
    assert "Title of evt-2; Title of fig-1" in added.reason
    assert one(found, "c", "Adds facts").facts == ("say-1",)
    assert "Adds facts" not in names(found, "a")


def test_what_may_have_been_told_before_is_not_added():
    facts = [fact("evt-1", "a"), fact("evt-2", "b", "c")]
    found = labels(
        [account("a", "2024-03-12"), account("b", "2024-03-14"), account("c", "2024-03-14T10:00")], facts
    )
    assert "Adds facts" not in names(found, "b")
    assert "Adds facts" not in names(found, "c")


def test_a_copy_takes_nothing_from_the_article_it_has_it_from():
    """The copy's clock is early; what it has from the article is still the article's."""
    facts = [fact("evt-1", "a"), fact("evt-2", "b", "copy")]
    accounts = [
        account("a", "2024-03-11"),
        account("copy", "2024-03-12", parents=["b"]),
        account("b", "2024-03-13"),
    ]
    assert one(labels(accounts, facts), "b", "Adds facts").facts == ("evt-2",)


def test_the_minority_differs_and_an_even_split_marks_both_sides():
    uneven = fact("evt-1", "a", "b", "c", splits=[split("date", **{"2024-03-02": ["a"], "2024-03-12": ["b", "c"]})])
    found = labels([account("a"), account("b"), account("c")], [uneven])
    assert one(found, "a", "Differs").reason == (
        "gives “2024-03-02” for the date of “Title of evt-1” where 2 others give “2024-03-12”"
    )
    assert one(found, "a", "Differs").cite.article == "a"
    assert "Differs" not in names(found, "b")
    even = fact("evt-1", "a", "b", splits=[split("place", Bergen=["a"], Oslo=["b"])])
    found = labels([account("a"), account("b")], [even])
    assert "another gives “Oslo”" in one(found, "a", "Differs").reason
    assert "another gives “Bergen”" in one(found, "b", "Differs").reason


def dated(value, article, text=""):
    words = Cite(article=article, sentence=0, start=0, end=3, exact="met", suffix=text)
    return Variant(value=value, cites=(words,))


@pytest.mark.parametrize(
    ("value", "text", "differs"),
    [
        ("2024-03-13", "", False), ("2024-03-13", " on 13 March in Oslo", True), ("2024-03-15", "", True),
        ("2024-03-11", "", False), ("2024-03-04", " last week", False), ("2024-02-26", "", True),
        ("2024-03", "", False), ("2023", "", True), ("2024-03-13", " with 130 others", False),
    ],
)  # fmt: skip
def test_dates_that_may_mean_the_same_days_contradict_nobody_unless_printed(value, text, differs):
    given = Disagreement(
        field="date", values=(dated(value, "a", text), Variant(value="2024-03-12", cites=(cite("b"), cite("c"))))
    )
    found = departures(fact("evt-1", "a", splits=[given]), {"a": "f", "b": "g", "c": "h"})
    assert [one.article for one in found] == (["a"] if differs else [])


def test_a_relay_by_the_same_outlet_makes_no_origin():
    first = account("a", "2024-03-12")
    second = Account(
        article="b", outlet="the A", words=100, when="2024-03-13", lineage=account("b", parents=["a"]).lineage
    )
    found = labels([first, second], ())
    assert "Origin" not in names(found, "a")


def test_copies_of_one_writing_count_once_and_do_not_contradict_each_other():
    given = split("killed", **{"3": ["a", "copy", "again"], "4": ["b", "c"]})
    families = {"a": "f", "copy": "f", "again": "f", "b": "g", "c": "h"}
    assert {one.article for one in departures(fact("evt-1", "a", splits=[given]), families)} == {
        "a",
        "copy",
        "again",
    }
    within = split("killed", **{"3": ["a"], "4": ["copy"]})
    assert departures(fact("evt-1", "a", splits=[within]), {"a": "f", "copy": "f"}) == ()


def test_an_article_that_gives_both_values_contradicts_nobody():
    given = split("killed", **{"3": ["a"], "4": ["a", "b"]})
    assert departures(fact("evt-1", "a", splits=[given]), {"a": "f", "b": "g"}) == ()


def value(number, mod="", *articles):
    return FigureValue(value=number, mod=mod, text=f"{mod} {number:g}".strip(), cites=tuple(map(cite, articles)))


def test_figures_exclude_each_other_only_where_both_cannot_be_true():
    assert excludes(value(12), value(14))
    assert not excludes(value(20, "over"), value(25))
    assert excludes(value(20, "over"), value(15))
    assert not excludes(value(100, "about"), value(104))
    assert not excludes(value(5, "under"), value(3, "at-most"))
    thousands = FigureValue(value=1000, mod="", text="thousands of boats")
    assert not excludes(thousands, value(1550))
    assert excludes(thousands, value(900))


def test_a_figure_splits_into_the_main_value_and_those_against_it():
    found = figure_split("people rescued", (value(14, "", "b", "c"), value(12, "", "a"), value(10, "over", "d")))
    assert [one.value for one in found.values] == ["14", "12"]
    figure = Figure(
        id="fig-1", measure="m", what="people rescued", values=(value(14, "", "b", "c"), value(12, "", "a")),
        differs=True, cites=(cite("a"), cite("b"), cite("c")),
    )  # fmt: skip
    shown = labels([account("a"), account("b"), account("c")], [told(figure)])
    assert one(shown, "a", "Differs").reason == "gives “12” for “people rescued” where 2 others give “14”"


def test_one_article_has_no_labels_and_unknown_articles_do_no_harm():
    assert labels([account("a", "2024-03-12")], [fact("evt-1", "a")]) == {}
    assert labels([], ()) == {}
    stray = fact("evt-1", "elsewhere", splits=[split("date", x=["elsewhere"], y=["nowhere"])])
    assert labels([account("a"), account("b")], [stray]) == {}


def spoken(ident, speaker, content, article):
    return Spoken(words_told(ident, speaker, (content,), (cite(article),)), speaker, content)


def test_a_statement_that_repeats_another_is_no_fact_of_its_own():
    whole = "We will send the ferry back before the ice comes, whatever the harbour says."
    said = [
        spoken("say-1", "Signe Lund", "send the ferry back before the ice comes", "b"),
        spoken("say-2", "Lund", whole, "a"),
        spoken("say-3", "Karl Vik", whole, "c"),
        spoken("say-4", "Signe Lund", "the harbour can wait", "b"),
        spoken("say-5", "Signe Lund", "", "b"),
        spoken("say-6", "Lund", "Send the Ferry back before the ice comes!", "d"),
    ]
    found = {one.id: one for one in without_echoes(said)}
    assert set(found) == {"say-2", "say-3", "say-4", "say-5"}
    assert [one.article for one in found["say-2"].cites] == ["a", "d", "b"]
    shown = labels([account("a", "2024-03-12"), account("b", "2024-03-13")], list(found.values()))
    assert one(shown, "b", "Adds facts").facts == ("say-4", "say-5")


def test_thousands_of_like_statements_take_a_blink():
    import time

    said = [spoken(f"say-{at}", "Lund", f"we will not talk about it number {at} today", "a") for at in range(3000)]
    said.append(spoken("say-x", "Lund", "no " * 100_000, "a"))
    began = time.process_time()
    without_echoes(said)
    assert time.process_time() - began < 5


def test_five_thousand_copies_of_one_page_take_a_blink():
    import time

    chain = [
        account(f"n{at}", f"2024-03-{1 + at // 200:02d}", parents=[f"n{max(0, at - step)}" for step in range(1, 6)])
        for at in range(5000)
    ]
    facts = [fact(f"evt-{at}", *(f"n{(at * step) % 5000}" for step in range(1, 9))) for at in range(3000)]
    facts.append(fact("evt-all", *(f"n{at}" for at in range(5000))))
    began = time.process_time()
    labels(chain, facts)
    assert time.process_time() - began < 5
