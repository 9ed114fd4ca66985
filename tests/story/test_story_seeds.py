"""The seed pages, where they are at hand: which are one story, and that all share one storyline."""

from dataclasses import replace
from pathlib import Path

import pytest

from coranto import article, page, reading
from coranto.story import StoryIndex, link, place, slots
from coranto.types import Refusal

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def seeds():
    if not SEEDS.is_dir():
        pytest.skip("the seed pages are not beside the repository")
    found = {}
    for one in page.find([str(SEEDS)]):
        made = article.clean(one)
        assert not isinstance(made, Refusal)
        inferred = made.published.known in ("none", "inferred")
        told = slots(made, reading.read(made))
        found[Path(made.path).name[:3]] = replace(told, when="") if inferred else told
    return found


def test_stories_of_the_seeds(seeds):
    index = StoryIndex()
    stories, known = {}, []
    for name in sorted(seeds, key=lambda one: (not seeds[one].when, seeds[one].when, one)):
        one = seeds[name]
        stories[name] = (index.add(one) if one.when else place(one, known)).story
        known.append((one, stories[name]))
    assert stories["000"] == stories["001"]
    assert len(set(stories.values())) == 4


def test_one_storyline_of_the_seeds(seeds):
    assert len({link(name, [one])[0].key for name, one in seeds.items()}) == 1
