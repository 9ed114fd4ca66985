"""Stories (one happening and its coverage), storylines, and how a story is shown."""

from coranto.story.brief import Member, brief
from coranto.story.compose import compose, name, rank
from coranto.story.index import StoryIndex, place
from coranto.story.link import line_title, link
from coranto.story.repair import roots
from coranto.story.slots import slots

__all__ = [
    "Member",
    "StoryIndex",
    "brief",
    "compose",
    "line_title",
    "link",
    "name",
    "place",
    "rank",
    "roots",
    "slots",
]
