"""Whatever a file holds, the answer is a right article or a refusal with its reason, in good time."""

import io
import time

import pytest
from bad_pages import pages

from coranto.article import clean
from coranto.page import find
from coranto.settings import ArticleOptions, PageOptions
from coranto.types import Article, Page, Refusal
from coranto.types.refusal import REASONS

INLINE = ArticleOptions(guard=False)
SECONDS = 10.0
SMALL = pages(1)


def read(body: bytes):
    """The answers for a file of that content, by both doors: found as a file, and given as an HTML page."""
    found = [clean(one, INLINE) if isinstance(one, Page) else one for one in find(["-"], stdin=io.BytesIO(body))]
    assert len(found) == 1, "no page is lost"
    given = clean(Page(id="page-0", path="p.html", media="text/html", body=body), INLINE)
    return found[0], given


def check(got, expected):
    """Whether an answer is what is expected of it; a sound one in any case."""
    assert isinstance(got, Article | Refusal)
    reasons = [one for one in expected.split("|") if one in REASONS]
    words = [one for one in expected.split("|") if one not in REASONS and one]
    if isinstance(got, Refusal):
        assert got.reason in REASONS and got.detail.endswith((".", ")"))
        assert not expected or got.reason in reasons, got
        return
    assert not expected or words, f"an article was made of it: {got.text[:200]!r}"
    assert all(one in got.text for one in words), got.text[:400]
    assert got.text.strip() and "\0" not in got.text and "\ufffd\ufffd" not in got.text
    assert all(got.text[one.start : one.end].strip() for one in got.sentences)
    got.text.encode("utf-8")


@pytest.mark.parametrize(("name", "body", "expected"), SMALL, ids=[name for name, _, _ in SMALL])
def test_bad_pages(name, body, expected):
    started = time.process_time()
    found, given = read(body)
    assert time.process_time() - started < 2 * SECONDS
    check(found, expected)
    # what no file would be taken for may come from a container that calls it HTML: any sound answer will do
    check(
        given,
        ""
        if expected in ("not-text", "broken-archive") or name in ("gzip", "rss", "atom", "zeros only")
        else expected,
    )


def test_fifty_megabytes_are_refused_at_once():
    body = io.BytesIO(b"<html><body><p>" + b"word " * 10_000_000)
    (got,) = find(["-"], stdin=body, options=PageOptions())
    assert isinstance(got, Refusal) and got.reason == "too-large"


def test_direction_and_order_are_kept():
    body = next(body for name, body, _ in SMALL if name == "right to left")
    got = read(body)[0]
    assert got.lang == "ar"
    assert got.text.index("قالت شركة") < got.text.index("Harwick") < got.text.index("ابتداء من الأول")


def test_the_guard_holds_the_limit_for_each_heavy_page():
    heavy = max(SMALL, key=lambda one: len(one[1]))
    started = time.monotonic()
    got = clean(Page(id="page-0", path="p.html", media="text/html", body=heavy[1]), ArticleOptions())
    assert isinstance(got, Article | Refusal)
    assert time.monotonic() - started < 60
