"""The repair pass inside an archive: joins leave no trace of the order in which articles came."""

import json
import random
from pathlib import Path

import pytest

from coranto.flow.correct import Pen
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive

TOLD = Path(__file__).parents[2] / "training" / "stories" / "happenings.jsonl"
SETTINGS = Settings(flow=FlowOptions(workers=1, batch=50))


def pages():
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield {
            "url": f"https://news.example/{row['id']}",
            "title": row["title"],
            "date": row["date"],
            "outlet": row["outlet"],
            "text": row["text"],
        }


def fill(archive, rows, folder):
    path = folder / "page.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read(archive, [str(path)], SETTINGS)


def held(archive):
    """All that the ordered half keeps, and the facts made of it."""
    tables = (
        "SELECT id, family, stream, story, storyline, why FROM article ORDER BY id",
        "SELECT goes, moment, article, at, keeps, body FROM joined ORDER BY goes, moment, article, at",
        "SELECT id, kind, unit, plain(body) FROM fact ORDER BY id",
        "SELECT key, kind, row FROM key ORDER BY key, kind, row",
    )
    return [archive.db.execute(query).fetchall() for query in tables]


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("straight")
    with Archive(folder / "a.coranto") as archive:
        fill(archive, pages(), folder)
        yield archive


def test_the_repair_pass_joins_stories_here(straight):
    joins = straight.joins(1000)
    assert any(join.keeps for _, join in joins)
    for _, join in joins:
        if join.keeps and straight.join_of(join.goes) == join:
            story = straight.group_of(join.article).story
            assert story in (straight.story_at(join.goes), straight.story_at(join.keeps))
            assert join.reasons
    articles = straight.db.execute("SELECT id, stream, story FROM article").fetchall()
    assert any(stream != story for _, stream, story in articles)


def test_every_id_a_story_had_leads_to_the_story(straight):
    for ident, stream, story in straight.db.execute("SELECT id, stream, story FROM article").fetchall():
        assert straight.story_at(stream) == story, ident
        assert straight.story_at(story) == story, ident


@pytest.mark.parametrize(("seed", "parts"), [(1, 2), (2, 5), (3, 9)])
def test_order_of_arrival_leaves_no_trace_of_joins(straight, tmp_path, seed, parts):
    rows = list(pages())
    random.Random(seed).shuffle(rows)
    size = -(-len(rows) // parts)
    with Archive(tmp_path / "b.coranto") as archive:
        for at in range(0, len(rows), size):
            fill(archive, rows[at : at + size], tmp_path)
        assert held(archive) == held(straight)


def test_a_person_parts_what_the_machine_joined(straight, tmp_path):
    straight.backup(tmp_path / "copy.coranto")
    with Archive(tmp_path / "copy.coranto") as archive:
        before = held(archive)
        joined = [join for _, join in archive.joins(1000) if archive.join_of(join.goes) == join]
        goes = joined[0].goes
        members = [ident for _, ident in archive.stream_members(goes)]
        pen = Pen(archive=archive, settings=SETTINGS)
        pen.split(members, "2031-05-01T00:00:00")
        inside = {archive.group_of(one).story for one in members}
        assert len(inside) == 1
        others = [one for one in archive.members(archive.story_at(joined[0].keeps)) if one not in members]
        assert others
        assert not set(others) & set(archive.members(inside.pop()))
        pen.undo("", "2031-05-02T00:00:00")
        assert held(archive) == before


def undated_pages():
    """The same pages, every fifth of them without its date."""
    for at, row in enumerate(pages()):
        yield {**row, "date": ""} if at % 5 == 0 else row


@pytest.mark.parametrize(("seed", "parts"), [(4, 3), (5, 8)])
def test_pages_without_a_date_find_one_place_in_any_order(tmp_path, seed, parts):
    rows = list(undated_pages())
    with Archive(tmp_path / "a.coranto") as straight:
        fill(straight, rows, tmp_path)
        wanted = held(straight)
        assert straight.rechecks() == []
    random.Random(seed).shuffle(rows)
    size = -(-len(rows) // parts)
    with Archive(tmp_path / "b.coranto") as archive:
        for at in range(0, len(rows), size):
            fill(archive, rows[at : at + size], tmp_path)
        assert held(archive) == wanted
        assert archive.rechecks() == []


def test_only_neighbours_of_what_is_new_are_looked_at_again(tmp_path, monkeypatch):
    from coranto.flow import undated

    looked = []
    look = undated._look

    def watched(archive, settings, one, pins):
        looked.append(one[0])
        return look(archive, settings, one, pins)

    rows = list(undated_pages())
    with Archive(tmp_path / "a.coranto") as archive:
        fill(archive, rows[:-1], tmp_path)
        monkeypatch.setattr(undated, "_look", watched)
        fill(archive, rows[:-1], tmp_path)
        assert looked == []
        fill(archive, rows, tmp_path)
    assert len(set(looked)) < sum(not row["date"] for row in rows) / 2
