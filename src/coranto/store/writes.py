"""Everything that is put into the archive. Call inside `Archive.write()`."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coranto.store.groups import Groups
from coranto.store.rows import number
from coranto.store.sheets import Sheets
from coranto.store.undated import Undated
from coranto.store.words import indexed
from coranto.types import Article, Refusal
from coranto.types.codec import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page that was taken in: `state` is `article`, `refused`, or `waiting` until it is cleaned; `line` names the
    parts that read it."""

    id: str
    path: str
    url: str
    state: str
    article: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """What one page gave, already encoded: JSON of Article, its list line, Reading, Print and Slots.

    `moment` is the time that orders it; it is found by `keys` (`outlet:…`, `actor:CHN`, `event:CONSULT` …), and
    by `slot_keys` when an article without a date looks for its neighbours."""

    id: str
    page: str
    moment: str
    outlet: str
    title: str
    text: str
    body: bytes
    line: bytes
    reading: bytes
    print: bytes
    slots: bytes
    keys: tuple[str, ...]
    slot_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A derived fact: `kind` event, statement, story ...; `unit` the storyline or story that owns it;
    `keys` it is found by; `words` what a search of statements finds."""

    id: str
    kind: str
    unit: str
    moment: str
    body: bytes
    keys: tuple[str, ...]
    words: str = ""


class Writes(Groups, Sheets, Undated):
    """The writing half of an archive."""

    db: sqlite3.Connection

    def put_pages(self, rows: Iterable[PageRow]) -> None:
        """Remember pages; of several paths with the same bytes the first in order is kept."""
        self.db.executemany(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " path = min(path, excluded.path), state = excluded.state, article = excluded.article,"
            " line = excluded.line",
            [(r.id, r.path, r.url, r.state, r.article, r.line) for r in rows],
        )

    def enter_pages(self, rows: Iterable[PageRow]) -> None:
        """Remember pages that wait to be cleaned; a page that gave an article keeps it until then."""
        self.db.executemany(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " path = min(path, excluded.path), line = excluded.line",
            [(r.id, r.path, r.url, r.state, r.article, r.line) for r in rows],
        )

    def put_refusals(self, refusals: Iterable[Refusal]) -> None:
        """Remember refusals; the same one twice is one."""
        self.db.executemany(
            "INSERT OR REPLACE INTO refusal VALUES (?, ?, ?, ?)",
            [(r.subject, r.part, r.reason, r.detail) for r in refusals],
        )

    def drop_refusals(self, subjects: Sequence[str]) -> None:
        """Forget what was refused of these subjects, because they were read after all."""
        self.db.executemany("DELETE FROM refusal WHERE subject = ?", [(subject,) for subject in subjects])

    def put_articles(self, rows: Sequence[ArticleRow]) -> int:
        """Store new articles as waiting for their story; gives how many were not held before.

        Two pages that give the same article count once; the lower page id stands for it, whichever came first.
        """
        fresh = 0
        for row in rows:
            old = self.db.execute(
                "SELECT row, page, plain(body), moment, family, stream, story, storyline FROM article WHERE id = ?",
                (row.id,),
            ).fetchone()
            if old is not None and (old[1] < row.page or (old[1] == row.page and old[2] == row.body)):
                continue
            if old is not None:
                self._drop_article(old[0], row.id, old[2])
            fresh += old is None
            self._insert_article(row, old[4:] if old else ("", "", "", ""))
            if old is not None and old[3]:
                self.wait_again(old[3], row.id)  # what came after it was placed with it where it no longer is
        return fresh

    def _insert_article(self, row: ArticleRow, group: tuple[str, str, str, str]) -> None:
        """Insert a waiting article; `group`: the family, stream, story and storyline of another capture of it."""
        at = number(row.moment, row.id)
        self.db.execute(
            "INSERT INTO article (row, id, page, moment, outlet, title, body, line, family, stream, story,"
            " storyline, named) VALUES (?1, ?2, ?3, ?4, ?5, ?6, pack(?7), ?8, ?9, ?10, ?11, ?12, story_name(?2))",
            (at, row.id, row.page, row.moment, row.outlet, row.title, row.body, row.line, *group),
        )
        self.db.execute(
            "INSERT OR REPLACE INTO part VALUES (?, pack(?), pack(?), pack(?))",
            (row.id, row.reading, row.print, row.slots),
        )
        self.db.execute(
            "INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)",
            (at, indexed(row.title), indexed(row.text)),
        )
        self._put_keys("article", at, row.keys)
        self.enter_keys(row.id, row.slot_keys, undated=not row.moment)

    def retire(self, pages: Iterable[tuple[str, str]]) -> None:
        """Of `(page, article)`: drop the article that a page stood for, where it gives another one now or none.

        Other pages that gave the dropped one too wait to be cleaned again; the lowest of them stands for it then.
        What was derived from it becomes dirty, and the dated articles after it wait again.
        """
        query = (
            "SELECT a.row, a.id, plain(a.body), a.moment, a.story, a.storyline FROM page p"
            " JOIN article a ON a.id = p.article WHERE p.id = ? AND p.article <> ? AND a.page = p.id"
        )
        for page, now in pages:
            held = self.db.execute(query, (page, now)).fetchone()
            if held is None:
                continue
            row, ident, body, moment, story, storyline = held
            self.db.execute(
                "UPDATE sheet SET waits = 1, sign = '' WHERE page IN"
                " (SELECT id FROM page WHERE article = ? AND id <> ?)",
                (ident, page),
            )
            self._drop_article(row, ident, body)
            self.db.execute("DELETE FROM part WHERE article = ?", (ident,))
            self.db.execute("DELETE FROM edge WHERE child = ? OR parent = ? OR finder = ?", (ident, ident, ident))
            self.forget_joins(ident)
            self.mark_dirty(unit for unit in (storyline or story,) if unit)
            if moment:
                self.wait_again(moment, ident)

    def _drop_article(self, at: int, ident: str, body: bytes) -> None:
        article = from_json(body, Article)
        self.db.execute(
            "INSERT INTO article_text (article_text, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (at, indexed(article.title), indexed(article.text)),
        )
        self.db.execute("DELETE FROM key WHERE kind = 'article' AND row = ?", (at,))
        self.leave_keys(ident)
        self.db.execute("DELETE FROM article WHERE row = ?", (at,))

    def _put_keys(self, kind: str, row: int, keys: Iterable[str]) -> None:
        self.db.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", [(key, kind, row) for key in ("", *keys)])

    def replace_keys(self, article: str, keys: Sequence[str]) -> None:
        """Put these keys in the place of the ones an article was found by."""
        row = self.db.execute("SELECT row FROM article WHERE id = ?", (article,)).fetchone()
        if row is not None:
            self.db.execute("DELETE FROM key WHERE kind = 'article' AND row = ?", (row[0],))
            self._put_keys("article", row[0], keys)

    def put_article_facts(self, rows: Iterable[tuple[str, bytes | None, bytes, bytes | None]]) -> None:
        """Set `(article, dated, lineage, beside)`: what the record knows of an article beyond its own page."""
        query = "UPDATE article SET dated = ?2, lineage = pack(?3), beside = ?4 WHERE id = ?1"
        self.db.executemany(query, rows)

    def wait_again(self, moment: str, ident: str) -> None:
        """Make the dated articles from `(moment, ident)` on wait for their story again."""
        self.db.execute(
            "UPDATE article SET grouped = 0 WHERE moment <> '' AND (moment, id) >= (?, ?)", (moment, ident)
        )

    def settle_waiting(self) -> None:
        """Say that the dated articles that still wait keep what they have."""
        self.db.execute("UPDATE article SET grouped = 1 WHERE grouped = 0 AND moment <> ''")

    def mark_dirty(self, units: Iterable[str]) -> None:
        """Remember units (storylines, or stories outside of any) whose facts must be made anew."""
        self.db.executemany("INSERT OR IGNORE INTO dirty VALUES (?)", [(unit,) for unit in units])

    def clean_dirty(self, unit: str) -> None:
        """Say that a unit's facts are up to date."""
        self.db.execute("DELETE FROM dirty WHERE unit = ?", (unit,))

    def replace_facts(self, unit: str, kinds: Sequence[str], facts: Iterable[FactRow]) -> None:
        """Put a unit's facts of these kinds in the place of the ones it had."""
        self.drop_facts(unit, kinds)
        for fact in facts:
            self.put_fact(fact)

    def drop_facts(self, unit: str, kinds: Sequence[str]) -> None:
        """Forget a unit's facts of these kinds."""
        for kind in kinds:
            rows = self.db.execute("SELECT row FROM fact WHERE unit = ? AND kind = ?", (unit, kind)).fetchall()
            for (row,) in rows:
                self._drop_fact(kind, row)

    def _drop_fact(self, kind: str, row: int) -> None:
        self.db.execute("DELETE FROM fact WHERE row = ?", (row,))
        self.db.execute("DELETE FROM key WHERE kind = ? AND row = ?", (kind, row))
        if kind == "statement":
            self.db.execute("DELETE FROM said WHERE rowid = ?", (row,))

    def put_fact(self, fact: FactRow) -> None:
        """Store one fact, in the place of the one of its id."""
        old = self.db.execute("SELECT row, kind FROM fact WHERE id = ?", (fact.id,)).fetchone()
        if old is not None:
            self._drop_fact(old[1], old[0])
        at = number(fact.moment, fact.id)
        self.db.execute(
            "INSERT INTO fact VALUES (?, ?, ?, ?, pack(?))", (at, fact.id, fact.kind, fact.unit, fact.body)
        )
        self._put_keys(fact.kind, at, fact.keys)
        if fact.kind == "statement":
            self.db.execute("INSERT INTO said (rowid, words) VALUES (?, ?)", (at, indexed(fact.words)))

    def drop_fact(self, ident: str) -> None:
        """Forget the fact of this id, if there is one."""
        old = self.db.execute("SELECT row, kind FROM fact WHERE id = ?", (ident,)).fetchone()
        if old is not None:
            self._drop_fact(old[1], old[0])

    def replace_pieces(self, unit: str, kind: str, pieces: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
        """Put `(id, body)` in the place of a unit's pieces of shared facts; gives all ids that changed."""
        old = dict(
            self.db.execute(
                "SELECT id, plain(body) FROM piece WHERE unit = ? AND kind = ?", (unit, kind)
            ).fetchall()
        )
        new = dict(pieces)
        changed = sorted(ident for ident in old.keys() | new.keys() if old.get(ident) != new.get(ident))
        self.db.execute("DELETE FROM piece WHERE unit = ? AND kind = ?", (unit, kind))
        self.db.executemany(
            "INSERT INTO piece VALUES (?, ?, ?, pack(?))", [(kind, i, unit, b) for i, b in new.items()]
        )
        return tuple(changed)
