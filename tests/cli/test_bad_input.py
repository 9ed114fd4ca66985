"""Bad input through the command line: a clear word on standard error, the right status, never a traceback."""

import gzip
import json
import os
import sqlite3
import sys

import pytest

PARAGRAPHS = (
    "The harbour council voted on Tuesday to widen the old bridge, the mayor's office said in a statement.",
    "Work is to begin in March and to last two years, the council's engineer told reporters after the vote.",
    "Fishers had asked for a wider passage since a trawler struck the pier three winters ago.",
)
PAGE = "The Pier Gazette\nMay 14, 2024\n\nCouncil votes to widen the bridge\n\nBy Tove Marken\n\n" + "\n\n".join(
    PARAGRAPHS
)


def reasons(coranto):
    ran = coranto("refusals", "--json")
    assert ran.status == 0, ran.err
    return {row["subject"]: row["reason"] for row in json.loads(ran.out)["items"]}


def test_an_empty_folder_has_no_pages(coranto, tmp_path):
    (tmp_path / "empty").mkdir()
    coranto("read", "empty").failed(1, "No pages found")


def test_a_missing_path_is_refused_and_the_rest_is_read(coranto, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    ran = coranto("read", "nowhere.txt", "page.txt", "--json")
    ran.failed(1, "coranto refusals")
    told = json.loads(ran.out)
    assert told["articles"] == 1
    assert told["refusals"] == {"not-found": 1}
    assert reasons(coranto) == {"nowhere.txt": "not-found"}


def test_a_page_of_fifty_megabytes_is_refused_without_being_kept(coranto, tmp_path):
    (tmp_path / "big.txt").write_bytes(b"The council met and the council spoke. \n" * 1_250_000)
    coranto("read", "big.txt").failed(1)
    assert reasons(coranto) == {"big.txt": "too-large"}


def test_a_setting_lets_a_large_page_in(coranto, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "small.toml").write_text("[page]\nmax_bytes = 100\n", encoding="utf-8")
    coranto("read", "page.txt", "--settings", "small.toml").failed(1)
    assert reasons(coranto) == {"page.txt": "too-large"}


def test_binary_data_named_as_text_are_no_text(coranto, tmp_path):
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)
    (tmp_path / "print.txt").write_bytes(b"%PDF-1.7\n" + PAGE.encode())
    coranto("read", "photo.txt", "print.txt").failed(1)
    assert reasons(coranto) == {"photo.txt": "not-text", "print.txt": "not-text"}


def test_broken_utf8_is_read_as_far_as_it_goes(coranto, tmp_path):
    broken = PAGE.encode().replace(b"statement", b"st\xffatem\xc3(ent")
    (tmp_path / "broken.txt").write_bytes(broken)
    ran = coranto("read", "broken.txt", "--json")
    assert ran.status == 0, ran.err
    told = json.loads(coranto("articles", "--json").out)["items"]
    assert [one["title"] for one in told] == ["Council votes to widen the bridge"]


def test_a_cut_gzip_is_said_to_be_cut(coranto, tmp_path):
    rows = "".join(json.dumps({"text": f"{PAGE} {number} {os.urandom(40).hex()}"}) + "\n" for number in range(20))
    packed = gzip.compress(rows.encode())
    (tmp_path / "rows.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    ran = coranto("read", "rows.jsonl.gz", "--workers", "1")
    ran.failed(1)
    assert "broken-archive" in reasons(coranto).values()


def test_a_gzip_bomb_is_refused(coranto, tmp_path):
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b"<p>" + b" " * 60_000_000))
    coranto("read", "bomb.html.gz").failed(1)
    assert reasons(coranto) == {"bomb.html.gz": "too-large"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_loop_of_folders_ends(coranto, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / "deep" / "up").symlink_to(tmp_path / "in")
    ran = coranto("read", "in", "--json")
    ran.failed(1)
    assert json.loads(ran.out)["articles"] == 1
    assert reasons(coranto) == {"deep/up": "directory-loop"}


def test_rows_that_are_none_are_refused_one_by_one(coranto, tmp_path):
    rows = ['{"text": "cut off', "[1, 2]", '{"other": 3}', json.dumps({"text": PAGE})]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    ran = coranto("read", "rows.jsonl", "--json")
    ran.failed(1)
    assert json.loads(ran.out)["articles"] == 1
    assert set(reasons(coranto)) == {"rows.jsonl#1", "rows.jsonl#2", "rows.jsonl#3"}


def test_an_archive_below_a_file_cannot_be_made(coranto, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    coranto("read", "page.txt", "--archive", "page.txt/in/here.coranto").failed(1, "here.coranto")


def test_an_archive_that_is_a_folder(coranto, tmp_path):
    coranto("stories", "--archive", tmp_path).failed(1, "is a folder")


def test_an_archive_that_is_no_database_is_left_alone(coranto, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    for command in (["stories"], ["read", "page.txt"], ["db", "check"], ["serve"]):
        coranto(*command, "--archive", "page.txt").failed(1, "not a coranto archive")
    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == PAGE


def test_a_database_of_something_else_is_left_alone(coranto, tmp_path):
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE mine (word TEXT)")
    other.commit()
    other.close()
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    coranto("read", "page.txt", "--archive", "other.db").failed(1, "not a coranto archive")


def test_a_damaged_archive_is_said_to_be_damaged(coranto, archive, tmp_path):
    raw = bytearray(archive.read_bytes())
    raw[4096 : len(raw) // 2] = b"\x5a" * (len(raw) // 2 - 4096)
    (tmp_path / "damaged.coranto").write_bytes(raw)
    for command in (["db", "check"], ["stories"], ["doctor"]):
        ran = coranto(*command, "--archive", "damaged.coranto")
        assert ran.status == 1, (command, ran)
        assert "Traceback" not in ran.err
        assert "damaged" in ran.out + ran.err or "malformed" in ran.out + ran.err, (command, ran)


def test_no_archive_yet_says_how_to_make_one(coranto):
    for command in (["stories"], ["search", "bridge"], ["story", "sto-0000000000000000"], ["db", "backup", "copy"]):
        coranto(*command).failed(1, "coranto read")


@pytest.mark.parametrize(
    "body",
    [
        "[page]\nmax_bytes = 'many'\n",
        "[page]\nmax_byte = 3\n",
        "[pages]\n",
        "page = 3\n",
        "[page\n",
        "\x00",
        "\udcff",
    ],
)
def test_wrong_settings_are_named(coranto, tmp_path, body):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "my.toml").write_bytes(body.encode("utf-8", "surrogateescape"))
    coranto("read", "page.txt", "--settings", "my.toml").failed(2, "my.toml")


def test_missing_settings_are_named(coranto):
    coranto("read", ".", "--settings", "none.toml").failed(2, "none.toml")
