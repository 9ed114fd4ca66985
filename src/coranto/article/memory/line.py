"""How one line of a page is remembered: by a short hash of its letters, with marks of what it looks like."""

import re
from hashlib import blake2b

BYTES = 5
KEPT, SENTENCE, LONG, CUED, LABEL, ASIDE = 1, 2, 4, 8, 16, 32
"""Marks: the line is in the page's own article as it was first cleaned; it is a closed sentence; it is as long as a
paragraph; it has a cue of furniture; it says something of the article wherever it stands: a label of its parts
("Why it matters"), an agency's name, who speaks next; it speaks of something else than the rest of the article."""
_LETTERS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOSED = re.compile(r"""[.!?。！？؟।]["'”’»)\]]{0,3}$""")
_STOPS = frozenset(".。।")
_TELLING = frozenset(":.。।")
_NAMED = 3
_SHORT, _PARAGRAPH, _SAID = 80, 110, 40
_READ = 2000


def hashed(text: str) -> int:
    """A number for a line's letters and digits, 0 for a line without any; numbers in the words of a short line are
    alike, because counters, ages and reading times change from page to page."""
    letters = "".join(_LETTERS.findall(text[:_READ].casefold()))
    if not letters:
        return 0
    if size(text) < _SHORT:
        alike = _DIGITS.sub("0", letters)
        letters = alike if len(alike) - alike.count("0") >= _NAMED else letters
    if text[-1] in _TELLING:  # who speaks, or where; without the mark the same words are a keyword of the page
        letters += text[-1]
    return int.from_bytes(blake2b(letters.encode(), digest_size=BYTES).digest(), "big")


def size(text: str) -> int:
    """The length of a line; a character of a script without blanks counts for three."""
    return len(text) + 2 * len(_CJK.findall(text[:_READ]))


def look(text: str) -> int:
    """The marks of a line that its own form gives."""
    long = size(text)
    closed = _CLOSED.search(text[-40:]) is not None
    if long >= _PARAGRAPH or (closed and long >= _SHORT):
        return LONG
    return SENTENCE if closed and (long >= _SAID or text[-1] in _STOPS) else 0
