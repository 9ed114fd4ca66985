"""A story as it is shown: its title, counts, brief and place in the list."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coranto.parts import register
from coranto.story.show.brief import brief
from coranto.story.show.headline import name
from coranto.story.show.member import Member, in_order
from coranto.story.show.voices import voices
from coranto.story.slots import actors
from coranto.types import Assignment, Story

_HALF_LIFE = 3.0
_ACTORS = 8


def _days(one: str, two: str) -> float:
    """How many days lie between two ISO times; 0 when either has none."""
    try:
        return float(abs((date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days))
    except ValueError:
        return 0.0


def rank(story: Story, newest: str) -> tuple[float, str]:
    """The place of a story in the list (higher stands first) and the line that says why.

    Independent outlets (copies folded, no more than there are origins), times prominence, times recency before
    `newest`, the newest time in the archive, with a half-life of three days; an undated story counts as a week old.
    """
    independent = max(1, min(story.outlets, story.families, story.origins or story.families))
    prominence = 1.0 + math.log1p(len(story.articles)) / 4.0 + min(len(story.actors), 4) / 16.0
    age = _days(story.last, newest) if story.last else 7.0
    top = math.log1p(independent) * prominence * 0.5 ** (age / _HALF_LIFE)
    copies = len(story.articles) - story.families
    of = f" of {story.outlets}" if story.outlets > independent else ""
    parts = [_count(independent, "independent outlet") + of, _count(max(1, story.origins), "origin")]
    if copies > 0:
        parts.append(f"{_count(copies, 'copy', 'copies')} folded")
    parts.append(f"last told {story.last[:10]}" if story.last else "undated")
    return round(top, 6), ", ".join(parts)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _main_actors(members: Sequence[Member]) -> tuple[str, ...]:
    counts: dict[str, float] = {}
    for member in members:
        for at, actor in enumerate(actors(member.reading)):
            counts[actor] = counts.get(actor, 0.0) + 1.0 / (at + 1)
    return tuple(sorted(counts, key=lambda actor: (-counts[actor], actor))[:_ACTORS])


@register("story.compose.v2")
def compose(
    ident: str,
    members: Sequence[Member],
    reasons: Sequence[Assignment] = (),
    *,
    newest: str = "",
    storyline: str = "",
) -> Story:
    """A story made of its members, in order of time, undated ones last.

    `newest` is the newest time in the archive (else the story's own), `reasons` the members' assignments.
    """
    ordered = sorted(members, key=in_order)
    times = [one.when for one in ordered if one.when]
    families = {one.family or one.article.id for one in ordered}
    origins = voices(ordered)[: len(families)]
    outlets = {one.article.outlet.casefold() or one.article.id for one in ordered}
    title = name(ordered)
    bare = Story(
        id=ident,
        title=title,
        first=times[0] if times else "",
        last=times[-1] if times else "",
        articles=tuple(one.article.id for one in ordered),
        families=len(families),
        outlets=len(outlets),
        origins=len(origins),
        origin_names=origins,
        actors=_main_actors(ordered),
        storyline=storyline,
        brief=brief(ordered, title),
        reasons=tuple(sorted(reasons, key=lambda one: one.article)),
    )
    top, reason = rank(bare, newest or bare.last)
    return replace(bare, top=top, top_reason=reason)
