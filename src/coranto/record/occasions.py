"""Recurring occasions: their names, hosts and editions, printed or counted back."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from coranto.parts import register
from coranto.record.bearer import most
from coranto.record.countries import codes
from coranto.record.editions import Held, looked_back
from coranto.record.phrases import word_set
from coranto.record.source import Source, ordered, published
from coranto.record.when import iso
from coranto.types import Edition, Interval, Occasion, OccasionMention
from coranto.types.ids import digest

_QUOTES = re.compile(r"[\"“”‘]|’(?!s)")


@register("record.occasions.v1")
def occasions(sources: Sequence[Source]) -> tuple[Occasion, ...]:
    """The recurring occasions of all sources, by id.

    Series whose names differ by added words ("X Forum", "X Security Forum") are one when an article family,
    story or ordinal ties them. An edition dated but not numbered that comes before a numbered one is counted
    back from it and marked `inferred`.
    """
    held = ordered(sources)
    mentions = [(source, mention) for source in held for mention in source.reading.occasions]
    names = _joined(mentions)
    made = []
    for series in sorted(set(names.values())):
        own = [(source, mention) for source, mention in mentions if names[mention.occasion.series] == series]
        found = _occasion(series, own, [*_events(held, names, series), *looked_back(own)])
        if found is not None:
            made.append(found)
    return tuple(sorted(made, key=_ident))


def _ident(fact: Occasion) -> str:
    return fact.id


def _joined(mentions: Sequence[tuple[Source, OccasionMention]]) -> dict[str, str]:
    """For each series the series it is counted under: the shorter name that its words contain, when tied."""
    ties: dict[str, set[str]] = {}
    for source, mention in mentions:
        occasion = mention.occasion
        marks = {f"s:{source.story}"} if source.story else set()
        if occasion.ordinal:
            marks.add(f"o:{occasion.ordinal}")
        ties.setdefault(occasion.series, set()).update(marks)
    shorter = sorted(ties, key=_length)
    joined: dict[str, str] = {}
    for series in shorter:
        words = set(series.split())
        fits = [
            other
            for other in shorter
            if other != series
            and len(other.split()) > 1
            and set(other.split()) < words
            and ties[other] & ties[series]
        ]
        joined[series] = joined.get(fits[0], fits[0]) if fits else series
    return _rounds_joined(joined, ties)


def _rounds_joined(joined: dict[str, str], ties: Mapping[str, Set[str]]) -> dict[str, str]:
    """Rounds of talks under the fullest name tied to them: "the consultations" are those on herring told beside."""
    rounds = sorted({one for one in joined.values() if _talks(one)}, key=_core_length)
    home: dict[str, str] = {}
    for series in rounds:
        fits = [one for one in rounds if _core(series) < _core(one) and ties[one] & ties[series]]
        home[series] = fits[-1] if fits else series
    for series in rounds:
        core = _core(home[series])
        same = [one for one in rounds if core and _core(one) == core]
        home[series] = min(same, default=home[series])
    return {series: home.get(joined[series], joined[series]) for series in joined}


def _talks(series: str) -> bool:
    return not word_set("talks").isdisjoint(series.split())


def _core(series: str) -> frozenset[str]:
    """What the talks are about: the words of a series without those for talks and those who hold them."""
    return frozenset(
        word for word in series.split() if word not in word_set("talks") and word.upper() not in codes()
    )


def _core_length(series: str) -> tuple[int, str]:
    return len(_core(series)), series


def _length(series: str) -> tuple[int, str]:
    return (len(series.split()), series)


def _events(sources: Sequence[Source], names: dict[str, str], series: str) -> list[Held]:
    """Event mentions at an edition: their days say when it was, where nothing better is known."""
    return [
        Held(
            source=source,
            occasion=event.occasion,
            spot=(event.sentence, event.start, event.end),
            interval=event.interval,
            place=event.place.resolved_place if event.place else "",
        )
        for source in sources
        for event in source.reading.events
        if event.occasion is not None and names.get(event.occasion.series, event.occasion.series) == series
    ]


def _occasion(series: str, own: Sequence[tuple[Source, OccasionMention]], events: list[Held]) -> Occasion | None:
    held = [_held(source, mention) for source, mention in own]
    quoted = tuple(cite for one in held for cite in one.cites)
    if not quoted:
        return None
    forms = Counter(_QUOTES.sub("", mention.occasion.name).strip(" '’") for _, mention in own)
    name = min(forms, key=lambda form: (_is_bare(form), -forms[form], len(form), form))
    hosts = tuple(dict.fromkeys(host for _, mention in own for host in mention.hosts))
    return Occasion(
        id=digest("occ", series),
        name=name,
        series=series,
        aliases=tuple(sorted({form for form in forms if form != name})),
        since=most(mention.since for _, mention in own),
        hosts=hosts,
        editions=_editions(held, events),
        articles=tuple(dict.fromkeys(source.article.id for source, _ in own)),
        cites=quoted,
    )


def _is_bare(form: str) -> bool:
    """Whether a name says too little by itself: "their consultations", "talks"."""
    words = form.casefold().split()
    if not words:
        return True
    return words[0] in word_set("loose") or words[-1] == "held" or not set(words) - word_set("talks")


def _held(source: Source, mention: OccasionMention) -> Held:
    return Held(
        source=source,
        occasion=mention.occasion,
        spot=(mention.sentence, mention.start, mention.end),
        interval=mention.interval,
        place=mention.place,
        exact=True,
    )


def _editions(held: Sequence[Held], events: Sequence[Held]) -> tuple[Edition, ...]:
    everything = [*held, *events]
    numbered: dict[int, list[Held]] = {}
    for one in everything:
        if one.occasion.ordinal:
            numbered.setdefault(one.occasion.ordinal, []).append(one)
    found = [_edition(ordinal, numbered[ordinal]) for ordinal in sorted(numbered)]
    loose = [one for one in everything if not one.occasion.ordinal and one.interval is not None]
    return tuple(sorted((*found, *_earlier(found, loose)), key=_ordinal))


def _ordinal(edition: Edition) -> int:
    return edition.ordinal


def _edition(ordinal: int, held: Sequence[Held]) -> Edition:
    interval = _interval(held)
    return Edition(
        ordinal=ordinal,
        date=iso(interval) if interval else "",
        enddate=interval.last.isoformat() if interval and interval.days > 1 else "",
        place=most(one.place for one in held),
        cites=tuple(cite for one in held for cite in one.cites),
    )


def _interval(held: Sequence[Held]) -> Interval | None:
    """The dates said of the edition itself, else the days of what happened at it, else the publication's year."""
    exact = [one.interval for one in held if one.interval and one.exact]
    if exact:
        return Counter(exact).most_common(1)[0][0] if len(set(exact)) == 1 else min(exact, key=_span)
    days = [one.interval for one in held if one.interval]
    if days:
        return Interval(min(day.start for day in days), max(day.end for day in days))
    return None


