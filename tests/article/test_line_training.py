"""Forms of training pages: articles cut at a short sentence, and paragraphs set as newspapers set them."""

import random
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
TEXT = (
    "The board met on Monday. It put off its vote on the lock until the autumn. Nobody spoke against it, and the "
    "chair closed the meeting at noon. Pilots had asked for more time."
)


@pytest.fixture
def degrade(monkeypatch):
    monkeypatch.syspath_prepend(str(TRAINING / "lines"))
    before = set(sys.modules)
    import degrade as module

    yield module
    for name in set(sys.modules) - before:
        if not name.startswith("coranto"):
            del sys.modules[name]


def page(degrade):
    text = [degrade.Row(TEXT, wanted=True) for _ in range(8)]
    return [degrade.Row("Harbour Times", "furniture"), *text, degrade.Row("More news", "teaser")]


def test_an_article_is_cut_at_a_short_sentence(degrade):
    for seed in range(20):
        rows = degrade.ended(page(degrade), random.Random(seed))
        wanted = [row.text for row in rows if row.wanted]
        assert 3 < len(wanted) <= 8
        assert wanted[:-1] == [TEXT] * (len(wanted) - 1)
        assert wanted[-1] in TEXT and len(wanted[-1]) <= 90 and wanted[-1].endswith(".")


def test_paragraphs_are_parted_into_sentences(degrade):
    rows = degrade.parted(page(degrade), random.Random(1))
    wanted = [row.text for row in rows if row.wanted]
    assert len(wanted) > 8 and " ".join(wanted) == " ".join([TEXT] * 8)
    assert [row.text for row in rows if not row.wanted] == ["Harbour Times", "More news"]
