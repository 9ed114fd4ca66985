"""The ordered half: copies and stories, in order of `(time, id)`, as a function of the set of articles alone.

A late article makes all later ones waiting again; they are replayed from its own time on, until nothing
that it changed is within reach any more. Articles that print no date come last and are placed by what they
tell, beside the articles that share an edition, a meeting or rare words with them.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from coranto import copies, story
from coranto.settings import Settings
from coranto.store import Archive
from coranto.types import Article, Assignment, CopyEdge, Print
from coranto.types.codec import to_json
from coranto.types.ids import digest, digest_bytes

Report = Callable[[str, int, int], None]
_CHUNK = 1000
_KEPT = 4000
_NEAR = 12
_NEAR_MEMBERS = 12
_FOREVER = 200_000


@dataclass(slots=True)
class Shelf:
    """Articles at hand for alignment; the least used ones leave."""

    archive: Archive
    held: OrderedDict[str, tuple[Article, Print]] = field(default_factory=OrderedDict)

    def get(self, ident: str) -> tuple[Article, Print]:
        """An article and its fingerprints."""
        if ident not in self.held:
            self.held[ident] = (self.archive.article_of(ident), self.archive.print_of(ident))
            if len(self.held) > _KEPT:
                self.held.popitem(last=False)
        self.held.move_to_end(ident)
        return self.held[ident]


@dataclass(slots=True)
class State:
    """What the ordered half knows while it runs."""

    shelf: Shelf
    copies: copies.CopyIndex
    stories: story.StoryIndex
    families: dict[str, str] = field(default_factory=dict)
    hubs: set[str] = field(default_factory=set)
    agencies: dict[str, str] = field(default_factory=dict)

    def know(self, print_: Print, family: str, article: Article) -> None:
        """Remember what families are made by."""
        self.families[print_.article] = family
        if print_.hub:
            self.hubs.add(print_.article)
        named = [credit.agency for credit in article.credits if credit.kind in ("agency", "dateline", "inputs")]
        if named:
            self.agencies[print_.article] = named[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one article went."""

    article: str
    family: str
    assignment: Assignment
    edges: tuple[CopyEdge, ...]


def group(archive: Archive, settings: Settings, report: Report) -> None:
    """Give every waiting article its copies, family and story, and every changed story its storyline."""
    waiting = archive.waiting()
    if not waiting:
        return
    timed = [(moment, ident) for moment, ident in waiting if moment]
    if timed:
        with archive.write():
            archive.wait_again(*timed[0])
        _replay(archive, settings, report, {ident for _, ident in timed})
    _place_undated(archive, settings, report)


def _replay(archive: Archive, settings: Settings, report: Report, new: set[str]) -> None:
    """Replay the waiting dated articles in order, until nothing more can change."""
    queue = [(moment, ident) for moment, ident in archive.waiting() if moment]
    state = restore(archive, settings, *queue[0])
    calm = Calm(new=set(new), window=settings.copies.window_days)
    for at in range(0, len(queue), _CHUNK):
        report("stories", at, len(queue))
        chunk = queue[at : at + _CHUNK]
        with archive.write():
            placed: list[Placed] = []
            old = {ident: archive.group_of(ident) for _, ident in chunk}
            for moment, ident in chunk:
                if calm.reached(moment, state.stories):
                    break
                one = place(archive, state, ident)
                placed.append(one)
                calm.see(moment, one, old[ident])
            _keep(archive, placed, old, new)
            if len(placed) < len(chunk):
                archive.settle_waiting()
                break
    report("stories", len(queue), len(queue))


@dataclass(slots=True)
class Calm:
    """Tells when a replay can no longer differ from what the archive has: all new articles are placed, the
    last change lies outside the window of copies, and no open story holds anything that changed."""

    new: set[str]
    window: int
    last: str = ""
    touched: set[str] = field(default_factory=set)

    def see(self, moment: str, one: Placed, old: tuple[str, str, str]) -> None:
        """Take note of where an article went and where it was."""
        fresh = one.article in self.new
        self.new.discard(one.article)
        if fresh or (one.family, one.assignment.story) != old[:2]:
            self.last = moment
            self.touched |= {one.assignment.story, old[1]}

    def reached(self, moment: str, stories: story.StoryIndex) -> bool:
        """Whether nothing from `moment` on can change."""
        if self.new or not self.last or len(moment) < 10 or len(self.last) < 10:
            return False
        edge = date.fromisoformat(self.last[:10]) + timedelta(days=self.window + 1)
        return date.fromisoformat(moment[:10]) > edge and not any(one in stories for one in self.touched)


def restore(archive: Archive, settings: Settings, moment: str, ident: str) -> State:
    """The state as it is just before the article `(moment, ident)`, made from the articles before it."""
    state = State(Shelf(archive), copies.CopyIndex(settings.copies), story.StoryIndex(settings.story))
    recent = archive.dated_between(_back(moment, settings.copies.window_days), moment, ident)
    prints = []
    for one in recent:
        article, print_ = state.shelf.get(one)
        state.know(print_, archive.group_of(one)[0], article)
        prints.append(print_)
    state.copies.restore(prints)
    window = archive.dated_between(_back(moment, settings.story.window_days), moment, ident)
    live = {archive.group_of(one)[1] for one in window}
    members = {one for ident_ in live for one in archive.members(ident_)} | set(window)
    ordered = sorted((archive.moment_of(one), one) for one in members)
    before = [(when, one) for when, one in ordered if when and (when, one) < (moment, ident)]
    state.stories.restore((archive.slots_of(one), archive.group_of(one)[1]) for _, one in before)
    return state


