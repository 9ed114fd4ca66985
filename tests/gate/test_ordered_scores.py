import json
from datetime import date

import pytest

import coranto.article
import coranto.copies
import coranto.reading
import coranto.story
from coranto.gate import run
from coranto.gate.copies import scores
from coranto.gate.material import article_of
from coranto.gate.stories import documents
from coranto.gate.timelines import date_f1, rank_days, topic_of
from coranto.types import Assignment, Join, Reading, Slots, Time
from coranto.types.time import day


def write(folder, place, *rows):
    path = folder / f"{place}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def values(result):
    return {(row.id, row.set): row.value for row in result.rows}


@pytest.fixture(autouse=True)
def no_reading(monkeypatch):
    monkeypatch.setattr(coranto.reading, "read", lambda article: Reading(article=article.id), raising=False)


def test_pair_scores_by_hand():
    got = {score.id: score.value for score in scores([True, True, True, False], [True, True, False, True])}
    assert got == pytest.approx(
        {"copies.pair_precision": 2 / 3, "copies.pair_recall": 2 / 3, "copies.pair_f1": 2 / 3}
    )
    assert {score.value for score in scores([True, False], [False, False])} == {0.0}


def prose(*numbers):
    names = ["harbour", "ferry", "council", "storm", "bridge", "market", "school", "winter", "engine", "painter"]
    lines = [
        f"On {n} June the {names[n]} was moved {n} times by {n + 3} workers of the {names[n - 1]} near Dal{n}."
        for n in numbers
    ]
    return "\n\n".join(lines)


def test_copies_of_own_pages(tmp_path, monkeypatch):
    texts = {"a": prose(1, 2, 3, 4), "b": prose(1, 2, 3, 4), "c": prose(5, 6, 7, 8)}
    rows = [
        {"id": key, "outlet": f"{key}.example", "seen": "2020-02-01", "title": key, "text": text}
        for key, text in texts.items()
    ]
    write(tmp_path, "copies/helsinki", *rows)
    labels = [
        {"a": "a", "b": "b", "label": 1},
        {"a": "a", "b": "c", "label": 0},
        {"a": "a", "b": "gone", "label": 1},
    ]
    write(tmp_path, "copies/helsinki_pairs_test", *labels, {"a": "a"})
    monkeypatch.setattr(
        coranto.article, "clean",
        lambda page: article_of({
            "id": page.path, "text": page.body.decode(), "date": page.captured, "outlet": page.hints.outlet,
        }),
        raising=False,
    )  # fmt: skip
    got = values(run(tmp_path, "copies"))
    assert got["copies.pair_precision", "helsinki_pairs_test"] == 1
    assert got["copies.pair_recall", "helsinki_pairs_test"] == 0.5


class NoJoins:
    """No story is told under another."""

    def joins(self):
        return ()


class OneStory(NoJoins):
    """All articles in the story of the first."""

    def __init__(self):
        self.first = ""

    def add(self, slots, edges):
        self.first = self.first or slots.article
        return Assignment(article=slots.article, story=self.first)


class OwnStory(NoJoins):
    """Each article alone."""

    def add(self, slots, edges):
        return Assignment(article=slots.article, story=slots.article)


class LateJoins(OwnStory):
    """Each article alone; the last of them brings its story under that of the one before."""

    def __init__(self):
        self.seen = []

    def add(self, slots, edges):
        self.seen.append(slots.article)
        return super().add(slots, edges)

    def joins(self):
        late = len(self.seen) == 4
        return (Join(article=self.seen[3], goes=self.seen[3], keeps=self.seen[2]),) if late else ()


def slots(article, reading):
    terms = tuple((word, 1.0) for word in sorted(set(article.text.lower().split())))
    return Slots(article=article.id, outlet=article.outlet, when=article.published.value, terms=terms)


