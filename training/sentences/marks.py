"""Sentences with their labels in braces, one a line, as the files of this folder hold them.

`{S:Kenya's president} {E CONSULT visit actual:visited} {T:Kampala}.` has three marks. A mark is a tag, a number
where a sentence has several events or statements (`{S2:...}`), the fields of that tag, a colon and the words it
covers; marks may stand in each other. One place may bear several (`{S1 T2:...}`). README.md says what each means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_OPEN = re.compile(r"\{([A-Z][^:{}]*):")
_LABEL = re.compile(r"([A-Z])(\d?)")

MODES = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "",
    "AID": "economic military humanitarian asylum",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet", "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet", "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct", "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture execute sexual assassinate targeted primitive firearms explosives suicide"
    " heavy-weapons crowd-control aerial drone destroy unconventional",
}  # fmt: skip
"""The modes that a label may name, by event; `-` where none fits."""
MODALITIES = ("actual", "planned", "willing", "hypothetical", "negated", "background")
STANCES = ("say", "claim", "deny", "promise", "ask", "expect", "refuse", "warn", "accuse", "welcome")
FOLDERS = ("events", "events/held", "frames", "frames/also", "names", "names/also")
"""Where batches lie; the kind is the first part. What is held out is of its kind and repeats no line of it; `also`
holds sentences of other kinds, marked for this one."""
STATUSES = ("current", "former", "acting", "then", "designate", "deputy")


@dataclass(frozen=True, slots=True)
class Mark:
    """One label: its tag, the number of what it belongs to (1 where none is written), its fields, its span."""

    tag: str
    number: int
    fields: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its braces, and its marks in the order they end in."""

    text: str
    marks: tuple[Mark, ...]

    def spans(self, tag: str, number: int) -> tuple[tuple[int, int], ...]:
        """Where the marks of one tag and number stand, in order."""
        return tuple(sorted((m.start, m.end) for m in self.marks if (m.tag, m.number) == (tag, number)))


def parse(line: str) -> Sentence:
    """One line of a file. Raises `ValueError` with the place of a brace that has no partner or no label."""
    out: list[str] = []
    size = at = 0
    opened: list[tuple[str, int]] = []
    marks: list[Mark] = []
    while at < len(line):
        char = line[at]
        if char == "{":
            found = _OPEN.match(line, at)
            if found is None:
                raise ValueError(f"no label at {at}: {line[at : at + 40]}")
            opened.append((found[1], size))
            at = found.end()
            continue
        if char == "}":
            if not opened:
                raise ValueError(f"nothing to close at {at}: {line[max(0, at - 40) : at]}")
            label, start = opened.pop()
            if start == size:
                raise ValueError(f"a mark without words: {label}")
            marks += _marks(label, start, size)
        else:
            out.append(char)
            size += 1
        at += 1
    if opened:
        raise ValueError(f"not closed: {opened[-1][0]}")
    return Sentence("".join(out), tuple(marks))


def _marks(label: str, start: int, end: int) -> Iterator[Mark]:
    words = label.split()
    heads = [word for word in words if _LABEL.fullmatch(word)]
    fields = tuple(words[len(heads) :])
    if not heads or words[: len(heads)] != heads:
        raise ValueError(f"no tag in {label!r}")
    for head in heads:
        tag, number = head[0], int(head[1:] or 1)
        yield Mark(tag, number, fields, start, end)


@dataclass(frozen=True, slots=True)
class Event:
    """A labelled event; spans are character offsets. Without parties the tuples are empty."""

    text: str
    trigger: tuple[int, int]
    event: str
    mode: str
    modality: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]


def events(sentence: Sentence) -> tuple[Event, ...]:
    """The events of a sentence (tag E with event, mode, modality; S and T of its number). Raises `ValueError` for a
    label that doesn't exist, for a party without an event and for a number that two events share."""
    triggers = [mark for mark in sentence.marks if mark.tag == "E"]
    if len({mark.number for mark in triggers}) < len(triggers):
        raise ValueError("two events of one number")
    if stray := {m.number for m in sentence.marks if m.tag in "ST"} - {m.number for m in triggers}:
        raise ValueError(f"parties of no event: {sorted(stray)}")
    if strange := {mark.tag for mark in sentence.marks} - set("EST"):
        raise ValueError(f"tags that are of no event: {sorted(strange)}")
    return tuple(_event(sentence, mark) for mark in sorted(triggers, key=lambda mark: mark.number))


def _event(sentence: Sentence, mark: Mark) -> Event:
    if len(mark.fields) != 3:
        raise ValueError(f"an event has event, mode and modality, not {mark.fields}")
    event, mode, modality = mark.fields
    if event not in MODES or modality not in MODALITIES or (mode != "-" and mode not in MODES[event].split()):
        raise ValueError(f"no such label: {' '.join(mark.fields)}")
    return Event(
        sentence.text, (mark.start, mark.end), event, "" if mode == "-" else mode, modality,
        sentence.spans("S", mark.number), sentence.spans("T", mark.number),
    )  # fmt: skip


def check(sentence: Sentence, kind: str) -> None:
    """Raises `ValueError` where the labels of a sentence are not those of its kind: events, frames, names."""
    if kind == "events":
        events(sentence)
        return
    allowed = {"frames": "QCW", "names": "POLGVXR"}[kind]
    for mark in sentence.marks:
        if mark.tag not in allowed:
            raise ValueError(f"no tag {mark.tag} in {kind}")
        known = {"C": STANCES, "R": STATUSES}.get(mark.tag)
        if (mark.fields != ()) if known is None else (len(mark.fields) != 1 or mark.fields[0] not in known):
            raise ValueError(f"fields of {mark.tag}: {mark.fields}")
    if kind == "frames":
        numbers = {tag: {m.number for m in sentence.marks if m.tag == tag} for tag in "QCW"}
        if not numbers["Q"] | numbers["C"] <= numbers["W"]:
            raise ValueError("a statement without content")


def lines(folder: Path) -> Iterator[tuple[Path, int, str]]:
    """The sentences of all files of a folder, with file and line; blank lines and those with # are passed over."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                yield path, number, line


def main() -> int:
    """Check all files beside this one and say what they hold."""
    bad = 0
    seen: set[tuple[str, str]] = set()
    for folder in FOLDERS:
        kind = folder.split("/")[0]
        count = 0
        for path, number, line in lines(Path(__file__).parent / folder):
            try:
                sentence = parse(line)
                check(sentence, kind)
                if (kind, sentence.text) in seen:
                    raise ValueError("said twice")
                seen.add((kind, sentence.text))
            except ValueError as error:
                bad += 1
                print(f"{path.name}:{number}: {error}")
            count += 1
        print(f"{folder}: {count} sentences")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
