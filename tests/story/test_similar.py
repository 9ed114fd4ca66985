"""Weights of terms, sums and postings: what is kept must be what would be made anew."""

import random
from itertools import pairwise

import pytest

from coranto.story import StoryIndex
from coranto.story.group.postings import Postings
from coranto.story.group.similar import Idf, Sum, Terms
from coranto.types import Slots

WORDS = [f"stem{number}" for number in range(400)]


def made(count, days=6, seed=3):
    """Articles about a hundred happenings, with words of their own, over some days."""
    some = random.Random(seed)
    themes = [some.sample(WORDS, 14) for _ in range(100)]
    for at in range(count):
        terms = dict.fromkeys([*some.choice(themes)[: some.randint(8, 14)], *some.sample(WORDS, 8)], 1.5)
        when = f"2022-05-{1 + at * days // count:02d}T{at:06d}"
        yield Slots(article=f"a{at:05d}", outlet=f"o{at % 9}", when=when, terms=tuple(terms.items()),
                    title=tuple(terms)[:5])  # fmt: skip


def test_an_index_restored_within_a_day_of_a_large_window_goes_on_as_before():
    stream = list(made(1200))
    whole = StoryIndex()
    before = [(whole.add(one), whole.joins()) for one in stream]
    assert len({answer.story for answer, _ in before}) < 600
    for cut in (333, 1077):
        again = StoryIndex()
        again.restore(
            [(one, answer.story) for one, (answer, _) in zip(stream[:cut], before, strict=False)],
            [join for _, joins in before[:cut] for join in joins],
        )
        assert [again.add(one) for one in stream[cut:]] == [answer for answer, _ in before[cut:]]


def test_lengths_follow_the_weights():
    idf = Idf(7)
    terms = Terms([("mill", 2.0), ("fire", 1.0)])
    idf.add(1, "one", ["mill"])
    first = idf.length(terms)
    idf.add(1, "two", ["mill", "fire"])
    assert idf.length(terms) == pytest.approx(idf.length(dict(terms))) != first


def test_a_product_of_sums_is_the_mean_of_the_cosines():
    idf = Idf(7)
    texts = [Terms(one.terms) for one in made(9)]
    for at, text in enumerate(texts):
        idf.add(1, f"s{at}", text)
    left, right = Sum(), Sum()
    for text in texts[:4]:
        left.add(text)
    for text in texts[4:]:
        right.add(text)
    left.total(idf.weights, idf.age)
    left.drop(1)
    pairs = [idf.cosine(idf.asked(idf.scaled(one)), two) for one in left.texts for two in right.texts]
    assert idf.mean_cosine([left], [right]) == pytest.approx(sum(pairs) / len(pairs))


def test_what_is_forgotten_leaves_nothing_behind():
    idf = Idf(1)
    for at, one in enumerate(made(300, days=1)):
        idf.add(1 + at // 100, f"s{at % 7}", [term for term, _ in one.terms])
    idf.expire(9)
    assert not idf.counts and not idf.size and idf.told(WORDS[0]) == 0


def test_postings_find_what_shares_the_rarest_terms_and_forget_at_once():
    postings = Postings()
    for at, (one, two) in enumerate(pairwise(WORDS[:50])):
        postings.put(f"s{at:02d}", [one, two, "common"])
    assert postings.nearest({WORDS[7]: 1.0, WORDS[8]: 0.5})[0] == "s07"
    postings.drop([f"s{at:02d}" for at in range(49) if at != 8])
    assert postings.nearest({WORDS[7]: 1.0, "common": 0.5}) == ["s08"]
    postings.drop(["s08"])
    assert len(postings) == 0
