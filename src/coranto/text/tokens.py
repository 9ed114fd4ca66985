"""Words of a text with their offsets."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def words(text: str) -> list[str]:
    """The words of a text, as written; hyphens, apostrophes and inner points join."""
    return WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of each word."""
    return (match.span() for match in WORD.finditer(text))


def count(text: str) -> int:
    """How many words: tokens between blanks, and for Chinese, Japanese and Korean each character as half."""
    return len(_CJK.findall(text)) // 2 + sum(1 for _ in WORD.finditer(_CJK.sub(" ", text)))
