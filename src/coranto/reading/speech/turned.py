"""Cues turned round: passives, participles with an agent, infinitives, "quoted X as saying"."""

from coranto.reading.speech.clauses import clause_end, over_quote
from coranto.reading.speech.cues import Hit, word_set
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.phrases import Part, object_end, subject_after, subject_before, verb_start

_TOLD = word_set("told")
_OPINION = word_set("opinion")
_BE = word_set("be")
_STYLED = word_set("styled")
_COMES = word_set("come_to_say")
_PLAINEST = word_set("plainest") | {"announce", "warn", "declare", "insist", "complain", "deny"}
_PURPOSE = 9  # tokens between who comes and "to say"
_PLAIN = frozenset(("saying", "telling"))


def passive(line: Line, hit: Hit, verb: int, floor: int) -> Frame | None:
    """ "The plan was rejected by X", "X was told that ...", "The ship is expected to sail"."""
    tags, tokens = line.tags, line.tokens
    stop, at, word = sentence_stop(line), hit.end, line.word(hit.start)
    topic = subject_before(tags, tokens, verb, floor)
    agent: Part = (0, 0)
    if at < stop and line.word(at) == "by":
        agent = at + 1, _agent_end(line, at + 1, stop)
        at = agent[1]
    frame = Frame(chars(line, *agent) if agent[1] else (0, 0), chars(line, verb, hit.end), [], hit, "passive")
    follows = line.word(at) if at < stop else ""
    rest = _rest(line, at, stop) if follows in ("that", "to", "as", "for", "whether", "if", "about", "of") else []
    subject = [chars(line, *topic)] if topic[0] < topic[1] else []
    if word in _TOLD and follows in ("that", "to", "whether", "if", "about"):
        frame.addressee, frame.content = (subject or [(0, 0)])[0], rest
    elif follows == "that":
        frame.content = rest
    elif agent[1] or (word in _OPINION and follows in ("to", "as", "for", "of")):
        frame.content = subject + rest
    elif word in _STYLED and subject and at < stop and line.tags[at] in "DANM#R":
        end = clause_end(line, at, stop, True)
        frame.content = [*subject, chars(line, at, end)] if end > at else []
        rest = frame.content
    return frame if frame.content and (rest or agent[1]) else None


def _rest(line: Line, at: int, stop: int) -> list[Span]:
    end = clause_end(line, at, stop, line.tags[at] not in "IT")
    return [chars(line, at, end)] if end > at + 1 else []


def _agent_end(line: Line, at: int, stop: int) -> int:
    end = subject_after(line.tags, line.tokens, at, stop)[1]
    return max(end, min(at + 1, stop))


def agent_frame(line: Line, hit: Hit, floor: int) -> Frame | None:
    """ "a plan backed by X": X speaks of the noun before."""
    if hit.cue.strict or hit.start <= floor or line.tags[hit.start - 1] not in "NM":
        return None
    topic = subject_before(line.tags, line.tokens, hit.start, floor)
    stop = sentence_stop(line)
    end = _agent_end(line, hit.end + 1, stop)
    if topic[0] >= topic[1] or end <= hit.end + 1 or not any(tag in "MO" for tag in line.tags[hit.end + 1 : end]):
        return None
    cue = chars(line, hit.start, hit.end)
    return Frame(chars(line, hit.end + 1, end), cue, [chars(line, *topic)], hit, "passive")


def infinitive(line: Line, hit: Hit, to: int, floor: int) -> Frame | None:
    """ "X decided to announce ...": the whole verb group is the cue."""
    tags, tokens, at = line.tags, line.tokens, to
    while at > floor and tags[at - 1] == "R":
        at -= 1
    came = _came(line, hit, at, floor)
    if at <= floor or (not came and tags[at - 1] not in "VEAGX"):
        return None
    start = verb_start(tags, tokens, came or at - 1, floor)
    if not came and tags[at - 1] in "EAG" and start == at - 1:
        return None
    subject = subject_before(tags, tokens, start, floor)
    if subject[0] >= subject[1] or not any(tag in "MON" for tag in tags[slice(*subject)]):
        return None
    stop = sentence_stop(line)
    begin = hit.end
    while begin < stop and tags[begin] in ",:":
        begin += 1
    if begin >= stop or (hit.cue.strict and not line.inside(begin)):
        return None
    end = clause_end(line, begin, stop, hit.cue.takes != "that" and tags[begin] not in "IST")
    frame = Frame(chars(line, *subject), chars(line, start, hit.end), [], hit, "infinitive")
    if end > begin:
        frame.content = [chars(line, begin, end)]
        over_quote(line, frame)
    return frame if frame.content else None


