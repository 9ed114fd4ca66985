"""The ordered half: copies and stories, in order of `(time, id)`, as a function of the set of articles and of a
person's corrections alone.

A late article makes all later ones waiting again; they are replayed from its own time on, until nothing
that it changed is within reach any more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from coranto import copies, story
from coranto.flow.pins import links_of
from coranto.flow.state import State, restore
from coranto.settings import Settings
from coranto.store import Archive, Group
from coranto.types import Assignment, CopyEdge, Join
from coranto.types.codec import to_json
from coranto.types.ids import digest

Report = Callable[[str, int, int], None]
_CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one article went, and which stories were joined or parted as it came; `joined` is what the archive
    has of the latter."""

    article: str
    moment: str
    family: str
    assignment: Assignment
    edges: tuple[CopyEdge, ...]
    joins: tuple[Join, ...] = ()
    joined: tuple[Join, ...] = ()


def group(archive: Archive, settings: Settings, report: Report, *, copies_known: bool = False) -> None:
    """Give every waiting dated article its copies, family and story, and every changed story its storyline.

    With `copies_known` no article has come or gone since the last time: copies and families stay as they are.
    """
    waiting = archive.waiting()
    if not waiting and not archive.unsettled():
        return
    _settle(archive)
    with archive.write():
        archive.put_links(links_of(archive.corrections(), archive.now_of))
    timed = [(moment, ident) for moment, ident in waiting if moment]
    if timed:
        with archive.write():
            archive.wait_again(*timed[0])
        _replay(Run(archive, settings, report, copies_known), {ident for _, ident in timed})


@dataclass(frozen=True, slots=True)
class Run:
    """One replay: of what, under which settings, who is told, and whether copies are known already."""

    archive: Archive
    settings: Settings
    report: Report
    copies_known: bool

    def state(self, moment: str, ident: str) -> "State":
        """The state just before an article."""
        return restore(self.archive, self.settings, (moment, ident), copies_known=self.copies_known)

    def calm(self, new: set[str]) -> "Calm":
        """What tells the end of the replay: copies that are known reach no further than stories do."""
        options = self.settings
        return Calm(new, options.story.window_days if self.copies_known else options.copies.window_days)


def _replay(run: Run, new: set[str]) -> None:
    """Replay the waiting dated articles in order, until nothing more can change."""
    archive = run.archive
    queue = [(moment, ident) for moment, ident in archive.waiting() if moment]
    state, calm = run.state(*queue[0]), run.calm(set(new))
    for at in range(0, len(queue), _CHUNK):
        run.report("stories", at, len(queue))
        chunk = queue[at : at + _CHUNK]
        with archive.write():
            placed: list[Placed] = []
            old = {ident: archive.group_of(ident) for _, ident in chunk}
            for moment, ident in chunk:
                if calm.reached(moment, state.stories):
                    break
                one = place(archive, state, ident, moment)
                placed.append(one)
                calm.see(one, old[ident])
            keep(archive, placed, old, new)
            if len(placed) < len(chunk):
                archive.settle_waiting()
                break
    run.report("stories", len(queue), len(queue))


@dataclass(slots=True)
class Calm:
    """Tells when a replay can no longer differ from what the archive has: all new articles are placed, the
    last change lies outside the window of copies, and no open story holds anything that changed."""

    new: set[str]
    window: int
    last: str = ""
    touched: set[str] = field(default_factory=set)

    def see(self, one: Placed, old: Group) -> None:
        """Take note of where an article went and where it was, of what was joined as it came and had been."""
        fresh = one.article in self.new
        self.new.discard(one.article)
        if fresh or (one.family, one.assignment.story) != (old.family, old.stream) or one.joins != one.joined:
            self.last = one.moment
            self.touched |= {one.assignment.story, old.stream}
            self.touched |= {name for join in (*one.joins, *one.joined) for name in (join.goes, join.keeps)}

    def reached(self, moment: str, stories: story.StoryIndex) -> bool:
        """Whether nothing from `moment` on can change."""
        if self.new or not self.last or len(moment) < 10 or len(self.last) < 10:
            return False
        edge = date.fromisoformat(self.last[:10]) + timedelta(days=self.window + 1)
        return date.fromisoformat(moment[:10]) > edge and not any(one in stories for one in self.touched)


def place(archive: Archive, state: State, ident: str, moment: str) -> Placed:
    """Copies, family and story of one article, given the ones before it."""
    if state.copies_known:
        family, edges = archive.group_of(ident).family, list(archive.edges_found(ident))
    else:
        family, edges = _copies(state, ident)
    assignment, joins = _assign(archive, state, ident, edges)
    return Placed(
        article=ident, moment=moment, family=family, assignment=assignment,
        edges=tuple(edges), joins=joins, joined=archive.joins_of(ident),
    )  # fmt: skip


