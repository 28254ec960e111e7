-- The ledger: texts as given, every record, what stands where. Readable by any SQLite tool.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    text_sha256 TEXT NOT NULL,
    given_sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    source_id TEXT,
    publisher TEXT,
    title TEXT,
    side TEXT,
    published TEXT,
    reader_version TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE record (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    confidence REAL NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX record_of_document ON record (document);
CREATE INDEX record_of_kind ON record (kind, first_day);

CREATE TABLE record_actor (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT,
    role TEXT
) STRICT;
CREATE INDEX actor_of_record ON record_actor (record);
CREATE INDEX record_of_actor ON record_actor (actor);
CREATE INDEX record_of_state ON record_actor (state);

CREATE TABLE evidence (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_of_record ON evidence (record);

CREATE VIRTUAL TABLE text_search USING fts5 (
    title, text, document UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
);
