"""Figures: the values given for one measure in one story, side by side, and whether they exclude each other."""

from collections.abc import Sequence
from itertools import combinations

from coranto.parts import register
from coranto.record.bearer import most
from coranto.record.overlap import share, squashed, stems
from coranto.record.source import Source, cites, ordered, sentence_text
from coranto.types import Cite, Figure, FigureMention, FigureValue
from coranto.types.ids import digest

ALIKE = 0.3
"""The share of content stems that two sentences must have in common for their figures to contradict each other."""
COMPARED = 60
"""Mentions of one measure that are compared pair by pair."""
ROUND = 0.1
"""How far "about" reaches, as a share of the value."""

Seen = tuple[Source, FigureMention]


@register("record.figures.v2")
def figures(sources: Sequence[Source]) -> tuple[Figure, ...]:
    """The figures of all sources by story and measure. `differs` only when two values can't both be true."""
    groups: dict[tuple[str, str], list[Seen]] = {}
    for source in ordered(sources):
        for mention in source.reading.figures:
            if mention.measure:
                scope = source.story or source.article.id
                groups.setdefault((scope, _measure(source, mention)), []).append((source, mention))
    made = (_figure(story, measure, groups[story, measure]) for story, measure in sorted(groups))
    return tuple(sorted((one for one in made if one is not None), key=_ident))


def _measure(source: Source, mention: FigureMention) -> str:
    """The measure of a mention; one of which nothing is said is a measure of its own, shared only by copies of its
    sentence."""
    base = mention.measure.removesuffix(mention.id)
    if base == mention.measure:
        return mention.measure
    told = sentence_text(source.article, mention.sentence, mention.start)
    return base + digest("fgm", mention.text, squashed(told))


def _ident(fact: Figure) -> str:
    return fact.id


def _figure(story: str, measure: str, seen: Sequence[Seen]) -> Figure | None:
    values: dict[tuple[float, str], list[Seen]] = {}
    for source, mention in seen:
        values.setdefault((mention.value, mention.mod), []).append((source, mention))
    quoted = tuple(cite for one in seen for cite in _cites(one))
    if not quoted:
        return None
    return Figure(
        id=digest("fig", story, measure),
        measure=measure,
        what=most(mention.what or mention.of for _, mention in seen),
        unit=most(mention.unit for _, mention in seen),
        story=seen[0][0].story,
        values=tuple(_value(values[key]) for key in sorted(values)),
        differs=any(_exclude(left, right) for left, right in combinations(_telling(seen), 2)),
        cites=quoted,
    )


def _telling(seen: Sequence[Seen]) -> list[tuple[tuple[float, float], frozenset[str]]]:
    """The ranges that the mentions allow with the words around each, every pair once, a bounded number."""
    pairs = dict.fromkeys(
        (reach(one), stems(sentence_text(source.article, one.sentence, one.start))) for source, one in seen
    )
    return list(pairs)[:COMPARED]


def _exclude(
    left: tuple[tuple[float, float], frozenset[str]], right: tuple[tuple[float, float], frozenset[str]]
) -> bool:
    """Whether two values can't both be true, and their sentences are about the same thing."""
    (low, high), words = left
    (bottom, top), others = right
    return (high < bottom or top < low) and share(words, others) >= ALIKE


def _cites(seen: Seen) -> tuple[Cite, ...]:
    source, mention = seen
    return cites(source.article, [(mention.sentence, mention.start, mention.end)])


def _value(seen: Sequence[Seen]) -> FigureValue:
    _, first = seen[0]
    return FigureValue(
        value=first.value,
        mod=first.mod,
        text=first.text,
        said_by=most(_said_by(one) for one in seen),
        cites=tuple(cite for one in seen for cite in _cites(one)),
    )


def _said_by(seen: Seen) -> str:
    """Who is said to give the figure: the speaker of the statement around it, else the outlet."""
    source, mention = seen
    for statement in source.reading.statements:
        inside = statement.start <= mention.start and mention.end <= statement.end
        if inside and statement.sentence == mention.sentence and statement.speaker is not None:
            return statement.speaker.name or statement.speaker.organisation
    return source.article.outlet


def reach(mention: FigureMention) -> tuple[float, float]:
    """The values that a figure allows: `over 1,800` allows all from there on, `about` a tenth either way."""
    low = mention.value if mention.low is None else mention.low
    high = mention.value if mention.high is None else mention.high
    if mention.mod in ("over", "at-least"):
        return low, float("inf")
    if mention.mod in ("under", "at-most"):
        return float("-inf"), high
    if mention.mod == "about":
        return low - ROUND * abs(low), high + ROUND * abs(high)
    return low, high
