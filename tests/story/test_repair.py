"""The repair pass: what grew apart is joined as it goes, a function of the articles before and nothing else."""

import random
from dataclasses import replace
from datetime import date

import pytest

from coranto.settings import StoryOptions
from coranto.story import StoryIndex, roots, slots
from coranto.story.group.repair import Repair
from coranto.story.group.similar import Idf
from coranto.types import Article, Dated, EventSlot, Join, Reading
from coranto.types.time import day

WRECK = "A ferry with ninety passengers sank off the northern cape in a gale; the coastguard searched the wreck."
DIVERS = "Divers searched the wreck of the ferry that sank in a gale off the northern cape, the coastguard said."
SCHOOL = "Deputies voted for more money for village schools and smaller classes after a debate of nine hours."


def told(ident, text, when="2022-05-03", **more):
    page = Article(
        id=ident, page=ident, path=ident, title=text[:40], outlet=ident, text=text, published=Dated(value=when)
    )
    return replace(slots(page, Reading(article=ident)), **more)


def repairing(members, joins=(), apart=()):
    """A repair that has taken slots with their stories."""
    idf = Idf(7)
    repair = Repair(idf)
    for one, story in members:
        idf.add(1, story, [term for term, _ in one.terms])
        repair.take(one, story)
    repair.restore(joins)
    repair.keep_apart(apart)
    return repair


def decided(joins):
    return [(join.goes, join.keeps) for join in joins]


def apart():
    return [(told("a", WRECK), "s1"), (told("b", DIVERS, "2022-05-04"), "s2"), (told("c", SCHOOL), "s3")]


def test_one_happening_in_two_stories_is_told_under_the_earlier():
    joins = repairing(apart()).review("b", "s2", ["s1", "s3"])
    assert decided(joins) == [("s2", "s1")]
    assert joins[0].article == "b"
    assert joins[0].score > 0
    assert "alike" in joins[0].reasons[0]
    assert decided(repairing(apart()).review("a", "s1", ["s2"])) == [("s2", "s1")]


def test_what_is_joined_is_not_joined_again_and_not_parted_without_cause():
    repair = repairing(apart())
    assert repair.review("b", "s2", ["s1"])
    assert repair.review("b", "s2", ["s1"]) == ()


def test_a_join_that_grew_weak_is_undone():
    members = [*apart(), *((told(f"x{at}", SCHOOL, "2022-05-04"), "s2") for at in range(8))]
    joins = repairing(members, [Join(article="b", goes="s2", keeps="s1")]).review("x7", "s2", ["s1"])
    assert decided(joins) == [("s2", "")]
    assert decided(joins[:1]) == decided(
        repairing(members, [Join(article="b", goes="s2", keeps="s1")]).review("a", "s1", [])
    )


def test_days_and_events_keep_apart():
    far = [(told("a", WRECK), "s1"), (told("b", DIVERS, "2022-05-24"), "s2")]
    assert repairing(far).review("b", "s2", ["s1"]) == ()
    undated = [(told("a", WRECK), "s1"), (told("b", DIVERS, ""), "s2")]
    assert repairing(undated).review("b", "s2", ["s1"]) == ()
    meets = [
        EventSlot(family="meet", parties=("FRA", "ITA"), lead=True, interval=day(date(2022, 5, n))) for n in (2, 12)
    ]
    vetoed = [(told("a", WRECK, events=(meets[0],)), "s1"), (told("b", DIVERS, events=(meets[1],)), "s2")]
    assert repairing(vetoed).review("b", "s2", ["s1"]) == ()


def test_one_outlets_formulas_join_nothing():
    members = [(replace(one, outlet="Service"), story) for one, story in apart()]
    assert repairing(members).review("b", "s2", ["s1"]) == ()
    members.append((told("d", WRECK, "2022-05-04"), "s2"))
    assert decided(repairing(members).review("d", "s2", ["s1"])) == [("s2", "s1")]
    unknown = [(replace(one, outlet=""), story) for one, story in apart()]
    assert repairing(unknown).review("b", "s2", ["s1"]) == ()


def test_a_person_keeps_apart_directly_and_through_a_third():
    assert repairing(apart(), apart=[("s2", "s1")]).review("b", "s2", ["s1"]) == ()
    three = [*apart(), (told("d", WRECK + " " + DIVERS, "2022-05-05"), "s4")]
    repair = repairing(three, apart=[("s4", "s1")])
    assert decided(repair.review("b", "s2", ["s1"])) == [("s2", "s1")]
    assert repair.review("d", "s4", ["s2", "s1"]) == ()


def test_what_is_joined_parts_when_a_person_keeps_it_apart():
    repair = repairing(apart(), [Join(article="b", goes="s2", keeps="s1")])
    assert decided(repair.keep_apart([("s1", "s2")])) == [("s2", "")]
    assert repair.keep_apart([("s1", "s2"), ("s3", "s3"), ("none", "s1")]) == ()


def test_what_is_told_under_a_closed_story_stays_there():
    repair = repairing(apart(), [Join(article="b", goes="s2", keeps="s1")])
    repair.close("s1")
    repair.take(told("e", DIVERS, "2022-05-05"), "s5")
    assert decided(repair.review("e", "s5", ["s2"])) == [("s5", "s2")]
    repair.take(told("0", DIVERS, "2022-05-02"), "s0")
    assert repair.review("0", "s0", ["s2"]) == ()


def test_nothing_is_kept_of_what_has_closed():
    repair = repairing(
        apart(), [Join(article="b", goes="s2", keeps="s1"), Join(article="c", goes="s3", keeps="s2")]
    )
    for story in ("s2", "s1", "s3"):
        repair.close(story)
    assert not repair._parts
    assert not repair._into
    assert not repair._under


