"""Sayings that part a sentence, and who is cited before they speak: "The union, Moe said, hopes to stay",
"The report cites Moe, who warned ..."."""

from coranto.reading.speech.cues import word_set
from coranto.reading.speech.lines import Frame, Line, chars
from coranto.reading.speech.phrases import Part, phrase_start, subject_before, trimmed, verb_start

_ASIDE = 4  # tokens that a day or place may add to an aside
_FAR = 14  # tokens between a citing verb and "who"
_CITES = {"cites": "cites", "cited": "cites", "cite": "cites", "quotes": "quotes", "quoted": "quotes",
          "quote": "quotes"}  # fmt: skip
_PASSIVE = word_set("be") | word_set("tag_have")


def parts(line: Line, at: int, found: list[Frame]) -> Frame | None:
    """The saying set between commas in whose second part token `at` stands; None when there is none."""
    last = found[-1] if found else None
    if last is None or last.rule != "postposed" or len(last.content) < 2:
        return None
    start = line.tokens[at].start
    return last if any(low <= start < high for low, high in last.content[1:]) else None


def subject_across(line: Line, verb: int, aside: Frame) -> Part | None:
    """The subject that stands before an aside, where the verb group at `verb` stands right behind it."""
    tags, tokens = line.tags, line.tokens
    if not verb or tags[verb - 1] != ",":
        return None
    gap = [n for n in range(verb - 1) if aside.cue[1] <= tokens[n].start]
    comma = next((n for n, token in enumerate(tokens) if token.start >= aside.subject[0]), 0) - 1
    if len(gap) > _ASIDE or comma < 1 or tags[comma] != ",":
        return None
    start, stop = trimmed(tags, tokens, phrase_start(tags, tokens, comma, 0), comma)
    return (start, stop) if start < stop else None


def carried(line: Line, found: list[Frame]) -> None:
    """Gives what somebody says who is cited with "who" to the one who cites, as a carrier; a frame that only cites
    somebody leaves."""
    gone = []
    for frame in found:
        who = next((n for n, token in enumerate(line.tokens) if token.start >= frame.cue[0]), 0)
        if frame.rule != "preposed" or who < 4 or line.word(who - 1) != "who":
            continue
        verb = _citing(line, who - 1)
        first = verb_start(line.tags, line.tokens, verb, 0)
        subject = subject_before(line.tags, line.tokens, first, 0) if verb else (0, 0)
        if subject[0] >= subject[1] or any(line.word(n) in _PASSIVE for n in range(first, verb)):
            continue
        span = chars(line, *subject)
        frame.carriers.insert(0, (line.text[slice(*span)], span, _CITES[line.word(verb)]))
        gone += [one for one in found if one is not frame and one.cue[0] <= line.tokens[verb].start < one.cue[1]]
    found[:] = [one for one in found if not any(one is other for other in gone)]


def _citing(line: Line, who: int) -> int:
    """The verb that cites the noun phrase before "who"; 0 when none does."""
    for at in range(who - 2, max(who - _FAR, 0), -1):
        if line.word(at) in _CITES and line.tags[at] in "VE" and not line.inside(at):
            return at
        if line.tags[at] in 'VXBSIW;:"' and line.tags[at] != ",":
            return 0
    return 0
