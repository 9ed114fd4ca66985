"""One archive file: opening, upgrading, checking, transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from coranto.errors import ArchiveBusy, ArchiveError
from coranto.store.migrations import MIGRATIONS
from coranto.store.pack import teach
from coranto.store.reads import Reads
from coranto.store.search import Search
from coranto.store.writes import Writes

_NOT_ARCHIVE = "{path} is not a coranto archive. Choose another with --archive FILE."


class Archive(Reads, Search, Writes):
    """An open archive. Use it as a context manager; every method works on this one connection.

    `Archive(path)` opens for reading and writing and makes the file where it is missing; with
    `make=False` a missing file raises `ArchiveError`. Connections may move between threads, but only one
    thread may use one at a time.
    """

    def __init__(self, path: Path | str, *, make: bool = True) -> None:
        self.path = Path(path)
        if not make and not self.path.exists():
            raise ArchiveError(f"No archive at {self.path}. Fill one with: coranto read PATH --archive {self.path}")
        self.db = self._connect()
        self._upgrade()

    def _connect(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_dir():
                raise ArchiveError(f"{self.path} is a folder; --archive takes a file.")
            db = sqlite3.connect(self.path, timeout=15.0, isolation_level=None, check_same_thread=False)
            teach(db)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA cache_size = -65536")
        except OSError as error:
            raise ArchiveError(
                f"Can't make {self.path}: {error.strerror}. Check the folder's permission."
            ) from error
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"Can't open {self.path} for writing: {error}. Check the permission of the file and its folder."
            ) from error
        except sqlite3.DatabaseError as error:
            raise ArchiveError(_NOT_ARCHIVE.format(path=self.path)) from error
        return db

    def _upgrade(self) -> None:
        try:
            done = self.db.execute("PRAGMA user_version").fetchone()[0]
            strangers = self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if done == 0 and strangers:
                raise ArchiveError(_NOT_ARCHIVE.format(path=self.path))
            if done > len(MIGRATIONS):
                raise ArchiveError(f"{self.path} was made by a newer coranto; upgrade with: pip install -U coranto")
            for number, (_, script) in enumerate(MIGRATIONS[done:], start=done + 1):
                self._migrate(number, script)
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"Can't write to {self.path}: {error}. Check the permission of its folder."
            ) from error

    def _migrate(self, number: int, script: str) -> None:
        with self.write():
            if self.db.execute("PRAGMA user_version").fetchone()[0] >= number:
                return
            for statement in script.split(";\n"):
                if statement.strip():
                    self.db.execute(statement)
            self.db.execute(f"PRAGMA user_version = {number}")

    @contextmanager
    def write(self) -> Iterator[None]:
        """A transaction of the one writer: all of it is kept, or none.

        Raises `ArchiveBusy` when another process holds the archive for more than 15 seconds.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise ArchiveBusy(
                    f"Another process is writing to {self.path}; try again when it is done."
                ) from error
            raise ArchiveError(f"Can't write to {self.path}: {error}") from error
        try:
            yield
            self.db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._roll_back()
            raise ArchiveError(
                f"Writing to {self.path} failed: {error}. Nothing of this batch was kept."
            ) from error
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; empty when it is sound."""
        try:
            found = [str(row[0]) for row in self.db.execute("PRAGMA integrity_check(20)")]
        except sqlite3.DatabaseError as error:
            return (str(error),)
        return () if found == ["ok"] else tuple(found)

    def backup(self, target: Path) -> None:
        """Write a compact copy of the archive to `target`, which must not exist."""
        if target.exists():
            raise ArchiveError(f"{target} exists; name a file that does not.")
        try:
            self.db.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"Can't write the copy to {target}: {error}") from error

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self.db.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def engine() -> tuple[str, frozenset[str]]:
    """The version of SQLite in use and the options it was compiled with."""
    db = sqlite3.connect(":memory:")
    options = frozenset(row[0] for row in db.execute("PRAGMA compile_options"))
    db.close()
    return sqlite3.sqlite_version, options
