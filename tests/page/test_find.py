"""Files, folders and rows become pages; whatever can't be read becomes a refusal in its place."""

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coranto import parts
from coranto.page import find
from coranto.settings import PageOptions
from coranto.types import Page, Refusal

TEXT = "The minister arrived in Harwick on Tuesday.\n\nShe will leave on Friday, her office said.\n"
HTML = "<!DOCTYPE html><html><head><title>Talks</title></head><body><p>They met.</p></body></html>"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path, **options: int) -> Page | Refusal:
    found = list(find([path], options=PageOptions(**options)))
    assert len(found) == 1
    return found[0]


def reason(path: Path, **options: int) -> str:
    got = one(path, **options)
    assert isinstance(got, Refusal), got
    assert got.detail.endswith(".")
    return got.reason


def test_folders_are_walked_in_order_and_named_from_the_folder(tmp_path):
    write(tmp_path, "b/two.txt", TEXT)
    write(tmp_path, "a.html", HTML)
    write(tmp_path, "b/one.txt", TEXT)
    write(tmp_path, ".hidden/x.txt", TEXT)
    write(tmp_path, "b/.keep", TEXT)
    found = list(find([tmp_path]))
    assert [(page.path, page.media) for page in found] == [
        ("a.html", "text/html"),
        ("b/one.txt", "text/plain"),
        ("b/two.txt", "text/plain"),
    ]
    assert found[1].id == found[2].id, "the path takes no part in the id"
    assert found[0].body == HTML.encode()


def test_standard_input_is_read_for_a_dash():
    (page,) = find(["-"], stdin=io.BytesIO(TEXT.encode()))
    assert (page.path, page.media, page.body) == ("-", "text/plain", TEXT.encode())


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("page.txt", HTML, "text/html"),
        ("page.html", TEXT, "text/plain"),
        ("noname", "\ufeff\n <html><p>x", "text/html"),
        ("page.htm", "Talks went on<br><p>They met.</p>", "text/html"),
        ("dump", "<< Previous story\n" + TEXT, "text/plain"),
        ("about.txt", "The <html> element is the root of a page.\n", "text/plain"),
        ("wide.txt", TEXT.encode("utf-16"), "text/plain"),
        ("wide-no-mark.txt", TEXT.encode("utf-16-le"), "text/plain"),
        ("latin.txt", "Der Präsident sagte: „Größe“".encode("cp1252", "replace"), "text/plain"),
    ],
)
def test_the_content_decides_not_the_name(tmp_path, name, content, media):
    if name == "about.txt":
        content = "All about markup. " * 80 + content
    assert one(write(tmp_path, name, content)).media == media


def test_gzip_is_seen_by_its_first_bytes(tmp_path):
    for name in ("page.html.gz", "page.html", "page"):
        got = one(write(tmp_path, name, gzip.compress(HTML.encode())))
        assert (got.media, got.body) == ("text/html", HTML.encode())


