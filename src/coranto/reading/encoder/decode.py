"""From the scores of a line to names, statements and events; words are counted from its first."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np

from coranto.reading.encoder.inputs import Span
from coranto.reading.encoder.session import Read, Scores, softmax
from coranto.types.reading import Modality, NameKind, Stance

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "group", "facility", "event")


class NameSeen(NamedTuple):
    """Words that are a name of a kind, with the chance of it."""

    span: Span
    kind: NameKind
    sure: float


class FrameSeen(NamedTuple):
    """A statement: where its cue, its source (empty span for none) and the pieces of its content stand."""

    cue: Span
    stance: Stance
    source: Span
    content: tuple[Span, ...]
    sure: float


class EventSeen(NamedTuple):
    """An event by its trigger: `sure` is the chance of a trigger, `event_sure` that it names this event."""

    trigger: Span
    event: str
    mode: str
    modality: Modality
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    sure: float
    event_sure: float


class NamesSeen(NamedTuple):
    """The names of a line, and of each word the chance that it is in a name of each of `KINDS` [words, kinds]."""

    spans: tuple[NameSeen, ...]
    chances: Scores


def names_seen(read: Read, classes: Sequence[str]) -> NamesSeen:
    """The names of a line, by the likeliest tags of which none goes on without its kind beginning or going on
    before it (Viterbi)."""
    chances = softmax(read.heads["names"])
    of_kind = [[n for n, tag in enumerate(classes) if tag[2:] == kind] for kind in KINDS]
    by_kind = np.stack([chances[:, columns].sum(axis=1) for columns in of_kind], axis=1)
    tags = chances.argmax(axis=1).tolist()
    if not any(tags):
        return NamesSeen((), by_kind)
    if not all(_follows(classes[a], classes[b]) for a, b in pairwise([0, *tags])):
        tags = _best_tags(chances, classes)
    out = []
    for start, end in _runs([classes[tag] for tag in tags]):
        kind = cast(NameKind, classes[tags[start]][2:])
        out.append(NameSeen((start, end), kind, float(by_kind[start:end, KINDS.index(kind)].mean())))
    return NamesSeen(tuple(out), by_kind)


def _best_tags(chances: Scores, classes: Sequence[str]) -> list[int]:
    allowed = np.array([[_follows(a, b) for b in classes] for a in classes])
    rules = np.where(allowed, 0.0, -1e4)
    opening = np.array([-1e4 if tag.startswith("i-") else 0.0 for tag in classes])
    logs = np.log(chances + 1e-9)
    best, back = logs[0] + opening, []
    for row in logs[1:]:
        ways = best[:, None] + rules
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    found = [int(best.argmax())]
    for step in reversed(back):
        found.append(int(step[found[-1]]))
    return found[::-1]


def _follows(before: str, after: str) -> bool:
    return not after.startswith("i-") or before[2:] == after[2:]


def _runs(tags: Sequence[str]) -> Iterator[Span]:
    """Spans of tags `b...` and the `i...` after each."""
    start = -1
    for n, tag in enumerate([*tags, "-"]):
        if start >= 0 and not tag.startswith("i"):
            yield start, n
            start = -1
        if tag.startswith("b"):
            start = n


def spans_seen(scores: Scores, least: float) -> list[tuple[Span, float]]:
    """Spans of words that a head (outside, begins, goes on) calls inside with at least that chance, each with the
    highest of its words."""
    chances = softmax(scores)
    inside = 1.0 - chances[:, 0]
    out: list[tuple[Span, float]] = []
    for n, chance in enumerate(inside):
        if chance < least:
            continue
        if out and out[-1][0][1] == n and chances[n, 2] >= chances[n, 1]:
            out[-1] = ((out[-1][0][0], n + 1), max(out[-1][1], float(chance)))
        else:
            out.append(((n, n + 1), float(chance)))
    return out


def frames_seen(read: Read, stances: Sequence[str], least: float) -> list[FrameSeen]:
    """The statements of a line whose cue has at least that chance."""
    out = []
    for cue, sure in spans_seen(read.heads["cue"], least):
        source = _segment(_row(read, "source", cue), cue)
        content = _segments(_row(read, "content", cue), cue)
        stance = stances[int(read.heads["stance"][cue[0] : cue[1]].mean(axis=0).argmax())]
        if content:
            out.append(FrameSeen(cue, cast(Stance, stance), source, content, sure))
    return out


def events_seen(read: Read, classes: dict[str, list[str]], least: float) -> list[EventSeen]:
    """The events of a line whose trigger has at least that chance."""
    out = []
    for trigger, sure in spans_seen(read.heads["trigger"], least):
        start, end = trigger
        said = {head: softmax(read.heads[head][start:end].mean(axis=0)) for head in ("root", "mode", "modality")}
        event, mode, modality = (classes[head][int(said[head].argmax())] for head in ("root", "mode", "modality"))
        actor = _segments(_row(read, "actor", trigger), trigger)
        recipient = _segments(_row(read, "recipient", trigger), trigger)
        found = EventSeen(
            trigger, event, "" if mode == "-" else mode, cast(Modality, modality), actor, recipient, sure,
            float(said["root"].max()),
        )  # fmt: skip
        out.append(found)
    return out


def _row(read: Read, relation: str, of: Span) -> Scores:
    found: Scores = read.relations[relation][of[0] : of[1]].mean(axis=0)
    return found


def _segment(scores: Scores, apart: Span) -> Span:
    """The run of words whose scores add up to most, without the words `apart`; an empty one for none above 0."""
    found = _best(scores, apart)
    return found[0] if found and found[1] > 0 else (0, 0)


def _segments(scores: Scores, apart: Span, most: int = 3) -> tuple[Span, ...]:
    """Up to `most` such runs, in the order of the words."""
    left = scores.copy()
    out: list[Span] = []
    for _ in range(most):
        found = _best(left, apart)
        if found is None or found[1] <= 0 or left[found[0][0] : found[0][1]].max() <= 0:
            break
        out.append(found[0])
        left[found[0][0] : found[0][1]] = -1e4
    return tuple(sorted(out))


def _best(scores: Scores, apart: Span) -> tuple[Span, float] | None:
    best: tuple[Span, float] | None = None
    total, start = 0.0, 0
    for n, score in enumerate(scores.tolist()):
        if apart[0] <= n < apart[1]:
            total, start = 0.0, n + 1
            continue
        if total <= 0:
            total, start = 0.0, n
        total += score
        if best is None or total > best[1]:
            best = ((start, n + 1), total)
    return best
