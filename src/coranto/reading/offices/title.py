"""Where the words of a title begin and end: portfolios, grades, roles that follow one another."""

from coranto.reading.names.lists import ungraded
from coranto.reading.names.tokens import Token
from coranto.reading.offices.holder import is_form
from coranto.reading.offices.scope import WITH_PORTFOLIO, Here, portfolios
from coranto.reading.offices.words import match, ranks, roles

_FIRST = frozenset(("deputy", "vice"))
_GRADES = frozenset(("shadow", "assistant", "associate", "junior", "joint"))
_FOR_BODIES = WITH_PORTFOLIO | {"director", "secretary-general", "state"}
_PHRASE = 8  # words of a listed role
_AND = frozenset(("and", "&"))


def longer(here: Here, at: int, stop: int, sector: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Past role words that follow, "union president spokesman", or go on, "assistant secretary of state", but no
    rank, form of address or name."""
    tokens = here.unit.tokens
    while stop < len(tokens):
        if tokens[stop].start in here.starts:
            break
        onward = next(
            (
                end
                for n in range(stop - 1, max(at, stop - _PHRASE), -1)
                if (end := match(roles(), tokens, n)[0]) > stop
            ),
            0,
        )
        more, other = (onward, sector) if onward else match(roles(), tokens, stop)
        capital = tokens[stop].shape == "C" and (match(ranks(), tokens, stop)[0] or is_form(tokens[stop]))
        if not more or (capital and not onward):
            break
        stop, sector = more, other or sector
    return stop, sector


def widened(here: Here, at: int, stop: int, free: int) -> int:
    """Where a role begins with the words of its portfolio and its grade: "shipping minister", "Finance and Economy
    Minister", "first deputy speaker", "shadow chancellor"."""
    tokens, start = here.unit.tokens, at
    for n in range(max(free, at - 2), at):
        if tokens[n].shape == "C" and match(ranks(), tokens, n)[0] == stop:  # "Rear Admiral"
            return n
    with_portfolio = ungraded(tokens[stop - 1].low) in WITH_PORTFOLIO
    if with_portfolio and (stop - at == 1 or tokens[at].low in portfolios()):
        while start > free and _of_portfolio(here, start - 1, start < stop - 1):
            start -= 1
        start += tokens[start].low in _AND
        if start < at and tokens[start].shape != tokens[at].shape:  # "disputes over trade and Finance Minister"
            start = next((n + 1 for n in range(at - 1, start, -1) if tokens[n].low in _AND), start)
    if start > free and tokens[start - 1].end not in here.ends:
        first = tokens[start - 1].low == "first" and tokens[start].low in _FIRST
        start -= first or tokens[start - 1].low in _GRADES
    return start


def _of_portfolio(here: Here, at: int, more: bool) -> bool:
    token = here.unit.tokens[at]
    if token.end in here.ends:
        return False
    return ungraded(token.low) in portfolios() or (more and token.low in _AND)


def with_purpose(here: Here, at: int, stop: int) -> int:
    """Index after "of" or "for" and the words of a portfolio, "minister of health", "secretary of state for trade";
    else `stop`."""
    tokens, on = here.unit.tokens, stop + 1
    if stop >= len(tokens) or tokens[stop].low not in ("of", "for") or not _takes_purpose(tokens[at:stop]):
        return stop
    on += on < len(tokens) and tokens[on].low == "the"
    end = stop
    while on < len(tokens) and (
        tokens[on].low in portfolios() or (end > stop and tokens[on].text in ("and", ",", "&"))
    ):
        on += 1
        end = on if tokens[on - 1].low in portfolios() else end
    return end


def _takes_purpose(role: tuple[Token, ...]) -> bool:
    last = ungraded(role[-1].low)
    return last in _FOR_BODIES or last.endswith("secretary-general")
