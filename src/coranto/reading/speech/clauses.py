"""After a cue: addressee, time, medium, and how far the content goes; "according to"."""

from coranto.reading.speech.cues import Hit, forms, media, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.media import medium_end
from coranto.reading.speech.phrases import BREAKS, object_end

_SAYING = word_set("saying")
_TELL = word_set("tell")
_WHEN = word_set("when")
_TAIL = word_set("tail")
_SHORT = frozenset(("when", "while", "after", "during", "because", "even", "although", "though", "which"))
_PERSONS = frozenset(("him", "her", "them", "us", "me", "you", "reporters", "journalists"))
_SPANS = frozenset(
    (
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "night",
        "morning",
        "evening",
        "times",
        "day",
    )
)
_DAYS = word_set("days") - frozenset(("may", "march", "meanwhile"))
_MORE = frozenset(("in", "on", "with", "to", "from"))
_STOPS = frozenset(("while", "whereas", "although", "though"))


def adjuncts(line: Line, frame: Frame, at: int) -> int:
    """Past addressee, time, place and medium after a cue; notes addressee and medium; where content may begin."""
    stop = len(line.tokens)
    if frame.hit and at < stop:
        end = _addressee(line, frame.hit, at, stop)
        if end > at:
            frame.addressee = chars(line, at, end)
            at = end
    while at < stop:
        end = max(_phrase(line, at), at + (line.word(at) in _WHEN and not _begins_clause(line, at)))
        if line.word(at) in ("late", "early") and at + 1 < stop and line.word(at + 1) in _WHEN:
            end = at + 2
        if end == at:
            end = _times(line, at, stop)
        if end == at:
            break
        if {line.word(n) for n in range(at, end)} & media():
            frame.medium = chars(line, at, end)
        at = end
    return at


def _times(line: Line, at: int, stop: int) -> int:
    """End of "last week", "four years ago", "several times" before what is said; `at` when none stands there."""
    for end in range(at + 1, min(at + 5, stop)):
        if line.tags[end - 1] not in "NAD#RPS":
            return at
        if line.word(end - 1) in _SPANS:
            more = end + (line.word(end) in ("ago", "earlier", "before", "later"))
            return more if more < stop and line.tags[more] in 'IP",:' + "S" else at
    return at


def _begins_clause(line: Line, at: int) -> bool:
    """ "there is": a word of place or time that opens the clause itself."""
    return at + 1 < len(line.tags) and line.tags[at + 1] in "XVs" and line.word(at) in ("here", "there", "today")


def _addressee(line: Line, hit: Hit, at: int, stop: int) -> int:
    """End of the noun phrase of whom a cue addresses: "told reporters", "urged the council to"."""
    if line.tags[at] in "I,T:" or line.tokens[at].text in '"“':
        return at
    if hit.cue.lemma not in _TELL and hit.cue.takes != "to":
        return at
    if line.word(at) in _PERSONS:
        return at + 1 if hit.cue.lemma in _TELL or line.tags[at + 1 : at + 2] == "T" else at
    end = medium_end(line, at, stop) if hit.cue.lemma in _TELL else at
    if end > at:
        return end
    while end < stop and end - at < 12 and line.tags[end] in "DAN#MsCGE" + ("P" if end > at else ""):
        fresh = end > at and line.tags[end] == "D" and line.tags[end - 1] in "NM"
        named = end > at and line.tags[end] == "M" and line.tags[end - 1] == "N" and hit.cue.lemma in _TELL
        if fresh or (named and not _that_follows(line, end)):
            break
        if line.word(end) in ("in", "on", "during", "at", "about", "after") and hit.cue.lemma in _TELL:
            break
        end += 1
    told = hit.cue.lemma in _TELL
    order = end + 1 < stop and line.tags[end] == "T" and line.tags[end + 1] in "BX"
    return end if told or order else at


def _that_follows(line: Line, at: int) -> bool:
    while at < len(line.tags) and line.tags[at] == "M":
        at += 1
    return line.tags[at : at + 1] in ("I", ",")


def _phrase(line: Line, at: int) -> int:
    """End of a short adjunct such as "in a statement", "on Tuesday", "at the forum"; `at` when none begins."""
    tokens = line.tokens
    end = at + 1
    while end < len(tokens) and line.tags[end] == "M":
        end += 1
    if end > at + 1 and line.tags[end : end + 1] == "I" and tokens[at].low in ("in", "from", "at"):
        return end
    if tokens[at].low not in ("in", "on", "at", "during", "to", "via", "through", "of"):
        return at
    if tokens[at].low == "to" and line.tags[at + 1 : at + 2] not in tuple("DMAO#"):
        return at
    for end in range(at + 1, min(at + 9, len(tokens))):
        word = tokens[end].low
        if word in media() or word in _WHEN:
            more = end + 1
            while more < len(tokens) and more - end < 6 and _goes_on(line, more):
                more += 2
            return min(more, len(tokens)) if more > end + 1 and more <= len(tokens) else end + 1
        if tokens[end].text in ',.:"“' or word in BREAKS:
            return at
    return at


