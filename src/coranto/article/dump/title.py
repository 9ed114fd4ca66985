"""The title of a plain-text page: the line above the article that its text bears out best."""

import re
from collections.abc import Sequence

from coranto.article.dump.cues import cues
from coranto.article.dump.lines import Labelled
from coranto.article.lang import function_words
from coranto.article.outlet import by_name
from coranto.text.normal import ascii_fold, squeeze

_WORD = re.compile(r"[^\W_]{3,}")
_KEY = re.compile(r"[\W_]+")
_REACH = 60
_CLOSE = 0.2
_ABOVE = 1.0
_MIN_WORDS = 4


def key_of(text: str) -> str:
    """Letters and digits of a text, folded: two prints of one title have the same."""
    return _KEY.sub("", ascii_fold(text))


def _words(text: str) -> set[str]:
    known = function_words()
    return {word[:7] for word in _WORD.findall(text.lower()) if word not in known}


def _worth(text: str, body: set[str], near: float, repeated: bool) -> float:
    """How much a line looks like the title of a body: words shared, length, nearness, no full stop."""
    size = len(squeeze(text))
    words = _words(text)
    if size < 12 or size > 260 or len(text.split()) < 2 or (size < 40 and by_name(text).name):
        return -1.0
    shared = len(words & body) / len(words) if words else 0.0
    worth = 2.0 * shared * min(1.0, len(words) / 4) + 0.7 * near + (0.3 if repeated else 0.0)
    worth += 0.3 if 30 <= size <= 130 else -0.4 if size > 150 else 0.0
    return worth - (0.8 if text.rstrip().endswith((".", ":", "…")) or "…." in text else 0.0)


def choose(labelled: Sequence[Labelled], first: int, hint: str) -> tuple[str, int]:
    """The title and the index of its line (-1 where only the container has it, or none was found).

    `first` is where the article's text begins; `hint` is the container's claim, taken unless a line of the
    page bears a much better mark.
    """
    text = " ".join(one.line.text for one in labelled if one.label in ("body", "bullet"))[:4000]
    body = _words(text)
    counts: dict[str, int] = {}
    for one in labelled[: _REACH * 3]:
        counts[one.line.text] = counts.get(one.line.text, 0) + 1
    found: list[tuple[float, int]] = []
    begin = max(0, first - _REACH)
    member = next((n for n in range(begin, min(first, len(labelled))) if labelled[n].label == "member"), first + 9)
    for index in range(begin, min(first + 3, len(labelled))):
        one = labelled[index]
        if not _may_be_title(one, index, first):
            continue
        near = 1.0 - min(abs(first - index), 20) / 20
        worth = _worth(one.line.text, body, near, counts.get(one.line.text, 0) > 1)
        worth -= (0.9 if index > member else 0.0) + (0.6 if index > first else 0.0)
        if worth > 0.9:
            found.append((worth, index))
    best = max((worth for worth, _ in found), default=0.9)
    near_best = (n for worth, n in found if worth >= best - _CLOSE and len(labelled[n].line.text.split()) > 3)
    at = next(near_best, next((n for worth, n in found if worth == best), -1))
    at = _above(labelled, at, begin, body)
    if hint:
        same = next((n for n, one in enumerate(labelled[: first + 12]) if _same(one.line.text, hint)), -1)
        worth = _worth(hint, body, 0.8 if same >= 0 else 0.6, False)
        junk = bool(cues(hint).groups) or worth < 0.5
        if same >= 0 and (not junk or at < 0):
            return squeeze(hint), same
        if (at < 0 and not cues(hint).groups) or (not junk and worth + 0.5 >= best):
            return squeeze(hint), same
    return (labelled[at].line.text, at) if at >= 0 else ("", -1)


def _above(labelled: Sequence[Labelled], at: int, begin: int, body: set[str]) -> int:
    """The line right above a standfirst, where it is shorter and speaks of the text too; else `at` itself."""
    if at <= begin:
        return at
    line, above = labelled[at].line.text, labelled[at - 1]
    text = above.line.text
    if not (len(text.split()) >= _MIN_WORDS and 20 <= len(text) <= min(150, len(line) * 1.1)):
        return at
    if not _may_be_title(above, at - 1, at) or above.shape.sentence or by_name(text).name:
        return at
    told = len(_words(text) & body)
    return at - 1 if told >= 2 and _worth(text, body, 1.0, False) > _ABOVE else at


def _may_be_title(one: Labelled, index: int, first: int) -> bool:
    if one.label in ("byline", "date", "credit", "member", "caption") or one.shape.cues.groups:
        return False
    return index < first or (one.shape.chars < 200 and not one.shape.sentence)


def _same(line: str, hint: str) -> bool:
    a, b = key_of(line), key_of(hint)
    return bool(a) and (a == b or (len(a) >= 16 and (b.startswith(a) or a.startswith(b)) and len(a) < 2 * len(b)))
