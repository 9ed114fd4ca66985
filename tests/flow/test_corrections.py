"""A person's corrections: kept whatever comes, undone without a trace."""

import json
import random
from pathlib import Path

import pytest

from coranto.desk import views
from coranto.errors import NotFound, UsageError
from coranto.flow.correct import Pen
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter
from coranto.types.ids import digest

NOON = "2024-05-01T12:00:00+00:00"
LATER = "2024-05-02T12:00:00+00:00"
SETTINGS = Settings(flow=FlowOptions(workers=1, batch=100))

TEXTS = {
    "Lindholm": """Fishing ministers of Freedonia and Sylvania met in Lindholm on {weekday} over herring quotas.

The host said that the spring catch would be cut by a fifth. "We shall count every herring in the autumn," he said.

Trawler owners in the harbour feared for their nets, while biologists asked for a closed season off the coast.
""",
    "Marrowgate": """A railway bridge over the Marrow gave way on {weekday} under a goods train.

Engineers had warned of rust in its iron arches for years. "The girders were as thin as paper," an inspector said.

Commuters were taken across the river by bus; the mayor of Marrowgate promised new girders within a year.
""",
    "Ulverton": """Thieves carried three paintings out of the Ulverton gallery on {weekday} through a cellar window.

The canvases of a miller, a widow and a ferry had hung there for a century. "They knew the alarm," a guard said.

Detectives look for a grey van; the insurer offers a reward for the paintings and their frames.
""",
}

PAGES = [
    ("north.example", "2024-04-02", "Tuesday", "Lindholm", "herring quotas"),
    ("south.example", "2024-04-02", "Tuesday", "Lindholm", "herring quotas"),
    ("west.example", "2024-04-03", "Wednesday", "Lindholm", "herring quotas"),
    ("east.example", "2024-04-03", "Wednesday", "Marrowgate", "a railway bridge"),
    ("north.example", "2024-04-04", "Thursday", "Marrowgate", "a railway bridge"),
    ("south.example", "2024-04-12", "Friday", "Ulverton", "the stolen paintings"),
]


def row(number, page):
    host, day, weekday, town, topic = page
    text = TEXTS[town].format(weekday=weekday)
    return {
        "url": f"https://{host}/{day}/{number}",
        "title": f"{town}: news of {topic} ({number})",
        "date": day,
        "outlet": host,
        "text": f"{text}\nReport number {number} was filed from {town} by our own correspondent there.",
    }


def files(folder: Path):
    made = []
    for number, page in enumerate(PAGES):
        path = folder / f"{number}.jsonl"
        path.write_text(json.dumps(row(number, page)) + "\n", encoding="utf-8")
        made.append(str(path))
    return made


def by_number(archive):
    """Article ids by the number in their titles."""
    items = views.listing(archive, "articles", Filter(limit=100))["items"]
    return {int(item["title"].rpartition("(")[2].rstrip(")")): item["id"] for item in items}


def stories(archive):
    """The partition of the articles, by their numbers."""
    found = {}
    for number, ident in by_number(archive).items():
        found.setdefault(archive.group_of(ident).story, set()).add(number)
    return sorted(map(sorted, found.values()))


def facts(archive):
    return json.dumps(
        {
            name: views.listing(archive, name, Filter(limit=1000))["items"]
            for name in views.LISTS
            if name != "refusals"
        },
        sort_keys=True,
    )


@pytest.fixture
def pages(tmp_path):
    return files(tmp_path)


@pytest.fixture
def archive(tmp_path, pages):
    with Archive(tmp_path / "a.coranto") as opened:
        read(opened, pages, SETTINGS)
        yield opened


def pen(archive):
    return Pen(archive=archive, settings=SETTINGS)


def story_of(archive, number):
    return archive.group_of(by_number(archive)[number]).story


def test_the_machine_alone(archive):
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]


def test_merge_and_undo(archive):
    before = facts(archive)
    old = story_of(archive, 3)
    done = pen(archive).merge([story_of(archive, 0), old], NOON)
    assert stories(archive) == [[0, 1, 2, 3, 4], [5]]
    assert done.stories == (story_of(archive, 0),)
    assert archive.story_at(old) == story_of(archive, 0)
    assert archive.fact(done.stories[0])[0] == "story"
    with pytest.raises(NotFound):
        archive.fact(old)
    pen(archive).undo("", LATER)
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]
    assert facts(archive) == before
    assert [bool(one.undone) for one in archive.corrections()] == [True]


def test_merge_of_distant_days(archive):
    pen(archive).merge([story_of(archive, 0), story_of(archive, 5)], NOON)
    assert stories(archive) == [[0, 1, 2, 5], [3, 4]]


def test_split_makes_a_story_of_its_own(archive):
    ids = by_number(archive)
    done = pen(archive).split([ids[2]], NOON)
    assert stories(archive) == [[0, 1], [2], [3, 4], [5]]
    assert archive.group_of(ids[2]).story == digest("sto", ids[2])
    assert any("person" in line for line in json.loads(archive.held(ids[2]).why))
    assert len(done.stories) == 2


def test_split_of_the_first_article(archive):
    pen(archive).split([by_number(archive)[0]], NOON)
    assert stories(archive) == [[0], [1, 2], [3, 4], [5]]


def test_move_from_one_story_to_another(archive):
    ids = by_number(archive)
    pen(archive).move([ids[4]], story_of(archive, 0), NOON)
    assert stories(archive) == [[0, 1, 2, 4], [3], [5]]
    pen(archive).undo("", LATER)
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]


