"""A credit before it is cited, and its cite."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coranto.article.credit.names import Name
from coranto.types import MARGIN, Cite, Credit, Sentence
from coranto.types.article import CreditKind

_AROUND = 24


@dataclass(frozen=True, slots=True)
class Spot:
    """A credit before it is cited: offsets in the text, or in the margin."""

    agency: str
    kind: CreditKind
    margin: bool
    start: int
    end: int


def spot(name: Name, kind: CreditKind, margin: bool) -> Spot:
    """The spot of a name that credits as `kind`."""
    return Spot(name.agency, kind, margin, name.start, name.end)


def unique(found: Iterable[Spot]) -> list[Spot]:
    """The first spot of each giver and kind; the same words credit in one way only, the first."""
    out: dict[tuple[str, str], Spot] = {}
    taken: dict[tuple[bool, int], str] = {}
    for one in found:
        if taken.setdefault((one.margin, one.start), one.kind) == one.kind:
            out.setdefault((one.agency, one.kind), one)
    return list(out.values())


def of_outlet(one: Spot, outlet: str) -> Spot:
    """The spot under the outlet's own name, where an agency credits itself by the first word of it."""
    if one.agency != outlet and outlet.casefold().removeprefix("the ").startswith(f"{one.agency.casefold()} "):
        return replace(one, agency=outlet)
    return one


def cited(one: Spot, article: str, text: str, margin: str, sentences: Sequence[Sentence]) -> Credit:
    """The credit with its cite."""
    source = margin if one.margin else text
    inside = (held.index for held in sentences if held.start <= one.start < held.end)
    number = MARGIN if one.margin else next(inside, 0)
    cite = Cite(
        article=article, sentence=number, start=one.start, end=one.end, exact=source[one.start : one.end],
        prefix=source[max(0, one.start - _AROUND) : one.start], suffix=source[one.end : one.end + _AROUND],
    )  # fmt: skip
    return Credit(agency=one.agency, kind=one.kind, cite=cite)
