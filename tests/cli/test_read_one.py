"""`coranto read-one`: a page with all that was read in it, without an archive."""

import io
import json
from pathlib import Path

from rich.console import Console

from coranto.desk.marked import KINDS, noted, show_marked
from coranto.flow.one import Told, read_one
from coranto.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
PAGE = SAMPLES / "01-nordhav-agency.txt"


def told():
    (one,) = read_one(str(PAGE), Settings())
    assert isinstance(one, Told)
    return one


def test_each_note_stands_below_its_sentence(coranto):
    ran = coranto("read-one", PAGE)
    assert ran.status == 0, ran.err
    one = told()
    lines = ran.out.splitlines()
    assert lines[0] == one.article.title
    place = -1
    for sentence in one.article.sentences:
        words = one.article.text[sentence.start : sentence.end].splitlines()[0]
        place = next(at for at in range(place + 1, len(lines)) if lines[at] == words)
    assert "\x1b" not in ran.out
    assert len([line for line in lines if line.startswith("    name ")]) == len(one.reading.names)
    assert not (Path.cwd() / "own.coranto").exists()


def test_marks_lie_on_their_words_and_every_kind_has_a_colour():
    one = told()
    found = noted(one.article, one.reading)
    assert {note.kind for note in found} >= {"names", "times", "offices", "statements", "events"}
    out = io.StringIO()
    show_marked(
        Console(file=out, force_terminal=True, width=200), one.article, one.reading, ("names",), notes=False
    )
    name = next(name for name in one.reading.names if name.sentence >= 0)
    assert f"\x1b[36m{name.text}\x1b[0m" in out.getvalue()
    sizes = [len(noted(one.article, one.reading, (kind,))) for kind in KINDS]
    assert sum(sizes) == len(found)


def test_only_some_kinds_or_the_text_alone(coranto):
    ran = coranto("read-one", PAGE, "--only", "times")
    assert "    time " in ran.out
    assert "    name " not in ran.out
    assert "    " not in coranto("read-one", PAGE, "--text").out
    assert "    time " not in coranto("read-one", PAGE, "--no-notes").out


def test_json_holds_the_article_and_its_reading(coranto):
    data = json.loads(coranto("read-one", PAGE, "--json").out)
    assert data["article"]["title"] == told().article.title
    assert len(data["reading"]["names"]) == len(told().reading.names)


def test_what_is_no_article_is_refused_by_name(coranto, tmp_path):
    coranto("read-one", tmp_path / "none.html").failed(1, "none.html")
    coranto("read-one", PAGE, "--page", "7").failed(1, "no page 7")
    coranto("read-one", PAGE, "--only", "verbs").failed(2, "verbs", "statements")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    coranto("read-one", empty).failed(1, "empty")
