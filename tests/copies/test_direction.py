"""Who depends on whom, where time alone does not tell."""

import pytest
from test_copies import page, run, story

from coranto.copies.direction import in_order, turned, untold
from coranto.types import Cite, Credit

DAY, MORNING, NOON = "2024-03-04", "2024-03-04T08:00", "2024-03-04T12:00"


def credited(ident, name, when=DAY, **more):
    cite = Cite(article=ident, sentence=-2, start=0, end=len(name), exact=name)
    return page(
        ident, story(1), when, margin=name, credits=(Credit(agency=name, kind="agency", cite=cite),), **more
    )


def why(child, parent, shares=(1.0, 1.0)):
    return turned(child, parent, shares, (child.moment, parent.moment))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (MORNING, NOON, True), (DAY, "2024-03-05", True), (DAY, NOON, False), (DAY, DAY, False), ("", NOON, False),
        (NOON, "2024-03-04T12:00:30", False), ("2024-03", "2024-03-04", True),
    ],
)  # fmt: skip
def test_what_times_tell(first, second, told):
    assert in_order(first, second) == in_order(second, first) == told


def test_credit_comes_before_time():
    wire = page("w", story(1), NOON, outlet="TASS")
    assert "credits TASS" in why(wire, credited("a", "TASS", MORNING))
    assert why(credited("a", "TASS", NOON), wire) == ""
    assert why(page("b", story(1), NOON), page("a", story(1), MORNING)) == ""


def test_on_one_day_a_carrier_depends_on_an_outlet():
    carried, own = page("y", story(1), DAY, outlet="Yahoo News"), page("o", story(1), NOON, outlet="Harbour Post")
    assert "carrier" in why(own, carried)
    assert why(carried, own) == ""


def test_on_one_day_the_page_that_names_its_source_depends_on_the_other():
    assert "names its source" in why(page("b", story(1), NOON), credited("a", "TASS"))
    assert why(credited("a", "TASS", NOON), page("b", story(1), DAY)) == ""


def test_on_one_day_the_contained_depends_on_what_contains_it_and_the_later_captured_on_the_earlier():
    one, two = page("a", story(1), DAY), page("b", story(1), NOON)
    assert "contained" in why(two, one, (0.3, 1.0))
    assert why(two, one, (1.0, 0.3)) == ""
    early = page("b", story(1), NOON, captured="2024-03-04T08:00+01:00")
    late = page("a", story(1), DAY, captured="2024-03-04T12:00Z")
    assert "captured later" in why(early, late)
    assert why(late, early) == ""


def test_a_post_whose_author_stands_in_the_margin_is_no_narration():
    post, margin = (
        "The boats you heard about sailed long before that time and not one of them was theirs, whatever they say.",
        "— A (@a)",
    )
    pages = [
        page(name, f"{story(seed)}\n\n{post} {story(99, 20)}\n\n{story(seed + 1)}", margin=margin)
        for name, seed in (("a", 50), ("b", 60))
    ]
    assert not [edge for edge in run(pages)[0] if edge.kind != "shares_quote_only"]
    bare = [page(one.id, one.text) for one in pages]
    assert [edge.kind for edge in run(bare)[0]] == ["excerpt"]


def test_what_nothing_tells_is_said():
    (edge,) = run([page("a", story(1), DAY), page("b", story(1), DAY)])[0]
    assert edge.reasons[-1] == "no page tells which of the two came first"
    (later,) = run([page("a", story(1), DAY), page("b", story(1), "2024-03-05")])[0]
    assert "no page tells" not in later.reasons[-1]
    wire = page("w", story(1), DAY, outlet="TASS")
    assert untold(credited("a", "TASS"), wire, (1.0, 1.0), (DAY, DAY)) == ""
    carried = page("y", story(1), DAY, outlet="Yahoo News")
    assert untold(carried, page("a", story(1), DAY), (1.0, 1.0), (DAY, DAY)) == ""
