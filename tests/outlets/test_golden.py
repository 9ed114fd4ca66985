"""Golden pages: `<outlet>/<date>.txt` or `.html` beside `<date>.json` with what an article made of it must hold.

The JSON says what is right, not what comes out; a field left out of it is not compared. What is
right and not reached yet stands under `not_yet` and is an expected failure. `scripts/golden tests/outlets` writes
the JSON of a page that has none, and refreshes the fields of those that have one.
"""

import json
import os
from pathlib import Path

import pytest

from coranto.article import clean
from coranto.page import find
from coranto.settings import ArticleOptions
from coranto.types import Refusal

HERE = Path(__file__).parent
NOT_YET = "not_yet"
PAGES = sorted(path for path in HERE.glob("*/*") if path.suffix in (".txt", ".html"))
WRITE = os.environ.get("CORANTO_GOLDEN") == "write"


def held(article):
    """What a golden page compares."""
    return {
        "title": article.title,
        "outlet": article.outlet,
        "carrier": article.carrier,
        "kind": article.kind,
        "lang": article.lang,
        "published": article.published.value,
        "known": article.published.known,
        "updated": article.updated.value,
        "byline": [f"{one.name} ({one.role})" for one in article.byline],
        "credits": sorted({one.agency for one in article.credits}),
        "completeness": article.completeness.verdict,
        "paragraphs": article.text.split("\n\n"),
    }


def cleaned(path):
    """The article of a page, made in this process so that a failure shows where it is."""
    page = next(iter(find([path])))
    assert not isinstance(page, Refusal), page
    return clean(page, ArticleOptions(guard=False))


def named(path):
    """A page by its outlet and date."""
    return f"{path.parent.name}/{path.stem}"


def test_there_are_golden_pages():
    assert len(PAGES) >= 6


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_the_article_is_the_golden_one(path):
    article = cleaned(path)
    assert not isinstance(article, Refusal), article
    golden = path.with_suffix(".json")
    found = held(article)
    if WRITE:
        old = json.loads(golden.read_text(encoding="utf-8")) if golden.exists() else found
        new = {name: found[name] for name in found if name in old}
        new |= {NOT_YET: old[NOT_YET]} if NOT_YET in old else {}
        golden.write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    expected = json.loads(golden.read_text(encoding="utf-8"))
    expected.pop(NOT_YET, None)
    assert set(expected) <= set(found), "a golden page names a field that is not compared"
    assert {name: found[name] for name in expected} == expected


@pytest.mark.xfail(reason="known to be wrong; move a field up when it is right", strict=False)
@pytest.mark.parametrize("path", PAGES, ids=named)
def test_what_is_not_reached_yet(path):
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8")).get(NOT_YET)
    if not wanted:
        pytest.skip("nothing is known to be wrong")
    found = held(cleaned(path))
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_offsets_and_cites_of_the_article_hold(path):
    article = cleaned(path)
    last = 0
    for sentence in article.sentences:
        assert last <= sentence.start < sentence.end <= len(article.text)
        last = sentence.end
    for credit in article.credits:
        cite = credit.cite
        where = article.margin if cite.sentence < 0 else article.text
        assert cite.exact in where or cite.exact in article.title
