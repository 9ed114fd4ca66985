"""Numbers that tell a line of an article from a line of page furniture, for one page's lines at a time.

The set follows the text-only line classifiers measured on WCXB and AEB (shape, cues, position, neighbours,
the best block of sentence lines, words shared with that block).
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coranto.article.dump_cues import GROUPS, Cues, cues
from coranto.article.dump_text import Line
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
_FAR = 12


@dataclass(frozen=True, slots=True)
class Shape:
    """What one line looks like on its own."""

    own: tuple[float, ...]
    score: float
    sentence: bool
    chars: int
    words: frozenset[str]
    cues: Cues


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
        *(float(group in found.groups) for group in GROUPS),
    )  # fmt: skip
    words = frozenset(token for token in lower if len(token) > 3 and token not in known)
    return Shape(own, score, sentence, size, words, found)


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
    total = len(lines)
    start, stop = best_block([one.score for one in shapes])
    inside: Counter[str] = Counter(word for one in shapes[start:stop] for word in one.words)
    repeats = Counter(line.text for line in lines)
    chars = _sums([one.chars for one in shapes])
    closed = _sums([one.chars if one.sentence else 0 for one in shapes])
    sentences = _sums([int(one.sentence) for one in shapes])
    logs = _sums([one.own[0] for one in shapes])
    cue = _sums([int(bool(one.cues.groups)) for one in shapes])
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
        ]  # fmt: skip
        for reach in (2, 5):
            a, b = max(0, at - reach), min(total, at + reach + 1)
            span = b - a
            row += [(sums[b] - sums[a]) / span for sums in (sentences, logs, cue)]
        for near in (-2, -1, 1, 2):
            if 0 <= at + near < total:
                other = shapes[at + near]
                row += [other.own[0], float(other.sentence), float(bool(other.cues.groups)), other.own[9]]
            else:
                row += [-1.0, -1.0, -1.0, -1.0]
        out.append(row)
    return out


def _shared(words: frozenset[str], inside: Counter[str], within: bool) -> float:
    """The share of a line's content words that the block has elsewhere."""
    need = 2 if within else 1
    return sum(1 for word in words if inside[word] >= need) / len(words) if words else 0.0


def _sums(values: Sequence[float]) -> list[float]:
    out = [0.0]
    for value in values:
        out.append(out[-1] + value)
    return out
