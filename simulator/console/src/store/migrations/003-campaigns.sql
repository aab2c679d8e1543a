CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    -- The address as it was: it may be changed or removed later.
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    profile TEXT NOT NULL,
    billing TEXT NOT NULL,
    started TEXT NOT NULL,
    -- What decides every history.
    seed INTEGER NOT NULL,
    -- What came of it; absent while it is under way, and where the console was killed meanwhile.
    verdict TEXT,
    headline TEXT
) STRICT;

-- The record of a campaign, line by line as `record.jsonl` has it.
CREATE TABLE campaign_events (
    run INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (run, number)
) STRICT;

-- The distinct failures of a campaign, each with the shortest history as `galleria replay` reads it.
CREATE TABLE failures (
    campaign INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    step INTEGER NOT NULL,
    place TEXT NOT NULL,
    expected TEXT NOT NULL,
    actual TEXT NOT NULL,
    explanation TEXT NOT NULL,
    fix TEXT NOT NULL,
    history TEXT NOT NULL,
    -- In how many histories it was seen.
    seen INTEGER NOT NULL,
    PRIMARY KEY (campaign, number)
) STRICT;
