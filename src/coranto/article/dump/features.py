"""Numbers that tell a line of an article from a line of page furniture, for one page's lines at a time.

The set follows the text-only line classifiers measured on WCXB and AEB (shape, cues, position, neighbours,
the best block of sentence lines, words shared with that block).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coranto.article.dump.cues import GROUPS, Cues, cues
from coranto.article.dump.text import Line
from coranto.article.lang import function_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STOP = re.compile(r"""[.!?。！？؟।]["'”’»)\]]*(?:\s*\([^()]{1,20}\))?$""")
_DOTS = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[-–—•*·▪►]\s|\d{1,2}[.)]\s)")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\bago\b")
_ADDRESS = re.compile(r"@|https?:|www\.|\.com\b")
_MARKS = re.compile(r"[|»›/•·]")
_DIGITS = re.compile(r"\d{1,40}")
# what forum programs print around posts: counters, "said:", "3 days ago", badges, answer and comment lines
_THREAD = re.compile(
    r"^#?\s?\d{1,4}$|\b(?:said|wrote|schrieb|a écrit|escribió):$|\bago\W{0,3}$|^[-–] \S{2,24}$"
    r"|^(?:asked|answered|commented|edited|modified|posted|viewed|joined|replied|last edited|quote|reply|permalink"
    r"|upvote|report|like|score|re:|topic|thread|post|answers?|comments?|author|status|rank|gender|age|registered"
    r"|registriert|antworten|zitat|zitieren|citer|répondre|citar|responder)\b(?=.{0,60}\d)"
    r"|^(?:reply|quote|permalink|upvote|report|like|toggle signature|top|op|re:.{0,70})$"
    r"|\b(?:badges?|posts?|messages|beiträge|threads|replies|answers|votes?|views)\W{0,3}\d|\d\s?(?:posts|replies|answers|votes)\b",
    re.IGNORECASE,
)
_FAR = 12
_DATED = 13
_THREAD_AT = 21 + len(GROUPS)
_THREAD_LONG = 90


@dataclass(frozen=True, slots=True)
class Shape:
    """What one line looks like on its own."""

    own: tuple[float, ...]
    score: float
    sentence: bool
    chars: int
    words: frozenset[str]
    cues: Cues
    mark: bool = False


def shape(text: str) -> Shape:
    """The shape of one line."""
    head = text[:2000]
    tokens = _WORD.findall(head)
    count = len(tokens) or 1
    cjk = len(_CJK.findall(head))
    size = len(text) + cjk * 2
    lower = [token.lower() for token in tokens]
    known = function_words()
    stop = sum(1 for token in lower if token in known) / count
    found = cues(text)
    closed = _STOP.search(text) is not None and not _DOTS.search(text)
    capital = sum(1 for token in tokens if token[0].isupper()) / count
    thread = len(text) < _THREAD_LONG and _THREAD.search(text) is not None
    sentence = closed and (size >= 60 or (size >= 30 and stop >= 0.25))
    score = _likeness(size, sentence, stop, found)
    own = (
        math.log1p(size), math.log1p(count), float(closed), float(_DOTS.search(text) is not None),
        float(text.endswith(":")), min(sum(map(text.count, ",，、")), 8), float(text[0].isupper()),
        float(text[0].islower()), float(text[0] in "\"'“‘«„"), capital, stop,
        sum(map(str.isdigit, head)) / len(head), float(_BULLET.match(text) is not None),
        float(_DAY.search(head) is not None), float(_CLOCK.search(head) is not None),
        float(_ADDRESS.search(head) is not None), min(len(_MARKS.findall(head)), 6), float(text.isupper()),
        float('"' in head or "“" in head or "«" in head), cjk / len(head), float(found.ends),
        *(float(group in found.groups) for group in GROUPS), float(thread),
        sum(map(len, tokens)) / count, float("?" in head[-3:] or "!" in head[-3:]), float(" I " in head[:400]),
    )  # fmt: skip
    words = frozenset(token for token in lower if len(token) > 3 and token not in known)
    mark = thread or "member" in found.groups or (size < 60 and not closed and own[_DATED] > 0)
    return Shape(own, score, sentence, size, words, found, mark)


