"""Which triggers of happenings, over the documents of one topic, name one and the same: the floor of merging.

The same stems, word groups and overlap that merging uses, without persons, dates and places: what a corpus of
marked triggers (ECB+; Cybulska and Vossen 2014) can measure.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from coranto.record.kinds import kind_of
from coranto.record.overlap import share, stem, stems_of

LIGHT = 0.5
"""The share of sentence stems that two triggers of a light kind ("said") must have in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A marked trigger: its document, the topic its document is of, its words, head lemma and sentence."""

    doc: str
    topic: str
    text: str
    lemma: str
    words: tuple[str, ...]


def corefer(mentions: Sequence[Trigger]) -> tuple[int, ...]:
    """A cluster number for each trigger; equal numbers mean one event. Numbers follow first occurrence."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        blocks[mention.topic, _key(mention)].append(at)
    labels = [-1] * len(mentions)
    for members in blocks.values():
        light = _kind(mentions[members[0]])[1]
        for group in _split(mentions, members) if light else [members]:
            for at in group:
                labels[at] = group[0]
    return tuple(labels)


def _kind(mention: Trigger) -> tuple[str, bool]:
    return kind_of(mention.lemma, mention.text)


def _key(mention: Trigger) -> str:
    """The kind; for light triggers the very word as well ("took" and "made" have nothing in common)."""
    kind, light = _kind(mention)
    return f"{kind} {stem(mention.lemma)}" if light else kind


def _split(mentions: Sequence[Trigger], members: Sequence[int]) -> list[list[int]]:
    """Triggers of a light kind by their sentences: each joins the first group with a sentence like its own."""
    words = {at: stems_of(mentions[at].words) for at in members}
    groups: list[list[int]] = []
    for at in members:
        fit = next((g for g in groups if any(share(words[at], words[other]) >= LIGHT for other in g)), None)
        if fit is None:
            groups.append([at])
        else:
            fit.append(at)
    return groups
