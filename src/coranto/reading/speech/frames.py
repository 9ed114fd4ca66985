"""Frames of one sentence: who, cue, content; before, after and around the content."""

from coranto.reading.speech.asked import asked, fronted
from coranto.reading.speech.clauses import according, adjuncts, clause_end, coordinate_end, over_quote, relative_end, undated
from coranto.reading.speech.cues import Cue, Hit, forms, hits, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, is_long, sentence_stop
from coranto.reading.speech.nouns import noun_frames
from coranto.reading.speech.phrases import (
    PREPOSITIONS,
    PRONOUNS,
    WHEN,
    Part,
    opening_subject,
    subject_after,
    subject_before,
    verb_start,
)
from coranto.reading.speech.quotes import Quoted
from coranto.reading.speech.turned import agent_frame, cited, clip, infinitive, passive, quoting

BE = word_set("be")
_TAKEN = frozenset(("of", "with", "about", "on", "for", "against", "over"))
_NOT_SAYING = word_set("not_saying")
_ALONE = word_set("alone")
_LATE = frozenset(("late", "early", "last", "night", "week", "month", "year", "morning", "afternoon", "evening"))
_WHICH = frozenset(("last", "this", "next", "that", "earlier", "late"))
_PLAINEST = frozenset(("say", "add", "tell", "write", "report", "note", "continue", "explain", "tweet"))
_ENDS = frozenset((",", ".", "?", "!"))
_STANDING = frozenset(("continue", "respond", "repeat", "cry", "shout", "answer"))


def frames(line: Line) -> list[Frame]:
    """The statements of one sentence, in order of their cues."""
    if not line.tokens:
        return []
    found: list[Frame] = []
    used = -1
    for hit in _hits(line):
        if line.tokens[hit.start].start < used or not _usable(line, hit):
            continue
        frame = _frame(line, hit, found)
        if frame is not None and frame.rule == "infinitive" and _held(frame, found):
            continue
        if frame is not None and frame.content and _says_something(line, frame):
            found.append(frame)
            used = max(frame.cue[1], line.tokens[hit.end - 1].end)
    cited(line, found)
    found += according(line)
    clip(found)
    return found + noun_frames(line, found)


def _held(frame: Frame, found: list[Frame]) -> bool:
    """Whether an infinitive is what another cue takes: "promised to veto the bill"."""
    return any(one.subject == frame.subject and one.cue[0] == frame.cue[0] for one in found)


def _says_something(line: Line, frame: Frame) -> bool:
    """Whether a content has more in it than a day, an adverb or a mark."""
    start, end = frame.content[0]
    if "of anonymity" in line.text[start : min(end, start + 40)]:
        return False
    if start >= line.end or len(frame.content) > 1:
        return True
    inside = [n for n, token in enumerate(line.tokens) if start <= token.start < end]
    plain = line.sentence >= 0 and (frame.hit is None or frame.hit.cue.takes == "that")
    if (
        plain
        and 0 < len(inside) <= 2
        and not line.inside(inside[0])
        and all(
            line.word(n) in WHEN | _LATE | _WHICH or line.tags[n] in ("NAR#" if _bare(frame) else "R#") for n in inside
        )
    ):
        return False
    return not inside or any(line.tags[n] in "NMOVXBEG#AD" and line.word(n) not in WHEN | _LATE for n in inside)


def _bare(frame: Frame) -> bool:
    """Whether a cue takes no plain noun: "said spokesman" is turned round."""
    return frame.hit is None or frame.hit.cue.lemma in _PLAINEST


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


def _usable(line: Line, hit: Hit) -> bool:
    """Whether the form is a verb here: by its class, not quoted, not markup."""
    word = line.tokens[hit.start]
    if line.inside(hit.start) or (word.shape == "C" and line.plain and line.sentence >= 0 and hit.start):
        return False
    if word.shape not in "lC":
        return False
    before = line.tokens[hit.start - 1].text if hit.start else ""
    if before in ("<", "/", "@", "#"):
        return False
    tag = line.tags[hit.start]
    if tag in "VGEBX" or (hit.end > hit.start + 1 and not hit.cue.base):
        return True
    if tag == "N" and not hit.cue.base and _floor(line, hit.start) and hit.end >= sentence_stop(line):
        return True
    return tag in "AN" and not hit.cue.weak and not hit.cue.base and _quote_near(line, hit)


