"""Statements that say what another one says: to labels they are one fact, whatever the record keeps of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coranto.story.show.contrast import Told
from coranto.text.normal import straight
from coranto.text.tokens import words

_RUN = 3
_ENOUGH = 0.8
_TELLING = 8
"""More statements than this that hold a run of words make it a phrase of the speaker's, which tells nothing."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement of one speaker as labels see it, with its words alone."""

    told: Told
    speaker: str
    content: str


def without_echoes(said: Sequence[Spoken]) -> list[Told]:
    """The statements, the longest first, each with the cites of those that repeat it: of the same speaker (by the
    last word of the name), with four fifths of their runs of three words in it. Linear in the words."""
    leads: dict[str, Told] = {}
    places: dict[tuple[str, ...], list[str]] = {}
    for one in sorted(said, key=_longest):
        runs = _runs(one)
        seen = Counter(lead for run in runs for lead in places.get(run, ()))
        best = min(seen, key=lambda lead: (-seen[lead], lead), default="")
        if best and seen[best] >= _ENOUGH * len(runs):
            leads[best] = replace(leads[best], cites=leads[best].cites + one.told.cites)
            continue
        leads[one.told.id] = one.told
        for run in runs:
            held = places.setdefault(run, [])
            if len(held) < _TELLING:
                held.append(one.told.id)
    return list(leads.values())


def _longest(one: Spoken) -> tuple[int, str]:
    return -len(one.content), one.told.id


def _runs(one: Spoken) -> set[tuple[str, ...]]:
    """The runs of three words of a statement, each behind its speaker's last name."""
    who = straight(one.speaker).casefold().split()[-1:]
    found = words(straight(one.content).casefold())
    ends = range(max(1, len(found) - _RUN + 1))
    return {(*who, *found[at : at + _RUN]) for at in ends}
