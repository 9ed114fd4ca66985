"""Hidden wire, siblings of one wire, and what leads to an agency instead of to another page."""

import time

from test_copies import page, run, story

from coranto.copies import lineage
from coranto.copies.lineage import _covered
from coranto.types import Cite, Credit, Link, Reading, Sentence, StatementMention


def wire_page(ident, text, agency="ANI", when="2024-03-04", **more):
    cite = Cite(article=ident, sentence=-2, start=0, end=len(agency), exact=agency)
    credits_ = (Credit(agency=agency, kind="agency", cite=cite),)
    return page(ident, text, when, margin=agency, credits=credits_, **more)


def traced(*articles, edges=None):
    held = {one.id: one for one in articles}
    found = run(list(articles))[0] if edges is None else edges
    return {one.article: one for one in lineage(held, {}, found)}


def reasons(found, ident, parent):
    return [reason for edge in found[ident].edges if edge.parent == parent for reason in edge.reasons]


def test_two_pages_of_one_agency_lead_to_it_and_not_to_one_another():
    found = traced(wire_page("a", story(1)), wire_page("b", story(1), when="2024-03-05"))
    assert [(edge.parent, edge.parent_kind) for edge in found["b"].edges] == [("ANI", "agency")]
    assert found["a"].origins == found["b"].origins == ("ANI",)


def test_the_agencys_own_page_is_the_parent_of_those_that_credit_it():
    found = traced(
        page("w", story(1), outlet="ANI"), wire_page("b", story(1), when="2024-03-05"),
        wire_page("early", story(1), when="2024-03-03"),
    )  # fmt: skip
    for ident in ("b", "early"):
        assert ("w", "article") in [(edge.parent, edge.parent_kind) for edge in found[ident].edges]
        assert found[ident].origins == ("w",)
    assert found["w"].origins == ("w",)
    assert not [edge for edge in found["w"].edges if edge.parent_kind == "article"]


def test_an_uncredited_page_before_the_credited_one_is_hidden_wire_too():
    sentence = (Sentence(index=0, start=0, end=400, paragraph=0),)
    early = page("u", story(1), "2024-03-03", sentences=sentence)
    found = traced(early, wire_page("b", story(1)))
    (edge,) = found["u"].edges
    assert (edge.parent, edge.parent_kind) == ("ANI", "agency")
    assert edge.share > 0.9
    assert any(cite.article == "u" and early.text[cite.start : cite.end] == cite.exact for cite in edge.cites)
    assert any(cite.exact == "ANI" for cite in edge.cites)
    assert found["u"].origins == ("ANI",)


def test_hidden_wire_by_way_of_an_uncredited_page():
    one, two, three = story(1, 100), story(2, 100), story(3, 40)
    edges = run([wire_page("w", one), page("m", f"{one} {three}", "2024-03-05"),
                 page("u", f"{one} {three}", "2024-03-06"), page("far", two, "2024-03-06")])[0]  # fmt: skip
    kept = [edge for edge in edges if {edge.child, edge.parent} != {"w", "u"}]
    found = traced(
        wire_page("w", one), page("m", f"{one} {three}"), page("u", f"{one} {three}"), page("far", two), edges=kept
    )
    assert "without a credit" in reasons(found, "u", "ANI")[0]
    assert found["u"].origins == ("ANI",)
    assert found["far"].origins == ("far",)


def test_pieces_of_several_pages_of_one_agency_add_up():
    first, second, own = story(1, 90), story(2, 90), story(3, 110)
    pages = [wire_page("a", first), wire_page("b", second), page("u", f"{first} {own} {second}", "2024-03-05")]
    assert "2 pages that credit ANI" in reasons(traced(*pages), "u", "ANI")[0]


def test_a_page_with_some_agency_words_keeps_its_own_voice():
    own = page("u", f"{story(3, 400)} {story(1, 120)}", "2024-03-05")
    found = traced(wire_page("a", story(1, 120)), own)
    assert found["u"].origins == ("u", "ANI")
    assert "with the writing of ANI" in reasons(found, "u", "ANI")[0]
    assert not any("hidden" in reason for reason in reasons(found, "u", "ANI"))


def test_live_pages_and_round_ups_are_no_hidden_wire():
    found = traced(wire_page("a", story(1)), page("l", story(1), "2024-03-05", kind="live"))
    assert not any("hidden" in reason for edge in found["l"].edges for reason in edge.reasons)


