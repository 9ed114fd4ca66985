"""Corrections in the browser: forms that merge, split, move, pin and undo, and the guard before them."""

import re
import shutil
from urllib.parse import urlencode

import pytest
from test_desk_shapes import documented

from conftest import PORT, Desk

FORM = "application/x-www-form-urlencoded"
OWN = {"origin": f"http://127.0.0.1:{PORT}", "sec-fetch-site": "same-origin"}


@pytest.fixture
def own(samples_archive, tmp_path):
    """A desk over a copy of the samples, to be corrected."""
    from coranto.store import Archive

    with Archive(samples_archive, make=False) as archive:
        archive.backup(tmp_path / "own.coranto")
    return Desk(tmp_path / "own.coranto")


def post(desk, act, headers=None, **fields):
    body = urlencode(fields, doseq=True)
    return desk.ask("POST", f"/review/{act}", {**OWN, "content-type": FORM, **(headers or {})}, body)


def stories(desk):
    found = desk.data("/api/stories?limit=1000")["items"]
    return sorted(found, key=lambda story: (-len(story["articles"]), story["id"]))


def made(answer):
    assert answer.status_code == 303, answer.text[:300]
    return re.fullmatch(r"/review\?done=(cor-[0-9a-f]{16})#\1", answer.headers["location"]).group(1)


def test_split_and_undo_by_form(own):
    story = stories(own)[0]
    out = story["articles"][-2:]
    ident = made(post(own, "split", article=out))
    assert own.data(f"/api/article/{out[0]}")["story"] == own.data(f"/api/article/{out[1]}")["story"] != story["id"]
    found = own.data(f"/api/history?story={story['id']}")["corrections"]
    assert [set(one) for one in found] == [documented("correction")]
    assert found[0]["id"] == ident
    text = own.page(f"/review?done={ident}")
    assert f'id="{ident}"' in text
    assert "<b>Done.</b>" in text
    assert made(post(own, "undo", correction=ident)) == ident
    back = {one["id"] for one in own.data(f"/api/story/{story['id']}")["articles"]}
    assert back == set(story["articles"])
    assert "undone" in own.page("/review")
    assert post(own, "undo", correction=ident).status_code == 400


def test_merged_stories_answer_at_their_old_addresses(own):
    one, other = stories(own)[1:3]
    made(post(own, "merge", story=one["id"], other=f"http://127.0.0.1:{PORT}/story/{other['id']}#said"))
    kept = own.data(f"/api/article/{one['articles'][0]}")["story"]
    gone = other["id"] if kept == one["id"] else one["id"]
    for form, tail in (("/story/{}", ""), ("/story/{}.json", ".json"), ("/review/story/{}", "")):
        answer = own.get(form.format(gone))
        assert answer.status_code == 301
        assert answer.headers["location"] == form.format(kept), tail
    assert own.data(f"/api/story/{gone}")["id"] == kept
    assert own.data(f"/api/timeline/{gone}")["id"] == kept
    assert own.data(f"/api/explain/{gone}")["id"] == kept
    assert {one["article"] for one in own.data(f"/api/lineage/{gone}")["articles"]} == {
        *one["articles"],
        *other["articles"],
    }
    assert own.data(f"/api/compare/{gone}")["id"] == kept
    assert f"/story/{kept}" in own.page("/review")


def test_move_and_pin_by_form(own):
    one, other = stories(own)[0], stories(own)[1]
    moved = one["articles"][-1]
    made(post(own, "move", article=moved, other=other["id"]))
    home = own.data(f"/api/article/{moved}")["story"]
    assert home == own.data(f"/api/article/{other['articles'][0]}")["story"]
    made(post(own, "pin", story=home))
    text = own.page(f"/review/story/{home}")
    assert "<b>Pinned</b>" in text
    assert "<b>Moved</b>" in text


def test_a_story_leaves_its_storyline_and_enters_another_by_form(own):
    line = own.data("/api/storylines")["items"][0]
    story = line["stories"][0]
    assert f'href="/storyline/{line["id"]}"' in own.page(f"/review/story/{story}")
    out = made(post(own, "unlink", story=story))
    assert own.data(f"/api/story/{story}")["storyline"] == ""
    assert "Taken out of its storyline" in own.page("/review")
    assert "It stands in none." in own.page(f"/review/story/{story}")
    assert post(own, "unlink", story=story).status_code == 400
    made(post(own, "undo", correction=out))
    other = next(one for one in own.data("/api/storylines")["items"] if one["id"] != line["id"])
    made(post(own, "link", story=story, line=f"/storyline/{other['id']}"))
    assert own.data(f"/api/story/{story}")["storyline"] == other["id"]
    assert "Put into a storyline" in own.page(f"/review/story/{story}")


