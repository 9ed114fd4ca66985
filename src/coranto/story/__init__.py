"""Stories (one happening and its coverage), storylines, and how a story is shown."""

from coranto.story.brief import brief
from coranto.story.compose import compose, rank
from coranto.story.headline import name
from coranto.story.index import StoryIndex, place
from coranto.story.link import line_title, link
from coranto.story.member import Member
from coranto.story.repair import roots
from coranto.story.slots import slots
from coranto.story.suggest import Earlier, Lines, Suggestion, suggest
from coranto.story.thread import lookbacks

__all__ = [
    "Earlier",
    "Lines",
    "Member",
    "StoryIndex",
    "Suggestion",
    "brief",
    "compose",
    "line_title",
    "link",
    "lookbacks",
    "name",
    "place",
    "rank",
    "roots",
    "slots",
    "suggest",
]
