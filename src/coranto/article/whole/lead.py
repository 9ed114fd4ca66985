"""What the first sentences show of a lost lead: words that go on with something, things taken as told, a headline
or a description that nothing tells."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.article.draft import Piece
from coranto.article.lang import function_words
from coranto.article.whole.named import named_signs
from coranto.article.whole.sign import Sign
from coranto.data import rows, words
from coranto.text.normal import ascii_fold
from coranto.text.tokens import WORD

_NEAR, _HEAD = 1500, 6000
_FAR = 10_000
_BRIEF = 800
"""A brief has few words to take a headline up with."""
_LEAD = 80
_STEM = 5
_TELLING = 4
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED = '"“„«»「『'


@cache
def _definite() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("known_before"), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?P<noun>(?:{nouns})s?)\b(?! (?:of|for|in|to|between|at|on|that|who|which)\b)")


@cache
def _openers(lang: str) -> frozenset[str]:
    return frozenset(word for row in rows("whole", "opener") if row["lang"] == lang for word in row["words"])


def lead_signs(title: str, pieces: Sequence[Piece], description: str, lang: str) -> Iterator[Sign]:
    """The signs that the beginning is missing."""
    told = [piece.text.strip() for piece in pieces if piece.kind in ("body", "bullet", "post")]
    body = [piece.text.strip() for piece in pieces if piece.kind in ("body", "post")] or told
    if not body:
        return
    first = body[0]
    opening = _FIRST.match(first.lstrip(_QUOTED + "'‘-–— "))
    if opening is not None and opening[0].casefold() in _openers(lang):
        yield Sign("opener", first[:80], "text")
    if first[:1].islower() or first[:1] in ",;)":
        yield Sign("opens-inside", first[:80], "text")
    heads = " ".join(piece.text for piece in pieces if piece.kind == "dek")
    wanted = stems(title)
    text = " ".join(body)
    late = _late(wanted, text)
    told = [f"{heads} {text[:_NEAR]}", text[_NEAR:_HEAD], text[_HEAD:_FAR]]
    covered = _told(wanted, frozenset(), told, 0.5)
    if len(wanted) >= _TELLING and covered < 0.5:
        rest = "headline-untold" if covered else "headline-unknown"
        known = "headline-half" if covered >= 0.34 else rest
        yield Sign("headline-brief" if len(text) < _BRIEF else known, title, "title")
    elif late:
        yield Sign("headline-late", title, "title")
    yield from _dangling(text, first, wanted)
    yield from named_signs(title, heads, body, lang)
    asked = stems(description)
    if len(asked) >= 2 * _TELLING and _told(asked, wanted, told[:2], 0.4) < 0.4:
        yield Sign("description-untold", description[:150], "description")


def _told(wanted: frozenset[str], known: frozenset[str], parts: Sequence[str], enough: float) -> float:
    """Which share of stems is known or stands in the parts of a text; no more parts are looked at than it takes to
    find enough."""
    found = wanted & known
    for part in parts:
        if len(found) >= enough * len(wanted):
            break
        found |= wanted & stems(part)
    return len(found) / len(wanted) if wanted else 0.0


def _late(wanted: frozenset[str], text: str) -> bool:
    """Whether the first words of a text hold hardly any of its headline."""
    lead = stems(" ".join(text[:_HEAD].split(None, _LEAD)[:_LEAD]) if " " in text[:_HEAD] else text[: 2 * _LEAD])
    return len(wanted) >= _TELLING and len(wanted & lead) < 0.25 * len(wanted)


def _dangling(text: str, first: str, wanted: frozenset[str]) -> Iterator[Sign]:
    """What the first paragraph takes as told, as "the officials" or "the patrol", when nothing tells it."""
    if not any(
        match.start() < len(first) for match in _definite().finditer(text[: min(_HEAD, len(first) + _LEAD)])
    ):
        return
    lower = text[:_HEAD].lower()
    found = [
        match
        for match in _definite().finditer(text[:_HEAD])
        if match["noun"].lower().rstrip("s")[:6] not in lower[: match.start()]
    ]
    opened = [match for match in found if match.start() < len(first)]
    strong = bool(opened) and len(found) >= 2 and untold(wanted, text[:_FAR])
    for match in opened[:3]:
        yield Sign("dangling" if strong else "dangling-weak", match.group(), "text")
        if not strong:
            return


def untold(wanted: frozenset[str], text: str) -> bool:
    """Whether no sentence of a text tells the headline: fewer than half of its content words in any one."""
    if len(wanted) < 3:
        return False
    sentences = re.split(r"(?<=[.!?。”])\s*", text)
    return all(len(wanted & stems(sentence)) < 0.5 * len(wanted) for sentence in sentences)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the content words of a text; of Chinese, Japanese and Korean its pairs of characters."""
    known = function_words()
    runs = [] if text.isascii() else _CJK.findall(text)
    pairs = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    plain = _CJK.sub(" ", text) if runs else text
    own = {word for word in set(WORD.findall(plain.casefold())) - known if len(word) >= _TELLING or word.isdigit()}
    odd = [word for word in own if not word.isascii()]
    folded = ascii_fold("\n".join(odd)).split("\n") if odd else odd
    return frozenset({word[:_STEM] for word in (*own.difference(odd), *folded)} | pairs)


def shares(text: str, others: str) -> float:
    """Which share of the stems of a text others have."""
    own = stems(text)
    return len(own & stems(others)) / len(own) if own else 0.0
