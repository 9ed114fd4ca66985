"""Archives: sound records become pages, damaged ones refusals, and reading goes on."""

import gzip
import io

from coranto.page import find
from coranto.settings import PageOptions
from coranto.types import Page

HTML = b"<html><head><title>Talks</title></head><body><p>They met in Harwick.</p></body></html>"
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n"


def record(kind: str, url: str, block: bytes, media: str = "application/http") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(url: str, body: bytes = HTML, head: str = HEAD) -> bytes:
    return record("response", url, f"{head}\r\n".encode() + body)


def read(data: bytes, **options: int):
    return list(find(["-"], stdin=io.BytesIO(data), options=PageOptions(**options)))


INFO = record("warcinfo", "", b"software: test\r\n", "application/warc-fields")


def test_responses_give_pages_with_address_charset_and_capture():
    (page,) = read(INFO + answer("https://post.example/1") + record("request", "https://post.example/1", b"GET"))
    assert page.path == "-#2"
    assert (page.url, page.charset, page.captured) == (
        "https://post.example/1",
        "windows-1252",
        "2024-01-02T03:04:05Z",
    )
    assert page.body == HTML


def test_resources_and_conversions_give_pages():
    wet = record("conversion", "https://post.example/2", b"Plain text of a page.", "text/plain")
    resource = record("resource", "https://post.example/3", HTML, "text/html")
    assert [(p.media, p.url[-1]) for p in read(wet + resource)] == [("text/plain", "2"), ("text/html", "3")]


def test_other_statuses_and_media_are_left_out():
    gone = answer("https://post.example/4", HTML, HEAD.replace("200 OK", "404 Not Found"))
    image = answer("https://post.example/5", b"\x89PNG", HEAD.replace("text/html", "image/png"))
    style = answer("https://post.example/6", b"p {}", HEAD.replace("text/html", "text/css"))
    assert read(gone + image + style) == []


def test_chunks_and_codings_are_undone():
    packed = gzip.compress(HTML)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = HEAD + "Content-Encoding: gzip\r\n"
    both = answer("https://post.example/7", chunked, head + "Transfer-Encoding: chunked\r\n")
    kept = answer("https://post.example/8", HTML, head + "Transfer-Encoding: chunked\r\n")
    assert [page.body for page in read(both + kept)] == [HTML, HTML]


def test_a_coding_that_is_not_read_is_told():
    (refusal,) = read(answer("https://post.example/9", b"\x01\x02", HEAD + "Content-Encoding: br\r\n"))
    assert refusal.reason == "unreadable"


def test_a_cut_archive_gives_what_stands_before_the_cut():
    page, refusal = read(answer("https://post.example/1") + answer("https://post.example/2")[:-40])
    assert page.url.endswith("1")
    assert (refusal.reason, refusal.subject) == ("broken-archive", "-#2")
    assert "Record 2" in refusal.detail


def test_reading_goes_on_behind_a_record_with_a_false_length():
    for false in (b"Content-Length: 1", b"Content-Length: ", b"Content-Length: x"):
        broken = answer("https://post.example/1").replace(b"Content-Length: ", false)
        broken = broken.replace(b"Content-Length: ", b"Content-Length: 1", 1) if false.endswith(b" ") else broken
        found = read(broken + answer("https://post.example/2"))
        assert found[0].reason == "broken-archive"
        assert found[-1].url.endswith("2"), false


def test_junk_between_records_is_told_once():
    found = read(answer("https://post.example/1") + b"junk\r\n" * 50 + answer("https://post.example/2"))
    assert [isinstance(item, Page) for item in found] == [True, False, True]


def test_a_gzipped_archive_cut_in_the_middle():
    members = gzip.compress(INFO) + gzip.compress(answer("https://post.example/1"))
    last = gzip.compress(answer("https://post.example/2"))
    found = read(members + last[: len(last) // 2])
    assert isinstance(found[0], Page)
    assert {item.reason for item in found[1:]} == {"broken-archive"}


def test_large_records_and_bombs_are_refused():
    large = answer("https://post.example/1", b"<p>" + b"x" * 5000)
    bomb = answer(
        "https://post.example/2", gzip.compress(b"<p>" + b"x" * 900_000), HEAD + "Content-Encoding: gzip\r\n"
    )
    found = read(large + bomb + answer("https://post.example/3"), max_bytes=4000)
    assert [getattr(item, "reason", "page") for item in found] == ["too-large", "too-large", "page"]
