import json

import pytest

import coranto.reading
from coranto.gate import run
from coranto.gate.speech import is_direct
from coranto.types import Cite, Link, Speaker, StatementMention

TEXT = 'Mara Lind said the bridge was closed. "We will pay," she added. Nobody knew more.'
GOLD = [
    {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]},
    {"source": [[53, 56]], "cue": [[57, 62]], "content": [[38, 52]]},
]


def spot(words):
    start = TEXT.index(words)
    return start, start + len(words)


def statement(content, cue, speaker, kind="indirect", **more):
    start, end = spot(content)
    place = spot(speaker)
    cue_span = spot(cue)
    return StatementMention(
        id="s", sentence=0, start=min(start, cue_span[0]), end=max(end, cue_span[1]), kind=kind,
        content=((start, end),), text=content, cue=cue, cue_span=cue_span,
        speaker=Speaker(name=more.pop("name", speaker), start=place[0], end=place[1]), **more,
    )  # fmt: skip


RIGHT = (
    statement("the bridge was closed", "said", "Mara Lind"),
    statement('"We will pay,"', "added", "she", "direct"),
)


@pytest.fixture
def polnear(tmp_path, monkeypatch):
    path = tmp_path / "speech/polnear_dev.jsonl.gz"
    path.parent.mkdir()
    path.write_text(json.dumps({"id": "p", "text": TEXT, "attributions": GOLD}) + "\n", encoding="utf-8")

    def score(*answer):
        monkeypatch.setattr(coranto.reading, "speech_in", lambda text, model=True: answer, raising=False)
        return {
            row.id.removeprefix("reading."): row.value
            for row in run(tmp_path, "reading").rows
            if not row.set.endswith("-rules")
        }

    return score


def test_right_answers_have_full_marks(polnear):
    got = polnear(*RIGHT)
    assert len(got) == 8
    assert set(got.values()) == {1.0}


def test_no_answers_have_none(polnear):
    assert set(polnear().values()) == {0.0}


def test_part_answers_by_hand(polnear):
    short = statement("the bridge", "said", "Mara Lind")
    got = polnear(short)
    assert got["speech_content_exact"] == 0
    # precision 10/10, recall 10/21 over two gold contents
    recall = 10 / 21 / 2
    assert got["speech_content_soft"] == pytest.approx(2 * recall / (1 + recall))
    assert got["speech_source_exact"] == pytest.approx(2 / 3)
    assert got["direct_soft"] == got["direct_speaker_acc"] == 0


def test_inventions_cost_precision(polnear):
    got = polnear(*RIGHT, statement("Nobody knew more", "knew", "Nobody", "direct"))
    assert got["speech_content_exact"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    # of the two contents called direct one has no gold at all
    assert got["direct_soft"] == pytest.approx(2 * 0.5 / 1.5)


def test_a_wrong_speaker_is_wrong(polnear):
    wrong = statement('"We will pay,"', "added", "Mara Lind", "direct", name="Otto Brand")
    got = polnear(RIGHT[0], wrong)
    assert got["direct_soft"] == 1
    assert got["direct_speaker_acc"] == 0


def test_what_is_direct():
    assert is_direct({"content": ((38, 52),)}, TEXT)
    assert not is_direct({"content": ((15, 36),)}, TEXT)
    assert not is_direct({"content": ()}, TEXT)
    mixed = '"We" will surely one day pay for "it"'
    assert not is_direct({"content": ((0, len(mixed)),)}, mixed)


CHAIN_TEXT = "The Courier reported that Mayor Lind promised a new bridge."
NESTED = {
    "id": "m",
    "text": CHAIN_TEXT,
    "agents": {"paper": [[0, 11]], "lind": [[26, 36, "Mayor Lind"]]},
    "speech": [
        {"start": 37, "end": 45, "cue": "promised", "chain": ["w", "paper", "lind"]},
        {"start": 12, "end": 20, "cue": "reported", "chain": ["w", "paper"]},
    ],
}


@pytest.fixture
def mpqa(tmp_path, monkeypatch):
    def score(*chain, row=NESTED, span=(37, 45)):
        path = tmp_path / "speech/mpqa_nested.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(row) + "\n", encoding="utf-8")
        found = StatementMention(
            id="s", sentence=0, start=26, end=58, kind="indirect", content=((46, 58),), text="a new bridge",
            cue_span=span, chain=chain,
        )  # fmt: skip
        monkeypatch.setattr(coranto.reading, "speech_in", lambda text, model=True: (found,), raising=False)
        return {row.id: row.value for row in run(tmp_path, "reading").rows if not row.set.endswith("-rules")}

    return score


def link(actor):
    return Link(actor=actor, relation="says")


def test_chains_need_both_sources_in_order(mpqa):
    assert mpqa(link("The Courier"), link("Lind")) == {"reading.chain_acc": 1}
    assert mpqa(link("somebody"), link("The Courier"), link("Lind")) == {"reading.chain_acc": 1}
    assert mpqa(link("Lind"), link("The Courier")) == {"reading.chain_acc": 0}
    assert mpqa(link("the")) == mpqa() == {"reading.chain_acc": 0}
    assert mpqa(link("the"), link("the")) == {"reading.chain_acc": 0}


def test_a_link_may_be_matched_by_its_place(mpqa):
    placed = Link(
        actor="she", relation="says", cite=Cite(article="a", sentence=0, start=26, end=36, exact="Mayor Lind")
    )
    assert mpqa(link("Courier"), placed) == {"reading.chain_acc": 1}


def test_a_clause_as_cite_is_no_place_of_an_actor(mpqa):
    clause = Link(
        actor="she", relation="says",
        cite=Cite(article="a", sentence=0, start=0, end=len(CHAIN_TEXT), exact=CHAIN_TEXT),
    )  # fmt: skip
    assert mpqa(clause, clause) == {"reading.chain_acc": 0}


def test_acts_of_speech_are_also_scored_apart(tmp_path, mpqa):
    said = {"start": 37, "end": 45, "cue": "promised", "chain": ["w", "paper", "lind"]}
    mpqa(row={**NESTED, "speech": [said, {**said, "kind": "objective-speech-event"}]})
    assert {row.set: row.n for row in run(tmp_path, "reading").rows if not row.set.endswith("-rules")} == {
        "mpqa_nested": 2,
        "mpqa_nested-speech": 1,
    }


def test_a_statement_elsewhere_does_not_count(mpqa):
    row = {**NESTED, "speech": [{"start": 0, "end": 11, "cue": "The Courier", "chain": ["w", "paper", "lind"]}]}
    assert mpqa(link("The Courier"), link("Lind"), row=row) == {"reading.chain_acc": 0}


def test_slipped_offsets_are_set_aside(mpqa):
    row = {**NESTED, "speech": [{"start": 3, "end": 9, "cue": "promised", "chain": ["w", "paper", "lind"]}]}
    assert mpqa(link("The Courier"), link("Lind"), row=row) == {}
