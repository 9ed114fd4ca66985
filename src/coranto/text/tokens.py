"""Words of a text with their offsets."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)
# characters of scripts without blanks between words: about two and about four to a word
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_MARK = re.compile(
    r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963]"
    r"|[\u0980-\u0dff](?<!\w)"
)
_OTHER = re.compile(r"[\u0300-\u036f\u0590-\u1fff\u3040-\u9fff\uac00-\ud7af]")


def words(text: str) -> list[str]:
    """The words of a text, as written; hyphens, apostrophes and inner points join."""
    return WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of each word."""
    return (match.span() for match in WORD.finditer(text))


def count(text: str) -> int:
    """How many words: tokens between blanks; in Chinese, Japanese and Korean each character as half, in Thai, Lao,
    Khmer and Burmese as a quarter."""
    if text.isascii() or not _OTHER.search(text):
        return len(WORD.findall(text))
    halves, quarters = len(_CJK.findall(text)), len(_UNSPACED.findall(text))
    rest = _UNSPACED.sub(" ", _CJK.sub(" ", text)) if halves or quarters else text
    # vowel signs and points are part of their word, but no word characters
    return halves // 2 + quarters // 4 + len(WORD.findall(_MARK.sub("", rest)))