def _goes_on(line: Line, at: int) -> bool:
    """Whether an adjunct goes on with a day, or with a preposition and its noun."""
    word = line.word(at)
    return word in _WHEN or (word in _MORE and line.tags[at + 1 : at + 2] in tuple("DMNAO#"))


def over_quote(line: Line, frame: Frame) -> None:
    """A quoted run that goes on past the sentence belongs to the content whole."""
    start, end = frame.content[-1]
    for mark in line.marks:
        if mark.start < end < mark.end and mark.start >= start - 1:
            frame.content[-1] = (start, mark.end)


def clause_end(line: Line, at: int, stop: int, short: bool = False) -> int:
    """Where a complement clause that begins at token `at` ends; a `short` content is a noun phrase."""
    tags, end = line.tags, at
    if short and not line.inside(at):
        end = object_end(tags, line.tokens, at, stop)
        while end < stop and end > at and line.inside(end):
            end += 1
        return _untailed(line, at, end)
    finite = dashed = False
    while end < stop:
        if end > at and tags[end] == "-" and not line.inside(end):
            if dashed:
                dashed, end = False, end + 1
                continue
            dashed = "-" in tags[end + 1 : stop]
        if end > at and not line.inside(end):
            aside = tags[end : end + 2] == ",G"
            if tags[end] == ";" or ((finite or aside) and _turns(line, end, stop)):
                break
            if line.word(end) in ("according", "as") and end + 1 < stop and line.word(end + 1) in ("to", "per"):
                break
        finite = finite or tags[end] in "VXT"
        end += 1
    return _untailed(line, at, end)


def relative_end(line: Line, at: int, end: int) -> int:
    """Where the content of a relative clause ends before the verb that goes on with its noun: "those who backed the
    plan won"."""
    seen = any(tag in "WIS" for tag in line.tags[at : at + 1])
    for here in range(at + 1, end):
        tag = line.tags[here]
        if tag in "WISC,":
            seen = True
        elif tag in "VX" and not seen and line.tags[here - 1] in "NMO#)" and not line.inside(here):
            return here
    return end


def coordinate_end(line: Line, hit: Hit, at: int, end: int) -> int:
    """Where a noun phrase ends before a second verb of its subject: "criticized the plan and left"."""
    for here in range(at + 1, end):
        if line.tags[here] != "C" or line.inside(here):
            continue
        verb = here + 1
        while verb < end and line.tags[verb] == "R":
            verb += 1
        if verb < end and (line.tags[verb] in "VX" or (line.tags[verb] == "G" and hit.cue.ing)):
            return here - (line.tags[here - 1] == ",")
    return end


def main_clause(line: Line, at: int, end: int, subject: Span) -> int:
    """Where what a cue takes ends in a clause that opens the sentence or hangs on a noun: before the comma behind
    which the main clause begins or goes on ("After X said that ..., the port closed")."""
    first = next((n for n, token in enumerate(line.tokens) if token.start >= subject[0]), 0)
    relative = line.text[slice(*subject)].lower() in ("who", "which") or (first > 0 and line.tags[first - 1] == "W")
    opening = (
        line.tags[0] in "SP" and 0 < first < at and "," not in line.tags[:first] and line.word(0) != "according"
    )
    if not (relative or opening):
        return end
    for here in range(at + 1, end - 1):
        if line.tags[here] != "," or line.inside(here):
            continue
        verb = here + 1
        while verb < end and line.tags[verb] == "R":
            verb += 1
        if relative and line.tags[verb : verb + 1] in ("V", "X"):
            return here
        if opening and _own_subject(line, here + 1, end):
            return here
    return end


def _own_subject(line: Line, at: int, stop: int) -> bool:
    """Whether a clause with a subject and a finite verb of its own begins here."""
    for end in range(at, min(at + 14, stop)):
        if line.tags[end] in "VX":
            return end > at
        if line.tags[end] not in "DAN#MOsRPC":
            return False
    return False


