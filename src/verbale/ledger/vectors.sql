-- Vectors of wordings, computed once for each version of the reader: 384 numbers of 32 bits.
CREATE TABLE vector (
    wording TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;