def test_gzip_of_several_members_is_one_stream(tmp_path):
    packed = gzip.compress(b"First half, ") + gzip.compress(b"second half.\n") + b"\0" * 40
    assert one(write(tmp_path, "two.txt.gz", packed)).body == b"First half, second half.\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (gzip.compress(b""), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not-text"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(200)) * 9, "not-text"),
        (b"%PDF-1.7\n%text", "not-text"),
        (gzip.compress(TEXT.encode() * 99)[:60], "broken-archive"),
        (gzip.compress(HTML.encode() * 99)[:-9], "broken-archive"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>", "not-article"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(tmp_path, content, expected):
    assert reason(write(tmp_path, "page.txt", content)) == expected


def test_damage_inside_gzip_is_told(tmp_path):
    packed = bytearray(gzip.compress(os.urandom(90_000).hex().encode()))
    packed[40_000:40_400] = b"\xff" * 400
    assert reason(write(tmp_path, "page.txt.gz", bytes(packed))) == "broken-archive"


def test_too_large_pages_and_bombs_are_refused_without_filling_memory(tmp_path):
    assert reason(write(tmp_path, "long.txt", "word " * 1000), max_bytes=400) == "too-large"
    bomb = gzip.compress(b"\0" * 80_000_000 + b"a")
    html_bomb = gzip.compress(b"<html><p>" + b"a" * 80_000_000)
    rows_bomb = gzip.compress(b'{"text": "' + b"a" * 80_000_000)
    tracemalloc.start()
    assert reason(write(tmp_path, "bomb.gz", html_bomb), max_bytes=1_000_000) == "too-large"
    assert reason(write(tmp_path, "zeros.gz", bomb), max_bytes=1_000_000) in ("empty", "too-large")
    refusals = list(find([write(tmp_path, "rows.gz", rows_bomb)], options=PageOptions(max_bytes=1_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {refusal.reason for refusal in refusals} == {"too-large"}
    assert peak < 12_000_000


def test_missing_and_odd_paths(tmp_path):
    assert reason(tmp_path / "nowhere.txt") == "not-found"
    assert reason(Path("with\0zero")) == "unreadable"
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (got,) = find([tmp_path])
    assert got.reason == "not-found"
    assert got.subject == "gone.txt"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_without_permission_is_refused(tmp_path):
    path = write(tmp_path, "secret.txt", TEXT)
    path.chmod(0)
    assert reason(path) == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (got,) = find([tmp_path])
    assert got.reason == "unreadable"


def test_loops_end_and_are_told(tmp_path):
    write(tmp_path, "a/page.txt", TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(find([tmp_path]))
    assert [type(item).__name__ for item in found] == ["Page", "Refusal", "Refusal"]
    assert {item.reason for item in found[1:]} == {"directory-loop"}


def test_folders_deeper_than_the_limit_are_told(tmp_path):
    write(tmp_path, "1/2/3/4/page.txt", TEXT)
    assert reason(tmp_path, depth=3) == "directory-loop"
    assert isinstance(one(tmp_path, depth=9), Page)


def test_a_folder_linked_twice_is_read_once(tmp_path):
    write(tmp_path, "real/page.txt", TEXT)
    (tmp_path / "again").symlink_to(tmp_path / "real")
    assert [item.path for item in find([tmp_path])] == ["again/page.txt"]


def test_rows_of_articles_and_of_pages(tmp_path):
    rows = [
        {
            "id": "x1",
            "outlet": "Harwick Post",
            "seen": "2024-03-01T08:00:00Z",
            "title": " Talks  begin ",
            "text": TEXT,
        },
        {"id": "x2", "date": "2024-03-02", "title": "Talks end", "dateline": "HARWICK", "text": TEXT},
        {
            "html": HTML,
            "url": "https://post.example/a",
            "crawl_date": "2024-03-03",
            "title": "gold",
            "text": "gold",
        },
        {"text": "  "},
        ["no", "object"],
    ]
    lines = [json.dumps(row) for row in rows] + ["{broken", "", '{"text": "half \\ud83d pair, and more"}']
    found = list(find([write(tmp_path, "rows.jsonl", "\n".join(lines))]))
    first, second, third, empty, other, broken, half = found
    assert first.path == "rows.jsonl#1"
    assert (first.hints.title, first.hints.outlet, first.captured) == (
        "Talks begin",
        "Harwick Post",
        "2024-03-01T08:00:00Z",
    )
    assert (second.hints.published, second.hints.dateline, second.captured) == ("2024-03-02", "HARWICK", "")
    assert (third.media, third.url, third.captured) == ("text/html", "https://post.example/a", "2024-03-03")
    assert third.hints.title == "", "what stands beside a page is not taken from the row"
    assert [item.reason for item in (empty, other, broken)] == ["empty", "broken-row", "broken-row"]
    assert broken.subject == "rows.jsonl#6"
    assert half.path == "rows.jsonl#8"


def test_bylines_come_as_one_name_or_a_list(tmp_path):
    lines = [
        json.dumps({"text": TEXT, "authors": ["Ann Lee", "Bo  Ek"]}),
        json.dumps({"text": TEXT, "byline": "Cy"}),
    ]
    first, second = find([write(tmp_path, "rows.jsonl", "\n".join(lines))])
    assert first.hints.byline == ("Ann Lee", "Bo Ek")
    assert second.hints.byline == ("Cy",)
    assert first.id != second.id


@pytest.mark.parametrize("indent", [None, 2])
def test_one_json_document_is_rows_too(tmp_path, indent):
    rows = [{"title": "A", "text": TEXT}, {"title": "B", "text": TEXT}]
    found = list(find([write(tmp_path, "list.json", json.dumps(rows, indent=indent))]))
    assert [item.path for item in found] == ["list.json#1", "list.json#2"]
    assert one(write(tmp_path, "one.json", json.dumps(rows[0], indent=indent))).hints.title == "A"


def test_cut_rows_give_the_rows_before_the_cut(tmp_path):
    rows = "".join(json.dumps({"text": f"{n} {os.urandom(40).hex()}"}) + "\n" for n in range(4000))
    found = list(find([write(tmp_path, "rows.jsonl.gz", gzip.compress(rows.encode())[:-5000])]))
    assert isinstance(found[0], Page)
    assert all(isinstance(item, Page) for item in found[:-1])
    assert found[-1].reason == "broken-archive"
    assert "After row" in found[-1].detail


def test_many_rows_are_streamed(tmp_path):
    row = json.dumps({"title": "A", "text": TEXT * 30}) + "\n"
    path = write(tmp_path, "many.jsonl", row * 8000)
    tracemalloc.start()
    count = sum(1 for _ in find([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 8000
    assert peak < 3_000_000


def test_a_json_row_nested_beyond_reason_is_refused(tmp_path):
    path = write(tmp_path, "deep.jsonl", '{"text": ' + "[" * 100_000 + "\n")
    assert reason(path) == "broken-row"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b'{"text": ', b"<html>", b"["]), data=st.binary()
)
def test_nothing_is_raised_for_any_bytes(start, data):
    for item in find(["-"], stdin=io.BytesIO(start + data)):
        assert isinstance(item, (Page, Refusal))


def test_the_readers_are_known_parts():
    assert {"page.dump.v1", "page.html.v1", "page.jsonl.v1", "page.warc.v1"} <= set(parts.known())
