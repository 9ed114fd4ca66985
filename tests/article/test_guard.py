"""The child that reads foreign pages: limits hold, and after a failure the next page is read."""

import os

import pytest

from coranto.article.html import guard
from coranto.article.html.door import draft_html
from coranto.settings import ArticleOptions
from coranto.types import Page, Refusal

SENTENCE = "The ministers of both countries met in Harwick on Tuesday to speak about the border and about trade. "


def page(body: bytes) -> Page:
    return Page(id="page-0", path="p.html", media="text/html", body=body)


GOOD = page(b"<html><title>Talks in Harwick</title><h1>Talks in Harwick</h1><p>" + SENTENCE.encode() * 5 + b"</p>")
LONG = page(
    b"<html><title>Long</title><body>"
    + b"".join(b"<p>%d. %s</p>" % (n, SENTENCE.encode()) for n in range(60_000))
    + b"</body></html>"
)


@pytest.fixture(autouse=True)
def _ended():
    yield
    guard.stop()


def test_the_child_gives_what_the_same_process_gives():
    assert draft_html(GOOD, ArticleOptions()) == draft_html(GOOD, ArticleOptions(guard=False))


def test_one_child_serves_many_pages():
    draft_html(GOOD, ArticleOptions())
    first = guard._held[0]
    draft_html(page(b""), ArticleOptions())
    assert guard._held == [first]


def test_too_long_is_refused_and_the_next_page_is_read():
    got = draft_html(LONG, ArticleOptions(seconds=0.2))
    assert isinstance(got, Refusal)
    assert got.reason == "time-out"
    assert not isinstance(draft_html(GOOD, ArticleOptions()), Refusal)


@pytest.mark.skipif(os.name != "posix", reason="memory is limited where the system can")
def test_too_much_memory_is_refused_and_the_next_page_is_read():
    got = draft_html(LONG, ArticleOptions(megabytes=60))
    assert isinstance(got, Refusal)
    assert got.reason in ("out-of-memory", "crashed", "not-article")
    assert not isinstance(draft_html(GOOD, ArticleOptions()), Refusal)


def test_a_dead_child_is_told_and_replaced():
    draft_html(GOOD, ArticleOptions())
    guard._held[0]._process.kill()
    got = draft_html(GOOD, ArticleOptions())
    assert isinstance(got, Refusal)
    assert got.reason in ("crashed", "out-of-memory")
    assert not isinstance(draft_html(GOOD, ArticleOptions()), Refusal)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_a_forked_process_gets_a_child_of_its_own():
    draft_html(GOOD, ArticleOptions())
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = int(isinstance(draft_html(GOOD, ArticleOptions()), Refusal))
            guard.stop()
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0
    assert not isinstance(draft_html(GOOD, ArticleOptions()), Refusal)
