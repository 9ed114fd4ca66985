"""Storylines: the keys by which stories of weeks and years belong together.

Likeness of text fails at this, so membership is keyed: a pair of countries and what they deal with, or a
recurring occasion. The strongest key wins; a key that only one story has makes a storyline of one. A story
of fewer than two countries and no occasion has none.
"""

from collections import Counter
from collections.abc import Sequence

from coranto.parts import register
from coranto.story.agreement import topic_of
from coranto.story.themes import OTHER, country_names, is_country, theme_words, titles
from coranto.types import Slots, StorylineLink

_LEAST_SHARE = 0.18
_LEAST_THEME = 2.0
_OCCASION_SCORE = 0.6
_TERMS_LOOKED_AT = 40


def _parties(slots: Sequence[Slots]) -> Counter[str]:
    """How much each country counts in a story: by its rank among the actors and by its lead events."""
    counts: Counter[str] = Counter()
    for one in slots:
        countries = [actor for actor in one.actors if is_country(actor)]
        for rank, code in enumerate(countries[:6]):
            counts[code] += 6 - rank
        for event in one.events:
            if event.lead and len(event.parties) > 1:
                counts.update(code for code in event.parties if is_country(code))
    return counts


def _theme(slots: Sequence[Slots]) -> tuple[str, tuple[str, ...]]:
    """The theme of a story and the words that tell it."""
    weights: dict[str, float] = {}
    telling: dict[str, Counter[str]] = {}
    for one in slots:
        words = {term: word for (term, _), word in zip(one.terms, one.shown, strict=False)}
        for term, weight in (*one.terms[:_TERMS_LOOKED_AT], *((term, 1.0) for term in one.title)):
            for code in theme_words().get(term, ()):
                weights[code] = weights.get(code, 0.0) + weight
                telling.setdefault(code, Counter())[words.get(term, term)] += 1
    order = list(titles())
    ranked = sorted(
        (code for code in weights if code != OTHER), key=lambda code: (-weights[code], order.index(code))
    )
    if ranked and weights[ranked[0]] >= _LEAST_THEME * max(1, len(slots)):
        counts = telling[ranked[0]]
        return ranked[0], tuple(sorted(counts, key=lambda word: (-counts[word], word))[:4])
    return OTHER, ()


def _pair(slots: Sequence[Slots]) -> tuple[tuple[str, str], float] | None:
    counts = _parties(slots)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if len(ranked) < 2:
        return None
    share = counts[ranked[1]] / sum(counts.values())
    if share < _LEAST_SHARE:
        return None
    one, two = sorted(ranked[:2])
    return (one, two), share


def _occasions(slots: Sequence[Slots]) -> list[tuple[str, int]]:
    """Recurring occasions that articles lead with: series and latest edition; bare "talks" are of nobody."""
    found: dict[str, int] = {}
    for one in slots:
        for event in one.events:
            if event.lead and event.ordinal and topic_of(event.series):
                found[event.series] = max(found.get(event.series, 0), event.ordinal)
    return sorted(found.items())


@register("story.link.v1")
def link(story: str, slots: Sequence[Slots]) -> tuple[StorylineLink, ...]:
    """The storylines a story belongs to by its articles' slots, the strongest first.

    Keys are `CHN+RUS:MIL` (two countries in order, a theme) or `occasion:<series>`.
    """
    found: list[StorylineLink] = []
    back = tuple(f'it looks back: "{phrase}"' for one in slots for phrase in one.back[:1])[:2]
    pair = _pair(slots)
    if pair is not None:
        (one, two), share = pair
        theme, words = _theme(slots)
        reasons = [f"{_name(one)} and {_name(two)} are its main parties"]
        if words:
            reasons.append(f"it tells of {titles()[theme]}: {', '.join(words)}")
        score = round(min(1.0, 0.5 + share + (0.2 if words else 0.0)), 3)
        found.append(StorylineLink(story=story, key=f"{one}+{two}:{theme}", reasons=(*reasons, *back), score=score))
    for series, ordinal in _occasions(slots):
        reason = f"it tells of edition {ordinal} of the {series}"
        found.append(StorylineLink(story=story, key=f"occasion:{series}", reasons=(reason,), score=_OCCASION_SCORE))
    return tuple(sorted(found, key=lambda link: (-link.score, link.key)))


def _name(code: str) -> str:
    return country_names().get(code) or code


def line_title(key: str) -> str:
    """The title of a storyline by its key: "China and Russia: defence contacts"."""
    if key.startswith("occasion:"):
        return key.removeprefix("occasion:").title()
    pair, _, theme = key.partition(":")
    names = [_name(code) for code in pair.split("+")]
    return f"{' and '.join(names)}: {titles().get(theme, theme)}"
