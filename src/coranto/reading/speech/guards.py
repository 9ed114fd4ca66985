"""What must hold for a cue to count: its class, what it takes, what stands around it."""

from coranto.reading.speech.cues import Hit, word_set
from coranto.reading.speech.lines import Frame, Line, is_long, sentence_stop
from coranto.reading.speech.phrases import WHEN, Part
from coranto.reading.speech.quotes import Quoted

_BE = word_set("be")
_ALONE = word_set("alone")
_LATE = word_set("late")
_WHICH = frozenset(("last", "this", "next", "that", "earlier", "late"))
_PLAINEST = word_set("plainest")
_ENDS = frozenset((",", ".", "?", "!"))
_PAPERS = word_set("voice_papers")


def held(frame: Frame, found: list[Frame]) -> bool:
    """Whether an infinitive is what another cue takes: "promised to veto the bill"."""
    return any(one.subject == frame.subject and one.cue[0] == frame.cue[0] for one in found)


def says_something(line: Line, frame: Frame) -> bool:
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
            line.word(n) in WHEN | _LATE | _WHICH or line.tags[n] in ("NAR#" if _bare(frame) else "R#")
            for n in inside
        )
    ):
        return False
    return not inside or any(line.tags[n] in "NMOVXBEG#AD" and line.word(n) not in WHEN | _LATE for n in inside)


def _bare(frame: Frame) -> bool:
    """Whether a cue takes no plain noun: "said spokesman" is turned round."""
    return frame.hit is None or frame.hit.cue.lemma in _PLAINEST


def usable(line: Line, hit: Hit) -> bool:
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
    if tag == "N" and not hit.cue.base and floor_of(line, hit.start) and hit.end >= sentence_stop(line):
        return True
    return tag in "AN" and not hit.cue.weak and not hit.cue.base and _quote_near(line, hit)


def _quote_near(line: Line, hit: Hit) -> bool:
    return before_quote(line, hit) or quote_ends(line, hit.start)


def floor_of(line: Line, at: int) -> int:
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


def reported_as(line: Line, hit: Hit) -> bool:
    """ "was reported as saying"."""
    end = hit.end
    saying = end + 1 < len(line.tokens) and line.word(end) == "as" and line.word(end + 1).endswith("ing")
    return saying and hit.cue.lemma in ("report", "describe") and line.word(hit.start - 1) in _BE


def reduced(line: Line, hit: Hit, verb: int) -> bool:
    """ "officers accused of hacking", "Ruiz, expected to run,": a participle that speaks of the noun before it."""
    if hit.cue.ing or hit.end >= len(line.tags) or not line.word(hit.end - 1).endswith("ed"):
        return False
    if hit.cue.takes == "object" and hit.end == hit.start + 1:
        return line.word(hit.end) in ("of", "as", "in", "with", "to") and hit.cue.lemma not in _ALONE
    apart = verb == hit.start and verb > 0 and line.tags[verb - 1] == ","
    return apart and line.tags[hit.end] == "T" and "," in line.tags[hit.end :]


def supported(line: Line, hit: Hit, subject: Part) -> bool:
    """Weak cues need that, to, a quotation mark, or an able subject."""
    after = line.word(hit.end) if hit.end < len(line.tokens) else ""
    if before_quote(line, hit) or (after in ("that", "whether", "how", "why", ":") and hit.cue.takes != "object"):
        return True
    if hit.cue.strict:
        last = hit.end >= sentence_stop(line) and subject[0] > 4 and line.tags[subject[0] - 1] == ","
        says = line.word(subject[1] - 1) in _PAPERS or quote_ends(line, subject[0])
        return hit.cue.takes == "that" and (says or last)
    if after in ("to", "it") and hit.cue.takes != "object":
        return True
    head = line.tokens[subject[1] - 1]
    return head.low not in ("it", "this", "there")


def before_quote(line: Line, hit: Hit) -> bool:
    """Whether a quoted run of some length begins within three words after the cue."""
    at = line.tokens[hit.end - 1].end
    return any(at <= q.start <= at + 20 and is_long(line.text, q, 1) for q in line.marks)


def quote_ends(line: Line, at: int) -> bool:
    """Whether a quoted run ends right before token `at`."""
    start = line.tokens[at].start
    return any(q.end <= start and not line.text[q.end : start].strip(" ,") for q in line.marks)


def noun_phrase(line: Line, hit: Hit, at: int) -> bool:
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
