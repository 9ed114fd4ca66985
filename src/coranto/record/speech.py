"""Statements: the same words, or the same thing said by one speaker, over many articles as one fact."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coranto.parts import register
from coranto.record.chains import chain, who
from coranto.record.origins import Roots
from coranto.record.overlap import share, squashed, stems
from coranto.record.said_at import SPAN, grounded
from coranto.record.source import Source, cites, ordered, published, string
from coranto.types import Cite, EventMention, Interval, Link, Speaker, Statement, StatementMention, Wording
from coranto.types.ids import digest
from coranto.types.reading import DateBasis

VERBATIM = 5
"""Content stems in common from which equal quoted words are one statement whoever is named."""
LEAST = 4
"""Content stems that two paraphrases must share."""
ALIKE = {"story": 0.55, "storyline": 0.6}
"""The share of content stems at which two paraphrases of one speaker are one statement."""
AFTER = 10
"""Sentences after the telling of a meeting in which its parties' words are taken to be said at it."""
DAYS = 3
"""Days that such a meeting's date may span."""
TINY = 2
"""Content stems under which a paraphrase says nothing by itself."""
HEARSAY = 0.5
"""How sure a paraphrase without any speaker has to be."""
FRAGMENT = 0.8
"""The share of a fragment's stems that the whole statement of one article has too."""
CLOSE = 24
"""Groups that a mention is compared with, closest first."""
RUN = 5
"""Words in a row that bring two wordings together to be compared."""
_KINDS = ("direct", "mixed", "indirect")
_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement mention with what merging compares."""

    source: Source
    mention: StatementMention
    rank: tuple[int, bool, int, int]
    text: str
    wording: str
    quotes: tuple[frozenset[str], ...]
    words: frozenset[str]
    speaker: str
    country: str
    day: Interval | None
    basis: DateBasis


@dataclass(slots=True)
class Group:
    """Mentions of one statement."""

    members: list[Said] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


@register("record.speech.v2")
def merge_statements(sources: Sequence[Source]) -> tuple[Statement, ...]:
    """The statements of resolved sources (see `resolve`), oldest mention first; every mention is in exactly one."""
    groups: list[Group] = []
    exact: dict[tuple[str, str], int] = {}
    index = _Index()
    for said in _all(ordered(sources)):
        copy = (said.speaker or said.country, said.wording)
        chosen, why = exact.get(copy, -1), "same words"
        if chosen < 0 or not said.wording:
            chosen, why = _choose(said, groups, index.near(said))
        if chosen < 0:
            chosen = len(groups)
            groups.append(Group())
        else:
            groups[chosen].reasons.append(why)
        groups[chosen].members.append(said)
        exact.setdefault(copy, chosen)
        index.add(said, chosen)
    made = (_statement(group) for group in groups if not _is_scrap(group))
    roots = Roots(sources)
    return tuple(replace(one, origins=roots.tellers(one.articles)) for one in made if one is not None)


def _is_scrap(group: Group) -> bool:
    """Whether all mentions are paraphrases of next to no words, headlines of a few that no text bears out, or what
    nobody in sight says ("is expected to")."""
    return all(
        said.mention.kind == "indirect"
        and (
            len(said.words) < TINY
            or (said.mention.sentence < 0 and not said.speaker)
            or (said.mention.speaker is None and said.mention.confidence < HEARSAY)
        )
        for said in group.members
    )


def _all(sources: Sequence[Source]) -> list[Said]:
    found = []
    for order, source in enumerate(sources):
        events = grounded(source.reading)
        own = [_said(source, mention, order, _spoken_at(mention, events)) for mention in source.reading.statements]
        found.extend(sorted(own, key=_rank))
    return found


def _spoken_at(mention: StatementMention, events: Sequence[EventMention]) -> EventMention | None:
    """The event that dates a saying: a promise (or the like) dated by its meeting, or a meeting named beside it."""
    for event in events:
        short = event.interval is not None and event.interval.days <= SPAN
        if mention.id in event.attributed_to and event.date_basis == "relative-to-event" and short:
            return event
    beside = next((event for event in events if _beside(mention, event)), None)
    return beside or _met_before(mention, events)


def _met_before(mention: StatementMention, events: Sequence[EventMention]) -> EventMention | None:
    """The speaker's own meeting, told in the sentences just before his words."""
    ident = mention.speaker.id if mention.speaker is not None else ""
    if not ident or mention.sentence < 0:
        return None
    own = [
        event
        for event in events
        if event.family == "meet" and event.modality == "actual" and 0 <= event.sentence <= mention.sentence
        if event.interval is not None and event.interval.days <= DAYS and mention.sentence - event.sentence <= AFTER
        if any(entity.identifier_id == ident for entity in (*event.actor, *event.recipient))
    ]
    return max(own, key=_sentence, default=None)


def _sentence(event: EventMention) -> int:
    return event.sentence


def _beside(mention: StatementMention, event: EventMention) -> bool:
    short = event.interval is not None and event.interval.days <= SPAN
    inside = any(start <= event.start < end for start, end in mention.content)
    return event.sentence == mention.sentence and event.family == "meet" and short and not inside


