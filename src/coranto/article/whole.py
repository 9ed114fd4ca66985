"""Whether the whole article was captured: the verdict with its evidence.

A sign-up phrase anywhere on a page says little (measured: 7 of 29 closed pages found, 4 false alarms); what
counts is how the text ends, what stands right after it, and whether the text tells what it takes for told.
"""

import re
from collections.abc import Sequence
from functools import cache

from coranto.article.draft import Piece
from coranto.article.dump.cues import cues
from coranto.article.lang import function_words
from coranto.data import words
from coranto.text.tokens import count
from coranto.types import Completeness, Evidence
from coranto.types.article import Verdict

_DOTS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'”’»)\]]*$")
_CLOSED = re.compile(
    r"""[.!?。！？؟।:;*]["'”’»)\]]*(?:\s*[(\[/][^()\n]{1,60}[)\]/]\.?)?$"""
    r"""|[)\]"”»’]$|^[-–—_*#]+$"""
)
_CREDIT = re.compile(
    r"^(?:[Cc]ontact (?:the )?(?:reporter|editor)|(?:Additional r|R)eporting by|Editing by|\(Reporting by"
    r"|©|Copyright|With (?:inputs|files))"
    r"|(?:[Rr]eporting|[Ee]diting|[Ww]riting) by [A-Z][^.\n]{2,60}\.?$"
    r"|contributed to this (?:report|story)|[(\[/][A-Z][\w .]{1,20}[)\]/]\.?$"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT = 40
_EXCERPT = 150


@cache
def _definite() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("known_before"), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?P<noun>(?:{nouns})s?)\b(?! (?:of|for|in|to|between|at|on|that|who|which)\b)")


def verdict(title: str, pieces: Sequence[Piece], after: Sequence[str], margin: Sequence[str]) -> Completeness:
    """Complete, truncated, teaser or unknown, with what it rests on."""
    body = [piece for piece in pieces if piece.kind in ("body", "bullet", "post")]
    running = [piece.text for piece in body if piece.kind != "bullet"] or [piece.text for piece in body]
    if not running:
        return Completeness()
    credited = _CREDIT.search(running[-1].strip()) is not None
    ends = [] if credited else _end_signs(running[-1], after)
    signs = [*ends, *_dangling(title, pieces, running)]
    credit = next((line for line in (running[-1], *margin[-4:]) if _CREDIT.search(line.strip())), "")
    whole: list[Evidence] = []
    if credit:
        whole.append(Evidence(rule="ends with a credit or contact line", text=credit[-120:], where="end"))
    elif _CLOSED.search(running[-1]) and not _DOTS.search(running[-1]):
        whole.append(Evidence(rule="the last paragraph is a closed sentence", text=running[-1][-80:], where="end"))
    size = count("\n".join(running))
    strong = [one for one in signs if not one.rule.startswith("weak: ")]
    if strong and not (credit and all(one.rule.startswith("marker") for one in strong)):
        short = (size < _SHORT and len(running) <= 2) or (size < _EXCERPT and len(running) == 1)
        kind: Verdict = "teaser" if short else "truncated"
        return Completeness(verdict=kind, evidence=tuple(signs))
    if whole and size >= _SHORT:
        return Completeness(verdict="complete", evidence=tuple(whole))
    return Completeness(verdict="unknown", evidence=(*signs, *whole))


def _end_signs(last: str, after: Sequence[str]) -> list[Evidence]:
    """What the end of the text and the lines right after it say against completeness."""
    out = []
    text = last.strip()
    closed = _CLOSED.search(text) is not None
    if _DOTS.search(text):
        out.append(Evidence(rule="the text ends in an ellipsis", text=text[-80:], where="end"))
    elif not closed and count(text) >= 6:
        out.append(Evidence(rule="the text ends in mid-sentence", text=text[-80:], where="end"))
    marker = next((line for line in after[:2] if "more" in cues(line).groups), "")
    if marker:
        weak = "weak: " if closed and not _DOTS.search(text) else ""
        out.append(Evidence(rule=f"{weak}marker right after the text", text=marker[:120], where="after the text"))
    return out


def _dangling(title: str, pieces: Sequence[Piece], running: Sequence[str]) -> list[Evidence]:
    """First sentences that speak of "the officials" or "the patrol" as of something told before, when nothing
    before them tells it and the headline's own news is not told in the text."""
    heads = " ".join(piece.text for piece in pieces if piece.kind in ("dek", "bullet"))
    first = running[0]
    out = []
    told = " ".join(running)
    for match in _definite().finditer(" ".join(running)[:6000]):
        noun = match["noun"].lower().rstrip("s")
        before = told[: match.start()].lower()
        if noun[:6] not in before and match.start() < len(first):
            out.append(Evidence(rule="first sentence takes as known", text=match.group(), where="text"))
    opened = len(out)
    if not opened or not _untold(title, heads, told):
        return [Evidence(rule=f"weak: {one.rule}", text=one.text, where=one.where) for one in out]
    late = [
        m for m in _definite().finditer(told) if m["noun"].lower().rstrip("s")[:6] not in told[: m.start()].lower()
    ]
    if opened < 2 and len(late) < 2:
        return [Evidence(rule=f"weak: {one.rule}", text=one.text, where=one.where) for one in out]
    out.append(Evidence(rule="the headline's own news is not told in the text", text=title, where="title"))
    return out


def _untold(title: str, heads: str, told: str) -> bool:
    """Whether no sentence of the text tells the headline: fewer than half of its content words in any one."""
    known = function_words()
    wanted = {word.lower()[:6] for word in _WORD.findall(title) if word.lower() not in known}
    if len(wanted) < 3:
        return False
    for sentence in re.split(r"(?<=[.!?”])\s+", told):
        have = {word.lower()[:6] for word in _WORD.findall(sentence)}
        if len(wanted & have) >= 0.5 * len(wanted):
            return False
    return True
