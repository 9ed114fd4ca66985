from math import isclose

import pytest

from coranto.gate.metrics.clusters import ari, b3_f1, ceafe_f1, conll_f1, muc_f1, pair_f1
from coranto.gate.metrics.counts import f1, f1_of, macro_f1, mean, ratio
from coranto.gate.metrics.spans import SpanTally, match_overlaps, pair, shared, tidy
from coranto.gate.metrics.text import outlet_key, person_key, same_day, text_f1, text_scores, title_key

GOLD = ["a", "a", "a", "b", "b", "c"]
SPLIT = ["1", "1", "2", "3", "3", "3"]


def test_nothing_predicted_earns_nothing():
    assert f1_of(0, 0, 7) == 0
    assert ratio(0, 0) == 0
    assert mean([]) == 0
    assert f1(0, 0) == 0
    assert f1_of(3, 4, 6) == pytest.approx(0.6)


def test_macro_f1_by_hand():
    gold, said = ["x", "x", "y", "z"], ["x", "y", "y", ""]
    # x: p 1, r 1/2 -> 2/3; y: p 1/2, r 1 -> 2/3; z: 0; w is no gold label
    assert macro_f1(gold, said, ["x", "y", "z", "w"]) == pytest.approx(4 / 9)
    assert macro_f1(gold, gold, ["x", "y", "z"]) == 1
    assert macro_f1(gold, [""] * 4, ["x", "y", "z"]) == 0


def test_text_scores_by_hand():
    gold, said = "one two three four five", "two three four five six seven"
    # gold has 2 shingles, the answer 3, one is shared
    assert text_scores(gold, said) == (pytest.approx(1 / 3), pytest.approx(1 / 2))
    assert text_scores(gold, gold) == (1, 1)
    assert text_scores(gold, "") == (0, 0)
    assert text_scores(gold, "quite other words stand here") == (0, 0)


def test_repeated_text_costs_precision():
    precision, recall = text_scores("a b c d", "a b c d a b c d")
    assert recall == 1
    assert precision == pytest.approx(1 / 5)


def test_text_f1_is_of_the_means():
    assert text_f1([(1.0, 0.5), (0.5, 0.5)]) == pytest.approx(2 * 0.75 * 0.5 / 1.25)
    assert text_f1([]) == 0


def test_keys_of_titles_names_and_outlets():
    assert title_key("  Córdoba’s  “Port” – opens ") == title_key('cordoba\'s "port" - opens')
    assert title_key("Port : it opens !") == title_key("Port: it opens!")
    assert title_key("Port opens") != title_key("Port closes")
    assert person_key("By Zoë O. Brand") == person_key("zoe o brand")
    assert outlet_key("The Harbour Post") == outlet_key("HarbourPost") == outlet_key("harbourpost.com")
    assert outlet_key("The") == "the"
    assert outlet_key("Harbour Post") != outlet_key("Harbour Times")


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("2024-05-03 15:47:42+00:00", "2024-05-03", True),
        ("2024-05-03T23:30:00+00:00", "2024-05-04T01:30+02:00", True),
        ("2024-05-03", "2024-05-04", False),
        ("2024-05-03", "2024-05", False),
        ("2024-05-03", "", False),
        ("", "", False),
        ("soon", "2024-05-03", False),
    ],
)
def test_same_day(gold, said, same):
    assert same_day(gold, said) is same


def test_b3_by_hand():
    # precision: (1+1)·.. clusters 1: 2/2 each, 2: 1, 3: b b c -> 2/3, 2/3, 1/3
    precision = (1 + 1 + 1 + 2 / 3 + 2 / 3 + 1 / 3) / 6
    recall = (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1 + 1) / 6
    assert b3_f1(GOLD, SPLIT) == pytest.approx(f1(precision, recall))


def test_pairs_by_hand():
    # gold pairs 3 + 1, predicted 1 + 3, shared 1 + 1
    assert pair_f1(GOLD, SPLIT) == pytest.approx(0.5)
    assert pair_f1(["a", "b"], ["1", "2"]) == 1
    assert pair_f1(["a", "a"], ["1", "2"]) == 0
    assert pair_f1([], []) == 0


