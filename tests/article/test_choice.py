"""Elements by many simple selectors in one walk."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from coranto.article.head.choice import chosen
from coranto.article.head.markup import fields

PAGE = """<body><p class="byline author">a</p><p rel="author">b</p><p class="byline">c</p>
<p class="by-author-name">d</p>
<p class="entry-author"><i itemprop="author">e</i></p><p class="Author">f</p></body>"""
SELECTORS = ('[rel="author"]', '[itemprop="author"]', ".entry-author", ".byline", '[class*="author"]')


def test_the_elements_come_selector_by_selector_as_from_a_walk_for_each():
    tree = LexborHTMLParser(PAGE)
    each = [node.mem_id for one in SELECTORS for node in tree.css(one)[:2]]
    assert [node.mem_id for node in chosen(tree, SELECTORS, 2)] == each


def test_the_selectors_of_bylines_are_simple_ones():
    tree = LexborHTMLParser(PAGE)
    own = (*fields("author", "sure"), *fields("author", "select"))
    assert [node.text() for node in chosen(tree, own, 1)][:2] == ["b", "e"]


def test_other_selectors_are_refused():
    with pytest.raises(ValueError, match="simple"):
        list(chosen(LexborHTMLParser(PAGE), ("div p",), 1))
