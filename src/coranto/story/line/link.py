"""Storylines: the keys by which stories of weeks and years belong together.

Likeness of text fails at this, so membership is keyed: a pair of countries and what they deal with, a recurring
occasion, or the case of a person. The strongest key wins; a key that only one story has makes a storyline of one.
A story of none of them has none; what it may belong to is suggested (`coranto.story.line.suggest`).
"""

from collections import Counter
from collections.abc import Sequence

from coranto.parts import register
from coranto.story.group.agreement import topic_of
from coranto.story.line.case import case_of, spelled
from coranto.story.line.themes import OTHER, countries_of_words, country_names, is_country, theme_words, titles
from coranto.types import Slots, StorylineLink

_LEAST_SHARE = 0.18
_LEAST_THEME = 2.0
_OCCASION_SCORE = 0.6
_TERMS_LOOKED_AT = 40
_CASE_SCORE = 0.55
_OCCASION = "occasion"
_ANNIVERSARY = "anniversary"
_CASE = "case:"


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
    return ((one, two), share) if len(ranked) == 2 or _together(slots, one, two) else None


def _together(slots: Sequence[Slots], one: str, two: str) -> bool:
    """Whether some article tells of a deed between two countries, or names both in its title. Others that name
    more than two countries may only count or compare them."""
    for article in slots:
        if any(
            one in event.parties and two in event.parties for event in article.events if event.family != _OCCASION
        ):
            return True
        named = {countries_of_words().get(term) for term in article.title}
        if one in named and two in named:
            return True
    return False


def _occasions(slots: Sequence[Slots]) -> list[tuple[str, int]]:
    """Recurring occasions that articles lead with: series and latest edition; bare "talks" are of nobody, and an
    anniversary is a day that many mark."""
    found: dict[str, int] = {}
    for one in slots:
        for event in one.events:
            if event.lead and event.ordinal and topic_of(event.series) and _ANNIVERSARY not in event.series.split():
                found[event.series] = max(found.get(event.series, 0), event.ordinal)
    return sorted(found.items())


@register("story.link.v2")
def link(story: str, slots: Sequence[Slots]) -> tuple[StorylineLink, ...]:
    """The storylines a story belongs to by its articles' slots, the strongest first.

    Keys are `CHN+RUS:MIL` (two countries in order, a theme), `occasion:<series>` or `case:<person>`.
    """
    found: list[StorylineLink] = []
    pair = _pair(slots)
    if pair is not None:
        (one, two), share = pair
        theme, words = _theme(slots)
        reasons = [f"{_name(one)} and {_name(two)} are its main parties"]
        if words:
            reasons.append(f"it tells of {titles()[theme]}: {', '.join(words)}")
        score = round(min(1.0, 0.5 + share + (0.2 if words else 0.0)), 3)
        found.append(StorylineLink(story=story, key=f"{one}+{two}:{theme}", reasons=tuple(reasons), score=score))
    for series, ordinal in _occasions(slots):
        reason = f"it tells of edition {ordinal} of the {series}"
        found.append(StorylineLink(story=story, key=f"occasion:{series}", reasons=(reason,), score=_OCCASION_SCORE))
    if case := _case(slots):
        reason = f"it is about the case of {spelled(case, _shown(slots))}"
        found.append(StorylineLink(story=story, key=_CASE + case, reasons=(reason,), score=_CASE_SCORE))
    return tuple(sorted(found, key=_strongest))


def _strongest(link: StorylineLink) -> tuple[float, str]:
    return -link.score, link.key


def _case(slots: Sequence[Slots]) -> str:
    """The person whose case most articles of a story are about, where half of them or more are."""
    counts = Counter(case for one in slots if (case := case_of(one)))
    if not counts:
        return ""
    person = min(counts, key=lambda one: (-counts[one], one))
    return person if 2 * counts[person] >= len(slots) else ""


def _shown(slots: Sequence[Slots]) -> list[str]:
    return [word for one in slots for word in one.shown]


def _name(code: str) -> str:
    return country_names().get(code) or code


def line_title(key: str, slots: Sequence[Slots] = ()) -> str:
    """The title of a storyline by its key: "China and Russia: defence contacts"; a person is spelled as in one of
    its stories' slots."""
    if key.startswith("occasion:"):
        return key.removeprefix("occasion:").title()
    if key.startswith(_CASE):
        return f"The case of {spelled(key.removeprefix(_CASE), _shown(slots))}"
    pair, _, theme = key.partition(":")
    names = [_name(code) for code in pair.split("+")]
    return f"{' and '.join(names)}: {titles().get(theme, theme)}"
