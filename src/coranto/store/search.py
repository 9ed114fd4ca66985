"""Search: a small query language of our own, and the two full-text indexes behind it."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

from coranto.errors import UsageError
from coranto.store.reads import Filter, Listing, _bounds
from coranto.store.words import indexed
from coranto.types.time import Interval

_TOKEN = re.compile(r'(-?)(?:([a-z-]+):)?(?:"([^"]*)"|(\S+))')
_WORD = re.compile(r"\w+", re.UNICODE)
FIELDS = ("title", "outlet", "type", "actor", "speaker", "event", "place", "occasion", "on", "after", "before",
          "mentions-date", "is", "story", "lang")  # fmt: skip
STATES = ("copy", "truncated", "inferred-date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as understood: `match` for the full-text index, the filter, and keys that must not occur."""

    match: str
    by: Filter
    without: tuple[str, ...] = ()


def parse(text: str, *, limit: int = 20, cursor: int = 0) -> Query:
    """The query that `text` asks: words (all must occur), `"phrases"`, `OR`, `-not`, `field:value`.

    Raises `UsageError` that names an unknown field or a date that is none.
    """
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    keys: list[str] = []
    without: list[str] = []
    bounds: dict[str, date] = {}
    join = False
    for minus, field, phrase, word in _TOKEN.findall(text):
        value = phrase or word
        if word == "OR" and not field and not minus:
            join = bool(wanted)
            continue
        if field and field != "title":
            if field not in FIELDS:
                raise UsageError(f"Unknown search field {field!r}. Known: {', '.join(FIELDS)}")
            if field in ("on", "after", "before"):
                _bound(bounds, field, value)
            else:
                (without if minus else keys).append(_key(field, value))
            continue
        term = _term(value, "title" if field else "")
        if not term:
            continue
        if minus:
            unwanted.append(term)
        elif join:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        join = False
    match = " AND ".join(f"({' OR '.join(group)})" for group in wanted)
    if match and unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    by = Filter(
        keys=tuple(keys), after=bounds.get("after"), before=bounds.get("before"), limit=limit, cursor=cursor
    )
    return Query(match=match, by=by, without=tuple(without))


def _term(value: str, column: str) -> str:
    words = _WORD.findall(indexed(value))
    if not words:
        return ""
    quoted = '"' + " ".join(words) + '"'
    if value.endswith("*") and len(words) == 1:
        quoted += " *"
    return f"{column} : {quoted}" if column else quoted


def _bound(bounds: dict[str, date], field: str, value: str) -> None:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{field}: takes a day such as 2023-10-30, not {value!r}") from error
    if field in ("on", "after"):
        bounds["after"] = day
    if field in ("on", "before"):
        bounds["before"] = day


def _key(field: str, value: str) -> str:
    folded = value.casefold()
    if field == "is" and folded not in STATES:
        raise UsageError(f"is: takes {', '.join(STATES)}, not {value!r}")
    if field in ("event", "actor") and value.isascii() and (field == "event" or len(value) == 3):
        return f"{field}:{value.upper()}"
    return f"{field}:{folded}"


def days(interval: Interval) -> tuple[str, str]:
    """First and last day of an interval in ISO form."""
    return interval.start.isoformat(), interval.last.isoformat()


class Search:
    """The searching half of an archive."""

    db: sqlite3.Connection

    def search(self, query: Query) -> Listing:
        """Articles that a query finds, newest first."""
        sql = "SELECT a.row, a.id, plain(a.body) FROM article a WHERE a.row >= ? AND a.row < ?"
        low, high = _bounds(query.by)
        values: list[object] = [low, high]
        if query.match:
            sql = (
                "SELECT a.row, a.id, plain(a.body) FROM article_text t JOIN article a ON a.row = t.rowid"
                " WHERE t.rowid >= ? AND t.rowid < ? AND article_text MATCH ?"
            )
            values.append(query.match)
        for key in query.by.keys:
            sql += " AND EXISTS (SELECT 1 FROM key k WHERE k.key = ? AND k.kind = 'article' AND k.row = a.row)"
            values.append(key)
        for key in query.without:
            sql += " AND NOT EXISTS (SELECT 1 FROM key k WHERE k.key = ? AND k.kind = 'article' AND k.row = a.row)"
            values.append(key)
        order = "t.rowid" if query.match else "a.row"
        rows = self._timed(f"{sql} ORDER BY {order} DESC LIMIT ?", (*values, query.by.limit + 1))
        more = len(rows) > query.by.limit
        rows = rows[: query.by.limit]
        return Listing(
            items=tuple((str(row[1]), bytes(row[2])) for row in rows), cursor=rows[-1][0] if more and rows else 0
        )

    def said(self, words: str, limit: int = 20) -> list[bytes]:
        """Statements whose words come nearest to these, best first (BM25 over any of the words)."""
        terms = sorted({word.lower() for word in _WORD.findall(indexed(words))})
        if not terms:
            return []
        match = " OR ".join(f'"{term}"' for term in terms[:64])
        sql = (
            "SELECT plain(f.body) FROM said s JOIN fact f ON f.row = s.rowid WHERE said MATCH ?"
            " ORDER BY bm25(said), s.rowid LIMIT ?"
        )
        return [bytes(row[0]) for row in self._timed(sql, (match, limit))]

    def _timed(self, sql: str, values: tuple[object, ...]) -> list[tuple[int, bytes | str, bytes]]:
        """All rows of a query; one that runs too long is stopped with a `UsageError`."""
        left = [400]

        def tick() -> int:
            left[0] -= 1
            return int(left[0] <= 0)

        self.db.set_progress_handler(tick, 100_000)
        try:
            return self.db.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise UsageError(
                    "This search takes too long; add a date (after: before:) or a rarer word."
                ) from error
            raise
        finally:
            self.db.set_progress_handler(None, 0)
