//! The dial tests.

use rusqlite::{OptionalExtension as _, Row, params};

use super::begun::{COLUMNS, came};
use super::{Begun, Store, StoreError};

/// A dial test over days.
#[derive(Clone, Debug)]
pub(crate) struct DialTest {
    pub(crate) id: i64,
    pub(crate) begun: Begun,
    /// The verdict's name and what it says; absent while it is under way, or where it was cut off.
    pub(crate) came: Option<(String, String)>,
    pub(crate) days: u32,
    pub(crate) seed: i64,
    /// Its days and cases, as JSON.
    pub(crate) outcome: Option<String>,
}

impl Store {
    /// The latest dial tests, the last one first.
    pub(crate) async fn dial_tests(&self, most: u32) -> Result<Vec<DialTest>, StoreError> {
        self.with(move |connection| {
            let text = format!(
                "SELECT {COLUMNS}, days, seed, outcome FROM dial_tests ORDER BY id DESC LIMIT ?1"
            );
            let mut query = connection.prepare_cached(&text)?;
            Ok(query.query_map([most], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The dial test of that number.
    pub(crate) async fn dial_test(&self, id: i64) -> Result<Option<DialTest>, StoreError> {
        self.with(move |connection| {
            let text =
                format!("SELECT {COLUMNS}, days, seed, outcome FROM dial_tests WHERE id = ?1");
            let mut query = connection.prepare_cached(&text)?;
            Ok(query.query_row([id], read).optional()?)
        })
        .await
    }

    /// Notes that a dial test begins; its number.
    pub(crate) async fn begin_dial_test(
        &self,
        new: Begun,
        days: u32,
        seed: i64,
    ) -> Result<i64, StoreError> {
        self.with(move |connection| {
            connection.execute(
                "INSERT INTO dial_tests (name, url, profile, billing, started, days, seed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    new.name,
                    new.url,
                    new.profile,
                    new.billing,
                    new.started,
                    days,
                    seed
                ],
            )?;
            Ok(connection.last_insert_rowid())
        })
        .await
    }

    /// Notes what came of a dial test.
    pub(crate) fn end_dial_test(
        &self,
        id: i64,
        (verdict, headline): &(String, String),
        outcome: Option<&str>,
    ) -> Result<(), StoreError> {
        self.now(|connection| {
            connection.execute(
                "UPDATE dial_tests SET verdict = ?2, headline = ?3, outcome = ?4 WHERE id = ?1",
                params![id, verdict, headline, outcome],
            )?;
            Ok(())
        })
    }

    /// Removes a dial test with its record; whether there was one.
    pub(crate) async fn remove_dial_test(&self, id: i64) -> Result<bool, StoreError> {
        self.with(move |connection| {
            Ok(connection.execute("DELETE FROM dial_tests WHERE id = ?1", [id])? > 0)
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<DialTest> {
    Ok(DialTest {
        id: row.get(0)?,
        begun: Begun::read(row)?,
        came: came(row)?,
        days: row.get(8)?,
        seed: row.get(9)?,
        outcome: row.get(10)?,
    })
}
