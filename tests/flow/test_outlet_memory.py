"""What an outlet repeats leaves its articles, whatever the order, the pieces or a kill; nothing else does."""

import json
import random

import pytest
from stream_scenes import HAPPENINGS, PAPERS, articles, opened, stream, take

from coranto.flow import clean
from coranto.flow.read import read
from coranto.settings import ArticleOptions, FlowOptions, Settings

NOTICE = (
    "{paper} belongs to the people who open it every morning; tell us at the desk by the old quay how we may do "
    "better, or bring a cake."
)
SHORT = "Tides and ferries of {paper}"


def furnished():
    """The stream with two lines of its outlet under every article."""
    return [row | {"text": f"{row['text']}\n\n{lines(row['outlet'])}"} for row in stream()]


def lines(paper):
    return f"{SHORT.format(paper=paper)}\n\n{NOTICE.format(paper=paper)}"


def texts(archive):
    """Everything of the articles that a reader may see, by address."""
    held = articles(archive).values()
    return {
        article.url: json.dumps(
            [article.id, article.text, article.flags, article.part, str(article.evidence), str(group)]
        )
        for article, _, _, group in held
    }


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("furnished")
    with opened(folder) as archive:
        take(archive, folder, furnished())
        assert archive.sheets_left() == 0
        return texts(archive)


def test_the_lines_are_gone_and_nothing_else(straight, tmp_path):
    with opened(tmp_path) as archive:
        take(archive, tmp_path, furnished())
        held = {article.url: article for article, _, _, _ in articles(archive).values()}
    with opened(tmp_path, "bare") as archive:
        take(archive, tmp_path, stream(), "bare")
        bare = {article.url: article for article, _, _, _ in articles(archive).values()}
    assert len(held) == len(HAPPENINGS) * len(PAPERS)
    assert {url: one.text for url, one in held.items()} == {url: one.text for url, one in bare.items()}
    for article in held.values():
        assert "repeated_lines_dropped" in article.flags
        assert article.part[-1].startswith("article.memory.")
        told = [one for one in article.evidence if one.where == "dropped"]
        assert [one.text for one in told] == [line[:120] for line in lines(article.outlet).split("\n\n")]
        assert all("5 other articles or more" in one.rule for one in told)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_in_any_pieces(straight, tmp_path, seed):
    rng = random.Random(seed)
    rows = rng.sample(furnished(), len(furnished()))
    with opened(tmp_path) as archive:
        while rows:
            many = rng.randint(1, 9)
            take(archive, tmp_path, rows[:many], f"rows{len(rows)}", batch=rng.randint(1, 5))
            rows = rows[many:]
        assert texts(archive) == straight
        assert archive.sheets_left() == 0
        assert archive.check() == ()


def test_workers_leave_no_trace(straight, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in furnished()), encoding="utf-8")
    with opened(tmp_path) as archive:
        read(archive, [str(path)], Settings(flow=FlowOptions(workers=2, batch=4)))
        assert texts(archive) == straight


def test_reading_again_does_nothing(straight, tmp_path):
    with opened(tmp_path) as archive:
        take(archive, tmp_path, furnished())
        before = archive.db.total_changes
        summary = take(archive, tmp_path, furnished())
        assert (summary.articles, summary.known) == (0, summary.pages)
        assert archive.db.total_changes == before
        assert texts(archive) == straight


def test_a_kill_between_sight_and_cleaning_loses_nothing(straight, tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(*args):
        raise Killed

    kept = clean._keep
    for name, function in (("clean_waiting", killed), ("_keep", killed)):
        target = "coranto.flow.read.clean_waiting" if name == "clean_waiting" else "coranto.flow.clean._keep"
        with monkeypatch.context() as patch, opened(tmp_path) as archive, pytest.raises(Killed):
            patch.setattr(target, function)
            take(archive, tmp_path, furnished())
    calls = []

    def twice(*args):
        calls.append(1)
        if len(calls) > 2:
            raise Killed
        return kept(*args)

    with monkeypatch.context() as patch, opened(tmp_path) as archive, pytest.raises(Killed):
        patch.setattr("coranto.flow.clean._keep", twice)
        take(archive, tmp_path, furnished(), batch=5)
    with opened(tmp_path) as archive:
        assert archive.sheets_left() > 0
        summary = take(archive, tmp_path, furnished())
        assert summary.known == summary.pages
        assert texts(archive) == straight
        assert archive.check() == ()


def test_one_page_of_an_outlet_keeps_all_it_has(tmp_path):
    with opened(tmp_path) as archive:
        take(archive, tmp_path, furnished()[:1])
        [(article, _, _, _)] = articles(archive).values()
    assert article.text.endswith(NOTICE.format(paper=article.outlet))


def test_two_captures_of_one_article_stay_one_when_its_lines_go(tmp_path):
    """The capture that stands for the article is the same whichever was read first, also after it was cleaned."""
    first, *others = [row for row in furnished() if row["outlet"] == PAPERS[0]]
    twins = [first | {"seen": f"2024-04-0{day}T10:00:00Z"} for day in (1, 2, 3)]
    found = []
    for number, rows in enumerate(
        ([*twins, *others], [*others, *reversed(twins)], [twins[1], *others, twins[2], twins[0]])
    ):
        with opened(tmp_path, str(number)) as archive:
            for at in range(0, len(rows), 2):
                take(archive, tmp_path, rows[at : at + 2], f"{number}-{at}")
            assert archive.counts()["article"] == len(HAPPENINGS)
            found.append(texts(archive))
    assert found[0] == found[1] == found[2]


def test_memory_can_be_switched_off(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in furnished()), encoding="utf-8")
    with opened(tmp_path) as archive:
        read(archive, [str(path)], Settings(article=ArticleOptions(memory=False), flow=FlowOptions(workers=1)))
        held = [article for article, _, _, _ in articles(archive).values()]
    assert all(article.text.endswith(NOTICE.format(paper=article.outlet)) for article in held)
