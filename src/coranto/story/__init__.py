"""Stories (one happening and its coverage), storylines, and how a story is shown."""

from coranto.story.group.index import StoryIndex, place
from coranto.story.group.repair import roots
from coranto.story.line.link import line_title, link
from coranto.story.line.suggest import Earlier, Lines, Suggestion, suggest
from coranto.story.line.thread import lookbacks
from coranto.story.show.brief import brief
from coranto.story.show.compose import compose, rank
from coranto.story.show.contrast import Told, told, words_told
from coranto.story.show.echoes import Spoken, without_echoes
from coranto.story.show.headline import name
from coranto.story.show.labels import Account, labels
from coranto.story.show.member import Member
from coranto.story.slots import slots

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
