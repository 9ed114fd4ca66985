"""Stories: what joins, what does not, and that nothing depends on anything but the articles."""

import random
import time
from dataclasses import replace
from datetime import date

import pytest

from coranto.settings import StoryOptions
from coranto.story import StoryIndex, place, slots
from coranto.story.stems import stem
from coranto.types import Article, CopyEdge, Dated, EventSlot, Name, Reading, Sentence
from coranto.types.time import day

FERRY = (
    "Ferry sinks off the northern cape",
    "A ferry with ninety passengers sank off the northern cape during a gale. Coastguard boats pulled "
    "survivors from the water near the lighthouse. Divers search the wreck of the ferry.",
)
FERRY_TOO = (
    "Divers search ferry wreck off cape",
    "Divers searched the wreck of a ferry that sank in a gale near the lighthouse. The coastguard said "
    "survivors among the passengers were in hospital.",
)
BUDGET = (
    "Parliament passes the school budget",
    "Deputies voted for more money for schools after a long debate. Teachers had asked for smaller classes and the "
    "finance committee agreed.",
)


def page(ident, told, when="2022-05-03"):
    return Article(id=ident, page=ident, path=ident, title=told[0], outlet=f"outlet {ident}", text=told[1],
                   published=Dated(value=when))  # fmt: skip


def slotted(ident, told, when="2022-05-03", **more):
    return replace(slots(page(ident, told, when), Reading(article=ident)), **more)


def assigned(all_slots, index=None):
    index = StoryIndex() if index is None else index
    return {one.article: index.add(one).story for one in sorted(all_slots, key=lambda one: (one.when, one.article))}


def test_two_reports_of_one_happening_are_one_story():
    found = assigned([slotted("a", FERRY), slotted("b", FERRY_TOO, "2022-05-04"), slotted("c", BUDGET)])
    assert found["a"] == found["b"] != found["c"]


def test_reasons_can_be_read():
    index = StoryIndex()
    index.add(slotted("a", FERRY))
    reasons = index.add(slotted("b", FERRY_TOO)).reasons
    assert any("text alike" in reason and "ferry" in reason.lower() for reason in reasons)


def test_the_same_words_weeks_later_are_another_story():
    found = assigned([slotted("a", FERRY), slotted("b", FERRY_TOO, "2022-05-25")])
    assert found["a"] != found["b"]


def test_a_copy_joins_at_once_whatever_its_title():
    index = StoryIndex()
    first = index.add(slotted("a", FERRY))
    edge = CopyEdge(child="b", parent="a", kind="same_text", share=0.9)
    assert index.add(slotted("b", ("x", "y")), [edge]).story == first.story
    quote = CopyEdge(child="c", parent="a", kind="shares_quote_only", share=0.9)
    assert index.add(slotted("c", ("x", "y")), [quote]).story != first.story


def meeting(**more):
    return EventSlot(family="meet", parties=("FRA", "ITA"), lead=True, **more)


def test_likeness_does_not_beat_a_contradicting_day():
    index = StoryIndex()
    first = index.add(slotted("a", FERRY, events=(meeting(interval=day(date(2022, 5, 2))),)))
    other = index.add(slotted("b", FERRY, events=(meeting(interval=day(date(2022, 4, 12))),)))
    assert first.story != other.story
    assert any("other days" in reason for reason in other.reasons)


def test_an_undated_page_joins_by_its_edition_alone():
    seventh = EventSlot(family="occasion", parties=("FRA", "ITA"), series="sea forum", ordinal=7, lead=True)
    told = ("Envoys meet at the sea forum", "Envoys spoke about nets at the forum.")
    other = (
        "Two navies talk",
        "Officers spoke at length about boats, nets and harbours at the forum.",
    )
    index = StoryIndex()
    story = index.add(slotted("b", other, events=(seventh,))).story
    assert index.add(slotted("z", told, "", events=(seventh,))).story == story
    eighth = replace(seventh, ordinal=8)
    assert index.add(slotted("y", other, "", events=(eighth,))).story != story


def stream(seed, size=60):
    draw = random.Random(seed)
    vocabulary = [f"{a}{b}{c}" for a in "bdfgk" for b in "aeiou" for c in ("lmo", "rnt", "ska", "vup")]
    out = []
    for at in range(size):
        topic = draw.randrange(12)
        words = [draw.choice(vocabulary[topic * 8 : topic * 8 + 14]) for _ in range(40)]
        out.append(slotted(f"p{at:03}", (" ".join(words[:6]), " ".join(words)), f"2022-05-{1 + at // 5:02}"))
    return out


def test_order_of_arrival_leaves_no_trace():
    made = stream(1)
    shuffled = list(made)
    random.Random(2).shuffle(shuffled)
    assert assigned(made) == assigned(shuffled)


def test_a_restored_index_goes_on_in_the_same_way():
    made = stream(3)
    whole, again = StoryIndex(StoryOptions(window_days=4)), StoryIndex(StoryOptions(window_days=4))
    before = assigned(made[:40], whole)
    again.restore((one, before[one.article]) for one in made[:40])
    assert assigned(made[40:], whole) == assigned(made[40:], again)


def test_closed_stories_are_forgotten():
    index = StoryIndex(StoryOptions(window_days=2))
    assigned(stream(4), index)
    index.expire("2022-08-01")
    assert len(index) == 0
    assert not index._postings
    assert not index._idf.counts


