"""Stories are a function of the set of articles: no order, batch or delay of arrival shows in them."""

import random

import pytest
from stream_scenes import HAPPENINGS, PAPERS, opened, stories, stream, take, told


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stream")
    with opened(folder) as archive:
        take(archive, folder, stream())
        return stories(archive)


def test_each_happening_is_a_story(straight):
    assert len(straight) == len(HAPPENINGS)
    assert {len(one) for one in straight.values()} == {len(PAPERS)}


@pytest.mark.parametrize("seed", range(6))
def test_any_order_in_any_pieces(straight, tmp_path, seed):
    rng = random.Random(seed)
    rows = rng.sample(stream(), len(stream()))
    with opened(tmp_path) as archive:
        while rows:
            many = rng.randint(1, 9)
            take(archive, tmp_path, rows[:many], f"rows{len(rows)}", batch=rng.randint(1, 5))
            rows = rows[many:]
        assert stories(archive) == straight
        assert archive.check() == ()


@pytest.mark.parametrize("happening", range(len(HAPPENINGS)))
def test_an_article_of_last_week_lands_in_its_story(straight, tmp_path, happening):
    late = told(happening, 2)
    rows = [row for row in stream() if row["url"] != late["url"]]
    with opened(tmp_path) as archive:
        take(archive, tmp_path, rows)
        before = stories(archive)
        take(archive, tmp_path, [late], "late")
        after = stories(archive)
    assert after == straight
    [own] = [urls for urls in after.values() if late["url"] in urls]
    untouched = {ident: urls for ident, urls in before.items() if not urls & own}
    assert len(untouched) == len(HAPPENINGS) - 1
    assert untouched.items() <= after.items()


def test_a_late_first_report_gives_only_its_own_story_another_name(straight, tmp_path):
    first = min(stream(), key=lambda row: row["date"])
    early = told(0, 3, seed=9) | {"date": first["date"][:8] + "03"}
    with opened(tmp_path) as archive:
        take(archive, tmp_path, stream())
        take(archive, tmp_path, [early], "early")
        after = stories(archive)
    kept = {ident for ident, urls in straight.items() if early["url"] not in urls and after.get(ident) == urls}
    assert len(kept) == len(HAPPENINGS) - 1
    [own] = [urls for urls in after.values() if early["url"] in urls]
    assert len(own) == len(PAPERS) + 1


def test_many_late_articles_at_once_move_nothing_else(tmp_path):
    rows = stream()
    late = [row for row in rows if "gulf" in row["url"]]
    with opened(tmp_path) as archive:
        take(archive, tmp_path, [row for row in rows if row not in late])
        before = set(stories(archive))
        take(archive, tmp_path, late, "late")
        after = stories(archive)
    assert len(after) == len(HAPPENINGS)
    assert len(before & set(after)) >= len(HAPPENINGS) - 2
