from dataclasses import replace
from datetime import date, timedelta

import pytest

from coranto.story import Earlier, Lines, suggest
from coranto.types import EventSlot, Slots

START = date(2024, 3, 1)


def slots(ident, text, day, actors=(), events=(), back=()):
    words = text.split()
    return Slots(
        article=ident,
        outlet="x",
        when=(START + timedelta(days=day)).isoformat(),
        terms=tuple((word.lower(), 1.0) for word in words),
        shown=tuple(words),
        actors=actors,
        events=events,
        back=back,
    )


def earlier(line, ident, text, day, **more):
    return Earlier(line=line, story=ident, slots=(slots(ident, text, day, **more),))


FISH = [
    earlier("fish", f"f{at}", f"mackerel quota talks harbour {word}", at, actors=("NOR", "ISL"))
    for at, word in enumerate(("gulls", "nets", "crates", "lanterns"))
]
RAIL = [
    earlier("rail", f"r{at}", f"night train tunnel freight {word}", at, actors=("SWE", "DNK"))
    for at, word in enumerate(("sleepers", "signals", "gauge"))
]
OTHERS = [earlier(f"o{at}", f"o{at}", f"town fair number{at} prize pumpkin{at}", at % 9) for at in range(40)]


def test_the_storyline_with_the_same_parties_and_words_comes_first_with_reasons():
    found = suggest([slots("n", "mackerel quota round opens", 12, actors=("NOR", "ISL"))], [*RAIL, *OTHERS, *FISH])
    assert found[0].line == "fish"
    assert 0.5 < found[0].score <= 1.0
    assert "the same two parties: Iceland and Norway" in found[0].reasons
    assert any(reason.startswith("words in common: mackerel, quota") for reason in found[0].reasons)
    assert "its latest story is 9 days older" in found[0].reasons
    assert found[0].stories[0].startswith("f")
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_each_storyline_is_suggested_once_and_at_most_so_many():
    found = suggest([slots("n", "town fair prize mackerel", 12)], [*FISH, *OTHERS])
    lines = [one.line for one in found]
    assert len(lines) == len(set(lines)) == 20
    assert len(suggest([slots("n", "town fair prize mackerel", 12)], [*FISH, *OTHERS], 3)) == 3


def test_the_order_of_earlier_stories_is_of_no_account():
    query = [slots("n", "mackerel quota tunnel", 12, actors=("NOR",))]
    assert suggest(query, [*FISH, *RAIL, *OTHERS]) == suggest(query, [*OTHERS, *RAIL[::-1], *FISH[::-1]])


def test_only_ninety_days_count():
    query = [slots("n", "mackerel quota round", 95, actors=("NOR", "ISL"))]
    assert suggest(query, FISH[:3]) == ()
    assert [one.line for one in suggest(query, [earlier("late", "l", "mackerel fair", 80), *FISH[:3]])] == ["late"]


def test_nothing_is_suggested_from_nothing():
    assert suggest([], FISH) == ()
    assert suggest([slots("n", "", 3)], FISH) == ()
    assert suggest([slots("n", "mackerel", 3)], []) == ()
    undated = replace(slots("n", "mackerel quota", 3), when="")
    assert suggest([undated], FISH)[0].line == "fish"


def test_far_likelier_than_any_other_is_accepted_and_a_close_call_is_not():
    query = [slots("n", "mackerel quota talks harbour opens", 5, actors=("NOR", "ISL"))]
    assert suggest(query, [*FISH, *OTHERS])[0].accepted == "far likelier than any other, by 4 earlier stories"
    twins = [replace(one, line="twin", story=f"t{one.story}") for one in FISH]
    assert not any(one.accepted for one in suggest(query, [*FISH, *twins, *OTHERS]))
    assert not suggest(query, [*FISH[:2], *OTHERS])[0].accepted


def round_of(number, series="mackerel talks", parties=("ISL", "NOR")):
    return (EventSlot(family="occasion", parties=parties, series=series, ordinal=number, lead=True),)


def test_the_next_edition_of_one_series_is_accepted():
    before = earlier("line", "eighth", "gulls over quay", 0, actors=("NOR", "ISL"), events=round_of(8))
    nine = suggest([slots("n", "silence at dawn quay", 50, actors=("NOR", "ISL"), events=round_of(9))], [before])
    assert nine[0].accepted == "edition 9 of the mackerel talks, told after edition 8"
    assert nine[0].reasons[0] == "the same series of meetings: mackerel talks (8, here 9)"
    leap = suggest([slots("n", "silence at dawn quay", 50, actors=("NOR", "ISL"), events=round_of(12))], [before])
    assert not leap[0].accepted
    bare = earlier("line", "eighth", "gulls over quay", 0, actors=("NOR", "ISL"), events=round_of(8, "talks"))
    assert not suggest(
        [slots("n", "silence at quay", 50, actors=("NOR", "ISL"), events=round_of(9, "talks"))], [bare]
    )[0].accepted


def test_a_look_back_on_one_of_its_stories_is_accepted():
    patrol = (EventSlot(family="patrol", parties=("ISL", "NOR"), lead=True),)
    before = earlier("line", "patrol", "coast guards sail", 4, actors=("NOR", "ISL"), events=patrol)
    said = ("last week's joint patrol off the cape",)
    found = suggest([slots("n", "ministers guards", 11, actors=("NOR", "ISL"), back=said)], [before, *RAIL])
    assert found[0].accepted == 'it says so: "last week\'s joint patrol"'
    other = suggest([slots("n", "ministers guards", 11, actors=("SWE", "DNK"), back=said)], [before])
    assert not other[0].accepted
    alone = (EventSlot(family="patrol", parties=("NOR",), lead=True),)
    before = earlier("line", "patrol", "coast guards sail", 4, actors=("NOR",), events=alone)
    weak = suggest([slots("n", "ministers guards", 11, actors=("NOR",), back=said)], [before])
    assert weak[0].reasons[0] == 'it looks back: "last week\'s joint patrol"'
    assert not weak[0].accepted


def test_a_person_known_to_be_of_a_country_brings_its_storylines():
    known = earlier("known", "k", "premier opens bridge", 1, actors=("PRT", "rui alves"))
    line = [earlier("port", f"p{at}", "dock strike cranes", at, actors=("PRT",)) for at in range(3)]
    found = suggest([slots("n", "premier speaks calmly", 5, actors=("rui alves",))], [known, *line])
    assert "port" in [one.line for one in found]


@pytest.mark.parametrize("text", ["x " * 5000, "A" * 100_000, "12 " * 3000])
def test_odd_input_is_soon_done(text):
    lines = Lines()
    for at in range(50):
        lines.add(earlier(f"l{at}", f"s{at}", text, at))
    assert len(lines.suggest([slots("n", text, 60)])) <= 20


def test_the_index_forgets_what_is_old_and_suggests_as_the_function_does():
    lines = Lines()
    for one in sorted([*FISH, *RAIL, *OTHERS], key=lambda one: (one.slots[0].when, one.story)):
        lines.add(one)
    query = [slots("n", "mackerel quota tunnel", 12, actors=("NOR",))]
    assert lines.suggest(query) == suggest(query, [*OTHERS, *FISH, *RAIL])
    assert lines.suggest([slots("n", "mackerel quota tunnel", 400)]) == ()
