"""Stories (one happening and its coverage), storylines, and how a story is shown."""

from coranto.story.brief import brief
from coranto.story.compose import compose, rank
from coranto.story.contrast import Told, told, words_told
from coranto.story.echoes import Spoken, without_echoes
from coranto.story.headline import name
from coranto.story.index import StoryIndex, place
from coranto.story.labels import Account, labels
from coranto.story.link import line_title, link
from coranto.story.member import Member
from coranto.story.repair import roots
from coranto.story.slots import slots
from coranto.story.suggest import Earlier, Lines, Suggestion, suggest
from coranto.story.thread import lookbacks

__all__ = [
    "Account",
    "Earlier",
    "Lines",
    "Member",
    "Spoken",
    "StoryIndex",
    "Suggestion",
    "Told",
    "brief",
    "compose",
    "labels",
    "line_title",
    "link",
    "lookbacks",
    "name",
    "place",
    "rank",
    "roots",
    "slots",
    "suggest",
    "told",
    "without_echoes",
    "words_told",
]
