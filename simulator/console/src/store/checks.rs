//! The checks.

use rusqlite::{OptionalExtension as _, Row, params};

use super::begun::{COLUMNS, came};
use super::{Begun, Store, StoreError};

/// A check, as the list shows it.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    pub(crate) id: i64,
    pub(crate) begun: Begun,
    /// The verdict's name and what it says; absent while it is under way, or where it was cut off.
    pub(crate) came: Option<(String, String)>,
}

/// How many rules of a check held and failed.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) started: String,
    pub(crate) held: u32,
    pub(crate) failed: u32,
}

/// What comes of a check.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    /// The verdict's name.
    pub(crate) verdict: String,
    /// What it says.
    pub(crate) headline: String,
    /// How many rules held and failed; absent where it broke.
    pub(crate) counts: Option<(u32, u32)>,
}

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

    /// The latest checks whose rules were counted, the last one first.
    pub(crate) async fn counted(&self, most: u32) -> Result<Vec<Counted>, StoreError> {
        self.with(move |connection| {
            let mut query = connection.prepare_cached(
                "SELECT id, name, started, held, failed FROM checks \
                 WHERE held IS NOT NULL AND failed IS NOT NULL ORDER BY id DESC LIMIT ?1",
            )?;
            let read = |row: &Row<'_>| {
                Ok(Counted {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    started: row.get(2)?,
                    held: row.get(3)?,
                    failed: row.get(4)?,
                })
            };
            Ok(query.query_map([most], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Notes that a check begins; its number.
    pub(crate) async fn begin_check(&self, new: Begun) -> Result<i64, StoreError> {
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
    pub(crate) fn end_check(&self, id: i64, ended: &Ended) -> Result<(), StoreError> {
        let (held, failed) = ended.counts.unzip();
        self.now(|connection| {
            connection.execute(
                "UPDATE checks SET verdict = ?2, headline = ?3, held = ?4, failed = ?5 WHERE id = ?1",
                params![id, ended.verdict, ended.headline, held, failed],
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
}

fn read(row: &Row<'_>) -> rusqlite::Result<Check> {
    Ok(Check {
        id: row.get(0)?,
        begun: Begun::read(row)?,
        came: came(row)?,
    })
}
