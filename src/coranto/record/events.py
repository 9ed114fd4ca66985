"""Events: one fact per happening, with its date, place, parties, status, counts and disagreements."""

from collections.abc import Sequence

from coranto.parts import register
from coranto.record import vote
from coranto.record.bearer import most
from coranto.record.counts import tally
from coranto.record.group import Cluster
from coranto.record.judge import forbids
from coranto.record.merge import cluster
from coranto.record.origins import Roots, origins
from coranto.record.parties import sides
from coranto.record.reports import Report, reports
from coranto.record.source import Source, cites, ordered
from coranto.record.titles import Heading, title
from coranto.record.weak import Denials, is_event
from coranto.record.when import When, chosen
from coranto.record.whole import Parts, wholes
from coranto.types import Cite, Counts, Event, Origin, Place
from coranto.types.ids import digest
from coranto.types.record import Status

_MARKS = {"planned": "Planned", "denied": "Denied", "cancelled": "Cancelled"}
KEPT = 12
"""Reasons an event keeps."""


@register("record.events.v1")
def merge_events(sources: Sequence[Source]) -> tuple[Event, ...]:
    """The events of resolved sources (see `resolve`), oldest report first.

    Every mention belongs to one event at most: what is too little for an event stays a mention (see `is_event`).
    The id is the digest of the oldest mention's id.
    """
    held = ordered(sources)
    groups = [group for group in cluster(reports(held)) if is_event(group)]
    dates = [chosen(group.reports) for group in groups]
    parts = wholes(groups, [when.interval for when in dates])
    roots, denials = Roots(held), Denials(held)
    idents = [digest("evt", _oldest(group).mention.id) for group in groups]
    notes = _plans(groups, idents)
    spots = _places(groups, parts)
    made = [
        _event(group, idents, _links(at, parts, idents), dates[at], (roots, denials, spots[at], notes.get(at, ())))
        for at, group in enumerate(groups)
    ]
    kept = [event for event in made if event is not None]
    return tuple(kept)


Links = tuple[int, str, tuple[str, ...], str]
"""Number of the event, id of its whole, ids of its parts, and why it is a part."""


Rest = tuple[Roots, Denials, Place | None, tuple[str, ...]]
"""What is known of all origins and denials, the event's place, and its notes."""


def _places(groups: Sequence[Cluster], parts: Parts) -> list[Place | None]:
    """The place of each event; a meeting without one is where the visit is that it is a part of."""
    own = [vote.place(sorted(group.reports, key=_rank)) for group in groups]
    for at in sorted(parts):
        whole = parts[at][0]
        if own[at] is None and groups[at].reports[0].mention.family == "meet":
            own[at] = own[whole] if groups[whole].reports[0].mention.family == "visit" else None
    return own


def _links(at: int, parts: Parts, idents: Sequence[str]) -> Links:
    whole, why = parts.get(at, (-1, ""))
    inside = tuple(idents[part] for part in sorted(parts) if parts[part][0] == at)
    return at, idents[whole] if whole >= 0 else "", inside, why


def _oldest(group: Cluster) -> Report:
    return min(group.reports, key=_rank)


def _rank(report: Report) -> tuple[int, bool, int, int]:
    return report.rank


