//! The checks and their records.

use std::io::Write;

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Store, StoreError, prepared};

/// A check, as the list shows it.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: String,
    pub(crate) started: String,
    /// The verdict's name and what it says; absent while it is under way, or where it was cut off.
    pub(crate) came: Option<(String, String)>,
}

/// A check that begins.
#[derive(Clone, Debug)]
pub(crate) struct NewCheck {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: String,
    pub(crate) started: String,
}

const COLUMNS: &str = "id, name, url, profile, billing, started, verdict, headline";

impl Store {
    /// The latest checks, the last one first.
    pub(crate) async fn checks(&self, most: u32) -> Result<Vec<Check>, StoreError> {
        self.with(move |connection| {
            let text = format!("SELECT {COLUMNS} FROM checks ORDER BY id DESC LIMIT ?1");
            let mut query = connection.prepare_cached(&text)?;
            Ok(query.query_map([most], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The check of that number.
    pub(crate) async fn check(&self, id: i64) -> Result<Option<Check>, StoreError> {
        self.with(move |connection| {
            let mut query = connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM checks WHERE id = ?1"))?;
            Ok(query.query_row([id], read).optional()?)
        })
        .await
    }

    /// The last check of that name before another.
    pub(crate) async fn check_before(
        &self,
        id: i64,
        name: String,
    ) -> Result<Option<i64>, StoreError> {
        self.with(move |connection| {
            let mut query = connection
                .prepare_cached("SELECT max(id) FROM checks WHERE id < ?1 AND name = ?2")?;
            Ok(query.query_row(params![id, name], |row| row.get(0))?)
        })
        .await
    }

    /// Notes that a check begins; its number.
    pub(crate) async fn begin_check(&self, new: NewCheck) -> Result<i64, StoreError> {
        self.with(move |connection| {
            connection.execute(
                "INSERT INTO checks (name, url, profile, billing, started) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![new.name, new.url, new.profile, new.billing, new.started],
            )?;
            Ok(connection.last_insert_rowid())
        })
        .await
    }

    /// Notes what came of a check.
    pub(crate) fn end_check(
        &self,
        id: i64,
        verdict: &str,
        headline: &str,
    ) -> Result<(), StoreError> {
        self.now(|connection| {
            connection.execute(
                "UPDATE checks SET verdict = ?2, headline = ?3 WHERE id = ?1",
                params![id, verdict, headline],
            )?;
            Ok(())
        })
    }

    /// Removes a check with its record; whether there was one.
    pub(crate) async fn remove_check(&self, id: i64) -> Result<bool, StoreError> {
        self.with(move |connection| {
            Ok(connection.execute("DELETE FROM checks WHERE id = ?1", [id])? > 0)
        })
        .await
    }

    /// The record of a check, as `record.jsonl` has it.
    pub(crate) async fn record(&self, id: i64) -> Result<Vec<u8>, StoreError> {
        self.with(move |connection| {
            let mut query = connection
                .prepare_cached("SELECT lines FROM events WHERE run = ?1 ORDER BY number")?;
            let mut rows = query.query([id])?;
            let mut record = Vec::new();
            while let Some(row) = rows.next()? {
                record.extend_from_slice(row.get::<_, String>(0)?.as_bytes());
            }
            Ok(record)
        })
        .await
    }

    /// Where a check's record goes: over a connection of its own, so that a check keeps no page waiting.
    pub(crate) fn recording(&self, run: i64) -> Result<Recording, StoreError> {
        let connection = prepared(&self.path)?;
        // What is written outlives a kill of the console at once, and a loss of power some moments later.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Ok(Recording {
            connection,
            run,
            number: 0,
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Check> {
    let (verdict, headline): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
    Ok(Check {
        id: row.get(0)?,
        name: row.get(1)?,
        url: row.get(2)?,
        profile: row.get(3)?,
        billing: row.get(4)?,
        started: row.get(5)?,
        came: verdict.zip(headline),
    })
}

/// Takes the lines of a record in, whole lines at a time.
#[derive(Debug)]
pub(crate) struct Recording {
    connection: Connection,
    run: i64,
    number: i64,
}

impl Write for Recording {
    fn write(&mut self, lines: &[u8]) -> std::io::Result<usize> {
        let text = std::str::from_utf8(lines).map_err(std::io::Error::other)?;
        let insert = "INSERT INTO events (run, number, lines) VALUES (?1, ?2, ?3)";
        let added = self.connection.prepare_cached(insert);
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
