"""Facts: derived from mentions, never typed in; each carries the cites it stands on."""

from dataclasses import dataclass
from typing import Literal

from coranto.types.actor import Entity
from coranto.types.cite import Cite
from coranto.types.reading import (
    DateBasis,
    Granularity,
    Link,
    Modality,
    Occurrence,
    Place,
    Speaker,
    Stance,
    StatementKind,
)

Status = Literal[
    "reported", "confirmed-by-one-side", "confirmed-by-both", "observed", "disputed", "denied", "retracted",
    "planned", "cancelled",
]  # fmt: skip


def _need(cites: tuple[Cite, ...], what: str) -> None:
    if not cites:
        raise ValueError(f"{what} without a cite cannot be made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """mentions >= articles >= outlets >= lineages >= origins, always; `sides` 0, 1 or 2."""

    mentions: int
    articles: int
    outlets: int
    lineages: int
    origins: int
    sides: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One root of a report: who, on which side of the event, and where it is first told."""

    name: str
    side: Literal["actor", "recipient", "third", "unknown"]
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One value that some articles give to a field."""

    value: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A field on which the articles differ, with each value's cites."""

    field: str
    values: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening in the world, merged from mentions. `id` is `digest("evt", oldest mention)`.

    `date` and `enddate` are ISO at the granularity known, empty when unresolved. `mentions` are event
    mention ids. `part_of` is an event id. `reasons` say which rules merged the mentions.
    """

    id: str
    event: str
    family: str
    title: str
    mode: str = ""
    context: tuple[str, ...] = ()
    of: str = ""
    modality: Modality = "actual"
    quad_code: int = 0
    event_scale: float = 0.0
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    date: str = ""
    enddate: str = ""
    date_granularity: Granularity = "unknown"
    date_basis: DateBasis = "unknown"
    date_reason: str = ""
    event_loc: Place | None = None
    occasion: Occurrence | None = None
    part_of: str = ""
    has_part: tuple[str, ...] = ()
    status: Status = "reported"
    counts: Counts
    origins: tuple[Origin, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    stories: tuple[str, ...] = ()
    storyline: str = ""
    mentions: tuple[str, ...] = ()
    first_reported: str = ""
    first_article: str = ""
    size: tuple[tuple[str, float], ...] = ()
    reasons: tuple[str, ...] = ()
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "an event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One form in which a statement is printed, with where."""

    text: str
    cites: tuple[Cite, ...]
    retranslated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, merged over articles. `id` is `digest("say", oldest mention)`; `origins` names the
    independent outlets and agencies that tell it, copies folded."""

    id: str
    kind: StatementKind
    content: tuple[str, ...]
    cue: str = ""
    stance: Stance = "say"
    speaker: Speaker | None = None
    addressee: str = ""
    medium: str = ""
    chain: tuple[Link, ...] = ()
    wordings: tuple[Wording, ...] = ()
    articles: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    date: str = ""
    date_basis: DateBasis = "unknown"
    reasons: tuple[str, ...] = ()
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "a statement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One spell of office as reported: `since` and `until` are the first and last day it is printed.

    `since` is the day the text itself gives where it does ("since she took office in May"); `rank` a military rank.
    """

    id: str
    person: str
    name: str
    title: str
    organisation: str = ""
    code: str = ""
    sector: tuple[str, ...] = ()
    status: str = "current"
    since: str = ""
    until: str = ""
    variants: tuple[str, ...] = ()
    rank: str = ""
    articles: tuple[str, ...] = ()
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "an office")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A bearer of a name across articles; `id` is `digest("per", key)`."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    code: str = ""
    sector: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    mentions: int = 0
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "a person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of an occasion; `inferred` marks an ordinal that was counted, not printed."""

    ordinal: int
    date: str = ""
    enddate: str = ""
    place: str = ""
    inferred: bool = False
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A recurring occasion: its names, hosts and editions. `id` is `digest("occ", series)`."""

    id: str
    name: str
    series: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    hosts: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    articles: tuple[str, ...] = ()
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "an occasion")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One value given for a measure, by whom it is given, and where."""

    value: float
    mod: str
    text: str
    said_by: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure inside a story and the values given for it; `differs` only when one measure has values
    that exclude each other. `id` is `digest("fig", story, measure)`."""

    id: str
    measure: str
    what: str
    unit: str = ""
    story: str = ""
    values: tuple[FigureValue, ...]
    differs: bool = False
    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        _need(self.cites, "a figure")
