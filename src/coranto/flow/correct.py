"""A person's corrections: stories merged, split, pinned, articles moved, and all of it undone. The machine keeps
to them, whatever comes later; what follows from one is computed at once.

Every door takes the time it is done at (`made`, ISO), stores the correction and makes the stories around it
waiting in one transaction, then brings stories and facts up to date. A process killed in between leaves the
correction in force; the next `read` completes it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coranto.errors import NotFound, UsageError
from coranto.flow.order import thread
from coranto.flow.pins import links_of
from coranto.flow.read import renew, silent
from coranto.settings import Settings
from coranto.store import Archive
from coranto.types import Correction, Storyline
from coranto.types.codec import from_json
from coranto.types.correction import CorrectionKind
from coranto.types.ids import digest, kind_of

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction and the stories that its articles are in now, in order."""

    correction: Correction
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What corrects an archive: the settings its stories are made with, and who is told of the progress."""

    archive: Archive
    settings: Settings
    report: Report = silent

    def merge(self, stories: Sequence[str], made: str) -> Corrected:
        """Make one story of two or more. Raises `UsageError` for fewer, `NotFound` for unknown ones."""
        wanted = list(dict.fromkeys(self.story(one) for one in stories))
        if len(wanted) < 2:
            raise UsageError("merge takes two stories or more; these are one already.")
        members = [one for story in wanted for one in self.archive.members(story)]
        return self._make("merge", [members], (wanted, made))

    def split(self, articles: Sequence[str], made: str) -> Corrected:
        """Make a story of its own of some articles of one story.

        Raises `UsageError` when they are of several stories or all that there is, `NotFound` for unknown ones.
        """
        stories = self._stories_of(articles)
        if len(stories) != 1:
            raise UsageError("split takes articles of one story; to gather from several use: coranto move")
        rest = [one for one in self.archive.members(stories[0]) if one not in articles]
        if not rest:
            raise UsageError("These are all articles of the story; nothing would be left to split them from.")
        return self._make("split", [articles, rest], (stories, made))

    def move(self, articles: Sequence[str], story: str, made: str) -> Corrected:
        """Move articles into a story. Raises `UsageError` when they are there, `NotFound` for unknown ids."""
        target, sources = self.story(story), self._stories_of(articles)
        left = [one for one in sources if one != target]
        if not left:
            raise UsageError(f"These articles are in {target} already.")
        rests = [[one for one in self.archive.members(source) if one not in articles] for source in left]
        groups = [[*self.archive.members(target), *articles], *[rest for rest in rests if rest]]
        return self._make("move", groups, ([target, *left], made))

    def pin(self, story: str, made: str) -> Corrected:
        """Keep the articles that a story has together, whatever comes."""
        wanted = self.story(story)
        return self._make("pin", [self.archive.members(wanted)], ([wanted], made))

    def link(self, story: str, other: str, made: str) -> Corrected:
        """Put a story into a storyline, or into one line with another story. Raises `NotFound` for unknown ids."""
        wanted = self.story(story)
        if kind_of(other) == "lin":
            return self._make("link", [self.archive.members(wanted)], ([wanted], made), self._key(other))
        partner = self.story(other)
        if partner == wanted:
            raise UsageError("A story is in one line with itself; name another.")
        members = [*self.archive.members(wanted), *self.archive.members(partner)]
        line = self.archive.group_of(members[-1]).storyline
        key = self._key(line) if line else f"hand:{partner}"
        return self._make("link", [members], ([wanted, partner], made), key)

    def unlink(self, story: str, made: str) -> Corrected:
        """Take a story out of its storyline. Raises `UsageError` when it is in none, `NotFound` for unknown ids."""
        wanted = self.story(story)
        members = self.archive.members(wanted)
        if not self.archive.group_of(members[0]).storyline:
            raise UsageError(f"{wanted} is in no storyline.")
        return self._make("link", [members], ([wanted], made))

    def _key(self, line: str) -> str:
        kind, body = self.archive.fact(line)
        if kind != "storyline":
            raise NotFound(f"No storyline {line} in this archive.")
        return from_json(body, Storyline).key

    def undo(self, correction: str, made: str) -> Corrected:
        """Take a correction back; with an empty id the last one that holds.

        Raises `NotFound` for an unknown one, `UsageError` for one that is undone or when there is none.
        """
        known = self.archive.corrections()
        holding = [one for one in known if not one.undone]
        if not correction and not holding:
            raise UsageError("There is nothing to undo.")
        chosen = next((one for one in known if one.id == correction), None) if correction else holding[-1]
        if chosen is None:
            raise NotFound(f"No correction {correction} in this archive. See them with: coranto history")
        if chosen.undone:
            raise UsageError(f"{chosen.id} was undone already, {chosen.undone}.")
        return self._apply(replace(chosen, undone=made))

    def story(self, ident: str) -> str:
        """The story of an id, also of one that it had before. Raises `NotFound`."""
        found = ident if self.archive.members(ident) else self.archive.story_at(ident)
        if not found:
            raise NotFound(f"No story {ident} in this archive.")
        return found

    def _stories_of(self, articles: Sequence[str]) -> list[str]:
        if not articles:
            raise UsageError("Name at least one article.")
        return list(dict.fromkeys(self.archive.group_of(one).story for one in articles))

    def _make(
        self, kind: CorrectionKind, groups: Sequence[Sequence[str]], told: tuple[Sequence[str], str], key: str = ""
    ) -> Corrected:
        stories, made = told
        members = tuple(tuple(sorted(set(group))) for group in groups)
        pages = tuple((one, self.archive.article_of(one).page) for group in members for one in group)
        ident = digest("cor", kind, members, made, key)
        return self._apply(
            Correction(id=ident, kind=kind, groups=members, stories=tuple(stories), pages=pages, made=made, key=key)
        )

    def _apply(self, correction: Correction) -> Corrected:
        settled = not self.archive.waiting()
        named = dict(correction.pages)
        held = [self.archive.now_of(one, named.get(one, "")) for group in correction.groups for one in group]
        articles = [one for one in held if one]
        with self.archive.write():
            self.archive.put_correction(correction)
            if correction.kind == "link":
                self._thread(articles)
            else:
                self.archive.wait(articles)
        renew(self.archive, self.settings, self.report, copies_known=settled)
        return Corrected(correction=correction, stories=self._now(articles))

    def _thread(self, articles: Iterable[str]) -> None:
        """Give the stories of these articles their storylines anew; no story changes."""
        self.archive.put_links(links_of(self.archive.corrections(), self.archive.now_of))
        for story in self._now(articles):
            thread(self.archive, story)

    def _now(self, articles: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self.archive.group_of(one).story for one in articles}))
