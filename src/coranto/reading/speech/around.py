"""Contents that stand before their cue, or around it: '"...," said X, "..."', "..., X said, and ..."."""

from coranto.reading.speech.clauses import adjuncts, clause_end, over_quote
from coranto.reading.speech.cues import Hit, forms
from coranto.reading.speech.guards import before_quote, quote_ends
from coranto.reading.speech.lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech.phrases import PREPOSITIONS, WHEN, Part, subject_after


def inverted(line: Line, hit: Hit, floor: int, verb: int) -> Frame | None:
    """'"...," said X' and "..., said X": the content stands before."""
    tokens, tags = line.tokens, line.tags
    subject = subject_after(tags, tokens, hit.end, sentence_stop(line))
    content = _content_before(line, floor, verb)
    if subject[0] >= subject[1] or not content:
        return None
    quoted = quote_ends(line, verb)
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


def postposed(line: Line, hit: Hit, floor: int, verb: int, subject: Part) -> Frame | None:
    """'"...," X said' and "..., X said"."""
    tokens, tags = line.tokens, line.tags
    stop = sentence_stop(line)
    after = line.word(hit.end) if hit.end < len(tokens) else "."
    rest = hit.end >= stop or after in (",", ".", "—", "–") or after in PREPOSITIONS | WHEN
    if not rest:
        end = adjuncts(line, Frame((0, 0), (0, 0), [], hit, ""), hit.end)
        rest = end >= stop or (end > hit.end and tags[end] in ",-")
    if rest and hit.cue.takes == "that":
        aside = _parted(line, hit, verb, subject)
        if aside is not None:
            return aside
    quoted = floor > 0 and (subject[0] == floor or quote_ends(line, subject[0]))
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
    if not content or (not quoted and tags[0] in "PSEG" and before_quote(line, hit)):
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, hit.end), content, hit, "postposed")
    _later_part(line, frame, hit.end)
    return frame


def _parted(line: Line, hit: Hit, verb: int, subject: Part) -> Frame | None:
    """ "The move, X said, was ...", "Now, X said, they ...": a saying set between commas parts what is said."""
    tags, stop = line.tags, sentence_stop(line)
    if subject[0] < 2 or tags[subject[0] - 1] != "," or line.inside(subject[0] - 2):
        return None
    frame = Frame(chars(line, *subject), chars(line, verb, hit.end), [], hit, "postposed")
    at = adjuncts(line, frame, hit.end)
    first = max(tags.rfind(",", 0, subject[0] - 1), tags.rfind(";", 0, subject[0] - 1)) + 1
    if at + 2 >= stop or tags[at] != "," or first or any(tag in "VX" for tag in tags[: subject[0]]):
        return None
    end = clause_end(line, at + 1, stop)
    if tags[at + 1] not in "DOMNAVXRI#E" or not any(tag in "VX" for tag in tags[at + 1 : end]):
        return None
    lead = tags[0] in "C" and subject[0] > 3
    frame.content = [chars(line, int(lead), subject[0] - 1), chars(line, at + 1, end)]
    over_quote(line, frame)
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
    if frame.rule == "inverted" and not linked:
        return
    if frame.hit is None or frame.hit.cue.takes != "that" or (linked and _own(line, at + 2, stop)):
        return
    if not linked and (line.inside(at + 1) or quote_ends(line, at)):
        return
    end = clause_end(line, at + 1, stop)
    if end > at + 3 and any(tag in "VX" for tag in line.tags[at + 1 : end]):
        frame.content.append(chars(line, at + 1, end))
        over_quote(line, frame)


def _own(line: Line, at: int, stop: int) -> bool:
    """Whether the clause behind a conjunction has a verb of saying of its own."""
    for end in range(at, min(at + 12, stop)):
        if line.tags[end] in "VXG":
            return any(not cue.weak and len(key) == 1 for key, cue in forms().get(line.word(end), ()))
    return False
