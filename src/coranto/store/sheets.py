"""What is remembered of pages for the sake of others of their outlet; which pages wait to be cleaned with it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A page's sheet, already encoded: `outlet` and `moment`, its `lines`, and what is `kept` to clean it again."""

    page: str
    outlet: str
    moment: str
    lines: bytes
    kept: bytes


class Sheets:
    """The part of an archive that remembers the lines of outlets' pages."""

    db: sqlite3.Connection

    def put_sheets(self, rows: Iterable[SheetRow], reach: int) -> None:
        """Remember pages; each waits to be cleaned, and so do the `reach` pages of its outlet on either side."""
        for row in rows:
            self.drop_sheet(row.page, reach)
            self.db.execute(
                "INSERT INTO sheet VALUES (?, ?, ?, ?, pack(?), '', 1)",
                (row.page, row.outlet, row.moment, row.lines, row.kept),
            )
            self._stir_sheets(row.page, (row.outlet, row.moment), reach)

    def drop_sheet(self, page: str, reach: int) -> None:
        """Forget a page, if it is remembered; the pages beside it wait to be cleaned again."""
        held = self.db.execute("SELECT outlet, moment FROM sheet WHERE page = ?", (page,)).fetchone()
        if held is not None:
            self._stir_sheets(page, held, reach)
            self.db.execute("DELETE FROM sheet WHERE page = ?", (page,))

    def _stir_sheets(self, page: str, place: tuple[str, str], reach: int) -> None:
        near = [(one,) for one, _, _ in self.sheets_beside(page, place, reach)]
        self.db.executemany("UPDATE sheet SET waits = 1 WHERE page = ? AND waits = 0", near)

    def sheets_beside(self, page: str, place: tuple[str, str], reach: int) -> list[tuple[str, str, bytes]]:
        """`(page, moment, lines)` of the `reach` pages of an outlet on either side of the place `(outlet, moment)`
        of a page; none for a page whose outlet is not known."""
        outlet, moment = place
        if not outlet:
            return []
        query = (
            "SELECT page, moment, lines FROM sheet WHERE outlet = ?1 AND (moment, page) {0} (?2, ?3)"
            " ORDER BY moment {1}, page {1} LIMIT ?4"
        )
        values = (outlet, moment, page, reach)
        before = self.db.execute(query.format("<", "DESC"), values).fetchall()
        return [*reversed(before), *self.db.execute(query.format(">", "ASC"), values).fetchall()]

    def sheets_waiting(self, after: tuple[str, str, str], limit: int) -> list[tuple[str, str, str]]:
        """`(outlet, moment, page)` of the pages that wait to be cleaned, in order, behind the place `after`."""
        query = (
            "SELECT outlet, moment, page FROM sheet WHERE waits = 1 AND (outlet, moment, page) > (?, ?, ?)"
            " ORDER BY outlet, moment, page LIMIT ?"
        )
        return self.db.execute(query, (*after, limit)).fetchall()

    def sheet_of(self, page: str) -> tuple[bytes, str]:
        """`(lines, sign)` of a remembered page: the sign says by what it was cleaned last, "" before that."""
        row = self.db.execute("SELECT lines, sign FROM sheet WHERE page = ?", (page,)).fetchone()
        return bytes(row[0]), str(row[1])

    def kept_of(self, page: str) -> bytes:
        """What is kept of a page to clean it again."""
        return bytes(self.db.execute("SELECT plain(kept) FROM sheet WHERE page = ?", (page,)).fetchone()[0])

    def sign_sheet(self, page: str, sign: str) -> None:
        """Say by what a page was cleaned; it waits no longer."""
        self.db.execute("UPDATE sheet SET sign = ?, waits = 0 WHERE page = ?", (sign, page))

    def calm_sheet(self, page: str, sign: str) -> None:
        """Say that a page that was cleaned by `sign` would be cleaned as it was; it waits no longer."""
        self.db.execute("UPDATE sheet SET waits = 0 WHERE page = ? AND sign = ?", (page, sign))

    def sheets_left(self) -> int:
        """How many pages wait to be cleaned."""
        return int(self.db.execute("SELECT count(*) FROM sheet WHERE waits = 1").fetchone()[0])

    def page_path(self, page: str) -> tuple[str, str]:
        """Path and address of a page that was taken in."""
        row = self.db.execute("SELECT path, url FROM page WHERE id = ?", (page,)).fetchone()
        return str(row[0]), str(row[1])

    def body_for(self, page: str) -> bytes:
        """The JSON of the article that a page stands for, empty where it stands for none."""
        query = (
            "SELECT plain(a.body) FROM page p JOIN article a ON a.id = p.article WHERE p.id = ? AND a.page = p.id"
        )
        row = self.db.execute(query, (page,)).fetchone()
        return bytes(row[0]) if row else b""
