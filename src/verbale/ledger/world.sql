-- The world behind the documents: which records tell one event, which texts are one text, what
-- people decided. All but the decisions can be made again from the records.
CREATE TABLE event (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    confidence REAL NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_day ON event (first_day);

CREATE TABLE event_source (
    record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX source_of_event ON event_source (event);

-- Where to look for the same event: two states and a day; `~` before the states where the days
-- are only those of the text.
CREATE TABLE encounter (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    pair TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL
) STRICT;
CREATE INDEX encounter_of_pair ON encounter (pair, first_day);
CREATE INDEX encounter_of_record ON encounter (record);

-- Dates of texts that other texts settle: the record of the text, and the record that says when.
CREATE TABLE redated (
    record TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    because TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX redated_document ON redated (document);

CREATE TABLE band (
    key INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX document_of_band ON band (key);
CREATE INDEX band_of_document ON band (document);

-- Two texts that are one: `document` is the smaller id of the two.
CREATE TABLE copy (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    jaccard REAL NOT NULL,
    containment REAL NOT NULL,
    PRIMARY KEY (document, other)
) STRICT;
CREATE INDEX copy_of_other ON copy (other);

-- What people decided: append-only, an undone decision stays. Each decision hangs on words of texts,
-- so that it outlives a new reading; `judged` says which records stand on these words now.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made TEXT NOT NULL,
    verdict TEXT NOT NULL,
    field TEXT,
    value TEXT,
    note TEXT,
    undoes INTEGER REFERENCES decision (number)
) STRICT;

CREATE TABLE anchor (
    decision INTEGER NOT NULL REFERENCES decision (number),
    position INTEGER NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    given_sha256 TEXT NOT NULL,
    prefix TEXT NOT NULL,
    quote TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) STRICT;
CREATE INDEX anchor_of_text ON anchor (given_sha256);

CREATE TABLE judged (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    decision INTEGER NOT NULL REFERENCES decision (number),
    position INTEGER NOT NULL,
    PRIMARY KEY (record, decision)
) STRICT;
CREATE INDEX judged_by_decision ON judged (decision);

CREATE INDEX document_of_given ON document (given_sha256);