def _plans(groups: Sequence[Cluster], idents: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Notes that tie a plan to what happened: the same parties, family and days, kept apart as facts."""
    by_key: dict[tuple[str, frozenset[str]], list[int]] = {}
    for at, group in enumerate(groups):
        by_key.setdefault((group.reports[0].mention.family, group.parties), []).append(at)
    notes: dict[int, tuple[str, ...]] = {}
    for (_, parties), members in by_key.items():
        plans = [at for at in members if groups[at].reports[0].kind == "planned"] if parties else []
        for plan in plans:
            for at in (at for at in members if _fulfils(groups[at], groups[plan])):
                notes[plan] = (*notes.get(plan, ()), f"planned here, happened in {idents[at]}")
                notes[at] = (*notes.get(at, ()), f"planned in {idents[plan]}")
    return notes


def _fulfils(group: Cluster, plan: Cluster) -> bool:
    """Whether a happening is what was planned: nothing but being planned keeps them apart, and a day is shared.

    A plan without a day is fulfilled in its own story, by all the persons it names.
    """
    if forbids(plan.reports[0], group) != "planned and happened":
        return False
    days = [report.mention.interval for report in plan.reports]
    others = [report.mention.interval for report in group.reports]
    if not any(days):
        return bool(plan.persons) and plan.persons <= group.persons and bool(plan.stories & group.stories)
    return any(one and other and one.overlaps(other) for one in days for other in others)


def _event(group: Cluster, idents: Sequence[str], links: Links, when: When, rest: Rest) -> Event | None:
    at, whole, inside, why = links
    roots, denials, place, notes = rest
    members = sorted(group.reports, key=_rank)
    quoted = _cites(members)
    if not quoted:
        return None
    lead = group.reports[0].mention
    actors, recipients = sides(group.reports)
    found = origins(members, roots)
    counts = _counts(members, roots, found)
    first, deniers = members[0].source, _deniers(members, denials)
    status = vote.status(members, counts, found, deniers)
    occasion = vote.occasion(members)
    heading = Heading(
        event=lead.event, family=lead.family, actors=actors, recipients=recipients, place=place, occasion=occasion,
        reports=group.reports,
    )  # fmt: skip
    reasons = [f"denied by {name}" for name in deniers]
    reasons += [*group.reasons, *([f"part of {whole}: {why}"] if whole else []), *notes]
    return Event(
        id=idents[at],
        event=lead.event,
        family=lead.family,
        title=_marked(title(heading), status),
        mode=most(report.mention.mode for report in members),
        context=tuple(sorted({word for report in members for word in report.mention.context})),
        of=most(report.mention.of for report in members),
        modality=vote.modality(members),
        quad_code=lead.quad_code,
        event_scale=lead.event_scale,
        actor=actors,
        recipient=recipients,
        date=when.date,
        enddate=when.enddate,
        date_granularity=when.granularity,
        date_basis=when.basis,
        date_reason=when.reason,
        event_loc=place,
        occasion=occasion,
        part_of=whole,
        has_part=inside,
        status=status,
        counts=counts,
        origins=found,
        disagreements=vote.disagreements(members, when),
        stories=tuple(dict.fromkeys(r.source.story for r in members if r.source.story)),
        storyline=most(report.source.storyline for report in members),
        mentions=tuple(report.mention.id for report in members),
        first_reported=first.when or first.article.published.value,
        first_article=first.article.id,
        size=vote.size(members),
        reasons=tuple(dict.fromkeys(reasons))[:KEPT],
        cites=quoted,
    )


def _marked(words: str, status: Status) -> str:
    return f"{_MARKS[status]}: {words}" if status in _MARKS else words


def _deniers(members: Sequence[Report], denials: Denials) -> tuple[str, ...]:
    """Who denies what a good part of the reports tell."""
    said = [names for report in members if (names := denials.of(report))]
    if len(said) <= vote.DOUBT * len(members):
        return ()
    return tuple(dict.fromkeys(name for names in said for name in names))[:3]


def _cites(members: Sequence[Report]) -> tuple[Cite, ...]:
    found: list[Cite] = []
    for report in members:
        mention = report.mention
        found.extend(cites(report.source.article, [(mention.sentence, mention.start, mention.end)]))
    return tuple(found)


def _counts(members: Sequence[Report], roots: Roots, found: Sequence[Origin]) -> Counts:
    rows = [
        (r.source.article.id, r.source.outlet, r.source.lineage, tuple(name for name, *_ in roots.of(r)))
        for r in members
    ]
    return tally(rows, len({origin.side for origin in found} & {"actor", "recipient"}))
