"""The title of a plain-text page: the line above the article that its text bears out best."""

import re
from collections import Counter
from collections.abc import Sequence

from coranto.article.dump.cues import cues
from coranto.article.dump.lines import Labelled
from coranto.article.lang import function_words
from coranto.article.outlet import by_name
from coranto.text.normal import ascii_fold, squeeze

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W_\u3040-\u30ff\u3400-\u9fff]{2,}")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KEY = re.compile(r"[\W_]+")
_KICKER = re.compile(r"[:–—-]$")
_REACH = 250
_CLOSE = 0.2
_ABOVE = 1.0
_LEAST = 0.9
_MIN_WORDS = 4
_DATED, _STANDFIRST, _AGAIN, _ALIKE, _TITLED = 0.6, 0.25, 0.7, 0.6, 0.5
_HEAD = 5
_AGREE = 0.3


def key_of(text: str) -> str:
    """Letters and digits of a text, folded: two prints of one title have the same."""
    return _KEY.sub("", ascii_fold(text))


def _words(text: str) -> set[str]:
    """The first letters of the words that carry meaning; of Han and kana the pairs of neighbouring signs."""
    known = function_words()
    out: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if "\u3040" <= word[0] <= "\u9fff":
            out.update(word[n : n + 2] for n in range(len(word) - 1))
        elif word not in known and (len(word) > 2 or "\uac00" <= word[0] <= "\ud7af"):
            out.add(word[:2] if "\uac00" <= word[0] <= "\ud7af" else word[:7])
    return out


def _worth(text: str, body: set[str], near: float, repeated: bool) -> float:
    """How much a line looks like the title of a body: words shared, length, nearness, no full stop."""
    east = 2 * len(_EAST.findall(text)) > len(text)
    size = len(squeeze(text)) * (2 if east else 1)
    words = _words(text)
    if size < 12 or size > 260 or (len(text.split()) < 2 and not east) or (size < 40 and by_name(text).name):
        return -1.0
    shared = len(words & body) / len(words) if words else 0.0
    worth = 2.0 * shared * min(1.0, len(words) / 4) + 0.7 * near + (_AGAIN if repeated else 0.0)
    worth += 0.3 if 30 <= size <= 130 else -0.4 if size > 150 else 0.0
    return worth - (0.8 if text.rstrip().endswith((".", ":", "…", "。")) or "…." in text else 0.0)


def choose(labelled: Sequence[Labelled], first: int, hint: str) -> tuple[str, int]:
    """The title and the index of its line (-1 where only the container has it, or none was found).

    `first` is where the article's text begins; `hint` is the container's claim, taken unless a line of the
    page bears a much better mark.
    """
    text = " ".join(one.line.text for one in labelled if one.label in ("body", "bullet"))[:4000]
    body = _words(text)
    found = _candidates(labelled, first, body)
    best = max((worth for worth, _ in found), default=_LEAST)
    begin = max(0, first - _REACH)
    at = _above(labelled, _pick(labelled, found, best), begin, body)
    if hint:
        same = next((n for n, one in enumerate(labelled[: first + 12]) if _same(one.line.text, hint)), -1)
        worth = _worth(hint, body, 0.8 if same >= 0 else 0.6, False)
        junk = bool(cues(hint).groups) or worth < 0.5
        if same >= 0 and (not junk or at < 0):
            return squeeze(hint), same
        if (at < 0 and not cues(hint).groups) or (not junk and worth + 0.5 >= best):
            return squeeze(hint), same
    return (labelled[at].line.text, at) if at >= 0 else ("", -1)


def _candidates(labelled: Sequence[Labelled], first: int, body: set[str]) -> list[tuple[float, int]]:
    """The lines above the text that may be its title, each with its worth."""
    begin, end = max(0, first - _REACH), min(first + 3, len(labelled))
    counts = Counter(key_of(one.line.text[:300]) for one in labelled)
    member = next((n for n in range(begin, min(first, len(labelled))) if labelled[n].label == "member"), first + 9)
    out = []
    for at in range(begin, end):
        if not _may_be_title(labelled, at, first):
            continue
        near = 1.0 - min(abs(first - at), 20) / 20
        text = labelled[at].line.text
        worth = _worth(text, body, near, counts[key_of(text)] > 1) + _heads(labelled, at, body)
        worth -= (0.9 if at > member else 0.0) + (0.6 if at > first else 0.0)
        worth -= 0.5 if _KICKER.search(text) else 0.0
        worth += _TITLED if labelled[at].label == "title" else 0.0
        if worth > _LEAST:
            out.append((worth, at))
    return out


def _heads(labelled: Sequence[Labelled], at: int, body: set[str]) -> float:
    """How much what follows a line is what follows a title: a standfirst of the article, a byline or a date."""
    after = labelled[at + 1 : at + 1 + _HEAD]
    worth = _DATED if any(one.label in ("byline", "date") for one in after) else 0.0
    below = after[0].line.text if after else ""
    stands = 60 <= len(below) <= 420 and 2 * len(_words(below) & body) >= len(_words(below))
    return worth + (_STANDFIRST if stands else 0.0)


def _pick(labelled: Sequence[Labelled], found: Sequence[tuple[float, int]], best: float) -> int:
    """The first of the best; in its place a later one that says almost the same right above byline or date, as a
    headline does below a path of sections; -1 for none."""
    near = [at for worth, at in found if worth >= best - _CLOSE]
    full = [at for at in near if len(labelled[at].line.text.split()) > 3]
    at = next(iter(full), next((at for worth, at in found if worth == best), -1))
    words = _words(labelled[at].line.text) if at >= 0 else set()
    return next(
        (n for worth, n in found
         if at < n <= at + _HEAD and worth >= best - _AGREE and _alike(words, _words(labelled[n].line.text))),
        at,
    )  # fmt: skip


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))


def _above(labelled: Sequence[Labelled], at: int, begin: int, body: set[str]) -> int:
    """The line right above a standfirst, where it is shorter and speaks of the text too; else `at` itself."""
    if at <= begin:
        return at
    line, above = labelled[at].line.text, labelled[at - 1]
    text = above.line.text
    if not (len(text.split()) >= _MIN_WORDS and 20 <= len(text) <= min(150, len(line) * 1.1)):
        return at
    if not _may_be_title(labelled, at - 1, at) or above.shape.sentence or by_name(text).name:
        return at
    told = len(_words(text) & body)
    return at - 1 if told >= 2 and _worth(text, body, 1.0, False) > _ABOVE else at


def _may_be_title(labelled: Sequence[Labelled], at: int, first: int) -> bool:
    one = labelled[at]
    if one.label in ("byline", "date", "credit", "member", "caption") or one.shape.cues.groups:
        return False
    if at < first or (one.shape.chars < 200 and not one.shape.sentence):
        return True
    ends = one.line.text.rstrip("\"'”’»)")[-1:]
    return at == first and one.shape.chars < 140 and ends in ("!", "?", "！", "？")  # an article's own first line


def _same(line: str, hint: str) -> bool:
    a, b = key_of(line), key_of(hint)
    return bool(a) and (a == b or (len(a) >= 16 and (b.startswith(a) or a.startswith(b)) and len(a) < 2 * len(b)))
