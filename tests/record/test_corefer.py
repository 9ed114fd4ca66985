"""Triggers of one happening, without anything but words."""

import gzip
import json
from pathlib import Path

import pytest

from coranto.record import Trigger, corefer
from coranto.record.kinds import kind_of
from coranto.record.overlap import share, stem, stems

ECB = Path(__file__).parents[2].parent / "shared" / "data" / "dev" / "events" / "ecb_dev.json.gz"


def trigger(lemma, words="", topic="1", doc="a"):
    return Trigger(doc=doc, topic=topic, text=lemma, lemma=lemma, words=tuple(words.split()))


@pytest.mark.parametrize(
    ("one", "other"),
    [("announce", "announcement"), ("shoot", "shooting"), ("consult", "consultations"), ("agree", "agreement")],
)
def test_verbs_share_a_stem_with_their_nominals(one, other):
    assert stem(one) == stem(other)


def test_synonyms_are_one_kind_and_others_are_not():
    assert kind_of("murder") == kind_of("slaying")
    assert kind_of("quake") == kind_of("earthquake")
    assert kind_of("murder") != kind_of("quake")
    assert kind_of("said")[1] or kind_of("say")[1]


def test_topics_part_and_words_join():
    labels = corefer([trigger("murder"), trigger("slaying", doc="b"), trigger("murder", topic="2")])
    assert labels == (0, 0, 2)


def test_light_triggers_need_like_sentences():
    labels = corefer(
        [
            trigger("say", "the mayor of Turku spoke of the frozen harbour"),
            trigger("say", "the frozen harbour of Turku worried its mayor", doc="b"),
            trigger("say", "a baker praised rye", doc="c"),
        ]
    )
    assert labels == (0, 0, 2)


def test_share_of_nothing_is_nothing():
    assert share(stems(""), stems("ships")) == 0.0


def _pairs(labels):
    """The pairs that share a label, counted by block sizes."""
    counts = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return sum(n * (n - 1) // 2 for n in counts.values())


@pytest.mark.skipif(not ECB.exists(), reason="the measuring set is not at hand")
def test_beats_the_same_lemma_on_marked_triggers():
    with gzip.open(ECB) as raw:
        marked = json.load(raw)
    gold = [(one["topic_id"], one["coref_chain"]) for one in marked]
    lemma = [(one["topic_id"], one["mention_head_lemma"].lower()) for one in marked]
    mine = corefer([trigger(one["mention_head_lemma"], topic=one["topic_id"], doc=one["doc_id"]) for one in marked])
    assert _f1(gold, mine) > _f1(gold, lemma)


def _f1(gold, labels):
    both = _pairs(list(zip(gold, labels, strict=True)))
    return 2 * both / (_pairs(gold) + _pairs(labels))
