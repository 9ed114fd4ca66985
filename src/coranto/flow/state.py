"""What the ordered half knows while it runs, and how it is made again from the archive for any moment."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date, timedelta

from coranto import copies, story
from coranto.flow.pins import Pins, pins_of
from coranto.settings import Settings
from coranto.store import Archive
from coranto.types import Article, Join, Print

_KEPT = 4000


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
    """What the ordered half knows while it runs; `founded` are the stories of the groups that a person made."""

    shelf: Shelf
    copies: copies.CopyIndex
    stories: story.StoryIndex
    pins: Pins
    families: dict[str, str] = field(default_factory=dict)
    hubs: set[str] = field(default_factory=set)
    agencies: dict[str, str] = field(default_factory=dict)
    founded: dict[int, str] = field(default_factory=dict)
    copies_known: bool = False

    def meet(self, print_: Print, article: Article) -> None:
        """Remember of an article what families are made by: whether it is a hub, whose writing it carries."""
        if print_.hub:
            self.hubs.add(print_.article)
        supplier = copies.supplier(article)
        if supplier:
            self.agencies[print_.article] = supplier

    def found(self, group: int, ident: str) -> tuple[Join, ...]:
        """Remember the story of a person's group, and from which others it is kept apart; the joins that ends."""
        self.founded[group] = ident
        others = [self.founded[one] for one in self.pins.apart_from(group) if one in self.founded]
        if not others:
            return ()
        self.stories.keep_apart((ident, other) for other in others)
        return self.stories.joins()


def restore(archive: Archive, settings: Settings, at: tuple[str, str], *, copies_known: bool = False) -> State:
    """The state as it is just before the article `(moment, id)` `at`, made from the articles before it."""
    pins = pins_of(archive.corrections(), archive.now_of)
    state = State(Shelf(archive), copies.CopyIndex(settings.copies), story.StoryIndex(settings.story), pins)
    state.copies_known = copies_known
    if not copies_known:
        prints = []
        for one in archive.dated_between(_back(at[0], settings.copies.window_days), *at):
            article, print_ = state.shelf.get(one)
            state.meet(print_, article)
            state.families[one] = archive.group_of(one).family
            prints.append(print_)
        state.copies.restore(prints)
    for number, members in enumerate(pins.groups):
        placed = [one for one in members if _earlier(archive, one, at)]
        if placed:
            state.found(number, archive.group_of(placed[0]).stream)
    _restore_stories(archive, state, at, settings.story.window_days)
    return state


def _restore_stories(archive: Archive, state: State, at: tuple[str, str], days: int) -> None:
    """Put the articles of the window and of its open stories back into the index, with the joins in force: those of
    open stories and of what a person keeps apart, and all above them."""
    window = archive.dated_between(_back(at[0], days), *at)
    live = {archive.group_of(one).stream for one in window}
    held = sorted({member for stream in live for member in archive.stream_members(stream)})
    before = [one for when, one in held if (when, one) < at]
    joins: dict[str, tuple[str, str, Join]] = {}
    wanted = sorted(live | set(state.founded.values()))
    while wanted:
        stream = wanted.pop()
        found = archive.join_before(stream, *at) if stream not in joins else None
        if found is not None:
            joins[stream] = found
            wanted.append(found[2].keeps)
    state.stories.restore(
        ((archive.slots_of(one), archive.group_of(one).stream) for one in before),
        [join for _, _, join in sorted(joins.values(), key=_join_moment)],
    )


def _join_moment(found: tuple[str, str, Join]) -> tuple[str, str, str]:
    return found[0], found[1], found[2].goes


def _earlier(archive: Archive, article: str, at: tuple[str, str]) -> bool:
    when = archive.moment_of(article)
    return bool(when) and (when, article) < at


def _back(moment: str, days: int) -> str:
    """The day that lies `days` and a little before a moment, so that a month or year counts as its first day."""
    try:
        first = date.fromisoformat((moment[:10] + "-01-01")[:10])
    except ValueError:
        return ""
    return (first - timedelta(days=days + 1)).isoformat()
