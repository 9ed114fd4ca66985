"""Text as the full-text index takes it: Chinese, Japanese and Korean runs as overlapping pairs."""

import re

_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+")


def pairs(run: str) -> str:
    """`两军会谈` as `两军 军会 会谈`; a single character as itself."""
    return " ".join(run[at : at + 2] for at in range(len(run) - 1)) if len(run) > 1 else run


def _spaced(match: re.Match[str]) -> str:
    return f" {pairs(match.group())} "


def indexed(text: str) -> str:
    """A text with its CJK runs written as pairs, for indexing and for queries alike."""
    return _RUN.sub(_spaced, text)
