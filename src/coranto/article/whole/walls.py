"""Lines that say that a text goes on for those who join or follow, in the languages of the rows."""

import re
from functools import cache, lru_cache

from coranto.article.dump.cues import cues
from coranto.data import rows
from coranto.text.normal import straight

_PARTS = ("join", "read", "noun", "rest", "only", "free", "limit")
_LONG, _SHORT, _LABEL = 160, 80, 40
_ASKED, _OPENING = 500, 3
"""As far as the beginning of a line tells its groups; no longer ones are kept."""
_POINTS = re.compile(r"""[.,:;!?…"()\[\]{}<>|/*•→›»«–—。！？、，「」【】]+""")
_OFFERS = frozenset({"signup", "share", "related", "nav", "rights", "member"})
_START = re.compile(r"(?<![\w-])\w")
_SPELLED = frozenset({"ja", "ko", "zh"})
_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d\d\b")


Stem = tuple[str, str, str]
"""The beginning of a word, its language and its part."""


@cache
def _stems() -> tuple[dict[str, tuple[Stem, ...]], tuple[Stem, ...]]:
    """The stems by their first letters, and those that may stand anywhere."""
    starts: dict[str, list[Stem]] = {}
    anywhere: list[Stem] = []
    for row in rows("whole", "wall"):
        stems = [(stem, row["lang"], part) for part in _PARTS for stem in row.get(part, ())]
        for one in stems:
            (anywhere if row.get("anywhere") else starts.setdefault(one[0][:_OPENING], [])).append(one)
    return {key: tuple(found) for key, found in starts.items()}, tuple(anywhere)


def _parts(key: str) -> dict[str, set[str]]:
    """The parts of a wall that a line has, by language."""
    starts, anywhere = _stems()
    found: dict[str, set[str]] = {}
    for word in _START.finditer(key):
        at = word.start()
        for stem, lang, part in starts.get(key[at : at + _OPENING], ()):
            if key.startswith(stem, at):
                found.setdefault(lang, set()).add(part)
    if _EAST.search(key):
        for stem, lang, part in anywhere:
            if stem in key:
                found.setdefault(lang, set()).add(part)
        # scraps and clippings are for members too: it has to be the text
        for lang, parts in found.items():
            if lang in _SPELLED and not parts & {"noun", "read", "rest"}:
                parts.discard("only")
    return found


def is_wall(line: str) -> bool:
    """Whether a short line says that the text goes on behind it, or is for some readers only."""
    return strength(line) > 0


def strength(line: str) -> int:
    """2 for a line that bids to join in order to read on, 1 for one that bids to read on, else 0."""
    return bids(line) or int(len(line) <= _LONG and "more" in groups(line))


@lru_cache(maxsize=4096)
def bids(line: str) -> int:
    """As `strength`, by what the line's words say alone and not by phrases that are known whole."""
    if len(line) > _LONG:
        return 0
    key = _POINTS.sub(" ", straight(line).casefold()) + " "
    return max((_closes(len(key), parts) for parts in _parts(key).values()), default=0)


def groups(line: str) -> tuple[str, ...]:
    """The groups of furniture that a line's phrases are of."""
    return _groups(line[:_ASKED])


@lru_cache(maxsize=4096)
def _groups(line: str) -> tuple[str, ...]:
    return cues(line).groups


def _closes(size: int, parts: set[str]) -> int:
    join, read, noun, rest, only, free, limit = (part in parts for part in _PARTS)
    if noun and free and limit and size < _SHORT:
        return 2
    if join and (read or noun) and (rest or only):
        return 2
    if size >= _SHORT:
        return 0
    if join and (read or ((only or rest) and size < _LABEL)):
        return 2
    return int(read and rest)


def is_offer(line: str) -> bool:
    """Whether a line is furniture that may stand behind any text: an offer, a share button, a link."""
    found = set(groups(line))
    return ("signup" in found and len(line) <= 2 * _LONG) or (
        len(line) <= _LONG and (bool(_OFFERS & found) or _CLOCK.match(line) is not None)
    )