def test_the_forms_of_a_story_offer_every_article(own):
    story = stories(own)[0]
    text = own.page(f"/review/story/{story['id']}")
    for article in story["articles"]:
        assert f'name="article" value="{article}"' in text
    for act in ("split", "move", "merge", "pin", "link", "unlink"):
        assert f'="/review/{act}"' in text
    assert f'href="/review/story/{story["id"]}"' in own.page(f"/story/{story['id']}")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://127.0.0.1:9999", "sec-fetch-site": ""}, 403),
        ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, 403),
        ({"origin": "null", "sec-fetch-site": ""}, 403),
        ({"origin": "", "sec-fetch-site": ""}, 403),
        ({"origin": "", "sec-fetch-site": "none"}, 403),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, 403),
        ({"host": "evil.example", "origin": "http://evil.example"}, 403),
        ({"content-length": "9" * 12}, 403),
        ({"content-type": "text/plain"}, 400),
        ({"content-type": "multipart/form-data; boundary=x"}, 400),
        ({"origin": "null"}, 404),
        ({"sec-fetch-site": ""}, 404),
    ],
)  # fmt: skip
def test_writes_come_from_pages_of_this_desk_alone(desk, headers, status):
    """404 is what the form itself gets, once it was let through: there is no such correction."""
    assert post(desk, "undo", headers, correction="cor-0000000000000000").status_code == status
    assert desk.ask("POST", "/api/stories", {**OWN, "content-type": FORM}).status_code == 403


@pytest.mark.parametrize(
    ("act", "fields", "status"),
    [
        ("split", {}, 400), ("split", {"article": "art-0000000000000000"}, 404), ("merge", {}, 400),
        ("merge", {"story": "sto-0000000000000000", "other": "sto-0000000000000001"}, 404),
        ("merge", {"other": "somewhere"}, 400), ("move", {"article": "x", "other": ""}, 400),
        ("pin", {"story": "sto-0000000000000000"}, 404), ("part", {"stream": "x"}, 400),
        ("part", {"stream": "sto-0000000000000000"}, 400), ("undo", {"correction": "cor-0000000000000000"}, 404),
        ("link", {"story": "sto-0000000000000000"}, 400), ("unlink", {}, 400), ("erase", {}, 404),
        ("link", {"story": "sto-0000000000000000", "line": "lin-0000000000000000"}, 404),
    ],
)  # fmt: skip
def test_a_form_that_makes_no_sense_is_refused_and_changes_nothing(desk, act, fields, status):
    before = desk.data("/api/stories?limit=1000")
    answer = post(desk, act, **fields)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert desk.data("/api/stories?limit=1000") == before


def test_a_body_that_is_no_form_is_refused(desk):
    for body in (b"\xff\xfe=1", b"&".join(b"a=1" for _ in range(20_001))):
        assert desk.ask("POST", "/review/split", {**OWN, "content-type": FORM}, body).status_code == 400


def test_what_the_machine_joined_can_be_parted(own):
    from coranto.store import Archive
    from coranto.types import Join

    one, other = stories(own)[1:3]
    keeps, goes = sorted((one, other), key=lambda story: story["first"])
    with Archive(own.path) as archive, archive.write():
        article = goes["articles"][0]
        join = Join(article=article, goes=goes["id"], keeps=keeps["id"], score=0.4, reasons=("they share words",))
        archive.put_joins(archive.moment_of(article), article, (join,))
        archive.settle_streams([goes["id"]])
    text = own.page("/review")
    assert "they share words" in text
    assert "likeness 0.40" in text
    assert f'name="stream" value="{goes["id"]}"' in text
    made(post(own, "part", stream=goes["id"]))
    home = own.data(f"/api/article/{goes['articles'][0]}")["story"]
    assert home != own.data(f"/api/article/{keeps['articles'][0]}")["story"]


def test_in_a_browser_a_form_passes_the_guard(own):
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs chromium")
    from test_desk_browser import serving

    story = stories(own)[0]
    with serving(own.path) as address, sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}/story/{story['id']}")
        page.click("#correct")
        page.check(f"input[value='{story['articles'][-1]}']")
        page.click("text=Make them a story of their own")
        assert "/review?done=cor-" in page.url
        assert "Done." in page.inner_text("main")
        page.click("button.undo")
        assert "Taken back." in page.inner_text("main")
        browser.close()
