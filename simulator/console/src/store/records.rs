//! The records of checks, campaigns and dial tests, line by line as `record.jsonl` has them.

use std::io::Write;

use rusqlite::{Connection, params};

use super::{Store, StoreError, prepared};

/// Whose records.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Events {
    Checks,
    Campaigns,
    DialTests,
}

impl Events {
    fn insert(self) -> &'static str {
        match self {
            Self::Checks => "INSERT INTO events (run, number, lines) VALUES (?1, ?2, ?3)",
            Self::Campaigns => {
                "INSERT INTO campaign_events (run, number, lines) VALUES (?1, ?2, ?3)"
            }
            Self::DialTests => {
                "INSERT INTO dial_test_events (run, number, lines) VALUES (?1, ?2, ?3)"
            }
        }
    }

    fn select(self) -> &'static str {
        match self {
            Self::Checks => "SELECT lines FROM events WHERE run = ?1 ORDER BY number",
            Self::Campaigns => "SELECT lines FROM campaign_events WHERE run = ?1 ORDER BY number",
            Self::DialTests => "SELECT lines FROM dial_test_events WHERE run = ?1 ORDER BY number",
        }
    }
}

impl Store {
    /// A record, as `record.jsonl` has it.
    pub(crate) async fn record(&self, of: Events, run: i64) -> Result<Vec<u8>, StoreError> {
        self.with(move |connection| {
            let mut query = connection.prepare_cached(of.select())?;
            let mut rows = query.query([run])?;
            let mut record = Vec::new();
            while let Some(row) = rows.next()? {
                record.extend_from_slice(row.get::<_, String>(0)?.as_bytes());
            }
            Ok(record)
        })
        .await
    }

    /// Where a record goes: over a connection of its own, so that a check keeps no page waiting.
    pub(crate) fn recording(&self, of: Events, run: i64) -> Result<Recording, StoreError> {
        let connection = prepared(&self.path)?;
        // What is written outlives a kill of the console at once, and a loss of power some moments later.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(Recording {
            connection,
            of,
            run,
            number: 0,
        })
    }
}

/// Takes the lines of a record in, whole lines at a time.
#[derive(Debug)]
pub(crate) struct Recording {
    connection: Connection,
    of: Events,
    run: i64,
    number: i64,
}

impl Write for Recording {
    fn write(&mut self, lines: &[u8]) -> std::io::Result<usize> {
        let text = std::str::from_utf8(lines).map_err(std::io::Error::other)?;
        let added = self.connection.prepare_cached(self.of.insert());
        let added =
            added.and_then(|mut insert| insert.execute(params![self.run, self.number, text]));
        added.map_err(std::io::Error::other)?;
        self.number += 1;
        Ok(lines.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
