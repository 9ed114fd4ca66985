"""Which family, story and storyline articles are in, what the repair pass joined, what a person corrected.

An article lies in a `stream` story, where the index put it when it came; the `story` it is shown in is that one or,
where the repair pass joined stories, the one at the end of the chain of joins.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coranto.errors import NotFound
from coranto.types import CopyEdge, Correction, Join
from coranto.types.codec import from_json, to_json

_LAST = " ORDER BY moment DESC, article DESC, at DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Family, stream story, story and storyline of an article; empty where it has none."""

    family: str
    stream: str
    story: str
    storyline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A stream story whose articles are now shown in another story: the one before, its storyline, the one now."""

    stream: str
    before: str
    line: str
    now: str


class Groups:
    """The part of an archive that knows how articles are grouped."""

    db: sqlite3.Connection

    def group_of(self, ident: str) -> Group:
        """Where an article belongs. Raises `NotFound`."""
        query = "SELECT family, stream, story, storyline FROM article WHERE id = ?"
        row = self.db.execute(query, (ident,)).fetchone()
        if row is None:
            raise NotFound(f"No article {ident} in this archive.")
        return Group(family=row[0], stream=row[1], story=row[2], storyline=row[3])

    def members(self, story: str) -> list[str]:
        """Ids of a story's articles in order of time; undated ones last."""
        query = "SELECT id FROM article WHERE story = ? ORDER BY moment = '', moment, id"
        return [row[0] for row in self.db.execute(query, (story,))]

    def stream_members(self, stream: str) -> list[tuple[str, str]]:
        """`(moment, id)` of a stream story's dated articles, in order."""
        query = "SELECT moment, id FROM article WHERE stream = ? AND moment <> '' ORDER BY moment, id"
        return self.db.execute(query, (stream,)).fetchall()

    def story_at(self, ident: str) -> str:
        """The story that now holds the article which the story `ident` is or was named after, or "".

        A story is named after its first article, so an id that was ever given leads to a story for good.
        """
        row = self.db.execute("SELECT story FROM article WHERE named = ?", (ident,)).fetchone()
        return str(row[0]) if row else ""

    def put_groups(self, groups: Iterable[tuple[str, str, str, bytes]]) -> None:
        """Set `(article, family, stream, why)` of articles and mark them as grouped; then call `settle_streams`."""
        self.db.executemany(
            "UPDATE article SET family = ?2, stream = ?3, why = ?4, grouped = 1 WHERE id = ?1", groups
        )

    def put_storyline(self, story: str, storyline: str) -> None:
        """Set the storyline of a story's articles."""
        self.db.execute("UPDATE article SET storyline = ? WHERE story = ?", (storyline, story))

    def edges_of(self, child: str) -> tuple[CopyEdge, ...]:
        """The copy edges that lead from an article to its parents."""
        query = "SELECT plain(body) FROM edge WHERE child = ? ORDER BY parent"
        return tuple(from_json(row[0], CopyEdge) for row in self.db.execute(query, (child,)))

    def edges_found(self, finder: str) -> tuple[CopyEdge, ...]:
        """The copy edges that were found when an article was placed, by child and parent."""
        query = "SELECT plain(body) FROM edge WHERE finder = ? ORDER BY child, parent"
        return tuple(from_json(row[0], CopyEdge) for row in self.db.execute(query, (finder,)))

    def edges_to(self, parent: str) -> tuple[CopyEdge, ...]:
        """The copy edges that lead to an article."""
        query = "SELECT plain(body) FROM edge WHERE parent = ? ORDER BY child"
        return tuple(from_json(row[0], CopyEdge) for row in self.db.execute(query, (parent,)))

    def put_edges(self, finder: str, edges: Sequence[CopyEdge]) -> None:
        """Replace the copy edges that were found when `finder` was placed, whichever way they lead."""
        self.db.execute("DELETE FROM edge WHERE finder = ?", (finder,))
        rows = [(finder, edge.child, edge.parent, to_json(edge)) for edge in edges]
        self.db.executemany("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, pack(?))", rows)

    def joins_of(self, article: str) -> tuple[Join, ...]:
        """What the repair pass decided when an article was placed, in its order."""
        query = "SELECT body FROM joined WHERE article = ? ORDER BY at"
        return tuple(from_json(row[0], Join) for row in self.db.execute(query, (article,)))

    def put_joins(self, moment: str, article: str, joins: Sequence[Join]) -> None:
        """Replace what the repair pass decided when an article was placed."""
        self.db.execute("DELETE FROM joined WHERE article = ?", (article,))
        rows = [(one.goes, moment, article, at, one.keeps, to_json(one)) for at, one in enumerate(joins)]
        self.db.executemany("INSERT INTO joined VALUES (?, ?, ?, ?, ?, ?)", rows)

    def forget_joins(self, article: str) -> None:
        """Forget what was decided when an article came that is no longer there; its stories wait to be settled."""
        self.db.execute("INSERT OR IGNORE INTO unsettled SELECT goes FROM joined WHERE article = ?", (article,))
        self.db.execute("DELETE FROM joined WHERE article = ?", (article,))

    def settled(self) -> None:
        """Say that the stream stories whose joins were forgotten are settled."""
        self.db.execute("DELETE FROM unsettled")

    def unsettled(self) -> list[str]:
        """Stream stories whose joins were forgotten since they were settled."""
        return [row[0] for row in self.db.execute("SELECT stream FROM unsettled ORDER BY stream")]

    def join_before(self, stream: str, moment: str, ident: str) -> tuple[str, str, Join] | None:
        """`(moment, article, join)`: the join in force for a stream story before the article `(moment, ident)`."""
        query = "SELECT moment, article, keeps, body FROM joined WHERE goes = ? AND (moment, article) < (?, ?)"
        row = self.db.execute(query + _LAST, (stream, moment, ident)).fetchone()
        return (row[0], row[1], from_json(row[3], Join)) if row and row[2] else None

    def join_of(self, stream: str) -> Join | None:
        """The join in force for a stream story, or None when it stands for itself."""
        row = self.db.execute("SELECT keeps, body FROM joined WHERE goes = ?" + _LAST, (stream,)).fetchone()
        return from_json(row[1], Join) if row and row[0] else None

    def log_of(self, stream: str) -> list[tuple[str, Join]]:
        """`(moment, join)`: all that was ever decided of a stream story, in order."""
        query = "SELECT moment, body FROM joined WHERE goes = ? ORDER BY moment, article, at"
        return [(row[0], from_json(row[1], Join)) for row in self.db.execute(query, (stream,))]

    def streams_of(self, story: str) -> list[str]:
        """The stream stories that a story is made of."""
        query = "SELECT DISTINCT stream FROM article WHERE story = ? ORDER BY stream"
        return [row[0] for row in self.db.execute(query, (story,))]

    def joins(self, limit: int) -> list[tuple[str, Join]]:
        """`(moment, join)` of the newest decisions of the repair pass, newest first."""
        query = "SELECT moment, body FROM joined ORDER BY moment DESC, article DESC, at DESC LIMIT ?"
        return [(row[0], from_json(row[1], Join)) for row in self.db.execute(query, (limit,))]

    def settle_streams(self, streams: Iterable[str]) -> list[Renamed]:
        """Show the articles of these stream stories, and of those joined to them, in the stories they belong to;
        gives those that changed."""
        renamed: list[Renamed] = []
        wanted, seen = sorted(set(streams), reverse=True), set[str]()
        while wanted:
            stream = wanted.pop()
            if stream in seen:
                continue
            seen.add(stream)
            under = self.db.execute(
                "SELECT DISTINCT goes FROM joined WHERE keeps = ? ORDER BY goes DESC", (stream,)
            )
            wanted.extend(row[0] for row in under)
            now = self._root(stream)
            held = "SELECT DISTINCT story, storyline FROM article WHERE stream = ? AND story <> ? ORDER BY story"
            moved = self.db.execute(held, (stream, now)).fetchall()
            if moved:
                self.db.execute("UPDATE article SET story = ?2 WHERE stream = ?1 AND story <> ?2", (stream, now))
            renamed.extend(Renamed(stream=stream, before=before, line=line, now=now) for before, line in moved)
        return renamed

    def _root(self, stream: str) -> str:
        """The story at the end of the chain of joins; every join leads to an earlier one."""
        seen = {stream}
        while (join := self.join_of(stream)) is not None and join.keeps not in seen:
            stream = join.keeps
            seen.add(stream)
        return stream

    def put_correction(self, correction: Correction) -> None:
        """Keep a person's correction, or its newer form."""
        self.db.execute(
            "INSERT INTO correction (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?2",
            (correction.id, to_json(correction)),
        )

    def corrections(self) -> list[Correction]:
        """All that a person ever corrected, in order, the undone as well."""
        rows = self.db.execute("SELECT body FROM correction ORDER BY number")
        return [from_json(row[0], Correction) for row in rows]

    def put_links(self, links: Iterable[tuple[str, int, str, str]]) -> None:
        """Replace `(article, number, key, correction)`: in which storyline a person wants an article's story."""
        self.db.execute("DELETE FROM linked")
        self.db.executemany("INSERT INTO linked VALUES (?, ?, ?, ?)", links)

    def link_of(self, story: str) -> tuple[str, str] | None:
        """The key of the storyline a person wants a story in ("" for none), and the correction that says so."""
        query = (
            "SELECT l.key, l.correction FROM linked l JOIN article a ON a.id = l.article WHERE a.story = ?"
            " ORDER BY l.number DESC LIMIT 1"
        )
        row = self.db.execute(query, (story,)).fetchone()
        return (row[0], row[1]) if row else None

    def made_by(self, what: str) -> str:
        """The parts that made `stories` or `facts` as they are, "" before the first time."""
        row = self.db.execute("SELECT parts FROM made_by WHERE what = ?", (what,)).fetchone()
        return str(row[0]) if row else ""

    def put_made_by(self, what: str, parts: str) -> None:
        """Say which parts make `stories` or `facts` from now on."""
        self.db.execute("INSERT OR REPLACE INTO made_by VALUES (?, ?)", (what, parts))

    def wait_all(self) -> None:
        """Make every article wait to be placed again."""
        self.db.execute("UPDATE article SET grouped = 0, sign = ''")
        self.db.execute("INSERT OR IGNORE INTO recheck SELECT id FROM article WHERE moment = ''")

    def dirty_all(self) -> None:
        """Make every unit dirty, so that all facts are made anew."""
        self.db.execute(
            "INSERT OR IGNORE INTO dirty SELECT DISTINCT iif(storyline = '', story, storyline) FROM article"
            " WHERE story <> ''"
        )

    def wait(self, articles: Iterable[str]) -> None:
        """Make these articles wait to be placed again."""
        self.db.executemany("UPDATE article SET grouped = 0 WHERE id = ?", [(one,) for one in articles])

    def now_of(self, article: str, page: str) -> str:
        """The id of the article that stands for one which a person named: itself, or what its page gives now."""
        query = "SELECT id FROM article WHERE id = ?1 UNION ALL SELECT article FROM page WHERE id = ?2 LIMIT 1"
        row = self.db.execute(query, (article, page)).fetchone()
        return str(row[0]) if row else ""
