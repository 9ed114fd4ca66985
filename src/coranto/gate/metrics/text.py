"""Text of a page against its gold text, and normal forms of titles, names and outlets."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from coranto.gate.metrics.counts import f1, mean
from coranto.text.normal import ascii_fold, squeeze

_TOKEN = re.compile(r"\w+")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")
_BLANK_BEFORE = re.compile(r" (?=[:;,.!?])")
_BY = re.compile(r"^(?:by|von|par|por|di)\s+", re.IGNORECASE)


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Runs of `size` tokens with their counts; a shorter text is one shingle, even when empty."""
    tokens = _TOKEN.findall(text)
    last = max(1, len(tokens) - size + 1)
    return Counter(tuple(tokens[at : at + size]) for at in range(last))


def text_scores(gold: str, predicted: str) -> tuple[float, float]:
    """Precision and recall of one page by shingles of 4 tokens (article-extraction benchmark, Zyte)."""
    have, want = shingles(predicted), shingles(gold)
    shared = sum((have & want).values())
    return shared / sum(have.values()), shared / sum(want.values())


def text_f1(pages: Sequence[tuple[float, float]]) -> float:
    """F1 of the mean precision and the mean recall over pages, as that benchmark does it."""
    return f1(mean([p for p, _ in pages]), mean([r for _, r in pages]))


def title_key(title: str) -> str:
    """A title without case, diacritics, typographic signs, surrounding white space and blanks before marks."""
    return _BLANK_BEFORE.sub("", squeeze(ascii_fold(title)))


def person_key(name: str) -> str:
    """A name for comparison: folded, without `by`, points and commas."""
    folded = _BY.sub("", squeeze(ascii_fold(name)))
    return squeeze(re.sub(r"[.,;:\"]", " ", folded))


def outlet_key(name: str) -> str:
    """An outlet's name as letters and digits only, without `the` at the front and `.com` at the end."""
    folded = squeeze(ascii_fold(name)).removesuffix(".com").removeprefix("www.")
    letters = re.sub(r"[\W_]+", "", folded)
    return letters.removeprefix("the") or letters


def same_day(gold: str, predicted: str) -> bool:
    """Whether two ISO dates or times are of one day: as written, or in the zone of the gold time."""
    if not _DAY.match(gold) or not _DAY.match(predicted):
        return False
    if gold[:10] == predicted[:10]:
        return True
    want, have = _instant(gold), _instant(predicted)
    return want is not None and have is not None and have.astimezone(want.tzinfo).date() == want.date()


def _instant(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