def undated(line: Line, at: int, end: int) -> int:
    """A noun phrase without the day or time of the saying behind it: "announced his bid in June"."""
    for here in range(end - 1, max(at, end - 6), -1):
        word = line.word(here)
        if line.tags[here] in "VXWISTBE" or line.inside(here):
            return end
        if line.tags[here] == "P" and word in ("in", "on", "during", "since", "at") and here > at:
            dated = word == "during" or any(line.word(n) in _DAYS for n in range(here + 1, end))
            return here if dated else end
        if word in ("last", "this", "next", "earlier") and here == end - 2 and line.word(here + 1) in _SPANS:
            return here if here > at else end
    last = line.word(end - 1)
    return end - 1 if end - 1 > at and last in _WHEN and last.endswith("day") else end


def _untailed(line: Line, at: int, end: int) -> int:
    while end > at and line.tags[end - 1] in ",.-:" and not line.inside(end - 1):
        end -= 1
    return end


def _turns(line: Line, at: int, stop: int) -> bool:
    """Whether the clause is over at token `at`: a dash that nothing closes, a comma before another's words,
    a second verb of saying of the same subject."""
    tag = line.tags[at]
    if tag == "-":
        return "-" not in line.tags[at + 1 : stop]
    if tag == ",":
        return at + 1 < stop and _leaves(line, at + 1, stop)
    return tag == "C" and _second_verb(line, at, stop)


def _second_verb(line: Line, at: int, stop: int) -> bool:
    """ "and urged": a second verb of saying, in the past or present, right behind a conjunction."""
    while at + 1 < stop and line.tags[at + 1] in "RX":
        at += 1
    if at + 1 >= stop or line.tags[at + 1] not in "VE":
        return False
    found = forms().get(line.word(at + 1), ())
    return any(not cue.weak and not cue.strict for key, cue in found if len(key) == 1)


def _leaves(line: Line, at: int, stop: int) -> bool:
    """Whether what follows a comma is no longer said: another cue's clause, "according to", "while X"."""
    word = line.word(at)
    after = line.word(at + 1) if at + 1 < stop else ""
    if word in _STOPS or word in _SAYING or word in ("according", "adding", "however"):
        return True
    if word == "as" and after == "per":
        return True
    if word == "compared" or (line.tags[at] == "G" and any(not cue.strict for _, cue in forms().get(word, ()))):
        return True
    if line.tags[at] == "C":
        if word == "but" and line.tags[at + 1 : at + 2] not in ("I", "T", "P", "S"):
            return True
        return _second_verb(line, at, stop) or _own_cue(line, at + 1, stop)
    return _tail_cue(line, at, stop)


def _own_cue(line: Line, at: int, stop: int) -> bool:
    """Whether the clause that begins here has a subject and a verb of saying of its own."""
    for end in range(at + 1, min(at + 12, stop)):
        tag = line.tags[end]
        if tag == "V":
            found = forms().get(line.word(end), ())
            return any(cue.takes == "that" and not (cue.weak or cue.strict) for _, cue in found)
        if tag in ',;:"BSXWIT':
            return False
    return False


def _tail_cue(line: Line, at: int, stop: int) -> bool:
    """ ", Xinhua reported" at the end of the sentence."""
    tokens = line.tokens
    tail = [token.low for token in tokens[at:stop]]
    return len(tail) < 12 and any(word in _TAIL for word in tail) and not any(word in BREAKS for word in tail)


def according(line: Line) -> list[Frame]:
    """ "according to X", "as per X"."""
    tokens, out = line.tokens, []
    stop = sentence_stop(line)
    for at in range(len(tokens) - 1):
        pair = (tokens[at].low, tokens[at + 1].low)
        if pair not in (("according", "to"), ("as", "per")) or line.inside(at) or at + 2 >= stop:
            continue
        if tokens[at + 2].low in ("what", "how", "plan"):
            continue
        subject = _source_after(line, at + 2, stop)
        content = _according_content(line, at, subject[1], stop)
        if content:
            frame = Frame(
                chars(line, *subject), chars(line, at, at + 2), [content], None, "according", "according to"
            )
            out.append(frame)
    return out


def _source_after(line: Line, at: int, stop: int) -> Span:
    tokens, end = line.tokens, at
    while end < stop and end - at < 25:
        word = tokens[end].low
        if (
            tokens[end].text in ',;:“"'
            or word in BREAKS
            or word in ("and", "released", "published", "obtained", "cited")
        ):
            break
        end += 1
    return at, end


def _according_content(line: Line, at: int, after: int, stop: int) -> Span | None:
    tokens = line.tokens
    if at <= 1:
        start = after + 1 if after < stop and tokens[after].text == "," else after
        return (tokens[start].start, tokens[stop - 1].end) if start < stop - 1 else None
    end = at - 1 if tokens[at - 1].text == "," else at
    start = 0
    if tokens[0].low in ("but", "and", "meanwhile", "however") and end > 3:
        start = 1
    return (tokens[start].start, tokens[end - 1].end) if end - start > 1 else None