def _span(interval: Interval) -> tuple[bool, int, str]:
    """A run of days tells the dates of an edition better than one day of it; a month or more tells less."""
    return (
        interval.days > 27,
        -interval.days if interval.days <= 27 else interval.days,
        interval.start.isoformat(),
    )


def _earlier(found: Sequence[Edition], loose: Sequence[Held]) -> list[Edition]:
    """Editions dated but not numbered, counted back from the first numbered one, one a year."""
    if not found:
        return []
    first = found[0]
    bound = first.date[:4] or _printed_year(loose)
    years: dict[str, list[Held]] = {}
    for one in loose:
        if one.interval is not None and one.interval.days <= 366 and one.interval.start.isoformat()[:4] < bound:
            years.setdefault(one.interval.start.isoformat()[:4], []).append(one)
    made = []
    for back, year in enumerate(sorted(years, reverse=True), start=1):
        if first.ordinal - back < 1:
            break
        seen = years[year]
        made.append(
            Edition(
                ordinal=first.ordinal - back,
                date=year,
                place=most(one.place for one in seen),
                inferred=True,
                cites=tuple(cite for one in seen for cite in one.cites),
            )
        )
    return made


def _printed_year(held: Sequence[Held]) -> str:
    days = [published(one.source) for one in held]
    return max((day.start.isoformat()[:4] for day in days if day), default="9999")
