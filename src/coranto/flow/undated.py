"""Articles that print no date: they come last and are placed by what they tell, beside the articles that share an
edition, a meeting or rare words with them, as a function of the set of articles and of a person's corrections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from coranto import copies, story
from coranto.flow.order import Placed, keep, place
from coranto.flow.pins import Pins, pins_of
from coranto.flow.state import Shelf, State
from coranto.settings import Settings
from coranto.store import Archive
from coranto.types.codec import to_json
from coranto.types.ids import digest_bytes

Report = Callable[[str, int, int], None]
_NEAR = 12
_NEAR_MEMBERS = 12
_FOREVER = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The neighbourhood of an undated article: `(moment, id, family, story)` of the articles near it, in order, and
    `(group, story)` of a person's groups that it is in or kept apart from."""

    near: Sequence[tuple[str, str, str, str]]
    founded: Sequence[tuple[int, str]]


def place_undated(archive: Archive, settings: Settings, report: Report) -> None:
    """Place, in order of their ids, the undated articles that wait or whose neighbourhood has changed."""
    waiting = {ident for moment, ident in archive.waiting() if not moment}
    pins = pins_of(archive.corrections(), archive.now_of)
    pinned = (ident for ident in pins.numbers if archive.is_undated(ident))
    queue = sorted({*waiting, *pinned, *archive.rechecks()})
    known, done = set(queue), 0
    while queue:
        if done % 50 == 0:
            report("undated pages", done, done + len(queue))
        ident = heappop(queue)
        known.discard(ident)
        done += 1
        waits = ident in waiting
        waiting.discard(ident)
        if not _look(archive, settings, (ident, waits), pins):
            continue
        for other in archive.rechecks():
            if other not in known:
                known.add(other)
                heappush(queue, other)


def _look(archive: Archive, settings: Settings, one: tuple[str, bool], pins: Pins) -> bool:
    """Place an undated article if it waits or its neighbourhood has changed; whether it was placed."""
    ident, waits = one
    around = sign = None
    if archive.is_undated(ident):
        around = Around(near=_near(archive, ident), founded=_founded(archive, pins, ident))
        sign = digest_bytes(to_json(around))
    with archive.write():
        archive.rechecked(ident)
        if around is None or sign is None or (not waits and sign == archive.sign_of(ident)):
            return False
        old = archive.group_of(ident)
        keep(archive, [_place(archive, settings, ident, (around, pins))], {ident: old}, {ident} if waits else set())
        stories = {story for _, _, _, story in around.near} | {story for _, story in around.founded}
        archive.put_sign(ident, sign, sorted(stories))
    return True


def _near(archive: Archive, ident: str) -> list[tuple[str, str, str, str]]:
    """The articles that share most keys with an undated one and the first ones of their stories. Of other undated
    articles only those before it count."""
    near = [one for one in archive.sharing(archive.slot_keys(ident), 4 * _NEAR) if _counts(archive, one, ident)]
    found = set(near[:_NEAR])
    for one in {archive.group_of(other).story for other in near[:_NEAR]}:
        members = (other for other in archive.members(one) if _counts(archive, other, ident))
        found.update(list(members)[:_NEAR_MEMBERS])
    found.discard(ident)
    groups = {other: archive.group_of(other) for other in found}
    return sorted((archive.moment_of(one) or "~", one, at.family, at.story) for one, at in groups.items())


def _counts(archive: Archive, other: str, ident: str) -> bool:
    return other < ident or bool(archive.moment_of(other))


def _founded(archive: Archive, pins: Pins, ident: str) -> list[tuple[int, str]]:
    """The stories of the person's groups that concern an undated article, by the articles before it in them."""
    number = pins.group_of(ident)
    if number is None:
        return []
    found: list[tuple[int, str]] = []
    for one in (number, *pins.apart_from(number)):
        before = [other for other in pins.groups[one] if other != ident and _counts(archive, other, ident)]
        before.sort(key=lambda other: (archive.moment_of(other) or "~", other))
        if before:
            found.append((one, archive.group_of(before[0]).story))
    return found


def _place(archive: Archive, settings: Settings, ident: str, known: tuple[Around, Pins]) -> Placed:
    """Copies and story of one undated article among its neighbours of any time."""
    around, pins = known
    state = State(
        Shelf(archive),
        copies.CopyIndex(replace(settings.copies, window_days=_FOREVER)),
        story.StoryIndex(replace(settings.story, window_days=_FOREVER)),
        pins,
        founded=dict(around.founded),
    )
    for _, other, family, of_story in around.near:
        article, print_ = state.shelf.get(other)
        state.meet(print_, article)
        state.families[other] = family
        state.copies.restore([print_])
        state.stories.restore([(archive.slots_of(other), of_story)])
    return replace(place(archive, state, ident, ""), joins=(), joined=())
