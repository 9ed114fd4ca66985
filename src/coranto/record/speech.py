"""Statements: the same words, or the same thing said by one speaker, over many articles as one fact."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coranto.parts import register
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
CLOSE = 24
"""Groups that a mention is compared with, closest first."""
RUN = 5
"""Words in a row that bring two wordings together to be compared."""
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


@register("record.speech.v1")
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
    made = (_statement(group) for group in groups)
    return tuple(statement for statement in made if statement is not None)


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
        if mention.id in event.attributed_to and event.date_basis == "relative-to-event":
            return event
    return next((event for event in events if _beside(mention, event)), None)


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
        speaker=_who(speaker),
        country=speaker.country if speaker else "",
        day=day,
        basis=basis,
    )


def _who(speaker: Speaker | None) -> str:
    """What tells speakers apart: the person, else the organisation; nothing for the unnamed."""
    if speaker is None or speaker.via in ("unnamed", "none"):
        return ""
    return speaker.id or squashed(speaker.organisation or speaker.name)


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

    def add(self, said: Said, group: int) -> None:
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
        return sorted({*ranked, *sorted(shared, key=lambda at: (-shared[at], at))[:CLOSE]})


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
        if not said.speaker or said.speaker != other.speaker or _other_day(said, other):
            continue
        scope = "story" if said.source.story and said.source.story == other.source.story else "storyline"
        same_article = said.source.article.id == other.source.article.id
        alike = share(said.words, other.words)
        enough = len(said.words & other.words) >= LEAST and alike >= ALIKE[scope]
        if enough and (not same_article or alike >= ALIKE["storyline"]) and alike > best:
            best, why = alike, f"same speaker, {alike:.0%} of the words"
    return best, why


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
        chain=_chain(members, speaker),
        wordings=_wordings(members),
        articles=tuple(dict.fromkeys(said.source.article.id for said in members)),
        stories=tuple(dict.fromkeys(said.source.story for said in members if said.source.story)),
        mentions=tuple(said.mention.id for said in members),
        date=_iso(dated.day) if dated and dated.day else "",
        date_basis=dated.basis if dated else "unknown",
        reasons=tuple(dict.fromkeys(group.reasons))[:_KEPT],
        cites=quoted,
    )


def _quality(said: Said) -> tuple[bool, bool, bool, bool, tuple[int, bool, int, int]]:
    """A direct quotation of a named speaker, not translated back, stands for the others."""
    mention = said.mention
    return (
        not _person(said), not said.speaker, mention.retranslated, mention.kind == "indirect", said.rank
    )  # fmt: skip


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


def _chain(members: Sequence[Said], speaker: Speaker | None) -> tuple[Link, ...]:
    """The longest chain that ends in the chosen speaker, his name put in full; the first one among equals."""
    who = _who(speaker)
    own = [said.mention.chain for said in members if said.mention.chain and said.speaker == who]
    chains = own or [said.mention.chain for said in members if said.mention.chain]
    if not chains:
        return ()
    longest = max(chains, key=len)
    if not own or speaker is None or longest[-1].relation != "says":
        return longest
    return (*longest[:-1], replace(longest[-1], actor=speaker.name or longest[-1].actor))
