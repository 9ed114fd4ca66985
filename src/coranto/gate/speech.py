"""Scores of attributions (PolNeAR) and of attribution chains (MPQA)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coranto.gate.material import said
from coranto.gate.metrics.counts import f1, ratio
from coranto.gate.metrics.spans import Parts, SpanTally, pair, shared, size, tidy
from coranto.gate.result import Score
from coranto.gate.work import Work, both_ways, door
from coranto.text.normal import ascii_fold
from coranto.types import Link, StatementMention

_PARTS = ("source", "cue", "content")
_EVERY = 3  # documents: with the encoder all of them take long
_OPEN, _CLOSE = '"“„«', '"”“»'
_WORD = re.compile(r"\w+")
_SMALL_WORDS = (
    "a an the of in on at for to and or by with from its his her their our my this that said "
    "he she they it we i you him them us who whom"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def speech_scores(work: Work) -> list[Score]:
    """Exact and soft F1 of source, cue and content; direct speech and its speakers apart; by rules alone too."""
    return [
        score for part, ask in both_ways(door("reading", "speech_in")) for score in _attributions(work, part, ask)
    ]


def _attributions(work: Work, set_: str, ask: Callable[..., Iterable[StatementMention]]) -> list[Score]:
    tallies = {part: SpanTally() for part in _PARTS}
    direct = DirectTally()
    attributions = 0
    for row in work.corpus.rows[:: 1 if set_ else _EVERY]:
        text, gold = said(row, "text"), work.gold(_gold, row)
        if gold is None:
            continue
        found = [statement for statement in work.attempt(ask, text) or () if statement.sentence >= 0]
        predicted = [parts_of(statement, text) for statement in found]
        count_parts(gold, predicted, tallies)
        direct.add(text, gold, found, predicted)
        attributions += len(gold)
    scores = [
        Score(f"reading.speech_{part}_{how}", getattr(tallies[part], how), tallies[part].gold, set_)
        for part in _PARTS
        for how in ("exact", "soft")
    ]
    return scores + direct.scores(set_) if attributions else []


def _gold(row: dict[str, Any]) -> list[Parts]:
    text = row["text"]
    rows = ({part: tidy(one.get(part) or (), text) for part in _PARTS} for one in row["attributions"])
    return [one for one in rows if any(one.values())]


def parts_of(statement: StatementMention, text: str) -> Parts:
    """The spans of a statement by part; a speaker without a place in the text has none."""
    speaker = statement.speaker
    placed = speaker is not None and speaker.via != "none" and speaker.end > speaker.start
    return {
        "source": tidy([(speaker.start, speaker.end)], text) if speaker is not None and placed else (),
        "cue": tidy([statement.cue_span], text) if statement.cue_span else (),
        "content": tidy(statement.content, text),
    }


def count_parts(gold: Sequence[Parts], predicted: Sequence[Parts], tallies: dict[str, SpanTally]) -> None:
    """Adds the parts of paired attributions, and those of unpaired ones against nothing."""
    pairs = pair(gold, predicted)
    for at, wanted in enumerate(gold):
        found = predicted[pairs[at]] if at in pairs else {}
        for part, tally in tallies.items():
            tally.add(wanted.get(part, ()), found.get(part, ()))
    for at in set(range(len(predicted))) - set(pairs.values()):
        for part, tally in tallies.items():
            tally.add((), predicted[at].get(part, ()))


def is_direct(parts: Parts, text: str) -> bool:
    """Whether all of a content stands in quotation marks."""
    content = parts.get("content", ())
    if not content:
        return False
    first, last = text[content[0][0] : content[0][1]], text[content[-1][0] : content[-1][1]].rstrip(".,;")
    whole = "".join(text[start:end] for start, end in content)
    return first[0] in _OPEN and last[-1:] in _CLOSE and _inside(whole) > 0.9


def _inside(content: str) -> float:
    """The share of letters and digits that stand between quotation marks."""
    opened = False
    within = total = 0
    for char in content:
        if char in '"“”„«»':
            opened = not opened if char == '"' else char in "“„«"
        elif char.isalnum():
            total += 1
            within += opened
    return ratio(within, total)


class DirectTally:
    """Direct speech: soft F1 of its contents, and whether the speaker is right, over all with a gold source."""

    def __init__(self) -> None:
        self.gold = self.predicted = self.sourced = self.speakers = 0
        self.right = self.found = 0.0

    def add(
        self, text: str, gold: Sequence[Parts], found: Sequence[StatementMention], predicted: Sequence[Parts]
    ) -> None:
        """Counts one document: gold direct contents against all predicted, predicted direct against all gold."""
        for wanted in (one for one in gold if is_direct(one, text)):
            content = wanted["content"]
            best = max(range(len(found)), key=lambda at: shared(content, predicted[at]["content"]), default=-1)
            common = shared(content, predicted[best]["content"]) if best >= 0 else 0
            self.gold += 1
            self.found += ratio(common, size(content))
            if wanted["source"]:
                self.sourced += 1
                self.speakers += common > 0 and same_speaker(text, wanted, found[best], predicted[best])
        for statement, parts in zip(found, predicted, strict=True):
            if statement.kind == "direct":
                best_common = max((shared(one.get("content", ()), parts["content"]) for one in gold), default=0)
                self.predicted += 1
                self.right += ratio(best_common, size(parts["content"]))

    def scores(self, set_: str = "") -> list[Score]:
        """The two rows, of a part of the set."""
        soft = f1(ratio(self.right, self.predicted), ratio(self.found, self.gold))
        return [
            Score("reading.direct_soft", soft, self.gold, set_),
            Score("reading.direct_speaker_acc", ratio(self.speakers, self.sourced), self.sourced, set_),
        ]


def same_speaker(text: str, gold: Parts, statement: StatementMention, predicted: Parts) -> bool:
    """Whether the speaker's place shares characters with the gold source, or the name ends in its last word."""
    if shared(gold["source"], predicted["source"]):
        return True
    start, end = gold["source"][-1]
    wanted = _WORD.findall(ascii_fold(text[start:end]))
    named = _WORD.findall(ascii_fold(statement.speaker.name)) if statement.speaker else []
    return bool(wanted and named) and wanted[-1] == named[-1] and wanted[-1] not in _SMALL


