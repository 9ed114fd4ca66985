"""Relays of one sentence: through whom the words came, as asides that can be cut out before the rest is read.

"Kyodo, citing officials, said", "in remarks carried by KCNA", "in an interview with the Times of Oman",
"as quoted by TASS", ", state television reported".
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from coranto.reading.speech.cues import forms, media, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.media import medium_end, medium_start
from coranto.reading.speech.phrases import WHEN, subject_after
from coranto.reading.speech.stack import holds

_RELAYED = word_set("relayed")
_TAILS = word_set("relay_tails")
_PAPERS = word_set("papers")
_GROUNDS = word_set("grounds")
_BE = word_set("be")
_CITING = {"citing": "cites", "quoting": "quotes"}
_CITED = {"cited": "cites", "quoted": "quotes"}
_LIVE = frozenset(("live", "first", "later", "widely", "earlier"))
_AIRED = frozenset(("carried", "aired", "broadcast", "televised", "relayed"))
_TALKING = frozenset(("interview", "interviews", "speaking", "spoke", "talking", "talked", "conversation"))
_FURTHEST = 24  # words of an aside
_TRIGGERS = _RELAYED | _TALKING | frozenset((*_CITING, *_CITED, "in", "on", "for", "by", "according"))
Able = Callable[[Span], bool]


class Relay(NamedTuple):
    """An aside: tokens `start..stop` to cut, whom it names, in what relation; `inner` when he is the source of the
    one who speaks, else he carries him."""

    start: int
    stop: int
    actor: Span
    relation: str
    inner: bool


def relays(line: Line, able: Able, person: Able) -> list[Relay]:
    """The asides of a sentence, left to right, never overlapping. `able` tells whether a span can speak, `person`
    whether it is a person's name."""
    stop = sentence_stop(line)
    found = _label(line, stop) if line.sentence < 0 else []
    tail = _tail(line, stop, person) if not found else None
    at, end = (found[0].stop, stop) if found and not found[0].start else (0, found[0].start if found else stop)
    label = found.pop() if found and found[0].start else None
    while at < end:
        one = _relay(line, at, stop, able, person) if line.word(at) in _TRIGGERS else None
        if one is not None and one.start >= (found[-1].stop if found else 0):
            found.append(one)
            at = max(one.stop, at + 1)
        else:
            at += 1
    last = label or tail
    if last is not None and (not found or found[-1].stop <= last.start or found[-1].inner):
        found.append(last)
    return found


def _label(line: Line, stop: int) -> list[Relay]:
    """The medium before or behind the colon of a headline: "Interfax: ...", "...: KCNA"."""
    end = medium_end(line, 0, stop)
    if end and line.tags[end : end + 1] == ":":
        return [Relay(0, end + 1, chars(line, 0, end), "reports", False)]
    colon = line.tags.rfind(":", 0, stop)
    if 2 < colon < stop - 1 and medium_end(line, colon + 1, stop) == stop:
        return [Relay(colon, stop, chars(line, colon + 1, stop), "reports", False)]
    return []


def without(line: Line, found: list[Relay]) -> Line:
    """The sentence without its asides."""
    cut = {at for one in found for at in range(one.start, one.stop)}
    kept = [at for at in range(len(line.tokens)) if at not in cut]
    if not kept or not cut:
        return line
    tokens = tuple(line.tokens[at] for at in kept)
    tags = "".join(line.tags[at] for at in kept)
    return replace(line, tokens=tokens, tags=tags, start=tokens[0].start, end=tokens[-1].end)


def _relay(line: Line, at: int, stop: int, able: Able, person: Able) -> Relay | None:
    word = line.word(at)
    if line.inside(at):
        return None
    if word == "according" and at > 2 and line.tags[at - 2 : at] == "I,":
        return _within(line, at, stop)
    if word in _CITING or (word in _CITED and at > 1 and line.word(at - 1) == "which"):
        return _cited(line, at, stop, able)
    after = line.word(at + 1) if at + 1 < stop else ""
    through = _through(line, at, stop) if word in _RELAYED else at
    if through > at:
        return _carried(line, at, through + 1, person)
    if word in _TALKING and after in ("with", "to", "on"):
        return _interview(line, at, stop)
    if word in ("in", "on", "for", "by") and at and _brings(line, at):
        return _plain(line, at, stop)
    if word == "on" and [line.word(n) for n in range(at, min(at + 4, stop))][-2:] == ["of", "anonymity"]:
        return _unnamed(line, at, stop)
    return None


