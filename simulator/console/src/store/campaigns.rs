//! The campaigns and their failures.

use rusqlite::{OptionalExtension as _, Row, params};

use super::begun::{COLUMNS, came};
use super::{Begun, Store, StoreError};

/// A campaign, as the list shows it.
#[derive(Clone, Debug)]
pub(crate) struct Campaign {
    pub(crate) id: i64,
    pub(crate) begun: Begun,
    pub(crate) seed: i64,
    /// The verdict's name and what it says; absent while it is under way, or where it was cut off.
    pub(crate) came: Option<(String, String)>,
}

/// A distinct failure that was found.
#[derive(Clone, Debug)]
pub(crate) struct NewFailing {
    /// The name of its history.
    pub(crate) name: String,
    pub(crate) rule: String,
    pub(crate) step: u32,
    pub(crate) place: String,
    pub(crate) expected: String,
    pub(crate) actual: String,
    pub(crate) explanation: String,
    pub(crate) fix: String,
    /// The shortest history that fails so, as `galleria replay` reads it.
    pub(crate) history: String,
}

/// A distinct failure that is kept.
#[derive(Clone, Debug)]
pub(crate) struct Failing {
    pub(crate) number: i64,
    /// In how many histories it was seen.
    pub(crate) seen: i64,
    pub(crate) is: NewFailing,
}

const OF_FAILURES: &str =
    "number, seen, name, rule, step, place, expected, actual, explanation, fix, history";

impl Store {
    /// The latest campaigns, the last one first.
    pub(crate) async fn campaigns(&self, most: u32) -> Result<Vec<Campaign>, StoreError> {
        self.with(move |connection| {
            let text = format!("SELECT {COLUMNS}, seed FROM campaigns ORDER BY id DESC LIMIT ?1");
            let mut query = connection.prepare_cached(&text)?;
            Ok(query.query_map([most], read)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The campaign of that number.
    pub(crate) async fn campaign(&self, id: i64) -> Result<Option<Campaign>, StoreError> {
        self.with(move |connection| {
            let text = format!("SELECT {COLUMNS}, seed FROM campaigns WHERE id = ?1");
            let mut query = connection.prepare_cached(&text)?;
            Ok(query.query_row([id], read).optional()?)
        })
        .await
    }

    /// Notes that a campaign begins; its number.
    pub(crate) async fn begin_campaign(&self, new: Begun, seed: i64) -> Result<i64, StoreError> {
        self.with(move |connection| {
            connection.execute(
                "INSERT INTO campaigns (name, url, profile, billing, started, seed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    new.name,
                    new.url,
                    new.profile,
                    new.billing,
                    new.started,
                    seed
                ],
            )?;
            Ok(connection.last_insert_rowid())
        })
        .await
    }

    /// Keeps a failure as soon as it is found.
    pub(crate) fn keep_failure(&self, campaign: i64, new: &NewFailing) -> Result<(), StoreError> {
        self.now(|connection| {
            connection.execute(
                "INSERT INTO failures (campaign, number, name, rule, step, place, expected, actual, explanation, \
                 fix, history, seen) SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, \
                 ?10, 1 FROM failures WHERE campaign = ?1",
                params![
                    campaign,
                    new.name,
                    new.rule,
                    new.step,
                    new.place,
                    new.expected,
                    new.actual,
                    new.explanation,
                    new.fix,
                    new.history
                ],
            )?;
            Ok(())
        })
    }

    /// Notes what came of a campaign: in how many histories each failure was seen, in the order in which
    /// they were found; those that are not counted are dropped.
    pub(crate) fn end_campaign(
        &self,
        id: i64,
        (verdict, headline): (&str, &str),
        seen: &[u64],
    ) -> Result<(), StoreError> {
        self.now(|connection| {
            let transaction = connection.transaction()?;
            for (number, seen) in (1_i64..).zip(seen) {
                let seen = i64::try_from(*seen).unwrap_or(i64::MAX);
                transaction.execute(
                    "UPDATE failures SET seen = ?3 WHERE campaign = ?1 AND number = ?2",
                    params![id, number, seen],
                )?;
            }
            let kept = i64::try_from(seen.len()).unwrap_or(i64::MAX);
            transaction.execute(
                "DELETE FROM failures WHERE campaign = ?1 AND number > ?2",
                [id, kept],
            )?;
            transaction.execute(
                "UPDATE campaigns SET verdict = ?2, headline = ?3 WHERE id = ?1",
                params![id, verdict, headline],
            )?;
            Ok(transaction.commit()?)
        })
    }

    /// Removes a campaign with its record and failures; whether there was one.
    pub(crate) async fn remove_campaign(&self, id: i64) -> Result<bool, StoreError> {
        self.with(move |connection| {
            Ok(connection.execute("DELETE FROM campaigns WHERE id = ?1", [id])? > 0)
        })
        .await
    }

    /// The failures of a campaign, in the order in which they were found.
    pub(crate) async fn failures(&self, campaign: i64) -> Result<Vec<Failing>, StoreError> {
        self.with(move |connection| {
            let text =
                format!("SELECT {OF_FAILURES} FROM failures WHERE campaign = ?1 ORDER BY number");
            let mut query = connection.prepare_cached(&text)?;
            Ok(query
                .query_map([campaign], read_failure)?
                .collect::<Result<_, _>>()?)
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Campaign> {
    Ok(Campaign {
        id: row.get(0)?,
        begun: Begun::read(row)?,
        seed: row.get(8)?,
        came: came(row)?,
    })
}

fn read_failure(row: &Row<'_>) -> rusqlite::Result<Failing> {
    Ok(Failing {
        number: row.get(0)?,
        seen: row.get(1)?,
        is: NewFailing {
            name: row.get(2)?,
            rule: row.get(3)?,
            step: row.get(4)?,
            place: row.get(5)?,
            expected: row.get(6)?,
            actual: row.get(7)?,
            explanation: row.get(8)?,
            fix: row.get(9)?,
            history: row.get(10)?,
        },
    })
}
