"""Examples from the sentences written for this project."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from encoder.examples import Example, Words, bio, named, nowhere
from encoder.labels import EVENTS
from sentences.marks import Sentence, events, lines, parse

FOLDER = Path(__file__).parent.parent / "sentences"
HELD = 12
"""One sentence of so many is held out."""
ALSO = "also"
"""The folder, in that of a kind, with marks of that kind for sentences of other kinds."""
_KINDS = {"P": "person", "O": "organisation", "L": "place", "G": "group", "V": "event", "X": "facility"}


def own_examples(*, held: bool) -> list[tuple[str, Example]]:
    """(sentence, example) of all our sentences: those to train with, or the one in twelve that are held out."""
    kinds = (event_examples, "events"), (frame_examples, "frames"), (name_examples, "names")
    each = (pair for examples, folder in kinds for pair in examples(FOLDER / folder))
    return [(text, one) for text, one in each if (sum(text.encode()) % HELD == 0) is held and one.line.first]


def also_marked(folder: Path) -> dict[str, Sentence]:
    """Marks of one kind for sentences of other kinds, by sentence."""
    found = (parse(raw) for _, _, raw in lines(folder / ALSO))
    return {sentence.text: sentence for sentence in found}


def event_examples(folder: Path) -> Iterator[tuple[str, Example]]:
    """(sentence, example) of each sentence as it stands, and once more for each event with its parties marked."""
    names, frames = also_marked(FOLDER / "names"), also_marked(FOLDER / "frames")
    for _, _, raw in lines(folder):
        sentence = parse(raw)
        words = Words(sentence.text)
        yield sentence.text, _events(sentence, words, names, frames)
        for example in _pairs(sentence, words):
            yield sentence.text, example


def _events(
    sentence: Sentence, words: Words, names: Mapping[str, Sentence], frames: Mapping[str, Sentence]
) -> Example:
    out = words.example("events")
    found = [(one, words.within(one.trigger)) for one in events(sentence)]
    bio(out, "trigger", len(words.tokens), (at for _, at in found))
    if sentence.text in names:
        _say_names(out, words, names[sentence.text], "-", "b-group", "i-group")
    if sentence.text in frames:
        _say_frames(out, words, frames[sentence.text])
    else:
        nowhere(out, words, "cue")
    for one, at in found:
        for n in at:
            out.say("root", n, one.event)
            out.say("modality", n, one.modality)
            out.say("mode", n, one.mode or "-")
        out.relate("actor", at, words.within(*one.sources))
        out.relate("recipient", at, words.within(*one.targets))
    return out


def _pairs(sentence: Sentence, words: Words) -> Iterator[Example]:
    """One example for each event with a party: two sides marked, a target or the last of several sources as the
    second, or what there is."""
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
    names = also_marked(FOLDER / "names")
    for _, _, raw in lines(folder):
        sentence = parse(raw)
        words = Words(sentence.text)
        out = words.example("frames")
        nowhere(out, words, "trigger")
        _say_frames(out, words, sentence)
        if sentence.text in names:
            _say_names(out, words, names[sentence.text], "-", "b-group", "i-group")
        yield sentence.text, out


def _say_frames(out: Example, words: Words, sentence: Sentence) -> None:
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
        _say_names(out, words, sentence, "-")
        offices = [words.within((mark.start, mark.end)) for mark in sentence.marks if mark.tag == "R"]
        bio(out, "office", len(words.tokens), _apart(offices))
        yield sentence.text, out


def _say_names(out: Example, words: Words, sentence: Sentence, *elsewhere: str) -> None:
    """The names, and of all other words that they are one of `elsewhere`."""
    for n in range(len(words.tokens)):
        out.say("names", n, *elsewhere)
    marks = [mark for mark in sentence.marks if mark.tag in _KINDS]
    named(out, [(words.within((mark.start, mark.end)), (_KINDS[mark.tag],)) for mark in marks], ())
