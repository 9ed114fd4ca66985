import json
from dataclasses import dataclass

import pytest

import coranto.record
from coranto.gate import run
from coranto.gate.record import sentence, topic_of

CONTEXT = ["A", "mill", "burned", ".", "The", "blaze", "hurt", "nobody", ".", "It", "rained"]


def mention(doc, at, lemma, chain):
    return {
        "doc_id": doc, "coref_chain": chain, "mention_context": CONTEXT, "mention_head": CONTEXT[at],
        "mention_head_lemma": lemma, "tokens_number": [at],
    }  # fmt: skip


ROWS = [
    mention("1_1ecb.xml", 2, "burn", "fire"),
    mention("1_1ecb.xml", 5, "blaze", "fire"),
    mention("1_2ecb.xml", 6, "hurt", "alone"),
    mention("2_1ecb.xml", 2, "burn", "fire"),
]


@dataclass(kw_only=True)
class Trigger:
    doc: str
    topic: str
    text: str
    lemma: str
    words: tuple


@pytest.fixture
def score(tmp_path, monkeypatch):
    def ask(corefer, *rows):
        (tmp_path / "events").mkdir(exist_ok=True)
        (tmp_path / "events/ecb_test.json").write_text(json.dumps(rows), encoding="utf-8")
        monkeypatch.setattr(coranto.record, "Trigger", Trigger, raising=False)
        monkeypatch.setattr(coranto.record, "corefer", corefer, raising=False)
        return run(tmp_path, "record")

    return ask


def test_right_wrong_and_empty_chains(score):
    (row,) = score(lambda triggers: (0, 0, 1, 2), *ROWS).rows
    assert (row.id, row.set, row.n) == ("record.ecb_conll_f1", "ecb_test", 4)
    assert row.value == pytest.approx(1)
    (row,) = score(lambda triggers: (0, 0, 0, 0), *ROWS).rows
    # MUC: 1 of 3 links right, B³: p (4 + 1 + 1)/16 and r 1, CEAFe: best 2·2/(2 + 4) over 1 and 3 clusters
    muc, b3, ceafe = 2 * (1 / 3) / (4 / 3), 2 * (3 / 8) / (11 / 8), 2 * (2 / 3 * 2 / 9) / (8 / 9)
    assert row.value == pytest.approx((muc + b3 + ceafe) / 3)
    (row,) = score(lambda triggers: (), *ROWS).rows
    assert row.value == 0


def test_triggers_carry_topic_and_sentence(score):
    seen = []
    score(lambda triggers: seen.extend(triggers) or (0, 1, 2, 3), *ROWS)
    assert [one.topic for one in seen] == ["1ecb", "1ecb", "1ecb", "2ecb"]
    assert seen[1].words == ("The", "blaze", "hurt", "nobody")
    assert (seen[1].text, seen[1].lemma) == ("blaze", "blaze")


def test_malformed_mentions_are_set_aside(score):
    bad = [{"doc_id": "1_1ecb.xml"}, {**ROWS[0], "tokens_number": [99]}, {**ROWS[0], "coref_chain": ""}]
    result = score(lambda triggers: (0,), ROWS[0], *bad)
    assert result.rows[0].n == 1
    assert any("3 rows set aside: malformed" in note for note in result.notes)


def test_topics_and_sentences():
    assert topic_of("45_3ecbplus.xml") == "45ecbplus"
    assert sentence(CONTEXT, 0) == ("A", "mill", "burned")
    assert sentence(CONTEXT, 9) == ("It", "rained")
