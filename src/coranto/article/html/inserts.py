"""Lines that publishers insert between paragraphs to point elsewhere, by how they open; the openings are rows."""

import re
from functools import cache

from coranto.data import words
from coranto.text.normal import ascii_fold

_END = re.compile(r"[.!?…。！？\"”»)]\s*$")
_SHORT_INSERT = 160
_LOOKED_AT = 200


def is_insert(line: str) -> bool:
    """Whether a line between paragraphs is a pointer to something else, by how it opens."""
    folded = ascii_fold(line[:_LOOKED_AT]).lstrip("-–—•*>»[( ")
    opening = _opening(folded)
    if not opening:
        return False
    rest = folded[len(opening) :].strip()
    return not rest or line.isupper() or rest[0] in ":|»>-" or (len(line) < _SHORT_INSERT and not _END.search(line))


def _opening(folded: str) -> str:
    for size in range(5, 0, -1):
        opening = " ".join(folded[:60].split()[:size])
        for candidate in (opening, opening.rstrip(":|»>-")):
            if candidate in _inserts():
                return candidate
    return ""


@cache
def _inserts() -> frozenset[str]:
    return words("html_inserts")
