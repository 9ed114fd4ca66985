"""Facts as labels see them, and who contradicts whom: articles that give another value than the others do."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coranto.story.show.moments import DAY, span
from coranto.types import Cite, Disagreement, Event, Figure, FigureValue, Statement, Variant

_NEAR = 0.1
_VAGUE = re.compile(r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_TITLE = 60
_WEEK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact as labels see it: where it is told, and the fields on which its reports differ."""

    id: str
    kind: Literal["event", "statement", "figure"]
    title: str
    cites: tuple[Cite, ...]
    splits: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """An article that gives another value than the others, with the words it gives it in."""

    article: str
    reason: str
    cite: Cite


def told(fact: Event | Statement | Figure) -> Told:
    """A fact of the record as labels see it."""
    if isinstance(fact, Event):
        return Told(id=fact.id, kind="event", title=fact.title, cites=fact.cites, splits=fact.disagreements)
    if isinstance(fact, Statement):
        return words_told(fact.id, fact.speaker.name if fact.speaker else "", fact.content, fact.cites)
    splits = (figure_split(fact.what or fact.unit or "this figure", fact.values),) if fact.differs else ()
    return Told(
        id=fact.id, kind="figure", title=_figure_title(fact), cites=fact.cites,
        splits=tuple(one for one in splits if len(one.values) > 1),
    )  # fmt: skip


def words_told(ident: str, speaker: str, content: Sequence[str], cites: tuple[Cite, ...]) -> Told:
    """A statement as labels see it."""
    words = " … ".join(content)
    return Told(id=ident, kind="statement", title=f"{speaker}: {words}" if speaker else words, cites=cites)


def _figure_title(fact: Figure) -> str:
    values = " or ".join(dict.fromkeys(value.text for value in fact.values))
    return values if fact.what in values else f"{fact.what}: {values}"


def figure_split(what: str, values: Sequence[FigureValue]) -> Disagreement:
    """The value of a figure that most articles give, and those that cannot be true beside it."""
    ranked = sorted(values, key=_support)
    main = ranked[0]
    others = [one for one in ranked[1:] if excludes(main, one)]
    return Disagreement(
        field=what, values=tuple(Variant(value=one.text, cites=one.cites) for one in (main, *others))
    )


def _support(value: FigureValue) -> tuple[int, float, str]:
    return -len({cite.article for cite in value.cites}), value.value, value.mod


def excludes(one: FigureValue, other: FigureValue) -> bool:
    """Whether two values of one measure cannot both be true: "over 20" leaves room for 25, not for 15; "thousands"
    is over a thousand."""
    (low, high), (bottom, top) = _reach(one), _reach(other)
    return high < bottom or top < low


def _reach(value: FigureValue) -> tuple[float, float]:
    if value.mod in ("over", "at-least") or _VAGUE.match(value.text):
        return value.value, float("inf")
    if value.mod in ("under", "at-most"):
        return float("-inf"), value.value
    slack = _NEAR * abs(value.value) if value.mod == "about" else 0.0
    return value.value - slack, value.value + slack


def departures(fact: Told, families: Mapping[str, str]) -> tuple[Departure, ...]:
    """The articles that give a value which fewer families of copies give than another, or as few: then both sides.

    An article that gives several values contradicts nobody: it reports that they differ. `families` holds the
    family of every article that counts.
    """
    found: dict[str, Departure] = {}
    for split in fact.splits:
        for one in _split(fact, split, families):
            found.setdefault(one.article, one)
    return tuple(found.values())


def _split(fact: Told, split: Disagreement, families: Mapping[str, str]) -> list[Departure]:
    sides = [
        (one.value, {cite.article: cite for cite in reversed(one.cites) if cite.article in families})
        for one in _apart(split)
    ]
    both = {ident for _, held in sides for ident in held if sum(ident in other for _, other in sides) > 1}
    homes = [{families[ident] for ident in held if ident not in both} for _, held in sides]
    found: list[Departure] = []
    for at, (value, held) in enumerate(sides):
        rivals = [n for n in range(len(sides)) if n != at and homes[n] - homes[at]]
        if not homes[at] or not rivals:
            continue
        best = max(rivals, key=lambda n: (len(homes[n]), -n))
        if len(homes[best]) < len(homes[at]):
            continue
        reason = _reason(fact, split.field, (value, sides[best][0]), len(homes[best] - homes[at]))
        found += [
            Departure(article=ident, reason=reason, cite=cite) for ident, cite in held.items() if ident not in both
        ]
    return found


def _apart(split: Disagreement) -> list[Variant]:
    """The values that truly exclude each other. Of dates those that no page prints by their number are left out
    where they may mean the same days as the one most articles give: they were read from words such as "last week",
    and a value that stands for a week is its Monday."""
    if split.field != "date":
        return list(split.values)
    main = min(split.values, key=_backing)
    return [one for one in split.values if one is main or _printed(one) or not _may_be(one.value, main.value)]


def _backing(variant: Variant) -> tuple[int, str]:
    return -len({cite.article for cite in variant.cites}), variant.value


def _printed(variant: Variant) -> bool:
    """Whether the number of the day stands beside the words that tell it."""
    number = re.compile(rf"\b0?{int(variant.value[8:10] or 0)}(?:st|nd|rd|th)?\b")
    return any(number.search(cite.prefix + cite.exact + cite.suffix) for cite in variant.cites)


def _may_be(one: str, other: str) -> bool:
    """Whether two ISO dates may mean the same days: a day on either side, a week from a Monday."""
    (low, high), (bottom, top) = _days(one), _days(other)
    return low <= top and bottom <= high


def _days(value: str) -> tuple[int, int]:
    at = span(value[:10])
    if at is None:
        return 0, 0
    first, end = at.start // DAY, at.end // DAY
    week = _WEEK if end - first == 1 and date.fromordinal(first).isoweekday() == 1 else 0
    return first - 1, end + week


def _reason(fact: Told, field: str, values: tuple[str, str], many: int) -> str:
    """`gives “12” for “people rescued”, 3 others “14”`."""
    own, other = values
    title = fact.title if len(fact.title) <= _TITLE else fact.title[:_TITLE].rsplit(" ", 1)[0] + " …"
    about = f"“{field}”" if fact.kind == "figure" else f"the {field} of “{title}”"
    whom = "another gives" if many == 1 else f"{many} others give"
    return f"gives “{own}” for {about} where {whom} “{other}”"
