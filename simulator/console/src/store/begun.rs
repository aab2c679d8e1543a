//! What every check and every campaign begins with, and what comes of it.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Row;

use super::Address;

/// The address at which work is begun, as it was then, and the moment.
#[derive(Clone, Debug)]
pub(crate) struct Begun {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) profile: String,
    pub(crate) billing: String,
    pub(crate) started: String,
}

/// The columns of both tables.
pub(super) const COLUMNS: &str = "id, name, url, profile, billing, started, verdict, headline";

impl Begun {
    /// Work that begins now.
    pub(crate) fn at(address: &Address, now: DateTime<Utc>) -> Self {
        Self {
            name: address.name.clone(),
            url: address.url.clone(),
            profile: address.profile.clone(),
            billing: address.billing.name().to_owned(),
            started: now.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }

    /// Out of a row of [`COLUMNS`].
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get(1)?,
            url: row.get(2)?,
            profile: row.get(3)?,
            billing: row.get(4)?,
            started: row.get(5)?,
        })
    }
}

/// The verdict's name and what it says, out of a row of [`COLUMNS`]; absent while work is under way, or
/// where it was cut off.
pub(super) fn came(row: &Row<'_>) -> rusqlite::Result<Option<(String, String)>> {
    let (verdict, headline): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
    Ok(verdict.zip(headline))
}
