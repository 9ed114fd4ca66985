"""What kind of page its lines show: news, forum, live page, round-up, agency or ministry."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coranto.article.draft import Piece
from coranto.article.dump.lines import Labelled
from coranto.article.masthead import Masthead, is_roundup
from coranto.article.other import Shown, detail_of, names_story, other
from coranto.article.outlet import Outlet
from coranto.text.tokens import count
from coranto.types.article import Kind

_LIVE = re.compile(r"\b(?:live updates|live blog|liveblog|liveticker|as it happened|live:)", re.IGNORECASE)
_COUNTERS = re.compile(r"^\d[\d,.]*(?:\s+\d[\d,.]*){1,3}$")
_FORUM_FOOT = re.compile(
    r"^(?:top\s+bottom|you must (?:log in|be logged in).{0,30}to reply|quick reply)", re.IGNORECASE
)
_STOP = re.compile(r"""[.!?…。！？؟।:][\"'”’»)\]]*$""")
_HEADS = 3
_TOP, _SMALL, _DATE_LINE = 3, 150, 30
_LEAST, _LONGEST, _LISTED = 15, 140, 8
_FEW, _TEASERS, _TEASER, _LONG, _HEADED, _PARAGRAPH = 30, 4, 220, 70, 0.8, 600


def without_masthead(labelled: Sequence[Labelled], mast: Masthead) -> list[Labelled]:
    """The lines with those that print the publisher's or the app's name labelled as credits."""
    own = {mast.name.casefold(), mast.carrier.casefold()} - {""}
    if not own:
        return list(labelled)
    numbers = {mast.line, mast.carrier_line}
    return [
        replace(one, label="credit")
        if one.line.number in numbers or one.line.text.casefold() in own
        else one
        for one in labelled
    ]  # fmt: skip


def kind_of(labelled: Sequence[Labelled], title: str, outlet: Outlet, mast: Masthead) -> Kind:
    """The kind, from the outlet's row, the marks of forum programs, the masthead, the title, the heads."""
    if outlet.kind == "forum" or (_members(labelled) >= 2 and not outlet.name):
        return "forum"
    if _LIVE.search(title):
        return "live"
    if is_roundup(title):
        return "roundup"
    return mast.kind if mast.name and mast.kind != "news" and outlet.name == mast.name else "news"


def _members(labelled: Sequence[Labelled]) -> int:
    """How many lines tell of members or of a thread: ranks, counters of posts, the forum's foot."""
    return sum(
        one.label == "member"
        or _COUNTERS.match(one.line.text) is not None
        or _FORUM_FOOT.match(one.line.text) is not None
        for one in labelled
    )


def roundup_head(labelled: Sequence[Labelled]) -> int:
    """The place of the line that names a round-up, where heads in capitals part its items; else -1."""
    at = next((n for n, one in enumerate(labelled[:40]) if is_roundup(one.line.text)), -1)
    heads = [n for n, (a, b) in enumerate(pairwise(labelled)) if _is_head(a) and len(b.line.text) > 60]
    return at if at >= 0 and len(heads) >= _HEADS and heads[0] > at else -1


def _is_head(one: Labelled) -> bool:
    text = one.line.text
    return text.isupper() and len(text) < 60 and not text.endswith((".", ":"))


def parted_items(labelled: Sequence[Labelled], at: int) -> list[Labelled]:
    """The lines of a round-up whose name stands at `at`: its heads as heads, what follows each as body."""
    out = list(labelled)
    for n in range(at + 1, len(out) - 1):
        if _is_head(out[n]) and len(out[n + 1].line.text) > 60:
            out[n] = replace(out[n], label="head")
            out[n + 1] = replace(out[n + 1], label="body")
    return out


def instead(labelled: Sequence[Labelled], title: str, pieces: Sequence[Piece], url: str) -> str:
    """The sentence that says what a page is that holds no article; empty where it may hold one."""
    lines = [one.line.text for one in labelled]
    small = sum(map(count, lines[:_SMALL])) < _SMALL and len(lines) < _SMALL
    titles = [title, *lines[:_TOP]] if small else [title]
    kept = [piece.text for piece in pieces]
    told = other(Shown(titles=titles, kept=kept, lines=lines if small else (), words=sum(map(count, kept))))
    if told or names_story(url, title, kept):
        return told
    return detail_of("index") if _is_index(labelled, pieces) else ""


def _is_index(labelled: Sequence[Labelled], pieces: Sequence[Piece]) -> bool:
    """Whether the lines are headlines, with a teaser under some: text that never runs on from line to line."""
    seen = Counter(one.line.text for one in labelled)
    headlines = [_is_headline(one) and seen[one.line.text] == 1 for one in labelled]
    heads = sum(headlines)
    if heads < _LISTED:
        return False
    body = [one for one in labelled if one.label in ("body", "bullet", "dek")]
    if _runs_on(labelled, headlines):
        return False
    if sum(count(piece.text) for piece in pieces) < _FEW:
        return not any(_runs(one) and one.shape.chars >= _LONGEST for one in body)
    few = sum(one.shape.chars for one in body) <= _TEASER * len(body)
    return len(body) >= _TEASERS and few and heads >= _HEADED * len(body)


def _runs_on(labelled: Sequence[Labelled], headlines: Sequence[bool]) -> bool:
    """Whether two sentences follow one another without a headline between, as in no list."""
    before = False
    for one, is_headline in zip(labelled, headlines, strict=True):
        if _runs(one):
            if before or one.shape.chars > _PARAGRAPH:
                return True
            before = True
        elif is_headline:
            before = False
    return False


def _runs(one: Labelled) -> bool:
    """Whether a kept line is a sentence as long as those of paragraphs."""
    return one.shape.sentence and one.shape.chars >= _LONG and one.label in ("body", "bullet", "dek")


def _is_headline(one: Labelled) -> bool:
    text = one.line.text
    plain = one.label != "date" or len(text) > _DATE_LINE
    return plain and not one.shape.cues.groups and _LEAST <= one.shape.chars <= _LONGEST and not _STOP.search(text)
