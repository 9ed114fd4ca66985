"""The invented happenings that the weights were fitted on: grouped as they were written, whatever the order."""

import json
import random
from functools import cache
from pathlib import Path

import pytest

from coranto.gate.material import article_of
from coranto.gate.metrics.clusters import b3_f1
from coranto.reading import read
from coranto.story import StoryIndex, roots, slots
from coranto.story.group.index import weights
from coranto.story.group.similar import Terms

HAPPENINGS = Path(__file__).parents[2] / "training" / "stories" / "happenings.jsonl"


@cache
def told():
    """Slots and the true story of each article."""
    rows = [json.loads(line) for line in HAPPENINGS.read_text(encoding="utf-8").splitlines()]
    articles = [(article_of(row), row["story"]) for row in rows]
    return [(slots(article, read(article)), story) for article, story in articles]


def grouped(ordered):
    index, joins, chosen = StoryIndex(), [], []
    for one, _ in ordered:
        chosen.append(index.add(one).story)
        joins += index.joins()
    ends = roots(joins)
    return [ends.get(story, story) for story in chosen]


@pytest.mark.parametrize("seed", range(3))
def test_happenings_are_found_in_any_order_of_a_day(seed):
    draw = random.Random(seed)
    ordered = sorted(told(), key=lambda pair: (pair[0].when, draw.random()))
    assert b3_f1([story for _, story in ordered], grouped(ordered)) > 0.95


def test_every_feature_has_a_weight_of_zero_or_more():
    index = StoryIndex()
    ordered = sorted(told(), key=lambda pair: pair[0].when)[:40]
    names = set()
    for one, _ in ordered:
        names.update(*(match.features for match in index._matches(one, Terms(one.terms))))
        index.add(one)
    assert set(weights()) == {*names, "bias"}
    assert min(weights().values()) >= 0
