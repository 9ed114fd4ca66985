"""Frames of one sentence: who, cue, content; before, after and around the content."""

from coranto.reading.name_tokens import Token
from coranto.reading.speech_clauses import according, adjuncts, clause_end, over_quote
from coranto.reading.speech_cues import Hit, hits, word_set
from coranto.reading.speech_lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech_parts import (
    BE,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    subject_after,
    subject_before,
    verb_start,
)

_WHEN = word_set("when")
_FINITE = frozenset(
    ("has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "should", "must")
)


def _usable(line: Line, hit: Hit) -> bool:
    """Whether the form is a verb here: not after an article or preposition, not passive, not quoted."""
    tokens = line.tokens
    word = tokens[hit.start]
    before = tokens[hit.start - 1].text.lower() if hit.start else ""
    if line.inside(hit.start) or word.shape not in "lC" or (word.shape == "C" and line.sentence >= 0):
        return False
    if before in DETERMINERS or before in (
        "'s",
        "’s",
        "to",
        "-",
        "'",
        "’",
        "of",
        "for",
        "in",
        "by",
        "with",
        "as",
        "on",
    ):
        return before == "as" and hit.cue.ing
    if before in BE and not hit.cue.ing and not hit.cue.lemma.startswith(("be ", "quote")):
        return False
    return not (
        hit.cue.weak
        and hit.cue.base
        and (
            before in PREPOSITIONS
            or (hit.start and tokens[hit.start - 1].shape == "l" and not before.endswith("s"))
        )
    )


def frames(line: Line) -> list[Frame]:
    """The statements of one sentence, in order of their cues."""
    if not line.tokens:
        return []
    found: list[Frame] = []
    used = -1
    for hit in hits(line.tokens):
        if line.tokens[hit.start].start < used or not _usable(line, hit):
            continue
        frame = _frame(line, hit, found)
        if frame is not None:
            found.append(frame)
            used = max(frame.cue[1], line.tokens[hit.end - 1].end)
    found += according(line)
    return _bounded(line, found)


def _floor(line: Line, at: int) -> int:
    """First token after the last closed quoted run before token `at`, or the sentence's first."""
    floor = 0
    for mark in line.marks:
        if mark.end <= line.tokens[at].start:
            while floor < at and line.tokens[floor].start < mark.end:
                floor += 1
    return floor


def _frame(line: Line, hit: Hit, before: list[Frame]) -> Frame | None:
    tokens = line.tokens
    floor = _floor(line, hit.start)
    verb = verb_start(tokens, hit.start, floor)
    if hit.cue.lemma in ("quote", "cite"):
        return _quoting(line, hit, verb, floor)
    ended = verb > 0 and (verb == floor or tokens[verb - 1].text == ",") and not hit.cue.ing
    if ended:
        inverted = _inverted(line, hit, floor, verb)
        if inverted:
            return inverted
    if verb and tokens[verb - 1].text.lower() in ("to", "without"):
        return None
    subject = subject_before(tokens, verb, floor)
    elided = subject[0] == subject[1]
    if elided and before and before[-1].subject[0] < before[-1].subject[1] and _continues(tokens, verb, hit):
        return _after(line, hit, verb, before[-1].subject)
    if elided or (hit.cue.ing and tokens[verb - 1].text.lower() not in BE and verb == hit.start):
        return _participle(line, hit, verb) if hit.cue.ing else None
    if (hit.cue.weak or hit.cue.strict) and not _supported(line, hit, subject):
        return None
    around = _postposed(line, hit, floor, verb, subject)
    return around or _after(line, hit, verb, chars(line, *subject))


def _was_quoted(line: Line, hit: Hit, verb: int, floor: int, subject: Span) -> Frame | None:
    """ "X was quoted by TASS as saying ...": the subject speaks, who stands after "by" carries."""
    tokens, stop, at = line.tokens, sentence_stop(line), hit.end
    while at + 1 < stop and tokens[at].text != "as" and at - hit.end < 12:
        at += 1
    if at + 1 >= stop or not tokens[at + 1].text.endswith("ing") or subject[0] >= subject[1]:
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, at + 2), [], hit, "quoting")
    if at > hit.end + 1 and tokens[hit.end].text == "by":
        span = chars(line, hit.end + 1, at)
        frame.carriers.append((line.text[span[0] : span[1]], span, "quotes"))
    begin = at + 2 + (at + 2 < stop and tokens[at + 2].text in (",", ":", "by"))
    end = clause_end(line, begin, stop) if begin < stop else begin
    frame.content = (
        [(tokens[begin].start, tokens[end - 1].end)] if end > begin else _content_before(line, floor, subject[0])
    )
    return frame if frame.content else None


