"""The grammar of time expressions: the rows of `data/timerules.toml` as patterns over lower-case text.

Each row is a rule; `composed.RESOLVERS` has the function of the same name that gives it a value.
Earlier rules win where several match at one place.
"""

import re
from functools import cache

from coranto.data import rows
from coranto.reading.figures.numbers import number_words
from coranto.reading.starts import gate, starts

_BLOCK = re.compile(r"(?<![?]P)<(\w+)>")
_GROUP = re.compile(r"[(][?]P<\w+>")
_TABLES = {"season": "season", "part": "daypart", "unit": "unit", "vague": "vague", "holiday": "holiday",
           "adverb": "adverb", "zone": "zone"}  # fmt: skip
_AMBIGUOUS_SHORT = ("sun", "sat", "wed")
_LOOK = 5  # characters looked at before any rule is tried: more make the scan little faster, the start-up slow


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _choice(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=_longest_first))


def _names(table: str) -> list[str]:
    return [name for row in rows("times", table) for name in row["names"]]


def _short(table: str) -> str:
    """A table's names as alternatives, the abbreviations among them with or without their point."""
    full = {row["names"][0] for row in rows("times", table)}
    found = [name for name in _names(table) if name not in _AMBIGUOUS_SHORT]
    return "|".join(name if name in full else rf"{name}\b\.?" for name in sorted(found, key=_longest_first))


def _number_blocks() -> dict[str, str]:
    ones, tens = _choice(list(number_words("one"))), _choice(list(number_words("ten")))
    return {
        "spelled": rf"(?:(?:{tens})(?:(?:-|<W>)(?:{ones}))?|(?:{ones})(?:-(?:{ones}))?)"
        r"(?:<W>(?:hundred|thousand|dozen))?",
        "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_choice(list(number_words('ordinal')))})",
    }


@cache
def _blocks() -> dict[str, str]:
    """The building blocks that rules name in angle brackets."""
    overnight = [name for name in _names("daypart") if name != "overnight"]
    names = {block: _names(table) for block, table in _TABLES.items()} | {"part": overnight}
    return {
        **{row["name"]: row["pattern"] for row in rows("timerules", "block")},
        **{block: f"(?:{_choice(found)})" for block, found in names.items()},
        **_number_blocks(),
        "month": f"(?:{_short('month')})(?![a-z])",
        "weekday": f"(?:{_short('weekday')})",
    }


def _fill(pattern: str, blank: str = "") -> str:
    """The pattern with its blocks put in; `blank` stands for the white space between words, when given."""

    def block(match: re.Match[str]) -> str:
        return blank if blank and match.group(1) == "W" else _blocks()[match.group(1)]

    while _BLOCK.search(pattern):
        pattern = _BLOCK.sub(block, pattern)
    return pattern


@cache
def rules() -> dict[str, re.Pattern[str]]:
    """Each rule's own pattern, with its inner groups."""
    found = (*rows("timerules"), *rows("timerules", "follower"))
    return {row["name"]: re.compile(f"(?:{_fill(row['pattern'])})") for row in found}


@cache
def followers() -> dict[str, str]:
    """By rule, the one that is looked for right after its match and nowhere else."""
    return {row["after"]: row["name"] for row in rows("timerules", "follower")}


def _gate() -> str:
    """What any rule begins with: one quick look that passes over most words."""
    found = {start for row in rows("timerules") for start in starts(_fill(row["pattern"], " "), _LOOK)}
    return gate(found, r"\s ?")


@cache
def scanner() -> re.Pattern[str]:
    """One pattern that finds any rule; its last group is `rule_` and the rule's name."""
    # the empty group stands last: a rule whose first letter fails is passed over before any group opens
    names = [row["name"] for row in rows("timerules")]
    parts = [f"{_GROUP.sub('(?:', rules()[name].pattern)}(?P<rule_{name}>)" for name in names]
    return re.compile(rf"(?<![\w$€£#.,/-])(?=[a-fhjl-tw-y0-9'])(?={_gate()})(?:{'|'.join(parts)})")
