"""What an event's own sentence says was done: a few of its words, for the event's title."""

import re
from dataclasses import dataclass
from functools import cache

from coranto.data import rows
from coranto.record.reports import Report
from coranto.record.source import string
from coranto.types import Entity

LONGEST = 12
"""Words of the text that a title takes over."""
_BETWEEN = 48
"""Characters between the one who acts and the trigger, at most."""
_REACH = 160
_STOP = re.compile(r"(?<=[a-z0-9]{2})(?<!\bMr)(?<!\bMs)(?<!\bDr)\.(?=\s|$)|[;:!?()\"“”«»\n—–]|,(?=\s)|\s-\s")
_WEEKDAY = re.compile(r"(?:\b(?:on|last|this|next) )?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’])")
_ASIDE = ("with", "at", "in", "by", "from", "during")
"""Words after a verb that lead away from what was done."""
_POSSESSIVE = re.compile(r"\b(?:their|its|his|her|our|the two countries[’']) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A verb in its base form and the words that go with it; `ready` when it is only promised or offered."""

    verb: str
    rest: str
    ready: bool = False


@cache
def word_set(name: str) -> frozenset[str]:
    """A closed set of words of `data/record-titles.toml`."""
    return frozenset(word for row in rows("record-titles", "words") if row["name"] == name for word in row["words"])


@cache
def _ready() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, word_set("ready"))))
    return re.compile(rf"\b(?:{words})\b(?: \w+){{0,2}} to (?=\w)")


def deed(report: Report) -> Deed | None:
    """What the report says its actor did, or None where its sentence puts it in some other way.

    The actor must stand right before the verb, in the active voice, and a recipient in the words taken over.
    """
    mention = report.mention
    whole = string(report.source.article, mention.sentence)
    offer = _offer(whole, report) if mention.modality == "willing" else None
    if offer is not None:
        verb, _, rest = offer.partition(" ")
        return Deed(verb=verb, rest=rest, ready=True)
    if not any(_acts(whole, one, report) for one in mention.actor):
        return None
    rest = clause(whole, mention.end, mention.date_text)
    if not rest or any(one.start > mention.end + len(rest) + 24 for one in mention.recipient):
        return None
    if any(one.end <= mention.start for one in mention.recipient):
        return None
    if rest.split(" ", 1)[0].lower() in _ASIDE:
        return None
    return Deed(verb=mention.lemma or mention.event_text.lower(), rest=rest)


def _offer(whole: str, report: Report) -> str | None:
    """The words after "is ready to", when the trigger is among them."""
    mention = report.mention
    start = max(0, mention.start - _BETWEEN * 2)
    found = [match.end() for match in _ready().finditer(whole[start : mention.end])]
    if not found:
        return None
    words = clause(whole, start + found[-1], mention.date_text)
    inside = start + found[-1] + len(words) >= mention.end - 1
    return words if inside and len(words.split()) > 1 else None


def _acts(whole: str, entity: Entity, report: Report) -> bool:
    """Whether the entity stands right before the trigger as its subject."""
    mention = report.mention
    gap = mention.start - entity.end
    if not 0 < gap <= _BETWEEN:
        return False
    between = whole[entity.end : mention.start].lower()
    tokens = between.split()
    if between.startswith(("'", "’", "-")) or any(token.strip(",") not in word_set("between") for token in tokens):
        return False
    base = mention.event_text.lower() == (mention.lemma or "").lower()
    return not base or len(mention.actor) > 1 or bool({"will", "would", "to", "may"} & set(tokens))


def clause(whole: str, start: int, date_text: str = "") -> str:
    """The words from `start` up to where the clause ends, `LONGEST` at most, without its date."""
    piece = whole[start : start + _REACH]
    opening = len(piece) - len(piece.lstrip(" \"“'"))
    stop = _STOP.search(piece, opening)
    piece = piece[: stop.start()] if stop else piece.rsplit(" ", 1)[0] if len(piece) == _REACH else piece
    kept: list[str] = []
    for token in piece.split():
        if kept and token.lower() in word_set("breaks"):
            break
        kept.append(token.strip('"“”‘'))
    kept = _WEEKDAY.sub("", " ".join(kept)).split()
    if date_text:
        kept = _undated(kept, date_text.split())
    kept = kept[:LONGEST]
    while kept and kept[-1].lower() in word_set("loose"):
        kept.pop()
    return " ".join(kept).strip(" ,'’‘-")


def _undated(tokens: list[str], date: list[str]) -> list[str]:
    """The words without those of the date and the preposition before them."""
    for at in range(len(tokens) - len(date) + 1):
        joined = tokens[at + len(date) : at + len(date) + 1] in (["and"], ["or"], ["to"])
        if tokens[at : at + len(date)] == date and not joined:
            before = at - 1 if at and tokens[at - 1].lower() in ("on", "in", "at", "last", "this") else at
            return tokens[:before] + tokens[at + len(date) :]
    return tokens


def held(report: Report) -> str:
    """The numbered occasion that the trigger itself names: "ninth round of ferry talks"; else nothing."""
    mention = report.mention
    for one in report.source.reading.occasions:
        inside = one.sentence == mention.sentence and one.start <= mention.start < one.end
        if inside and one.occasion.ordinal:
            return edition_words(one.text)
    return ""


def edition_words(text: str) -> str:
    """The words of an edition without quotation marks, possessives and those who hold it."""
    plain = re.sub(r"[\"“”‘]|’(?!s)", "", text)
    plain = _POSSESSIVE.sub("", plain).strip()
    plain = re.split(r" (?:between|with|involving) | (?:of|by) the two ", plain)[0]
    return plain.removeprefix("the ").removeprefix("The ").strip()
