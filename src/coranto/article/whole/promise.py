"""What a page states of its text, held against the text that was found."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.article.draft import Draft, Piece, Stated
from coranto.article.whole.ending import state
from coranto.article.whole.sign import Sign
from coranto.article.whole.stated import minutes
from coranto.data import rows
from coranto.text.normal import ascii_fold, straight

_SIGNS = re.compile(r"[\W_]+")
_LONGER, _APART = 1.35, 60
_AGREES = (0.75, 1.35)
_PER_MINUTE = 200
_SLOW = 0.5
_ENDING = 12
_ITEM = 60
_SENTENCE = 300
_STOP = re.compile(r"[.!?]\s")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.):]|#\d|№)")


@cache
def _listed() -> re.Pattern[str]:
    tops, things = (
        "|".join(sorted({re.escape(word) for row in rows("whole", "list") for word in row[key]}))
        for key in ("before", "after")
    )
    numbers = "|".join(sorted(map(re.escape, _numbers())))
    return re.compile(
        rf"\b(?:(?:{tops}) (\d{{1,2}}|{numbers})\b"
        rf"|(\d{{1,2}}|{numbers})\+?[ -](?:[^\W\d_-]+[ -]){{0,4}}(?:{things})\b)",
        re.IGNORECASE,
    )


@cache
def _numbers() -> dict[str, int]:
    """Numbers as headlines spell them out, from two up in each language's row."""
    return {word: at for row in rows("whole", "list") for at, word in enumerate(row["numbers"], 2)}


@cache
def _announcing() -> re.Pattern[str]:
    phrases = (re.escape(phrase) for row in rows("whole", "announce") for phrase in row["phrases"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(phrases))})(?!\w)")


def announces(text: str) -> bool:
    """Whether the last sentence of a paragraph says that something follows."""
    tail = straight(text[-_SENTENCE:]).casefold()
    last = _STOP.split(tail.rstrip(" \"'.!?:"))[-1]
    return _announcing().search(last) is not None


def promise_signs(draft: Draft, pieces: Sequence[Piece], size: int) -> Iterator[Sign]:
    """The signs that the page states more than was found, which are `size` words, or just as much."""
    text = "\n".join(piece.text for piece in pieces[-_ENDING:])
    stated = draft.stated
    yield from _length(size, stated)
    yield from _minutes(size, minutes(draft.lines))
    yield from _body(size, text, stated)
    if stated.free:
        yield Sign("free" if stated.free == "yes" else "not-free", stated.free, "json-ld isAccessibleForFree")
    found = _listed().search(draft.title)
    if found is not None:
        named = (found[1] or found[2]).casefold()
        items = _numbers().get(named) or int(named)
        have = sum(one.kind in ("head", "bullet") or bool(_NUMBERED.match(one.text)) for one in pieces)
        if items >= 3 and have < 0.5 * items and size < _ITEM * items:
            yield Sign("list-short", f"{found[0]}: {have}", "title")


def _length(size: int, stated: Stated) -> Iterator[Sign]:
    if stated.words > _LONGER * size and stated.words - size >= _APART:
        yield Sign("words-short", f"{stated.words} words stated, {size} found", "json-ld wordCount")
    elif stated.words and _AGREES[0] * stated.words <= size <= _AGREES[1] * stated.words:
        yield Sign("words-agree", f"{stated.words} words stated, {size} found", "json-ld wordCount")


def _minutes(size: int, stated: int) -> Iterator[Sign]:
    least = (stated - 1) * _PER_MINUTE
    if stated >= 2 and (size >= least or size < _SLOW * least):
        name = "minutes-agree" if size >= least else "minutes-short"
        yield Sign(name, f"{stated} minutes stated, {size} words found", "reading time")


def _body(size: int, text: str, stated: Stated) -> Iterator[Sign]:
    if stated.body_words > _LONGER * size and stated.body_words - size >= _APART:
        yield Sign("body-longer", f"{stated.body_words} words stated, {size} found", "json-ld articleBody")
    end = _key(stated.body_end)[-40:]
    if len(end) >= 20 and end in _key(text[-2000:]):
        cut = state(stated.body_end) in ("dots", "joint")
        yield Sign("body-cut" if cut else "body-ends-here", stated.body_end[-80:], "json-ld articleBody")


def _key(text: str) -> str:
    return _SIGNS.sub("", ascii_fold(text))