def test_material_of_an_agency_leaves_the_report_its_own():
    cite = Cite(article="i", sentence=-2, start=0, end=3, exact="ANI")
    article = page(
        "i", story(1), margin="With inputs from ANI", credits=(Credit(agency="ANI", kind="inputs", cite=cite),)
    )
    assert traced(article)["i"].origins == ("i", "ANI")
    links = (Link(actor="outlet i", relation="publishes"), Link(actor="ANI", relation="credits"))
    said = StatementMention(
        id="s", sentence=0, start=0, end=5, kind="indirect", content=((0, 5),), text="x", chain=links
    )
    (found,) = lineage({"i": article}, {"i": Reading(article="i", statements=(said,))}, ())
    assert found.origins == ("i", "ANI")


def test_an_aggregator_is_no_page_of_the_one_source_it_credits():
    text = f"OSLO (AP) — {story(1, 60)}\n\nPARIS (AFP) — {story(2, 60)}"
    found = traced(wire_page("g", text), wire_page("a", story(1, 60)))
    assert "g" in found["g"].origins
    assert reasons(found, "g", "ANI")[0].startswith("one of several sources")


def test_an_outlets_own_page_has_nothing_from_the_pages_that_carry_its_text():
    later, carried = page("own", story(1), "2024-03-06", outlet="CNN"), page("u", story(1), "2024-03-04")
    found = traced(carried, wire_page("c", story(1), "CNN", "2024-03-05"), later)
    assert found["own"].origins == ("own",)
    assert not [edge for edge in found["own"].edges if edge.parent_kind == "article"]
    assert found["u"].origins == ("CNN",)


def test_of_two_copies_of_one_day_the_one_captured_first_is_the_parent():
    early, late = (
        page("z", story(1), captured="2024-03-04T08:00+01:00"),
        page("a", story(1), captured="2024-03-04T12:00Z"),
    )
    (edge,) = run([early, late])[0]
    assert (edge.child, edge.parent) == ("a", "z")
    assert "captured later" in edge.reasons[-1]
    broken = page("a", story(1), captured="soon"), page("z", story(1), captured="")
    assert len(run(list(broken))[0]) == 1


def test_an_excerpt_that_a_page_quotes_from_another_leads_to_that_other():
    words = story(31, 60)
    first = page("p", f"{words} {story(32, 400)}")
    second = page("q", f"{story(33, 400)} {words}", "2024-03-05")
    third = page("r", f"{story(34, 200)} {words} {story(35, 200)}", "2024-03-06")
    found = traced(first, second, third)
    assert [edge.parent for edge in found["r"].edges] == ["p"]
    assert [edge.parent for edge in found["q"].edges] == ["p"]


def test_text_of_an_agencys_own_page_without_a_credit_is_hidden_wire():
    own = page("w", story(1), outlet="Coast News Agency")
    credited = wire_page("c", story(2), "Coast", "2024-03-05")
    bare = page("u", story(1), "2024-03-06")
    found = traced(own, credited, bare)
    assert "Coast's own page" in reasons(found, "u", "Coast")[0]
    assert [edge.parent for edge in found["u"].edges if edge.parent_kind == "article"] == ["w"]
    assert found["u"].origins == found["w"].origins == ("w",)
    assert found["w"].edges == ()


def test_covered_spans_add_up_and_take_linear_time():
    assert _covered([(0, 10), (20, 30)], [(5, 25)]) == 0.5
    assert _covered([(0, 10)], []) == 0
    assert _covered([], [(0, 1)]) == 0
    assert _covered([(0, 4), (4, 8), (8, 12)], [(0, 12)]) == 1
    many = [(at, at + 8) for at in range(0, 1_000_000, 10)]
    start = time.process_time()
    assert _covered(many, many) == 1
    assert time.process_time() - start < 2


def test_two_endless_texts_are_traced_in_bounded_time():
    pieces = [story(at, 30) for at in range(800)]
    other = [piece if at % 2 else story(5000 + at, 30) for at, piece in enumerate(pieces)]
    pages = [page("a", " ".join(pieces * 4)), page("b", " ".join(other * 4), "2024-03-05"),
             wire_page("c", " ".join(pieces * 4), when="2024-03-06")]  # fmt: skip
    start = time.process_time()
    assert traced(*pages)["c"].origins == ("ANI",)
    assert time.process_time() - start < 8
