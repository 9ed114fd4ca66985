"""Stories (one happening and its coverage) and storylines (weeks to years)."""

from dataclasses import dataclass

from coranto.types.cite import Cite
from coranto.types.time import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSlot:
    """One event of an article as grouping sees it: who (codes and person keys), what family, when, which
    edition. `lead` says that it stands in the title or the first sentences."""

    family: str
    parties: tuple[str, ...]
    persons: tuple[str, ...] = ()
    interval: Interval | None = None
    series: str = ""
    ordinal: int = 0
    place: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What grouping needs of one article, and nothing more.

    `terms` are (stem, weight) pairs of the title and text, heaviest first, and `shown` words of the text for
    the first of them; `title` the title's stems;
    `actors` country codes and person keys, most mentioned first; `when` an ISO time that orders articles
    (empty when undated) and `interval` the days the article may be of.
    """

    article: str
    outlet: str
    when: str
    interval: Interval | None = None
    terms: tuple[tuple[str, float], ...] = ()
    shown: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    events: tuple[EventSlot, ...] = ()
    back: tuple[str, ...] = ()
    hub: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """`article` belongs to `story`, with the score and the reasons a person can read."""

    article: str
    story: str
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """What the repair pass decided when `article` came: the story `goes` is told under `keeps`, the earlier of
    the two. With an empty `keeps` it stands for itself again. `score` is the mean likeness of their articles."""

    article: str
    goes: str
    keeps: str
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence:
    """One sentence of a brief with its source."""

    text: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story in the form "What's new / The background", extractive, each sentence with its cite."""

    whats_new: tuple[BriefSentence, ...] = ()
    background: tuple[BriefSentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One happening and its coverage.

    `id` is `digest("sto", first article)`; `articles` in order of time; `families`, `outlets`, `origins`
    are counts; `first` and `last` ISO times; `top_reason` says why it stands where it stands. `leads` and
    `voices` are its most widely told events and statements (ids, at most 60), `event_count` and
    `statement_count` say how many there are.
    """

    id: str
    title: str
    first: str
    last: str
    articles: tuple[str, ...]
    families: int
    outlets: int
    origins: int
    origin_names: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    storyline: str = ""
    brief: Brief = Brief()
    top: float = 0.0
    top_reason: str = ""
    reasons: tuple[Assignment, ...] = ()
    leads: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    event_count: int = 0
    statement_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineLink:
    """Why a story belongs to a storyline: the key (actor pair, occasion) and the words behind it."""

    story: str
    key: str
    reasons: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Stories that follow one another. `id` is `digest("lin", key)`; `key` such as `CHN+RUS:MIL`."""

    id: str
    key: str
    title: str
    first: str
    last: str
    stories: tuple[str, ...]
    links: tuple[StorylineLink, ...] = ()
