"""The narration of an article: its own words, without quotations, captions and credit lines.

Two independent reports share a minister's words and an agency's caption; only narration tells copying.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from coranto.data import rows
from coranto.types import Article, Reading

# Every opening mark stops at the next opening mark or the end of its line, so hostile text costs linear time.
_QUOTED = re.compile(
    r'"[^"\n]*(?:"|$)|“[^“”\n]*(?:”|$)|«[^«»\n]*(?:»|$)|„[^„“”\n]*(?:[“”]|$)'
    r"|‘(?:[^‘’\n]|’(?=\w)){1,300}’|(?<!\w)'(?=\w)(?:[^'\n]|'(?=\w)){1,300}'(?!\w)",
    re.MULTILINE,
)
_DATELINE = re.compile(
    r"[A-Z][\w .,/'()-]{1,70}\((?:[A-Z][\w .]{1,20})\)\s*[—–-]+|[A-Z][A-Z .,/'-]{2,50}\s+[—–]+\s"
)
# An embedded post: its words, then "— Name (@handle) day". A transcript: names in capitals, each before its words.
_POST = re.compile(r"(?:^[^\n]+\n{1,2})?^[^\n]{0,400}[—–-][^\n(]{1,60}\(@\w+\)[^\n]*", re.MULTILINE)
_TURN = re.compile(r"(?:^|(?<=[\s.?!\]]))[A-Z][A-Z.'’-]{0,30}(?: [A-Z][A-Z.'’-]{0,30}){0,3}:", re.MULTILINE)
_TURNS = 8
# A paragraph in the first person with no mark around it is somebody's words set apart, where others are not so.
_FIRST_PERSON = re.compile(
    r"\bI(?:['’](?:m|ve|d|ll)| (?:am|was|will|would|have|had|do|did|won|want|think|know|hope))\b|\b[Mm]y\b"
)
# Agencies write the weekday with the full date only under pictures.
_CAPTION_DAY = re.compile(
    r"day, (?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}\b[^\n]{0,700}"
)
_FIRST_PERSON_PART = 0.3
_WORD = re.compile(r"\w+")
_MASK_KINDS = ("caption", "insert")


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a text in order: `starts` and `ends` their offsets, `before[i]` how many of the first
    `i` words are narration (one entry more than words)."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[int, ...]

    @property
    def narrated(self) -> int:
        """How many words are narration."""
        return self.before[-1]


@cache
def _marks() -> tuple[re.Pattern[str], dict[str, int]]:
    longest = {str(row["words"]): int(row["longest"]) for row in rows("copy_masks")}
    return re.compile("|".join(re.escape(words) for words in longest)), longest


def _lines(text: str) -> list[tuple[int, int]]:
    """Offsets of the lines that are captions, credits or notices."""
    pattern, longest = _marks()
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        limit = longest[match.group()]
        start = text.rfind("\n", max(0, match.start() - limit), match.start()) + 1
        if start == 0 and match.start() > limit:
            continue
        end = text.find("\n", match.end(), start + limit + 1)
        end = len(text) if end < 0 and len(text) <= start + limit else end
        if end > 0:
            alone = text.startswith("(", start) and start > 1
            found.append((_line_above(text, start) if alone else start, end))
    return found


def _line_above(text: str, start: int) -> int:
    """Where the line above a line begins, blank lines passed over."""
    end = start - 1
    while end > 0 and text[end - 1] == "\n":
        end -= 1
    return text.rfind("\n", 0, end) + 1


def _said(text: str) -> list[tuple[int, int]]:
    """Offsets of embedded posts, and of a transcript from its first speaker on."""
    found = [match.span() for match in _POST.finditer(text)] if "(@" in text else []
    turns = [match.start() for match in _TURN.finditer(text)] if text.count(":") >= _TURNS else []
    if len(turns) >= _TURNS:
        found.append((turns[0], len(text)))
    return found


def _set_apart(text: str, masks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of paragraphs in the first person outside quotations, if they are a small part of the text."""
    found: list[tuple[int, int]] = []
    spans, at = sorted(masks), 0
    for match in _FIRST_PERSON.finditer(text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if (at < len(spans) and spans[at][0] <= match.start()) or (found and match.start() < found[-1][1]):
            continue
        end = text.find("\n", match.end())
        found.append((text.rfind("\n", 0, match.start()) + 1, len(text) if end < 0 else end))
    return found if sum(end - start for start, end in found) <= _FIRST_PERSON_PART * len(text) else []


def quotations(text: str, reading: Reading) -> list[tuple[int, int]]:
    """Half-open offsets of the quoted stretches of a text, by its marks and by the statements read in it."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    spans.extend(span for said in reading.statements if said.sentence >= 0 for span in said.quoted)
    return spans


def masked(article: Article, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of all that is no narration, merged and in order."""
    text = article.text
    spans = quotations(text, reading)
    spans.extend((block.start, block.end) for block in article.blocks if block.kind in _MASK_KINDS)
    spans.extend(_lines(text))
    spans.extend(_said(text))
    spans.extend((text.rfind("\n", 0, one.start()) + 1, one.end()) for one in _CAPTION_DAY.finditer(text))
    spans.extend(_set_apart(text, spans))
    dateline = _DATELINE.match(text)
    if dateline is not None:
        spans.append(dateline.span())
    spans.sort()
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)


def stretches(text: str, masks: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Half-open offsets of what the masks leave, in order."""
    left: list[tuple[int, int]] = []
    at = 0
    for start, end in masks:
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < len(text):
        left.append((at, len(text)))
    return left


@lru_cache(maxsize=512)
def words_of(text: str, masks: tuple[tuple[int, int], ...]) -> Words:
    """All words of a text, with what of it is narration."""
    spans = [match.span() for match in _WORD.finditer(text)]
    starts = tuple([start for start, _ in spans])
    before = [0]
    for start, end in masks:
        first = bisect_left(starts, start, len(before) - 1)
        last = bisect_left(starts, end, first)
        before.extend(range(before[-1] + 1, before[-1] + 1 + first - len(before) + 1))
        before.extend([before[-1]] * (last - first))
    before.extend(range(before[-1] + 1, before[-1] + 1 + len(starts) - len(before) + 1))
    return Words(
        tuple([text[start:end].lower() for start, end in spans]),
        starts,
        tuple([end for _, end in spans]),
        tuple(before),
    )