def _quote_near(line: Line, hit: Hit) -> bool:
    return _before_quote(line, hit) or _quote_ends(line, hit.start)


def _floor(line: Line, at: int) -> int:
    """First token after the last closed quoted run before token `at`, or the sentence's first."""
    floor = 0
    for mark in line.marks:
        if mark.end <= line.tokens[at].start and _sentence_like(line, mark):
            while floor < at and line.tokens[floor].start < mark.end:
                floor += 1
    return floor


def _sentence_like(line: Line, mark: Quoted) -> bool:
    """Whether a quoted run is said rather than named: it is long, or ends in a mark of its own."""
    said = line.text[max(mark.start, mark.end - 9) : mark.end]
    return is_long(line.text, mark, 2) or said.rstrip("\"'”’»")[-1:] in _ENDS


def _frame(line: Line, hit: Hit, before: list[Frame]) -> Frame | None:
    tokens, tags = line.tokens, line.tags
    floor = _floor(line, hit.start)
    verb = verb_start(tags, tokens, hit.start, floor)
    if hit.cue.lemma in ("quote", "cite") or _reported_as(line, hit):
        quoted = quoting(line, hit, verb, floor)
        if quoted is not None or hit.cue.lemma != "cite" or hit.cue.ing:
            return quoted
    opening = asked(line, hit) or fronted(line, hit)
    if opening is not None:
        return opening
    turned = _turned(line, hit, verb, floor)
    if turned is not None:
        return turned if turned.content else None
    subject = subject_before(tags, tokens, verb, floor)
    edge = not hit.cue.ing and (verb == floor or tags[verb - 1] == ",")
    if edge and (subject[0] == subject[1] or _quote_ends(line, verb)):
        inverted = _inverted(line, hit, floor, verb) if verb else _opening(line, hit)
        if inverted:
            return inverted
    if (verb and line.word(verb - 1) == "without") or _reduced(line, hit, verb):
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
    if (hit.cue.weak or hit.cue.strict or hit.cue.takes == "object") and not _supported(line, hit, subject):
        return None
    around = _postposed(line, hit, floor, verb, subject)
    return around or _after(line, hit, verb, chars(line, *subject))


def _reported_as(line: Line, hit: Hit) -> bool:
    """ "was reported as saying"."""
    end = hit.end
    saying = end + 1 < len(line.tokens) and line.word(end) == "as" and line.word(end + 1).endswith("ing")
    return saying and hit.cue.lemma in ("report", "describe") and line.word(hit.start - 1) in BE


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


def _reduced(line: Line, hit: Hit, verb: int) -> bool:
    """ "officers accused of hacking", "Ruiz, expected to run,": a participle that speaks of the noun before it."""
    if hit.cue.ing or hit.end >= len(line.tags) or not line.word(hit.end - 1).endswith("ed"):
        return False
    if hit.cue.takes == "object" and hit.end == hit.start + 1:
        return line.word(hit.end) in ("of", "as", "in", "with", "to") and hit.cue.lemma not in _ALONE
    apart = verb == hit.start and verb > 0 and line.tags[verb - 1] == ","
    return apart and line.tags[hit.end] == "T" and "," in line.tags[hit.end :]


def _last_subject(before: list[Frame]) -> Span:
    return next((frame.subject for frame in reversed(before) if frame.subject[0] < frame.subject[1]), (0, 0))


def _continues(line: Line, verb: int, hit: Hit) -> bool:
    return hit.cue.ing or (verb > 0 and line.word(verb - 1) in ("and", "but", ",", "or", "then"))