def _copies(state: State, ident: str) -> tuple[str, list[CopyEdge]]:
    """The family of an article and its copy edges, in order of their ends."""
    article, print_ = state.shelf.get(ident)
    state.meet(print_, article)
    edges: list[CopyEdge] = []
    for candidate in state.copies.add(print_):
        parent, parent_print = state.shelf.get(candidate.parent)
        edge = copies.align(article, parent, candidate, print_, parent_print)
        if edge is not None:
            edges.append(edge)
    family = copies.family_of(ident, edges, state.families, state.hubs, state.agencies)
    state.families[ident] = family
    return family, sorted(edges, key=_ends)


def _assign(
    archive: Archive, state: State, ident: str, edges: Sequence[CopyEdge]
) -> tuple[Assignment, tuple[Join, ...]]:
    """The story of one article, that of the group a person put it in, else what the index finds; and the joins."""
    slots, number = archive.slots_of(ident), state.pins.group_of(ident)
    if number is None:
        return state.stories.add(slots, edges), state.stories.joins()
    reason = f"a person's choice ({state.pins.why(ident)})"
    if number in state.founded:
        return state.stories.put(slots, state.founded[number], reason), ()
    joins: tuple[Join, ...] = ()
    if any(one in state.founded for one in state.pins.apart_from(number)):
        found = state.stories.put(slots, digest("sto", ident), reason)
    else:
        found, joins = state.stories.add(slots, edges), state.stories.joins()
    ended = [replace(join, article=ident) for join in state.found(number, found.story)]
    return found, (*joins, *ended)


def _ends(edge: CopyEdge) -> tuple[str, str]:
    return edge.child, edge.parent


def _settle(archive: Archive) -> None:
    """Part the stories that were joined when an article came which is no longer there."""
    left = archive.unsettled()
    if left:
        with archive.write():
            _show(archive, left, {})
            archive.settled()


def keep(archive: Archive, placed: Sequence[Placed], old: dict[str, Group], new: set[str]) -> None:
    """Store where articles went; stories that gained or lost one get their storyline anew and are dirty."""
    streams: set[str] = set()
    moved: dict[str, Group] = {}
    for one in placed:
        before = old[one.article]
        if one.article in new or (one.family, one.assignment.story) != (before.family, before.stream):
            moved[one.article] = before
        if one.edges != archive.edges_found(one.article):
            moved[one.article] = before
            archive.put_edges(one.article, one.edges)
        if one.joins != one.joined:
            streams |= {name for join in (*one.joins, *one.joined) for name in (join.goes, join.keeps) if name}
            archive.put_joins(one.moment, one.article, one.joins)
    archive.put_groups(
        (one.article, one.family, one.assignment.story, to_json(_why(one.assignment))) for one in placed
    )
    streams |= {one.assignment.story for one in placed if one.article in moved}
    _show(archive, streams, moved)


def _show(archive: Archive, streams: Iterable[str], moved: dict[str, Group]) -> None:
    """Show articles in the stories that they are in now; stories that changed get their storyline and are dirty."""
    renamed = archive.settle_streams(streams)
    archive.mark_dirty({one.storyline or one.story for one in moved.values() if one.story})
    archive.mark_dirty({one.line or one.before for one in renamed if one.before})
    stories = {archive.group_of(ident).story for ident in moved} | {one.story for one in moved.values()}
    stories |= {name for one in renamed for name in (one.before, one.now)}
    for ident in sorted(stories - {""}):
        archive.stir(ident)
        thread(archive, ident)


def _why(assignment: Assignment) -> list[str]:
    score = f"score {assignment.score:.2f}" if assignment.score else ""
    return [reason for reason in (*assignment.reasons, score) if reason]


def thread(archive: Archive, ident: str) -> None:
    """Give a story its storyline, from its members alone or by a person's choice."""
    members = archive.members(ident)
    if not members:
        return
    chosen = archive.link_of(ident)
    if chosen is not None:
        key = chosen[0]
    else:
        links = story.link(ident, [archive.slots_of(one) for one in members])
        key = links[0].key if links else ""
    unit = digest("lin", key) if key else ""
    before = {archive.group_of(one).storyline for one in members}
    archive.mark_dirty({unit or ident, *(one or ident for one in before)})
    archive.put_storyline(ident, unit)
