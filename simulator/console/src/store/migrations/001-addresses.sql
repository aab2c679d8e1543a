CREATE TABLE addresses (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    profile TEXT NOT NULL,
    billing TEXT NOT NULL,
    -- Where the access key is: an environment variable, or here, sealed.
    key_variable TEXT,
    key_sealed BLOB,
    created TEXT NOT NULL,
    CHECK ((key_variable IS NULL) <> (key_sealed IS NULL))
) STRICT;
