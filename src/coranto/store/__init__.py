"""Store: the archive on disk. The only room that speaks SQL.

`Archive` opens one file; `writes` put rows in, `reads` and `search` take them out. Every write is an
idempotent upsert inside a transaction, so a killed process leaves an archive that opens and goes on.
"""

from coranto.store.groups import Group, Renamed
from coranto.store.lines import line_of
from coranto.store.reads import Filter, Listing
from coranto.store.sheets import SheetRow
from coranto.store.sqlite import Archive
from coranto.store.writes import ArticleRow, FactRow, PageRow

__all__ = [
    "Archive", "ArticleRow", "FactRow", "Filter", "Group", "Listing", "PageRow", "Renamed", "SheetRow", "line_of",
]  # fmt: skip
