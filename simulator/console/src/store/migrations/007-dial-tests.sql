CREATE TABLE dial_tests (
    id INTEGER PRIMARY KEY,
    -- The address as it was: it may be changed or removed later.
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    profile TEXT NOT NULL,
    billing TEXT NOT NULL,
    started TEXT NOT NULL,
    -- How many days, and what decides the order of the calls.
    days INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    -- What came of it; absent while it is under way, and where the console was killed meanwhile.
    verdict TEXT,
    headline TEXT,
    -- Its days and cases, as JSON.
    outcome TEXT
) STRICT;

-- The record of a dial test, line by line as `record.jsonl` has it.
CREATE TABLE dial_test_events (
    run INTEGER NOT NULL REFERENCES dial_tests (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (run, number)
) STRICT;
