"""The names by which pages credit agencies, picture agencies and offices, found where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from coranto.data import rows, words

Giver = Literal["agency", "photo", "office"]
_WORD = re.compile(r"[^\W_]+")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that write words without blanks between them, or with endings joined to names."""
_LATIN = "\u2fff"
_LONG = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its offsets; `agency` is the canonical name of whom it names."""

    agency: str
    giver: Giver
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    text: str
    agency: str
    giver: Giver


def _rows() -> Iterator[_Form]:
    for row in rows("agencies"):
        for text in dict.fromkeys((*row["aliases"], *row.get("marks", ()))):
            yield _Form(text, row["name"], "agency")
    for row in rows("photo_agencies"):
        for text in row["names"]:
            yield _Form(text, row["name"], "photo")
    for row in rows("ministries", "office"):
        for text in row["names"]:
            yield _Form(text, row["name"], "office")


def _spellings(text: str) -> Iterator[str]:
    """A name as listed, in capitals, and with a capital alone where a listed acronym is no common word."""
    yield text
    if len(text) > 2 and text.upper() != text and not text.islower():
        yield text.upper()
    if text.isupper() and len(text) > 3 and text.isalpha() and not is_plain(text.capitalize()):
        yield text.capitalize()


def is_plain(text: str) -> bool:
    """Whether a word in ordinary letters is a common word or a person's name too: "Trend", "Petra"."""
    low = text.lower()
    return low in words("common") or low in words("given") or low in words("surnames")


@cache
def _by_word() -> dict[str, tuple[_Form, ...]]:
    """The forms by their first word, longest first; those of dense scripts by their first character."""
    found: dict[str, dict[str, _Form]] = {}
    for one in _rows():
        for text in _spellings(one.text.removeprefix("The ")):
            first = text[0] if _DENSE.match(text) else _first(text)
            found.setdefault(first, {}).setdefault(text, _Form(text, one.agency, one.giver))
    return {word: tuple(sorted(held.values(), key=_longest)) for word, held in found.items()}


@cache
def _firsts(givers: tuple[Giver, ...]) -> frozenset[str]:
    """The first words of the forms of some givers."""
    return frozenset(word for word, held in _by_word().items() if any(one.giver in givers for one in held))


def _first(text: str) -> str:
    match = _WORD.search(text)
    return match[0] if match else text


def _longest(one: _Form) -> tuple[int, str]:
    return -len(one.text), one.text


def name_at(text: str, at: int, givers: tuple[Giver, ...] = ("agency",)) -> Name | None:
    """The longest name that begins at `at` as a whole word, or None."""
    if _DENSE.match(text, at):
        first = text[at]
    else:
        word = _WORD.match(text, at)
        if word is None:
            return None
        first = word[0]
    for one in _by_word().get(first, ()):
        end = at + len(one.text)
        if one.giver in givers and text.startswith(one.text, at) and _closed(text, end):
            return Name(one.agency, one.giver, at, end)
    return None


def _closed(text: str, end: int) -> bool:
    """Whether no word goes on at `end`."""
    if end >= len(text) or _DENSE.match(text, end) or _DENSE.match(text, end - 1):
        return True
    return not text[end].isalnum()


def names_in(text: str, start: int, end: int, givers: tuple[Giver, ...] = ("agency",)) -> Iterator[Name]:
    """The names that stand in text[start:end], in order, the longest at each place."""
    stretch = text[start:end]
    if _firsts(givers).isdisjoint(_WORD.findall(stretch)) and (stretch.isascii() or not _DENSE.search(stretch)):
        return
    last = start
    known = _by_word()
    for word in _WORD.finditer(text, start, end):
        dense = word[0] > _LATIN and _DENSE.search(word[0]) is not None
        if word.end() <= last or not (dense or word[0] in known):
            continue
        places = _dense_places(text, *word.span()) if dense else (word.start(),)
        for at in places:
            found = name_at(text, at, givers) if at >= last else None
            if found is not None and found.end <= end:
                yield found
                last = found.end


def _dense_places(text: str, start: int, end: int) -> Iterator[int]:
    known = _by_word()
    yield start
    yield from (at for at in range(start + 1, end) if text[at] in known and _DENSE.match(text, at))


@cache
def _folded() -> dict[str, str]:
    """Longer names of agencies without regard to case: canonical names."""
    out = {row["name"].casefold(): row["name"] for row in rows("agencies") if len(row["name"]) > _LONG}
    for one in _rows():
        if one.giver == "agency" and len(one.text) > _LONG:
            out.setdefault(one.text.casefold(), one.agency)
    return out


def agency(name: str) -> str:
    """The canonical name of an agency, or an empty string."""
    bare = name.strip(" .:'\"’”©").removeprefix("via ").removeprefix("the ").removeprefix("The ")
    for text in (bare, name.strip()):
        found = name_at(text, 0)
        if found is not None and found.end >= len(text):
            return found.agency
    return _folded().get(bare.casefold(), "")
