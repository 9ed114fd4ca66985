"""Articles that print no date: what their place depends on, so that only those are looked at again beside which
something has changed."""

import sqlite3
from collections.abc import Iterable, Sequence


class Undated:
    """The part of an archive that knows its undated articles and what they stand beside."""

    db: sqlite3.Connection

    def is_undated(self, ident: str) -> bool:
        """Whether an article is held and has no date of its own."""
        row = self.db.execute("SELECT moment FROM article WHERE id = ?", (ident,)).fetchone()
        return row is not None and not row[0]

    def sign_of(self, ident: str) -> str:
        """What `put_sign` kept for an article: a digest of the neighbourhood it was placed in."""
        row = self.db.execute("SELECT sign FROM article WHERE id = ?", (ident,)).fetchone()
        return str(row[0]) if row else ""

    def put_sign(self, ident: str, sign: str, stories: Iterable[str]) -> None:
        """Keep a digest of the neighbourhood that an undated article was placed in, and the stories of it."""
        self.db.execute("UPDATE article SET sign = ? WHERE id = ?", (sign, ident))
        self.db.execute("DELETE FROM watch WHERE article = ?", (ident,))
        self.db.executemany("INSERT OR IGNORE INTO watch VALUES (?, ?)", [(story, ident) for story in stories])

    def rechecks(self) -> list[str]:
        """Ids of the undated articles beside which something has changed, in order."""
        return [row[0] for row in self.db.execute("SELECT article FROM recheck ORDER BY article")]

    def rechecked(self, ident: str) -> None:
        """Say that an undated article has been looked at again."""
        self.db.execute("DELETE FROM recheck WHERE article = ?", (ident,))

    def stir(self, story: str) -> None:
        """Have the undated articles that stand beside a story looked at again."""
        self.db.execute("INSERT OR IGNORE INTO recheck SELECT article FROM watch WHERE story = ?", (story,))

    def enter_keys(self, ident: str, keys: Sequence[str], *, undated: bool) -> None:
        """Remember the slot keys of an article that comes; undated ones that share one are looked at again."""
        rows = [(key, ident) for key in keys]
        self.db.executemany("INSERT OR IGNORE INTO slot_key VALUES (?, ?)", rows)
        self._stir_keys(keys)
        if undated:
            self.db.executemany("INSERT OR IGNORE INTO undated_key VALUES (?, ?)", rows)

    def leave_keys(self, ident: str) -> None:
        """Forget the slot keys of an article that goes; undated ones that shared one are looked at again."""
        held = self.db.execute("SELECT key FROM slot_key WHERE article = ?", (ident,)).fetchall()
        keys = [row[0] for row in held]
        self.db.executemany("DELETE FROM slot_key WHERE key = ? AND article = ?", [(key, ident) for key in keys])
        self.db.executemany("DELETE FROM undated_key WHERE key = ? AND article = ?", [(key, ident) for key in keys])
        self.db.execute("DELETE FROM watch WHERE article = ?", (ident,))
        self._stir_keys(keys)

    def _stir_keys(self, keys: Sequence[str]) -> None:
        self.db.executemany(
            "INSERT OR IGNORE INTO recheck SELECT article FROM undated_key WHERE key = ?", [(key,) for key in keys]
        )
