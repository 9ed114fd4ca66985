"""Whether the words around a time expression look ahead or back."""

import re
from typing import Literal

Direction = Literal["past", "future", ""]

_FUTURE = (
    r"will|shall|would|won't|is to|are to|due|scheduled|expects?|expected|plans?|planned|planning|set to|set for"
    r"|going to|upcoming|forthcoming|ahead of|slated|intends?|hopes? to|aims? to|poised|be held|to be|begins?"
    r"|starts?|opens?|resumes?|must|may|could|until|till|deadline"
)
_PAST = (
    r"was|were|had|did|has|have|said|says|told|took|held|met|made|came|went|saw|won|lost|began|left|gave|got|fell|rose"
    r"|kept|sent|spoke|wrote|became|led|paid|put|hit|cut|brought|found|shot|struck|quit|ran|sold|bought|thought|since"
    r"|(?<!\bbe )(?!un)[a-z]{2,24}ed"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b|(?P<future2>'ll\b)")
_LEFT, _RIGHT = 140, 80


def direction(text: str, start: int, end: int, within: tuple[int, int]) -> Direction:
    """`future`, `past` or nothing: what the nearest cue before `start` says, else the first after `end`.

    `text` is lower-case; only a window inside the sentence `within` is looked at.
    """
    before = list(_CUE.finditer(text, max(within[0], start - _LEFT), start))
    found = before[-1] if before else _CUE.search(text, end, min(within[1], end + _RIGHT))
    if found is None:
        return ""
    return "past" if found["past"] else "future"
