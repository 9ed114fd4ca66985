"""Whether an action happened, is planned, willed, supposed or denied, from the words of its verb group."""

from functools import cache
from itertools import pairwise

from coranto.data import rows
from coranto.reading.clauses import Scan, grammar
from coranto.reading.events.triggers import Form
from coranto.types.reading import Modality

COOPERATION = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
FORCE = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
_CLAUSE = 12
_FORWARD = {
    "ahead": ("of",), "eve": ("of",), "prior": ("to",), "heading": ("into", "to", "for"), "head": ("into",),
    "heads": ("into",), "expectations": ("for",), "preparing": ("for",), "prepares": ("for",), "prepare": ("for",),
    "forward": ("to",), "hours": ("before",), "days": ("before",), "day": ("before",), "run-up": ("to",),
    "expected": ("at", "during"), "hopes": ("for",), "into": ("monday", "his", "their", "the"),
}  # fmt: skip


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("modality") if row["modality"] == kind for word in row["words"].split())


def modality(one: Scan, start: int, first: int, form: Form) -> Modality:
    """The modality of the verb at `first` whose verb group starts at `start`."""
    group = one.low[start:first]
    said = frozenset(group)
    if any(word.endswith("n't") for word in group) or not said.isdisjoint(_cues("negated")):
        return "negated"
    if not said.isdisjoint(_cues("willing")):
        return "willing"
    if "would" in said and not grammar("say").isdisjoint(one.low[:start]):
        return "planned"
    if not said.isdisjoint(_cues("hypothetical")) or _supposed(one, start):
        return "hypothetical"
    if form == "past":  # "likely hacked": a finite past tells no plan
        said -= {"likely"}
    if not said.isdisjoint(_cues("planned")) or _infinitive(group):
        return "planned"
    if (
        "had" in said
        and form in ("past", "participle")
        and grammar("say").isdisjoint(one.low[max(start - 8, 0) : start])
    ):
        return "background"
    return "actual"


def noun_modality(one: Scan, first: int, last: int) -> Modality:
    """The modality that words around the event noun `first:last` give: "ahead of a summit", "possible talks"."""
    before, after = one.low[max(first - 5, 0) : first], one.low[last : last + 3]
    if not _cues("hypothetical-noun").isdisjoint(before[-2:]):
        return "hypothetical"
    if not _cues("planned-noun").isdisjoint(before[-3:]) or _ahead(before):
        return "planned"
    return "planned" if "will" in after else "actual"


def _ahead(before: tuple[str, ...]) -> bool:
    """Whether the words before an event noun look forward to it: "ahead of", "on the eve of", "heading into"."""
    return any(second in _FORWARD.get(first, ()) for first, second in pairwise(before))


def _infinitive(group: tuple[str, ...]) -> bool:
    """ "is to meet", "travelled to Minsk to meet": an infinitive whose verb has not happened yet."""
    return "to" in group and not grammar("done").intersection(group)


def _supposed(one: Scan, start: int) -> bool:
    left = one.low[max(start - _CLAUSE, 0) : start]
    at = max((index for index, word in enumerate(left) if word in ("if", "unless", "whether")), default=-1)
    return at >= 0 and "," not in left[at:]


def recast(event: str, how: Modality) -> tuple[str, str]:
    """The PLOVER type that `event` counts as in modality `how`, and the type it is `of` where that differs."""
    if how in ("planned", "willing"):
        if event in COOPERATION and event != "AGREE":
            return "AGREE", event
        if event in FORCE:
            return "THREATEN", event
    if how == "negated" and event in COOPERATION:
        return "REJECT", event
    return event, ""


def governed(event: str, verb: str) -> tuple[str, str]:
    """What an event noun counts as under the verb `verb`: ended, refused, asked for or condemned."""
    if verb in grammar("stop"):
        if event in ("ASSAULT", "MOBILIZE"):
            return "RETREAT", event
        if event in FORCE:
            return "CONCEDE", event
        if event == "CONSULT" and verb.startswith("end"):
            return event, ""
        return ("REJECT" if event == "CONSULT" else "SANCTION", event) if event in COOPERATION else (event, "")
    if verb in grammar("refuse"):
        return "REJECT", event
    if verb in grammar("ask"):
        return "REQUEST", event
    if verb in grammar("judge"):
        return "ACCUSE", event
    return event, ""