def test_roots_follow_chains_and_partings():
    joins = [
        Join(article="b", goes="s2", keeps="s1"),
        Join(article="c", goes="s3", keeps="s2"),
        Join(article="d", goes="s4", keeps="s1"),
        Join(article="e", goes="s4", keeps=""),
    ]
    assert roots(joins) == {"s2": "s1", "s3": "s1"}
    assert roots(()) == {}
    circle = [Join(article="x", goes="a", keeps="b"), Join(article="x", goes="b", keeps="a")]
    assert set(roots(circle)) == {"a", "b"}


def stream(seed, size=120):
    """Articles of some topics that drift, so that stories grow apart and together."""
    draw = random.Random(seed)
    vocabulary = [f"{a}{b}{c}" for a in "bdfgkpt" for b in "aeiou" for c in ("lmo", "rnt", "ska", "vup")]
    out = []
    for at in range(size):
        topic = draw.randrange(9)
        start = topic * 10 + draw.randrange(14)
        words = [draw.choice(vocabulary[start : start + 18]) for _ in range(30)]
        text = " ".join(words)
        out.append(told(f"p{at:03}", text, f"2022-05-{1 + at // 12:02}"))
    return out


def run(index, articles, into):
    made = []
    for one in articles:
        made.append((one.article, index.add(one).story, index.joins()))
        for join in index.joins():
            into.pop(join.goes, None)
            if join.keeps:
                into[join.goes] = join
    return made


def needed(taken, into, kept_apart):
    """The members of the stories of the last days, and the joins in force of these, of what is kept apart and
    of what either is told under: all that `restore` asks for."""
    last = date.fromisoformat(taken[-1][0].when)
    live = {story for one, story in taken if (last - date.fromisoformat(one.when)).days <= 4}
    wanted, joins = sorted(live | kept_apart), {}
    while wanted:
        story = wanted.pop()
        if story in into and story not in joins:
            joins[story] = into[story]
            wanted.append(into[story].keeps)
    return [pair for pair in taken if pair[1] in live], [into[story] for story in into if story in joins]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kept_apart", [(), (2, 9)])
def test_a_restored_index_goes_on_in_the_same_way(seed, kept_apart):
    articles = stream(seed)
    plain = [story for _, story, _ in run(StoryIndex(StoryOptions(window_days=3)), articles, {})]
    pairs = [(plain[one], plain[two]) for one in kept_apart for two in kept_apart if one < two]
    for cut in (40, 75, 100):
        whole, again = StoryIndex(StoryOptions(window_days=3)), StoryIndex(StoryOptions(window_days=3))
        whole.keep_apart(pairs)
        into = {}
        before = run(whole, articles[:cut], into)
        again.keep_apart(pairs)
        taken = list(zip(articles[:cut], [story for _, story, _ in before], strict=True))
        again.restore(*needed(taken, into, {story for pair in pairs for story in pair}))
        assert run(whole, articles[cut:], {}) == run(again, articles[cut:], {})


def test_the_streams_drift_enough_to_test():
    made = [joins for seed in range(6) for *_, joins in run(StoryIndex(), stream(seed), {})]
    assert sum(1 for joins in made for join in joins if join.keeps) > 6


@pytest.mark.parametrize("seed", range(4))
def test_keepers_are_the_earlier_and_kept_apart_stays_apart(seed):
    articles = stream(seed)
    into = {}
    index = StoryIndex()
    made = run(index, articles, into)
    first = {}
    for at, (_, story, _) in enumerate(made):
        first.setdefault(story, at)
    assert all(first[join.keeps] < first[join.goes] for join in into.values())
    ends = roots(into.values())
    for goes in list(ends)[:3]:
        pair = (goes, ends[goes])
        kept = StoryIndex()
        kept.keep_apart([pair])
        again = {}
        run(kept, articles, again)
        ends_again = roots(again.values())
        assert ends_again.get(pair[0], pair[0]) != ends_again.get(pair[1], pair[1])


def test_a_persons_choice_is_taken_without_a_score():
    index = StoryIndex()
    first = index.add(told("a", WRECK)).story
    assert index.put(told("b", SCHOOL), first, "moved by a person").reasons == ("moved by a person",)
    assert index.joins() == ()
    assert index.put(told("c", SCHOOL), "sto-new", "split by a person").story == "sto-new"
    assert "sto-new" in index
    assert index.add(told("d", WRECK)).story == first


def test_little_and_nothing():
    repair = repairing([(told("a", ""), "s1"), (told("b", "", ""), "s2")])
    assert repair.review("b", "s2", ["s1", "gone", "s2"]) == ()
    assert repairing([]).review("x", "none", []) == ()


def test_stories_of_one_meeting_are_one_whatever_their_words():
    def meeting(ident, text, pair, when="2022-05-03"):
        slot = EventSlot(family="encounter", parties=(), persons=pair, lead=True)
        return told(ident, text, when, events=(slot,))

    def grown(pair, many):
        left = [(meeting(f"a{at}", WRECK, ("arden", "bell")), "s1") for at in range(many)]
        return left + [(meeting(f"b{at}", f"{SCHOOL} A gale blew off the cape.", pair), "s2") for at in range(many)]

    assert decided(repairing(grown(("arden", "bell"), 6)).review("b5", "s2", ["s1"])) == [("s2", "s1")]
    assert repairing(grown(("arden", "cole"), 6)).review("b5", "s2", ["s1"]) == ()
    assert repairing(grown(("arden", "bell"), 3)).review("b2", "s2", ["s1"]) == ()
