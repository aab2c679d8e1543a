CREATE TABLE checks (
    id INTEGER PRIMARY KEY,
    -- The address as it was: it may be changed or removed later.
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    profile TEXT NOT NULL,
    billing TEXT NOT NULL,
    started TEXT NOT NULL,
    -- What came of it; absent while it is under way, and where the console was killed meanwhile.
    verdict TEXT,
    headline TEXT
) STRICT;

-- The record of a check, line by line as `record.jsonl` has it.
CREATE TABLE events (
    run INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (run, number)
) STRICT;
