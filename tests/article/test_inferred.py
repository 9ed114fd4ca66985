"""Outlets inferred from how a page is made: only where several signs add up, and always with their words."""

from coranto.article.outlet import inferred

HEAD = "Navies of two neighbours to train together\n"
BULLETS = "- Ships will meet off the northern coast, officials say\n- Drill follows a year of talks on rescue\n"
TOLD = "The drill was announced by the Chinese foreign and defence ministries on Tuesday.\n"


def test_the_name_of_a_sea_tells_no_outlet():
    assert inferred(HEAD + "The ships will sail in the Sea of Japan, or East Sea, next week.\n").name == ""


def test_one_weak_sign_is_not_enough():
    assert inferred(HEAD + BULLETS).name == "" and inferred(HEAD + TOLD).name == ""


def test_two_signs_are_quoted_and_marked():
    found = inferred(HEAD + BULLETS + TOLD)
    assert found.inferred and len(found.evidence) == 2
    assert all(
        squeezed in " ".join((HEAD + BULLETS + TOLD).split()) for squeezed in (one.text for one in found.evidence)
    )
