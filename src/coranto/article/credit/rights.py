"""Rights lines: "© 2023 AFP" says whose the text is; a bare "© AFP" stands under a picture."""

import re
from collections.abc import Iterator
from functools import cache

from coranto.article.credit.givers import giver_at
from coranto.article.credit.leads import any_in, lowered, one_of, phrases_of
from coranto.article.credit.spot import Spot, spot
from coranto.data import rows

_YEAR = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
_BETWEEN = re.compile(rf"(?:[\s.,:;©()*-]|\(c\)|\b(?:by|The|the|copyright|Copyright)\b|{_YEAR}){{0,10}}")
_CODE = re.compile(r"dpa:\d")
_FAR = 120


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(one_of(phrases_of("rights", "signs")), re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"{one_of(phrases_of('rights', 'words'))}|{_YEAR}", re.IGNORECASE)


def rights(text: str, start: int, stop: int, margin: bool, outlet: str) -> Iterator[Spot]:
    """The agency or the outlet, other than the page's own, that a rights line names as owner of the text."""
    if not any_in(lowered(text, start, stop), "rights", "signs"):
        return
    for sign in _sign().finditer(text, start, stop):
        between = _BETWEEN.match(text, sign.end(), min(stop, sign.end() + _FAR))
        at = between.end() if between else sign.end()
        one = giver_at(text, at, min(stop, at + _FAR), ("agency",))
        if one is None or is_own(one.agency, outlet):
            continue
        line = text[max(start, sign.start() - _FAR) : min(stop, one.end + _FAR)]
        if _words().search(line) or _CODE.search(line) or not margin:
            yield spot(one, "agency" if is_wire(one.agency) else "source", margin)
            return


def is_own(name: str, outlet: str) -> bool:
    """Whether a name is that of the page's outlet, its first words, or its host's ("Malay Mail", malaymail.com)."""
    ours = re.sub(r"\W", "", outlet.casefold().removeprefix("the ").split(".")[0])
    whole = re.sub(r"\W", "", name.casefold().removeprefix("the "))
    return bool(ours) and (whole == ours or outlet.casefold().startswith(f"{name.casefold()} "))


@cache
def _wires() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("agencies"))


def is_wire(name: str) -> bool:
    """Whether a canonical name is that of an agency."""
    return name in _wires()
