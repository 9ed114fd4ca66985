"""Pages that newer parts read again: the old article leaves no trace."""

from pathlib import Path

from coranto.desk import views
from coranto.flow import line, order
from coranto.flow import read as reading
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter
from coranto.types.ids import digest

SAMPLES = Path(__file__).parents[2] / "samples"
ONE = Settings(flow=FlowOptions(workers=1))


def shown(archive):
    return {name: views.listing(archive, name, Filter(limit=5000)) for name in views.LISTS}


def test_a_page_read_by_newer_parts_replaces_its_article(tmp_path, monkeypatch):
    pages = [str(path) for path in sorted(SAMPLES.glob("0[1-9]*"))]
    with Archive(tmp_path / "new.coranto") as archive:
        reading.read(archive, pages, ONE)
        wanted = shown(archive)
    with Archive(tmp_path / "old.coranto") as archive:
        with monkeypatch.context() as patch:
            patch.setattr(reading, "line_name", lambda options: "an older line")
            patch.setattr(line, "line_name", lambda options: "an older line")
            patch.setattr(line.article_room, "tell", clean_badly(line.article_room.tell))
            reading.read(archive, pages, ONE)
        assert shown(archive) != wanted
        summary = reading.read(archive, pages, ONE)
        assert summary.known == 0
        assert shown(archive) == wanted
        assert archive.check() == ()


def clean_badly(tell):
    from dataclasses import replace

    from coranto.types import Refusal

    def badly(draft, page, options, recall):
        article = tell(draft, page, options, recall)
        if isinstance(article, Refusal):
            return article
        return replace(article, id=digest("art", "old", article.id), title=article.title.upper())

    return badly


def test_newer_parts_of_the_ordered_half_make_stories_and_facts_again(tmp_path, monkeypatch):
    pages = [str(path) for path in sorted(SAMPLES.glob("0[1-9]*"))]
    with Archive(tmp_path / "new.coranto") as archive:
        reading.read(archive, pages, ONE)
        wanted = shown(archive)
    with Archive(tmp_path / "old.coranto") as archive:
        with monkeypatch.context() as patch:
            patch.setattr(reading, "parts_of", lambda what: "older parts")
            patch.setattr(order.story.StoryIndex, "add", alone)
            reading.read(archive, pages, ONE)
        assert shown(archive) != wanted
        summary = reading.read(archive, pages, ONE)
        assert (summary.known, summary.articles) == (summary.pages, 0)
        assert shown(archive) == wanted


def alone(index, slots, edges=()):
    """A grouping that gives every article a story of its own."""
    return index.put(slots, digest("sto", slots.article), "it stands alone")