def _quoting(line: Line, hit: Hit, verb: int, floor: int) -> Frame | None:
    """ "TASS quoted X as saying that ..." and '"...," TASS quoted X as saying': X speaks, TASS carries."""
    tokens, stop = line.tokens, sentence_stop(line)
    subject = subject_before(tokens, verb, floor)
    if hit.end >= stop:
        return None
    if tokens[hit.start - 1].text.lower() in BE:
        return _was_quoted(line, hit, verb, floor, subject)
    end = hit.end
    while end < stop and tokens[end].text.lower() not in ("as", "that") and tokens[end].text not in ',:"“.':
        end += 1
    saying = end + 1 < stop and tokens[end].text == "as" and tokens[end + 1].text.endswith("ing")
    cue_end = end + 2 if saying else hit.end
    frame = Frame(chars(line, hit.end, end), chars(line, verb, cue_end), [], hit, "quoting")
    if subject[0] < subject[1]:
        span = chars(line, *subject)
        frame.carriers.append((line.text[span[0] : span[1]], span, "quotes"))
    before = _content_before(line, floor, subject[0])
    if before and ((saying and cue_end >= stop) or (not saying and end >= stop)):
        frame.content = before
    elif saying:
        at = cue_end + (cue_end < stop and tokens[cue_end].text in (",", ":"))
        last = clause_end(line, at, stop)
        frame.content = [(tokens[at].start, tokens[last - 1].end)] if last > at else []
        if frame.content:
            over_quote(line, frame)
    return frame if frame.content and end > hit.end else None


def _continues(tokens: tuple[Token, ...], verb: int, hit: Hit) -> bool:
    previous = tokens[verb - 1].text.lower() if verb else ""
    return hit.cue.ing or previous in ("and", "but", ",", "or", "then")


def _supported(line: Line, hit: Hit, subject: Span) -> bool:
    """Weak cues need that, to, a quotation mark, or an able subject."""
    after = line.tokens[hit.end].text.lower() if hit.end < len(line.tokens) else ""
    if after in ("that", "whether", "how", "why", ":", '"', "“") or _before_quote(line, hit):
        return True
    if hit.cue.strict:
        return hit.cue.lemma in ("continue", "respond", "repeat", "cry", "shout") and _quote_ends(line, subject[0])
    if after in ("to", "it"):
        return True
    head = line.tokens[subject[1] - 1]
    return head.shape == "C" or head.text.lower() in PRONOUNS - {"it"}


def _before_quote(line: Line, hit: Hit) -> bool:
    """Whether a quoted run of some length begins within three words after the cue."""
    at = line.tokens[hit.end - 1].end
    return any(at <= q.start <= at + 20 and line.text.count(" ", q.start, q.end) > 1 for q in line.marks)


def _quote_ends(line: Line, at: int) -> bool:
    """Whether a quoted run ends right before token `at`."""
    start = line.tokens[at].start
    return any(q.end <= start and not line.text[q.end : start].strip(" ,") for q in line.marks)


def _inverted(line: Line, hit: Hit, floor: int, verb: int) -> Frame | None:
    """'"...," said X' and "..., said X": the content stands before."""
    tokens = line.tokens
    stop = sentence_stop(line)
    subject = subject_after(tokens, hit.end, stop)
    content = _content_before(line, floor, verb)
    if subject[0] >= subject[1] or not content:
        return None
    after = tokens[subject[1]].text if subject[1] < len(tokens) else "."
    if not _quote_ends(line, verb) and any(
        token.text.lower() in _FINITE for token in tokens[subject[0] : subject[1]]
    ):
        return None
    if tokens[subject[0]].text.lower() in ("that", "it", "to") or (after == ":" and subject[1] + 1 >= len(tokens)):
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, hit.end), content, hit, "inverted")
    _later_part(line, frame, subject[1])
    return frame


