"""What stands beside the block of an article and is of it: standfirsts, closing sentences, later paragraphs."""

from coranto.article.dump.edges import edges
from coranto.article.dump.shape import shapes_of
from coranto.article.dump.text import Line

TEXT = "The harbour board said on Tuesday that it would widen the northern lock by next spring for larger ships."
DEK = "- The northern lock is to be widened by next spring, the harbour board says"
LAST = "Police said that nobody was hurt."


def beside(texts, chances, start, stop):
    lines = [Line(number=n + 1, text=text, gap=False) for n, text in enumerate(texts)]
    return edges(lines, shapes_of(texts).each(), chances, start, stop)


def test_standfirsts_and_a_closing_sentence_are_of_the_article():
    found = beside(["Harbour Times", DEK, TEXT, LAST, "More news"], [0.1, 0.35, 0.9, 0.4, 0.1], 2, 3)
    assert found == {1, 3}


def test_what_the_model_rejects_is_not():
    assert beside(["Harbour Times", DEK, TEXT, LAST], [0.1, 0.1, 0.9, 0.1], 2, 3) == frozenset()


def test_paragraphs_after_a_line_that_ends_articles_are_where_they_are_sure():
    texts = [TEXT, "ALSO READ: Pilots call off strike", TEXT.replace("Tuesday", "Friday"), "Pilots call off strike"]
    assert beside(texts, [0.9, 0.1, 0.9, 0.2], 0, 1) == {2}
    assert beside(texts, [0.9, 0.1, 0.6, 0.2], 0, 1) == frozenset()


def test_without_a_block_nothing_is():
    assert beside([DEK, TEXT, LAST], [0.9, 0.9, 0.9], 0, 0) == frozenset()
