"""Cues that open a sentence or hang on "when": "Asked about the delay, X said", "In announcing it, X said"."""

from coranto.reading.speech.clauses import clause_end
from coranto.reading.speech.cues import Hit, word_set
from coranto.reading.speech.lines import Frame, Line, chars, sentence_stop
from coranto.reading.speech.phrases import WHEN, Part, subject_after, trimmed

_ASKED = word_set("asked")
_QUESTIONS = word_set("questions")
_BEFORE = word_set("fronting")
_LONGEST = 40  # words of what stands before the comma


def asked(line: Line, hit: Hit) -> Frame | None:
    """ "Asked whether ..., X said", "when asked by Y about ...": who asks stands behind "by", or is not named."""
    at = hit.start
    while at and line.tags[at - 1] == "R":
        at -= 1
    if line.word(hit.start) not in _ASKED or (at and line.word(at - 1) not in ("when", "once", "if", ",", "after")):
        return None
    if at and line.tags[at - 1] == "," and line.tags[hit.start] == "V":
        return None
    stop, begin, agent = sentence_stop(line), hit.start + 1, (0, 0)
    if begin < stop and line.word(begin) == "by":
        agent = subject_after(line.tags, line.tokens, begin + 1, stop)
        begin = agent[1]
    while begin < stop and (line.word(begin) in WHEN or (line.word(begin) == "on" and _day(line, begin + 1))):
        begin += 1
    if begin >= stop or line.word(begin) not in _QUESTIONS:
        return None
    about = line.word(begin) in ("about", "on", "for")
    end = _comma(line, begin + about, stop)
    if end <= begin + about:
        return None
    frame = Frame((0, 0), chars(line, hit.start, hit.start + 1), [chars(line, begin, end)], hit, "passive")
    if agent[0] < agent[1]:
        frame.subject = chars(line, *agent)
    return frame


def _day(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.word(at) in WHEN


def _comma(line: Line, begin: int, stop: int) -> int:
    """The comma that ends an opening, or the end of the clause."""
    low = begin
    while low < min(stop, begin + _LONGEST):
        if line.tags[low] == "," and not line.inside(low) and line.tags[low + 1 : low + 2] in tuple("MDONA"):
            return low
        low += 1
    return clause_end(line, begin, stop) if begin < stop else begin


def fronted(line: Line, hit: Hit) -> Frame | None:
    """ "In announcing the plan, X said ...": the subject stands behind the comma."""
    if not hit.cue.ing or hit.start > 2 or (hit.start and line.word(hit.start - 1) not in _BEFORE):
        return None
    stop = sentence_stop(line)
    comma = _comma(line, hit.end, stop)
    if comma >= stop or line.tags[comma] != "," or comma <= hit.end:
        return None
    subject = _subject(line, comma + 1, stop)
    if subject[0] >= subject[1]:
        return None
    content = [chars(line, hit.end, comma)]
    return Frame(chars(line, *subject), chars(line, hit.start, hit.end), content, hit, "preposed")


def _subject(line: Line, at: int, stop: int) -> Part:
    end = at
    while end < min(stop, at + 20) and line.tags[end] not in 'VXBSWI;:,"(-':
        end += 1
    return trimmed(line.tags, line.tokens, at, end)
