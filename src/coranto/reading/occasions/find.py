"""Recurring occasions of one article: forums, summits, rounds of talks, sessions, anniversaries."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coranto.data import words
from coranto.parts import register
from coranto.reading.figures.numbers import ordinal
from coranto.reading.names.places import land_of
from coranto.reading.occasions.grammar import generic, heads, in_reach, is_talks, name_span, pattern, phrase_end
from coranto.reading.times.find import lowered
from coranto.text.normal import ascii_fold, straight
from coranto.types import TITLE, Article, Interval, OccasionMention, Occurrence, Time

_WORD = re.compile(r"(?:[A-Z]\.){2,5}|[^\W_][\w+&-]*")
_HELD = re.compile(
    r"\b(?:held|hosted|takes? place|took place|taking place|runs?|running|ran|scheduled|convened?|slated|due"
    r"|(?P<edge>open(?:s|ed)|kick(?:s|ed) off|conclude[sd]|end(?:ed|s)|close[sd]|begins|began|start(?:s|ed)))\b"
)
_SINCE = re.compile(
    r"\b(?:initiated|founded|established|launched|inaugurated|begun|created|first held|set up|held since"
    r"|held annually since|held every year since)(?: first)?(?: in)? ((?:1[89]|20)\d\d)\b"
)
_HOSTS = re.compile(
    r"\b(?:co-?)?(?:hosted|organi[sz]ed|sponsored|convened)(?: jointly)? by (?:the )?([^.;:()\n]{3,200})"
)
_HOST = re.compile(r"[A-Z][\w'&-]*(?: (?:(?:of|for|and|on|the) )*[A-Z][\w'&-]*)*")
_PLACE = re.compile(r"\bin (?:the )?([A-Z][\w'-]+(?:(?:, | )[A-Z][\w'-]+){0,2})")
_UNTIL = re.compile(r"\s?(?:to|through|until|till|-|–|and)\s?")
_NEAR = 90


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    name: str
    head: str
    ordinal: int


def series_key(name: str, head: str) -> str:
    """The folded key of a series: its telling words and its head, sorted; no ordinal, host capital or modifier.

    Countries and their adjectives become codes, so that "Russian and Chinese" and "China and Russia" agree.
    """
    own: list[str] = []
    capitals: list[str] = []
    for word in _pairs(_words(name)):
        lower = ascii_fold(word)
        if lower in words("figure-function-words") or lower == head or ordinal(word.lower()) or lower.isdigit():
            continue
        land = land_of(word) if word[0].isupper() else None
        (capitals if land and land.kind == "capital" else own).append(_folded(word))
    telling = [word for word in own if word not in generic()]
    kept = telling or [*capitals, *([] if capitals else own)]
    return " ".join(sorted({*kept, head} - {"round"}))


def _words(name: str) -> list[str]:
    """The words of a name; those joined by a hyphen apart where both are countries or peoples."""
    out: list[str] = []
    for match in _WORD.finditer(name):
        parts = match.group().split("-")
        whole = len(parts) == 1 or not all(part[:1].isupper() and land_of(part) for part in parts)
        out.extend([match.group()] if whole else parts)
    return [word for word in out if len(word) > 1]


def _folded(word: str) -> str:
    """A word of a name, with countries and their adjectives as codes and blocs by their usual name."""
    land = land_of(word) if word[0].isupper() else None
    if land is None or not land.code or land.kind not in ("country", "demonym", "bloc"):
        return ascii_fold(word)
    return ascii_fold(land.name).replace(" ", "-") if land.kind == "bloc" else land.code.lower()


def _pairs(found: list[str]) -> Iterator[str]:
    """Words, and two that name one country or bloc together ("United Nations") as one."""
    skip = False
    for word, following in zip(found, [*found[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        skip = word[0].isupper() and following[:1].isupper() and land_of(f"{word} {following}") is not None
        yield f"{word} {following}" if skip else word


def _hit(text: str, match: re.Match[str], stop: int) -> _Hit | None:
    """The occasion that a match of the grammar is, or None."""
    place = ordinal(match["n"].lower()) if match["n"] else 0
    if match["of"]:
        return _of_phrase(text, match, stop, place)
    if match["small"] or match["group"]:
        name = match["small"] or match["group"]
        if name.endswith(("press conference", "news conference", "video conference")):
            return None
        return _Hit(match.start(), match.end(), name, name.split()[-1].lower(), place)
    group = "name" if match["name"] else "named"
    span = name_span(text, match.start(group), match.end(group))
    if span is None:
        return None
    start, end, head = span
    name = text[start:end]
    if not place and (head not in heads("named") or not _proper(name, head)):
        return None
    return _Hit(match.start() if place else start, end, name, head, place)


def _proper(name: str, head: str) -> bool:
    """Whether a name without an ordinal has a telling word of its own before its head."""
    own = [word.lower() for word in _WORD.findall(name)]
    own = own[: own.index(head)] if head in own else own
    others = [word for word in own if word != head and not word.isdigit()]
    return len(others) > 1 or any(word not in generic() for word in others)


def _of_phrase(text: str, match: re.Match[str], stop: int, place: int) -> _Hit | None:
    head = match["of"].split()[-2]
    end = phrase_end(text, match.end("of"), stop, names_end=head not in ("round", "anniversary"))
    phrase = text[match.end("of") : end]
    if head == "round" and not is_talks(phrase):
        return None
    if head == "meeting" and place < 3:
        return None
    if not phrase or (head != "anniversary" and head != "round" and not any(char.isupper() for char in phrase)):
        return None
    if head == "edition":
        inner = name_span(text, match.end("of"), end)
        head = inner[2] if inner else head
    return _Hit(match.start(), end, f"{phrase} {head}" if head != "round" else phrase, head, place)


def _found(text: str, spans: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, _Hit | re.Match[str]]]:
    if not in_reach(lowered(text)):
        return
    plain, begins = straight(text), [begin for _, begin, _ in spans]
    match = pattern().search(plain)
    while match is not None:
        at, after = bisect_right(begins, match.start()) - 1, match.end()
        if at >= 0 and match.end() <= spans[at][2]:
            hit = None if match["again"] else _hit(plain, match, spans[at][2])
            if hit is not None:
                after = hit.end
                yield at, hit
            elif match["again"]:
                yield at, match
        match = pattern().search(plain, after)


def _held_on(text: str, end: int, stop: int, times: Sequence[Time]) -> Interval | None:
    """The days that the words after a mention give it ("is being held from May 3-5")."""
    cue = _HELD.search(text, end, min(stop, end + _NEAR))
    if cue is None:
        return None
    for index, time in enumerate(times):
        if cue.start() <= time.start <= cue.end() + _NEAR and time.end <= stop and time.interval is not None:
            days = _until(text, time.interval, times[index : index + 2])
            return None if cue["edge"] and days.days == 1 else days
    return None


def _until(text: str, days: Interval, pair: Sequence[Time]) -> Interval:
    """The days of the first time, and up to the second where "to" joins them."""
    until = pair[1].interval if len(pair) > 1 and _UNTIL.fullmatch(text, pair[0].end, pair[1].start) else None
    return Interval(days.start, max(days.end, until.end)) if until else days


def _hosts(text: str, end: int, stop: int) -> tuple[str, ...]:
    found = _HOSTS.search(text, end, stop)
    if found is None:
        return ()
    stated = _HOST.match(found.group(1))
    if stated is None:
        return ()
    parts = re.split(r",? and (?:the )?", stated.group())
    return tuple(parts) if len(parts) > 1 and all(" " in part for part in parts) else (stated.group(),)


def _place(text: str, end: int, stop: int) -> str:
    near = _PLACE.search(text, end, min(stop, end + 60))
    if near is None or re.search(r"[,;]|\b(?:and|which|who|that|said|by)\b", text[end : near.start()]):
        return ""
    return near.group(1) if near.group(1).split()[0].lower() not in words("figure-function-words") else ""


def _mention(text: str, span: tuple[int, int, int], hit: _Hit, times: Sequence[Time]) -> OccasionMention:
    sentence, _, stop = span
    since = _SINCE.search(text, hit.end, stop)
    return OccasionMention(
        sentence=sentence, start=hit.start, end=hit.end, text=text[hit.start : hit.end],
        occasion=Occurrence(name=hit.name, series=series_key(hit.name, hit.head), ordinal=hit.ordinal),
        interval=_held_on(text, hit.end, stop, times),
        since=since.group(1) if since else "", hosts=_hosts(text, hit.end, stop), place=_place(text, hit.end, stop),
    )  # fmt: skip


def _read(
    text: str, spans: Sequence[tuple[int, int, int]], times: Sequence[Time]
) -> tuple[list[OccasionMention], list[tuple[int, int, int]]]:
    """The named mentions of a text, and where "the forum" and the like stand."""
    by_sentence: dict[int, list[Time]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time)
    named, again = [], []
    for at, found in _found(text, spans):
        sentence = spans[at][0]
        if isinstance(found, re.Match):
            again.append((sentence, found.start(), found.end()))
        else:
            named.append(_mention(text, spans[at], found, by_sentence.get(sentence, ())))
    return named, again


def _shared(named: Sequence[OccasionMention]) -> list[OccasionMention]:
    """The mentions with the ordinal that the article gives their series, where it gives but one."""
    known: dict[str, set[int]] = {}
    for one in named:
        if one.occasion.ordinal:
            known.setdefault(one.occasion.series, set()).add(one.occasion.ordinal)
    out = []
    for one in named:
        given = known.get(one.occasion.series, set())
        if not one.occasion.ordinal and len(given) == 1:
            one = replace(one, occasion=replace(one.occasion, ordinal=min(given)))
        out.append(one)
    return out


def _backward(
    named: Sequence[OccasionMention], again: Sequence[tuple[int, int, int]], text: str
) -> Iterator[OccasionMention]:
    """Mentions by "the forum" where the article names one occasion of that head."""
    by_head: dict[str, dict[str, Occurrence]] = {}
    for one in named:
        for head in heads("named"):
            if head in one.occasion.series.split() and (one.occasion.ordinal or head != "summit"):
                by_head.setdefault(head, {}).setdefault(one.occasion.series, one.occasion)
    for sentence, start, end in again:
        known = by_head.get(text[start:end].split()[-1].lower(), {})
        if len(known) == 1:
            occasion = next(iter(known.values()))
            yield OccasionMention(sentence=sentence, start=start, end=end, text=text[start:end], occasion=occasion)


def _order(one: OccasionMention) -> tuple[int, int]:
    return one.sentence, one.start


@register("reading.occasions.v1")
def occasions(article: Article, times: Sequence[Time]) -> tuple[OccasionMention, ...]:
    """The recurring occasions of an article's title (sentence `TITLE`), then of its sentences, in order.

    `times` are those of `reading.times` for the same article; they date an occasion whose sentence says when
    it is held. An ordinal that one mention gives holds for the others of its series.
    """
    head, _ = _read(article.title, [(TITLE, 0, len(article.title))] if article.title else [], times)
    spans = [(sentence.index, sentence.start, sentence.end) for sentence in article.sentences]
    body, again = _read(article.text, spans, times)
    named = _shared([*head, *body])
    return tuple(sorted([*named, *_backward(named, again, article.text)], key=_order))
