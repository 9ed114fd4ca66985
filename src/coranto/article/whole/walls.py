"""Lines that say that a text goes on for those who join or follow, in the languages of the rows."""

import re
from functools import cache

from coranto.article.dump.cues import cues
from coranto.data import rows
from coranto.text.normal import straight

_PARTS = ("join", "read", "noun", "rest", "only")
_LONG, _SHORT, _LABEL = 160, 80, 40
_POINTS = re.compile(r"""[.,:;!?…"()\[\]{}<>|/*•→›»«–—。！？、，「」【】]+""")
_OFFERS = frozenset({"signup", "share", "related", "nav", "rights", "member"})
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d\d\b")


@cache
def _languages() -> tuple[dict[str, re.Pattern[str]], ...]:
    """For each language the words of a wall by their part."""
    out = []
    for row in rows("whole", "wall"):
        edge = "" if row.get("anywhere") else r"(?<![\w-])"
        out.append({part: re.compile("|".join(edge + re.escape(stem) for stem in row[part])) for part in _PARTS})
    return tuple(out)


def is_wall(line: str) -> bool:
    """Whether a short line says that the text goes on behind it, or is for some readers only."""
    return strength(line) > 0


def strength(line: str) -> int:
    """2 for a line that bids to join in order to read on, 1 for one that bids to read on, else 0."""
    if len(line) > _LONG:
        return 0
    key = _POINTS.sub(" ", straight(line).casefold()) + " "
    found = max((_closes(key, words) for words in _languages()), default=0)
    return found or int("more" in cues(line).groups)


def _closes(key: str, words: dict[str, re.Pattern[str]]) -> int:
    join, read, noun, rest, only = (words[part].search(key) is not None for part in _PARTS)
    if join and (read or noun) and (rest or only):
        return 2
    if len(key) >= _SHORT:
        return 0
    if join and (read or ((only or rest) and len(key) < _LABEL)):
        return 2
    return int(read and rest)


def is_offer(line: str) -> bool:
    """Whether a line is furniture that may stand behind any text: an offer, a share button, a link."""
    groups = set(cues(line).groups)
    return ("signup" in groups and len(line) <= 2 * _LONG) or (
        len(line) <= _LONG and (bool(_OFFERS & groups) or _CLOCK.match(line) is not None)
    )
