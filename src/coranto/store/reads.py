"""Everything that is taken out of the archive, newest first and page by page."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coranto.errors import NotFound
from coranto.store.lines import whole_line
from coranto.store.rows import LAST, floor
from coranto.types import Article, Completeness, Dated, Lineage, Page, Print, Reading, Refusal, Slots
from coranto.types.codec import from_json

_IN = 400
FACTS = ("story", "storyline", "event", "statement", "person", "office", "occasion", "figure")
"""Every kind of fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list shows: facts with all of `keys`, from day `after` to day `before` (both included), at most
    `limit`, older than the row number `cursor`."""

    keys: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    limit: int = 50
    cursor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a list: ids and bodies, newest first; `cursor` continues it, 0 at its end."""

    items: tuple[tuple[str, bytes], ...]
    cursor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An article as the archive holds it: the page's own article and what was derived for it."""

    article: Article
    family: str
    story: str
    storyline: str
    why: bytes
    dated: Dated | None
    lineage: Lineage | None
    beside: Completeness | None


class Reads:
    """The reading half of an archive."""

    db: sqlite3.Connection

    def known_pages(self, pages: Sequence[Page]) -> dict[str, tuple[str, str]]:
        """`(line, state)` of these pages where they were read before, by page id."""
        found: dict[str, tuple[str, str]] = {}
        for at in range(0, len(pages), _IN):
            ids = [page.id for page in pages[at : at + _IN]]
            marks = ",".join("?" * len(ids))
            query = f"SELECT id, line, state FROM page WHERE id IN ({marks})"
            found.update({row[0]: (row[1], row[2]) for row in self.db.execute(query, ids)})
        return found

    def waiting(self) -> list[tuple[str, str]]:
        """`(moment, id)` of the articles that have no story yet, in order."""
        return self.db.execute("SELECT moment, id FROM article WHERE grouped = 0 ORDER BY moment, id").fetchall()

    def dated_between(self, start: str, moment: str, ident: str) -> list[str]:
        """Ids of the dated articles from the time `start` up to and without `(moment, ident)`, in order."""
        query = (
            "SELECT id FROM article WHERE moment >= ? AND moment <> '' AND (moment, id) < (?, ?)"
            " ORDER BY moment, id"
        )
        return [row[0] for row in self.db.execute(query, (start, moment, ident))]

    def sharing(self, keys: Sequence[str], limit: int) -> list[str]:
        """Ids of dated articles that share a slot key, the most sharing first, at most `limit`."""
        counts: dict[str, int] = {}
        for key in keys:
            query = "SELECT article FROM slot_key WHERE key = ? LIMIT ?"
            for (ident,) in self.db.execute(query, (key, 4 * limit)):
                counts[ident] = counts.get(ident, 0) + 1
        ranked = sorted(counts, key=lambda ident: (-counts[ident], ident))
        return ranked[:limit]

    def slot_keys(self, ident: str) -> list[str]:
        """The slot keys of an article."""
        return [
            row[0] for row in self.db.execute("SELECT key FROM slot_key WHERE article = ? ORDER BY key", (ident,))
        ]

    def print_of(self, ident: str) -> Print:
        """The fingerprints of an article."""
        return from_json(self._blob("SELECT plain(print) FROM part WHERE article = ?", ident), Print)

    def slots_of(self, ident: str) -> Slots:
        """The slots of an article."""
        return from_json(self._blob("SELECT plain(slots) FROM part WHERE article = ?", ident), Slots)

    def reading_of(self, ident: str) -> Reading:
        """The reading of an article, as its own page gave it."""
        return from_json(self._blob("SELECT plain(reading) FROM part WHERE article = ?", ident), Reading)

    def article_of(self, ident: str) -> Article:
        """The article of this id, as its page gave it. Raises `NotFound`."""
        return from_json(self._blob("SELECT plain(body) FROM article WHERE id = ?", ident), Article)

    def _blob(self, query: str, ident: str) -> bytes:
        row = self.db.execute(query, (ident,)).fetchone()
        if row is None:
            raise NotFound(f"No article {ident} in this archive.")
        return bytes(row[0])

    def held(self, ident: str) -> Held:
        """The article of this id with its family, story, derived date and lineage. Raises `NotFound`."""
        row = self.db.execute(
            "SELECT plain(body), family, story, storyline, why, dated, plain(lineage), beside FROM article"
            " WHERE id = ?",
            (ident,),
        ).fetchone()
        if row is None:
            raise NotFound(f"No article {ident} in this archive.")
        return Held(
            article=from_json(row[0], Article),
            family=row[1],
            story=row[2],
            storyline=row[3],
            why=row[4] or b"",
            dated=from_json(row[5], Dated) if row[5] else None,
            lineage=from_json(row[6], Lineage) if row[6] else None,
            beside=from_json(row[7], Completeness) if row[7] else None,
        )

    def moment_of(self, ident: str) -> str:
        """The ISO time that orders an article; empty when it has no date of its own. Raises `NotFound`."""
        row = self.db.execute("SELECT moment FROM article WHERE id = ?", (ident,)).fetchone()
        if row is None:
            raise NotFound(f"No article {ident} in this archive.")
        return str(row[0])

    def moments_of(self, idents: Sequence[str]) -> list[str]:
        """The times of those of these articles that are held."""
        query = "SELECT moment FROM article WHERE id = ?"
        return [row[0] for ident in idents for row in self.db.execute(query, (ident,))]

    def unit_stories(self, unit: str) -> list[str]:
        """The stories of a unit, in order: of a storyline (lin-…), or the one story (sto-…) outside of any."""
        # the plus keeps SQLite from walking all articles without a storyline
        where = "storyline = ?" if unit.startswith("lin-") else "story = ? AND +storyline = ''"
        query = f"SELECT DISTINCT story FROM article WHERE {where} ORDER BY story"
        return [row[0] for row in self.db.execute(query, (unit,))]

    def lines(self, story: str) -> list[dict[str, Any]]:
        """A story's articles as lists show them, in order of time; undated ones last."""
        query = (
            "SELECT line, dated, beside, family, story, storyline FROM article WHERE story = ?"
            " ORDER BY moment = '', moment, id"
        )
        return [whole_line(row[0], row[1:3], row[3:]) for row in self.db.execute(query, (story,))]

    def line(self, ident: str) -> dict[str, Any]:
        """An article as lists show it. Raises `NotFound`."""
        query = "SELECT line, dated, beside, family, story, storyline FROM article WHERE id = ?"
        row = self.db.execute(query, (ident,)).fetchone()
        if row is None:
            raise NotFound(f"No article {ident} in this archive.")
        return whole_line(row[0], row[1:3], row[3:])

    def lineages(self, story: str) -> list[tuple[str, str, str, str, bytes]]:
        """`(article, title, outlet, family, lineage)` of a story's articles, in order of time."""
        query = (
            "SELECT id, title, outlet, family, plain(lineage) FROM article WHERE story = ?"
            " ORDER BY moment = '', moment, id"
        )
        return self.db.execute(query, (story,)).fetchall()

    def dirty(self) -> list[str]:
        """Units whose facts must be made anew."""
        return [row[0] for row in self.db.execute("SELECT unit FROM dirty ORDER BY unit")]

    def pieces(self, kind: str, ident: str) -> list[bytes]:
        """The pieces of one shared fact, by unit."""
        query = "SELECT plain(body) FROM piece WHERE kind = ? AND id = ? ORDER BY unit"
        return [bytes(row[0]) for row in self.db.execute(query, (kind, ident))]

    def fact(self, ident: str) -> tuple[str, bytes]:
        """Kind and JSON of the fact of this id. Raises `NotFound`."""
        row = self.db.execute("SELECT kind, plain(body) FROM fact WHERE id = ?", (ident,)).fetchone()
        if row is None:
            raise NotFound(f"Nothing with the id {ident} in this archive.")
        return row[0], bytes(row[1])

    def unit_facts(self, unit: str, kind: str) -> list[bytes]:
        """All facts of a kind that a unit owns, in order of time."""
        query = "SELECT plain(body) FROM fact WHERE unit = ? AND kind = ? ORDER BY row"
        return [bytes(row[0]) for row in self.db.execute(query, (unit, kind))]

    def find(self, kind: str, by: Filter) -> Listing:
        """Facts (or articles, for kind `article`) that a filter lets through, newest first."""
        table = "article" if kind == "article" else "fact"
        first, *others = by.keys or ("",)
        query = (
            f"SELECT f.row, f.id, plain(f.body) FROM key k JOIN {table} f ON f.row = k.row"
            " WHERE k.key = ? AND k.kind = ?"
        )
        values: list[object] = [first, kind]
        for other in others:
            query += " AND EXISTS (SELECT 1 FROM key o WHERE o.key = ? AND o.kind = k.kind AND o.row = k.row)"
            values.append(other)
        low, high = _bounds(by)
        query += " AND k.row >= ? AND k.row < ? ORDER BY k.row DESC LIMIT ?"
        rows = self.db.execute(query, (*values, low, high, by.limit + 1)).fetchall()
        more = len(rows) > by.limit
        rows = rows[: by.limit]
        return Listing(
            items=tuple((row[1], bytes(row[2])) for row in rows), cursor=rows[-1][0] if more and rows else 0
        )

    def refusals(self, limit: int, after: str = "") -> list[Refusal]:
        """Refusals by subject, starting behind the subject `after`."""
        query = "SELECT part, reason, detail, subject FROM refusal WHERE subject > ? ORDER BY subject, part LIMIT ?"
        return [
            Refusal(part=row[0], reason=row[1], detail=row[2], subject=row[3])
            for row in self.db.execute(query, (after, limit))
        ]

    def counts(self) -> dict[str, int]:
        """How many rows of each kind the archive holds."""
        found = {
            name: self.db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("page", "article", "refusal")
        }
        found |= dict.fromkeys(FACTS, 0)
        found.update(self.db.execute("SELECT kind, count(*) FROM fact GROUP BY kind").fetchall())
        found["family"] = self.db.execute(
            "SELECT count(DISTINCT family) FROM article WHERE family <> ''"
        ).fetchone()[0]
        return found

    def outlets(self) -> list[tuple[str, int]]:
        """Outlets with their number of articles, the largest first."""
        query = "SELECT outlet, count(*) FROM article GROUP BY outlet ORDER BY 2 DESC, 1"
        return [(row[0], row[1]) for row in self.db.execute(query)]

    def latest(self) -> str:
        """The time of the newest dated article, empty when there is none."""
        row = self.db.execute("SELECT max(moment) FROM article").fetchone()
        return str(row[0] or "")

    def prefixed(self, kind: str, start: str, limit: int) -> Iterator[str]:
        """Keys of a kind that begin with `start`, in order."""
        query = "SELECT DISTINCT key FROM key WHERE key >= ? AND key < ? AND kind = ? ORDER BY key LIMIT ?"
        for (key,) in self.db.execute(query, (start, start + "\U0010ffff", kind, limit)):
            yield key


def _bounds(by: Filter) -> tuple[int, int]:
    low = floor(by.after) if by.after else 0
    high = by.cursor or LAST
    if by.before:
        high = min(high, floor(date.fromordinal(by.before.toordinal() + 1)))
    return low, high
