"""Where the phrases of `credit_phrases.toml` stand in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.data import rows

WORD, END = r"(?<!\w)", r"(?!\w)"


def one_of(words: Sequence[str]) -> str:
    """A pattern for any of some phrases, the longest first; blanks stand for any white space."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest)


@cache
def phrases_of(table: str, key: str) -> tuple[str, ...]:
    """The phrases of one list, in small letters."""
    return tuple(word.lower() for word in rows("credit_phrases", table)[0][key])


@cache
def _least(table: str, key: str) -> tuple[str, ...]:
    """The phrases of a list that hold no other of it: where none of them stands, none of the list does."""
    held = phrases_of(table, key)
    return tuple(word for word in held if not any(other != word and other in word for other in held))


@cache
def _pattern(table: str, key: str, before: str, after: str) -> re.Pattern[str]:
    return re.compile(f"{before}(?:{one_of(phrases_of(table, key))}){after}", re.IGNORECASE)


def lowered(text: str, start: int, stop: int) -> str:
    """A stretch in small letters with plain blanks, to ask whether a phrase is in it at all."""
    return text[start:stop].lower().replace("\u00a0", " ").replace("\n", " ")


def any_in(low: str, table: str, key: str) -> bool:
    """Whether a stretch in small letters holds any phrase of a list; faster than one pattern for them all."""
    return any(map(low.__contains__, _least(table, key)))


def leads(
    table: str, key: str, text: str, span: tuple[int, int], frame: tuple[str, str] = (WORD, END)
) -> Iterator[re.Match[str]]:
    """The places of a list's phrases in a stretch, in order, between the patterns of `frame`.

    A plain search tells first whether any is there: most paragraphs hold none.
    """
    if any_in(lowered(text, *span), table, key):
        yield from _pattern(table, key, *frame).finditer(text, *span)