def _rank(said: Said) -> tuple[int, bool, int, int]:
    return said.rank


def _said(source: Source, mention: StatementMention, order: int, event: EventMention | None) -> Said:
    whole = string(source.article, mention.sentence)
    text = " ".join(whole[start:end] for start, end in mention.content) or mention.text
    speaker = mention.speaker
    day, basis = _day(source, mention, event)
    return Said(
        source=source,
        mention=mention,
        rank=(order, mention.sentence < 0, mention.sentence, mention.start),
        text=text,
        wording=squashed(text),
        quotes=tuple(stems(whole[start:end]) for start, end in mention.quoted),
        words=stems(text),
        speaker=who(speaker),
        country=speaker.country if speaker else "",
        day=day,
        basis=basis,
    )


def _day(
    source: Source, mention: StatementMention, event: EventMention | None
) -> tuple[Interval | None, DateBasis]:
    """When it was said: the reading's time, else that of the event it stands in, else the day of publication."""
    try:
        return (Interval(date.fromisoformat(mention.time[:10]), _after(mention.time[:10])), "explicit")
    except ValueError:
        pass
    if event is not None and event.interval is not None:
        return event.interval, "relative-to-event"
    return published(source), "relative-to-publication"


def _after(iso: str) -> date:
    day = date.fromisoformat(iso)
    return date.fromordinal(day.toordinal() + 1) if day < date.max else day


class _Index:
    """Groups by what their members share: the speaker's words, and runs of quoted words."""

    def __init__(self) -> None:
        self.stems: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self.runs: dict[str, dict[int, None]] = defaultdict(dict)
        self.own: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self.spots: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)

    def add(self, said: Said, group: int) -> None:
        self.own[said.source.article.id, said.speaker][group] = None
        self.spots[said.source.article.id, said.mention.sentence][group] = None
        for word in sorted(said.words) if said.speaker else ():
            self.stems[said.speaker, word][group] = None
        for run in _runs(said.wording):
            self.runs[run][group] = None

    def near(self, said: Said) -> list[int]:
        """The groups worth a closer look, a bounded number of them."""
        votes: Counter[int] = Counter()
        for word in sorted(said.words) if said.speaker else ():
            votes.update(self.stems.get((said.speaker, word), {}).keys())
        found = [at for at, count in votes.items() if count >= LEAST]
        shared: Counter[int] = Counter()
        for run in _runs(said.wording):
            shared.update(self.runs.get(run, {}).keys())
        ranked = sorted(found, key=lambda at: (-votes[at], at))[:CLOSE]
        here = list(self.own.get((said.source.article.id, said.speaker), ()))[-CLOSE:]
        here += list(self.spots.get((said.source.article.id, said.mention.sentence), ()))[-CLOSE:]
        return sorted({*ranked, *here, *sorted(shared, key=lambda at: (-shared[at], at))[:CLOSE]})


