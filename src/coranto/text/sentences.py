"""Sentence boundaries of news text in any script that marks them.

Rules and rows of abbreviations, no model: about a million words per CPU-second. Sentences never cross a paragraph
break. Scripts that mark no sentences (Thai, Lao, Tibetan) give one per paragraph.
"""

import re
from collections.abc import Iterator

from coranto.data import words

_PARAGRAPH = re.compile(r"[^\n](?:.*(?:\n(?![^\S\n]*\n).+)*)")
_CLOSERS = r"\"'”’“»«›‹)\]"
_STOPS = "。！？｡؟۔।॥။៕។։።፧᠃"
# a run of marks is looked at from its first one only, and nothing is given back: linear time
_END = re.compile(
    rf"[.!?…{_STOPS};\u037e:|፡](?:"
    rf"(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+(?:[{_CLOSERS}]|[ \u00a0\u202f][»›](?=[\s,.;:]|$))*+(?=\s|$)"
    rf"|(?<=[{_STOPS}])[{_STOPS}]*+[\"'”’»)\]」』）】》〉]*+"
    rf"|(?<=[\u0370-\u03ff\u1f00-\u1fff][;\u037e])[{_CLOSERS}]*+(?=\s|$)"
    r"|(?<=[\u0561-\u0587]:)(?=\s|$)|(?<=[\u0900-\u0dff]\|)(?=\s|$)|(?<=፡)፡)"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
_WORD_BEFORE = re.compile(
    rf"(?<![^\W_])(?:[^\W\d_]{{1,4}}\.)+[^\W\d_]{{1,4}}$|(?:[^\W_]|[{_MARKS}])+(?:-[^\W_]+)*$"
)
_NEXT = re.compile(r"\s*([\"'“‘„«»‹›「『¿¡(\[—–-]*\s*)(\S)(\S?)")
_ROMAN = re.compile(r"[IVXLC]{2,8}")
_FIRST_WORD = re.compile(r"\w+")
_STATES = ("U.S", "U.K", "U.N")
_PLACES = ("U.S", "U.K", "U.N", "D.C", "U.S.A", "N.Y", "L.A", "B.C", "U.A.E")
_WORD_BEFORE_INITIALS = re.compile(r"([A-Z][a-z]+)\s$")
_DATE_NEXT = re.compile(r"\s*\d{1,2}\.(?!\d)")
_DATE_BEFORE = re.compile(r"(?:^|\D)\d{1,4}\.\s?\d{1,2}$")
_YEAR_NEXT = re.compile(r"\s*(?:19|20)\d\d(?!\d)")
_KOREAN = re.compile(r"\s*[\uac00-\ud7af]")
_NUMBER_BEFORE = re.compile(r"\d[\s\u00a0]?$")
_WORD_OPENING = re.compile(r"(\w+)\s$")
_LOOK, _OPENING = 24, 8
_QUOTE = 400


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of each paragraph: runs of lines between blank lines."""
    for match in _PARAGRAPH.finditer(text):
        yield from _trim(text, *match.span())


def _ends(text: str, start: int, at: int, close: int, stop: int) -> bool:
    """Whether the mark at `at` ends a sentence of the paragraph that stops at `stop`."""
    mark = text[at]
    following = _NEXT.match(text, close, stop)
    if following is None:
        return True
    if mark in _STOPS:
        return not _goes_on(text, start, close)
    first = following.group(2)
    # Georgian has no capitals, but Unicode calls its letters small
    lower = first.islower() and not "ა" <= first <= "ჿ"
    if mark in ":|፡":
        return True
    if mark in "!?…;\u037e" or close - at > 1:
        return not lower
    if lower or first in ",;:)":
        return False
    before = _WORD_BEFORE.search(text, max(start, at - _LOOK), at)
    word = before.group() if before else ""
    if word.isdecimal() or _ROMAN.fullmatch(word):
        return not _is_ordinal(text, start, at - len(word), following)
    return not _is_short(text[max(start, at - _LOOK) : at - len(word)], word, following)


def _goes_on(text: str, start: int, close: int) -> bool:
    """Whether a closed quotation of a script without blanks is followed by who said it, or is a title."""
    last, following = text[close - 1], text[close : close + 1]
    if last in "》〉" or following in ("，", "、", "と", "。", ","):
        return True
    opening = {"”": "“", "」": "「", "』": "『", "’": "‘"}.get(last)
    if opening is None or not following or following.isspace() or following in "“「『‘（(":
        return False
    opened = text.rfind(opening, max(start, close - _QUOTE), close)
    # a quotation that a colon or a comma brings in ends with its speaker told already
    return opened >= 0 and text[opened - 1 : opened] not in ("：", ":", "，", ",")


def _is_short(before: str, word: str, following: re.Match[str]) -> bool:
    """Whether a word with a full stop is an abbreviation or initials."""
    opener, first, second = following.groups()
    folded = word.lower()
    if folded in words("abbreviations") or _is_foreign_short(word):
        return not (folded in words("abbreviations-unit") and _NUMBER_BEFORE.search(before))
    if _are_initials(word):
        if opener.strip():
            return False
        named = _WORD_BEFORE_INITIALS.search(before)
        if named and len(word) > 1 and word not in _PLACES and named.group(1) in words("given"):
            return True  # "Anna H.W. Moe"
        return len(word) == 1 or (second == "" or word in _STATES)
    return first.isdecimal() and folded in words("abbreviations-number")


def _is_foreign_short(word: str) -> bool:
    """Whether a word is a row of `abbreviations-foreign`, as written or but for a capital; "NPR" is no "npr"."""
    known = words("abbreviations-foreign")
    return word in known or (not word.isupper() and word.lower() in known)


def _are_initials(word: str) -> bool:
    return all(len(part) == 1 and (part.isupper() or "\u0590" <= part <= "\u08ff") for part in word.split("."))


def _is_ordinal(text: str, start: int, at: int, following: re.Match[str]) -> bool:
    """Whether the number at `at` with its full stop counts a list, stands in a date or is an ordinal ("am 3.
    Oktober")."""
    first = at - start <= _OPENING and not text[start:at].strip("\"'“‘„«»([ \t\n•*-")
    if first or _DATE_NEXT.match(text, following.start()):
        return True
    if _YEAR_NEXT.match(text, following.start()) or _KOREAN.match(text, following.start()):
        return _DATE_BEFORE.search(text, max(start, at - 8), following.start() - 1) is not None
    named = _FIRST_WORD.match(text, following.start(2))
    if named and named.group().lower() in words("ordinal-nouns"):
        return True
    opening = _WORD_OPENING.search(text, max(start, at - _LOOK), at)
    return opening is not None and opening.group(1).lower() in words("ordinal-openers")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the sentences between `start` and `end`, without the white space around them.

    Together they cover all of the text but white space. Linear time.
    """
    stop = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin or not _ends(text, begin, match.start(), match.end(), stop):
            continue
        yield from _trim(text, begin, match.end())
        begin = match.end()
    yield from _trim(text, begin, stop)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """`(start, end, paragraph)` of each sentence of a text whose paragraphs are split by blank lines.

    Single line feeds inside a paragraph end a sentence only before a bullet or after a closed sentence.
    """
    for number, (start, end) in enumerate(paragraphs(text)):
        for piece_start, piece_end in _pieces(text, start, end):
            for one in split(text, piece_start, piece_end):
                yield (*one, number)


_BULLET = re.compile(r"\n\s*(?=[-•*·–]\s)")


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BULLET.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    yield begin, end