def four(day="2021-01-0{}"):
    return [
        {"id": str(n), "date": day.format(n + 1), "text": f"Number {n} here.", "title": "T", "story": str(n // 2)}
        for n in range(4)
    ]


@pytest.mark.parametrize(
    ("index", "pair_f1", "ari"), [(OneStory, 2 * (2 / 6) / (2 / 6 + 1), 0.0), (OwnStory, 0, 0)]
)
def test_stories_of_own_rows(tmp_path, monkeypatch, index, pair_f1, ari):
    write(tmp_path, "stories/allsides", *four(), {"id": "x"})
    monkeypatch.setattr(coranto.story, "slots", slots, raising=False)
    monkeypatch.setattr(coranto.story, "StoryIndex", index, raising=False)
    got = values(run(tmp_path, "stories"))
    for name in ("allsides", "allsides-jittered"):
        assert got["stories.pair_f1", name] == pytest.approx(pair_f1)
        assert got["stories.ari", name] == pytest.approx(ari)
        assert got["stories.b3_f1", name] == pytest.approx(2 / 3)


def test_what_the_repair_pass_joins_is_one_story(tmp_path, monkeypatch):
    write(tmp_path, "stories/allsides", *four())
    monkeypatch.setattr(coranto.story, "slots", slots, raising=False)
    monkeypatch.setattr(coranto.story, "StoryIndex", LateJoins, raising=False)
    got = values(run(tmp_path, "stories"))
    assert got["stories.pair_f1", "allsides"] == pytest.approx(2 / 3)
    assert got["stories.order_steadiness", "allsides"] == 1
    # on the fourth day nothing that came before gets another id
    assert got["stories.id_stability", "allsides"] == 1


def test_orders_and_ids_of_own_rows(tmp_path, monkeypatch):
    rows = [{**row, "story": str(n // 3)} for n, row in enumerate(four("2021-01-01"))]
    write(tmp_path, "stories/allsides", *rows, {"id": "5", "date": "2021-01-02", "text": "A", "story": "2"})
    monkeypatch.setattr(coranto.story, "slots", slots, raising=False)

    class Late(LateJoins):
        def joins(self):
            late = len(self.seen) == 5
            return (Join(article=self.seen[4], goes=self.seen[2], keeps=self.seen[1]),) if late else ()

    monkeypatch.setattr(coranto.story, "StoryIndex", Late, raising=False)
    got = values(run(tmp_path, "stories"))
    assert got["stories.id_stability", "allsides"] == 0.75
    assert got["stories.order_steadiness", "allsides"] < 1


def test_documents_are_put_together_from_their_mentions():
    rows = [
        {"doc_id": "7_2ecb.xml", "mention_context": ["Rain", "fell", "."]},
        {"doc_id": "7_2ecb.xml", "mention_context": ["Rain", "fell", ",", "it", "did", "n't", "stop", "."]},
        {"doc_id": "7_1ecbplus.xml", "mention_context": ["Snow", "fell", "."]},
        {"doc_id": "other", "mention_context": ["Hail", "."]},
        {"doc_id": 7},
    ]
    assert documents(rows) == [
        {"id": "7_2ecb.xml", "text": "Rain fell, it didn't stop.", "story": "7 ecb"},
        {"id": "7_1ecbplus.xml", "text": "Snow fell.", "story": "7 ecbplus"},
    ]


def test_timelines_of_own_rows(tmp_path, monkeypatch):
    rows = [
        {"id": str(n), "date": f"2011-02-1{n}", "text": f"{prose(n + 1)} It was the day.", "topic": "egypt"}
        for n in range(3)
    ]
    write(tmp_path, "stories/t17", *rows)
    gold = {"2011-02-01": ["x"], "2011-02-11": ["y"]}
    write(tmp_path, "stories/t17_gold", {"name": "tl17-egypt/a.txt", "timeline": gold}, {"name": "tl17-nope/b"})
    named = Time(
        sentence=0, start=0, end=1, text="", type="DATE", value="2011-02-01", interval=day(date(2011, 2, 1))
    )
    monkeypatch.setattr(coranto.reading, "times_in", lambda text, reference: (named,), raising=False)
    result = run(tmp_path, "stories")
    # three articles name the first; of the days named once the earliest within the span comes second
    assert values(result) == {("stories.timeline_date_f1", "t17_gold"): 0.5}
    assert any("1 rows set aside: a timeline" in note for note in result.notes)


def test_days_are_ranked_within_the_span():
    gold = {date(2011, 2, 1), date(2011, 2, 5), date(2011, 2, 9)}
    mentions = {
        date(2011, 1, 1): 9,
        date(2011, 2, 5): 3,
        date(2011, 2, 2): 4,
        date(2011, 2, 1): 3,
        date(2011, 2, 4): 1,
    }
    chosen = rank_days(mentions, gold)
    assert chosen == [date(2011, 2, 2), date(2011, 2, 1), date(2011, 2, 5)]
    assert date_f1(gold, chosen) == pytest.approx(2 / 3)
    assert date_f1(gold, []) == 0
    assert topic_of("tl17-egypt/one.txt") == "egypt"
