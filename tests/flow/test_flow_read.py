"""The whole line over the samples: one record, whatever the order, the batches, the workers or a kill."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coranto.desk import relations, views
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(str(path) for path in SAMPLES.iterdir())


def settings(workers=1, batch=200):
    return Settings(flow=FlowOptions(workers=workers, batch=batch))


def record(path):
    """All that an archive shows, as one string."""
    with Archive(path, make=False) as archive:
        data = {name: views.listing(archive, name, Filter(limit=5000)) for name in views.LISTS}
        data["refusals"] = views.listing(archive, "refusals", Filter(limit=5000))
        ids = [
            item["id"] for name in ("articles", "stories", "events", "statements") for item in data[name]["items"]
        ]
        data["why"] = [relations.explain(archive, ident) for ident in ids]
        data["whole"] = [views.article(archive, item["id"]) for item in data["articles"]["items"]]
        data["lineage"] = [relations.lineage(archive, item["id"]) for item in data["stories"]["items"]]
    return json.dumps(data, sort_keys=True)


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    path = tmp_path_factory.mktemp("straight") / "a.coranto"
    with Archive(path) as archive:
        summary = read(archive, [str(SAMPLES)], settings())
    assert summary.articles >= 25
    assert not summary.refused
    return path


def test_the_samples_give_a_record(straight):
    with Archive(straight, make=False) as archive:
        held = archive.counts()
        assert not archive.waiting()
        assert not archive.dirty()
        assert archive.check() == ()
    assert held["story"] < held["article"]
    assert all(
        held[kind] > 0 for kind in ("family", "story", "storyline", "event", "statement", "person", "occasion")
    )


def test_reading_again_changes_nothing(straight):
    before = record(straight)
    with Archive(straight) as archive:
        summary = read(archive, [str(SAMPLES)], settings())
    assert (summary.articles, summary.known) == (0, summary.pages)
    assert record(straight) == before


def name_by_name(path, pages, **how):
    with Archive(path) as archive:
        for page in pages:
            read(archive, [page], settings(**how))


def paths_dropped(text):
    """A record without the paths of pages, which tell where a page was read from (`samples/x` or `x`)."""
    data = json.loads(text)

    def strip(value):
        if isinstance(value, dict):
            return {key: strip(inner) for key, inner in value.items() if key != "path"}
        if isinstance(value, list):
            return [strip(inner) for inner in value]
        return value

    return strip(data)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_of_arrival_leaves_no_trace(straight, tmp_path, seed):
    shuffled = random.Random(seed).sample(PAGES, len(PAGES))
    path = tmp_path / "b.coranto"
    with Archive(path) as archive:
        for at in range(0, len(shuffled), 7):
            read(archive, shuffled[at : at + 7], settings())
    assert paths_dropped(record(path)) == paths_dropped(record(straight))


def test_one_page_at_a_time_backwards(straight, tmp_path):
    path = tmp_path / "c.coranto"
    name_by_name(path, reversed(PAGES))
    assert paths_dropped(record(path)) == paths_dropped(record(straight))


@pytest.mark.parametrize(("workers", "batch"), [(2, 3), (3, 1000)])
def test_batches_and_workers_leave_no_trace(straight, tmp_path, workers, batch):
    path = tmp_path / "d.coranto"
    with Archive(path) as archive:
        read(archive, [str(SAMPLES)], settings(workers, batch))
    assert record(path) == record(straight)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_kill_in_the_middle_loses_nothing(straight, tmp_path):
    path = tmp_path / "e.coranto"
    command = [
        sys.executable,
        "-m",
        "coranto",
        "read",
        str(SAMPLES),
        "--archive",
        str(path),
        "--batch",
        "2",
        "--workers",
        "1",
    ]
    for wait in (1.2, 1.6, 2.0):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        child.send_signal(signal.SIGKILL)
        child.wait()
        if path.exists():
            with Archive(path) as archive:
                assert archive.check() == ()
    with Archive(path) as archive:
        read(archive, [str(SAMPLES)], settings())
    assert record(path) == record(straight)


def test_a_kill_inside_the_ordered_half_loses_nothing(straight, tmp_path, monkeypatch):
    from coranto.flow import facts, order, undated

    path = tmp_path / "f.coranto"

    class Killed(BaseException):
        pass

    def after(number, function):
        left = [number]

        def once(*args, **kwargs):
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return function(*args, **kwargs)

        return once

    for room, name, number in (
        (order, "place", 5),
        (undated, "_place", 0),
        (facts, "make", 1),
        (facts, "make", 3),
    ):
        with monkeypatch.context() as patch, Archive(path) as archive:
            patch.setattr(room, name, after(number, getattr(room, name)))
            with pytest.raises(Killed):
                read(archive, [str(SAMPLES)], settings())
    with Archive(path) as archive:
        read(archive, [str(SAMPLES)], settings())
    assert record(path) == record(straight)


def test_every_cite_quotes_its_article(straight):
    with Archive(straight, make=False) as archive:
        texts = {}

        def check(value):
            if isinstance(value, dict):
                if "exact" in value and "article" in value:
                    article = texts.setdefault(value["article"], archive.article_of(value["article"]))
                    whole = {-1: article.title, -2: article.margin}.get(value["sentence"], article.text)
                    assert whole[value["start"] : value["end"]] == value["exact"], value
                    return 1
                return sum(map(check, value.values()))
            return sum(map(check, value)) if isinstance(value, list) else 0

        total = sum(
            check(item)
            for name in views.LISTS
            for item in views.listing(archive, name, Filter(limit=5000))["items"]
        )
    assert total > 100


def test_counts_never_grow_inwards(straight):
    with Archive(straight, make=False) as archive:
        events = views.listing(archive, "events", Filter(limit=5000))["items"]
    for event in events:
        many = event["counts"]
        assert many["mentions"] >= many["articles"] >= many["outlets"] >= many["lineages"] >= many["origins"] >= 1