@pytest.mark.parametrize("when", ["", "2022", "2022-05", "soon", "2022-05-03T10:00+02:00", "9999-99-99"])
def test_odd_dates_are_borne(when):
    index = StoryIndex()
    index.add(slotted("a", FERRY))
    assert index.add(slotted("b", FERRY_TOO, when)).story


def test_no_title_no_text_no_words():
    index = StoryIndex()
    stories = {index.add(slotted(f"p{at}", ("", ""))).story for at in range(5)}
    assert len(stories) == 5
    assert index.add(slotted("c", ("", "新华社 报道"))).story


def test_a_thousand_same_pages_are_one_story_in_little_time():
    index = StoryIndex()
    start = time.process_time()
    stories = {index.add(slotted(f"p{at:04}", FERRY)).story for at in range(1000)}
    assert len(stories) == 1
    assert time.process_time() - start < 8


def test_stems_bring_forms_together():
    assert stem("militaries") == stem("military")
    assert stem("talks") == stem("talk") == stem("talking")
    assert stem("agreed") == stem("agree")
    assert stem("the") == stem("") == ""
    assert stem("Zürich") == stem("Zurich")


def test_an_undated_page_is_placed_among_neighbours_of_any_time():
    neighbours = [(slotted("a", FERRY), "sto-a"), (slotted("b", BUDGET, "2019-01-01"), "sto-b")]
    undated = slotted("z", (BUDGET[0], BUDGET[1] + " They met at noon."), "")
    assert place(undated, neighbours).story == "sto-b"
    assert place(undated, neighbours[:1]).story.startswith("sto-")
    assert place(undated, ()).reasons == ("no open story is near enough",)


def test_an_undated_page_of_other_days_stays_apart():
    neighbours = [(slotted("b", BUDGET, "2019-01-01"), "sto-b")]
    other = slotted("z", BUDGET, "", interval=day(date(2020, 1, 1)))
    assert place(other, neighbours).story != "sto-b"


def earnings(at):
    """A notice that repeats its outlet's formula about another firm each time."""
    firm = f"{'abcdefghijklmnop'[at]}orvex{'qrstuvwxyzabcdef'[at]}"
    text = f"{firm} net profit quarter rose shares dividend cents versus year revenue, said {firm}."
    return slotted(f"f{at:02}", (f"{firm} quarter net profit", text), outlet="Service")


def test_an_outlets_formula_makes_no_story_of_hundreds():
    noise = [slotted(f"n{at:02}", (f"w{at} net profit quarter", f"net profit quarter shares dividend cents w{at}"),
                     outlet=f"other {at}") for at in range(12)]  # fmt: skip
    stories = assigned([*noise, *(earnings(at) for at in range(16))])
    of_service = [story for ident, story in stories.items() if ident.startswith("f")]
    assert max(of_service.count(one) for one in of_service) <= 10


def leaders(ident, title, text, when="2022-05-03"):
    one = page(ident, (title, text), when)
    names = tuple(
        Name(sentence=-1, start=0, end=1, text=key, kind="person", key=key, full=key, code=code)
        for key, code in (("anna rossi", "ITA"), ("jean dupont", "FRA"))
    )
    lands = tuple(Name(sentence=0, start=0, end=1, text=code, kind="place", key=code.lower(), full=code, code=code)
                  for code in ("FRA", "ITA"))  # fmt: skip
    return slots(one, Reading(article=ident, names=names + lands))


def test_the_coverage_of_one_meeting_is_one_story():
    told = [
        leaders("a", "Rossi and Dupont to hold summit", "Both leaders fly to the lake for a summit."),
        leaders("b", "Crowds wait in the rain for Dupont and Rossi", "Before their meeting, gulls circled a tent."),
        leaders(
            "c", "A cook on what Rossi and Dupont may eat", "The talks pause at noon for soup, bread and plums."
        ),
    ]
    assert len(set(assigned(told).values())) == 1
    apart = [
        told[0],
        leaders("d", "Crowds wait for Dupont and Rossi", "Before their meeting, gulls.", "2022-05-24"),
    ]
    assert len(set(assigned(apart).values())) == 2
    assert [one.persons for one in told[0].events if one.family == "encounter"] == [("dupont", "rossi")]


def test_undated_pages_find_one_another_by_what_they_tell():
    told = [slotted("a", FERRY, ""), slotted("b", FERRY_TOO, ""), slotted("c", BUDGET, "")]
    told += [slotted("d", (BUDGET[0], BUDGET[1] + " They met at noon."), "")]
    found = assigned(told)
    assert found["a"] == found["b"] != found["c"] == found["d"]


def test_the_opening_weighs_more_than_what_follows():
    parts = ["Rain flooded Dale.", "Mills closed.", "Roads broke.", "Sheep and goats were moved to higher meadows."]
    text = " ".join(parts)
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    told = replace(
        page("a", ("", text)),
        sentences=tuple(
            Sentence(index=n, start=start, end=end, paragraph=0) for n, (start, end) in enumerate(spans)
        ),
    )
    terms = dict(slots(told, Reading(article="a")).terms)
    assert terms[stem("flooded")] == terms[stem("Mills")] > terms[stem("sheep")] == terms[stem("meadows")]
