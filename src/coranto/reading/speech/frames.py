"""Frames of one sentence: who, cue, content; before, after and around the content."""

from coranto.reading.speech.around import inverted, postposed
from coranto.reading.speech.asides import carried, parts, subject_across
from coranto.reading.speech.asked import asked, fronted
from coranto.reading.speech.clauses import (
    according,
    adjuncts,
    clause_end,
    coordinate_end,
    main_clause,
    over_quote,
    relative_end,
    undated,
)
from coranto.reading.speech.cues import Cue, Hit, forms, hits, word_set
from coranto.reading.speech.guards import (
    before_quote,
    floor_of,
    held,
    noun_phrase,
    quote_ends,
    reduced,
    reported_as,
    says_something,
    supported,
    usable,
)
from coranto.reading.speech.hedged import hedged
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.nouns import noun_frames
from coranto.reading.speech.phrases import (
    PREPOSITIONS,
    WHEN,
    opening_subject,
    subject_after,
    subject_before,
    verb_start,
)
from coranto.reading.speech.turned import agent_frame, cited, clip, infinitive, passive, quoting

BE = word_set("be")
_TAKEN = frozenset(("of", "with", "about", "on", "for", "against", "over"))
_NOT_SAYING = word_set("not_saying")


def frames(line: Line) -> list[Frame]:
    """The statements of one sentence, in order of their cues."""
    if not line.tokens:
        return []
    found: list[Frame] = []
    used = -1
    for hit in _hits(line):
        if line.tokens[hit.start].start < used or not usable(line, hit):
            continue
        frame = _frame(line, hit, found)
        if frame is not None and frame.rule == "infinitive" and held(frame, found):
            continue
        if frame is not None and frame.content and says_something(line, frame):
            found.append(frame)
            used = max(frame.cue[1], line.tokens[hit.end - 1].end)
    cited(line, found)
    carried(line, found)
    found += according(line)
    clip(found)
    found += noun_frames(line, found)
    hedges = hedged(line, found)
    return found + hedges


def _hits(line: Line) -> list[Hit]:
    """The listed cues, and any verb right before "that"."""
    listed = [_before_day(line, hit) for hit in hits(line.tokens)]
    taken = {at for hit in listed for at in range(hit.start, hit.end)}
    for at in range(1, len(line.tokens) - 2):
        that = line.tags[at] == "V" and line.tags[at + 1] == "I" and line.tags[at + 2] in "DOMN#A"
        if that and at not in taken and line.word(at) not in _NOT_SAYING:
            listed.append(Hit(at, at + 1, Cue(line.word(at), "say", "that", True, False, False, False)))
    return sorted(listed)


def _before_day(line: Line, hit: Hit) -> Hit:
    """ "reported on Tuesday" is a report on a day, not "reported on"."""
    if hit.end < hit.start + 2 or hit.end >= len(line.tokens) or line.word(hit.end) not in WHEN:
        return hit
    if line.word(hit.end - 1) != "on":
        return hit
    single = (cue for key, cue in forms().get(line.word(hit.start), ()) if len(key) == 1)
    cue = next(single, None)
    return Hit(hit.start, hit.start + 1, cue) if cue else hit


def _frame(line: Line, hit: Hit, before: list[Frame]) -> Frame | None:
    tokens, tags = line.tokens, line.tags
    floor = floor_of(line, hit.start)
    verb = verb_start(tags, tokens, hit.start, floor)
    if hit.cue.lemma in ("quote", "cite") or reported_as(line, hit):
        quoted = quoting(line, hit, verb, floor)
        if quoted is not None or hit.cue.lemma != "cite" or hit.cue.ing:
            return quoted
    opening = asked(line, hit) or fronted(line, hit)
    if opening is not None:
        return opening
    turned = _turned(line, hit, verb, floor)
    if turned is not None:
        return turned if turned.content else None
    aside = parts(line, hit.start, before)
    across = subject_across(line, verb, aside) if aside else None
    if across:
        return _after(line, hit, verb, chars(line, *across)) if not hit.cue.strict else None
    subject = subject_before(tags, tokens, verb, floor)
    edge = not hit.cue.ing and (verb == floor or tags[verb - 1] == ",")
    if edge and (subject[0] == subject[1] or quote_ends(line, verb)):
        turned_round = inverted(line, hit, floor, verb) if verb else _opening(line, hit)
        if turned_round:
            return turned_round
    if (verb and line.word(verb - 1) == "without") or reduced(line, hit, verb):
        return None
    if subject[0] == subject[1] and _continues(line, verb, hit) and not hit.cue.strict:
        last = _last_subject(before)
        if last[0] == last[1] and not hit.cue.ing and not (hit.cue.weak or hit.cue.base):
            first = opening_subject(tags, tokens, verb)
            last = chars(line, *first) if first[0] < first[1] else last
        if last[0] < last[1]:
            return _after(line, hit, verb, last)
    alone = hit.cue.ing and verb == hit.start and not (verb and tags[verb - 1] == "X")
    if subject[0] == subject[1] or alone:
        return _participle(line, hit, verb) if hit.cue.ing else None
    if (hit.cue.weak or hit.cue.strict or hit.cue.takes == "object") and not supported(line, hit, subject):
        return None
    around = None if aside else postposed(line, hit, floor, verb, subject)
    return around or _after(line, hit, verb, chars(line, *subject))


