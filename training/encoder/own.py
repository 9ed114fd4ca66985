"""Examples from the sentences written for this project."""

from collections.abc import Iterator
from pathlib import Path

from encoder.examples import Example, Words, bio, named, nowhere
from encoder.labels import EVENTS
from sentences.marks import Sentence, events, lines, parse

FOLDER = Path(__file__).parent.parent / "sentences"
_KINDS = {"P": "person", "O": "organisation", "L": "place", "G": "group", "V": "event", "X": "facility"}


def event_examples(folder: Path) -> Iterator[tuple[str, Example]]:
    """(sentence, example) of each sentence as it stands, and once more for each event with its parties marked."""
    for _, _, raw in lines(folder):
        sentence = parse(raw)
        yield sentence.text, _events(sentence)
        for example in _pairs(sentence):
            yield sentence.text, example


def _events(sentence: Sentence) -> Example:
    words = Words(sentence.text)
    out = words.example("events")
    found = [(one, words.within(one.trigger)) for one in events(sentence)]
    bio(out, "trigger", len(words.tokens), (at for _, at in found))
    nowhere(out, words, "cue")
    for one, at in found:
        for n in at:
            out.say("root", n, one.event)
            out.say("modality", n, one.modality)
            out.say("mode", n, one.mode or "-")
        out.relate("actor", at, words.within(*one.sources))
        out.relate("recipient", at, words.within(*one.targets))
    return out


def _pairs(sentence: Sentence) -> Iterator[Example]:
    """One example for each event with a party: two sides marked, a target or the last of several sources as the
    second, or what there is."""
    words = Words(sentence.text)
    for one in events(sentence):
        sides = [*one.sources, *one.targets]
        if not sides:
            continue
        second = next((side for side in reversed(sides) if side != sides[0]), None)
        source = sides[0] if one.sources or second is not None else (0, 0)
        target = second or (sides[0] if not one.sources else (0, 0))
        out = words.example("pairs" if second else "halves", words.range(*source), words.range(*target))
        out.event = EVENTS.index(one.event)
        yield out


def frame_examples(folder: Path) -> Iterator[tuple[str, Example]]:
    """(sentence, example) of each sentence with statements."""
    for _, _, raw in lines(folder):
        sentence = parse(raw)
        words = Words(sentence.text)
        out = words.example("frames")
        nowhere(out, words, "trigger")
        cues = [(mark, words.within((mark.start, mark.end))) for mark in sentence.marks if mark.tag == "C"]
        bio(out, "cue", len(words.tokens), _apart([at for _, at in cues]))
        for number in sorted({mark.number for mark, _ in cues}):
            at = [n for mark, found in cues if mark.number == number for n in found]
            sources = words.within(*sentence.spans("Q", number))
            for n in at:
                out.say("stance", n, next(mark.fields[0] for mark, _ in cues if mark.number == number))
            cue = [n for n in at if n not in sources]  # "in their view"
            out.relate("source", cue, sources)
            out.relate("content", cue, (n for n in words.within(*sentence.spans("W", number)) if n not in cue))
        yield sentence.text, out


def _apart(spans: list[list[int]]) -> list[list[int]]:
    """Spans without the words that others have taken."""
    taken: set[int] = set()
    out = []
    for span in spans:
        out.append([n for n in span if n not in taken])
        taken.update(span)
    return [span for span in out if span]


def name_examples(folder: Path) -> Iterator[tuple[str, Example]]:
    """(sentence, example) of each sentence with names and offices."""
    for _, _, raw in lines(folder):
        sentence = parse(raw)
        words = Words(sentence.text)
        out = words.example("names")
        nowhere(out, words, "cue", "trigger")
        marks = [mark for mark in sentence.marks if mark.tag in _KINDS]
        spans = [(words.within((mark.start, mark.end)), (_KINDS[mark.tag],)) for mark in marks]
        named(out, spans, range(len(words.tokens)))
        offices = [words.within((mark.start, mark.end)) for mark in sentence.marks if mark.tag == "R"]
        bio(out, "office", len(words.tokens), _apart(offices))
        yield sentence.text, out