def chain_scores(work: Work) -> list[Score]:
    """Of all gold sources nested three deep (writer, A, B): the share with both A and B right; acts of speech
    (not of thought and feeling) also apart."""
    return [score for part, ask in both_ways(door("reading", "speech_in")) for score in _chains(work, part, ask)]


def _chains(work: Work, set_: str, ask: Callable[..., Iterable[StatementMention]]) -> list[Score]:
    tallies: dict[str, list[int]] = {}
    for row in work.corpus.rows:
        text = said(row, "text")
        wanted = work.gold(_nested, row, work)
        if not wanted:
            continue
        found = [statement for statement in work.attempt(ask, text) or () if statement.sentence >= 0]
        for one in wanted:
            right = chain_right(best_statement(found, one.start, one.end), one.outer, one.inner)
            for part in {"", one.part}:
                tally = tallies.setdefault(part, [0, 0])
                tally[:] = tally[0] + right, tally[1] + 1
    named = {part: "-".join(filter(None, (part, set_))) for part in tallies}
    return [
        Score("reading.chain_acc", ratio(*tallies[part]), tallies[part][1], named[part]) for part in sorted(tallies)
    ]


@dataclass(frozen=True, slots=True)
class _Nested:
    """A gold cue with its outer and its inner source; `part` is `speech` for acts of speech, else empty."""

    start: int
    end: int
    outer: "_Agent"
    inner: "_Agent"
    part: str


def _nested(row: dict[str, Any], work: Work) -> list[_Nested]:
    text, agents = row["text"], row["agents"]
    out: list[_Nested] = []
    for one in (one for one in row["speech"] if len(one["chain"]) == 3):
        _, outer, inner = one["chain"]
        if text[one["start"] : one["end"]].split() != str(one.get("cue", "")).split():
            work.broken("slipped offsets")
        elif agents.get(outer) and agents.get(inner):
            part = "speech" if one.get("kind") == "objective-speech-event" else ""
            sources = _Agent(text, agents[outer]), _Agent(text, agents[inner])
            out.append(_Nested(one["start"], one["end"], *sources, part))
        else:
            work.broken("a source without a mention")
    return out


class _Agent:
    """The mentions of one gold agent: spans (`[start, end, words]`) and words."""

    def __init__(self, text: str, mentions: Sequence[Sequence[Any]]) -> None:
        self.spans = tidy([mention[:2] for mention in mentions], text)
        self.words = frozenset[str]().union(*(_telling(text[a:b]) for a, b in self.spans))

    def is_(self, link: Link) -> bool:
        """Whether a link of a predicted chain is this agent: by place where it cites the actor's own words in the
        text (not a whole clause), or by a telling word."""
        cite = link.cite
        own = cite is not None and cite.sentence >= 0 and cite.end - cite.start <= 2 * len(link.actor) + 10
        if cite is not None and own and shared(self.spans, ((cite.start, cite.end),)):
            return True
        return bool(self.words & _telling(link.actor))


def _telling(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(ascii_fold(words))) - _SMALL


def best_statement(found: Sequence[StatementMention], start: int, end: int) -> StatementMention | None:
    """The statement whose cue shares characters with `start..end`, else the shortest around it, else None."""
    anchor = ((start, end),)
    cued = [one for one in found if one.cue_span and shared(anchor, (one.cue_span,))]
    around = [one for one in found if one.start <= start and end <= one.end]
    return min(cued or around, key=lambda one: one.end - one.start, default=None)


def chain_right(statement: StatementMention | None, outer: _Agent, inner: _Agent) -> bool:
    """Whether the last two links of the statement's chain are the two agents, in order."""
    if statement is None or len(statement.chain) < 2:
        return False
    before, last = statement.chain[-2:]
    return outer.is_(before) and inner.is_(last)
