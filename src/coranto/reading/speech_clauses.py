"""After a cue: addressee, time, medium, and how far the content goes; "according to"."""

from coranto.reading.name_tokens import Token
from coranto.reading.speech_cues import forms, media, word_set
from coranto.reading.speech_lines import Frame, Line, Span, chars, sentence_stop
from coranto.reading.speech_parts import BREAKS, PREPOSITIONS, PRONOUNS

_SAYING = word_set("saying")
_TELL = word_set("tell")
_WHEN = word_set("when")
_TAIL = word_set("tail")
_SHORT = frozenset(("when", "while", "after", "during", "because", "even", "although", "though", "which"))
_STOPS = frozenset(("while", "whereas", "although", "though"))


def adjuncts(line: Line, frame: Frame, at: int) -> int:
    """Past addressee, time, place and medium after a cue; notes addressee and medium; where content may begin."""
    tokens = line.tokens
    stop = len(tokens)
    if frame.hit and frame.hit.cue.lemma in _TELL and at < stop and tokens[at].text.lower() not in ("that", ","):
        end = at
        while (
            end < stop
            and end - at < 9
            and tokens[end].text.lower() not in BREAKS
            and tokens[end].text not in ',:"“.'
        ):
            if (
                end > at
                and tokens[end].text.lower() in PREPOSITIONS | PRONOUNS | {"the"}
                and tokens[end - 1].shape != "l"
            ):
                break
            end += 1
            if tokens[end - 1].text.lower() in ("him", "her", "them", "us", "me", "reporters", "journalists"):
                break
        frame.addressee = chars(line, at, end)
        at = end
    while at < stop and (tokens[at].text.lower() in _WHEN or _phrase(tokens, at) > at):
        end = max(_phrase(tokens, at), at + 1)
        words = {token.text.lower() for token in tokens[at:end]}
        if words & media():
            frame.medium = chars(line, at, end)
        at = end
    return at


def _phrase(tokens: tuple[Token, ...], at: int) -> int:
    """End of a short adjunct such as "in a statement", "on Tuesday", "at the forum"; `at` when none begins."""
    if tokens[at].text.lower() not in ("in", "on", "at", "during", "to", "via", "through", "of"):
        return at
    for end in range(at + 1, min(at + 9, len(tokens))):
        word = tokens[end].text.lower()
        if word in media() or word in _WHEN:
            more = end + 1
            while (
                more < len(tokens)
                and more - end < 6
                and tokens[more].text.lower() in frozenset(("in", "on", "with", "to", "from")) | _WHEN
            ):
                more += 2
            return min(more, len(tokens)) if more > end + 1 and more <= len(tokens) else end + 1
        if tokens[end].text in ',.:"“' or word in BREAKS:
            return at
    return at


def over_quote(line: Line, frame: Frame) -> None:
    """A quoted run that goes on past the sentence belongs to the content whole."""
    start, end = frame.content[-1]
    for mark in line.marks:
        if mark.start < end < mark.end and mark.start >= start - 1:
            frame.content[-1] = (start, mark.end)


def clause_end(line: Line, at: int, stop: int, short: bool = False) -> int:
    """Where a complement clause that begins at token `at` ends; a `short` noun phrase ends at its first comma."""
    tokens = line.tokens
    end = at
    while end < stop:
        word = tokens[end].text.lower()
        if end > at and not line.inside(end):
            if short and (word in _SHORT or (word == "," and end - at > 2) or _second_verb(line, end, stop)):
                break
            if word == ";" or (tokens[end].text == "," and end + 1 < stop and _leaves(line, end + 1, stop)):
                break
            if word in ("according", "as") and end + 1 < stop and tokens[end + 1].text.lower() in ("to", "per"):
                break
        end += 1
    while end > at and tokens[end - 1].text in (",", ".") and not line.inside(end - 1):
        end -= 1
    return end


def _second_verb(line: Line, at: int, stop: int) -> bool:
    """ "and urged": a second verb of the same subject."""
    if line.tokens[at].text not in ("and", "but") or at + 1 >= stop:
        return False
    word = line.tokens[at + 1].text
    return word in forms() and (word.endswith("ed") or word in ("said", "told"))


def _leaves(line: Line, at: int, stop: int) -> bool:
    """Whether what follows a comma is no longer said: another cue's clause, "according to", "while X"."""
    tokens = line.tokens
    word = tokens[at].text.lower()
    if word in _STOPS or (
        word in ("according", "adding") or (word == "as" and at + 1 < stop and tokens[at + 1].text == "per")
    ):
        return True
    if (
        word in ("and", "but")
        and at + 1 < stop
        and tokens[at + 1].text.lower() in ("added", "said", "told", "urged", "called")
    ):
        return True
    if word in _SAYING:
        return True
    return _tail_cue(line, at, stop)


def _tail_cue(line: Line, at: int, stop: int) -> bool:
    """ ", Xinhua reported" at the end of the sentence."""
    tokens = line.tokens
    tail = [token.text.lower() for token in tokens[at:stop]]
    return len(tail) < 12 and any(word in _TAIL for word in tail) and not any(word in BREAKS for word in tail)


def according(line: Line) -> list[Frame]:
    """ "according to X", "as per X"."""
    tokens, out = line.tokens, []
    stop = sentence_stop(line)
    for at in range(len(tokens) - 1):
        pair = (tokens[at].text.lower(), tokens[at + 1].text.lower())
        if pair not in (("according", "to"), ("as", "per")) or line.inside(at) or at + 2 >= stop:
            continue
        if tokens[at + 2].text.lower() in ("what", "how", "plan"):
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
        word = tokens[end].text.lower()
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
    if tokens[0].text.lower() in ("but", "and", "meanwhile", "however") and end > 3:
        start = 1
    return (tokens[start].start, tokens[end - 1].end) if end - start > 1 else None
