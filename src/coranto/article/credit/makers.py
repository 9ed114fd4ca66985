"""The makers that an agency's closing line names: "(Reporting by A and B; editing by C)"."""

import re
from collections.abc import Iterator, Sequence

from coranto.article.dump.head import makers
from coranto.types import Byline

_OPENS = re.compile(
    r"[\s(*_—–-]{0,4}(?:(?:[Aa]dditional )?[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by\s+(?=[A-Z])"
)
_NEXT = re.compile(r"[,;.]?\s+(?=(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation) by\b)")
_LAST, _LONGEST = 4, 600


def closing_makers(text: str, starts: Sequence[tuple[int, int]]) -> Iterator[Byline]:
    """The makers that the last paragraphs name after words for their roles, in order."""
    for start, stop in starts[-_LAST:]:
        if _OPENS.match(text, start, stop) is not None:
            for part in _NEXT.split(text[start : min(stop, start + _LONGEST)].strip(" ()*_—–-")):
                yield from makers(part[:1].upper() + part[1:])


def with_closing(byline: Sequence[Byline], text: str, starts: Sequence[tuple[int, int]]) -> tuple[Byline, ...]:
    """A byline with the editors of the closing line, and with its writers where the byline names no person."""
    named = any(one.role != "organisation" for one in byline)
    out = {one.name: one for one in byline}
    for one in closing_makers(text, starts):
        if one.role in ("editor", "translator") or (not named and one.role != "organisation"):
            out.setdefault(one.name, one)
    return tuple(out.values())
