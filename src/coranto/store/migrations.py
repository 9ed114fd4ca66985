"""The archive's schema as a list of steps, each applied once, in its own transaction.

`page` is what was taken in, `article` and `part` what one page gives (rooms 1 to 3), the rest is derived
from the set of articles (and a person's corrections) and can be rebuilt. `row` numbers follow time: minutes since
1900 in the high bits, a digest below, so that "newest first" is the order of the primary key.
"""

MIGRATIONS: tuple[tuple[str, str], ...] = (
    (
        "0001-first",
        """
        CREATE TABLE page (
            id TEXT PRIMARY KEY, path TEXT NOT NULL, url TEXT NOT NULL, state TEXT NOT NULL,
            article TEXT NOT NULL, line TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE refusal (
            subject TEXT NOT NULL, part TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
            PRIMARY KEY (subject, part, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE article (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, page TEXT NOT NULL, moment TEXT NOT NULL,
            outlet TEXT NOT NULL, title TEXT NOT NULL, body BLOB NOT NULL, line BLOB NOT NULL,
            family TEXT NOT NULL DEFAULT '', story TEXT NOT NULL DEFAULT '', storyline TEXT NOT NULL DEFAULT '',
            grouped INTEGER NOT NULL DEFAULT 0, sign TEXT NOT NULL DEFAULT '', why BLOB, dated BLOB, lineage BLOB
        ) STRICT;
        CREATE INDEX article_story ON article (story);
        CREATE INDEX article_waiting ON article (grouped) WHERE grouped = 0;
        CREATE INDEX article_undated ON article (id) WHERE moment = '';
        CREATE INDEX article_storyline ON article (storyline);
        CREATE INDEX article_moment ON article (moment, id);
        CREATE TABLE part (
            article TEXT PRIMARY KEY, reading BLOB NOT NULL, print BLOB NOT NULL, slots BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE slot_key (key TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article))
            STRICT, WITHOUT ROWID;
        CREATE TABLE edge (
            finder TEXT NOT NULL, child TEXT NOT NULL, parent TEXT NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (finder, child, parent)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edge_child ON edge (child, parent);
        CREATE INDEX edge_parent ON edge (parent);
        CREATE TABLE dirty (unit TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE fact (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, unit TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX fact_unit ON fact (unit, kind);
        CREATE TABLE piece (
            kind TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (kind, id, unit)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX piece_unit ON piece (unit, kind);
        CREATE TABLE key (
            key TEXT NOT NULL, kind TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, kind, row)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX key_row ON key (kind, row);
        CREATE VIRTUAL TABLE article_text USING fts5 (
            title, body, content='', tokenize='unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE said USING fts5 (words, tokenize='unicode61 remove_diacritics 2');
        """,
    ),
    (
        "0002-joins-and-corrections",
        """
        ALTER TABLE article ADD COLUMN stream TEXT NOT NULL DEFAULT '';
        ALTER TABLE article ADD COLUMN named TEXT NOT NULL DEFAULT '';
        UPDATE article SET stream = story, named = story_name(id);
        CREATE INDEX article_stream ON article (stream);
        CREATE INDEX article_named ON article (named);
        CREATE TABLE joined (
            goes TEXT NOT NULL, moment TEXT NOT NULL, article TEXT NOT NULL, at INTEGER NOT NULL,
            keeps TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (goes, moment, article, at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX joined_article ON joined (article);
        CREATE INDEX joined_keeps ON joined (keeps) WHERE keeps <> '';
        CREATE INDEX joined_moment ON joined (moment, article);
        CREATE TABLE unsettled (stream TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE correction (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL) STRICT;
        """,
    ),
    (
        "0003-links",
        """
        CREATE TABLE linked (
            article TEXT PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL, correction TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ),
    (
        "0004-made-by",
        "CREATE TABLE made_by (what TEXT PRIMARY KEY, parts TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ),
    (
        "0005-undated",
        """
        CREATE INDEX slot_key_article ON slot_key (article);
        CREATE TABLE undated_key (key TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article))
            STRICT, WITHOUT ROWID;
        INSERT INTO undated_key SELECT k.key, k.article FROM slot_key k JOIN article a ON a.id = k.article
            WHERE a.moment = '';
        CREATE TABLE watch (story TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (story, article))
            STRICT, WITHOUT ROWID;
        CREATE INDEX watch_article ON watch (article);
        CREATE TABLE recheck (article TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        INSERT INTO recheck SELECT id FROM article WHERE moment = '';
        """,
    ),
    (
        "0006-sheets",
        """
        CREATE TABLE sheet (
            page TEXT PRIMARY KEY, outlet TEXT NOT NULL, moment TEXT NOT NULL, lines BLOB NOT NULL,
            kept BLOB NOT NULL, sign TEXT NOT NULL, waits INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sheet_place ON sheet (outlet, moment, page);
        CREATE INDEX sheet_waiting ON sheet (outlet, moment, page) WHERE waits = 1;
        CREATE INDEX page_article ON page (article);
        """,
    ),
    ("0007-beside", "ALTER TABLE article ADD COLUMN beside BLOB"),
)
