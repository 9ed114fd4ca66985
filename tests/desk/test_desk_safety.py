"""The desk gives nothing away, runs nothing foreign, and says clearly what it refuses."""

import re

import pytest

from conftest import PORT
from coranto.desk.guard import CSP
from coranto.errors import ArchiveError, UsageError

ADDRESSES = ("/", "/api/stories", "/static/coranto.css", "/nothing", "/story/sto-0000000000000000", "/api/nothing")


def test_every_answer_carries_the_headers(desk):
    for address in ADDRESSES:
        headers = desk.get(address).headers
        assert headers["content-security-policy"] == CSP, address
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "default-src 'none'" in CSP
    assert "unsafe" not in CSP


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1.evil.example", "", "0.0.0.0"])
def test_other_host_names_get_no_answer(desk, host):
    answer = desk.get("/", host=host)
    assert answer.status_code == 403
    assert "coranto" not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}", "localhost"])
def test_loopback_host_names_are_answered(desk, host):
    assert desk.get("/", host=host).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_is_written(desk, method):
    for address in ("/", "/api/stories"):
        assert desk.ask(method, address).status_code == 403


def test_a_head_has_no_body(desk):
    answer = desk.ask("HEAD", "/")
    assert answer.status_code == 200
    assert answer.content == b""


def test_other_sites_may_link_but_not_read(desk):
    assert desk.get("/", **{"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}).status_code == 200
    refused = desk.get("/api/stories", **{"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"})
    assert refused.status_code == 403
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address",
    [
        "/story/sto-0000000000000000", "/storyline/lin-0000000000000000", "/article/art-0000000000000000",
        "/explain/evt-0000000000000000", "/story/evt-1", "/nothing", "/no/such/page", "/figures/x.json",
        "/events?story=sto-0000000000000000",
    ],
)  # fmt: skip
def test_what_is_not_here_is_a_404_page(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 404, answer.text[:200]


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=colour:red", "/search?q=on:yesterday", "/search?q=is:good", "/search?q=-mackerel",
        f"/search?q={'a' * 2001}", "/stories?cursor=abc", "/stories?cursor=%C2%B2",
        "/stories?cursor=99999999999999999999", "/explain/anything", "/dossier?one=NOR", "/dossier",
        f"/who-said?words={'a' * 2001}",
    ],
)  # fmt: skip
def test_a_query_that_cannot_be_read_is_a_400_page(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 400
    assert "<h1>That does not work</h1>" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/story/sto-0000000000000000", 404), ("/api/nothing-at-all/x", 404), ("/api/events?limit=0", 400),
        ("/api/events?after=soon", 400), ("/api/events?cursor=x", 400), ("/api/search?q=colour:red", 400),
        ("/api/timeline/art-1", 400), ("/api/lineage/evt-1", 400), ("/api/nonsense", 400), ("/api/who-said", 400),
        ("/story/sto-0000000000000000.json", 404),
    ],
)  # fmt: skip
def test_errors_of_the_api_are_problem_details(desk, address, status):
    answer = desk.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["detail"]


@pytest.mark.parametrize("mark", ["x", "1,2", "0,5,2", "0,-3,9", "²,1,2", "0,0,999999999", "-1,0,3,4", "9" * 4000])
def test_a_mark_that_makes_no_sense_does_no_harm(desk, largest, mark):
    assert desk.get(f"/article/{largest['articles'][0]}?mark={mark}").status_code == 200


def pages_of(desk):
    story = desk.data("/api/stories")["items"][0]
    whole = desk.data(f"/api/story/{story['id']}")
    yield "/"
    yield f"/story/{story['id']}"
    yield f"/article/{whole['articles'][0]['id']}"
    yield "/search?q=ministers"
    yield "/search?q=%3Cscript%3Ealert(9)%3C/script%3E"
    yield "/actor/%3Cscript%3Ealert(9)%3C%2Fscript%3E"
    yield "/dossier/%3Cimg%20src=x%3E/%7B%7B7*7%7D%7D"
    yield "/who-said?words=%22%3E%3Cimg%20src=x%3E"
    for name in ("stories", "articles", "events", "statements", "people", "figures", "offices"):
        yield f"/{name}"
    for fact in (*whole["events"], *whole["statements"]):
        yield f"/explain/{fact['id']}"
    yield f"/explain/{whole['articles'][0]['id']}"
    yield "/review"
    yield "/review?done=%22%3E%3Cscript%3Ealert(9)%3C/script%3E"
    yield f"/review/story/{story['id']}"
    yield f"/versions/{whole['articles'][0]['id']}"
    yield f"/explain/{story['id']}"


def test_foreign_text_stays_text(hostile):
    count = 0
    for address in pages_of(hostile):
        text = hostile.get(address).text
        count += 1
        assert not re.search(r"<script(?! src=\"/static/coranto\.js\")", text), address
        assert "<img" not in text, address
        assert "<b>Bold" not in text, address
        assert not re.search(r"(?:href|src|action)=\"\s*javascript:", text), address
        assert "49" not in re.sub(r"[0-9a-f-]{16,}|\?[^\"]*|datetime=\"[^\"]*\"|\d+,\d+", "", text), address
    assert count > 18


def test_hostile_titles_are_shown_as_written(hostile):
    text = hostile.page("/articles")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in text


def test_a_faulty_page_is_an_error_page_with_the_headers(desk, largest, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr("coranto.desk.pages.story_values", fail)
    answer = desk.get(f"/story/{largest['id']}")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    assert answer.headers["content-security-policy"] == CSP


def test_only_loopback_and_only_archives(tmp_path):
    from coranto.desk.web import make, run

    with pytest.raises(UsageError, match="loopback only"):
        run(tmp_path / "x.coranto", "0.0.0.0", 8420)
    with pytest.raises(ArchiveError):
        make(tmp_path / "missing.coranto")
    other = tmp_path / "other.coranto"
    other.write_bytes(b"not an archive at all, " * 200)
    with pytest.raises(ArchiveError):
        make(other)
