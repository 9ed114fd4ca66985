"""What is not enough for an event of its own, and what is said against one: doubts, denials, cancellations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coranto.record.group import Cluster
from coranto.record.kinds import kind_of
from coranto.record.overlap import share, stems, stems_of
from coranto.record.phrases import word_set
from coranto.record.reports import Report
from coranto.record.source import Source, string
from coranto.text.tokens import words
from coranto.types.reading import QUAD

UNSURE = 0.5
"""Confidence under which a mention with one party alone makes no event, unless another lineage tells it too."""
ALIKE = 0.6
"""The share of stems that a denial and what it denies must have in common."""
WORDS_AGAINST = 3
"""The PLOVER quad of demands, accusations, refusals and threats: a denial is itself one of these."""
OPENING = 5
"""Content words of a denial that say what is denied."""
LEAST = 3
"""Stems they must share."""
_COUNTED = re.compile(r"^(?: with)?(?: each other| one another)? (?:twice|thrice|\w+ times|\w+ of times)\b")
_SEVERAL = re.compile(r"\b(?:two|three|four|five|six|several|many|\d{1,2})(?: \w+){0,2} $")


def is_event(group: Cluster) -> bool:
    """Whether the reports are enough for an event: two parties, a sure reading, or two lineages; no mere count."""
    if all(is_count(report) for report in group.reports):
        return False
    if len({report.source.lineage for report in group.reports}) > 1:
        return True
    return any(_parties(report) > 1 or report.mention.confidence >= UNSURE for report in group.reports)


def _parties(report: Report) -> int:
    return len(report.parties | report.persons)


def is_count(report: Report) -> bool:
    """Whether the words count happenings ("met twice this year", "had two meetings") and tell none of them."""
    mention = report.mention
    if mention.family not in ("meet", "visit"):
        return False
    whole = string(report.source.article, mention.sentence)
    after, before = whole[mention.end : mention.end + 48], whole[max(0, mention.start - 32) : mention.start]
    plural = mention.event_text.endswith("s") and _SEVERAL.search(before) is not None
    return _COUNTED.search(after) is not None or plural


@cache
def _called_off() -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, word_set("called-off"))))
    return re.compile(rf"\b(?:{known})\b")


def is_cancelled(report: Report) -> bool:
    """Whether the words right around the trigger say that it was called off."""
    mention = report.mention
    if mention.family not in ("meet", "visit", "exercise", "patrol", "phone"):
        return False
    whole = string(report.source.article, mention.sentence).lower()
    around = re.split(r"[.;:!?\n]", whole[max(0, mention.start - 40) : mention.start])[-1]
    around += whole[mention.start : mention.end]
    around += re.split(r"[.,;:!?\n]", whole[mention.end : mention.end + 60])[0]
    return _called_off().search(around) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Somebody's word that something is not so: the stems of it, and the kinds of happening it opens with."""

    name: str
    words: frozenset[str]
    kinds: frozenset[str]


class Denials:
    """Statements that deny something, by story."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.by_story: dict[str, list[Denial]] = {}
        for source in sources:
            for one in source.reading.statements:
                if one.stance == "deny" and one.speaker is not None and one.speaker.name:
                    first = [word for word in words(one.text) if stems_of((word,))][:OPENING]
                    kinds = frozenset(kind_of(word.lower())[0] for word in first)
                    denial = Denial(name=one.speaker.name, words=stems(one.text), kinds=kinds)
                    self.by_story.setdefault(source.story or source.article.id, []).append(denial)

    def of(self, report: Report) -> tuple[str, ...]:
        """Who denies, in the report's story, that what its sentence tells was done or agreed."""
        if QUAD.get(report.mention.event) == WORDS_AGAINST or report.kind == "planned":
            return ()
        denials = self.by_story.get(report.source.story or report.source.article.id, ())
        return tuple(one.name for one in denials if report.trigger in one.kinds and _alike(one.words, report.words))


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= LEAST and share(left, right) >= ALIKE
