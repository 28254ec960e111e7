-- Adding to a large ledger costs what it costs in a small one.
-- Where a text stands in the full-text index, which cannot be asked for a document itself.
CREATE TABLE indexed (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    place INTEGER NOT NULL
) STRICT;
INSERT OR REPLACE INTO indexed
SELECT s.document, s.rowid FROM text_search s JOIN document d ON d.id = s.document;

-- Long runs of words by which a text is found that quotes a piece of another.
CREATE TABLE passage (
    key INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX document_of_passage ON passage (key);
CREATE INDEX passage_of_document ON passage (document);

-- Each text that has copies, and the earliest dated of them.
CREATE TABLE lead (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    leader TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX lead_of_leader ON lead (leader);

-- Dates of texts now with the days of the event that settled them.
DELETE FROM redated;
ALTER TABLE redated ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE INDEX redated_because ON redated (because);
CREATE INDEX record_of_role ON record_actor (actor, role, state);

-- What is derived is made again when the ledger is opened.
CREATE TABLE chore (name TEXT PRIMARY KEY) STRICT;
INSERT INTO chore VALUES ('settle');