def _supported(line: Line, hit: Hit, subject: Part) -> bool:
    """Weak cues need that, to, a quotation mark, or an able subject."""
    after = line.word(hit.end) if hit.end < len(line.tokens) else ""
    if _before_quote(line, hit) or (after in ("that", "whether", "how", "why", ":") and hit.cue.takes != "object"):
        return True
    if hit.cue.strict:
        last = hit.end >= sentence_stop(line) and subject[0] > 4 and line.tags[subject[0] - 1] == ","
        return (hit.cue.lemma in _STANDING and _quote_ends(line, subject[0])) or (last and hit.cue.takes == "that")
    if after in ("to", "it") and hit.cue.takes != "object":
        return True
    head = line.tokens[subject[1] - 1]
    return head.low not in ("it", "this", "there")


def _before_quote(line: Line, hit: Hit) -> bool:
    """Whether a quoted run of some length begins within three words after the cue."""
    at = line.tokens[hit.end - 1].end
    return any(at <= q.start <= at + 20 and is_long(line.text, q, 1) for q in line.marks)


def _quote_ends(line: Line, at: int) -> bool:
    """Whether a quoted run ends right before token `at`."""
    start = line.tokens[at].start
    return any(q.end <= start and not line.text[q.end : start].strip(" ,") for q in line.marks)


def _inverted(line: Line, hit: Hit, floor: int, verb: int) -> Frame | None:
    """'"...," said X' and "..., said X": the content stands before."""
    tokens, tags = line.tokens, line.tags
    subject = subject_after(tags, tokens, hit.end, sentence_stop(line))
    content = _content_before(line, floor, verb)
    if subject[0] >= subject[1] or not content:
        return None
    quoted = _quote_ends(line, verb)
    after = tags[subject[1]] if subject[1] < len(tags) else "."
    if tags[subject[0]] in "IT" or (not quoted and (after in "VXB" or hit.cue.takes != "that")):
        return None
    if after == ":" and subject[1] + 1 >= len(tokens):
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
        if len(lead.split()) > 1 and lead[-1] not in ":.,;—-":
            if not any(tag in "VXBE" for tag in line.tags[:verb]):
                return []
            start = line.start
        return [(start, edge[-1].end)]
    comma = verb - 1
    if comma < 4 or tokens[comma].text not in (",", "-", "–", "—"):
        return []
    first = next((n for n in range(comma) if tokens[n].text not in "-–—•*"), 0)
    if line.word(first) == "according":
        first = line.tags.find(",", first, comma) + 1 or first
    return [(tokens[first].start, tokens[comma - 1].end)]


def _postposed(line: Line, hit: Hit, floor: int, verb: int, subject: Part) -> Frame | None:
    """'"...," X said' and "..., X said"."""
    tokens, tags = line.tokens, line.tags
    stop = sentence_stop(line)
    after = line.word(hit.end) if hit.end < len(tokens) else "."
    rest = hit.end >= stop or after in (",", ".", "—", "–") or after in PREPOSITIONS | WHEN
    if not rest:
        end = adjuncts(line, Frame((0, 0), (0, 0), [], hit, ""), hit.end)
        rest = end >= stop or (end > hit.end and tags[end] in ",-")
    quoted = floor > 0 and (subject[0] == floor or _quote_ends(line, subject[0]))
    comma = subject[0] > 4 and tags[subject[0] - 1] in ",-" and hit.cue.takes == "that"
    if not (quoted or comma) or (not rest and not quoted) or (quoted and after == "that"):
        return None
    if not quoted and not any(tag in "VXT" for tag in tags[: subject[0]]):
        return None
    if (
        not quoted
        and hit.end < stop
        and tags[0] in "PS"
        and "," not in tags[1 : subject[0] - 1]
        and line.word(0) != "but"
        and tags[hit.end] != ","
    ):
        return None
    content = _content_before(line, floor, subject[0])
    if not content or (not quoted and tags[0] in "PSEG" and _before_quote(line, hit)):
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, hit.end), content, hit, "postposed")
    _later_part(line, frame, hit.end)
    return frame