def _turned(line: Line, hit: Hit, verb: int, floor: int) -> Frame | None:
    """The frame of a passive, a participle with its agent, or an infinitive; one without content where the
    cue stands so but says nothing; None for other cues."""
    tags = line.tags
    nothing = Frame((0, 0), (0, 0), [], hit, "none")
    back = hit.start - 1
    while back > verb and tags[back] == "R":
        back -= 1
    aux = line.word(back) if back >= verb else ""
    been = aux in BE or (aux in ("'s", "’s") and tags[hit.start] == "E")
    if been and tags[hit.start] in "EVAN" and not hit.cue.ing and not hit.cue.lemma.startswith("be "):
        return passive(line, hit, verb, floor) or nothing
    if hit.end < len(tags) and line.word(hit.end) == "by" and tags[hit.start] in "EVA" and verb == hit.start:
        return agent_frame(line, hit, floor) or nothing
    if verb and tags[verb - 1] == "T":
        return infinitive(line, hit, verb - 1, floor) or nothing
    return None


def _last_subject(before: list[Frame]) -> Span:
    return next((frame.subject for frame in reversed(before) if frame.subject[0] < frame.subject[1]), (0, 0))


def _continues(line: Line, verb: int, hit: Hit) -> bool:
    return hit.cue.ing or (verb > 0 and line.word(verb - 1) in ("and", "but", ",", "or", "then"))


def _after(line: Line, hit: Hit, verb: int, subject: Span) -> Frame | None:
    """X said (that) ...: the content runs to the end of the clause."""
    tokens = line.tokens
    frame = Frame(subject, chars(line, verb, hit.end), [], hit, "preposed")
    stop = sentence_stop(line)
    at = adjuncts(line, frame, hit.end)
    if at < stop and line.tags[at] == ":" and at == hit.end:
        frame.cue = frame.cue[0], tokens[at].end
    while at < stop and line.tags[at] in ",:-":
        at += 1
    if at < stop and line.tags[at] in "Cs":
        return None
    if at == hit.end and at + 1 < stop and line.word(at) in _TAKEN:
        frame.cue = frame.cue[0], tokens[at].end
        at += 1
    short = at < stop and line.tags[at : at + 2] != "RS" and noun_phrase(line, hit, at)  # "even though"
    end = clause_end(line, at, stop, short) if at < stop else at
    if end > at and (short or hit.cue.takes != "that"):
        if line.text[slice(*subject)].lower() in ("who", "that", "which"):
            end = relative_end(line, at, end)
        if short:
            end = undated(line, at, coordinate_end(line, hit, at, end))
    end = main_clause(line, at, end, subject)
    if end <= at:
        return _quote_after(line, frame)
    frame.content.append((tokens[at].start, tokens[end - 1].end))
    over_quote(line, frame)
    _gap(line, frame)
    return frame


def _gap(line: Line, frame: Frame) -> None:
    """ "what strategists dub a sprint", "which, X said, was late": the word before the subject is part of it."""
    first = next((n for n, token in enumerate(line.tokens) if token.start >= frame.subject[0]), 0)
    if first and frame.subject[1] > frame.subject[0] and line.word(first - 1) in ("what", "which", "whom"):
        frame.content.insert(0, chars(line, first - 1, first))


def _opening(line: Line, hit: Hit) -> Frame | None:
    """ "Stated Marta Ruiz: ..."."""
    stop = sentence_stop(line)
    subject = subject_after(line.tags, line.tokens, hit.end, stop)
    if subject[0] >= subject[1] or subject[1] >= len(line.tags) or line.tags[subject[1]] != ":":
        return None
    if hit.cue.takes != "that" or not any(tag in "MO" for tag in line.tags[slice(*subject)]):
        return None
    frame = Frame(chars(line, *subject), chars(line, 0, hit.end), [], hit, "inverted")
    if subject[1] + 1 < stop:
        frame.content.append(chars(line, subject[1] + 1, stop))
        over_quote(line, frame)
    return frame if frame.content else _quote_after(line, frame)


def _quote_after(line: Line, frame: Frame) -> Frame | None:
    """The frame with the quotation that begins after the colon it ends in, or the question before it."""
    opens = frame.subject[0] == line.start or frame.cue[0] == line.start
    if line.before is not None and opens and line.tokens[-1].text not in ":,":
        frame.content.append((line.before.start, line.before.end))
        return frame
    if line.after is None or line.tokens[-1].text not in ":,":
        return None
    frame.content.append((line.after.start, line.after.end))
    return frame


def _participle(line: Line, hit: Hit, verb: int) -> Frame | None:
    """ ", adding that ..." and "a report claiming ...": right behind a noun it speaks of that; else the subject is
    filled in from the sentence."""
    before = line.word(verb - 1) if verb else ""
    if before in PREPOSITIONS - {"as", "by"} or (before == "by" and hit.cue.takes != "that"):
        return None
    if hit.cue.strict and not before_quote(line, hit) and line.word(min(hit.end, len(line.tags) - 1)) != "that":
        return None
    subject = (0, 0)
    if verb and line.tags[verb - 1] in "NM":
        found = subject_before(line.tags, line.tokens, verb, floor_of(line, hit.start))
        subject = chars(line, *found) if found[0] < found[1] else subject
    frame = _after(line, hit, verb, subject)
    if frame is not None:
        frame.rule = "participle"
    return frame