def test_ari_by_hand():
    # (2 - 4·4/15) / (4 - 4·4/15)
    assert ari(GOLD, SPLIT) == pytest.approx((2 - 16 / 15) / (4 - 16 / 15))
    assert ari(GOLD, GOLD) == 1
    assert ari(GOLD, ["one"] * 6) == 0
    assert ari([], []) == 0


def test_muc_by_hand():
    # gold needs 2 + 1 links, keeps 1 + 1; predicted has 1 + 2, of which 1 + 1 are right
    assert muc_f1(GOLD, SPLIT) == pytest.approx(2 / 3)
    assert muc_f1(GOLD, list("123456")) == 0


def test_ceafe_by_hand():
    # best: a-1 (4/5), b-3 (4/5), c with nothing better than 2 (0): 1.6 over 3 and 3
    assert ceafe_f1(GOLD, SPLIT) == pytest.approx(1.6 / 3)
    assert ceafe_f1(GOLD, GOLD) == pytest.approx(1)


def test_ceafe_needs_the_best_and_not_the_greedy_alignment():
    gold = list("xxxyyyzz")
    said = list("11122222")
    # x-1 1; y-2 6/8 or z-2 4/7
    assert ceafe_f1(gold, said) == pytest.approx(f1((1 + 0.75) / 2, (1 + 0.75) / 3))


def test_ceafe_weighs_chains_of_overlap():
    gold, said = list("aabbb"), list("12223")
    # a-1 2/3 and b-2 4/6, against a-2 2/5 and b-3 1/2
    assert ceafe_f1(gold, said) == pytest.approx(f1((4 / 3) / 3, (4 / 3) / 2))


def test_right_wrong_and_empty_clusterings():
    assert conll_f1(GOLD, GOLD) == pytest.approx(1)
    assert conll_f1(GOLD, SPLIT) < 0.8
    assert conll_f1([], []) == 0
    assert b3_f1([], []) == 0


def test_names_of_clusters_do_not_matter():
    assert isclose(b3_f1(GOLD, ["z", "z", "z", "y", "y", "x"]), 1)


def test_tidy_spans():
    text = "  so said   he  and she"
    assert tidy([[0, 10]], text) == ((2, 9),)
    assert tidy([[2, 4], [5, 9]], text) == ((2, 9),)
    assert tidy([[12, 16], [2, 4]], text) == ((2, 4), (12, 14))
    assert tidy([[0, 2], [40, 50], [9, 3]], text) == ()


def test_shared_characters():
    assert shared(((0, 4), (8, 12)), ((2, 10),)) == 4
    assert shared((), ((2, 10),)) == 0


def attribution(content, source=()):
    return {"source": source, "cue": (), "content": content}


def test_pairs_are_one_to_one_and_best_first():
    gold = [attribution(((0, 10),)), attribution(((20, 30),))]
    said = [attribution(((0, 30),)), attribution(((19, 30),))]
    assert pair(gold, said) == {0: 0, 1: 1}
    assert pair(gold, []) == {}
    assert pair([attribution(((50, 60),))], said) == {}


def test_tally_by_hand():
    tally = SpanTally()
    tally.add(((0, 10),), ((0, 10),))
    tally.add(((20, 30),), ((25, 45),))
    tally.add(((50, 60),), ())
    tally.add((), ((70, 80),))
    assert tally.exact == pytest.approx(1 / 3)
    # precision (1 + 5/20 + 0) / 3, recall (1 + 5/10 + 0) / 3
    assert tally.soft == pytest.approx(f1(1.25 / 3, 1.5 / 3))


def test_an_empty_tally_earns_nothing():
    tally = SpanTally()
    tally.add(((0, 10),), ())
    assert tally.exact == tally.soft == 0


def test_overlaps_are_one_to_one():
    assert match_overlaps([(0, 4), (6, 10)], [(0, 10)]) == {0: 0}
    assert match_overlaps([(0, 4), (6, 10)], [(6, 9), (3, 5)]) == {0: 1, 1: 0}
    assert match_overlaps([(0, 4)], [(4, 8)]) == {}