def test_the_last_word_counts(archive):
    ids = by_number(archive)
    writing = pen(archive)
    first = writing.merge([story_of(archive, 0), story_of(archive, 3)], NOON)
    writing.split([ids[3], ids[4]], LATER)
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]
    writing.undo(first.correction.id, LATER)
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]
    writing.undo("", LATER)
    assert stories(archive) == [[0, 1, 2], [3, 4], [5]]


def test_late_articles_leave_a_correction_alone(tmp_path, pages):
    with Archive(tmp_path / "b.coranto") as archive:
        read(archive, [pages[1], pages[2], pages[3]], SETTINGS)
        pen(archive).merge([story_of(archive, 1), story_of(archive, 3)], NOON)
        read(archive, pages, SETTINGS)
        assert stories(archive)[0][:4] == [0, 1, 2, 3]
        late = facts(archive)
        read(archive, list(reversed(pages)), SETTINGS)
        assert facts(archive) == late


@pytest.mark.parametrize("seed", range(4))
def test_order_of_arrival_leaves_no_trace_under_corrections(tmp_path, pages, seed):
    made = []
    for name in ("straight", "shuffled"):
        with Archive(tmp_path / f"{name}.coranto") as archive:
            queue = pages if name == "straight" else random.Random(seed).sample(pages, len(pages))
            with Archive(tmp_path / f"{name}-first.coranto") as other:
                read(other, pages, SETTINGS)
                pen(other).move([by_number(other)[2]], story_of(other, 5), NOON)
                correction = other.corrections()[0]
            with archive.write():
                archive.put_correction(correction)
            for page in queue:
                read(archive, [page], SETTINGS)
            made.append(facts(archive))
    assert made[0] == made[1]


def test_a_kill_after_the_word_was_given(archive, pages, monkeypatch):
    from coranto.flow import correct

    class Killed(BaseException):
        pass

    def killed(*args, **kwargs):
        raise Killed

    wanted = [story_of(archive, 0), story_of(archive, 3)]
    with monkeypatch.context() as patch:
        patch.setattr(correct, "renew", killed)
        with pytest.raises(Killed):
            pen(archive).merge(wanted, NOON)
    read(archive, pages, SETTINGS)
    assert stories(archive) == [[0, 1, 2, 3, 4], [5]]


def test_wrong_words_change_nothing(archive):
    writing, ids = pen(archive), by_number(archive)
    before = facts(archive)
    own = story_of(archive, 0)
    for wrong in (
        lambda: writing.merge([own], NOON),
        lambda: writing.merge([own, own], NOON),
        lambda: writing.split([], NOON),
        lambda: writing.split([ids[0], ids[3]], NOON),
        lambda: writing.split([ids[3], ids[4]], NOON),
        lambda: writing.move([ids[0]], own, NOON),
        lambda: writing.undo("", NOON),
    ):
        with pytest.raises(UsageError):
            wrong()
    for missing in (
        lambda: writing.merge([own, "sto-0000000000000000"], NOON),
        lambda: writing.split(["art-0000000000000000"], NOON),
        lambda: writing.undo("cor-0000000000000000", NOON),
    ):
        with pytest.raises(NotFound):
            missing()
    assert facts(archive) == before
    assert archive.corrections() == []


def test_a_pin_holds_against_late_articles(tmp_path, pages):
    with Archive(tmp_path / "c.coranto") as archive:
        read(archive, pages[1:], SETTINGS)
        pen(archive).pin(story_of(archive, 3), NOON)
        read(archive, pages, SETTINGS)
        assert [3, 4] in stories(archive)


def test_a_story_is_put_in_one_line_with_another_and_taken_out(archive):
    before = facts(archive)
    pen(archive).link(story_of(archive, 5), story_of(archive, 3), NOON)
    line = archive.group_of(by_number(archive)[5]).storyline
    assert line == archive.group_of(by_number(archive)[3]).storyline
    body = json.loads(archive.fact(line)[1])
    assert len(body["stories"]) == 2
    assert body["title"]
    assert all("person" in link["reasons"][0] for link in body["links"])
    pen(archive).unlink(story_of(archive, 5), LATER)
    assert not archive.group_of(by_number(archive)[5]).storyline
    pen(archive).undo("", LATER)
    assert archive.group_of(by_number(archive)[5]).storyline == line
    pen(archive).undo("", LATER)
    assert facts(archive) == before


def test_a_story_is_put_in_a_storyline(archive):
    writing = pen(archive)
    writing.link(story_of(archive, 5), story_of(archive, 3), NOON)
    line = archive.group_of(by_number(archive)[3]).storyline
    writing.link(story_of(archive, 0), line, LATER)
    assert len(json.loads(archive.fact(line)[1])["stories"]) == 3
    with pytest.raises(NotFound):
        writing.link(story_of(archive, 0), "lin-0000000000000000", NOON)
    with pytest.raises(UsageError):
        writing.link(story_of(archive, 0), story_of(archive, 0), NOON)
    writing.unlink(story_of(archive, 0), LATER)
    with pytest.raises(UsageError):
        writing.unlink(story_of(archive, 0), LATER)


def test_links_outlive_merges_and_new_readings(tmp_path, pages):
    made = []
    for late in (pages[0], pages[4]):
        with Archive(tmp_path / f"l{late[-7]}.coranto") as archive:
            read(archive, [page for page in pages if page != late], SETTINGS)
            pen(archive).link(story_of(archive, 5), story_of(archive, 3), NOON)
            read(archive, pages, SETTINGS)
            assert archive.group_of(by_number(archive)[5]).storyline
            made.append(archive.group_of(by_number(archive)[3]).storyline)
            assert archive.group_of(by_number(archive)[5]).storyline == made[-1]
