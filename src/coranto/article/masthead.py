"""The masthead of a page: who publishes it, by the first lines that it prints, where no row knows the name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from coranto.article.dump.cues import cues
from coranto.data import rows
from coranto.text.normal import ascii_fold, squeeze
from coranto.types import Evidence
from coranto.types.article import Kind

Numbered = tuple[int, str]
_REACH = 12
_EARLY = 5
_LONG = 48
_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_SMALL = frozenset(
    ["of", "the", "and", "&", "de", "del", "la", "le", "der", "die", "das", "des", "do", "da", "for"]
)
_NO_NAME = re.compile(r"[?!:;|»/@\d]|\.\s*$|,")
_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_DATELINE_NAME = re.compile(r"^[A-ZÀ-Þ][^()\n]{2,50}\((?P<name>[^()\n]{2,30})\)\s?[-–—:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """A name with the number of its line; `sure` when the page prints it again, `carrier` an app around it."""

    name: str = ""
    line: int = 0
    kind: Kind = "news"
    carrier: str = ""
    carrier_line: int = 0
    sure: bool = False
    evidence: tuple[Evidence, ...] = ()


@cache
def _endings() -> tuple[tuple[str, bool, dict[str, Any]], ...]:
    """Folded words with whether they stand at the front, the longest first, and their row."""
    out = [(word, False, row) for row in rows("mastheads") for word in row.get("last", ())]
    out += [(word, True, row) for row in rows("mastheads") for word in row.get("first", ())]
    return tuple(sorted(out, key=_longest))


def _longest(one: tuple[str, bool, dict[str, Any]]) -> tuple[int, str]:
    return -len(one[0]), one[0]


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(word for row in rows("mastheads", table) for word in row[key])


def row_of(line: str) -> dict[str, Any] | None:
    """The row of a line that is formed like a publisher's name; None for any other line."""
    bare = _PARENTHESIS.sub("", line)
    words = _WORD.findall(bare)
    if not words or len(words) > 9 or len(bare) > 80 or _NO_NAME.search(bare) or not _named(words):
        return None
    folded = squeeze(ascii_fold(bare))
    tokens = folded.split()
    for ending, front, row in _endings():
        hit = folded.startswith(f"{ending} ") if front else folded.endswith(f" {ending}")
        if not front and not hit and len(tokens) == 1 and row is rows("mastheads")[2]:
            hit = len(folded) > len(ending) + 2 and folded.endswith(ending)
        if hit and (row.get("kind") == "ministry" or (len(bare) <= _LONG and _own(folded, ending, front))):
            return row
    return None


def _named(words: Sequence[str]) -> bool:
    """Whether all words but small ones begin with a capital letter."""
    return all(word[0].isupper() or word.lower() in _SMALL for word in words) and words[0][0].isupper()


def _own(folded: str, ending: str, front: bool) -> bool:
    """Whether the rest of a name holds a word of its own, not "Latest News"."""
    rest = folded.removeprefix(ending) if front else folded.removesuffix(ending)
    words = rest.split()
    return bool(words) and not all(word in _set("plain", "words") or word.isdigit() for word in words)


def masthead(lines: Sequence[Numbered]) -> Masthead:
    """The publisher that the first lines of a page name; empty where none does. Linear time.

    A line in title or upper case with a newspaper's word in it, early on the page, or further down where the page
    prints it twice (then an app's or portal's own name may stand above it).
    """
    head = [(number, line) for number, line in lines[:_REACH] if not cues(line).groups]
    early = {number for number, _ in head[:_EARLY]}
    counts = Counter(line for _, line in lines[: 4 * _REACH])
    released = any(is_release(line) for _, line in head)
    for number, line in head:
        row = row_of(line)
        if row is None or (number not in early and counts[line] < 2):
            continue
        name = shown(line)
        again = _again(name, number, lines)
        kind: Kind = row.get("kind", "news")
        if row.get("weak") and not any(_RIGHTS.match(one.text) for one in again):
            continue
        if kind == "ministry" and not (released or again):
            continue
        if any(one.rule == "the dateline's agency" for one in again):
            kind = "agency"
        rule = "masthead, printed again by the page" if again else "masthead, by its form alone"
        evidence = (Evidence(rule=rule, text=line[:120], where=f"line {number}"), *again[:1])
        carrier, at = _carrier(lines, head, line, number) if counts[line] > 1 else ("", 0)
        return Masthead(
            name=name, line=number, kind=kind, carrier=carrier, carrier_line=at,
            sure=bool(again) or kind == "ministry", evidence=evidence,
        )  # fmt: skip
    return Masthead()


def shown(line: str) -> str:
    """A masthead as a name: without what stands in brackets behind it, upper case made title case."""
    bare = squeeze(_PARENTHESIS.sub("", line)) or squeeze(line)
    if not bare.isupper() or len(bare) < 5:
        return bare
    words = [word.capitalize() if len(word) > 3 or word in ("THE", "NEW", "SUN") else word for word in bare.split()]
    return " ".join(word.lower() if at and word.lower() in _SMALL else word for at, word in enumerate(words))


def _again(name: str, number: int, lines: Sequence[Numbered]) -> list[Evidence]:
    """Where else a page prints a name: whole, or its first word as the agency of a dateline."""
    whole = ascii_fold(name)
    short = whole.removeprefix("the ")
    first = short.split()[0]
    out = []
    for other, line in lines:
        if other == number:
            continue
        if len(line) < 400 and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", ascii_fold(line)):
            out.append(Evidence(rule="the name again", text=line[:120], where=f"line {other}"))
        elif (told := _DATELINE_NAME.match(line[:120])) and ascii_fold(told["name"]) in (first, short):
            out.append(Evidence(rule="the dateline's agency", text=told[0], where=f"line {other}"))
    return out


def is_release(line: str) -> bool:
    """Whether a short line says that the page is a press release or a statement."""
    folded = ascii_fold(line[:120]).strip(" -–—|:*")
    return len(line) < 100 and any(
        folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalpha()
        for phrase in _set("release", "phrases")
    )


def is_roundup(line: str) -> bool:
    """Whether a short line names a round-up of several stories."""
    folded = ascii_fold(line[:120])
    return len(line) < 90 and any(
        re.search(rf"(?<!\w){re.escape(phrase)}\W*$", folded) for phrase in _set("roundup", "phrases")
    )


def _carrier(lines: Sequence[Numbered], head: Sequence[Numbered], outlet: str, number: int) -> tuple[str, int]:
    """The app whose own name opens a page that prints its article's outlet twice below, and asks to join."""
    at, first = head[0]
    asks = any("signup" in cues(line).groups for _, line in lines)
    word = 1 <= len(first.split()) <= 3 and len(first) < 24 and not _NO_NAME.search(first)
    return (first, at) if asks and word and at < number and first != outlet and first[0].isalnum() else ("", 0)
