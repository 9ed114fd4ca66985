"""What a paragraph speaks of, beside the rest of its article: a notice of the outlet speaks of something else."""

import re
from collections import Counter
from collections.abc import Sequence

from coranto.article.lang import function_words

APART = 0.25
"""The share of a paragraph's words that stand elsewhere in its article, under which it stands apart: one in seven
paragraphs of articles, nine in ten notices of outlets."""
_WORD = re.compile("[^\\W\\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}")


def words_of(text: str) -> frozenset[str]:
    """The words that tell what a text is about; of scripts without blanks the pairs of characters."""
    return frozenset(_WORD.findall(text.casefold())) - function_words()


def apart(title: str, texts: Sequence[str]) -> list[bool]:
    """Of each text whether it stands apart from the title and the other texts. Linear time."""
    words = [words_of(text) for text in texts]
    told = Counter(word for one in words for word in one)
    told.update(words_of(title))
    return [share(one, {word for word in one if told[word] > 1}) < APART for one in words]


def share(words: frozenset[str], told: frozenset[str] | set[str]) -> float:
    """The share of words that are told elsewhere; none of no words."""
    return len(words & told) / len(words) if words else 0.0
