"""Two captures of one article: whichever is read first, the record and its order are the same."""

import json
from pathlib import Path

from coranto.desk import views
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive, Filter

ONE = Settings(flow=FlowOptions(workers=1))
TEXT = (
    "Norwegian Harbour Minister Tor Vik met Danish Harbour Minister Ida Holm in Oslo on Tuesday.\n\n"
    "Vik said that the two countries would share a pilot boat. Holm said that the boat was too small."
)
OTHER = (
    "Swedish Rail Minister Sven Berg visited a depot in Umea.\n\n"
    "Berg said that the trains were new and that the rails were old."
)


def rows(path: Path, seen: str, title: str, text: str) -> str:
    row = {"title": title, "outlet": "Harbour Notes", "seen": seen, "text": text}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return str(path)


def shown(archive):
    return {name: views.listing(archive, name, Filter(limit=500)) for name in views.LISTS}


def test_the_capture_read_first_leaves_no_trace(tmp_path):
    pages = [
        rows(tmp_path / "a.jsonl", "2024-03-12T10:00:00+00:00", "Ministers share a boat", TEXT),
        rows(tmp_path / "b.jsonl", "2024-03-12T21:00:00+00:00", "Ministers share a boat", TEXT),
        rows(tmp_path / "c.jsonl", "2024-03-12T15:00:00+00:00", "Minister at the depot", OTHER),
    ]
    seen = []
    for number, order in enumerate(([0, 1, 2], [1, 2, 0], [2, 1, 0], [0, 2, 1])):
        with Archive(tmp_path / f"{number}.coranto") as archive:
            for at in order:
                read(archive, [pages[at]], ONE)
            assert archive.counts()["article"] == 2
            assert archive.counts()["person"] >= 2
            seen.append(json.dumps(shown(archive), sort_keys=True))
    assert len(set(seen)) == 1