def _runs(wording: str) -> list[str]:
    """The runs of words of a wording that tell a quotation from chance."""
    words = wording.split()[:400]
    return [" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _choose(said: Said, groups: Sequence[Group], near: Sequence[int]) -> tuple[int, str]:
    best, top, why = -1, 0.0, ""
    for at in near:
        score, reason = _alike(said, groups[at])
        if score > top:
            best, top, why = at, score, reason
    return best, why


def _alike(said: Said, group: Group) -> tuple[float, str]:
    """How surely a mention is the statement of a group, 0 when it is not, and the rule that says so."""
    best, why = 0.0, ""
    for other in group.members[:_KEPT]:
        if not _near(said, other):
            continue
        quoted = _quoted_alike(said, other)
        if quoted and _speakers_fit(said, other):
            return 1.0 + quoted, "same quoted words"
        if _is_nested(said, other):
            return 0.99, "the same words, said on behalf of the other"
        if not said.speaker or said.speaker != other.speaker or _other_day(said, other):
            continue
        if _is_fragment(said, other):
            return 0.99, "a fragment of it in the same article"
        scope = "story" if said.source.story and said.source.story == other.source.story else "storyline"
        same_article = said.source.article.id == other.source.article.id
        alike = share(said.words, other.words)
        enough = len(said.words & other.words) >= LEAST and alike >= ALIKE[scope]
        if enough and (not same_article or alike >= ALIKE["storyline"]) and alike > best:
            best, why = alike, f"same speaker, {alike:.0%} of the words"
    return best, why


def _is_fragment(said: Said, other: Said) -> bool:
    """Whether one of two mentions of an article repeats a part of the other, or is its headline."""
    if said.source.article.id != other.source.article.id:
        return False
    fewer = min(len(said.words), len(other.words))
    return fewer >= TINY and share(said.words, other.words) >= FRAGMENT


def _is_nested(said: Said, other: Said) -> bool:
    """Whether one sentence gives the words twice: Dahl says that Norway is ready to ... (his word and Norway's)."""
    one, two = said.mention, other.mention
    if said.source.article.id != other.source.article.id or one.sentence != two.sentence:
        return False
    inside = one.start < two.end and two.start < one.end and share(said.words, other.words) >= FRAGMENT
    return inside and (_carries(one.chain, other) or _carries(two.chain, said)) and _person(said) != _person(other)


def _carries(links: Sequence[Link], said: Said) -> bool:
    """Whether a chain leads through the speaker of another mention."""
    speaker = said.mention.speaker
    return speaker is not None and any(link.actor == speaker.name for link in links)


def _near(said: Said, other: Said) -> bool:
    """Whether both are of one article, story or storyline."""
    one, two = said.source, other.source
    same_story = bool(one.story) and one.story == two.story
    return (
        one.article.id == two.article.id or same_story or (bool(one.storyline) and one.storyline == two.storyline)
    )


def _quoted_alike(said: Said, other: Said) -> float:
    """How much of a quotation of one stands in the other, when it is long enough to be no chance."""
    pairs = [(quote, other.words) for quote in said.quotes] + [(quote, said.words) for quote in other.quotes]
    shares = [share(quote, words) for quote, words in pairs if len(quote & words) >= VERBATIM]
    return max((one for one in shares if one >= 0.8), default=0.0)


def _speakers_fit(said: Said, other: Said) -> bool:
    if said.speaker and other.speaker and said.speaker != other.speaker:
        return bool(said.country) and said.country == other.country and not (_person(said) and _person(other))
    return not said.country or not other.country or said.country == other.country


def _person(said: Said) -> bool:
    return said.speaker.startswith("per-")


def _other_day(said: Said, other: Said) -> bool:
    """Whether both are dated, by more than the day of printing, to days that exclude each other."""
    if said.day is None or other.day is None or said.day.overlaps(other.day):
        return False
    if "relative-to-publication" in (said.basis, other.basis):
        return said.source.story == "" or said.source.story != other.source.story
    return True


def _statement(group: Group) -> Statement | None:
    members = sorted(group.members, key=_rank)
    first = members[0]
    quoted = tuple(cite for said in members for cite in _spots(said))
    if not quoted:
        return None
    best = min(members, key=_quality)
    speaker = _speaker(members) or best.mention.speaker
    dated = min((said for said in members if said.day is not None), key=_date_quality, default=None)
    return Statement(
        id=digest("say", first.mention.id),
        kind=best.mention.kind,
        content=_contents(best),
        cue=best.mention.cue,
        stance=best.mention.stance,
        speaker=speaker,
        addressee=next((said.mention.addressee for said in members if said.mention.addressee), ""),
        medium=next((said.mention.medium for said in members if said.mention.medium), ""),
        chain=chain([(said.speaker, said.mention.chain) for said in members], speaker),
        wordings=_wordings(members),
        articles=tuple(dict.fromkeys(said.source.article.id for said in members)),
        stories=tuple(dict.fromkeys(said.source.story for said in members if said.source.story)),
        mentions=tuple(said.mention.id for said in members),
        date=_iso(dated.day) if dated and dated.day else "",
        date_basis=dated.basis if dated else "unknown",
        reasons=tuple(dict.fromkeys(group.reasons))[:_KEPT],
        cites=quoted,
    )


def _quality(said: Said) -> tuple[bool, bool, bool, bool, int, tuple[int, bool, int, int]]:
    """A direct quotation of a named speaker, not translated back, stands for the others."""
    mention = said.mention
    kind = _KINDS.index(mention.kind)
    return (not _person(said), not said.speaker, mention.retranslated, mention.sentence < 0, kind, said.rank)


def _speaker(members: Sequence[Said]) -> Speaker | None:
    """The person most lineages name, else nobody."""
    votes = Counter(speaker for speaker, _ in {(s.speaker, s.source.lineage) for s in members if _person(s)})
    if not votes:
        return None
    chosen = min(votes, key=lambda speaker: (-votes[speaker], speaker))
    return next(said.mention.speaker for said in members if said.speaker == chosen)


def _date_quality(said: Said) -> tuple[bool, int, tuple[int, bool, int, int]]:
    return (said.basis == "relative-to-publication", said.day.days if said.day else 0, said.rank)


def _iso(day: Interval) -> str:
    return day.start.isoformat() if day.days == 1 else f"{day.start.isoformat()}/{day.last.isoformat()}"


def _contents(said: Said) -> tuple[str, ...]:
    whole = string(said.source.article, said.mention.sentence)
    parts = tuple(whole[start:end] for start, end in said.mention.content)
    return tuple(part for part in parts if part) or (said.mention.text,)


def _spots(said: Said) -> tuple[Cite, ...]:
    mention = said.mention
    return cites(said.source.article, [(mention.sentence, mention.start, mention.end)])


def _wordings(members: Sequence[Said]) -> tuple[Wording, ...]:
    """Each form in which it is printed, once, with all places."""
    forms: dict[str, list[Said]] = {}
    for said in members:
        forms.setdefault(said.wording or said.text, []).append(said)
    return tuple(
        Wording(
            text=found[0].text,
            cites=tuple(cite for said in found for cite in _spots(said)),
            retranslated=all(said.mention.retranslated for said in found),
        )
        for found in forms.values()
    )