def _cited(line: Line, at: int, stop: int, able: Able) -> Relay | None:
    """ ", citing two people familiar with the matter,": up to the comma, "that" or mark that ends it."""
    word = line.word(at)
    begin = at - (word in _CITED)
    before = line.tags[begin - 1] if begin else ","
    if before not in ",-" and not (forms().get(line.word(at - 1)) and line.tags[at - 1] in "VE"):
        return None
    first, last = subject_after(line.tags, line.tokens, at + 1, stop)
    comma = line.tags.find(",", first, last)
    if comma > first and (before == "," or line.tags[comma - 1] != "M"):
        last = comma  # an apposition only behind a name, and never in an aside between commas
    while last > first + 1 and line.tags[last - 1] == "O":
        last -= 1
    end = last
    while end < stop and end - at < _FURTHEST and line.tags[end] not in ',;:"-I':
        if line.word(end) == "as" and end + 1 < stop and line.tokens[end + 1].text.endswith("ing"):
            return None
        end += 1
    actor = chars(line, first, last)
    if last <= first or not (_papers(line, first, last) or _by_medium(line, (begin, end), stop)):
        return None
    if _ground(line, first, last) and not (_papers(line, first, last) or able(actor)):
        return None
    start = begin - (before in ",-" and begin > 0)
    follows = line.tags[end + 1 : end + 2]
    if end < stop and line.tags[end] in ",-" and (not begin or follows in ("I", "V", "X", "R", "E")):
        end += 1
    return Relay(start, end, actor, (_CITING | _CITED)[word], True)


def _by_medium(line: Line, aside: tuple[int, int], stop: int) -> bool:
    """Whether a medium speaks beside the words `aside`: "Kyodo, citing ...", "Citing ..., PAP said",
    "TASS reported on Friday, citing ..."."""
    begin, end = aside
    if not begin:
        return end + 1 < stop and medium_end(line, end + 1, stop) > end + 1
    for back in range(begin, max(0, begin - 7), -1):
        told = back == begin or line.tags[back] in ",-" or line.word(back) in _TAILS
        if told and medium_start(line, back, 0) < back:
            return True
    return False


def _within(line: Line, at: int, stop: int) -> Relay | None:
    """ "reported that, according to the coast guard, the ship": the source of what another says."""
    comma = line.tags.find(",", at, stop)
    if comma < at + 3:
        return None
    return Relay(at - 1, comma + 1, chars(line, at + 2, comma), "reports", True)


def _ground(line: Line, first: int, last: int) -> bool:
    """Whether what is cited is a reason ("bad weather", "a lack of funds") rather than somebody."""
    if not any(line.tags[at] in "DM#" for at in range(first, last)):
        return True
    return any(line.word(at) in _GROUNDS for at in range(first, last))


def _papers(line: Line, first: int, last: int) -> bool:
    return any(line.word(at) in _PAPERS for at in range(first, last))


def _through(line: Line, at: int, stop: int) -> int:
    """The "by", "in" or "on" behind a participle, past "live" and "on Sunday"; `at` when there is none."""
    to = at + 1
    while to < min(stop, at + 4) and (line.word(to) in _LIVE or line.word(to) in WHEN):
        to += 1
    if to + 2 < stop and line.word(to) in ("on", "late", "early") and line.word(to + 1) in WHEN:
        to += 2
    return to if to < stop and line.word(to) in ("by", "in", "on") else at


def _carried(line: Line, at: int, first: int, person: Able) -> Relay | None:
    """ "carried by KCNA", "as quoted by TASS", ", in remarks published by Izvestia,": the name is at `first`."""
    stop = sentence_stop(line)
    word = line.word(at)
    end = medium_end(line, first, stop)
    if end == first and line.word(first - 1) == "by" and word in _AIRED | {"reported", "published"}:
        end = _unlisted(line, first, stop, None if word in _AIRED else person)
    before = line.word(at - 1) if at else ""
    if end == first or (before in _BE and word in _CITED and line.word(min(end, stop - 1)) == "as"):
        return None
    relation = _CITED.get(word, "reports")
    actor = chars(line, first, end)
    if before in _BE:
        return Relay(at + 1, end, actor, relation, False)
    start = _aside_start(line, at)
    return _aside(line, Relay(start, end, actor, relation, False), stop)


def _unlisted(line: Line, at: int, stop: int, person: Able | None) -> int:
    """Where a name of one or two words ends that is no `person`'s: an agency or channel nobody listed."""
    end = at
    while end < stop and line.tags[end] == "M":
        end += 1
    return end if at < end <= at + 2 and not (person and person(chars(line, at, end))) else at


def _aside(line: Line, one: Relay, stop: int) -> Relay:
    """The aside with its day and the commas around it."""
    start, end = one.start, one.stop
    if end + 1 < stop and line.word(end) == "on" and line.word(end + 1).endswith("day"):
        end += 2
    if start and line.tags[start - 1] == "," and (end >= stop or line.tags[end] in ',"'):
        start -= 1
        end += end < stop and line.tags[end] == ","
    elif not start and end < stop and line.tags[end] == ",":
        end += 1
    return one._replace(start=start, stop=end)


def _aside_start(line: Line, at: int) -> int:
    """Where an aside begins that ends in "carried by": at "as", or at "in remarks" between commas."""
    if at and line.word(at - 1) == "as":
        return at - 1
    back = at
    while back and at - back < 6 and line.tags[back - 1] in "NADG":
        back -= 1
    opens = back < at and back and line.word(back - 1) in ("in", "during", "to")
    if opens and (back == 1 or line.tags[back - 2] in ',"') and {line.word(n) for n in range(back, at)} & media():
        return back - 1
    return at