def _later_part(line: Line, frame: Frame, at: int) -> None:
    """The second half of '"...," X said, "..."', and the medium between."""
    at = adjuncts(line, frame, at)
    begin = line.tokens[min(at, len(line.tokens) - 1)].start
    for mark in line.marks:
        if mark.start >= begin and mark.start > frame.cue[1]:
            if mark.start < line.end and not line.text[begin : mark.start].strip(" ,:.\n"):
                frame.content.append((mark.start, mark.end))
                return
            break
    _rest(line, frame, at)


def _rest(line: Line, frame: Frame, at: int) -> None:
    """ "..., X said, and ...": a clause that goes on behind the speaker."""
    stop = sentence_stop(line)
    if at + 3 >= stop or line.tags[at] != "," or line.tags[at + 1] not in "CDOMNAVX":
        return
    linked = line.tags[at + 1] == "C"
    if frame.hit is None or frame.hit.cue.takes != "that" or (linked and _own(line, at + 2, stop)):
        return
    if not linked and (line.inside(at + 1) or _quote_ends(line, at)):
        return
    end = clause_end(line, at + 1, stop)
    if end > at + 3 and any(tag in "VX" for tag in line.tags[at + 1 : end]):
        frame.content.append(chars(line, at + 1, end))
        over_quote(line, frame)


def _own(line: Line, at: int, stop: int) -> bool:
    """Whether the clause behind a conjunction has a verb of saying of its own."""
    for end in range(at, min(at + 12, stop)):
        if line.tags[end] in "VXG":
            return any(not cue.weak for _, cue in forms().get(line.word(end), ()))
    return False


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
    short = at < stop and _noun_phrase(line, hit, at)
    end = clause_end(line, at, stop, short) if at < stop else at
    if end > at and (short or hit.cue.takes != "that"):
        if line.text[slice(*subject)].lower() in ("who", "that", "which"):
            end = relative_end(line, at, end)
        if short:
            end = undated(line, at, coordinate_end(line, hit, at, end))
    if end <= at:
        return _quote_after(line, frame)
    frame.content.append((tokens[at].start, tokens[end - 1].end))
    over_quote(line, frame)
    return frame


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
    """The frame with the quotation that begins after the colon it ends in."""
    if line.after is None or line.tokens[-1].text not in ":,":
        return None
    frame.content.append((line.after.start, line.after.end))
    return frame


def _noun_phrase(line: Line, hit: Hit, at: int) -> bool:
    """Whether the content of a cue begins as a noun phrase, which ends sooner than a clause."""
    if at >= len(line.tokens) or line.inside(at) or line.tags[at] in "IST":
        return False
    if hit.cue.takes != "that":
        return True
    end = at
    while end < sentence_stop(line) and line.tags[end] not in ',;:"-SWI':
        if line.tags[end] in "VXEBTs" or line.inside(end) or (line.tags[end] == "G" and line.tags[end - 1] in "NM"):
            return False
        end += 1
    return end >= sentence_stop(line) or line.tags[end] in ";SW" or line.tags[end : end + 2] == ",W"


def _participle(line: Line, hit: Hit, verb: int) -> Frame | None:
    """ ", adding that ..." and "a report claiming ...": right behind a noun it speaks of that; else the subject is
    filled in from the sentence."""
    before = line.word(verb - 1) if verb else ""
    if before in PREPOSITIONS - {"as", "by"} or (before == "by" and hit.cue.takes != "that"):
        return None
    if hit.cue.strict and not _before_quote(line, hit) and line.word(min(hit.end, len(line.tags) - 1)) != "that":
        return None
    subject = (0, 0)
    if verb and line.tags[verb - 1] in "NM":
        found = subject_before(line.tags, line.tokens, verb, _floor(line, hit.start))
        subject = chars(line, *found) if found[0] < found[1] else subject
    frame = _after(line, hit, verb, subject)
    if frame is not None:
        frame.rule = "participle"
    return frame
