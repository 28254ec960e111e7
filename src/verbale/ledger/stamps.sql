-- Texts whose date is another than the one that was read: overturned by other texts, or set right by
-- people. `own` is the date as read; the date in force is the document's.
CREATE TABLE stamp (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    own TEXT,
    why TEXT NOT NULL,
    record TEXT,
    because TEXT NOT NULL
) STRICT;

-- What is derived is made again when the ledger is opened.
INSERT OR REPLACE INTO chore VALUES ('settle');