def _back(moment: str, days: int) -> str:
    """The day that lies `days` and a little before a moment, so that a month or year counts as its first day."""
    try:
        first = date.fromisoformat((moment[:10] + "-01-01")[:10])
    except ValueError:
        return ""
    return (first - timedelta(days=days + 1)).isoformat()


def place(archive: Archive, state: State, ident: str) -> Placed:
    """Copies, family and story of one article, given the ones before it."""
    article, print_ = state.shelf.get(ident)
    edges: list[CopyEdge] = []
    for candidate in state.copies.add(print_):
        parent, parent_print = state.shelf.get(candidate.parent)
        edge = copies.align(article, parent, candidate, print_, parent_print)
        if edge is not None:
            edges.append(edge)
    family = copies.family_of(ident, edges, state.families, state.hubs, state.agencies)
    state.know(print_, family, article)
    assignment = state.stories.add(archive.slots_of(ident), edges)
    return Placed(article=ident, family=family, assignment=assignment, edges=tuple(sorted(edges, key=_ends)))


def _ends(edge: CopyEdge) -> tuple[str, str]:
    return edge.child, edge.parent


def _keep(archive: Archive, placed: Sequence[Placed], old: dict[str, tuple[str, str, str]], new: set[str]) -> None:
    """Store where articles went; stories that gained or lost one get their storyline anew and are dirty."""
    moved = {
        one.article
        for one in placed
        if one.article in new or (one.family, one.assignment.story) != old[one.article][:2]
    }
    for one in placed:
        if one.edges != archive.edges_found(one.article):
            moved.add(one.article)
            archive.put_edges(one.article, one.edges)
    archive.put_groups(
        (one.article, one.family, one.assignment.story, old[one.article][2], to_json(_why(one.assignment)))
        for one in placed
    )
    stories = {one.assignment.story for one in placed if one.article in moved}
    stories |= {old[ident][1] for ident in moved if old[ident][1]}
    archive.mark_dirty({old[ident][2] or old[ident][1] for ident in moved if old[ident][1]})
    for ident in sorted(stories):
        _thread(archive, ident)


def _why(assignment: Assignment) -> list[str]:
    score = f"score {assignment.score:.2f}" if assignment.score else ""
    return [reason for reason in (*assignment.reasons, score) if reason]


def _thread(archive: Archive, ident: str) -> None:
    """Give a story its storyline, from its members alone."""
    members = archive.members(ident)
    if not members:
        return
    links = story.link(ident, [archive.slots_of(one) for one in members])
    unit = digest("lin", links[0].key) if links else ""
    before = {archive.group_of(one)[2] for one in members}
    archive.mark_dirty({unit or ident, *(one or ident for one in before)})
    archive.put_storyline(ident, unit)


def _place_undated(archive: Archive, settings: Settings, report: Report) -> None:
    """Place, in order of their ids, the undated articles that wait or whose neighbourhood has changed."""
    waiting = {ident for moment, ident in archive.waiting() if not moment}
    undated = archive.undated()
    for done, ident in enumerate(undated):
        if done % 50 == 0:
            report("undated pages", done, len(undated))
        around = _around(archive, ident)
        sign = digest_bytes(to_json(around))
        if ident not in waiting and sign == archive.sign_of(ident):
            continue
        with archive.write():
            old = archive.group_of(ident)
            one = _place_one(archive, settings, ident, around)
            _keep(archive, [one], {ident: old}, {ident} & waiting)
            archive.put_sign(ident, sign)


def _around(archive: Archive, ident: str) -> list[tuple[str, str, str, str]]:
    """The neighbourhood of an undated article: `(moment, id, family, story)` of the articles that share most keys
    with it and of their stories' first ones, in order. Of other undated articles only those before it count."""

    def counts(other: str) -> bool:
        return other < ident or bool(archive.moment_of(other))

    near = [other for other in archive.sharing(archive.slot_keys(ident), 4 * _NEAR) if counts(other)][:_NEAR]
    found = set(near)
    for one in {archive.group_of(other)[1] for other in near}:
        found.update([other for other in archive.members(one) if counts(other)][:_NEAR_MEMBERS])
    found.discard(ident)
    return sorted((archive.moment_of(other) or "~", other, *archive.group_of(other)[:2]) for other in found)


def _place_one(
    archive: Archive, settings: Settings, ident: str, around: Sequence[tuple[str, str, str, str]]
) -> Placed:
    """Copies and story of one undated article among its neighbours of any time."""
    state = State(
        Shelf(archive),
        copies.CopyIndex(replace(settings.copies, window_days=_FOREVER)),
        story.StoryIndex(replace(settings.story, window_days=_FOREVER)),
    )
    for _, other, family, of_story in around:
        article, print_ = state.shelf.get(other)
        state.know(print_, family, article)
        state.copies.restore([print_])
        state.stories.restore([(archive.slots_of(other), of_story)])
    return place(archive, state, ident)
