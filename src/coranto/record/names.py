"""Keys by which names of people and titles of office are compared across articles."""

import re
from collections.abc import Set
from functools import cache

from coranto.data import rows
from coranto.record.countries import demonyms
from coranto.record.overlap import stem
from coranto.text.normal import ascii_fold

_TOKEN = re.compile(r"[^\W\d_]+")
_DOUBLE = re.compile(r"(.)\1+")
_SMALL = frozenset(("of", "the", "for", "and", "a", "an", "to", "in", "s", "his", "her", "its", "their"))
_MINISTER = re.compile(r"\bminister (?:of|for) (?:the )?(\w+)")


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    ends = {"begin": ("^", ""), "end": ("", "$")}
    made = []
    for row in rows("transliteration"):
        before, after = ends.get(row.get("at", ""), ("", ""))
        made.append((re.compile(before + re.escape(row["from"]) + after), row["to"]))
    return tuple(made)


@cache
def _titles() -> dict[str, str]:
    return {row["from"]: row["to"] for row in rows("role-spellings")}


@cache
def _plain(token: str) -> str:
    for pattern, to in _spellings():
        token = pattern.sub(to, token)
    return _DOUBLE.sub(r"\1", token)


def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name as transliteration leaves them equal: `sergei`, `soigu` for any spelling.

    Single initials are dropped when two other words remain.
    """
    tokens = [token for token in _TOKEN.findall(ascii_fold(name)) if token != "s"]
    long = [token for token in tokens if len(token) > 1]
    return tuple(_plain(token) for token in (long if len(long) > 1 else tokens))


@cache
def _roles() -> frozenset[str]:
    return frozenset(noun for row in rows("roles") for noun in row.get("nouns", ()) if " " not in noun)


def plural_role(name: str) -> str:
    """The name without a role in the plural that stands before two of its kind ("Presidents Salo and Berg")."""
    first, _, rest = name.partition(" ")
    folded = ascii_fold(first)
    return rest if rest and folded.endswith("s") and folded[:-1] in _roles() else name


def name_key(name: str) -> str:
    """One key for all spellings of a name."""
    return " ".join(name_tokens(name))


def short_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the short name may stand for the full one: its first or last word, or both without the middle."""
    if len(short) == 1:
        return short[0] in (full[0], full[-1])
    return len(short) < len(full) and short[0] == full[0] and short[-1] == full[-1]


@cache
def role_key(title: str) -> frozenset[str]:
    """The telling words of an office title: `defense minister` for "Minister of Defence" too."""
    folded = _MINISTER.sub(r"\1 minister", ascii_fold(title).replace("-", " "))
    out: list[str] = []
    for word in _TOKEN.findall(folded):
        if word in demonyms():
            continue
        out.extend(_titles().get(word, word).split())
    return frozenset(stem(word) for word in out if word not in _SMALL)


def same_role(left: Set[str], right: Set[str]) -> bool:
    """Whether two role keys are one office."""
    return bool(left) and left == right


def role_within(short: Set[str], full: Set[str]) -> bool:
    """Whether a short title ("the minister") may stand for the full one."""
    return bool(short) and short <= full
