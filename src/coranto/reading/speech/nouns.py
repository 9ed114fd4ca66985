"""Nouns that bring in what somebody says or thinks: "his claim that", "Kenya's support for", "a call by X to"."""

from functools import cache

from coranto.data import rows
from coranto.reading.speech.clauses import clause_end, relative_end
from coranto.reading.speech.cues import Cue, Hit, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.phrases import Part, subject_after, subject_before, verb_start

_GIVES = word_set("light_verbs")
_OWNERS = frozenset(("his", "her", "their", "its", "our", "my"))


@cache
def naming() -> dict[str, tuple[Cue, frozenset[str]]]:
    """Nouns by form, with what they take: that, to, or prepositions."""
    out: dict[str, tuple[Cue, frozenset[str]]] = {}
    for row in rows("cues", "naming"):
        for noun in row["nouns"]:
            cue = Cue(noun, row["stance"], "that", False, False, False, False)
            takes = frozenset(row["takes"])
            for form in (noun, noun + "s", noun[:-1] + "ies" if noun.endswith("y") else noun + "s"):
                out.setdefault(form, (cue, takes))
    return out


@cache
def _adjectives() -> dict[str, tuple[Cue, frozenset[str]]]:
    return {
        word: (Cue("be " + word, row["stance"], "that", False, False, False, False), frozenset(row["takes"]))
        for row in rows("cues", "adjective")
        for word in row["words"]
    }


def noun_frames(line: Line, found: list[Frame]) -> list[Frame]:
    """The statements that nouns with an owner and adjectives of opinion make, outside of quotation marks."""
    out = []
    nouns, adjectives = naming(), _adjectives()
    for at, token in enumerate(line.tokens):
        word, tag = token.low, line.tags[at]
        if (word not in nouns and word not in adjectives) or tag not in "NGVAE":
            continue
        frame = None
        if word in nouns and tag in "NGV" and not line.inside(at):
            frame = _frame(line, at)
        elif word in adjectives and at and not line.inside(at):
            frame = _opinion(line, at)
        if frame is None or any(frame.cue[0] < b and a < frame.cue[1] for a, b in _cues(found)):
            continue
        opens = frame.subject[0] if frame.subject[1] else frame.content[0][0]
        if not any(start == opens for start, _ in _contents(found)):
            out.append(frame)
    return out


def _opinion(line: Line, at: int) -> Frame | None:
    """ "X is worried about ...", "X was convinced that ..."."""
    cue, takes = _adjectives()[line.word(at)]
    verb, stop = verb_start(line.tags, line.tokens, at, 0), sentence_stop(line)
    if verb == at or "X" not in line.tags[verb:at] or at + 1 >= stop or line.word(at + 1) not in takes:
        return None
    subject = subject_before(line.tags, line.tokens, verb, 0)
    if subject[0] >= subject[1] or line.word(subject[0]) in ("it", "there", "this", "that"):
        return None
    plain = line.tags[at + 1] in "IT"
    start = at + 1 if plain else at + 2
    end = clause_end(line, start, stop, not plain) if start < stop else start
    if end <= start:
        return None
    words = chars(line, verb, start)
    return Frame(chars(line, *subject), words, [chars(line, start, end)], Hit(at, at + 1, cue), "preposed")


def _contents(found: list[Frame]) -> list[Span]:
    return [span for frame in found for span in frame.content[:1]]


def _cues(found: list[Frame]) -> list[Span]:
    return [frame.cue for frame in found]


def _frame(line: Line, at: int) -> Frame | None:
    cue, takes = naming()[line.word(at)]
    stop = sentence_stop(line)
    first, owner = _owner(line, at)
    begin = at + 1
    if owner[0] >= owner[1] and begin < stop and line.word(begin) in ("by", "from"):
        owner = subject_after(line.tags, line.tokens, begin + 1, stop)
        first, begin = at, owner[1]
        if owner[1] == owner[0]:
            return None
    light = owner[0] >= owner[1] and begin < stop
    if light:
        first, owner = _given(line, first)
        light = owner[0] < owner[1]
    unowned = owner[0] >= owner[1]
    if begin >= stop or (unowned and (line.word(begin) != "that" or line.tags[begin] != "I")):
        return None
    follows = line.word(begin)
    if follows not in takes:
        return None
    plain = follows in ("that", "to", "whether") and line.tags[begin] in "ITS"
    plain = plain and (follows != "to" or line.tags[begin + 1 : begin + 2] == "B")
    if follows == "to" and not plain and "to " not in takes:
        return None
    start = begin if plain else begin + 1
    end = clause_end(line, start, stop, not plain or follows == "to") if start < stop else start
    if end > start and not plain:
        end = relative_end(line, start, end)
    if end <= start:
        return None
    words = chars(line, first, at + 1 if plain or begin > at + 1 else start)
    subject = (0, 0) if unowned else chars(line, *owner)
    return Frame(subject, words, [chars(line, start, end)], Hit(at, at + 1, cue), "noun")


def _given(line: Line, first: int) -> tuple[int, Part]:
    """First token of a light verb before a noun, and its subject: "X made a call for", "X raised doubts about"."""
    tags = line.tags
    at = first - (first > 0 and tags[first - 1] == "D")
    if at < 2 or tags[at - 1] not in "VGBE" or line.word(at - 1) not in _GIVES:
        return first, (0, 0)
    verb = verb_start(tags, line.tokens, at - 1, 0)
    return verb, subject_before(tags, line.tokens, verb, 0)


def _owner(line: Line, at: int) -> tuple[int, Part]:
    """First token of the noun's own phrase, and whose it is: "his", "the ministry's"."""
    first, tags = at, line.tags
    while first and tags[first - 1] in "ARGE":
        first -= 1
    if not first:
        return first, (0, 0)
    if line.word(first - 1) in _OWNERS:
        return first, (first - 1, first)
    if tags[first - 1] == "s":
        start, stop = first - 1, first - 1
        while start and tags[start - 1] in "MNAD#":
            start -= 1
        return first, (start, stop + 1) if start < stop else (0, 0)
    return first, (0, 0)
