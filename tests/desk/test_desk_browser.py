"""In a real browser: no violation of the policy, nothing wider than a phone, targets large enough, keys that work.

Runs where playwright and chromium are installed; elsewhere it is skipped.
"""

import shutil
import threading
import time
from contextlib import contextmanager

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")

WIDE = """[...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .filter(one => !one.closest(".scroll, .skip, .hidden, dialog"))
  .map(one => one.outerHTML.slice(0, 90))"""
SMALL = """[...document.querySelectorAll("button, input, summary, .source, .masthead a, .jump a")]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < 23.5)
  .filter(one => one.type !== "checkbox")
  .map(one => one.outerHTML.slice(0, 90))"""


@contextmanager
def serving(path):
    """The address of a desk behind a real port."""
    import uvicorn

    from coranto.desk.web import make

    config = uvicorn.Config(make(path), host="127.0.0.1", port=0, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 10
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="module")
def served(desk):
    """The desk behind a real port."""
    with serving(desk.path) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def addresses(desk, largest):
    story = desk.data(f"/api/story/{largest['id']}")
    lines = desk.data("/api/storylines")["items"]
    return [
        "/", f"/story/{story['id']}", f"/storyline/{lines[0]['id']}", f"/article/{story['articles'][1]['id']}",
        "/dossier/NOR/ISL", "/statements", "/events", "/figures", "/search?q=mackerel", "/search", "/nothing",
        f"/explain/{story['events'][0]['id']}", f"/explain/{story['id']}", "/who-said?words=numbers", "/refusals",
        "/review", f"/review/story/{story['id']}", f"/versions/{story['articles'][0]['id']}",
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_no_page_breaks_the_policy_or_the_phone(served, browser, addresses, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    for address in addresses:
        page.goto(served + address)
        wide = page.evaluate(WIDE)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address}: {wide}"
        assert not wide, f"{address}: {wide}"
        assert not page.evaluate(SMALL), f"{address}: {page.evaluate(SMALL)}"
    context.close()
    assert not [one for one in said if "/nothing" not in one[0]], said


def test_keys_move_and_can_be_turned_off(served, browser, largest):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{served}/stories")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.closest('.item') === document.querySelectorAll('.item')[1]")
    assert second
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jjo?")
    assert page.input_value("#q") == "jjo?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('help').open")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"
    page.goto(f"{served}/article/{largest['articles'][0]}")
    page.click("#marks")
    assert page.evaluate("getComputedStyle(document.querySelector('mark.said, mark.event')).backgroundColor") in (
        "rgba(0, 0, 0, 0)",
        "transparent",
    )
    context.close()


def test_the_first_tab_leads_to_the_content(served, browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    context.close()


def test_keys_select_an_article_and_lead_to_the_forms(served, browser, largest):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{served}/story/{largest['id']}")
    page.keyboard.press("Shift+G")
    page.wait_for_url(f"**/review/story/{largest['id']}")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.is_checked("input[name=article] >> nth=0")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.querySelectorAll('input[name=article]')[1]")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid", "focus is visible"
    page.keyboard.press("Shift+G")
    assert page.evaluate("document.activeElement.id") == "merge-with"
    page.keyboard.type("xG")
    assert page.input_value("#merge-with") == "xG"
    context.close()