def _likeness(size: int, sentence: bool, stop: float, found: Cues) -> float:
    """How much a line is like a sentence of an article, in characters won or lost."""
    if found.groups and size < 200:
        return -60.0
    if sentence:
        return min(size, 400.0)
    if size >= 120 and stop >= 0.2:
        return 60.0
    return -30.0 if size < 60 else -20.0


def best_block(scores: Sequence[float]) -> tuple[int, int]:
    """Half-open bounds of the run with the greatest sum (Kadane), the first of equals."""
    best, start, stop = 0.0, 0, 0
    total, begin = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, index
        total += score
        if total > best:
            best, start, stop = total, begin, index + 1
    return start, stop


def features(lines: Sequence[Line], shapes: Sequence[Shape]) -> list[list[float]]:
    """One row of numbers per line. Linear in the number of lines."""
    total = len(lines) or 1
    start, stop = best_block([one.score for one in shapes])
    inside: Counter[str] = Counter(word for one in shapes[start:stop] for word in one.words)
    repeats = Counter(line.text for line in lines)
    masks = [_DIGITS.sub("0", line.text[:80]) for line in lines]
    alike = Counter(masks)
    chars = _sums([one.chars for one in shapes])
    closed = _sums([one.chars if one.sentence else 0 for one in shapes])
    sentences = _sums([int(one.sentence) for one in shapes])
    logs = _sums([one.own[0] for one in shapes])
    cue = _sums([int(bool(one.cues.groups)) for one in shapes])
    stops = _sums([one.own[10] for one in shapes])
    marks = _sums([int(one.mark) for one in shapes])
    before, after = _distances([one.mark for one in shapes])
    sizes = sorted(one.chars for one in shapes[start:stop]) or [0]
    page = [
        marks[-1] / total, sum(one.own[_THREAD_AT] for one in shapes) / total, sentences[-1] / total,
        closed[-1] / (chars[-1] or 1), math.log1p(sizes[len(sizes) // 2]), stops[-1] / total, cue[-1] / total,
        sum(" I " in line.text[:400] for line in lines) / total,
    ]  # fmt: skip
    out = []
    last_end = -99
    for at, (line, one) in enumerate(zip(lines, shapes, strict=True)):
        if one.cues.ends:
            last_end = at
        row = list(one.own)
        row += [
            float(line.gap), min(repeats[line.text], 4), at / total, min(at, 40), min(total - at - 1, 40),
            math.log1p(total),
            chars[at] / (chars[-1] or 1), closed[at] / (closed[-1] or 1),
            float(start <= at < stop), max(-_FAR, min(_FAR, at - start)), max(-_FAR, min(_FAR, stop - at)),
            min(at - last_end, 30), float(start <= last_end <= at),
            _shared(one.words, inside, start <= at < stop), (stop - start) / total,
            min(alike[masks[at]], 12), before[at], after[at], marks[at] - marks[max(0, at - 3)], *page,
        ]  # fmt: skip
        for reach in (2, 5):
            a, b = max(0, at - reach), min(total, at + reach + 1)
            span = b - a
            row += [(sums[b] - sums[a]) / span for sums in (sentences, logs, cue, stops, marks)]
        for near in (-2, -1, 1, 2):
            if 0 <= at + near < total:
                other = shapes[at + near]
                row += [
                    other.own[0], float(other.sentence), float(bool(other.cues.groups)), other.own[9],
                    other.own[10], float(other.mark),
                ]  # fmt: skip
            else:
                row += [-1.0, -1.0, -1.0, -1.0, -1.0, -1.0]
        out.append(row)
    return out


def _distances(marks: Sequence[bool]) -> tuple[list[int], list[int]]:
    """How many lines ago the last mark stood, and how many lines ahead the next one stands; at most `_FAR`."""
    before, after = [], []
    far = _FAR
    for mark in marks:
        far = 0 if mark else min(_FAR, far + 1)
        before.append(far)
    far = _FAR
    for mark in reversed(marks):
        far = 0 if mark else min(_FAR, far + 1)
        after.append(far)
    return before, after[::-1]


def _shared(words: frozenset[str], inside: Counter[str], within: bool) -> float:
    """The share of a line's content words that the block has elsewhere."""
    need = 2 if within else 1
    return sum(1 for word in words if inside[word] >= need) / len(words) if words else 0.0


def _sums(values: Sequence[float]) -> list[float]:
    out = [0.0]
    for value in values:
        out.append(out[-1] + value)
    return out