def _interview(line: Line, at: int, stop: int) -> Relay | None:
    """ "in an interview with the Times of Oman", "speaking to Kyodo News,"."""
    end = medium_end(line, at + 2, stop)
    if end == at + 2:
        return None
    actor = chars(line, at + 2, end)
    if line.tags[at] == "G":
        return _aside(line, Relay(at, end, actor, "reports", False), stop)
    start = _aside_start(line, at + 1)
    return _aside(line, Relay(start if start <= at else at + 1, end, actor, "reports", False), stop)


def _brings(line: Line, at: int) -> bool:
    """Whether "in", "on" or "by" here stands behind a verb of saying or a noun for what is said."""
    before = line.word(at - 1)
    if line.word(at) == "by":
        return before == "saying" and at > 2 and line.word(at - 2) == "as"
    return before in ("said", "wrote", "writes", "says", "writing", "saying") or before in media()


def _plain(line: Line, at: int, stop: int) -> Relay | None:
    """ "wrote in the Daily Nation", "said on state television", "quoted as saying by the Daily Nation"."""
    end = medium_end(line, at + 1, stop)
    if end == at + 1:
        return None
    if at == 1 and line.word(0) == "writing":
        return _aside(line, Relay(0, end, chars(line, 2, end), "reports", False), stop)
    relation = _CITED.get(line.word(at - 3), "reports") if line.word(at - 1) == "saying" else "reports"
    return Relay(at, end, chars(line, at + 1, end), relation, False)


def _unnamed(line: Line, at: int, stop: int) -> Relay | None:
    """ "on condition of anonymity" before what is said: names nobody, and is cut."""
    end = at + 4 if line.word(at + 3) == "anonymity" else at + 3
    if end >= stop or line.tags[end] not in "I,":
        return None
    return Relay(at, end, (0, 0), "", False)


def _tail(line: Line, stop: int, person: Able) -> Relay | None:
    """ ", state television reported on Monday" behind what somebody says, and " - Bernama" behind a headline."""
    low = max(0, stop - _FURTHEST)
    for verb in range(stop - 1, low, -1):
        if line.tags[verb] == "-" and line.sentence < 0 and medium_end(line, verb + 1, stop) == stop > verb + 1:
            return Relay(verb, stop, chars(line, verb + 1, stop), "reports", False)
        if line.word(verb) in _TAILS and _rest(line, verb + 1, stop) and not line.inside(verb):
            start = medium_start(line, verb, low)
            if start == verb and line.tags[verb - 1] == "M" and line.word(verb).startswith("report"):
                comma = line.tags.rfind(",", low, verb)
                start = comma + 1 if comma > 0 and _unlisted(line, comma + 1, verb, person) == verb else verb
            if start < verb and start > 3 and line.tags[start - 1] in ",-":
                return Relay(start - 1, stop, chars(line, start, verb), "reports", False)
    return None


def _rest(line: Line, at: int, stop: int) -> bool:
    """Whether a tail goes on with no more than a day, a place or "him as saying"."""
    words = [line.word(n) for n in range(at, stop)]
    if words[-2:] == ["as", "saying"] and len(words) == 3:
        return True
    cited = next((n for n, word in enumerate(words) if word in _CITING), len(words))
    return cited <= 4 and not any(line.tags[n] in "VXIB" for n in range(at, at + cited))


def attach(line: Line, found: list[Frame], asides: list[Relay]) -> list[Frame]:
    """The frames of a sentence with the relays that its asides name: carriers put before the outermost frame,
    sources as frames of their own with the words of the one who cites them."""
    for one in asides:
        main = _main(line, found, one)
        if main is None or not one.relation:
            continue
        if not one.inner:
            main.carriers.insert(0, (line.text[slice(*one.actor)], one.actor, one.relation))
            continue
        first = chars(line, one.start, one.stop)[0]
        cue = first, first
        for token in line.tokens[one.start : one.stop]:
            if token.low in ("according", *_CITING, *_CITED):
                cue = token.start, token.end
        source = Frame(one.actor, cue, list(main.content), None, "quoting")
        source.carriers = [*main.carriers, (line.text[slice(*main.subject)], main.subject, one.relation)]
        main.relation = one.relation
        found.insert(found.index(main) + 1, source)
    return found


def _main(line: Line, found: list[Frame], one: Relay) -> Frame | None:
    """The outermost frame that an aside belongs to: the last one begun before it, else the first."""
    held = [frame for frame in found if any(holds(other, frame) for other in found if other is not frame)]
    outer = [frame for frame in found if frame.subject[0] < frame.subject[1] and frame not in held]
    at = line.tokens[one.start].start
    if one.inner:
        before = [frame for frame in outer if frame.subject[0] <= at]
        return before[-1] if before else outer[0] if outer else None
    before = [frame for frame in outer if min(frame.cue[0], frame.subject[0]) <= at]
    return before[-1] if before else outer[0] if outer else None
