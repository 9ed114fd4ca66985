"""What is told as somebody's word without a verb of saying: "reportedly", "seems", "in a poll", "in her view"."""

from coranto.reading.speech.clauses import clause_end
from coranto.reading.speech.cues import Cue, Hit, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.phrases import subject_after, subject_before, verb_start

_ADVERBS = word_set("hearsay")
_SEEMS = word_set("seems")
_POLLS = word_set("polls")
_VIEWS = word_set("views")
_OWNERS = frozenset(("his", "her", "their", "its", "my", "our"))
_CUE = Cue("seem", "claim", "that", True, True, False, False)
_HINTS = _ADVERBS | _SEEMS | {"in"}
_FAR = 12  # words between "in" and the poll it names


def hedged(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames of a sentence's hedges, where no other frame has their words as its cue."""
    out: list[Frame] = []
    hinted = [at for at, token in enumerate(line.tokens) if token.low in _HINTS]
    stop = sentence_stop(line) if hinted else 0
    for at in hinted:
        if at >= stop:
            break
        word = line.word(at)
        frame = None
        if word in _ADVERBS and not line.inside(at):
            frame = _adverb(line, at, stop)
        elif word in _SEEMS and line.tags[at] in "VB" and not line.inside(at):
            frame = _seems(line, at, stop)
        elif word == "in" and not line.inside(at):
            frame = _within(line, at, stop)
        if frame is not None and not any(one.cue[0] < frame.cue[1] and frame.cue[0] < one.cue[1] for one in found):
            out.append(frame)
    return out


def _seems(line: Line, at: int, stop: int) -> Frame | None:
    """ "The ship seems to be late": nobody in sight says so."""
    if at + 2 >= stop or (line.tags[at + 1] not in "TIA" and line.word(at + 1) not in ("like", "as")):
        return None
    found = _told(line, at, stop)
    if found is None:
        return None
    verb, topic, end = found
    content = [chars(line, *topic), chars(line, at + 1, end)]
    return Frame((0, 0), chars(line, verb, at + 1), content, Hit(at, at + 1, _CUE), "hedged")


def _adverb(line: Line, at: int, stop: int) -> Frame | None:
    """ "The ship reportedly sank"."""
    if at + 1 >= stop or line.tags[at + 1] not in "VXEBG":
        return None
    found = _told(line, at, stop)
    if found is None:
        return None
    _, topic, end = found
    content = [chars(line, topic[0], at), chars(line, at + 1, end)]
    return Frame((0, 0), chars(line, at, at + 1), content, Hit(at, at + 1, _CUE), "hedged")


def _told(line: Line, at: int, stop: int) -> tuple[int, tuple[int, int], int] | None:
    """Where the verb group of a hedge begins, where its subject stands, where its clause ends; None without one of
    the latter."""
    verb = verb_start(line.tags, line.tokens, at, 0)
    topic = subject_before(line.tags, line.tokens, verb, 0)
    end = clause_end(line, at + 1, stop)
    return (verb, topic, end) if topic[0] < topic[1] and end > at + 1 else None


def _within(line: Line, at: int, stop: int) -> Frame | None:
    """ "In a poll of voters, ...", "..., in the minister's view": the poll, or whose view it is, says it."""
    named = next((n for n in range(at + 1, min(at + _FAR, stop)) if line.tags[n] not in "DAN#MsCEG"), stop)
    head = next((n for n in range(at + 1, named) if line.word(n) in _POLLS | _VIEWS), -1)
    if head < 0:
        return None
    subject, last = (at + 1, head + 1), head + 1
    if line.word(head) in _VIEWS:
        owner = head - 1
        while owner > at + 1 and line.tags[owner] in "A":
            owner -= 1
        if line.tags[owner] != "s" and line.word(owner) not in _OWNERS:
            return None
        subject = at + 1, owner + 1
    else:
        last = max(last, subject_after(line.tags, line.tokens, at + 1, stop)[1])
        subject = at + 1, last
    content = _around(line, at, last, stop)
    if content is None:
        return None
    cue = chars(line, at, at + 1) if line.word(head) in _POLLS else chars(line, subject[1], last)
    return Frame(chars(line, *subject), cue, [content], Hit(at, at + 1, _CUE), "hedged")


def _around(line: Line, at: int, last: int, stop: int) -> Span | None:
    """The clause that an opening "in a poll," or a closing one goes with."""
    if at <= 1:
        comma = line.tags.find(",", last, min(stop, last + 15))
        start = comma + 1 if comma >= 0 else last
        ok = start < stop - 2 and any(tag in "VX" for tag in line.tags[start:stop])
        return (line.tokens[start].start, line.tokens[stop - 1].end) if ok else None
    end = at - (line.tags[at - 1] == ",")
    ok = end > 2 and any(tag in "VX" for tag in line.tags[:end]) and last >= stop - 3
    return (line.tokens[0].start, line.tokens[end - 1].end) if ok else None