def _content_before(line: Line, floor: int, verb: int) -> list[Span]:
    """What stands before ", X said": the quoted run that ends there, else the clause from the sentence's start."""
    tokens = line.tokens
    at = tokens[verb].start if verb < len(tokens) else line.end
    edge = [mark for mark in line.marks if mark.end <= at and not line.text[mark.end : at].strip(" ,\n")]
    if edge:
        start = edge[-1].start
        lead = line.text[line.start : start].strip() if start > line.start else ""
        if lead and len(lead.split()) > 1 and lead[-1] not in ":.":
            start = line.start
        return [(start, edge[-1].end)]
    comma = verb - 1
    if comma < 4 or tokens[comma].text not in (",", "-", "–", "—"):
        return []
    first = next((n for n in range(comma) if tokens[n].text not in "-–—•*"), 0)
    return [(tokens[first].start, tokens[comma - 1].end)]


def _postposed(line: Line, hit: Hit, floor: int, verb: int, subject: Span) -> Frame | None:
    """'"...," X said' and "..., X said"."""
    tokens = line.tokens
    stop = sentence_stop(line)
    after = tokens[hit.end].text.lower() if hit.end < len(tokens) else "."
    rest = hit.end >= stop or after in (",", ".", "—", "–") or after in PREPOSITIONS | _WHEN
    quoted = subject[0] == floor and floor > 0
    comma = subject[0] > 4 and tokens[subject[0] - 1].text in (",", "—", "–")
    if not (quoted or comma) or (not rest and not quoted):
        return None
    if not quoted and (tokens[0].text.lower() in PREPOSITIONS | BREAKS and not _long(line, subject[0])):
        return None
    if quoted and after in ("that",):
        return None
    content = _content_before(line, floor, subject[0])
    if not content:
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, hit.end), content, hit, "postposed")
    _later_part(line, frame, hit.end)
    return frame


def _long(line: Line, stop: int) -> bool:
    return stop > 12


def _later_part(line: Line, frame: Frame, at: int) -> None:
    """The second half of '"...," X said, "..."', and the medium between."""
    adjuncts(line, frame, at)
    for mark in line.marks:
        if mark.start >= line.tokens[min(at, len(line.tokens) - 1)].start and mark.start > frame.cue[1]:
            if mark.start < line.end:
                frame.content.append((mark.start, mark.end))
            return


def _after(line: Line, hit: Hit, verb: int, subject: Span) -> Frame | None:
    """X said (that) ...: the content runs to the end of the clause."""
    tokens = line.tokens
    frame = Frame(subject, chars(line, verb, hit.end), [], hit, "preposed")
    stop = sentence_stop(line)
    at = adjuncts(line, frame, hit.end)
    while at < stop and tokens[at].text in (",", ":", "—", "–", "-"):
        at += 1
    end = clause_end(line, at, stop, _noun_phrase(line, hit, at))
    if end <= at:
        return None
    frame.content.append((tokens[at].start, tokens[end - 1].end))
    over_quote(line, frame)
    return frame


def _noun_phrase(line: Line, hit: Hit, at: int) -> bool:
    """Whether the content of an object cue begins as a noun phrase, which ends sooner than a clause."""
    if hit.cue.takes != "object" or at >= len(line.tokens) or line.inside(at):
        return False
    return line.tokens[at].text.lower() not in BREAKS


def _participle(line: Line, hit: Hit, verb: int) -> Frame | None:
    """ ", adding that ...": the subject is filled in from the sentence."""
    tokens = line.tokens
    if verb and tokens[verb - 1].text.lower() in PREPOSITIONS - {"as"}:
        return None
    frame = _after(line, hit, verb, (0, 0))
    if frame is not None:
        frame.rule = "participle"
    return frame


def _bounded(line: Line, found: list[Frame]) -> list[Frame]:
    """Without frames that say nothing."""
    return [frame for frame in found if frame.content and frame.content[0][1] > frame.content[0][0]]