def _came(line: Line, hit: Hit, at: int, floor: int) -> int:
    """The verb of "took to the airwaves to say", "wrote to the judge to say": who comes, calls or writes to say
    something says it; 0 where there is none."""
    if hit.cue.lemma not in _PLAINEST:
        return 0
    for back in range(at - 1, max(at - _PURPOSE, floor), -1):
        if line.tags[back] in "VE" and line.word(back) in _COMES:
            return back
        if line.tags[back] in 'VXBSWIC,;:"':
            return 0
    return 0


def _was_quoted(line: Line, hit: Hit, verb: int, floor: int, subject: Part) -> Frame | None:
    """ "X was quoted by TASS as saying ...": the subject speaks, who stands after "by" carries."""
    tokens, stop, at = line.tokens, sentence_stop(line), hit.end
    while at + 1 < stop and tokens[at].text != "as" and at - hit.end < 12:
        at += 1
    if at + 1 >= stop or not tokens[at + 1].text.endswith("ing") or subject[0] >= subject[1]:
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, at + 2), [], hit, "quoting")
    if at > hit.end + 1 and tokens[hit.end].text in ("by", "in"):
        span = chars(line, hit.end + 1, at)
        frame.carriers.append((line.text[span[0] : span[1]], span, _relation(hit)))
    begin = at + 2 + (at + 2 < stop and tokens[at + 2].text in (",", ":", "by"))
    end = clause_end(line, begin, stop) if begin < stop else begin
    frame.content = [chars(line, begin, end)] if end > begin else quoted_before(line, subject[0])
    if frame.content and end > begin:
        over_quote(line, frame)
    return frame if frame.content else None


def _relation(hit: Hit) -> str:
    return "cites" if hit.cue.lemma == "cite" else "reports" if hit.cue.lemma == "report" else "quotes"


def quoted_before(line: Line, at: int) -> list[Span]:
    """The quoted run, or else the clause after a comma, that ends right before token `at`."""
    start = line.tokens[at].start
    for mark in reversed(line.marks):
        if mark.end <= start and not line.text[mark.end : start].strip(" ,:\n"):
            return [(mark.start, mark.end)]
    return [chars(line, 0, at - 1)] if at > 5 and line.tags[at - 1] == "," else []


def quoting(line: Line, hit: Hit, verb: int, floor: int) -> Frame | None:
    """ "TASS quoted X as saying that ..." and '"...," TASS quoted X as saying': X speaks, TASS carries."""
    tokens, stop = line.tokens, sentence_stop(line)
    subject = subject_before(line.tags, tokens, verb, floor)
    if hit.end >= stop:
        return None
    if hit.start and line.word(hit.start - 1) in _BE:
        return _was_quoted(line, hit, verb, floor, subject)
    end = hit.end
    while end < stop and line.word(end) not in ("as", "that", *_PLAIN) and tokens[end].text not in ':"“.':
        end += 1
    plain = hit.end < end < stop and line.word(end) in _PLAIN
    saying = plain or (end + 1 < stop and tokens[end].text == "as" and tokens[end + 1].text.endswith("ing"))
    if not saying:
        end = object_end(line.tags, tokens, hit.end, stop)
    cue_end = end + 2 - plain if saying else hit.end
    frame = Frame(chars(line, hit.end, end), chars(line, verb, cue_end), [], hit, "quoting")
    if subject[0] < subject[1]:
        span = chars(line, *subject)
        frame.carriers.append((line.text[span[0] : span[1]], span, _relation(hit)))
    before = quoted_before(line, subject[0] if subject[0] < subject[1] else verb)
    if before and ((saying and cue_end >= stop) or (not saying and end >= stop)):
        frame.content = before
    elif not saying and end < stop and line.tags[end] == ":":
        frame.content = [(mark.start, mark.end) for mark in line.marks if mark.start >= tokens[end].end][:1]
    elif saying:
        at = cue_end + (cue_end < stop and tokens[cue_end].text in (",", ":"))
        last = clause_end(line, at, stop)
        frame.content = [chars(line, at, last)] if last > at else []
        if frame.content:
            over_quote(line, frame)
    return frame if frame.content and end > hit.end else None


def cited(line: Line, found: list[Frame]) -> None:
    """ "X said, citing Y": Y says what X said, and X carries it."""
    for at, frame in enumerate(found):
        main = found[at - 1] if at else None
        if (
            main is not None
            and frame.rule == "quoting"
            and not frame.carriers
            and main.subject[0] < main.subject[1]
        ):
            frame.content = list(main.content)
            start, end = main.subject
            frame.carriers.append((line.text[start:end], main.subject, "cites"))


def clip(found: list[Frame]) -> None:
    """Ends the content of a frame where an outer one, whose cue comes after, takes over."""
    for outer in found:
        if outer.rule not in ("postposed", "inverted", "according") or outer.content[0][0] > outer.cue[0]:
            continue
        low, high = outer.content[0]
        for inner in found:
            if inner is not outer and low <= inner.cue[0] < high:
                inner.content = [(a, min(b, high)) for a, b in inner.content if a < high] or inner.content
