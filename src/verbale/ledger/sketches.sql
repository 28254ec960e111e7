-- By what a text is found that is the same again: one table of keys, of bands of its MinHash and of
-- passages, in place of two; the signature tells chance neighbours without reading their texts.
DROP TABLE band;
DROP TABLE passage;

CREATE TABLE sketch (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
    passages INTEGER NOT NULL,
    signature BLOB NOT NULL
) STRICT;

CREATE TABLE trace (
    key INTEGER NOT NULL,
    sketch INTEGER NOT NULL REFERENCES sketch (number) ON DELETE CASCADE,
    PRIMARY KEY (key, sketch)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_of_sketch ON trace (sketch);

-- The hashes are others than before: what is derived is made again when the ledger is opened.
INSERT OR IGNORE INTO chore VALUES ('settle');
