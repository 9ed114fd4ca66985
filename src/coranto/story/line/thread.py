"""What the stories of one storyline look back on."""

from collections.abc import Sequence

from coranto.story.line.gist import Gist, gist
from coranto.story.line.lookback import meant, read_back
from coranto.types import Slots, Story

_BEFORE = 200
_DAY = len("2023-10-30")


def lookbacks(stories: Sequence[tuple[Story, Sequence[Slots]]]) -> dict[str, str]:
    """For each story of a storyline that looks back a reason with its words: the earlier story of the storyline
    that agrees in kind, parties and time, or else the words alone."""
    known = {one.id: one for one, _ in stories}
    ordered = sorted((gist(one.id, slots) for one, slots in stories), key=_in_time)
    undated = [one for one in ordered if not one.day]
    dated = ordered[len(undated) :]
    said = {one.story: _said(one, dated[max(0, at - _BEFORE) : at], known) for at, one in enumerate(dated)}
    said |= {one.story: _said(one, dated[-_BEFORE:], known) for one in undated}
    return {story: reason for story, reason in said.items() if reason}


def _in_time(one: Gist) -> tuple[int, str]:
    return one.day, one.story


def _said(one: Gist, before: Sequence[Gist], known: dict[str, Story]) -> str:
    found = meant(one, before)
    if found:
        earlier = known[found[1].story]
        when = f", {earlier.first[:_DAY]}" if earlier.first else ""
        return f'it looks back, "{found[0]}", on "{earlier.title}"{when}'
    read = [look.words for phrase in one.back if (look := read_back(phrase, one.day))]
    return f'it looks back: "{read[0]}"' if read else ""
