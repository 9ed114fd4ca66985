"""A reading: all that the sentences of one article mention, each with its place in the text.

In every mention `sentence`, `start` and `end` mean what they mean in `Cite`, so that
`Cite(article=..., sentence=m.sentence, start=m.start, end=m.end, exact=words)` can be made from it.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from coranto.types.actor import Entity
from coranto.types.cite import Cite
from coranto.types.time import Interval

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "second", "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "half", "year", "decade",
    "century", "unknown",
]  # fmt: skip
NameKind = Literal["person", "organisation", "place", "group", "facility", "event"]
StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["say", "claim", "deny", "promise", "ask", "expect", "refuse", "warn", "accuse", "welcome"]
Modality = Literal["actual", "planned", "willing", "hypothetical", "negated", "background"]
DateBasis = Literal[
    "explicit", "relative-to-publication", "relative-to-event", "from-content", "from-story", "unknown"
]
Voice = Literal["own", "quoted", "paraphrased"]
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 2, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""PLOVER quad codes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
The PLOVER manual contradicts itself on CONCEDE and SANCTION; its summary table is followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 `type` and `value`, and the days it stands for where they are known.

    `anchor` says what it was resolved against: `self` (explicit), `publication`, `narrative` (a date named
    earlier), `none` (unresolved). `mod` is a TIMEX3 modifier (START MID END APPROX BEFORE AFTER ...) or "".
    """

    sentence: int
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    interval: Interval | None = None
    granularity: Granularity = "unknown"
    mod: str = ""
    anchor: Literal["self", "publication", "narrative", "none"] = "none"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name mention. `key` is shared by all mentions of one bearer in the article (folded full form);
    `full` is that bearer's fullest form; `code` its country or pseudo-code; `sector` PLOVER sectors."""

    sentence: int
    start: int
    end: int
    text: str
    kind: NameKind
    key: str
    full: str
    code: str = ""
    sector: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMention:
    """ "Russian Defence Minister Sergei Shoigu": who is said to hold what.

    `person` is a `Name.key`, empty for a role without a name ("the Russian Defence Minister"), which
    `holder` may then resolve inside the article. `start..end` covers the whole phrase.
    """

    sentence: int
    start: int
    end: int
    text: str
    title: str
    organisation: str = ""
    code: str = ""
    sector: tuple[str, ...] = ()
    rank: str = ""
    person: str = ""
    holder: str = ""
    status: Literal["current", "former", "acting", "then", "designate", "deputy"] = "current"
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks. `id` is the `Name.key` (in the record: the person's id); offsets as in the statement."""

    name: str
    id: str = ""
    office: str = ""
    organisation: str = ""
    country: str = ""
    sector: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    via: Literal["named", "office", "pronoun", "metonym", "organisation", "unnamed", "none"] = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of an attribution chain: `actor` stands to the next, inner link in `relation`
    (`publishes`, `credits`, `reports`, `quotes`, `cites`, `statement`, `says`)."""

    actor: str
    relation: str
    cite: Cite | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMention:
    """Somebody says something. Spans are offsets like `start` and `end`; `content` may be discontinuous.

    `chain` runs from the outermost carrier to the innermost origin, the speaker last.
    `id` is `digest("stm", article, sentence, start, end, cue)`.
    """

    id: str
    sentence: int
    start: int
    end: int
    kind: StatementKind
    content: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...] = ()
    text: str
    cue: str = ""
    cue_span: tuple[int, int] | None = None
    stance: Stance = "say"
    speaker: Speaker | None = None
    addressee: str = ""
    medium: str = ""
    time: str = ""
    place: str = ""
    chain: tuple[Link, ...] = ()
    retranslated: bool = False
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event was, PLOVER `event_loc`: as written and as resolved (WGS 84 degrees)."""

    extracted_place: str
    resolved_place: str = ""
    country_code: str = ""
    lat: float | None = None
    lon: float | None = None
    resolution: Literal["point", "city", "region", "country", "sea", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A recurring occasion named in the text: "the 10th Beijing Xiangshan Forum" is series
    `xiangshan forum`, ordinal 10. `series` is a folded key without host city and ordinal."""

    name: str
    series: str
    ordinal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionMention:
    """A mention of a recurring occasion, with what its sentence says of host, start year and dates."""

    sentence: int
    start: int
    end: int
    text: str
    occasion: Occurrence
    interval: Interval | None = None
    since: str = ""
    hosts: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A number that says something: `value` (or `low`..`high`) `unit` of `of`, about `what`.

    `mod` is `over`, `under`, `about`, `at-least`, `at-most` or empty. `measure` is a folded key of unit,
    `of` and `what`: only figures of one measure can differ.
    """

    id: str
    sentence: int
    start: int
    end: int
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    unit: str = ""
    of: str = ""
    what: str = ""
    mod: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One sentence says that something happened, will, might or did not: PLOVER, before any merging.

    `id` is `digest("evm", article, sentence, start, event)`; `start..end` is the trigger `event_text`.
    `family` is what may merge with what: meet visit agree statement exercise patrol fight ... (see
    `data/actions.toml`). `interval` is None when the date is unresolved; it is never silently the
    publication date. `at` is the id of a mention in the same article at which this one took place.
    `lemma` is the trigger's base form. `attributed_to` are statement mention ids.
    """

    id: str
    article: str
    sentence: int
    start: int
    end: int
    event_text: str
    lemma: str
    event: str
    family: str
    mode: str = ""
    context: tuple[str, ...] = ()
    of: str = ""
    quad_code: int = 0
    event_scale: float = 0.0
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    modality: Modality = "actual"
    voice: Voice = "own"
    date: str = ""
    interval: Interval | None = None
    date_granularity: Granularity = "unknown"
    date_text: str = ""
    date_basis: DateBasis = "unknown"
    date_reason: str = ""
    place: Place | None = None
    occasion: Occurrence | None = None
    at: str = ""
    attributed_to: tuple[str, ...] = ()
    size: tuple[tuple[str, float], ...] = ()
    confidence: float = 1.0
    coder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSight:
    """An event as the encoder sees it, before its parties are known: the trigger's place, the spans of who acts and
    on whom, `chance` that it is a trigger and `event_chance` that it names this event."""

    sentence: int
    start: int
    end: int
    event: str
    mode: str = ""
    modality: Modality = "actual"
    actor: tuple[tuple[int, int], ...] = ()
    recipient: tuple[tuple[int, int], ...] = ()
    chance: float = 1.0
    event_chance: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All mentions of one article. `reference` is what relative times were resolved against; `sights` are kept so
    that an article can be read against another date without the encoder."""

    article: str
    reference: Interval | None = None
    times: tuple[Time, ...] = ()
    names: tuple[Name, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    occasions: tuple[OccasionMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    sights: tuple[EventSight, ...] = ()
    flags: tuple[str, ...] = ()
    part: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a text's relative times are read against: the publication's days, or None when undated.

    `best` is the likeliest day of `interval`.
    """

    interval: Interval | None = None
    best: date | None = None
