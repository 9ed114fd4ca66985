"""Credits that a phrase gives: "with inputs from", "contributed to this report", "Source:"."""

import re
from collections.abc import Iterator

from coranto.article.credit.givers import ALL, listed, loosely
from coranto.article.credit.leads import leads
from coranto.article.credit.names import Name, names_in
from coranto.article.credit.spot import Spot, spot

_FAR = 160
_TAIL = 240
_NEAR = 30
_END = 40
_HEAD = r"(?:^|(?<=[\n|(【（*—–•-])|(?<=[|—–-]\s))[ \t*_]{0,3}"
_COLON = r"[*_]{0,2}\s?[:：]\s?"
_CLOSED = re.compile(r"[\s.)\]*_]{0,4}$")
# newsrooms say "with inputs from" of agencies alone: there one word that ends the line is an agency without a row
_ALONE = re.compile(r"\s*(?:the )?(?P<name>[A-Z][a-z]{3,18})(?=[.)\]\s]{0,3}$)")
_BEFORE = re.compile(r"[.!?]\s+(?=[A-Z])")


def inputs(text: str, start: int, stop: int, margin: bool) -> Iterator[Spot]:
    """Those whose material one paragraph says it used."""
    taken = start
    for lead in leads("inputs", "leads", text, (start, stop)):
        found, end = listed(text, lead.end(), min(stop, lead.end() + _FAR))
        if not found and "input" in lead[0].lower() and (alone := _ALONE.match(text[:stop], lead.end())):
            found, end = [Name(alone["name"], "agency", *alone.span("name"))], alone.end()
        taken = max(taken, end if found else taken)
        yield from (spot(one, "inputs", margin) for one in found)
    yield from _weakly(text, start, stop, (taken, margin))
    tail = next(leads("inputs", "tails", text, (start, stop)), None)
    if tail is not None:
        begin = _sentence(text, max(start, tail.start() - _TAIL), tail.start())
        yield from (spot(one, "inputs", margin) for one in loosely(text, begin, tail.start()))


def _weakly(text: str, start: int, stop: int, after: tuple[int, bool]) -> Iterator[Spot]:
    """Those whom a paragraph ends with behind a word such as "avec", which often says something else."""
    taken, margin = after
    begin = max(taken, stop - _FAR)
    if next(names_in(text, max(begin, stop - _END), stop), None) is None:
        return
    for lead in leads("inputs", "weak", text, (begin, stop)):
        found, end = listed(text, lead.end(), stop)
        if found and _CLOSED.match(text[end:stop]) and _apart(text, start, lead.start(), margin):
            yield from (spot(one, "inputs", margin) for one in found)


def _apart(text: str, start: int, at: int, margin: bool) -> bool:
    """Whether a weak lead stands apart from running text: at the head of its line or bracket, or behind a few
    words of which the first is an outlet's or author's name."""
    before = text[start:at].rstrip("( *_-–—[\u00a0")
    return not before or before[-1] in ".!?\n" or ((margin or len(before) < 40) and before[:1].isupper())


def _sentence(text: str, start: int, stop: int) -> int:
    """Where the sentence that runs up to `stop` begins."""
    ends = [match.end() for match in _BEFORE.finditer(text, start, stop)]
    return ends[-1] if ends else start


def owned(text: str, start: int, stop: int, margin: bool) -> Iterator[Spot]:
    """The agency that one paragraph says the text is of: "from a syndicated feed of PTI"."""
    for lead in leads("agency", "leads", text, (start, stop)):
        found = next(names_in(text, lead.end(), min(stop, lead.end() + _NEAR)), None)
        if found is not None and not text[lead.end() : found.start].strip(" :'’-").removeprefix("the"):
            yield spot(found, "agency", margin)


def sources(text: str, start: int, stop: int, margin: bool) -> Iterator[Spot]:
    """Those whom a line names behind "Source:", in many languages."""
    if text.find(":", start, stop) < 0 and text.find("：", start, stop) < 0:
        return
    for label in leads("source", "labels", text, (start, stop), (_HEAD, _COLON)):
        end = text.find("\n", label.end(), stop)
        found, _ = listed(text, label.end(), end if end >= 0 else stop, ALL)
        yield from (spot(one, "source", margin) for one in found)
